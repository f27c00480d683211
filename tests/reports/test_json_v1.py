from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import reports
from reports.formats import written
from reports.json_v1_models import JsonReport, schema
from reports.report import Report


def whole(report: Report) -> bytes:
    return b"".join(written("json", report))


@pytest.mark.parametrize("case", ["empty", "failed_only", "nasty", "many"])
def test_a_reader_that_trusts_the_schema_can_read_the_report(case: str, request: pytest.FixtureRequest) -> None:
    made = json.loads(whole(request.getfixturevalue(case)))
    if case == "many":
        made["findings"] = made["findings"][:50]
    jsonschema.Draft202012Validator(schema()).validate(made)
    JsonReport.model_validate(made, strict=True)


def test_the_shipped_schema_is_the_one_the_models_give() -> None:
    """Otherwise `factlint schema report` and the file that editors point at would tell different things."""
    shipped = Path(reports.__file__).with_name("json_v1.schema.json")
    assert shipped.read_text(encoding="utf-8") == json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def test_the_keys_stand_as_the_contract_lists_them(nasty: Report) -> None:
    made = json.loads(whole(nasty))
    assert list(made) == ["version", "tool", "articles", "findings", "failures", "summary"]
    assert list(made["findings"][0]) == [
        "rule", "family", "severity", "confidence", "message", "path", "article", "evidence", "calculation", "hint",
        "alternatives", "fingerprint",
    ]  # fmt: skip
    assert list(made["findings"][0]["evidence"][0]) == [
        "path", "article", "start", "end", "line", "column", "end_line", "end_column", "text", "note",
    ]  # fmt: skip


def test_evidence_is_the_text_at_its_offsets(nasty: Report) -> None:
    for finding in json.loads(whole(nasty))["findings"]:
        text = nasty.texts.get((finding["path"], finding["article"]))
        assert text is not None
        for evidence in finding["evidence"]:
            if evidence["path"] is None:
                assert text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_a_file_name_that_is_not_utf8_survives(nasty: Report) -> None:
    assert "bad-\udcff.txt" in [failure["path"] for failure in json.loads(whole(nasty))["failures"]]
