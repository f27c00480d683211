"""The infobox names one file type and shows a file of another.

Why: the template builds the file's name from both, so the picture is not found, or the field misleads whoever
replaces the picture.

Right all the same: when the type belongs to another picture than the one that the field beside it names.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.kinds.kind import normal
from articles.page import Field, Page
from rules.finding import Confidence, Severity
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

TYPE_KEY = "filetype"
FILE_KEYS = ("map", "image", "image_map", "flag", "file")
_SAME = {"jpeg": "jpg", "tiff": "tif"}
_TYPES = frozenset(("svg", "png", "jpg", "gif", "webp", "tif"))


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare the field that names the type with the ending of the file."""
    page = article.page
    for infobox in page.infoboxes:
        fields = {normal(field.key): field for field in infobox.fields}
        stated = fields.get(TYPE_KEY)
        shown = next((fields[key] for key in FILE_KEYS if key in fields and _ending(page, fields[key])), None)
        if not stated or not shown:
            continue
        kind, ending = _type(page.source.slice(stated.value)), _ending(page, shown)
        if kind not in _TYPES or kind == ending:
            yield Outcome.CONSISTENT if kind == ending else Outcome.INCOMPARABLE
            continue
        file = page.source.slice(shown.value)
        message = f"“{stated.key}” says {kind}, but the file of “{shown.key}”, “{file}”, is of the type {ending}"
        marks = (Mark(stated.value, f"says {kind}"), Mark(shown.value, f"ends in .{ending}"))
        yield Verdict(message, marks, changes=(Change(f"say {ending}", ((stated.value, ending),)),))


def _ending(page: Page, field: Field) -> str:
    """The file type that a field's value ends in; empty where it names no file."""
    name, dot, ending = page.source.slice(field.value).partition("|")[0].strip(" []").rpartition(".")
    kind = _type(ending)
    return kind if name and dot and kind in _TYPES else ""


def _type(text: str) -> str:
    written = text.strip(" .").lower()
    return _SAME.get(written, written)


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example("= A–B relations =\n\nInfobox\n- Filetype: ⟦1:svg⟧\n- Map: ⟦2:Narvia Ostland.png⟧\n\nA border."),
        wikitext(
            "{{Infobox bilateral relations|map = ⟦2:Narvia Ostland.PNG⟧|filetype = ⟦1:svg⟧}}\nA border.",
            title="Narvia–Ostland relations",
        ),
    ),
    good=(
        Example("= A–B relations =\n\nInfobox\n- Filetype: jpeg\n- Map: Narvia.Ostland.jpg\n\nA border."),
        Example("= A–B relations =\n\nInfobox\n- Filetype: svg\n- Map: Narvia Ostland\n\nA border."),
        wikitext("{{Infobox bilateral relations|map = {{locator}}|filetype = svg}}\nA border.", title="A–B relations"),
    ),
)
