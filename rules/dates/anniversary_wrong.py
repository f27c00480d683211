"""An anniversary is dated to a year in which it did not fall.

Why: the 50th anniversary of 1992 is in 2042; a reader who trusts the count gets the founding year wrong, and one who
trusts the year the count.

Right all the same: the feast was moved to the year before or after, or the first year was counted in; a difference of
one is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Ordinal
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.edits import write_year
from rules.laws.elapsed import year_of
from rules.laws.explained import another_date
from rules.laws.nearby import between, left, right, within
from rules.laws.times.feast_origins import named_origins, same_days
from rules.laws.times.feasts import (
    JOINED,
    Feast,
    beginnings,
    feasts,
    is_kept_by,
    is_own,
    kept,
    of_lead,
    of_title,
)
from rules.laws.times.listed_feasts import listed
from rules.laws.times.own_spans import own_beginnings
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

_OF = regex(
    r"[ -](?:anniversary|birthday|jubilee)(?: celebrations?| edition)? (?:of|since) (?!his\b|her\b)"
    r"[^.,;:()]{0,60}?(?:in|of|on|\(|the|from)? ?(?:the )?"
)
_OF_MADE = worded(
    __file__,
    r"[ -](?:anniversary|birthday|jubilee) of (?:the|its) [^.,;:()]{2,50}, "
    r"(?:first |itself |originally )?{done} (?:in|on) ",
)
_MARKED = regex(r"[^.;:]{0,60}? (?:in|on|during) ")
_COUNTED = regex(r"[ -](?:anniversary|birthday|jubilee|centenary|centennial)\b")
"""Behind a count, the noun that goes with it into the evidence: "50th anniversary"."""
_IN = regex(r"(?:^|[.;] )(?:In|On|By|During) $")
_MOST = 12
"""An article that tells of more beginnings does not say which of them a feast is of."""
ORDINAL = ("th", "st", "nd", "rd", "first", "second", "third")
SLACK = 1


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look for "the nth anniversary of" a date, held in another date of the same sentence."""
    claims = article.claims.all
    seen: set[ProseSpan] = set()
    for at, claim in enumerate(claims[:-1]):
        origin = claims[at + 1]
        if not isinstance(claim.value, Ordinal) or not isinstance(origin.value, Date) or claim.quoted:
            continue
        gap = between(article, claim, origin, 100)
        if gap is None:
            continue
        held = _held(article, at) if _OF.fullmatch(gap) or _OF_MADE.fullmatch(gap) else None
        if held is not None:
            seen.add(claim.span)
            yield _judge(article, claim.span, int(claim.value.amount.value), (origin, held))
    for feast in feasts(article):
        if feast.span in seen:
            continue
        row = listed(article, feast)
        if row is not None:
            yield from _own(article, feast, article.once(own_beginnings) or beginnings(article, feast), row)
        elif is_own(article, feast):
            yield from _own(article, feast, beginnings(article, feast) or same_days(article, feast))
        else:
            yield from _own(article, feast, named_origins(article, feast) or same_days(article, feast))


def _own(article: Article, feast: Feast, began: list[Claim], row: Claim | None = None) -> Iterator[Verdict | Outcome]:
    """An anniversary of what the text is about, against the one beginning that the text tells."""
    held = row or kept(article, feast)
    origins = [claim for claim in began if held is None or claim.span != held.span]
    if held is not None and not origins and is_own(article, feast):
        bare = " of " not in right(article, feast.end, 24) or of_title(article, feast)
        origins = [claim for claim in article.once(own_beginnings) if bare and claim.span != held.span]
        origins = origins or of_lead(article)
    if (
        held is None
        or not origins
        or len(origins) > _MOST
        or any(_date(held).before(_date(origin)) for origin in origins)
    ):
        return  # a feast kept before its beginning is that of something else
    if row is None and not any(is_kept_by(article, feast, origin) for origin in origins):
        return
    outcomes = [_judge(article, feast.span, feast.number, (origin, held)) for origin in origins]
    years = {year_of(origin.value) for origin in origins if isinstance(origin.value, Date)}
    silent = next((outcome for outcome in outcomes if isinstance(outcome, Outcome)), None)
    silent = silent or (Outcome.INCOMPARABLE if _of_another(article, feast, held) else None)
    own = _founded(article, origins) if len(years) > 1 else 0
    if own is None and len(years) == len(("founded", "opened")):
        own = min(range(len(origins)), key=lambda at: year_of(_date(origins[at])) or 0)  # wrong by either
    yield silent or (outcomes[own] if own is not None else Outcome.INCOMPARABLE)


