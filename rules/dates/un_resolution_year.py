"""A resolution of the United Nations General Assembly is dated outside the session that its number names.

Why: "resolution 67/19" was adopted in the 67th session, which ran from September 2012 to September 2013; another year
beside it means a wrong number or a wrong date.

Right all the same: the date is of another event than the adoption (a vote recalled, a report). Only a date that is told
as the resolution's own is compared. Sessions before the 31st numbered their resolutions otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil, day_number
from articles.claims.claim import Claim, Kind
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.finding import Confidence, Severity
from rules.laws.edits import write_year
from rules.laws.elapsed import year_of
from rules.laws.nearby import after, before, claims_in, gap, left, may_hold, sentence_at, told
from rules.laws.times.deeds import is_past
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

_NUMBER = regex(r"(?:\bA/RES/|\b[Rr]esolutions? (?:A/RES/|no\. ?|No\. ?)?)([3-9][0-9])/([0-9]{1,3})\b(?!/)")
_OF = regex(r",? ?\(?(?:of |on |dated )?")
_ITS_OWN = worded(
    __file__,
    r",? ?\(?(?:(?:{adopting}|by|by [a-z0-9]+ votes?(?: to [a-z0-9]+)?|[0-9]{1,3})\b,? ?)*(?:on |in |of |dated )?",
)
_LEADS = worded(__file__, r"(?:^|[.;,] |\b{adopters} )(?:On|In|on|in) $")
_BRACKETED = regex(r" ?\((?:[A-Z][A-Za-z]* ){0,3}(?:[Rr]esolution )?")
_ASIDE = worded(__file__, r",? ?(?:(?:{adopting}|by)\b,? ?)*\((?:[Rr]esolution |UN )*")
"""Behind a deed and its date, who did it, and what opens a bracket with the resolution in it."""
_TAKEN = regex(
    r"\b(?:adopted|passed|approved|carried) (?:its |the |a )?(?:General Assembly |new |draft )?(?:[Rr]esolution )?$"
)
_BY_ASSEMBLY = worded(
    __file__,
    r",? (?:the )?(?:UN |United Nations )?(?:General )?Assembly\b[^.;:]{0,90} {deeds}\b[^.;:]{0,60} "
    r"(?:in|by|with|through|under) (?:its )?(?:General Assembly )?",
)
_ADOPTED = regex(r"[^.;:]{0,90}\b(?:adopted|passed|approved|voted|carried)\b[^.;:]{0,70}")
_IN_ITS = regex(
    r",? (?:in|by|with|through|under|as) (?:its |the )?(?:General Assembly )?(?:[Rr]esolution )?(?:no\.? |No\.? )?"
)
_BY_IT = worded(__file__, r"\b{deeds} by (?:the |a |its |UN |United Nations )*(?:General Assembly )?(?:in )?(?:its )?$")
_THE_TEXT = regex(r"^(?:The|Its|This) (?:text|resolution|document|decision|number|symbol)(?:,| is|,? numbered) $")
"""Before a resolution that is the text of what the sentence before told."""
_DEED = worded(__file__, r"\b{deeds}\b")
_OTHER = worded(__file__, r"\b{other}\b", re.IGNORECASE)
_ADOPTING = WordList(__file__, "past")
_PREPOSED = regex(r"(?:^|[ ,(])(?:[Oo]n|[Ii]n|of|dated|to)(?: the)? $|^$")
_LOWER = regex(r"[a-z]+")
_DATED = regex(
    r"(?:date|year|date of )?(?: ?(?:adopted|adoption|passed|approved|voted|vote|of adoption|of vote|proclaimed))?"
)
REACH = 160
FIRST = 31
"""The session from which resolutions are numbered session/number."""

OPENS = 9
"""The month in which a session opens."""

FOUNDED = 1945
"""The year that session 0 would have opened in."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare every numbered resolution with the date that is told as its own."""
    text = article.page.prose.text
    for at in _places(text) if _may_tell(article) else ():
        found = _NUMBER.search(text, max(at - 1, 0), at + 24)
        if found and int(found[1]) >= FIRST:
            date = _own_date(article, found.start(), found.end())
            if date is not None and isinstance(date.value, Date) and not date.quoted:
                yield _judge(article, found, date, date.value)
    for found, date in _in_sheets(article) if _may_tell(article) else ():
        if int(found[1]) >= FIRST and isinstance(date.value, Date):
            yield _judge(article, found, date, date.value)


def _may_tell(article: Article) -> bool:
    return any(may_hold(article, word) for word in ("resolution", "resolutions", "a res"))


def _places(text: str) -> Iterator[int]:
    """Where "resolution" or "A/RES" stands and a number may follow."""
    for word in ("esolution", "A/RES/"):
        at = text.find(word)
        while at >= 0:
            if word == "A/RES/" or (text.find("/", at, at + 24) >= 0 and text.find("A/RES/", at, at + 24) < 0):
                yield at
            at = text.find(word, at + 1)


