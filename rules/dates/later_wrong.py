"""An event is told as so many years later than another, and the two dates lie another time apart.

Why: "three years later, in 1975" after an event of 1971 makes the reader choose between the count and the year.

Right all the same: the count starts from another event than the ones told before it in the paragraph. Every date before
it there is tried; only when none fits is it flagged. Counting the first year in is allowed for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Duration
from articles.claims.written import Hedge
from articles.page import Form, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.edits import lengthened, write_year
from rules.laws.elapsed import agrees, between_dates, comparable, elapsed, plain_year, year_of
from rules.laws.nearby import after, between, left, occurrences, passages, right, sentence_at, told, within
from rules.laws.times.counted_events import counted_events
from rules.laws.times.counted_from import by_stem, counted, single
from rules.laws.times.counted_inside import in_sentence
from rules.rule import Example, Mark, Outcome, Rule, Verdict

_LATER = regex(
    r" (later|afterwards?|earlier|before|after|on(?=,))"
    r"(?:,?(?: that is,?)? (?:in|on|in late|in early|in mid-?) ?(?:the )?| \()"
)
_FAR_BEHIND = regex(
    r" (later|afterwards?|earlier),? "
    r"(?:(?!(?:but|while|which|who|after|before|until|since|from|between|by)\b)[\w’',-]+ ){1,12}?"
    r"(?:\(|(?:in|on|of)(?: the)?(?: early| late)? )"
)
"""Between a count and a date farther on in its clause: "five years later her last, at the championships of 1942"."""
_OF_LIFE = regex(r" (?:after|before) (?:his|her) (?:[a-z]+ )?(?:death|birth)\b")
_NEXT = regex(r"\b([Tt]he (following|next|previous|preceding) year),? (?:in |i\.e\. )?$")
"""A count of one that no number tells, right before its year: "the following year, 1958"."""
_NEXT_WORDS = ("following year", "next year", "previous year", "preceding year")
_WIDE = frozenset({Precision.DECADE, Precision.CENTURY, Precision.RANGE})
_BESIDE = (", ", ", just ", ", only ", ", exactly ", ", a mere ", ", fully ", " – ", " (")
"""Between a date and the count behind it: "in 1950, just three years later"."""
_SET_BEHIND = regex(r" (?:later|earlier|on|afterwards?|after|before)[.,;)]")
_ANOTHER = regex(r"\b(?:another|a further) $")
_UNTIL = regex(r" (?:(?:passed|elapsed|went by) )?(?:until|till|before),? (?:in |on )?(?:the )?")
"""Around a count that starts from the date before it: "it took another four years until, in 1931, the boat ran"."""
REACH = 2000
"""How far back in a paragraph the event counted from is looked for."""

LONG = ("year", "decade", "century")
FEW = 2
"""More dates than these in the paragraph before leave it open which of them is counted from."""
MOST = 12
DECADE = 5
"""By so many years "a decade later" may be more or less than ten."""
NEAREST = 4
"""How many of the dates before a count are tried, at least; all of the paragraph's are."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look at every count of years that is "later, in" a date."""
    claims = article.claims.all
    lengths = [at for at, claim in enumerate(claims) if isinstance(claim.value, Duration)]
    yield from _told_after(article, lengths)
    for at in lengths:
        if at + 1 < len(claims):
            yield from _told_before(article, claims[at], at, claims[at + 1])
    for claim in single(article):
        at = bisect_left(article.claim_starts, claim.span.end)
        if at < len(claims):
            yield from _told_before(article, claim, at, claims[at])
    yield from _next_years(article)
    seen: set[ProseSpan] = set()
    for count in (*counted(article), *by_stem(article), *in_sentence(article), *counted_events(article)):
        if count.length.span not in seen:
            seen.add(count.length.span)
            anchors = [count.origin]
            if _OF_LIFE.match(right(article, count.length.span.end, 40)):  # "his" may be another's, told before it
                anchors += _earlier_dates(article, bisect_left(article.claim_starts, count.length.span.start))
            yield _judge(article, anchors, count.length, count.date, count.later)


