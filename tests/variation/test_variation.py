"""A finding stands on what is said, and not on how the sentence around it goes on; and no text makes a rule fail."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest

from rules.catalogue import catalogue
from rules.harness import read, unmark
from rules.judge import applies, judge
from rules.rule import Example
from tests.variation.edits import EDITS, Edit, applied, sentences
from tests.variation.harness import varied

LEAST = 0.93
ARTICLES = 250


@pytest.fixture(scope="module")
def stood() -> dict[str, list[bool]]:
    told: dict[str, list[bool]] = {name: [] for name in EDITS}
    for each in varied():
        told[each.edit].append(each.found)
    return told


def test_most_findings_stand_when_their_sentences_go_on_otherwise(stood: dict[str, list[bool]]) -> None:
    every = [each for told in stood.values() for each in told]
    assert len(every) > 5_000
    assert sum(every) >= LEAST * len(every)


@pytest.mark.parametrize("name", ["however", "in fact", "noted"])
def test_connectives_change_nothing(stood: dict[str, list[bool]], name: str) -> None:
    assert stood[name].count(False) <= 0.01 * len(stood[name])  # an absence marks the first letter


def test_an_edit_knows_where_the_marks_move_to() -> None:
    marked = unmark("It fell in ⟦1:1990⟧ and ⟦2:1992⟧.")
    edits = [Edit(0, 0, "Then "), Edit(0, 1, "i"), Edit(24, 24, ", twice"), Edit(11, 11, "the year ")]
    changed = applied(marked, edits)
    assert changed.text == "Then it fell in the year 1990 and 1992, twice."
    assert [changed.text[slice(*span)] for span in changed.spans] == ["1990", "1992"]


def test_only_statements_are_edited() -> None:
    article = sentences(unmark("= A =\n\nIt is old. The mill fell in ⟦1:1990⟧. It is high."))
    changed = applied(article.marked, list(EDITS["however"](article)))
    assert changed.text == "= A =\n\nIt is old. However, the mill fell in 1990. It is high."


@pytest.mark.parametrize(
    "text",
    [
        "Schooling added before in",
        "= Dawit =\n\nDawit became a monk at 25, and governed his house for 98 years, from 1388 until his death.",
        "Norby Mill has a length of 40 m; it is 30 of",
        "The stall sold 9,120 for 5 and 3.5 to 1900 for 7.",
        "The Whigs won 24 of 0 seats and so had a majority.",
    ],
)
def test_what_once_made_a_rule_fail(text: str) -> None:
    article = read(Example(text), text)
    for card in catalogue().values():
        judge(card, article)


def test_scrambled_articles_make_no_rule_fail() -> None:
    for example in scrambled(ARTICLES):
        article = read(example, example.text)
        for card in catalogue().values():
            if applies(card.rule, article):
                judge(card, article)


def scrambled(number: int) -> Iterator[Example]:
    """The rules' own examples with sentences of each other's in them, cut short, out of order and misspelt."""
    chance = random.Random(20)
    known = [each for card in catalogue().values() for each in (*card.rule.bad, *card.rule.good)]
    texts = [unmark(example.text).text for example in known]
    pool = [sentence for text in texts for sentence in re.split(r"(?<=[.!?]) |\n", text)]
    for _ in range(number):
        at = chance.randrange(len(known))
        lines = texts[at].split("\n")
        for _ in range(8):
            lines.insert(chance.randrange(len(lines) + 1), _mangled(chance, pool))
        yield known[at]._replace(text="\n".join(lines))


def _mangled(chance: random.Random, pool: list[str]) -> str:
    words = f"{chance.choice(pool)} {chance.choice(pool)}".split(" ")
    match chance.randrange(6):
        case 0:
            del words[chance.randrange(len(words)) :]
        case 1:
            words = [word for word in words if chance.random() < 0.8]
        case 2:
            chance.shuffle(words)
        case 3:
            words = [re.sub("[aeo]", "é", word) if chance.random() < 0.3 else word for word in words]
        case 4:
            words = [
                re.sub(r"[0-9][0-9,.]*", chance.choice(["0", "3.5", "12,000", "٣", "1900"]), word) for word in words
            ]
        case _:
            words = ['"', *words, '"']
    return " ".join(words)
