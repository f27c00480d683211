"""One infobox gives a field twice.

Why: MediaWiki keeps the last one and drops the others without a word, so an editor who corrects the first one
changes nothing, and where the two differ the reader gets one of two answers by accident.

Right all the same: never in wikitext; in the plain format when the infobox shows a list as repeated fields.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.kinds.kind import normal
from articles.page import Field, Page
from articles.source import Span
from rules.finding import Confidence, Severity
from rules.rule import Change, Example, Mark, Rule, Verdict, wikitext

LONGEST = 60


def check(article: Article) -> Iterator[Verdict]:
    """Compare the fields of one name within each infobox."""
    page = article.page
    for infobox in page.infoboxes:
        named: dict[str, list[Field]] = {}
        for field in infobox.fields:
            named.setdefault(field.key if page.reader == "wikitext" else normal(field.key), []).append(field)
        for fields in named.values():
            if len(fields) > 1:
                yield _repeated(page, fields)


def _repeated(page: Page, fields: list[Field]) -> Verdict:
    filled = [field for field in fields if field.value.end > field.value.start]
    values = [" ".join(page.source.slice(field.value).split()) for field in filled]
    different = list(dict.fromkeys(values))
    key = fields[0].key
    if len(different) > 1:
        told = " and as ".join(f"“{_short(value)}”" for value in different)
        places = tuple(Mark(field.value, f"“{key}” is this") for field in filled)
        changes = tuple(_keep(page, field, value, fields) for field, value in zip(filled, values, strict=True))
        return Verdict(f"the infobox gives “{key}” as {told}, but a field can have one value", places, changes=changes)
    how = "empty" if not filled else "with the same value" if len(filled) == len(fields) else "and not always a value"
    places = tuple(Mark(field.key_span, f"“{key}” stands here") for field in fields)
    message = f"the infobox gives “{key}” {len(fields)} times, {how}"
    kept = filled[0] if filled else fields[0]
    changes = (_keep(page, kept, values[0] if values else "", fields),)
    return Verdict(message, places, severity=Severity.WARNING, changes=changes)


def _keep(page: Page, field: Field, value: str, fields: list[Field]) -> Change:
    rest = tuple((_whole(page, other), "") for other in fields if other is not field)
    return Change(f"keep “{_short(value)}” alone" if value else "keep the first", rest)


def _whole(page: Page, field: Field) -> Span:
    """A field with the sign that opens it and the space before that."""
    text = page.source.text
    sign = text.rfind("|" if page.reader == "wikitext" else "-", 0, field.key_span.start)
    while sign > 0 and text[sign - 1].isspace():
        sign -= 1
    return Span(max(sign, 0), field.value.end)


def _short(value: str) -> str:
    return value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example("= Ostland =\n\nInfobox country\n- Capital: ⟦1:Norby⟧\n- Capital: ⟦2:Sudby⟧\n\nA country."),
        wikitext(
            "{{Infobox settlement|name=Norby|mayor=⟦1:[[Ada Berg]]⟧|mayor=⟦2:Olaf Lund⟧}}\nA town.", title="Norby"
        ),
        wikitext("{{Infobox settlement|⟦1:mayor⟧=Ada Berg|name=Norby|⟦2:mayor⟧=Ada  Berg}}\nA town.", title="Norby"),
        wikitext("{{Infobox settlement|⟦1:mayor⟧=|name=Norby|⟦2:mayor⟧=Ada Berg}}\nA town.", title="Norby"),
    ),
    good=(
        Example("= Ostland =\n\nInfobox country\n- Capital: Norby\n- Largest city: Sudby\n\nA country."),
        wikitext("{{Infobox settlement|leader_name1=Ada Berg|leader_name2=Olaf Lund}}\nA town.", title="Norby"),
        wikitext("{{Infobox writer|name=A}}{{Infobox officeholder|name=B}}\nA poet and minister.", title="Ada Berg"),
    ),
)