def _own_date(article: Article, start: int, end: int) -> Claim | None:
    following = after(article, end, 100)
    words = "" if following is None else gap(article, end, following.span.start)
    taken = _ADOPTED.fullmatch(words) or _TAKEN.search(left(article, start, 60))
    if following is not None and _BY_IT.search(left(article, start, 60)) and words in (" in ", " on ", " of "):
        return following
    if following is not None and (_OF.fullmatch(words) or (taken and _ITS_OWN.fullmatch(words))):
        return following
    preceding = before(article, start, 160)
    if preceding is None:
        return None
    if _THE_TEXT.search(left(article, start, 40)):
        return _of_sentence_before(article, sentence_at(article, start))
    words = gap(article, preceding.span.end, start)
    ahead = left(article, preceding.span.start, 160)
    if _BRACKETED.fullmatch(words) or (_IN_ITS.fullmatch(words) and _DEED.search(ahead)):
        return preceding
    if _ASIDE.fullmatch(words) and _DEED.search(ahead):
        sentence = sentence_at(article, start)
        return preceding if [claim.kind for claim in claims_in(article, sentence)].count(Kind.DATE) == 1 else None
    adopted = _ADOPTED.fullmatch(words) or _BY_ASSEMBLY.fullmatch(words)
    if adopted and _LEADS.search(ahead):
        return preceding
    return _only_date(article, start, end)


def _only_date(article: Article, start: int, end: int) -> Claim | None:
    """The one date of a sentence that tells of nothing but the adoption of one resolution."""
    sentence = sentence_at(article, start)
    said = article.page.text(sentence)
    dates = [claim for claim in claims_in(article, sentence) if claim.kind is Kind.DATE]
    if len(dates) != 1 or _OTHER.search(said) or len(_NUMBER.findall(said)) != 1:
        return None
    verbs = {word for word in _LOWER.findall(said.lower()) if is_past(word)}
    if (
        not (_DEED.search(said) or "voted" in verbs or "carried" in verbs)
        or not verbs <= _ADOPTING.words
        or not _PREPOSED.search(left(article, dates[0].span.start, 40))
    ):
        return None
    apart = dates[0].span.start - end if dates[0].span.start > end else start - dates[0].span.end
    return dates[0] if apart <= REACH else None


def _of_sentence_before(article: Article, sentence: ProseSpan) -> Claim | None:
    """The one date of what the Assembly did in the sentence before one that names its text."""
    told = sentence_at(article, max(sentence.start - 2, 0))
    said = article.page.text(told)
    if "Assembly" not in said or not _DEED.search(said) or _OTHER.search(said) or _NUMBER.search(said):
        return None
    dates = [c for span in (told, sentence) for c in claims_in(article, span) if c.kind is Kind.DATE]
    return dates[0] if len(dates) == 1 else None


def _in_sheets(article: Article) -> Iterator[tuple[re.Match[str], Claim]]:
    """The symbols that stand alone in a cell or a field, with the one date of the row or the box."""
    for table in article.page.tables if may_hold(article, "a res") or may_hold(article, "resolution") else ():
        grid = table.grid()
        heads = {at: article.page.text(cell.prose).strip().lower() for at, cell in grid[0].items()} if grid else {}
        dated = {at for at, text in heads.items() if _DATED.fullmatch(text)}
        for row in grid[1:] if len(dated) == 1 else ():
            dates = [claim for at in dated & row.keys() for claim in claims_in(article, row[at].prose)]
            numbers = [
                found for at in row.keys() - dated if (found := _alone(article, row[at].prose, heads.get(at, "")))
            ]
            if len(numbers) == 1 and len(dates) == 1 and dates[0].kind is Kind.DATE:
                yield numbers[0], dates[0]
    for box in article.page.infoboxes:
        fields = {field.key.strip().lower().replace("_", " "): field.prose for field in box.fields}
        numbers = [found for key, prose in fields.items() if (found := _alone(article, prose, key))]
        dates = [c for key, prose in fields.items() if _DATED.fullmatch(key) for c in claims_in(article, prose)]
        if len(numbers) == 1 and len(dates) == 1 and dates[0].kind is Kind.DATE:
            yield numbers[0], dates[0]


def _alone(article: Article, prose: ProseSpan, head: str) -> re.Match[str] | None:
    """The number of a resolution that is all of a cell."""
    found = _NUMBER.fullmatch(article.page.prose.text, *prose) if prose.end > prose.start else None
    named = found is not None and ("A/RES" in found[0] or "esolution" in found[0] or "resolution" in head)
    return found if named else None