def _date(claim: Claim) -> Date:
    assert isinstance(claim.value, Date)
    return claim.value


def _founded(article: Article, origins: list[Claim]) -> int | None:
    """Which of several dates is the one founding of the article's own subject."""
    facts = [fact for fact in article.facts_by_property.get("founded", ()) if fact.subject == article.parties.own]
    spans = {fact.claim.span for fact in facts if fact.claim is not None}
    found = [at for at, origin in enumerate(origins) if origin.span in spans]
    return found[0] if len(found) == 1 and len(facts) == 1 else None


def _of_another(article: Article, feast: Feast, held: Claim) -> bool:
    """Whether the sentence or the lead gives a date that the feast fits: of a predecessor, of the move to a ground."""
    kept_in = year_of(held.value) if isinstance(held.value, Date) else None
    if kept_in is None:
        return False
    lead = (claim for block in article.page.lead for claim in within(article, *block.span))
    dates = (each.value for claim in lead for each in (claim, *claim.parts))
    if any(isinstance(date, Date) and year_of(date) == kept_in - feast.number for date in dates):
        return True
    return another_date(article, held.span, lambda other: year_of(other) == kept_in - feast.number)


def _held(article: Article, at: int) -> Claim | None:
    """The date on which the anniversary is said to be held: right after the origin, or opening the sentence."""
    claims = article.claims.all
    if at + 2 < len(claims) and isinstance(claims[at + 2].value, Date):
        gap = between(article, claims[at + 1], claims[at + 2], 70)
        if gap is not None and (_MARKED.fullmatch(gap) or gap in (" in ", " on ", ", in ", ", on ")):
            return claims[at + 2]
    before = claims[at - 1] if at else None
    if before is None or not isinstance(before.value, Date) or between(article, before, claims[at], 90) is None:
        return None
    text = left(article, claims[at].span.start, 110) + right(article, claims[at].span.start, 0)
    opening = _IN.search(left(article, before.span.start, 20))
    joined = JOINED.fullmatch(between(article, before, claims[at], 60) or "-")
    return before if opening or joined or text.startswith(("In ", "On ", "By ", "During ")) else None


