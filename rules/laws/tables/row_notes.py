"""A cell and the notes of its row: the same event, or the same measure, told in both."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim, Number, Quantity
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.agreement import values
from rules.laws.nearby import gap, left, right
from rules.laws.nouns import head, people
from rules.laws.tables.row_words import RELATIONS, again, clause_list, having, verbs_of, words_of
from rules.laws.tables.stated_rows import Remarks, Stated, is_date, numbers, stated, years_in
from rules.laws.tables.table_rows import of_cell
from rules.laws.tables.told_events import NOUN_OF, Where, event_told, last_clause, relations_told
from rules.rule import Outcome

_ABOUT = r"(?: (?:about|around|some|only|just|nearly|over|almost|roughly|approximately))?"
_MEASURED = regex(rf"(?<![\w-])([a-z]+) (?:of|is|was|reached|at){_ABOUT} $", re.IGNORECASE)
_IS = regex(rf"\b(?:is|was|stands|measures|measured){_ABOUT} $")
_AT = regex(rf"(?:^|[ (])at{_ABOUT} $", re.IGNORECASE)
_CHANGED = frozenset(("lost", "gained", "needed", "added"))
"""Before seats or votes these tell by how many they changed."""
_BEFORE = regex(rf"(?:^|[;:.(]|(?<![\w-])([a-z]+)){_ABOUT} ?$", re.IGNORECASE)
_IN_SIZE = regex(r" in (?:total )?([a-z]+)\b")
_THE = regex(r"\bthe ([a-z]+) (?:is|was|stands|has|had)\b", re.IGNORECASE)
_SIZES = frozenset({"high", "tall", "long", "wide", "deep"})
_SUPERLATIVES = WordList(__file__, "superlatives")
_WHOSE = regex(r"\bwhose ([a-z-]+)")
_ASIDE = regex(r", (?:[a-z]+ed|built|called|now|then|also|once|an?|the) [^,]{0,80}, ")
_TAKES = regex(rf"\b([a-z]+)(?: (?:for|to|over|at|in|as much as|up to))?{_ABOUT} $", re.IGNORECASE)
_WIDTH = 140
_WORDS = 2
"""How many words before a name may say that another thing of the name is meant: "the new Heron"."""
_ALONE = regex(
    r"[^,;.]{0,40}\b(?:alone|each|of them|of which|more|less|fewer)\b"
    r"|[^,;.]{0,60}\b(?:before(?=[.,;]|$)|(?:years?|seasons?|months?) before\b|earlier\b|previously\b|ago\b)"
    r"| (?:(?!and |but )[a-z]+ ){0,2}(?:before|until)\b| above (?!(?:mean |the )?sea)"
)
_SUBJECT = regex(
    r"(?:^|[;.] )[Tt]he (?:[a-z’'-]{1,20} ){0,2}([a-z-]{2,20}) (?:has|had|is|was|stands|measures|reaches|holds|seats)\b"
)
_MEMBERS = regex(r" (?:members|men|persons|people) of (?:the|its|her|their) ([a-z]+)")
_COUPLED = regex(r"[^,;.:()0-9]{1,40} and (?:the )?$")
"""Between two numbers: the second is of more of the same."""
_ALL_OF = regex(r"\b(?:of|all) (?:the|its|his|her|their) $")
_AWAY = worded(__file__, r" (?:{away}|from(?! [^.,;]{1,40} to ))\b")
_LIVES = frozenset(("lives", "souls", "hands"))
_DIED = regex(
    r"(?: (?:people|persons|men|lives|souls|passengers|soldiers|sailors|miners|inhabitants|residents|hands))?"
    r"(?: (?:were|was|had|have been))? (?:died|perished|drowned|killed|lost|dead)\b"
    r"(?! (?:and|or) (?:wounded|injured|missing))"
)
_KILLING = regex(
    rf"\b(?:killed|killing|drowned|drowning|claimed|cost(?:ing)?|with the loss of|(?:took|taking)){_ABOUT} $",
    re.IGNORECASE,
)
_NONE_ELSE = regex(
    r"(?: (?:people|persons|men|lives|souls|passengers|soldiers|sailors|miners|inhabitants|residents|hands|of them))?"
    r"(?:[.;,)]|$| (?:and|in|on|at|when|there|aboard)\b)(?! (?:and|or) (?:wounded|injured))"
)
_IN_YEAR = regex(r"[^,.;:()]{0,40} (?:in|by|from|since|until) (?:[A-Z][a-z]+ )?((?:1[5-9]|20)[0-9]{2})\b")
"""Behind a figure: it is that of a year."""
_CLAUSE = regex(rf"(?:^|[;.:,]|\b(?:and|where|when|which|that|all)){_ABOUT} ?$")
_STOP = regex(r"[,;:.]| and | but ")
_FIRST_OF = regex(r"\bfor the first time\b|\b[Tt]he (?:first|last|second) (?:with|to|of|in|on|from|without|under|by)\b")
"""Of no other time: the thing of the row itself is the first of its sort."""
_OWNED = regex(r"(?:^|[;.] )(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]n?|[Aa]nother) ([a-z-]+)")


class Beside(NamedTuple):
    """A cell and the reading in the notes of its row that tells the same."""

    cell: Stated
    note: Claim


def row_notes(article: Article) -> Iterator[tuple[Beside, Outcome]]:
    """Every cell with what the notes of its row say of the same, and whether they agree."""
    for cells, remarks in article.once(stated):
        for note in remarks:
            mine = [cell for cell in cells if cell.row == note.row]
            if mine:
                yield from _row(article, mine, note)


def _row(article: Article, cells: list[Stated], note: Remarks) -> Iterator[tuple[Beside, Outcome]]:
    told = article.facts_by_property.get("relations-established", ())
    if not all(of_cell(fact) for fact in told):
        cells = [cell for cell in cells if cell.told is not RELATIONS]  # sentences that are facts, held against it
    row = years_in(" ".join(f"{article.page.text(cell.span)} {cell.heading}" for cell in cells))
    for claim in numbers(article, note.span):
        for cell in cells if is_date(claim.value) or _years_told(article, claim) <= set(row) else ():
            if claim.span.end <= note.span.end and same_thing(article, cell, claim):
                yield Beside(cell, claim), values(cell.value, claim.value)


def _years_told(article: Article, claim: Claim) -> set[str]:
    """The years whose figure an amount is: those of its clause before it, and the one behind it."""
    behind = _IN_YEAR.match(right(article, claim.span.end, _WIDTH))
    before = left(article, claim.span.start, _WIDTH).rpartition(";")[2]
    return {*years_in(before), *([behind[1]] if behind else ())}


def same_thing(article: Article, cell: Stated, claim: Claim, named: ProseSpan | None = None) -> bool:
    """Whether a reading in a sentence tells what a cell states, by the words beside it, and once only.

    ``named`` is where the sentence names the thing of the row; in the notes of a row nothing does.
    """
    if is_date(claim.value) != is_date(cell.value):
        return False
    before = left(article, claim.span.start, _WIDTH)
    if cell.told is RELATIONS:
        return named is None and relations_told(before)
    where = Where("", before, False)
    if named is not None:
        cut = max(len(before) - (claim.span.start - named.start), 0)
        behind = _ASIDE.sub(" ", gap(article, named.end, claim.span.start))
        where = Where(before[:cut], behind, True)
    if is_date(cell.value):
        apposed = where.ahead.endswith(", ") and where.behind.startswith(", ")  # "the first, Helion 1, was"
        return not _other_time(where.behind if apposed else before, cell) and event_told(where, cell)
    if not isinstance(claim.value, type(cell.value)):
        return False
    near = " ".join(where.ahead.split(" ")[-_WORDS:]) + where.behind if named else before
    behind = _STOP.split(right(article, claim.span.end, _WIDTH))[0]
    if _other_time(f"{near} {behind}", cell) or not _of_thing(article, where, cell, claim):
        return False
    return _measured(article, before, cell, claim)


def _of_thing(article: Article, where: Where, cell: Stated, claim: Claim) -> bool:
    """Whether an amount is that of the thing of the row, and of all of it."""
    behind = right(article, claim.span.end, 60)
    if _ALONE.match(behind) or _AWAY.match(behind) or _and_more(article, claim):
        return False
    if "drowned" in behind[:30] and "drowned" not in cell.heading.lower():
        return False  # of the dead, those who drowned
    if where.named and not cell.loose and not _plainly(last_clause(where.behind), cell):
        return False
    owned = _OWNED.search(where.behind) if not where.named else None
    if owned is not None and not cell.told.by(owned[1]) and not _sized(where.behind, cell):
        return False
    subject = _SUBJECT.search(where.behind) if not where.named else None
    if subject is not None and ("’s " in subject[0] or "'s " in subject[0] or not _is_thing(subject[1], cell)):
        return False
    told_of = NOUN_OF.search(where.ahead)
    if where.placed and not (told_of and cell.told.by(told_of[1].lower())):
        return False
    whose = _WHOSE.search(where.behind)
    return whose is None or cell.told.by(whose[1])


def _is_thing(noun: str, cell: Stated) -> bool:
    """Whether a noun stands for the thing of the row, or for what its column measures: not "the northern bay"."""
    kind = cell.names[0][0] if cell.names else ""
    return cell.told.by(noun) or noun in clause_list("entire") or head(noun) in cell.sorts or noun in kind


def _sized(before: str, cell: Stated) -> bool:
    """Whether the area of a column follows the noun of the row's thing: "a landscape park of 42 ha"."""
    noun = NOUN_OF.search(before)
    return noun is not None and cell.told.by("area") and head(noun[1].lower()) in cell.sorts


