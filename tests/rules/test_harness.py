"""The harness is what every rule's proof hangs on: if it is lax, rules may point anywhere and nobody notices."""

from collections.abc import Iterator

import pytest

from articles.article import Article
from articles.source import Span
from rules.catalogue import Card
from rules.finding import Confidence, Severity
from rules.harness import ExampleError, mismatch, problems, unmark
from rules.manual import ManualError, manual
from rules.rule import Example, Mark, Rule, Verdict

MANUAL = "The title is too short.\n\nWhy: a reader wants more.\n\nRight all the same: some titles are short."


def _names_first_word(article: Article) -> Iterator[Verdict]:
    text = article.page.source.text
    if "fault" in text:
        at = text.index("fault")
        yield Verdict("a fault", (Mark(Span(at, at + 5), "here"),))


BAD = (Example("= T =\n\nA ⟦1:fault⟧."),)
GOOD = (Example("= T =\n\nA virtue."),)


def _card(bad: tuple[Example, ...] = BAD, good: tuple[Example, ...] = GOOD, docstring: str = MANUAL) -> Card:
    rule = Rule(_names_first_word, Severity.NOTE, Confidence.LOW, bad, good)
    return Card("some-fault", "names", docstring, rule)


@pytest.mark.parametrize(
    ("text", "plain", "spans"),
    [
        ("no marks", "no marks", ()),
        ("a ⟦1:b⟧ c", "a b c", ((2, 3),)),
        ("⟦2:a⟧ ⟦1:b⟧", "a b", ((2, 3), (0, 1))),
        ("⟦1:a ⟦2:b⟧⟧ c", "a b c", ((0, 3), (2, 3))),
        ("⟦1:⟧start", "start", ((0, 0),)),
        ("𝒳 ⟦1:ألبانيا⟧", "𝒳 ألبانيا", ((2, 9),)),
    ],
)
def test_marks_come_out_in_the_order_of_their_numbers_with_exact_places(
    text: str, plain: str, spans: tuple[tuple[int, int], ...]
) -> None:
    assert unmark(text) == (plain, tuple(Span(*span) for span in spans))


@pytest.mark.parametrize("text", ["⟦1:open", "closed⟧", "⟦2:a⟧", "⟦1:a⟧ ⟦1:b⟧", "⟦1:a⟧ ⟦3:b⟧"])
def test_marks_that_cannot_be_right_are_refused(text: str) -> None:
    with pytest.raises(ExampleError):
        unmark(text)


def test_a_rule_with_proof_has_no_problems() -> None:
    assert problems(_card()) == []


def test_evidence_that_is_off_by_one_is_told_with_both_places() -> None:
    wrong = mismatch(_card(), Example("= T =\n\nA ⟦1:fault.⟧"))
    assert wrong is not None
    assert "'fault.'" in wrong
    assert "'fault'" in wrong


def test_a_missed_fault_and_a_false_alarm_are_both_problems() -> None:
    assert mismatch(_card(), Example("= T =\n\nA ⟦1:sin⟧.")) is not None
    assert mismatch(_card(), Example("= T =\n\nA fault.")) is not None


@pytest.mark.parametrize(
    "card",
    [
        _card(bad=(Example("= T =\n\nA fault."),)),
        _card(good=(Example("= T =\n\nA ⟦1:fault⟧."),)),
        _card(bad=()),
        _card(good=()),
        _card(bad=(Example("= T =\n\nA ⟦1:fault⟧.", reader="latex"),)),
        _card(docstring="No parts at all."),
    ],
    ids=["bad without marks", "good with marks", "no bad", "no good", "unknown reader", "no manual"],
)
def test_an_unproven_rule_does_not_load(card: Card) -> None:
    assert problems(card)


def test_a_manual_is_read_in_its_three_parts_without_line_breaks() -> None:
    page = manual("Two\n    lines.\n\n    Why: one\n    two.\n\n    three.\n\n    Right all the same: four.\n    ")
    assert page == ("Two lines.", "one two.\n\nthree.", "four.")


@pytest.mark.parametrize(
    "docstring",
    [
        "",
        "Only a fault.",
        "A fault.\n\nWhy: so.",
        "A fault.\n\nRight all the same: x.",
        "Two. Sentences.\n\nWhy: a.\n\nRight all the same: b.",
    ],
)
def test_a_manual_without_a_part_is_refused(docstring: str) -> None:
    with pytest.raises(ManualError):
        manual(docstring)