def _told_before(article: Article, length: Claim, at: int, date: Claim) -> Iterator[Verdict | Outcome]:
    """Look at a count, the ``at``th reading, and the date behind it: "three years later, in 1975"."""
    value = length.value
    if not isinstance(value, Duration) or value.amount.hedge is not Hedge.NONE or not isinstance(date.value, Date):
        return
    gap = between(article, length, date, 90)
    found = _LATER.fullmatch(gap) if gap and not length.quoted else None
    if gap and not found and _UNTIL.fullmatch(gap) and _ANOTHER.search(left(article, length.span.start, 20)):
        sentence = sentence_at(article, length.span.start)
        yield _judge(
            article, [one for one in _earlier_dates(article, at) if one.span > sentence][:1], length, date, True
        )
    behind = None if found or length.quoted or at + 1 > len(article.claims.all) else _FAR_BEHIND.fullmatch(gap or "")
    if behind and date.value.precision not in _WIDE and not date.value.circa:
        anchors = [one for one in _earlier_dates(article, at) if one.span >= _with_one_before(article, length)]
        if len(anchors) == 1 and _may_be(anchors[0], value, date, later=behind[1] not in ("earlier", "before")):
            yield _judge(article, anchors, length, date, behind[1] not in ("earlier", "before"))
    if found and date.value.precision not in _WIDE and not date.value.circa:
        later = found[1].startswith(("later", "after", "on"))
        yield _judge(article, _earlier_dates(article, at, value), length, date, later)


def _with_one_before(article: Article, claim: Claim) -> ProseSpan:
    """The sentence of a count with the one before it: no date farther back is counted from."""
    *_, span = passages(article, claim.span.start, 2)
    return span


def _may_be(anchor: Claim, length: Duration, date: Claim, *, later: bool) -> bool:
    """Whether a count is of about the size of the time between two dates."""
    first, last = (anchor.value, date.value) if later else (date.value, anchor.value)
    return isinstance(first, Date) and isinstance(last, Date) and first.before(last) and comparable(length, first, last)


def _next_years(article: Article) -> Iterator[Verdict | Outcome]:
    """Look at every year that is called the one after, or before, another: "the following year, 1958"."""
    ends = (at + len(words) for words in _NEXT_WORDS for at in occurrences(article, (words,)))
    for date in (after(article, end, 12) for end in ends):
        named = None if date is None or date.quoted else _NEXT.search(left(article, date.span.start, 40))
        year = plain_year(date.value) if date is not None and isinstance(date.value, Date) else None
        if date is None or named is None or year is None:
            continue
        step = 1 if named[2] in ("following", "next") else -1
        start = date.span.start - len(named[0])
        anchors = _earlier_dates(article, bisect_left(article.claim_starts, date.span.start))
        years = [year_of(anchor.value) for anchor in anchors if isinstance(anchor.value, Date)]
        if not years or years[0] is None:
            yield Outcome.INCOMPARABLE
        elif year - step in years:
            yield Outcome.CONSISTENT
        elif _goes_on(article, start, anchors):
            words = ProseSpan(start, start + len(named[1]))
            yield _not_next(article, (anchors[0], years[0]), words, (date, year), years[0] + step)


def _goes_on(article: Article, at: int, anchors: list[Claim]) -> bool:
    """Whether the nearest date is in the sentence of a count, or alone in the one before."""
    sentence = sentence_at(article, at)
    if sentence.start <= anchors[0].span.start:
        return True
    before = sentence_at(article, max(sentence.start - 2, 0))
    told = [anchor for anchor in anchors if before.start <= anchor.span.start]
    value = told[0].value if len(told) == 1 else None
    return isinstance(value, Date) and plain_year(value) is not None


