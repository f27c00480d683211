"""The rules of a SARIF log, each with its manual page as help."""

from __future__ import annotations

from typing import Any

from reports.manual import Manual, marked, paragraphs, shown
from reports.report import Report, RuleDescription
from rules.finding import Severity

NO_PAGE = "This rule came without a manual page."

_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}


def rules_of(report: Report) -> list[RuleDescription]:
    """The rules that ran, and those of findings that nobody described, so that every index points at one."""
    known = {rule.slug: rule for rule in report.rules}
    for told in report.findings:
        finding = told.finding
        if finding.rule not in known:
            bare = RuleDescription(finding.rule, finding.family, finding.severity, finding.confidence, Manual())
            known[finding.rule] = bare
    return [known[slug] for slug in sorted(known)]


def described(rule: RuleDescription) -> dict[str, Any]:
    """A rule as a ``reportingDescriptor``. ``precision`` and ``problem.severity`` are what code hosts sort by."""
    page = shown(rule.manual)
    fault = page.fault or rule.slug.replace("-", " ")
    properties: dict[str, Any] = {"tags": [rule.family], "precision": rule.confidence.value}
    properties["problem.severity"] = _PROBLEM[rule.severity]
    if rule.measured:
        properties["measured"] = rule.measured
    return {
        "id": rule.slug,
        "name": "".join(part.capitalize() for part in rule.slug.split("-")),
        "shortDescription": {"text": paragraphs(fault)[0]},
        "fullDescription": {"text": " ".join(paragraphs(f"{fault}\n{page.why}"))},
        "help": {"text": _text(page), "markdown": _markdown(rule, page)},
        "defaultConfiguration": {"level": rule.severity.value, "enabled": not rule.preview},
        "properties": properties,
    }


def _text(page: Manual) -> str:
    named = (("", page.fault), ("Why: ", page.why), ("Right all the same: ", page.right))
    return "\n\n".join(name + part for name, part in named if part) or NO_PAGE


def _markdown(rule: RuleDescription, page: Manual) -> str:
    named = (("", page.fault), ("**Why.** ", page.why), ("**Right all the same.** ", page.right))
    parts = [name + "\n\n".join(paragraphs(part)) for name, part in named if part]
    for name, examples in (("Fires on", rule.bad), ("Silent on", rule.good)):
        if examples:
            lines = marked(examples[0]).text.strip().split("\n")
            parts.append(f"**{name}**\n\n" + "\n".join(f"    {line}" for line in lines))
    if not parts:
        return NO_PAGE
    measured = f"Precision: {rule.measured or 'unmeasured'}. `factlint explain {rule.slug}` shows the whole page."
    return "\n\n".join([*parts, measured])
