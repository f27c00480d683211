"""What a fact is. Facts are compared with each other; claims alone never are."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from articles.claims.calendar import Date
from articles.claims.claim import Claim, Value
from articles.page import Place
from articles.textmap import ProseSpan


class Via(StrEnum):
    """How the subject or the counterpart of a fact was told, or what settled it where it was left out."""

    NAME = "name"
    ADJECTIVE = "adjective"
    CITY = "city"
    BOTH = "both"
    PRONOUN = "pronoun"
    PHRASE = "phrase"
    TITLE = "title"
    SECTION = "section"
    ROW = "row"
    PARTNER = "partner"


class Scope(NamedTuple):
    """What a fact holds for. Facts whose scopes differ, or may differ, are incomparable.

    ``counterpart`` is the other party ("Sudan" in Albania's exports to Sudan); ``when`` the as-of time
    or year of a figure; ``basis`` a way of measuring (``nominal``, ``ppp``, ``metro``, ``consular``);
    ``region`` a part of the subject ("the north").
    """

    counterpart: str | None = None
    when: Date | None = None
    basis: str | None = None
    region: str | None = None


class Fact(NamedTuple):
    """Subject, property, scope and value, with the evidence.

    ``subject`` is a canonical name (gazetteer) or, where no list knows it, the name the article uses.
    ``property`` is a name of ``properties.toml``. ``value`` is a claim's value, the canonical name of an
    entity (member-of, capital) or None for a bare statement ("has an embassy"). ``polarity`` is False for a
    denial. ``span`` is the operand (the claim or the name) and ``statement`` the sentence, cell or field
    value that makes it. ``claim`` is the reading behind ``value``, if one is. ``pattern`` names the frame.
    ``via`` says how the subject was told, ``towards`` how the counterpart was, None where there is none.
    """

    subject: str
    property: str
    value: Value | str | None
    span: ProseSpan
    statement: ProseSpan
    place: Place
    scope: Scope = Scope()
    polarity: bool = True
    claim: Claim | None = None
    pattern: str = ""
    via: Via = Via.TITLE
    towards: Via | None = None