def _judge(article: Article, found: re.Match[str], date: Claim, value: Date) -> Verdict | Outcome:
    session = int(found[1])
    first = FOUNDED + session
    held = Date(day_number(first, 9, 1), day_number(first + 1, 9, 30), Precision.RANGE)
    if value.circa or held.overlaps(value):
        return Outcome.INCOMPARABLE if value.circa else Outcome.CONSISTENT
    number, when = f"{found[1]}/{found[2]}", told(article, date)
    return Verdict(
        f"session {session} ran from September {first} to September {first + 1}; {when} is outside",
        (
            Mark(_named(found), f"session {session}: {first} to {first + 1}"),
            Mark(date.span, f"not in session {session}"),
        ),
        calculation=f"{FOUNDED} + {session} = {first}: resolution {number} is of {first} or {first + 1}, not {when}",
        changes=_changes(article, found, date, session),
    )


def _named(found: re.Match[str]) -> ProseSpan:
    """The number, with the "A/RES/" of its symbol."""
    symbol = found[0].rfind("A/RES/")
    return ProseSpan(found.start() + symbol if symbol >= 0 else found.start(1), found.end())


def _changes(article: Article, found: re.Match[str], date: Claim, session: int) -> tuple[Change, ...]:
    """A year in which the session sat, or the session that sat at the date."""
    value = date.value
    year = year_of(value) if isinstance(value, Date) else None
    if year is None or not isinstance(value, Date) or value.earliest is None:
        return ()
    late = value.precision is Precision.YEAR or civil(value.earliest)[1] >= OPENS
    sat = str(year - FOUNDED - (0 if late else 1))
    number = ProseSpan(found.start(1), found.end(1))
    return (
        *write_year(article, date.span, year, FOUNDED + session + (0 if late else 1)),
        Change(f"write {sat}/{found[2]} for {found[1]}/{found[2]}", ((number, sat),)),
    )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example(
            "The decade was proclaimed by the General Assembly of the United Nations on ⟦2:20 December 2007⟧. "
            "The text, ⟦1:A/RES/57/245⟧, had many sponsors."
        ),
        Example(
            "The day goes back to ⟦2:2011⟧, when the General Assembly of the United Nations passed "
            "resolution ⟦1:69/131⟧ on a proposal of India."
        ),
        wikitext(
            "{|\n! Document !! Adopted\n|-\n| ⟦1:A/RES/67/19⟧ || ⟦2:November 2010⟧\n|-\n"
            "| A/RES/73/5 || October 2018\n|}",
            title="Norland at the United Nations",
        ),
        Example("The year was proclaimed by General Assembly resolution ⟦1:66/288⟧ in ⟦2:June 2009⟧."),
        Example(
            "The day was proclaimed on ⟦2:20 December 2005⟧ by the United Nations General Assembly (⟦1:A/RES/66/205⟧)."
        ),
        Example("It went to the Assembly, which in ⟦2:December 1979⟧ adopted resolution ⟦1:A/RES/41/52⟧."),
        Example("Resolution ⟦1:55/2⟧, adopted by the Assembly at its plenary meeting in ⟦2:May 1994⟧, welcomed it."),
        Example(
            "It was proclaimed by the General Assembly on ⟦2:14 December 2012⟧ in its resolution ⟦1:A/RES/71/222⟧."
        ),
        Example("It was recognized by General Assembly resolution ⟦1:67/19⟧ of ⟦2:29 November 2014⟧."),
        Example("On ⟦2:3 May 1999⟧ the General Assembly adopted resolution ⟦1:A/RES/60/147⟧ on the matter."),
        Example("It was set up by resolution ⟦1:A/RES/48/141⟧, which the General Assembly adopted on ⟦2:20 May 1996⟧."),
        Example("The Assembly adopted resolution ⟦1:A/RES/58/214⟧ without a vote on ⟦2:20 December 2009⟧."),
        Example(
            "In ⟦2:December 2009⟧ the General Assembly, on a report, proclaimed the year in resolution ⟦1:58/214⟧."
        ),
    ),
    good=(
        Example("Resolution A/RES/60/7 was recalled in 2014, when the General Assembly adopted another text."),
        Example("The port burnt in 2011; by resolution 69/131 the General Assembly approved a fund for it."),
        Example("The fund was set up on 20 December 2005 under the mandate adopted then (A/RES/66/205)."),
        Example("The plan cited resolution 67/19 in 2015."),
        Example("The dispute, which began in 1979, was the subject of resolution 41/52."),
        Example("Resolution 55/2, which recalled the summit held in 1990, was adopted in September 2000."),
        Example("It was set up by resolution A/RES/48/141, which the General Assembly recalled on 20 May 1996."),
        Example("It was recognized by General Assembly resolution 67/19 of 29 November 2012."),
        Example("It was recognized by General Assembly resolution 67/19, and in 2015 a flag was raised."),
        Example("In 1975 the Assembly adopted resolution 3379 and in 1991 resolution 46/86."),
        Example("Resolution 67/19 was recalled in the report of 2020."),
    ),
    claims=frozenset({"date"}),
)
