"""A hand-made report with everything in it that an article may throw at a writer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from articles.source import Source
from reports.manual import Manual
from reports.report import (
    ArticleSummary,
    Checked,
    Comparisons,
    Failure,
    Gathering,
    Report,
    RuleDescription,
    Told,
    tell,
)
from rules.finding import Alternative, Confidence, Edit, Evidence, Finding, Severity

GOLDEN = Path(__file__).parent / "golden"

ORA = """\
= Ora–Belt relations =

Ora and Belt established relations in 1992. 😀 The embassy of Ora opened in 1989, three years before. \
<script>alert('text')</script> is no part of it, nor is ]]> or %0A::error::.

== Trade ==
\tIn 2023 Ora's exports to Belt came to $9.1 billion, about 38.7 % of an economy of $23.5 billion. The share is modest.
日本語の記事は 12 km (9 mi) と書く。 Cafe\u0301 number 12 is in the north.
في عام 1990 افتتحت السفارة، ثم أغلقت في عام 1985 بعد ذلك.
\x1b[31mred\x1b[0m and \u202egnihton\u202c were here in 31 April 1990.
"""

MARKUP = """\
{{Infobox treaty
| name = Treaty of <b onmouseover=alert(1)>Ora</b>
| signed = 1995
}}
The '''treaty''' was signed in 1997.<ref>{{cite web|title=x}}</ref> It has {{convert
|12
|km|mi}} of text | and `ticks` --> </script><img src=x onerror=alert(2)> & more.
"""

SISTER = "= Foreign relations of Ora =\n\nOra established relations with Belt in February 1957.\n"


def at(source: Source, text: str, note: str, *, path: str | None = None, article: str | None = None) -> Evidence:
    """The first place of a text, as evidence."""
    start = source.text.index(text)
    end = start + len(text)
    first, last = source.position(start), source.position(end)
    return Evidence(start, end, first.line, first.column, last.line, last.column, text, note, path, article)


def swap(first: Evidence, second: Evidence) -> tuple[Alternative, ...]:
    """Both ways to make two statements agree."""
    return (
        Alternative("keep the first", (Edit(second.start, second.end, first.text),)),
        Alternative(f"write {second.text} in both places", (Edit(first.start, first.end, second.text),)),
    )


def described(slug: str, family: str, severity: Severity) -> RuleDescription:
    """A rule with a manual page that tries to break out, too."""
    manual = Manual(
        f"A fault called {slug} with `code` and <b>markup</b>.",
        "a reader sees two statements and cannot tell which one holds.",
        "the two are about different things,\n- one;\n- two.",
    )
    bad = ("= Ora =\n\nFounded in ⟦1:1990⟧ and in ⟦2:1992⟧ </script>.\n",)
    return RuleDescription(slug, family, severity, Confidence.HIGH, manual, bad, ("= Ora =\n\nFounded in 1990.\n",))


ORA_PATH = "articles/ora %0A & <belt>.txt"
ORA_TITLE = "Ora–Belt relations <script>alert('title')</script>"


def _told(rule: str, family: str, severity: Severity, message: str, *evidence: Evidence, **more: object) -> Told:
    """A finding in the article on Ora."""
    values = {"calculation": None, "hint": None, "alternatives": (), "fingerprint": f"{rule}-0123456789"} | more
    made = Finding(rule, family, severity, Confidence.MEDIUM, message, ORA_PATH, ORA_TITLE, evidence, **values)  # type: ignore[arg-type]
    return tell(made, Source(ORA_PATH, ORA), {("sister.txt", "Foreign relations of Ora"): Source("sister.txt", SISTER)})


def _ora() -> Checked:
    source = Source(ORA_PATH, ORA)
    findings = (*_contradictions(source), *_slips(source))
    summary = ArticleSummary(ORA_PATH, ORA_TITLE, "bilateral-relations", None, None, 12, 7)
    return Checked(summary, findings, (), Comparisons(3, 1, 4, 2), suppressed=1, baselined=2, text=ORA)


def _contradictions(source: Source) -> tuple[Told, ...]:
    """Findings on two statements each, one of them in a sister article."""
    opened, related = at(source, "1989", "the embassy opens"), at(source, "1992", "relations begin")
    exports, economy = at(source, "$9.1 billion", "exports to Belt"), at(source, "$23.5 billion", "Ora's economy")
    sister = at(
        Source("sister.txt", SISTER),
        "February 1957",
        "the sister article",
        path="sister.txt",
        article="Foreign relations of Ora",
    )
    return (
        _told(
            "embassy-before-relations",
            "chronology",
            Severity.WARNING,
            "the embassy opened in 1989, before relations began in 1992",
            opened,
            related,
            calculation="1989 < 1992",
            alternatives=swap(opened, related),
        ),
        _told(
            "articles-disagree",
            "corpus",
            Severity.WARNING,
            'relations began in 1992 here and in February 1957 in "Foreign relations of Ora"',
            related,
            sister,
        ),
        _told(
            "trade-share-implausible",
            "money",
            Severity.ERROR,
            "exports of $9.1 billion to Belt are 38.7 % of an economy of $23.5 billion | above 20 %",
            exports,
            economy,
            calculation="$9.1 billion / $23.5 billion = 38.7 %",
            hint="$9.1 billion equals Ora's exports to the whole world in 2023",
        ),
    )


def _slips(source: Source) -> tuple[Told, ...]:
    """Findings on what cannot be by itself, with all that is hard to show."""
    return (
        _told(
            "conversion-wrong",
            "arithmetic",
            Severity.ERROR,
            "12 km is 7.5 mi, not 9 mi",
            at(source, "12 km", "日本"),
            at(source, "9 mi", "as converted"),
            calculation="12 km = 7.46 mi",
        ),
        _told(
            "date-range-reversed",
            "dates",
            Severity.ERROR,
            "closed in عام 1985 before it opened in 1990",
            at(source, "عام 1990", "فتح"),
            at(source, "1985", "closed"),
        ),
        _told(
            "date-impossible",
            "dates",
            Severity.ERROR,
            "31 April 1990 does not exist: April has 30 days ::warning::%0D\x1b[2J",
            at(source, "31 April 1990", ""),
            alternatives=(Alternative("write 30 April", ()),),
        ),
        _told(
            "date-format",
            "dates",
            Severity.NOTE,
            "a combining mark stands before the number",
            at(source, "\u0301 number 12", "e\u0301"),
        ),
    )


def _treaty() -> Checked:
    path, title = "treaty.wiki", "treaty"
    source = Source(path, MARKUP)
    field, body = at(source, "1995", "infobox: signed"), at(source, "1997", "body")
    template = at(source, "{{convert\n|12\n|km|mi}}", "a template over lines")
    differs = Finding(
        "infobox-differs",
        "infobox",
        Severity.ERROR,
        Confidence.HIGH,
        "signed in 1995 in the infobox, in 1997 in the text",
        path,
        title,
        (field, body),
        None,
        None,
        swap(field, body),
        "infobox-differs-0123456789",
    )
    dash = Finding(
        "dash-variant",
        "names",
        Severity.NOTE,
        Confidence.LOW,
        'a template | with `ticks`, "quotes", <tags> & ]]>',
        path,
        title,
        (template,),
        None,
        None,
        (Alternative("write it on one line", (Edit(template.start, template.end, "{{convert|12|km|mi}}"),)),),
        "dash-variant-0123456789",
        safe=True,
    )
    summary = ArticleSummary(path, title, "generic", 12, 34, 5, 2)
    failures = (Failure(path, title, "some-rule", "ValueError: <b>\x1b[1m ]]> & 'x'\nsecond line"),)
    return Checked(summary, (tell(differs, source), tell(dash, source)), failures, Comparisons(0, 0, 1, 0), text=MARKUP)


def _rules() -> list[RuleDescription]:
    return [
        described("embassy-before-relations", "chronology", Severity.WARNING),
        described("articles-disagree", "corpus", Severity.WARNING),
        described("trade-share-implausible", "money", Severity.WARNING)._replace(measured="97 % of 120 judged"),
        described("conversion-wrong", "arithmetic", Severity.ERROR),
        described("date-range-reversed", "dates", Severity.ERROR),
        described("date-impossible", "dates", Severity.ERROR),
        described("date-format", "dates", Severity.NOTE)._replace(preview=True),
        described("infobox-differs", "infobox", Severity.ERROR),
        described("dash-variant", "names", Severity.NOTE),
        described("not-seen", "names", Severity.NOTE),
    ]


def nasty_report() -> Report:
    """Two articles with findings, a silent one, and three failures."""
    gathering = Gathering("0.1.0", _rules())
    gathering.add(_treaty())
    gathering.add(_ora())
    gathering.add(Checked(ArticleSummary("silent.txt", "Silent", "country", None, None, 3, 1)))
    gathering.fail(Failure("broken\n<x>.xml", None, None, "not well-formed: line 3, column 7 ]]> %0A"))
    gathering.fail(Failure("bad-\udcff.txt", None, None, "not UTF-8: byte 0xff at 12"))
    return gathering.report()


def many_findings(number: int, in_each: int = 10) -> Report:
    """A report of many findings, so many in each article."""
    gathering = Gathering("0.1.0", _rules())
    slugs = [rule.slug for rule in _rules()]
    severities = list(Severity)
    for article in range(0, number, in_each):
        source = Source(f"a/{article:06}.txt", re.sub("1992", str(1900 + article % 90), ORA))
        first, second = at(source, "1989", "one"), at(source, "relations", "another")
        told = []
        for index in range(article, min(article + in_each, number)):
            slug, severity = slugs[index % len(slugs)], severities[index % 3]
            made = Finding(
                slug, "dates", severity, Confidence.HIGH, f"finding {index}: one against another", source.path,
                f"Article {article}", (first, second), "1 < 2", None, swap(first, second), f"{slug}-{index}",
            )  # fmt: skip
            told.append(tell(made, source))
        summary = ArticleSummary(source.path, f"Article {article}", "generic", None, None, 9, 9)
        gathering.add(Checked(summary, tuple(told), text=source.text))
    return gathering.report()


@pytest.fixture(scope="session")
def nasty() -> Report:
    """The report that the golden files are of."""
    return nasty_report()


@pytest.fixture(scope="session")
def empty() -> Report:
    """A run over nothing."""
    return Gathering("0.1.0").report()


@pytest.fixture(scope="session")
def failed_only() -> Report:
    """A run that could read nothing."""
    gathering = Gathering("0.1.0")
    gathering.fail(Failure("a.xml", None, None, "no such file"))
    return gathering.report()


@pytest.fixture(scope="session")
def many() -> Report:
    """Ten thousand findings in a thousand articles."""
    return many_findings(10_000)