def _and_more(article: Article, claim: Claim) -> bool:
    """Whether another number of things is told with a number: "four ships of the line and five frigates were lost"."""
    at = bisect_right(article.claim_starts, claim.span.start)
    following = article.claims.all[at] if at < len(article.claims.all) else None
    if following is None or not isinstance(following.value, Number) or not isinstance(claim.value, Number):
        return False
    between = gap(article, claim.span.end, following.span.start) if following.span.start > claim.span.end else ""
    return len(between) < _WIDTH and _COUPLED.fullmatch(between) is not None


def _plainly(clause: str, cell: Stated) -> bool:
    """Whether between a thing and its measure nothing else is named that may have it: "has a towpath with a length"."""
    known = clause_list("measured") | having()
    return all(word in known or cell.told.by(word) or verbs_of(word) for word in words_of(clause))


def _measured(article: Article, before: str, cell: Stated, claim: Claim) -> bool:
    """Whether the words around an amount say that it is what a column states."""
    measured = _MEASURED.search(before)
    if measured and cell.told.by(measured[1].lower()):
        return True
    if _sized(before, cell):
        return isinstance(claim.value, Quantity)
    takes = _TAKES.search(before)
    if takes and isinstance(claim.value, Quantity) and not verbs_of(takes[1].lower()).isdisjoint(cell.told.words):
        return True
    behind_it = _IN_SIZE.match(right(article, claim.span.end, 30))
    if behind_it and isinstance(claim.value, Quantity) and cell.told.by(behind_it[1]):
        return True
    if _AT.search(before):
        beside = {*words_of(right(article, claim.span.end, 40)), *words_of(last_clause(before))}
        return not _SUPERLATIVES.isdisjoint(beside & cell.told.words)
    if cell.told.by("perished") and lost(article, claim):
        return True
    noun = claim.value.noun if isinstance(claim.value, Number) else None
    behind = noun.split()[-1] if noun else next(iter(words_of(right(article, claim.span.end, 30))), "")
    members = _MEMBERS.match(right(article, claim.span.end, 50))
    behind = members[1] if members and isinstance(claim.value, Number) else behind
    if not cell.told.by(behind):
        return False
    if behind not in _SIZES:
        if not cell.loose and _ALL_OF.search(before):
            return True
        had = _BEFORE.search(before)
        changed = had is not None and had[1] in _CHANGED and behind in ("seats", "votes")
        return had is not None and not changed and (had[1] is None or had[1].lower() in having())
    thing = _THE.search(before)  # "the hill is 40 m high" speaks of the hill
    return _IS.search(before) is not None and (thing is None or thing[1].lower() in words_of(cell.name))


def lost(article: Article, claim: Claim) -> bool:
    """Whether a number is that of the dead, by the verb before it or behind it: "killing 63 people", "63 died"."""
    noun = claim.value.noun if isinstance(claim.value, Number) else None
    if noun is not None and not people(noun) and noun not in _LIVES:
        return False
    before, behind = left(article, claim.span.start, _WIDTH), right(article, claim.span.end, 50)
    if _DIED.match(behind):
        return _CLAUSE.search(before) is not None
    return _KILLING.search(before) is not None and _NONE_ELSE.match(behind) is not None


def _other_time(before: str, cell: Stated) -> bool:
    """Whether a sentence tells of another time than the first; of "the first" where the header says so too."""
    words = words_of(_FIRST_OF.sub("", before))
    said = {
        one for one, other in zip_longest(words, words[1:]) if not (one == "first" and other and cell.told.by(other))
    }
    heads = set(words_of(f"{cell.heading} {cell.name}"))
    firsts = set(clause_list("firsts"))
    meant = heads | firsts if cell.told.by("premiere") or not heads.isdisjoint(firsts) else heads
    return "according to" in before.lower() or not said.isdisjoint(again() - meant)
