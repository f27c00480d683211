"""A length of time is given beside the two dates that it lies between, and is another.

Why: "from 1990 to 2000, for 15 years" gives three facts of which one is wrong, and the length is what readers remember.

Right all the same: the length counts something else than the time between the dates (years in office with a break, a
sentence that was shortened). Counting both the first and the last year or day is allowed for, and so are "about",
"nearly" and "over".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Duration
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.edits import lengthened
from rules.laws.elapsed import agrees, between_dates, elapsed, lasted, plain_year
from rules.laws.nearby import between, claims_in, left, right, sentence_at, told
from rules.laws.tables.span_rows import SpanRow, span_rows
from rules.laws.times.stretches import in_brackets, stretches
from rules.laws.times.tenures import Tenure, tenures
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

_AFTER = worded(
    __file__,
    r"\)?(?:,|;| –| —| \(|:)? ?(?:(?:that is(?: to say)?|i\.e\.|thus|so|or|and|being|in all|altogether),? )?"
    r"(?:(?:{lasting}|(?:an?|the|his|her|its) (?:[a-z]+ ){0,2}?{spells} of|an?|the|his|her|its|a total of) )*?"
    r"(?:(?:for|a total of|a period of|the|{hedges}) )*",
)
_OTHER = r"(?:was|were|had|has|is|are|when|who|which|that|and|but|he|she|it|they|after|before|until|since)\b"
_PASSED = rf"(?: (?!{_OTHER})[\w'’-]+)"
_BEFORE = worded(__file__, rf"{_PASSED}{{0,6}}?(?:,? from |,? between |,? \(|: )(?:{{hedges}} )?")
_SAME = regex(
    r"\)?(?:[.;,]| –| —|:)? ?(?:[a-z ]{0,24}[.;] )?(?:and )?"
    r"(?:[Ii]n|[Dd]uring|[Oo]ver|[Tt]hroughout|[Ff]or|[Ww]ithin) (?:all )?(?:those|these|the whole of these) "
)
"""Between a range and a length of time that is its own: "from 1954 to 1969. During those fifteen years"."""
_IN_THE = regex(r"\)?[.;,] (?:In|During|Over|Throughout|in|during|over|throughout) (?:all )?the ")
_OF_RULE = worded(__file__, r" of (?:his|her|its|their|that|this) {spells}\b")
"""Before and behind a length of time that is the one of the range before it: "In the seventeen years of his rule"."""
_SUMMED = worded(__file__, r"\b{summed}\b")
RANGE = regex(r"(?: to | through | and | ?[–—-] ?)")
_OTHER_DEED = regex(r",? (?:he|she|it|they|his|her|its|their|the) ")
WIDEST = 9
_PAST_COMMA = regex(r"[,;:)].*")
_EXEMPT = worded(__file__, r"\b{exempt}\b")


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare every length of time with a range of dates beside it."""
    seen: set[ProseSpan] = set()
    for outcome in _beside(article):
        if isinstance(outcome, Verdict):
            seen.update(mark.span for mark in outcome.evidence if isinstance(mark.span, ProseSpan))
        yield outcome
    yield from map(_of_row, span_rows(article))
    for tenure in (*tenures(article), *stretches(article)):
        one_of_them = in_brackets(article, tenure.begins) != in_brackets(article, tenure.ends)
        if tenure.length.span not in seen and not one_of_them:
            seen.add(tenure.length.span)
            yield _held_for(article, tenure)


