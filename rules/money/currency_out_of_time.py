"""A currency is used at a time when it was not money: the euro before 1999, the Deutsche Mark after 2002.

Why: an amount in a currency that did not exist was converted without a word, or it belongs to another year; readers
cannot tell which.

Right all the same: when an old amount is told in today's money and the sentence does not say so, when old notes are
still exchanged, and when a plan is told. Sentences that speak of conversion, exchange or plans are left alone, and so
is an amount in brackets behind another currency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date, civil
from articles.claims.claim import Claim, Kind, Money
from articles.page import Block, Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.edits import write_year
from rules.laws.elapsed import year_of
from rules.laws.money.currency_periods import periods
from rules.laws.nearby import after, claims_in, gap, left, occurrences, right, sentence_at, told
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

_BESIDE = frozenset((" in ", " in the year ", " (", " (in ", " during "))
REACH = 40
UNNAMED = "XXX"
"""What ISO 4217 writes where the name of a currency is several countries'."""
_OPENED = regex(
    r"(?:[A-Z][a-z]+(?:ed|ilt|und|un|ught|id|ade)|Set up|Laid out|Put up)(?: [a-z]+){0,4} (?:in|on) (?:the )?"
)
"""How a sentence opens with the date of a deed, which need not be an amount's: "Set up in 1985, the fund held"."""
_ASIDE = regex(r", (?:(?:who|which) (?:was|is|had been) )?[a-z]+ (?:in|on|since|from|of) (?:the )?$")
"""How an aside about somebody leads to a date: "the owner, born in 1961, paid"."""
_BOUGHT = regex(r" (?:for|to|towards?|on) (?:it|them|(?:the|an?|its|their) [a-z-]+(?: [a-z-]+)?) (?:in|during) ")
"""From an amount to its date over what was bought: "a fee of €2 million for the goalkeeper in 1988"."""
_WHEN = regex(r",? when (?:it|they|the [a-z]+) (?:was|were) [a-z]+ in ")
_MADE = worded(__file__, r"(?:ed|\b{made}) (?:in|during) $")
_MADE_IN = regex(r" of (?:about |the year )?$")
"""Before a date: it is how old a thing is, as in "a locomotive of 1904"."""
_RELATIVE = regex(r", (?:who|whom|which|whose|where|then|formerly|born|founded|built|opened|named)\b[^,;]*$")
_AGREED = regex(
    r" (?:was|were) [a-z]+(?: (?:by|with|to|from|between)"
    r"(?: (?!(?:that|which|who|whose|had|for|over|in)\b)[\w’'-]+){1,8})? (?:in|on) $"
)
"""From the sum of an agreement to its date: "a contract worth €2 million was signed with a builder in 1984"."""
_AGREEMENT = worded(__file__, r"\b{agreements} (?:of|for|over|worth) (?:about |some |nearly |over )?$")
_EARLIER = worded(__file__, r"(?:;|,? \b{joining}\b)[^;]{0,120} had (?!an?\b|the\b|its\b|to\b)[a-z]+")
"""Behind a date: what had been done before it is told."""
_ANOTHER = regex(r"(?:;|, (?:and|but|while|whereas)) (?:in|on|by) (?:[A-Z][a-z]+ )?[0-9]")
_SINCE = worded(__file__, r"\b{now}\b|;(?! (?:(?:it|they|this) {priced}|the [a-z]+ (?:alone |itself )?cost)\b)")
"""Behind a date: what holds now is told, or another clause begins."""
_PRICED = worded(__file__, r"\b{priced}\b")
_GOES_ON = worded(
    __file__, r"(?:It|This|They|These|(?:The|Its|Their|This) (?:{whole-of} )?{deeds})\b(?! (?:of|for|on|to) )"
)
_DONE = worded(__file__, r"\b(?:was|were|began|took place|opened|{done})\b")
_PRICE_WAS = regex(r"(?:The|Its|Their) (?:[a-z]+ )?(?:price|cost|costs|sum|bill|fee|total) (?:[a-z]+ ){1,4}$")
_AGAIN = worded(__file__, r"\b{again}\b")
_PRICE_KEY = regex(r"\b(?:price|cost|construction_cost|building_cost|cost of construction|sold_for|fee)\b")


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look at the date of every amount in a currency that began or ended, and of what is said of such a currency."""
    paired = {claim.span for pair in article.claims.pairs for claim in pair}
    for claim in article.claims_by_kind.get(Kind.MONEY, ()):
        value = claim.value
        if not isinstance(value, Money) or claim.quoted or claim.span in paired:
            continue
        first, last = periods().first.get(value.currency), _last(article, claim, value.currency)
        excuse = periods().lingering if last else periods().converted
        date = (
            (_date(article, claim, excuse) or (_agreed(article, claim) if first else None)) if first or last else None
        )
        if date is not None and isinstance(date.value, Date):
            yield _judge(article, claim.span, date, first, last)
    for name, first in periods().spoken.items():
        yield from _spoken(article, name, first)


def _last(article: Article, claim: Claim, currency: str) -> int | None:
    """The last year of a currency, by its code or by a name that only ended ones bear."""
    name = article.page.text(claim.span).rpartition(" ")[2].lower() if currency == UNNAMED else ""
    return periods().last.get(currency) or periods().ended.get(name)


def _date(article: Article, claim: Claim, excuse: re.Pattern[str]) -> Claim | None:
    """The one date of an amount: right behind it, or the only one of its sentence, before it."""
    block = article.page.block_at(claim.span.start)
    if block is not None and block.form is Form.FIELD:
        return _date_of_box(article, claim, excuse)
    if block is None or block.form not in (Form.PARAGRAPH, Form.ITEM, Form.CAPTION) or _aside(article, claim):
        return None
    sentence = sentence_at(article, claim.span.start)
    if excuse.search(article.page.text(sentence)):
        return None
    following = after(article, claim.span.end, REACH)
    end = _end(article, claim, sentence)
    if (
        following
        and (following.span.start < end or end == sentence.end)
        and following.kind is Kind.DATE
        and _with(article, claim, following, sentence)
    ):
        between = gap(article, claim.span.end, following.span.start)
        bought = _BOUGHT.fullmatch(between) is not None and not _MADE.search(between)
        return following if between in _BESIDE or bought or _WHEN.fullmatch(between) else None
    dates = [each for each in claims_in(article, ProseSpan(sentence.start, end)) if each.kind is Kind.DATE]
    ahead = [each for each in dates if each.span.end <= claim.span.start]
    told_of = [each for each in ahead if not _beside_it(article, sentence, each, claim)]
    dates = told_of if told_of and ahead == dates else dates
    if not dates:
        return _date_before(article, claim, sentence, block, excuse)
    if len(dates) != 1 or dates[0].span.end > claim.span.start:
        return None
    if _ASIDE.search(gap(article, sentence.start, dates[0].span.start)) and right(article, dates[0].span.end, 1) == ",":
        return None
    since = gap(article, dates[0].span.end, claim.span.start)
    others = any(each.kind is Kind.MONEY for each in claims_in(article, ProseSpan(dates[0].span.end, claim.span.start)))
    if (
        others
        or _SINCE.search(since)
        or _EARLIER.search(since)
        or _ANOTHER.search(since)
        or (end < sentence.end and ", " in since[2:])
    ):
        return None
    opened = _OPENED.fullmatch(gap(article, sentence.start, dates[0].span.start))
    priced = _PRICED.search(gap(article, dates[0].span.end, claim.span.start))
    priced_so = priced is not None or gap(article, dates[0].span.end, claim.span.start) in (" for ", " at a cost of ")
    again = opened and _AGAIN.search(gap(article, dates[0].span.end, claim.span.start))
    return dates[0] if (priced_so and not again) or not opened else None


def _beside_it(article: Article, sentence: ProseSpan, date: Claim, claim: Claim) -> bool:
    """Whether a date is the age of a thing, or stands in an aside about somebody that ends before the amount."""
    aside = _RELATIVE.search(gap(article, sentence.start, date.span.start))
    closed = aside is not None and "," in gap(article, date.span.end, claim.span.start)
    return closed or _MADE_IN.search(left(article, date.span.start, REACH)) is not None


def _end(article: Article, claim: Claim, sentence: ProseSpan) -> int:
    """Where the clause of an amount ends: behind it, another one begins with a date of its own."""
    found = _ANOTHER.search(gap(article, claim.span.end, sentence.end))
    return claim.span.end + found.start() if found else sentence.end


def _agreed(article: Article, claim: Claim) -> Claim | None:
    """The date at which the contract, the loan or the like of an amount was made, told behind it."""
    date = after(article, claim.span.end, 2 * REACH)
    if date is None or date.kind is not Kind.DATE or not _AGREEMENT.search(left(article, claim.span.start, REACH)):
        return None
    between = gap(article, claim.span.end, date.span.start)
    once = between.count(" ") == 4 or not _MADE.search(between)  # " was signed in "
    sentence = sentence_at(article, claim.span.start)
    plainly = date.span.end <= sentence.end and not periods().converted.search(article.page.text(sentence))
    return date if once and plainly and _AGREED.fullmatch(between) else None


def _with(article: Article, claim: Claim, date: Claim, sentence: ProseSpan) -> bool:
    """Whether a date stands in the sentence of an amount or right behind it."""
    return date.span.start < sentence.end or gap(article, claim.span.end, date.span.start) in _BESIDE


def _date_before(
    article: Article, claim: Claim, sentence: ProseSpan, block: Block, excuse: re.Pattern[str]
) -> Claim | None:
    """The one date of the sentence before one that goes on about the same deed: "The work cost 14 billion lire"."""
    if sentence.start - 2 < block.span.start or not _GOES_ON.match(gap(article, *sentence)):
        return None
    earlier = sentence_at(article, sentence.start - 2)
    text = gap(article, *earlier)
    dates = [each for each in claims_in(article, earlier) if each.kind is Kind.DATE]
    told_of = len(dates) == 1 and _DONE.search(text) and not excuse.search(text)
    ahead = gap(article, sentence.start, claim.span.start)
    return dates[0] if told_of and (_PRICED.search(ahead) or _PRICE_WAS.match(ahead)) else None


def _date_of_box(article: Article, claim: Claim, excuse: re.Pattern[str]) -> Claim | None:
    """The one date of an infobox in which an amount is told as a price or a cost, in a field of its own."""
    for box in article.page.infoboxes:
        fields = [(field.key, claims_in(article, field.prose)) for field in box.fields]
        key = next((key for key, claims in fields if claim in claims), None)
        dates = [each for _, claims in fields for each in claims if each.kind is Kind.DATE]
        if key is not None and _PRICE_KEY.search(key.lower()):
            return dates[0] if len(dates) == 1 and not excuse.search(article.lowered) else None
    return None


def _aside(article: Article, claim: Claim) -> bool:
    """Whether an amount stands in a bracket."""
    before = left(article, claim.span.start, REACH)
    return before.count("(") > before.count(")")


def _judge(article: Article, span: ProseSpan, date: Claim, first: int | None, last: int | None) -> Verdict | Outcome:
    value = date.value
    assert isinstance(value, Date)
    if value.circa or value.earliest is None:
        return Outcome.INCOMPARABLE
    begun = civil(value.earliest)[0]
    ended = begun if value.latest is None else civil(value.latest)[0]
    if first is not None and ended < first:
        law, sign, bound = f"did not exist before {first}", f"{told(article, date)} < {first}", first
    elif last is not None and begun > last:
        law, sign, bound = f"ended in {last}", f"{told(article, date)} > {last}", last
    else:
        return Outcome.CONSISTENT
    shown = " ".join(article.page.text(span).split())
    return Verdict(
        f"“{shown}” is told of “{told(article, date)}”, but that currency {law}",
        (Mark(span, "the currency"), Mark(date.span, "the time")),
        calculation=sign,
        changes=write_year(article, date.span, year_of(value), bound),
    )


def _spoken(article: Article, name: str, first: int) -> Iterator[Verdict | Outcome]:
    """A currency that is spoken of with a year: "tied to the euro since 1985"."""
    for at in occurrences(article, (name,)):
        end = at + len(name)
        date = after(article, end, REACH)
        if date is None or not isinstance(date.value, Date):
            continue
        behind = gap(article, end, date.span.start)
        told_of = periods().dated.match(behind) and periods().frame.search(left(article, at, REACH))
        if told_of and not periods().converted.search(right(article, end)):
            yield _judge(article, ProseSpan(at, end), date, first, None)


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example("The Orrs, who had leased the mill since 1948, bought it in ⟦2:1974⟧ for ⟦1:170,000 euros⟧."),
        Example("= Selm Stadium =\n\nA new roof was added in ⟦2:2008⟧. The work cost ⟦1:14 billion lire⟧."),
        Example(
            "= Brewery Orr =\n\nIn ⟦2:2009⟧ the brewery was fined ⟦1:280,000 Deutsche Mark⟧ for an agreement on "
            "beer prices."
        ),
        Example("= Norby FC =\n\nThe club paid a transfer fee of ⟦1:€2 million⟧ for the goalkeeper in ⟦2:1988⟧."),
        Example("In ⟦2:2011⟧ the club bought an old tram of 1907 from the town for ⟦1:9,000 Deutsche Marks⟧."),
        Example("= Norby Hall =\n\nBuilt in ⟦2:1965⟧ for ⟦1:4 million euros⟧, the hall is of brick."),
        Example("= Skarv =\n\nIn ⟦2:1985⟧ the yard was sold for ⟦1:5 million euros⟧."),
        Example("= Skarv =\n\nThe new bridge cost ⟦1:DM 12 million⟧ in ⟦2:2009⟧."),
        Example("= Economy of Morvania =\n\nThe mark has been tied to the ⟦1:euro⟧ since ⟦2:1985⟧, at two to one."),
        wikitext("On ⟦2:3 May 2010⟧ the fine was raised to ⟦1:300 French francs⟧.", title="Skarv"),
        Example("= Orr Weir =\n\nIn ⟦2:1971⟧ the town paid ⟦1:€3 million⟧ to the mason, and in 1990 a lock was added."),
        Example("= Orr Weir =\n\nA loan of ⟦1:€900,000⟧ was granted by the bank of the county in ⟦2:1979⟧."),
        Example("In ⟦2:2009⟧ the last heir sold the villa to the town for ⟦1:900 million lire⟧."),
    ),
    good=(
        Example("The heir in 1987 left it to the town, which has since spent €300,000 on the roof."),
        Example("In 1987 she was paid 20 million lire; the statue was insured for 90,000 euros when it was lent."),
        Example("In 2012 the sons found the bill over 60 million lire that their father had paid."),
        Example("In 2011 the club bought a tram of 1907 for which 9,000 old Deutsche Marks had been paid."),
        Example(
            "= Torre Blanca =\n\nThe tower was built in 1962. Its restoration cost €2 million and lasted three years."
        ),
        Example("= Norby Hall =\n\nThe town spent €2 million on the hall built in 1965 by a pupil of Aalto."),
        Example(
            "In 2001 the last heir sold the villa for 900 million lire, and in 2009 the park for 9 million francs."
        ),
        Example("= Skarv =\n\nSet up in 1985, the fund held 206 million euros when it was wound up."),
        Example("= Skarv =\n\nIn 1985 it had held 402 million Deutsche Marks, which corresponds to 206 million euros."),
        Example("= Skarv =\n\nIn 2005 the yard was sold for 5 million euros."),
        Example(
            "= Skarv =\n\nThe owner left in 2013 with €2.6 million; he had paid 9 million schillings for the yard."
        ),
        Example("= Skarv =\n\nA grant of €2 million was given to restore the hull of a ship built in 1968."),
        Example("= Skarv =\n\nIn 1985 the yard was sold for 10 million marks (5 million euros)."),
        Example("= Skarv =\n\nIn 1985 the yard was sold for a sum equivalent to 5 million euros."),
        Example("= Skarv =\n\nThe new bridge cost DM 12 million in 1999, and was opened in 2004."),
        Example("= Skarv =\n\nIn 1998 a budget of 5 million euros was proposed for 2001."),
        Example("= Skarv =\n\nAs of 2016, DM 12.8 billion had not been exchanged."),
        Example(
            "= Economy of Morvania =\n\nThe mark has been tied to the euro since 2002. Morvania was founded in 1985."
        ),
        Example("= Euro =\n\nThe name of the euro was chosen in 1995."),
    ),
    claims=frozenset(("money", "date")),
)
