"""A decade or century is named and the date in brackets after it lies outside.

Why: the reader who remembers "the 1880s" and the one who remembers "1893" will disagree for ever, and the article
backs both.

Right all the same: the date in brackets belongs to another thing than the decade (a later book about it); list items,
where books stand, are left alone. Centuries may be counted from 1900 or from 1901; both are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil, day_number, of_year
from articles.claims.claim import Claim
from articles.page import Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.finding import Confidence, Severity
from rules.laws.edits import write_year
from rules.laws.elapsed import year_of
from rules.laws.nearby import between, left, right, told
from rules.laws.times.decades import apart, outside
from rules.laws.times.deeds import is_past
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

_LONG = (Precision.DECADE, Precision.CENTURY)
_BUILT = worded(
    __file__,
    r"[ -](?:[a-z-]+ ){0,2}{buildings}(?: (?:of|in|with|on|at|by) [^.;:()]{1,60}|,[^.;:"
    r"()]{1,60})?,? (?:which was |it was |that was )?{built} (?:in|on|between|from) ",
)
"""Between a century and a date, what makes both tell when one thing was built."""
_BRACKET = regex(
    r"(?: ?\(|, when,? in |: in | – in |, (?=(?:(?:more )?(?:exactly|precisely)|namely|that is|to be exact),? in |in ))"
    r"(?:(?:more )?(?:exactly|precisely)|namely|that is|to be exact|i\.e\.)?,? ?(?:in |on )?"
)
_AMONG = worded(
    __file__,
    r"(?:[^.;:()]{0,90}?)(?:,| –|:) (?:{including} [^,.;:()]{1,60}|with the (?:first )?[^,.;:()]{1,60}) (?:in|on) ",
)
"""Between a decade and a date, what makes the date that of something counted in: "beginning with the pier in"."""
_ADORNING = regex(r"(?:[ -][a-z]+){1,3}(?: by(?: [A-Z][\w’'.-]*){1,4})? \(")
"""Between "a 1970s" and the year of what it is said of, in brackets: "block by Harding"."""
_WORK_ON = worded(__file__, r"\b{works} (?:of|on|about|from|covering)(?: [a-z]+){0,3} $", re.IGNORECASE)
"""Before a decade, a work that tells of it, so that the year in brackets is that of the work."""
_ARTICLE = regex(r"\b[Aa]n? (?:[a-z]+ )?$")
_SAW = worded(__file__, r" {saw} [^.;:()]{1,90} (?:in |\()")
_WENT_WITH = worded(
    __file__,
    r"[^.;:()]{0,60}(?:: (?:it|they) (?:was|were)(?: [a-z]+){1,4}| \((?:the|its) first [^.;:(),]{2,60}"
    r"|: (?:in [^.;:(),]{2,40}, )?[^.;:(),]{2,60} {founded}(?: [^.;:(),]{1,40})?"
    r"|, (?:when|by|through|under) [^.;:(),]{2,70}| and (?:was|were) {made-at}(?: [^.;:(),]{1,60})?"
    r"|, {gaining} [^.;:(),]{2,60}|, the first [^.;:(),]{2,50}ing"
    r"|\. It (?:began|started|opened)(?: with [^.;:(),]{2,70})?"
    r"),? (?:in|on) (?:the )?",
)
_MADE_AT = worded(__file__, r", {made-at}(?: [^.;:(),]{1,60})?,? (?:in|on) (?:the )?")
"""Between a decade and a date, what the decade is told by: ": the band was founded in", ", copied at Norby in"."""
_FIRST_OF = worded(
    __file__,
    r"(?P<told>[^.:()]{0,90}?)(?:[,;]| –) (?:and )?the (?:(?P<first>{firsts})|{lasts})"
    r"(?: (?:of|among) (?:them|these|which|those)| one)?(?: [a-z]+){0,2}?"
    r"(?: (?P<verb>was {built}|opened|dates|dating))? (?:in|from|on) ",
)
"""Between a decade and a date, that of the first or the last of several things: "the first of them in 1729"."""
_MADE = worded(__file__, r"(?:ed|\b(?:{built}|{made})) (?:in|on) $")
_WORD = regex(r"[a-z]+")
_STANDING = WordList(__file__, "standing")
_OPEN = worded(__file__, r"(?i)\b(?<!date )(?<!dates )(?<!dated )(?<!dating ){open-ended}(?: the)?(?: [a-z]+)? $")
_OTHER = worded(__file__, r"\b{others}\b")
_FAR = worded(__file__, r"[^.;]{0,60}\b{unchanged}\b")
"""Behind a date, what makes it one of something that was not yet, or still."""
_WITHIN = regex(r", (?:early |late )?in (?:the )?")
"""Between a date that opens a sentence and the decade it lies in."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare every decade and century with a date in brackets right after it."""
    dates = article.claims_by_kind.get("date", ())
    seen: set[ProseSpan] = set()
    for first, second in pairwise(dates):
        long, short = first.value, second.value
        if not isinstance(long, Date) or not isinstance(short, Date) or first.quoted:
            continue
        if long.precision not in _LONG or short.precision in _LONG or long.circa or short.circa:
            continue
        if "Century" in article.page.text(first.span) or _in_list(article, first):
            continue  # a title, and the year is the book's
        gap = between(article, first, second, 140)
        if gap is not None and _is_told_of(article, first, second, gap):
            seen.add(first.span)
            yield Outcome.CONSISTENT if _widened(long).overlaps(short) else _verdict(article, first, second)
    for first, second in apart(article):
        if first.span not in seen:
            seen.add(first.span)
            yield _verdict(article, first, second)


