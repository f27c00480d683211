"""How a clause tells the event that a column of dates states: what comes before the date says so, of the row's thing.

"It was lit for the first time in 1861", "her election on 14 July", "the Kestrel B, which first flew on 18 July 1963".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from articles.regex import regex
from rules.laws.nouns import head
from rules.laws.tables.row_words import clause_list, relations_list, words_of
from rules.laws.tables.stated_rows import Stated

_DATED = regex(
    r"(?:(?:^|[ (])(?:on|in)(?: the)?(?: (?:night|morning|evening|year) of(?: the)?)?|^|,) ?$", re.IGNORECASE
)
_BREAK = regex(
    r"[;:.()]|, (?!(?:19|20)[0-9]{2}|which|who|that)| (?:and|but|while|when|where|after|before|although|because|whose) "
)
NOUN_OF = regex(r"(?<![\w-])([\w-]+) of (?:the )?$")
"""The noun before "of" at the end of some words: "the opening of the"."""
_NOUN_AT = regex(r"(?<![\w-])([\w-]+) (?:of|at|in) (?:the )?$")
_APPOSED = regex(r", (?:the )?([A-ZÀ-Þ][\w'’. -]{1,40}), $")
_NAMED = regex(r"[\w’'] ([A-ZÀ-Þ][\w'’.-]{0,24}(?: [A-ZÀ-Þ][\w'’.-]{0,24}){0,4}), $")
_PART = regex(r"\b(?:the|an?|its|their)(?: [\w'’-]+){0,4} ([a-zà-þ]{3,}), $")
_WHOSE = regex(r", whose ([a-z]+) ")
_PLACED = regex(r"\b(?:at|near|in|from|for|by|with|below|above|on|to|between|than|of|under|behind|over|and) (?:the )?$")
_NOUN = 3
"""In so many words before an event its subject stands."""
_NEAR = 10
"""How many words before a date may tell what happened on it."""


class Where(NamedTuple):
    """The words before a date: what stands before the name of the row's thing, and what follows the name.

    In the notes of a row nobody is named: all is then in ``behind``.
    """

    ahead: str
    behind: str
    named: bool

    @property
    def placed(self) -> bool:
        """Whether the name only says where or of what something else is: "a shaft at Saint Ivan was closed"."""
        return self.named and not self.behind.startswith(",") and _PLACED.search(self.ahead) is not None


def last_clause(before: str) -> str:
    """What stands before a reading in its own clause."""
    breaks = list(_BREAK.finditer(before))
    return before[breaks[-1].end() :] if breaks else before


def event_told(where: Where, cell: Stated) -> bool:
    """Whether the words before a date tell the event of a column, of the thing of its row, and no other."""
    if where.named:
        where = _of_sort(_beside_sort(where, cell), cell)
    clause = last_clause(where.behind)
    dated = _DATED.search(clause)
    if dated is None:
        return False
    words = words_of(clause[: dated.start()])[-_NEAR:]
    last = [] if where.named else words_of(clause[: dated.start()].rpartition(", ")[2])[-_NEAR:]
    words = last if any(cell.told.by(word) for word in last) else words
    if where.placed and words:
        return False
    if where.named and clause == where.behind.removeprefix(", ") and not words:
        return _told_ahead(where.ahead, cell)
    at = next((here for here in range(len(words) - 1, -1, -1) if _tells(words, here, cell)), None)
    if at is not None and _of_object(words[at + 1 :], cell, named=where.named):
        return _wholly(words, cell) and not _of_another(where.behind)
    if at is None or not _plain(words[at + 1 :]) or not _wholly(words, cell):
        return False
    if not where.named and _beside_another(where.behind, clause, cell):
        return False
    if clause not in (where.behind, where.behind.removeprefix(", ")) and (where.named or _of_another(where.behind)):
        return False  # the name stands in another clause, or the clause is of something else
    return _of_thing(words[:at], cell, named=where.named)


def _tells(words: list[str], at: int, cell: Stated) -> bool:
    """Whether a word of a clause tells the event of a column; "first performed" tells the premiere."""
    if cell.told.by(words[at]):
        return True
    firsts = clause_list("firsts") & set(words[max(at - 2, 0) : at])
    return bool(firsts) and words[at] in clause_list("performing") and cell.told.by("premiere")


def relations_told(before: str) -> bool:
    """Whether the clause before a date says that relations began on it, and not for the second time."""
    clause = last_clause(before)
    said = set(words_of(clause))
    named, begun, beside = (relations_list(name) for name in ("named", "begun", "beside"))
    dated = _DATED.search(clause) is not None
    return dated and bool(said & named) and bool(said & begun) and said <= named | begun | beside


def _of_sort(where: Where, cell: Stated) -> Where:
    """The place of a name without the noun of its column: "the station of Orr was", "Orr, whose station was"."""
    sort = cell.names[0][0].split() if cell.names else []
    ahead, behind = _NOUN_AT.search(where.ahead), _WHOSE.match(where.behind)
    if ahead is not None and ahead[1].lower() in sort:
        return where._replace(ahead="")
    if behind is not None and behind[1] in sort:
        return where._replace(behind=where.behind[behind.end() - 1 :])
    return where


def _beside_sort(where: Where, cell: Stated) -> Where:
    """The place of a name that stands beside what it is: "the third bishop, Pavel Novotny, was"."""
    words = words_of(last_clause(where.ahead.rstrip().removesuffix(",")))[-_NEAR:]
    if not where.behind.startswith(", ") or not where.ahead.rstrip().endswith(",") or not words:
        return where
    sort = cell.names[0][0].split() if cell.names else []
    said = words[-1] in sort or head(words[-1]) in cell.sorts or words[-1] in clause_list("firstly")
    return Where("", where.behind.removeprefix(","), named=True) if said else where


def _of_object(behind: list[str], cell: Stated, *, named: bool) -> bool:
    """Whether the words between an event and its date are the thing of the row: "founded the mission on"."""
    if named or not behind:
        return False
    if behind == ["it"]:
        return True
    sort = cell.names[0][0].split() if cell.names else []
    noun = behind[-1]
    return len(behind) == 2 and behind[0] in ("the", "this") and (head(noun) in cell.sorts or noun in sort)


def _beside_another(sentence: str, clause: str, cell: Stated) -> bool:
    """Whether a clause in the notes has another thing or name right before it: "the flood span, opened in"."""
    ahead = sentence[: len(sentence) - len(clause)]
    name, part = _APPOSED.search(ahead) or _NAMED.search(ahead), _PART.search(ahead)
    if part is not None and head(part[1].lower()) not in cell.sorts:
        return True
    return name is not None and name[1] not in cell.name


def _of_another(sentence: str) -> bool:
    """Whether a sentence begins with something else than the thing of the row: "Its youth section, set up in 1920"."""
    first = words_of(sentence)[:1]
    return bool(first) and first[0] in clause_list("owners") | clause_list("others")


def _told_ahead(ahead: str, cell: Stated) -> bool:
    """Whether the event stands before the name: "the opening of the Swan on", "went on sale in Denmark on"."""
    clause = last_clause(ahead)
    noun = NOUN_OF.search(clause)
    if noun is not None:
        return cell.told.by(noun[1].lower())
    if not cell.told.bare or not clause.rstrip().endswith((" in", " for", " in the")):
        return False
    words = words_of(clause)[:-1][-_NEAR:]
    at = next((here for here in range(len(words) - 1, -1, -1) if cell.told.by(words[here])), None)
    return at is not None and _plain(words[at + 1 :])


def _plain(behind: list[str]) -> bool:
    """Whether the words between an event and its date leave it the event: no object, no part, no other time."""
    rest = [word for word in behind if word not in clause_list("particles")]
    return not rest or rest == ["for", "the", "time"] or rest[0] in clause_list("places")


def _wholly(words: list[str], cell: Stated) -> bool:
    """Whether what the header says besides the event is said as well: "took office", "first flight"."""
    head = set(words_of(cell.heading))
    said = set(words)
    if "first" in head and not cell.told.by("premiere") and said.isdisjoint(clause_list("firsts")):
        return False
    things = head & clause_list("things")
    return not things or bool(things & said) or not said.isdisjoint(clause_list("whole"))


def _of_thing(ahead: list[str], cell: Stated, *, named: bool) -> bool:
    """Whether the subject is the thing of the row: it, nobody, "the lamp"; not "a chapel", "its youth section"."""
    while ahead and ahead[-1] in clause_list("auxiliaries"):
        ahead = ahead[:-1]
    if not ahead or ahead[-1] in clause_list("pronouns"):
        return True
    if named:
        kind = cell.names[0][0] if cell.names else ""  # "the Borssum lock" of a column of locks
        return {word for word in ahead if word != kind} <= clause_list("beside") | clause_list("entire")
    if ahead[0] in clause_list("owners"):
        return len(ahead) == 1
    if not clause_list("articles").isdisjoint(ahead[-_NOUN:]):
        return False  # "collided with a ship launched in"
    if not cell.told.words.isdisjoint(clause_list("wholes")):
        whole = len(ahead) == 2 and ahead[-1] in clause_list("entire")  # "the mill house" is not the mill
        known = whole or head(ahead[-1]) in cell.sorts
        return known or (bool(cell.names) and ahead[-1] in cell.names[0][0])
    if len(ahead) == 2 and ahead[0] == "the" and (cell.told.by("began") or cell.told.by("ended")):
        return head(ahead[1]) in cell.sorts or (bool(cell.names) and ahead[1] in cell.names[0][0])  # not "the truce"
    return ahead[0] not in clause_list("others")
