"""The three seed articles: what must be found, with exact places, and what must stay silent."""

from pathlib import Path

import pytest

from articles.article import Article
from articles.readers import plain
from articles.source import Source
from rules.catalogue import catalogue
from rules.finding import Finding
from rules.judge import judge

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not here")


def findings(name: str) -> dict[str, list[Finding]]:
    article = Article(plain.read(Source(name, (SEEDS / name).read_text(encoding="utf-8"))))
    found: dict[str, list[Finding]] = {}
    for card in catalogue().values():
        if card.rule.preview:
            continue
        for finding in judge(card, article).findings:
            found.setdefault(finding.rule, []).append(finding)
    return found


def texts(finding: Finding) -> list[str]:
    return [evidence.text for evidence in finding.evidence]


def test_albania_and_sudan() -> None:
    found = findings("albania-sudan.txt")
    assert set(found) == {
        "infobox-missing", "trade-share-implausible", "trade-adjective-wrong", "membership-contradicted",
        "dash-variant", "time-undated",
    }  # fmt: skip
    (share, *_rest) = found["trade-share-implausible"]
    assert {"$9.1 billion", "$23.5 billion"} <= set(texts(share))
    assert share.calculation is not None
    assert "$9.1 billion / $23.5 billion = 38.7 %" in share.calculation
    assert texts(found["infobox-missing"][0]) == ["Albania–Sudan relations"]
    assert "modest" in {text for finding in found["trade-adjective-wrong"] for text in texts(finding)}
    (membership,) = found["membership-contradicted"]
    assert len(membership.evidence) >= 2


def test_albania_and_palestine() -> None:
    found = findings("albania-palestine.txt")
    assert set(found) == {"embassy-before-relations", "mission-unlisted"}
    (embassy,) = found["embassy-before-relations"]
    assert set(texts(embassy)) == {"1989", "1990"}
    assert len(found["mission-unlisted"]) == 1


def test_russia_and_sudan_has_nothing_that_must_stay_silent() -> None:
    assert set(findings("russia-sudan.txt")) <= {"outside-existence"}
