"""The shape of what ``factlint read --format json`` prints, as pydantic models; its JSON Schema is made from them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

Offset = Annotated[int, Field(ge=0, description="code points from the start of the article's text, from zero")]
Decimals = Annotated[str, Field(description="a number in decimal digits; huge ones have an exponent")]
Day = Annotated[str, Field(description="ISO 8601, proleptic Gregorian", pattern=r"^[+-]?[0-9]{4,}-[0-9]{2}-[0-9]{2}$")]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Section(_Part):
    """A heading; start and end are its title's, without markup."""

    title: str
    level: int
    start: Offset
    end: Offset


class InfoboxField(_Part):
    """An infobox field; start and end are the value's, and value is what stands there."""

    key: str
    value: str
    start: Offset
    end: Offset


class Infobox(_Part):
    """An infobox and its fields in order."""

    name: str
    fields: list[InfoboxField]


class DateValue(_Part):
    """A date: its first and its last day; null is an open end."""

    earliest: Day | None
    latest: Day | None


class NumberValue(_Part):
    """A percentage, a number or an ordinal: the lowest and the highest it may be; null is an open end."""

    low: Decimals | None
    high: Decimals | None


class MoneyValue(NumberValue):
    """An amount of a currency, ISO 4217."""

    currency: str


class UnitValue(NumberValue):
    """A quantity in a unit as pint names it, or a duration."""

    unit: str


class NameValue(_Part):
    """The canonical name of an entity."""

    name: str


AnyValue = DateValue | MoneyValue | UnitValue | NumberValue


class Claim(_Part):
    """One reading of the text."""

    kind: Literal["date", "money", "quantity", "percent", "number", "duration", "ordinal"]
    start: Offset
    end: Offset
    text: str
    value: AnyValue


class Scope(_Part):
    """What a fact holds for."""

    counterpart: str | None
    when: DateValue | None
    basis: str | None
    region: str | None


class Fact(_Part):
    """Who, what, when, how much; value is null for a bare statement, polarity false for a denial."""

    subject: str
    property: str
    scope: Scope
    polarity: bool
    value: AnyValue | NameValue | None
    start: Offset
    end: Offset
    place: Literal["infobox", "lead", "body", "table", "caption", "category"]


class ReadArticle(_Part):
    """What was understood of one article."""

    path: str
    title: str
    kind: str
    sections: list[Section]
    infoboxes: list[Infobox]
    claims: list[Claim]
    facts: list[Fact]


ARTICLES = TypeAdapter(list[ReadArticle])


def schema() -> dict[str, Any]:
    """The JSON Schema of the array that is printed."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **ARTICLES.json_schema(mode="serialization")}