def _is_told_of(article: Article, first: Claim, second: Claim, gap: str) -> bool:
    """Whether what stands between a decade and a date makes the date that of what the decade dates."""
    if _BRACKET.fullmatch(gap):
        if _WORK_ON.search(left(article, first.span.start, 40)):
            return False
        return not _FAR.match(right(article, second.span.end, 80))
    if _BUILT.fullmatch(gap):
        return True
    if _ADORNING.fullmatch(gap):
        closed = article.page.prose.text[second.span.end : second.span.end + 1] == ")"
        return closed and _ARTICLE.search(left(article, first.span.start, 30)) is not None
    if second.parts or _OTHER.search(gap) or _OPEN.search(left(article, first.span.start, 30)):
        return False
    if _MADE_AT.fullmatch(gap) and left(article, first.span.start, 8).endswith(" of the "):
        return outside(first, second, 1) or not outside(first, second, 0)
    if _WENT_WITH.fullmatch(gap):
        return not first.parts and (outside(first, second, 1) or not outside(first, second, 0))
    if _AMONG.fullmatch(gap) or _SAW.fullmatch(gap):
        return not _MADE.search(gap)
    return _is_of_one(article, first, second, gap)


def _is_of_one(article: Article, first: Claim, second: Claim, gap: str) -> bool:
    """Whether a date is that of the first or the last of what a decade saw made, and could not be where it is."""
    told = _FIRST_OF.fullmatch(gap)
    if told is None:
        return False
    long, short = first.value, second.value
    assert isinstance(long, Date)
    assert isinstance(short, Date)
    if not told["verb"]:  # "were built, the first of them in"
        words = _WORD.findall(left(article, first.span.start, 60) + told["told"])
        return any(is_past(word) and word not in _STANDING for word in words)
    early = told["first"] is not None
    return not (short.before(long) if early else long.before(short))


def _in_list(article: Article, claim: Claim) -> bool:
    """Whether a reading stands in a list item, as books do."""
    block = article.page.block_at(claim.span.start)
    return block is not None and block.form is Form.ITEM


def _widened(date: Date) -> Date:
    """A century with the year before its first day, for those who count from 1900."""
    if date.precision is not Precision.CENTURY or date.earliest is None:
        return date
    year, month, day = civil(date.earliest)
    return date._replace(earliest=day_number(year - 1, month, day))


def _verdict(article: Article, first: Claim, second: Claim) -> Verdict:
    long, short = told(article, first), told(article, second)
    return Verdict(
        f"{short} does not lie in the {long.removeprefix('the ')}",
        (Mark(first.span, f"{short} is not in it"), Mark(second.span, "the date given for it")),
        changes=_changes(article, first, second),
    )


