"""Facts as short lines, so that a case reads as what the sentence says."""

from __future__ import annotations

from decimal import Decimal

from articles.article import Article
from articles.claims.calendar import Date, civil, iso
from articles.claims.claim import Duration, Money, Number, Percent, Quantity, Value
from articles.facts.fact import Fact
from articles.readers import plain, wikitext
from articles.source import Source


def article_of(title: str, text: str, *, reader: str = "plain") -> Article:
    if reader == "wikitext":
        return Article(wikitext.read(Source(f"{title}.wiki", text), title))
    return Article(plain.read(Source("case.txt", f"= {title} =\n\n{text}\n")))


def date_line(date: Date) -> str:
    """A year, a month or a day as ISO writes it; two ends of anything else, ".." where one is open."""
    if date.earliest is None and date.latest is None:
        return "unsure"
    if date.earliest is None or date.latest is None:
        return f"{iso(date.earliest) if date.earliest else ''}..{iso(date.latest) if date.latest else ''}"
    first, last = civil(date.earliest), civil(date.latest)
    if first == last:
        return iso(date.earliest)
    if first[0] == last[0] and first[1:] == (1, 1) and last[1:] == (12, 31):
        return str(first[0])
    if first[:2] == last[:2]:
        return iso(date.earliest)[:-3]
    return f"{iso(date.earliest)}..{iso(date.latest)}"


def number_line(number: Decimal) -> str:
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"


def value_line(value: Value | str | None) -> str:
    match value:
        case None:
            return "-"
        case str():
            return value
        case Date():
            return date_line(value)
        case Money():
            return f"{number_line(value.amount.value)} {value.currency}"
        case Quantity() | Duration():
            return f"{number_line(value.amount.value)} {value.unit}"
        case Percent():
            return f"{number_line(value.amount.value)} %"
        case Number():
            return number_line(value.amount.value)
        case _:
            return repr(value)


def line(fact: Fact) -> str:
    """``Albania exports 5 USD > Sudan in 2019 [nominal] {north}``; a denial has "not" before its property."""
    scope = fact.scope
    parts = [fact.subject, "" if fact.polarity else "not", fact.property, value_line(fact.value)]
    parts.append(f"> {scope.counterpart}" if scope.counterpart else "")
    parts.append(f"in {date_line(scope.when)}" if scope.when else "")
    parts.append(f"[{scope.basis}]" if scope.basis else "")
    parts.append(f"{{{scope.region}}}" if scope.region else "")
    return " ".join(part for part in parts if part)


def lines(title: str, text: str, *, reader: str = "plain") -> list[str]:
    """What an article tells, each fact once."""
    return sorted({line(fact) for fact in article_of(title, text, reader=reader).facts})
