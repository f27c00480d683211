"""SARIF 2.1.0: the standard form of findings, which code hosts and editors read.

The first statement is the location and the others are related locations, linked from the message, since some
viewers show a related location only where the message links to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reports.excerpt import Excerpt
from reports.formats import Look
from reports.json_v1 import summary
from reports.places import named, uri, without_lines
from reports.report import TOOL, Failure, Report, Told
from reports.sarif_rules import described, rules_of
from reports.terminal import plainly
from reports.wording import change, failed, lead
from rules.finding import Alternative, Evidence, Finding

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "SRCROOT"
FINGERPRINT = "factlint/v1"

Json = dict[str, Any]


def write(report: Report, look: Look) -> Iterator[str]:
    """The report as one SARIF log of one run, a result to a line."""
    rules = rules_of(report)
    numbers = {rule.slug: number for number, rule in enumerate(rules)}
    dumps = without_lines(report)
    driver: Json = {"name": TOOL, "version": report.version, "semanticVersion": report.version}
    driver["rules"] = [described(rule) for rule in rules]
    yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{\n"tool": {_line({"driver": driver})},\n'
    yield f'"invocations": [{_line(_invocation(report))}],\n'
    yield f'"columnKind": "unicodeCodePoints", "language": "en",\n"originalUriBaseIds": {_line(_bases())},\n'
    yield '"results": ['
    between = "\n"
    for told in report.findings:
        finding = named(told.finding, dumps)
        result = _result(told._replace(finding=finding), numbers[finding.rule], lines=finding.path not in dumps)
        yield between + _line(result)
        between = ",\n"
    yield f'],\n"properties": {_line(summary(report))}\n}}]}}\n'


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _bases() -> Json:
    return {ROOT: {"description": {"text": "The folder in which factlint was started."}}}


def _result(told: Told, number: int, *, lines: bool) -> Json:
    finding = told.finding
    locations = [
        _location(evidence, excerpt, finding, lines=lines)
        for evidence, excerpt in zip(finding.evidence, told.excerpts, strict=True)
    ]
    result: Json = {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": finding.severity.value,
        "message": {"text": _message(finding)},
        "locations": locations[:1],
    }
    if locations[1:]:
        result["relatedLocations"] = [place | {"id": index} for index, place in enumerate(locations[1:], 1)]
    result["partialFingerprints"] = {FINGERPRINT: finding.fingerprint}
    fixes = [_fix(alternative, finding) for alternative in finding.alternatives if alternative.edits]
    if fixes and lines:
        result["fixes"] = fixes
    result["properties"] = {"confidence": finding.confidence.value, "family": finding.family}
    return result


def _message(finding: Finding) -> str:
    """The message, the arithmetic and a link to each further statement."""
    lines = [_plain(finding.message)]
    if finding.calculation:
        lines.append(_plain(finding.calculation))
    if finding.hint:
        lines.append(f"Hint: {_plain(finding.hint)}")
    links = [f"[{_linked(evidence)}]({index})" for index, evidence in enumerate(finding.evidence[1:], 1)]
    if links:
        lines.append(f"Against: {'; '.join(links)}")
    for index, alternative in enumerate(finding.alternatives):
        lines.append(f"{lead(finding, index).capitalize()}: {_plain(change(alternative, finding))}")
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Text in which nothing is a link: a message may hold ``[text](target)``."""
    return plainly(text).replace("](", "]\\(") if "](" in text else plainly(text)


def _linked(evidence: Evidence) -> str:
    """Words for a link: brackets in them are escaped, as the standard asks."""
    words = f"“{evidence.text}” {evidence.note}".strip()
    return plainly(words).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _location(evidence: Evidence, excerpt: Excerpt, finding: Finding, *, lines: bool) -> Json:
    path = finding.path if evidence.path is None else evidence.path
    place: Json = {"artifactLocation": _artifact(path)}
    if lines or path != finding.path:
        place |= {"region": _region(evidence), "contextRegion": _context(evidence, excerpt)}
    else:
        # Code hosts drop a result without a line; the first stands for the dump as a whole.
        place["region"] = {"startLine": 1}
    location: Json = {"physicalLocation": place}
    if note := evidence.note or evidence.text:
        location["message"] = {"text": _plain(note)}
    location["logicalLocations"] = [{"name": evidence.article or finding.article, "kind": "article"}]
    return location


def _artifact(path: str) -> Json:
    address = uri(path)
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": ROOT}


def _region(evidence: Evidence) -> Json:
    return {
        "startLine": evidence.line,
        "startColumn": evidence.column,
        "endLine": evidence.end_line,
        "endColumn": evidence.end_column,
        "charOffset": evidence.start,
        "charLength": evidence.end - evidence.start,
        "snippet": {"text": evidence.text},
    }


def _context(evidence: Evidence, excerpt: Excerpt) -> Json:
    """The sentence around the evidence, all of it on lines that the evidence is on."""
    return {
        "startLine": excerpt.line,
        "startColumn": excerpt.column,
        "endLine": evidence.end_line,
        "endColumn": evidence.end_column + len(excerpt.after),
        "charOffset": evidence.start - len(excerpt.before),
        "charLength": len(excerpt.before) + len(excerpt.text) + len(excerpt.after),
        "snippet": {"text": excerpt.before + excerpt.text + excerpt.after},
    }


def _fix(alternative: Alternative, finding: Finding) -> Json:
    replacements = [
        {
            "deletedRegion": {"charOffset": edit.start, "charLength": edit.end - edit.start},
            "insertedContent": {"text": edit.text},
        }
        for edit in alternative.edits
    ]
    change_of_file = {"artifactLocation": _artifact(finding.path), "replacements": replacements}
    return {"description": {"text": _plain(alternative.label)}, "artifactChanges": [change_of_file]}


def _invocation(report: Report) -> Json:
    made: Json = {"executionSuccessful": not report.failures}
    if report.failures:
        made["toolExecutionNotifications"] = [_notification(failure) for failure in report.failures]
    return made


def _notification(failure: Failure) -> Json:
    notification: Json = {
        "level": "error",
        "message": {"text": _plain(failed(failure))},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(failure.path)}}],
    }
    if failure.rule:
        notification["associatedRule"] = {"id": failure.rule}
    return notification