def _not_next(
    article: Article, anchor: tuple[Claim, int], words: ProseSpan, date: tuple[Claim, int], real: int
) -> Verdict:
    """The year named and the one meant, each claim with its year; ``real`` is the year that the words mean."""
    from_year, said = anchor[1], date[1]
    sign = "+" if real > from_year else "-"
    return Verdict(
        f"“{article.page.text(words)}” of {from_year} is {real}, not {said}",
        (
            Mark(words, f"that is {real}"),
            Mark(date[0].span, f"not {real}"),
            Mark(anchor[0].span, "counted from here"),
        ),
        calculation=f"{from_year} {sign} 1 = {real}, not {said}",
        changes=(
            *write_year(article, date[0].span, said, real),
            *write_year(article, anchor[0].span, from_year, from_year + said - real),
        ),
    )


def _told_after(article: Article, lengths: list[int]) -> Iterator[Verdict | Outcome]:
    """Look at every date that is followed by its count: "and closed in 1950, 49 years later"."""
    for at in (each - 1 for each in lengths if each):
        date, claim = article.claims.all[at : at + 2]
        length = claim.value
        if not isinstance(date.value, Date) or not isinstance(length, Duration) or claim.quoted:
            continue
        if (
            between(article, date, claim, 12) not in _BESIDE
            or length.amount.hedge is not Hedge.NONE
            or date.value.circa
        ):
            continue
        word = right(article, claim.span.end, 16)
        if date.value.precision not in _WIDE and _SET_BEHIND.match(word):
            yield _judge(
                article, _earlier_dates(article, at), claim, date, not word.startswith((" earlier", " before"))
            )


def _earlier_dates(article: Article, at: int, counted: object = None) -> list[Claim]:
    """The dates before a claim in its paragraph, the nearest first, ranges by their ends.

    Where there is none, years that are ``counted`` start from the paragraph before.
    """
    here = article.claims.all[at].span.start
    far = max(here - REACH, 0)
    start = max(article.page.prose.text.rfind("\n", far, here) + 1, far)
    dates: list[Claim] = []
    for claim in reversed(within(article, start, here)):
        dates += reversed(claim.parts or (claim,)) if isinstance(claim.value, Date) else ()
    if dates or not isinstance(counted, Duration) or counted.unit not in LONG:
        return dates[:MOST]
    return _of_paragraph_before(article, start)


def _of_paragraph_before(article: Article, start: int) -> list[Claim]:
    """The dates of the paragraph before one in which none is told before a count, if they are few."""
    block = article.page.block_at(start - 2) if start > 1 else None
    headed = block is not None and block.form is Form.HEADING
    if headed and block is not None:
        block = article.page.block_at(block.span.start - 2)
    here = article.page.block_at(start)
    plain = block is not None and here is not None and Form.PARAGRAPH == block.form == here.form
    if not plain or block is None or here is None or (block.section != here.section and block.place is not Place.LEAD):
        return []
    dates = [claim for claim in within(article, *block.span) if isinstance(claim.value, Date)]
    if headed and (block.place is not Place.LEAD or len(dates) > 1):
        return []
    return dates[::-1] if len(dates) <= FEW and not any(claim.parts for claim in dates) else []


def _judge(article: Article, anchors: list[Claim], length: Claim, date: Claim, later: bool) -> Verdict | Outcome:
    values = [anchor.value for anchor in anchors if isinstance(anchor.value, Date)]
    if not values or any(value.precision in _WIDE or value.circa for value in values[:1]):
        return Outcome.INCOMPARABLE
    fits = [_fits(value, length.value, date.value, later) for value in values]
    if any(fit is not False for fit in fits):
        return Outcome.CONSISTENT if any(fits) else Outcome.INCOMPARABLE
    anchor, said, when = told(article, anchors[0]), told(article, length), told(article, date)
    first, last = (values[0], date.value) if later else (date.value, values[0])
    assert isinstance(first, Date)
    assert isinstance(last, Date)
    assert isinstance(length.value, Duration)
    real = between_dates(first, last, length.value.unit)
    word = "later" if later else "earlier"
    marks = (
        Mark(length.span, f"not {said} {word}"),
        Mark(date.span, f"{real} {word}"),
        Mark(anchors[0].span, "counted from here"),
    )
    return Verdict(
        f"{when} is {real} {word} than {anchor}, not {said}",
        marks,
        calculation=f"{when} - {anchor} = {real}, not {said}",
        changes=lengthened(article, length, *((anchors[0], date) if later else (date, anchors[0]))),
        severity=None if len(values) < NEAREST else Severity.WARNING,
    )


