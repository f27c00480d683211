"""The infobox numbers its fields and leaves one number out.

Why: many templates show numbered fields only as far as the numbers run on, so what stands behind the gap is not
shown; or a row was lost when the list was edited.

Right all the same: when the template gives each number a place of its own, as on a map or in a row of badges.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.kinds.offences import own_infoboxes
from articles.page import Field, Infobox
from articles.regex import regex
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.rule import Example, Mark, Rule, Verdict, wikitext

_NUMBERED = regex(r"([^0-9]*[^0-9_ -])[_ ]?([1-9][0-9]?)$")
_PLACES = worded(__file__, r"{places}$", re.IGNORECASE)
"""Names whose numbers are places of their own: the second map need not have a first one."""

_OWN_PLACES = frozenset(("biography", "organization"))
"""Kinds whose infoboxes give every number a place of its own: a second office needs no first one."""
_LISTED = worded(__file__, r"{listed}$")
"""Names whose numbers are those of a list in these kinds too."""


def check(article: Article, *, longest: int = 20) -> Iterator[Verdict]:
    """Find a field whose number is one too high for those before it."""
    listed_only = article.kind.name in _OWN_PLACES
    for infobox in own_infoboxes(article.page, article.kind) or article.page.infoboxes[:1]:
        for name, numbered in _numbered(infobox).items():
            numbers = sorted(numbered)
            missing = next((number for number in range(1, min(numbers[-1], longest)) if number not in numbered), None)
            if len(numbers) < 2 or missing is None or numbers[0] != 1:
                continue
            if listed_only and (not _LISTED.match(name) or article.parties.person):
                continue
            after = numbered[next(number for number in numbers if number > missing)]
            before = numbered[missing - 1]
            message = f"the infobox has “{before.key}” and “{after.key}”, but no “{name}{missing}” between them"
            yield Verdict(message, (Mark(after.key_span, "the first after the gap"),))


def _numbered(infobox: Infobox) -> dict[str, dict[int, Field]]:
    found: dict[str, dict[int, Field]] = {}
    for field in infobox.fields:
        match = _NUMBERED.fullmatch(field.key)
        if match and field.value.end > field.value.start and not _PLACES.search(match[1]):
            found.setdefault(match[1], {})[int(match[2])] = field
    return found


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example("= A–B relations =\n\nInfobox\n- Mission1: Embassy of A\n- ⟦1:Mission3⟧: Embassy of B\n\nA border."),
        wikitext(
            "{{Infobox military conflict|strength1=500|strength2=|⟦1:strength3⟧=700}}\nA battle.",
            title="Battle of X",
        ),
        wikitext(
            "{{Infobox company|predecessor1=Old Mill|⟦1:predecessor4⟧=New Mill}}\nA firm.",
            title="Norby Mills",
        ),
        wikitext("{{Infobox river|city1=Norby|city2=Sorby|⟦1:city4⟧=Alder}}\nA river.", title="Ems (river)"),
    ),
    good=(
        Example("= A–B relations =\n\nInfobox\n- Mission1: Embassy of A\n- Mission2: Embassy of B\n\nA border."),
        wikitext("{{Chembox|Section1=A|Section3=B}}\nAn acid.", title="Norbic acid"),
        wikitext("{{Infobox settlement|image_map1=A.svg|image_map3=B.svg}}\nA town.", title="Norby"),
        wikitext("{{Infobox military conflict|strength2=500}}\nA battle.", title="Battle of X"),
    ),
)
