"""The shape of the JSON report, version 1, as pydantic models; its JSON Schema is made from them.

Only ``factlint schema report`` and those who read reports need this: writing one does without pydantic.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Count = Annotated[int, Field(ge=0)]
Offset = Annotated[int, Field(ge=0, description="code points from the start of the article's text, from zero")]
Line = Annotated[int, Field(ge=1, description="counted from one; only LF ends a line")]
Column = Annotated[int, Field(ge=1, description="code points, counted from one")]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Tool(_Part):
    """What made the report."""

    name: Literal["factlint"]
    version: str


class Article(_Part):
    """An article that was checked, silent ones too."""

    path: str
    title: str
    kind: str = Field(description="the article kind, generic where none fits")
    page_id: int | None = Field(description="the page's id in a dump")
    revision_id: int | None = Field(description="the revision's id in a dump")
    claims: Count
    facts: Count
    findings: Count


class Evidence(_Part):
    """One place a finding is about. ``path`` and ``article`` name a sister article, else both are null."""

    path: str | None
    article: str | None
    start: Offset
    end: Offset
    line: Line
    column: Column
    end_line: Line
    end_column: Column
    text: str = Field(description="what stands there")
    note: str = Field(description="what it says")


class Edit(_Part):
    """Replace the text from start to end."""

    start: Offset
    end: Offset
    text: str


class Alternative(_Part):
    """One way to resolve a finding."""

    label: str
    edits: list[Edit]


class Finding(_Part):
    """A fault, with every place it is about; the first is where to look."""

    rule: str
    family: str = Field(description="the rule's topic")
    severity: Literal["error", "warning", "note"]
    confidence: Literal["high", "medium", "low"]
    message: str
    path: str
    article: str = Field(description="the article's title")
    evidence: list[Evidence] = Field(min_length=1)
    calculation: str | None = Field(description="the arithmetic as an editor would write it")
    hint: str | None
    alternatives: list[Alternative]
    fingerprint: str = Field(description="of rule, title and evidence texts; edits elsewhere leave it as it is")


class Failure(_Part):
    """What could not be read, or a rule that crashed."""

    path: str
    article: str | None
    rule: str | None
    message: str


class Comparisons(_Part):
    """What comparing statements came to."""

    consistent: Count
    by_rounding: Count = Field(description="consistent only because numbers are rounded")
    conflicting: Count
    incomparable: Count


class Summary(_Part):
    """The counts."""

    articles: Count
    errors: Count
    warnings: Count
    notes: Count
    claims: Count
    facts: Count
    comparisons: Comparisons
    suppressed: Count = Field(description="findings allowed by a comment or a verdict")
    baselined: Count = Field(description="findings that the baseline knows")


class JsonReport(_Part):
    """A factlint report, version 1."""

    model_config = ConfigDict(extra="forbid", frozen=True, title="factlint report, version 1")

    version: Literal[1]
    tool: Tool
    articles: list[Article]
    findings: list[Finding]
    failures: list[Failure]
    summary: Summary


def schema() -> dict[str, Any]:
    """The JSON Schema of the report (draft 2020-12), which ``json_v1.schema.json`` holds too."""
    made = JsonReport.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
