"""What ``factlint read`` prints of articles: their parts, claims and facts as JSON, or a view of them for a person."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from articles.article import Article
from articles.claims.claim import Claim
from articles.facts.fact import Fact
from checker.check import inforce_for, inputs_of
from checker.crash import crash
from checker.load import load
from checker.provenance import provenance
from checker.settings import kinds
from checker.usage import UsageError
from checker.values import fact_value_json, scope_json, value_json
from checker.view import view
from reports.formats import Look
from reports.report import Failure


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


def read(options: Namespace, look: Look, fail: Callable[[str], None]) -> Iterator[str]:
    """What ``factlint read`` prints, article by article; what cannot be read goes to ``fail``.

    Raises :class:`checker.usage.UsageError` where a line is to be explained in JSON.
    """
    if options.explain is not None and options.format != "text":
        raise UsageError("--explain is told as text only")
    if options.format == "text":
        told = view if options.explain is None else partial(provenance, number=options.explain)
        for text in _told_by(options, lambda article: "".join(f"{line}\n" for line in told(article, look)), fail):
            yield f"{text}\n"
        return
    lead = "["
    for text in _told_by(options, _whole_json, fail):
        yield f"{lead}\n{text}"
        lead = ","
    yield "\n]\n" if lead == "," else "[]\n"


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
