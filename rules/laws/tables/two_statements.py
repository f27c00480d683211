"""What is said of a conflict between a cell of a table and another statement of the same."""

from __future__ import annotations

from articles.article import Article
from articles.textmap import ProseSpan
from rules.rule import Change, Mark, Verdict


def differing(article: Article, what: str, one: tuple[ProseSpan, str], other: tuple[ProseSpan, str]) -> Verdict:
    """The finding for two places, each with a word where it stands, and the ways to settle on one of them."""
    first, second = (" ".join(article.page.text(span).split()) for span, _ in (one, other))
    changes: tuple[Change, ...] = ()
    if all(article.page.prose.verbatim(span) for span, _ in (one, other)):
        changes = (Change(f"take {first}", ((other[0], first),)), Change(f"take {second}", ((one[0], second),)))
    return Verdict(
        f"{what}: {one[1]} “{first}”, {other[1]} “{second}”",
        (Mark(*one), Mark(*other)),
        calculation=f"{first} ≠ {second}",
        changes=changes,
    )