def _changes(article: Article, first: Claim, second: Claim) -> tuple[Change, ...]:
    """The decade of the year for the one named, or the year with its last digits in the decade or century named."""
    long, short = first.value, second.value
    assert isinstance(long, Date)
    assert isinstance(short, Date)
    year = year_of(short)
    if year is None or long.earliest is None or year < 0:
        return ()
    length = 10 if long.precision is Precision.DECADE else 100
    start = civil(long.earliest)[0] // length * length
    name, own = article.page.text(first.span), f"{year // length * length}s"
    whole = not any(word in name.lower() for word in ("early", "mid", "late"))
    edit = ((first.span, name.replace(f"{start}s", own)),)
    changed = (Change(f"write {own} for {start}s", edit),) if whole and f"{start}s" in name else ()
    moved = start + year % length
    fits = long.overlaps(of_year(moved))
    return (*changed, *(write_year(article, second.span, year, moved) if fits else ()))


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example(
            "The north tower dates from the ⟦1:seventeenth century⟧: a stone over its door gives the year ⟦2:1722⟧."
        ),
        Example("During the ⟦1:1740s⟧ three mills were built on the stream, the first of them in ⟦2:1729⟧."),
        Example("The guild gained strength in the ⟦1:1880s⟧: the Norby lodge was founded in ⟦2:1896⟧, then others."),
        Example("Hops came to the valley in the ⟦1:1980s⟧, when the Hale family bought a farm in ⟦2:1994⟧."),
        Example("The psalter is a manuscript of the ⟦1:fifteenth century⟧, copied at Norby in ⟦2:1323⟧."),
        Example("The castle dates from the ⟦1:thirteenth century⟧. It was begun in ⟦2:1342⟧ by a count."),
        wikitext(
            "{{Infobox building\n| name = Norby Hall\n| built = ⟦2:1788⟧\n}}\n'''Norby Hall''' is a "
            "⟦1:19th-century⟧ house.",
            title="Norby Hall",
        ),
        Example(
            "= Ada Berg =\n\nAda Berg is a poet.\n\n== Books of the ⟦1:1970s⟧ ==\n\n- Gate (1971)\n- Hay (1974)\n"
            "- Boat (⟦2:1982⟧)"
        ),
        Example("Sea bathing came up in the ⟦1:1890s⟧, beginning with a pavilion on the pier in ⟦2:1907⟧."),
        Example("A ⟦1:1970s⟧ block by Ada Berg (⟦2:1984⟧) stands on the north side."),
        Example("The stills fell silent in the ⟦1:1920s⟧, when in ⟦2:1934⟧ the last manager left."),
        Example("The station was built in the ⟦1:1880s⟧ (⟦2:1893⟧) by a private company."),
        Example("The chapel dates from the ⟦1:19th century⟧ (⟦2:1905⟧)."),
        Example("In the ⟦1:late 19th century⟧, in ⟦2:1915⟧, it was rebuilt."),
        Example("A ⟦1:nineteenth-century⟧ building of red brick, it was put up in ⟦2:1912⟧ for two brothers."),
        Example("The line was closed in the ⟦1:1960s⟧ (in ⟦2:March 1971⟧)."),
    ),
    good=(
        Example("The line flourished in the 1890s. The history of the 1890s (1952) is by a clerk."),
        Example(
            "The tower dates from the 1820s: the chapel, built in 1790, is older. "
            "The hall is of the 1830s: it had burnt in 1821."
        ),
        Example(
            "Churches were rebuilt in the late 1940s, including the hall, built in 1160, and the gate, built in 1037."
        ),
        Example("The paper was read by all until its end in the early 1990s, founded in 1886 by a minister."),
        Example("The guild gained strength in the 1880s: the Norby lodge, founded in 1872, doubled its members."),
        Example("The castle dates from the thirteenth century. It was rebuilt in 1342 by a count."),
        Example("The castle dates from the thirteenth century. It was begun in 1298 and finished in 1342."),
        wikitext(
            "{{Infobox building\n| name = Norby Hall\n| built = 1788, 1834\n}}\n'''Norby Hall''' is a "
            "19th-century house.",
            title="Norby Hall",
        ),
        Example(
            "= Ada Berg =\n\nAda Berg is a poet.\n\n== Books of the 1970s ==\n\n- Gate (1971)\n- Hay (1974)\n"
            "- Boat (reprinted 1982)"
        ),
        Example("In the 1920s, when in 1934 the road was still unknown, people went by boat."),
        Example("From the mid 16th century the coast was foreign, with the town becoming a port in 1887."),
        Example("The terraces date from the eighteenth century; the oldest was altered in 1834."),
        Example("A nineteenth-century building of red brick, it was put up in 1842 for two brothers."),
        Example("A nineteenth-century mill with a wing of stone, it was rebuilt in 1912."),
        Example("Beside a nineteenth-century mill stands a hall, which was built in 1912."),
        Example("The station was built in the 1880s (1887) by a private company."),
        Example("The chapel dates from the 19th century (1900)."),
        Example("The chapel dates from the 19th century (1800)."),
        Example("It was built in the 1880s; 1893 saw the first train."),
        Example("She wrote War into the 21st Century (1985) in a cellar."),
        Example("== Sources ==\n- Roe, A.: Trade in the nineteenth century (1960)."),
        Example("The fort goes back to the 1640s (rebuilt 1893)."),
    ),
    claims=frozenset({"date"}),
)