def _fits(anchor: object, length: object, date: object, later: bool) -> bool | None:
    if not isinstance(anchor, Date) or not isinstance(date, Date) or not isinstance(length, Duration):
        return None
    first, last = (anchor, date) if later else (date, anchor)
    if not first.before(last):
        return False
    years = plain_year(first), plain_year(last)
    if length.unit == "year" and years[0] is not None and years[1] is not None:
        return years[1] - years[0] in (int(length.amount.value), int(length.amount.value) - 1)
    if length.unit == "decade" and first.precision not in _WIDE:
        real, said = elapsed(first, last, "year"), length.amount.value * 10
        if real.low is not None and real.high is not None:
            return real.low <= said + DECADE and real.high >= said - DECADE
    return agrees(length, first, last)


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Norby Prizes =\n\nThe Norby Prizes were first given in ⟦3:1978⟧.\n\n== History ==\n\nA prize for "
            "poems was added ⟦1:a decade⟧ later, in ⟦2:1996⟧."
        ),
        Example(
            "= Norby Convention =\n\nThe Norby Convention was signed in ⟦3:1921⟧.\n\n== Effects ==\n\nIt came into "
            "force in ⟦2:1929⟧, ⟦1:three years⟧ after it had been signed."
        ),
        Example(
            "= Norby Tales =\n\nThe book was brought out by a small press in ⟦3:September 1964⟧.\n\n== Effects ==\n\n"
            "⟦1:Two years⟧ after its publication, in ⟦2:November 1968⟧, it won a prize."
        ),
        Example(
            "= Norby Light =\n\nInfobox lighthouse\n- First lit: ⟦3:1829⟧\n\nNorby Light is a lighthouse.\n\n== Past "
            "==\n\nA bell was added ⟦1:twelve years⟧ after the lamp was lit, in ⟦2:1847⟧."
        ),
        Example(
            "= Norby Observatory =\n\nIt stands on a hill.\n\n- Refractor, installed in ⟦3:1908⟧\n- Dish, installed in "
            "1956\n\nA survey was begun with the refractor ⟦1:six years⟧ after its installation, in ⟦2:1918⟧."
        ),
        Example(
            "= Norby Declaration =\n\nThe Norby Declaration was read from the pulpits in ⟦3:1871⟧.\n\n== Effects ==\n\n"
            "The fees were kept until ⟦2:1889⟧, ⟦1:a quarter of a century⟧ after the declaration."
        ),
        Example("She won her first title in ⟦3:1931⟧ and, ⟦1:seven years⟧ later, her last, at the games of ⟦2:1942⟧."),
        Example("It was opened in ⟦3:1904⟧. Girls were admitted ⟦1:a decade⟧ later, in ⟦2:1921⟧."),
        Example("⟦1:Twenty years⟧ after independence in ⟦3:1961⟧, the constitution was replaced in ⟦2:1973⟧."),
        Example("The last wolf was shot in ⟦2:1788⟧, ⟦1:a decade⟧ before the lodge was built in ⟦3:1817⟧."),
        Example(
            "A first edition came out in ⟦3:1744⟧; the next had to wait until ⟦2:1761⟧, ⟦1:12 years⟧ after the first."
        ),
        Example(
            "= Norby Rovers =\n\nNorby Rovers is a club. It was founded in ⟦3:1894⟧ by miners.\n\nTheir home was a "
            "field. ⟦1:Nine years⟧ later, in ⟦2:1907⟧, they moved to Hill Road."
        ),
        Example(
            "Monks arrived from Alder in ⟦3:1131⟧, and only ⟦1:eleven years⟧ after their arrival, in ⟦2:1158⟧, the "
            "church was ready."
        ),
        Example("A bill was passed in ⟦3:1921⟧, but it took another ⟦1:four years⟧ until, in ⟦2:1931⟧, a boat ran."),
        Example("He joined the academy in ⟦3:1909⟧. His book came out ⟦1:the following year⟧, ⟦2:1914⟧, in two parts."),
        Example("The first bridge was opened in ⟦3:1971⟧. ⟦1:Three years⟧ later, in ⟦2:1975⟧, it fell."),
        Example("He left Rome on ⟦3:4 May 1820⟧ and ⟦1:two months⟧ later, on ⟦2:9 December 1820⟧, he was in Paris."),
        Example("The mine closed in ⟦3:1950⟧; ⟦1:ten years⟧ earlier, in ⟦2:1930⟧, it had been the largest."),
        Example("The film was shown in ⟦3:September 1954⟧, and ⟦1:the following year⟧, ⟦2:1958⟧, it won a prize."),
        Example("The canal opened in ⟦3:1797⟧. It was widened in ⟦2:1847⟧, ⟦1:thirty years⟧ after it had opened."),
        Example("In ⟦2:1919⟧, ⟦1:four years⟧ after the end of the war in ⟦3:1908⟧, the mill was sold."),
        Example("The mine opened in ⟦3:1903⟧. ⟦1:A decade⟧ later, in ⟦2:1971⟧, it flooded."),
        Example("The line opened in ⟦3:1901⟧ and closed in ⟦2:1950⟧, ⟦1:29 years⟧ later."),
    ),
    good=(
        Example(
            "= Norby Prizes =\n\nThe Norby Prizes were founded in 1971 and first given in 1978.\n\n== History "
            "==\n\nA prize for poems was added a decade later, in 1996."
        ),
        Example(
            "= Norby Works =\n\nNorby Works was set up in 1828.\n\n== Effects ==\n\nIts last engine ran in 1887, 25 "
            "years after the founder's death."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (1870–1931) was a poet. A son died in 1940; in 1950, ten years after his death, "
            "the house was sold. Her letters came out in 1951, twenty years after her death."
        ),
        Example(
            "= Norby Observatory =\n\nIt stands on a hill.\n\n- Refractor, installed in 1908\n- Dish, installed in "
            "1956\n\nA survey was begun six years after the installation, in 1918."
        ),
        Example("She won her first title in 1931 and, seven years later, her last, which was told in a book of 1942."),
        Example("The bridge was rebuilt in 1910, nine years after the law passed in 1894 had been repealed."),
        Example(
            "It was extended in 1997. The gyroscopes failed on 11 July 1998, and nine days later, it was turned off."
        ),
        Example(
            "= Norby Rovers =\n\nIt was founded in 1894 and joined the league in 1898.\n\nTheir home was a field. "
            "Nine years later, in 1907, they moved to Hill Road."
        ),
        Example("Monks arrived in 1131, and eleven years after the fire, in 1158, the church was ready."),
        Example("The first bridge was opened in 1971. Three years later, in 1974, it fell."),
        Example("The first bridge was opened in 1971. Three years later, in 1973, it fell."),
        Example("The first bridge was opened in 1971 and a second in 1972. Three years later, in 1974, it fell."),
        Example("It began in December 1971. Three years later, in January 1975, it ended."),
        Example("The first bridge was opened in 1971. About three years later, in 1975, it fell."),
        Example("Three years later, in 1975, it fell."),
        Example("The canal opened in 1797. In 1847, thirty years after the first flood, it was widened."),
        Example("The dam was finished in 1934, two years before the road built in 1951 was begun."),
        Example("The film was shown in September 1954, and the following year, 1955, it won a prize."),
        Example("A prize of 1957 made it known. It was shown in 1954, and the following year, 1958, it won another."),
        Example("It was shown in 1954. The prize was long talked of. The following year, 1958, was a poor one."),
    ),
    claims=frozenset({"date"}),
)
