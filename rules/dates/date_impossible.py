"""A day is named that the calendar does not have.

Why: one digit of the date is wrong, and nobody can tell which without the source; a copied "31 April" spreads as
fast as a right date.

Right all the same: the date is in another calendar. 29 February of 1700, 1800 or 1900 existed where the Julian
calendar was in use (after 1753 only an article that names such a land may mean it), and Sweden had a 30 February in
1712; these are left alone. So are quotations, which may keep another author's slip.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date, civil, day_number
from articles.claims.claim import Claim
from articles.claims.date_pieces import month_name
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.nearby import left, passages, told
from rules.laws.times.old_style import JULIAN_LANDS, longest_month
from rules.rule import Change, Example, Mark, Rule, Verdict, wikitext

_DAY = regex(r"(?<![0-9])[0-9]{1,2}(?![0-9])")

_TITLED = worded(__file__, r"\b{titled} $")
_BEYOND = regex(r"\b(?:[Oo]n|[Uu]ntil|[Ff]rom|dated|born|died) (0|3[2-9]|[4-9][0-9]) $")
_KNOWN = worded(__file__, r"\b{known}\b")
_JULIAN_ONLY = frozenset((day_number(1800, 3, 1), day_number(1900, 3, 1)))
"""Where the 29 February of 1800 and of 1900 lies, of which only the Julian calendar had one."""


def check(article: Article) -> Iterator[Verdict]:
    """Look at every date that was read as clearly written and not existing."""
    for claim in article.claims_by_kind.get("date", ()):
        for each in [part for part in claim.parts if part.impossible] or (claim,):
            yield from _no_day(article, each)
            if each.quoted or not isinstance(each.value, Date):
                continue
            wrong = each.impossible or (each.value.earliest in _JULIAN_ONLY and _is_leap_day(article, each))
            if wrong and not _known(article, each):
                yield from _judge(article, each, each.value)


def _no_day(article: Article, claim: Claim) -> Iterator[Verdict]:
    """Tell of a month before which a number stands that is no day of any: "on 32 December 1888"."""
    number = _BEYOND.search(left(article, claim.span.start, 24)) if claim.pattern == "my" and not claim.quoted else None
    if number is None or _known(article, claim):
        return
    span = ProseSpan(claim.span.start - len(number[1]) - 1, claim.span.end)
    text = article.page.text(span)
    yield Verdict(
        f"“{text}” cannot be: no month has a day {number[1]}",
        (Mark(span, "no month has such a day"),),
        calculation=f"1 to 31 are days of a month, {number[1]} is none",
    )


def _known(article: Article, claim: Claim) -> bool:
    """Whether it is said that there is no such day ("no calendar has it"), or the day is a title."""
    *_, told_of = passages(article, claim.span.start, 2)
    return bool(_KNOWN.search(article.page.prose.text, *told_of) or _TITLED.search(left(article, claim.span.start, 24)))


def _is_leap_day(article: Article, claim: Claim) -> bool:
    """Whether a date is a 29 February of the Julian calendar alone, in an article of no land that kept it."""
    written = article.page.text(claim.span)
    return "29" in written and "Feb" in written and not JULIAN_LANDS.search(article.lowered)


def _judge(article: Article, claim: Claim, date: Date) -> Iterator[Verdict]:
    if date.earliest is None:
        return
    year, month, _ = civil(date.earliest)
    if date.earliest in _JULIAN_ONLY:
        month, last = 2, 28
    else:
        last = longest_month(year, month)
    text = told(article, claim)
    days = [day for day in _DAY.finditer(article.page.text(claim.span)) if int(day[0]) > last]
    if len(days) != 1:
        return
    day = days[0]
    at = day.start()
    written = article.page.text(claim.span)
    lasting = f"{written[:at]}{last}{written[day.end() :]}"
    name = f"{month_name(month)} {year}" if month == 2 else month_name(month)
    yield Verdict(
        f"“{text}” cannot be: {name} has {last} days",
        (Mark(claim.span, f"{name} has {last} days"),),
        calculation=f"{name} has {last} days, {day[0]} > {last}",
        changes=(Change(f"write {lasting}", ((claim.span, lasting),)),),
    )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example("The paper first came out on ⟦1:32 December 1888⟧."),
        Example("The treaty was signed on ⟦1:31 April 1990⟧ in Berne."),
        Example("The bridge opened to traffic on ⟦1:February 29, 2011⟧."),
        Example("The session ran until ⟦1:31 September 1987⟧, when the house rose."),
        Example("The first train ran on ⟦1:February 29, 1900⟧ with the directors in the van."),
        Example("She was born on ⟦1:30 February 1954⟧ in Lima."),
        Example("Ida Bloom (⟦1:31 November 1870⟧ – 2 May 1931) was a weaver."),
        wikitext(
            "{{Infobox person\n| name = Ana Roe\n| birth_date = ⟦1:31 June 1950⟧\n}}\n'''Ana Roe''' is a painter."
        ),
    ),
    good=(
        Example("By a printer's slip the almanac listed 31 June 1902 as a holiday."),
        Example("No calendar has that day. The film, titled 31 June, was first shown in 1978."),
        Example("She used to say that she was born on 29 February 1900, a day which the calendar does not know."),
        Example("The ticket bears the date 31 June 1990, which does not exist."),
        Example("The treaty was signed on 30 April 1990 in Berne."),
        Example("The bridge opened to traffic on February 29, 2012."),
        Example("The fleet sailed on 29 February 1900, which the old calendar still had."),
        Example("The Russian fleet sailed on 29 February 1900 from the island."),
        Example("In Sweden a child was christened on 30 February 1712."),
        Example("The diary says: “We left on 31 April 1990 at dawn.”"),
        Example("They marched 31 April showers through and were 29 in 2011."),
    ),
    claims=frozenset({"date"}),
)