def _judge(article: Article, count: ProseSpan, number: int, dates: tuple[Claim, Claim]) -> Verdict | Outcome:
    """Whether the second date lies so many years after the first."""
    origin, held = (claim.value for claim in dates)
    assert isinstance(origin, Date)
    assert isinstance(held, Date)
    first, last = year_of(origin), year_of(held)
    if first is None or last is None or origin.circa or held.circa:
        return Outcome.INCOMPARABLE
    if abs(last - first - number) <= SLACK:
        return Outcome.CONSISTENT if last - first == number else Outcome.BY_ROUNDING
    counted = _COUNTED.match(article.page.prose.text, count.end)
    count = ProseSpan(count.start, counted.end()) if counted else count
    said = article.page.text(count)
    noun = "" if said.lower().endswith(("ary", "ial", "lee", "day")) else " anniversary"
    name = f"feast of {number} years" if noun and not said.rstrip().endswith(ORDINAL) else f"{said}{noun}"
    return Verdict(
        f"the {name} of {first} falls in {first + number}, not {last}",
        (
            Mark(count, f"{last} would be {last - first} years after {first}"),
            Mark(dates[0].span, "counted from here"),
            Mark(dates[1].span, f"not {first + number}"),
        ),
        calculation=f"{first} + {number} = {first + number}, not {last}",
        changes=(
            *write_year(article, dates[1].span, last, first + number),
            *write_year(article, dates[0].span, first, last - number),
        ),
    )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Norby Islands =\n\nThe Norby Islands became independent on ⟦2:4 July 1962⟧. A column was unveiled "
            "in ⟦3:2002⟧ on the ⟦1:fiftieth anniversary⟧ of independence."
        ),
        Example(
            "= Bo Lind =\n\nBo Lind was a brewer. He married Ida Orr in ⟦2:1871⟧. The couple celebrated their "
            "⟦1:golden wedding anniversary⟧ in ⟦3:1911⟧."
        ),
        wikitext(
            "{{Infobox library\n| established = ⟦2:1820⟧\n}}\nNorby Library is a library. A show of books marked its "
            "⟦1:bicentenary⟧ in ⟦3:2010⟧.",
            title="Norby Library",
        ),
        Example(
            "= Norby Fair =\n\nNorby Fair is a fair.\n\n== Past ==\n\nThe first fair was held in ⟦2:1928⟧.\n\n"
            "== Feast ==\n\nIn ⟦3:1988⟧ the town celebrated the ⟦1:50th anniversary⟧ of the fair with a parade."
        ),
        Example(
            "= Norby Mine disaster =\n\nThe Norby Mine disaster killed 61 men on ⟦2:1 May 1905⟧. A stone was set up on "
            "⟦3:1 May 1965⟧, the ⟦1:fiftieth anniversary⟧ of the explosion."
        ),
        Example(
            "= Norby Theatre =\n\nThe company gave its first play in a barn in ⟦2:1969⟧.\n\n== Feasts ==\n\nThe "
            "⟦1:silver jubilee⟧ was kept in ⟦3:1999⟧ with a ball."
        ),
        Example("The see was erected in ⟦2:1124⟧, and its ⟦1:eighth centenary⟧ was kept in ⟦3:1934⟧."),
        Example("The club was founded in ⟦2:1890⟧ by six oarsmen. ⟦3:2000⟧ saw its ⟦1:bicentenary⟧."),
        Example("The choir turned ⟦1:eighty⟧ in ⟦3:2003⟧; it had given its first concert in ⟦2:1913⟧."),
        Example("The parish was erected in ⟦2:1804⟧ and celebrated ⟦1:150 years⟧ of existence in ⟦3:1964⟧."),
        Example("In ⟦3:1961⟧ it had stamps for the ⟦1:hundredth anniversary⟧ of the light, first lit in ⟦2:1851⟧."),
        Example(
            "= Norby Day =\n\nNorby became a state on ⟦2:3 May 1919⟧.\n\nOn the ⟦1:75th anniversary⟧, celebrated on "
            "⟦3:3 May 1984⟧, wine ran."
        ),
        Example(
            "= Norby =\n\nNorby is a town. It received its charter in ⟦2:1884⟧, when the mill came.\n\nIn ⟦3:2024⟧ it "
            "kept the ⟦1:150th anniversary⟧ of its charter."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (⟦2:3 May 1811⟧ – 8 June 1870) was a poet.\n\nA bust was unveiled in ⟦3:1961⟧ "
            "on the ⟦1:200th anniversary⟧ of her birth."
        ),
        Example(
            "= Norby Dam =\n\nThe dam burst on ⟦2:4 May 1899⟧. A chapel was built. On the ⟦1:fiftieth anniversary⟧ of "
            "the burst, in ⟦3:1969⟧, a cross was set up."
        ),
        Example("The ⟦1:50th anniversary⟧ of the treaty of ⟦2:1992⟧ was held in ⟦3:2040⟧."),
        Example("In ⟦3:1985⟧ a stamp was issued for the ⟦1:25th anniversary⟧ of independence in ⟦2:1948⟧."),
        Example("Founded in ⟦2:1950⟧, the club celebrated its ⟦1:50th anniversary⟧ in ⟦3:2010⟧."),
        Example("The bridge was opened in ⟦2:1850⟧. For its ⟦1:centenary⟧, in ⟦3:1960⟧, it was lit up."),
        Example(
            "= Ems line =\n\nOpened in ⟦2:1931⟧, the line was short.\n\n== End ==\n\n"
            "An engine ran on the ⟦1:75th anniversary⟧ of the opening, in ⟦3:June 2016⟧."
        ),
        Example("The college took in its first 22 students in ⟦2:1904⟧. It kept its ⟦1:centenary⟧ in ⟦3:1996⟧."),
        Example(
            "= Peru–Norway relations =\n\nPeru and Norway established diplomatic relations in ⟦2:1890⟧. In ⟦3:2010⟧ "
            "the ⟦1:130th anniversary⟧ of the ties of friendship between the two was celebrated."
        ),
        Example(
            "= Battle of Norby =\n\nThe Battle of Norby was fought on ⟦2:1 October 1809⟧.\n\n== Memory ==\n\nA stone "
            "was raised on the hill in ⟦3:1859⟧, on the ⟦1:70th anniversary⟧ of the battle."
        ),
        Example(
            "The order was instituted on ⟦2:4 May 1701⟧ by the king. On ⟦3:4 May 1911⟧ it kept its ⟦1:bicentenary⟧."
        ),
        wikitext(
            "The '''Order of Norby''' is a decoration. The order was instituted in ⟦2:1921⟧.\n\n"
            '{| class="wikitable"\n! Issue !! Year\n|-\n| ⟦1:60th anniversary⟧ stamp || ⟦3:1991⟧\n|}',
            title="Order of Norby",
        ),
    ),
    good=(
        Example(
            "= Norby FC =\n\nNorby FC is a football club founded in 1899. It has played at Mill Lane since May 1904."
            "\n\nIn 1979 the club celebrated the 75th anniversary with a match."
        ),
        Example(
            "= Norby Lions =\n\nThe Norby Lions are a club founded in 1911. In 1971 they met Elm, which kept its "
            "75th anniversary."
        ),
        Example(
            "= Norby =\n\nNorby was founded in 1050 and chartered in 1250. In 1950 it celebrated its 900th anniversary "
            "and in 2000 the 750th anniversary of the charter."
        ),
        Example(
            "= Norby Museum =\n\nThe Norby Museum was founded in 1911.\n\nThe 100th anniversary of its society, "
            "set up in 1898, was kept in 1998."
        ),
        wikitext(
            "The '''Order of Norby''' is a decoration. The order was instituted in 1921.\n\n"
            '{| class="wikitable"\n! Issue !! Year\n|-\n| 60th anniversary of the navy || 1991\n|}',
            title="Order of Norby",
        ),
        Example("The see was erected in 1124, and its eighth centenary was kept in 1924."),
        Example("The choir gave its first concert in 1913, and its conductor turned eighty in 2003."),
        Example(
            "= Norby Rovers =\n\nNorby Rovers were formed in 1891. The supporters' association is younger. In 2006 the "
            "association celebrated its 50th anniversary."
        ),
        Example(
            "= Radio Norby =\n\nIt was founded in 1938. In 1998 it kept the 50th anniversary of the charter granted in "
            "1948."
        ),
        Example(
            "= Norby College =\n\nIt was founded in 1955 out of two schools, of 1908 and 1921, and kept its centenary "
            "in 2008."
        ),
        Example(
            "= Ems drive =\n\nIt began in 1959.\n\n== Bridge ==\n\nOn the 50th anniversary of the "
            "opening, in 2017, the bridge was painted."
        ),
        Example(
            "= Ems line =\n\nOpened in 1931, the line was short.\n\n== End ==\n\nIts 75th anniversary was kept in 2006."
        ),
        Example("= Ems line =\n\nOpened in 1931, the line was short.\n\n== End ==\n\nCrash centenaries fell in 2016."),
        Example("The 50th anniversary of the treaty of 1992 was held in 2042."),
        Example("The 50th anniversary of the treaty of 1992 was held in 2041."),
        Example("In 1985 a stamp was issued for the 25th anniversary of independence."),
        Example("Founded in 1950, the club celebrated its 50th anniversary in 2000."),
        Example("The club was founded in 1950 and registered in 1960. In 2010 it celebrated its 50th anniversary."),
        Example("The bridge was opened in 1850. It was lit up in 1960 for the centenary of the battle."),
        Example("The school was founded in 1850. Its head kept his 50th birthday in 1960."),
        Example("The 25th anniversary of the house was held in 1985; it burnt in 1992."),
    ),
    claims=frozenset({"date"}),
)
