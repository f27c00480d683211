"""Stories too long for a rule's own examples, as Markdown: what must be found, and what must stay silent.

A case is a heading, a sentence on why it is here, and a fenced article whose first line reads::

    ```text READER RULE TITLE

with READER ``plain`` or ``wikitext``, RULE a slug or ``all`` (then every rule must stay silent), and TITLE,
which may be left out, the title of a wikitext article. The evidence is marked ``⟦1:…⟧`` as in examples.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from rules.catalogue import catalogue
from rules.harness import mismatch, unmark
from rules.rule import Example

HERE = Path(__file__).parent
CASE = re.compile(
    r"^## (?P<heading>.+)\n\n(?P<why>[^`#][^`]*)\n\n```text (?P<info>.+)\n(?P<text>(?:.*\n)*?)```$", re.MULTILINE
)


class Case(NamedTuple):
    name: str
    rule: str
    example: Example


def cases() -> Iterator[Case]:
    for path in sorted(HERE.glob("*/*.md")):
        text = path.read_text(encoding="utf-8")
        found = list(CASE.finditer(text))
        assert len(found) == text.count("\n## "), f"{path}: a case is a heading, a sentence and a fenced article"
        for match in found:
            reader, rule, *title = match["info"].split(" ", 2)
            example = Example(match["text"], reader, title[0] if title else "Example")
            yield Case(f"{path.parent.name}/{path.stem}: {match['heading']}", rule, example)


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    known = catalogue()
    if case.rule == "all":
        assert unmark(case.example.text).spans == (), "a silent case has no marks"
        cards = [card for card in known.values() if not card.rule.preview]
    else:
        cards = [known[case.rule]]
    assert [wrong for card in cards if (wrong := mismatch(card, case.example))] == []
