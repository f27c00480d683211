"""Losses, votes and distances: taken for another side's or for those of a part, they contradict nothing."""

import pytest

from articles.article import Article
from articles.readers import wikitext
from articles.source import Source

BATTLE = (
    "{{Infobox military conflict|combatant1=[[United Kingdom]]|combatant2=[[French Empire]]|casualties1=90 killed}}"
)
ELECTION = "{{Infobox election|party1=Labour Party|party2=Green League|nominee2=Ada Berg|seats1=54}}"


def read(title: str, infobox: str, text: str) -> list[tuple[str, str, str | None, str | None]]:
    article = Article(wikitext.read(Source("x.wiki", f"{infobox}\n{title} {text}"), title))
    names = ("casualties", "votes", "seats-won", "vote-share", "distance")
    return [
        (fact.property, article.page.text(fact.span), fact.scope.counterpart, fact.scope.basis)
        for fact in article.facts
        if fact.property in names and fact.place != "infobox"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("was bloody. The British lost 120 killed.", ("120", "United Kingdom", "killed")),
        ("was bloody. French casualties were 300 dead and 700 wounded.", ("700", "French Empire", "wounded")),
        ("was bloody. About 900 French soldiers were captured.", ("900", "French Empire", "captured")),
        ("was bloody. Losses on the British side came to 1,250.", ("1,250", "United Kingdom", "casualties")),
        ("was bloody. The French lost 90 killed and wounded.", ("90", "French Empire", "casualties")),
    ],
)
def test_who_lost_how_many_is_read_with_the_side(text: str, expected: tuple[str, str, str]) -> None:
    assert ("casualties", *expected) in read("The Battle of Orr", BATTLE, text)


@pytest.mark.parametrize(
    "text",
    [
        "was bloody. In the first assault the British lost 120 killed.",
        "was bloody. According to a chronicler, the French lost 900 killed.",
        "was bloody. The French lost 14 guns.",
        "was bloody. The Prussians lost 40 killed.",
        "was bloody. On 4 May 1712 the British lost 120 killed.",
    ],
)
def test_a_part_of_the_fighting_a_claim_and_a_stranger_tell_no_losses(text: str) -> None:
    assert not read("The Battle of Orr", BATTLE, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("was held. The Labour Party won 45 of the 120 seats.", ("seats-won", "45", "Labour Party", None)),
        ("was held. Labour received 41.2 % of the vote.", ("vote-share", "41.2 %", "Labour Party", None)),
        ("was held. Berg polled 812,406 votes.", ("votes", "812,406", "Green League", None)),
    ],
)
def test_votes_and_seats_are_read_by_party_or_candidate(text: str, expected: tuple[str, str, str, None]) -> None:
    assert expected in read("The 2011 Averian election", ELECTION, text)


@pytest.mark.parametrize(
    "text",
    [
        "was held. The Labour Party won 12 seats from the Green League.",
        "was held. Labour won 52 % of the vote in the capital.",
        "was held. In 2007 Labour had won 31 seats.",
        "was held. Opinion polls gave Labour 44 % of the vote.",
    ],
)
def test_votes_of_a_part_of_another_year_or_of_a_poll_are_not_read(text: str) -> None:
    assert not read("The 2011 Averian election", ELECTION, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("is a town in Averia, 12 km north of Harr.", ("12 km", "Harr", "straight")),
        ("is a town. It lies 40 miles (64 km) from Falk by road.", ("40 miles", "Falk", "road")),
        ("is a town. The distance between Norby and Harr is 12 km.", ("12 km", "Harr", None)),
    ],
)
def test_how_far_the_subject_is_from_another_place_is_read(text: str, expected: tuple[str, str, str | None]) -> None:
    assert ("distance", *expected) in read("Norby", "", text)


@pytest.mark.parametrize(
    "text",
    [
        "is a town near Harr, a port 5 km north of Falk.",
        "is a town with a mill that stands 5 km north of Falk.",
        "is a town. Norby station is 2 km from Falk.",
    ],
)
def test_a_distance_of_another_place_is_not_the_subjects(text: str) -> None:
    assert not read("Norby", "", text)
