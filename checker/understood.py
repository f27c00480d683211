"""What ``factlint read`` shows of an article: its parts, claims and facts, as JSON and as text for a person."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Iterator
from typing import Any

from articles.article import Article
from articles.claims.claim import Claim
from articles.facts.fact import Fact
from articles.textmap import ProseSpan
from checker.check import inforce_for, inputs_of
from checker.crash import crash
from checker.load import load
from checker.settings import kinds
from checker.values import fact_value_json, scope_json, value_json
from reports.report import Failure
from reports.terminal import plainly

SHOWN = 70
"""So many characters of a value are shown to a person."""


def as_json(article: Article) -> dict[str, Any]:
    """One article as an object of the array that ``--format json`` prints. Offsets are source offsets."""
    page = article.page
    return {
        "path": page.source.path,
        "title": page.title,
        "kind": article.kind.name,
        "sections": [
            {"title": s.title, "level": s.level, "start": s.heading.start, "end": s.heading.end} for s in page.sections
        ],
        "infoboxes": [
            {
                "name": box.name,
                "fields": [
                    {
                        "key": field.key,
                        "value": page.source.slice(field.value),
                        "start": field.value.start,
                        "end": field.value.end,
                    }
                    for field in box.fields
                ],
            }
            for box in page.infoboxes
        ],
        "claims": [_claim(article, claim) for claim in article.claims.all],
        "facts": [_fact(article, fact) for fact in article.facts],
    }


def _claim(article: Article, claim: Claim) -> dict[str, Any]:
    start, end = article.page.prose.to_source(claim.span)
    text = article.page.source.text[start:end]
    return {"kind": str(claim.kind), "start": start, "end": end, "text": text, "value": value_json(claim.value)}


def _fact(article: Article, fact: Fact) -> dict[str, Any]:
    start, end = article.page.prose.to_source(fact.span)
    return {
        "subject": fact.subject,
        "property": fact.property,
        "scope": scope_json(fact.scope),
        "polarity": fact.polarity,
        "value": fact_value_json(fact.value),
        "start": start,
        "end": end,
        "place": str(fact.place),
    }


def as_text(article: Article) -> Iterator[str]:
    """One article for a person, line by line: sections, infobox, then every claim and fact with its line."""
    page = article.page
    yield f"{page.source.path}: {page.title} ({article.kind.name})"
    yield from _part("sections", (f"{'  ' * (s.level - 1)}{s.title}" for s in page.sections))
    for box in page.infoboxes:
        yield from _part(box.name, (f"{f.key} = {_short(page.source.slice(f.value))}" for f in box.fields))
    yield from _part("claims", (_claim_line(article, claim) for claim in article.claims.all))
    yield from _part("facts", (_fact_line(article, fact) for fact in article.facts))


def _part(name: str, lines: Iterator[str]) -> Iterator[str]:
    shown = list(lines)
    yield ""
    yield f"  {name}: {len(shown) or 'none'}"
    yield from (f"    {line}" for line in shown)


def _claim_line(article: Article, claim: Claim) -> str:
    text = _short(article.page.text(claim.span))
    return f"{_where(article, claim.span):>9}  {claim.kind:<8}  {text}  =  {_told(value_json(claim.value))}"


def _fact_line(article: Article, fact: Fact) -> str:
    scope = {name: value for name, value in scope_json(fact.scope).items() if value is not None}
    told = fact_value_json(fact.value)
    said = "" if told is None else f" = {_told(told)}"
    within = f"  [{_told(scope)}]" if scope else ""
    denied = "" if fact.polarity else "not "
    where = _where(article, fact.span)
    return f"{where:>9}  {fact.place:<8}  {fact.subject}: {denied}{fact.property}{said}{within}"


def _where(article: Article, span: ProseSpan) -> str:
    line, column = article.page.source.position(article.page.prose.to_source(span).start)
    return f"{line}:{column}"


def _told(value: dict[str, Any]) -> str:
    """A JSON value in words: ``1990-01-01 to 1990-12-31``, ``9050000000 to 9150000000 USD``."""
    if "name" in value:
        return str(value["name"])
    for low, high in (("earliest", "latest"), ("low", "high")):
        if low in value:
            unit = value.get("currency") or value.get("unit") or ""
            return f"{_range(value[low], value[high])} {unit}".rstrip()
    parts = (f"{name}: {_told(part) if isinstance(part, dict) else part}" for name, part in value.items())
    return ", ".join(parts)


def _range(low: str | None, high: str | None) -> str:
    low, high = _grouped(low), _grouped(high)
    if low == high:
        return low or "unknown"
    if low is None:
        return f"up to {high}"
    return f"{low} or more" if high is None else f"{low} to {high}"


def _grouped(number: str | None) -> str | None:
    """A number with its thousands apart; a date as it is."""
    whole, point, rest = (number or "").partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdecimal() else number


def _short(text: str) -> str:
    flat = " ".join(text[: SHOWN * 4].split())
    return flat if len(flat) <= SHOWN else flat[: SHOWN - 1] + "…"


def read(options: Namespace, fail: Callable[[str], None]) -> Iterator[str]:
    """What ``factlint read`` prints, article by article; what cannot be read goes to ``fail``."""
    if options.format == "text":
        for text in _told_by(options, _whole_text, fail):
            yield f"{text}\n"
        return
    lead = "["
    for text in _told_by(options, _whole_json, fail):
        yield f"{lead}\n{text}"
        lead = ","
    yield "\n]\n" if lead == "," else "[]\n"


def _whole_text(article: Article) -> str:
    return "".join(f"{plainly(line)}\n" for line in as_text(article))


def _whole_json(article: Article) -> str:
    return json.dumps(as_json(article), ensure_ascii=False)


def _told_by(options: Namespace, how: Callable[[Article], str], fail: Callable[[str], None]) -> Iterator[str]:
    inforce = inforce_for(options)
    known = kinds(inforce)
    for found in inputs_of(options, inforce):
        pages = [found] if isinstance(found, Failure) else load(found, max_page_size=inforce.max_page_size)
        for page in pages:
            if isinstance(page, Failure):
                fail(": ".join(part for part in (page.path, page.article, page.message) if part))
                continue
            try:
                yield how(Article(page, known))
            except Exception as error:
                fail(f"{page.source.path}: {page.title}: the article could not be read: {crash(error)}")