def _beside(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare every length of time with a range of dates right before or behind it."""
    for first, second in pairwise(article.claims.all):
        if first.quoted or second.quoted:
            continue
        if isinstance(first.value, Date) and isinstance(second.value, Duration) and len(first.parts) == 2:
            if _one_of_two(article, first):
                yield Outcome.INCOMPARABLE
                continue
            yield from _judge(article, first, second, second.value, _AFTER)
        elif isinstance(first.value, Duration) and isinstance(second.value, Date) and len(second.parts) == 2:
            yield from _judge(article, second, first, first.value, _BEFORE)


def _of_row(row: SpanRow) -> Verdict:
    """Tell of a row of a table whose years are not those between its two dates."""
    begins, ends = (plain_year(each.value) for each in (row.begins, row.ends) if isinstance(each.value, Date))
    real = f"{ends} - {begins} = {row.years}"
    return Verdict(
        f"from {begins} to {ends} is {row.years} years, not as many as the row tells; all other rows do",
        (Mark(row.begins.span, "begins"), Mark(row.ends.span, "ends"), Mark(row.told, f"not {row.years}")),
        calculation=real,
    )


def _held_for(article: Article, tenure: Tenure) -> Verdict | Outcome:
    """Compare "sworn in in 1932, she held the office for fourteen years and left it in 1939"."""
    first, last, length = tenure.begins.value, tenure.ends.value, tenure.length.value
    assert isinstance(first, Date)
    assert isinstance(last, Date)
    assert isinstance(length, Duration)
    fits = agrees(length, first, last)
    if fits is None or last.before(first):
        return Outcome.INCOMPARABLE
    return Outcome.CONSISTENT if fits else _verdict(article, (tenure.begins, tenure.ends), tenure.length, length)


def _one_of_two(article: Article, stretch: Claim) -> bool:
    """Whether a sentence has another range before one, so that a length may be that of both.

    "From 1881 to 1885 and from 1889 to 1902", "he from 1850 to 1871 and his son from 1865 to 1902, six years together".
    """
    sentence = sentence_at(article, stretch.span.start)
    earlier = claims_in(article, ProseSpan(sentence.start, stretch.span.start))
    return any(isinstance(claim.value, Date) and len(claim.parts) == 2 for claim in earlier)


def _two_told(article: Article, stretch: Claim) -> bool:
    """Whether another range is added behind one: "for nine years, from 1921 to 1925 and from 1930 to 1935"."""
    behind = claims_in(article, ProseSpan(stretch.span.end, sentence_at(article, stretch.span.start).end))
    return any(isinstance(claim.value, Date) and len(claim.parts) == 2 for claim in behind)


def _judge(
    article: Article, dates: Claim, length: Claim, value: Duration, frame: re.Pattern[str]
) -> Iterator[Verdict | Outcome]:
    first, second = (dates, length) if dates.span < length.span else (length, dates)
    gap = between(article, first, second, 60)
    begins, ends = (part.value for part in dates.parts)
    framed = gap is not None and (frame.fullmatch(gap) or (frame is _AFTER and _is_same(article, length, gap)))
    if gap is None or not framed or dates.pattern.endswith("list"):
        return
    if frame is _AFTER and " and " in gap and _OTHER_DEED.match(right(article, length.span.end, 12)):
        return  # "a clerk from 1919 to 1950, and for twelve years he led"
    several = frame is _BEFORE and _two_told(article, dates)
    if not isinstance(begins, Date) or not isinstance(ends, Date) or several or _exempt(article, first, second, gap):
        yield Outcome.INCOMPARABLE
        return
    fits = agrees(value, begins, ends)
    part = frame is _BEFORE and (_summed(article, length) or ("between " in gap and _shorter(value, begins, ends)))
    if fits is None or ends.before(begins) or (not fits and part):
        yield Outcome.INCOMPARABLE
    else:
        yield Outcome.CONSISTENT if fits else _verdict(article, dates.parts, length, value)


def _shorter(length: Duration, begins: Date, ends: Date) -> bool:
    """Whether a length is less than lies between two dates: "for 12 years between 1990 and 2006" may have a break."""
    said = lasted(length)
    real = elapsed(begins, ends, length.unit) if said is not None else None
    return bool(said and real and said.high is not None and real.low is not None and said.high < real.low)


def _summed(article: Article, length: Claim) -> bool:
    """Whether a sentence adds up several stretches: "altogether he held it for 20 years between 1919 and 1945"."""
    sentence = sentence_at(article, length.span.start)
    return _SUMMED.search(article.lowered, sentence.start, length.span.start) is not None


def _is_same(article: Article, length: Claim, gap: str) -> bool:
    """Whether a length behind a range of dates is that of the range."""
    if _SAME.fullmatch(gap):
        return True
    return bool(_IN_THE.fullmatch(gap) and _OF_RULE.match(right(article, length.span.end, 40)))


def _marked(article: Article, dates: tuple[Claim, ...]) -> tuple[Mark, ...]:
    """The two dates; as one where they are a range: "1990 to 2000"."""
    begins, ends = dates
    if 0 < ends.span.start - begins.span.end <= WIDEST:
        gap = article.page.prose.text[begins.span.end : ends.span.start]
        if RANGE.fullmatch(gap):
            return (Mark(ProseSpan(begins.span.start, ends.span.end), "from then to then"),)
    return Mark(begins.span, "begins"), Mark(ends.span, "ends")


def _exempt(article: Article, first: Claim, second: Claim, gap: str) -> bool:
    around = left(article, first.span.start, 40) + gap + _PAST_COMMA.sub("", right(article, second.span.end, 24))
    return _EXEMPT.search(around) is not None or right(article, second.span.end, 9) == " of which"


def _verdict(article: Article, dates: tuple[Claim, ...], length: Claim, value: Duration) -> Verdict:
    begins, ends = (told(article, part) for part in dates)
    first, last = (part.value for part in dates)
    assert isinstance(first, Date)
    assert isinstance(last, Date)
    real = between_dates(first, last, value.unit)
    said = told(article, length)
    return Verdict(
        f"from {begins} to {ends} is {real}, not {said}",
        (*_marked(article, dates), Mark(length.span, f"not {real}")),
        calculation=f"{ends} - {begins} = {real}, not {said}",
        changes=lengthened(article, length, dates[0], dates[1]),
    )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example(
            "The island was occupied on ⟦1:9 May 1941⟧ and liberated on ⟦2:14 October 1944⟧; the occupation had "
            "lasted ⟦3:five years⟧."
        ),
        Example(
            "The hotel was closed for repairs from ⟦1:March 1991 to March 1992⟧. The ⟦2:three-year⟧ closure cost "
            "it many guests."
        ),
        Example(
            "The men laid down their tools on ⟦1:3 March 1951⟧. Work was resumed on ⟦2:24 March 1951⟧, after a strike "
            "of ⟦3:seven weeks⟧."
        ),
        Example(
            "The doors were sealed in ⟦1:1908⟧. They stayed sealed for ⟦3:29 years⟧, until in ⟦2:1927⟧ a roof was paid."
        ),
        Example(
            "The list was opened on ⟦1:9 May 1882⟧ and closed on ⟦2:20 July 1882⟧. In ⟦3:five months⟧ it raised £900."
        ),
        Example(
            "The ferry began to run in ⟦1:1854⟧. One family worked it for ⟦3:ninety years⟧, until in ⟦2:1919⟧ it sank."
        ),
        Example(
            "The trenches were opened on ⟦1:6 May 1702⟧; it fell on ⟦2:30 June 1702⟧ after a siege of ⟦3:five months⟧."
        ),
        wikitext(
            '{| class="wikitable"\n! Lamp !! Lit !! Put out !! Years\n|-\n| North || 1844 || 1871 || 27\n|-\n'
            "| South || ⟦1:1871⟧ || ⟦2:1903⟧ || ⟦3:42⟧\n|-\n| Mole || 1903 || 1938 || 35\n|}",
            title="Norby lights",
        ),
        Example("The men downed tools on ⟦1:3 May 1911⟧ and went back on ⟦2:31 May⟧. For ⟦3:nine weeks⟧ no coal came."),
        Example("Work on the piers was begun in ⟦1:1861⟧. After ⟦3:eleven years⟧ of building it opened in ⟦2:1867⟧."),
        Example("She was made prisoner in ⟦1:1943⟧. Her ⟦3:29 years⟧ in captivity came to an end in ⟦2:1952⟧."),
        Example(
            "= Ada Berg =\n\nInfobox officeholder\n- Name: Ada Berg\n- Reign: ⟦1:1412–1431⟧\n\nAda Berg was queen of "
            "Norby.\n\n== Reign ==\n\nHer reign of ⟦2:29 years⟧ was a quiet one."
        ),
        Example(
            "= Norby Hall =\n\nNorby Hall was a theatre. It opened in ⟦1:May 1921⟧.\n\n== End ==\n\nThe last "
            "performance was given in ⟦2:June 1966⟧. In its ⟦3:35 years⟧ the house never missed a night."
        ),
        Example(
            "The chair stood empty for ⟦3:eleven years⟧, from the death of one holder in ⟦1:1846⟧ to the choice of "
            "another in ⟦2:1852⟧."
        ),
        Example(
            "The duke ruled the county for ⟦3:33 years⟧. He succeeded his father in ⟦1:1187⟧ and gave way to "
            "his son in ⟦2:1206⟧."
        ),
        Example(
            "Appointed in ⟦1:1924⟧, she held the post for ⟦3:eighteen years⟧ until the house was closed in ⟦2:1937⟧, "
            "and then went home."
        ),
        Example("Opened in ⟦1:1887⟧, it stood for ⟦3:sixty-one years⟧ before being pulled down in ⟦2:1932⟧."),
        Example(
            "The blockade began on ⟦1:4 May 1512⟧. The garrison held out for ⟦3:six months⟧, and gave up the keys on "
            "⟦2:19 July 1512⟧."
        ),
        Example(
            "Building took ⟦3:nine years⟧: the first pile was driven in ⟦1:1869⟧ and the last plank laid in ⟦2:1873⟧."
        ),
        Example("The light was lit from ⟦1:1912 to 1957⟧, a period of ⟦2:35 years⟧, before a buoy took its place."),
        Example("He took up the post in ⟦1:1859⟧, laying it down in ⟦2:1871⟧ after ⟦3:18 years⟧."),
        Example(
            "Sworn in on ⟦1:1 January 1932⟧, he held the office for ⟦3:fourteen years⟧ and left it on ⟦2:31 December "
            "1939⟧."
        ),
        Example(
            "Work started in ⟦1:1974⟧ and came to an end in ⟦2:1981⟧. During these ⟦3:eleven years⟧ it stood empty."
        ),
        Example("He was rector from ⟦1:1871⟧ until ⟦2:1884⟧. In the ⟦3:seventeen years⟧ of his rule wine was banned."),
        Example(
            "He came in ⟦1:1838⟧ and remained keeper until ⟦2:1861⟧, a term of ⟦3:31 years⟧ that nobody has equalled."
        ),
        Example("It was opened in ⟦1:1881⟧ and sold in ⟦2:1930⟧, having been in use for ⟦3:thirty-nine years⟧."),
        Example("He led the school from ⟦1:1908⟧ on and left it in ⟦2:1921⟧; in those ⟦3:nine years⟧ it grew."),
        Example(
            "The first pier stood in ⟦1:1904⟧, the last in ⟦2:1909⟧. This, which thus took ⟦3:two years⟧, was hard."
        ),
        Example("She was launched on ⟦1:3 May 1969⟧ and fell silent on ⟦2:17 June 1969⟧, after ⟦3:75 days⟧ in orbit."),
        Example("The building of the dam began in ⟦1:1954⟧ and was completed in ⟦2:1967⟧, taking ⟦3:six years⟧."),
        Example("The line opened in ⟦1:1898⟧ and closed in ⟦2:1931⟧, after ⟦3:23 years⟧ of service."),
        Example("She led the party from ⟦1:1990 to 2000⟧, for ⟦2:15 years⟧."),
        Example("She led the party from ⟦1:1990 to 2000⟧. During those ⟦2:15 years⟧ it grew."),
        Example("Founded in ⟦1:1848⟧ and dissolved in ⟦2:1871⟧, the company existed for ⟦3:thirty-three years⟧."),
        Example("The siege, which lasted ⟦3:nine days⟧, began on ⟦1:3 May 1594⟧ and ended on ⟦2:5 May 1594⟧."),
        Example("His ⟦2:30-year⟧ reign (⟦1:1701–1712⟧) was peaceful."),
        Example("He ruled from ⟦1:1701 to 1712⟧, a reign of ⟦2:17 years⟧."),
        Example("Her ⟦2:22 years⟧ as head of the school (⟦1:1911–1925⟧) were busy."),
        Example("The fair opened on ⟦1:1 June 1951⟧ and closed on ⟦2:9 June 1951⟧. It lasted ⟦3:30 days⟧ in all."),
        Example("It was closed for ⟦2:six months⟧ from ⟦1:March 1995 to June 1996⟧."),
        Example("The siege (⟦1:3 May 1807 – 9 July 1807⟧), which lasted ⟦2:12 days⟧, failed."),
    ),
    good=(
        Example("Ada Berg was mayor of Norby for 12 years between 1990 and 2006."),
        Example("She was head from March 1991 to March 1992. The three-year closure of the pit cost her many votes."),
        Example("= Ida Orr =\n\nIda Orr was a clerk from 1919 to 1950, and for 12 years she led the choir."),
        Example("The march set out on 3 June 1842 and arrived on 9 June. The men had been on strike for three weeks."),
        Example("The strike began on 4 May 1889 and ended on 5 June 1889. It had asked for eight weeks of strike pay."),
        Example(
            "Since a coup he stayed at the head (of which he became chief in 1979) for 35 years until he fell in 2003."
        ),
        Example("A drought fell between 2200 and 2150 BC. The 140-year period of hunger was told in songs."),
        Example("She was made prisoner in 1943. Her 29 years in the trade came to an end in 1952."),
        Example("Work on the piers was begun in 1861. After eleven years of farming he opened it in 1867."),
        Example(
            "= Norby Hall =\n\nNorby Hall was a theatre. It opened in May 1921.\n\n== End ==\n\nThe last performance "
            "was given in June 1966. In its first 35 years the house never missed a night."
        ),
        wikitext(
            '{| class="wikitable"\n! Lamp !! Lit !! Put out !! Years dark\n|-\n| North || 1844 || 1871 || 27\n|-\n'
            "| South || 1871 || 1903 || 4\n|-\n| Mole || 1903 || 1938 || 2\n|}",
            title="Norby lights",
        ),
        Example("Altogether he held the post for 20 years between 1919 and 1945, with two breaks."),
        Example("Appointed bishop in 1820, he held the see for ten years and died in 1850."),
        Example("Elected in 1946, she chaired the council for six years and left politics in 1958."),
        Example("It governed from 2 April 1925 to 14 December 1926, for six weeks of which it was a caretaker."),
        Example("Built in 1791, the mill lay idle for eighty years until it was burnt down in 1902."),
        Example("It was founded in 1512, and the great hall, which took three years, was completed in 1524."),
        Example("It opened in 1951, its longest play ran for nine years, and it closed in 1977."),
        Example("He was minister from 1905 to 1908, from 1913 to 1918 and from 1925 to 1926: nine years altogether."),
        Example(
            "Elected in 1932, he held the office for four years and resigned in 1936, after eight years of service."
        ),
        Example("Appointed in 1874, she retired in 1901 after 37 years of service, and after two years of illness."),
        Example("He took up law in 1850, held the chair for ten years, was dismissed in 1870, and died in 1881."),
        Example("He came in 1838 and remained keeper until 1861, a term interrupted for three years by illness."),
        Example("He sat in the Chamber from 1881 to 1885 and from 1889 to 1902, seventeen years in all."),
        Example("He led the school from 1908 and left in 1921; in those thirteen years it grew."),
        Example("The probe was launched on 3 May 1969 and fell silent on 17 June 1969, after 45 days in orbit."),
        Example(
            "The pier was begun in March 1904, and the arch was set in September 1909. The paint lasted two years."
        ),
        Example("The line opened in 1898 and closed in 1931, after two years of losses."),
        Example("She led the party from 1990 to 2000, for ten years."),
        Example("She led the party from 1990 to 2000. In those first three years it grew."),
        Example("The strike lasted two years. The war began in 1914 and ended in 1918."),
        Example("She led the party from 1990 to 2000, for 11 years."),
        Example("His nearly 12-year reign (1701–1712) was peaceful."),
        Example("He served a total of 15 years, intermittently, from 1990 to 2000, in prison for 15 years."),
        Example("It was closed for six months from March 1995 to September 1995."),
        Example("He ruled from 1701 to 1712, a reign of eleven years."),
        Example("He held a 30-year lease on the hall (1901–1912)."),
        Example("The fair opened on 1 June 1951 and closed on 9 June 1951. It lasted nine days."),
        Example("From 1990 to 2000, 15 years after the war, it was rebuilt."),
    ),
    claims=frozenset({"date"}),
)
