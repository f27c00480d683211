"""Words that all human formats share: counts, what was compared, and what an alternative would change."""

from __future__ import annotations

from reports.report import Comparisons, Failure, Report
from rules.finding import Alternative, Finding, Severity

CAME_TO = ("consistent", "consistent only by rounding", "conflicting", "not comparable")
"""What comparisons came to, in words, in the order of :class:`Comparisons`."""


def count(number: int, noun: str) -> str:
    """A number with its noun in the right number.

    >>> count(1, "finding"), count(2500, "finding")
    ('1 finding', '2,500 findings')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def severities(report: Report) -> str:
    """How many findings of each severity, those without one left out; "no findings" where there is none."""
    counts = [(severity, report.count(severity)) for severity in Severity]
    return ", ".join(count(number, severity.value) for severity, number in counts if number) or "no findings"


def in_articles(report: Report) -> str:
    """How many articles have findings: "2 of 3 articles"; of those without any, how many there are."""
    flagged = sum(article.findings > 0 for article in report.articles)
    articles = count(len(report.articles), "article")
    return f"{flagged:,} of {articles}" if flagged else articles


def compared(comparisons: Comparisons) -> str:
    """What comparing came to, in a sentence's words."""
    if not comparisons.total:
        return "nothing was compared"
    told = ", ".join(f"{number:,} {words}" for number, words in zip(comparisons, CAME_TO, strict=True) if number)
    return f"{count(comparisons.total, 'comparison')}: {told}"


def work_done(report: Report) -> str:
    """What was read and compared: a report without findings is still evidence of work."""
    return f"{count(report.claims, 'claim')} and {count(report.facts, 'fact')} read, {compared(report.comparisons)}"


def set_apart(report: Report) -> str:
    """What was found and not told, or nothing."""
    parts = [f"{report.suppressed:,} suppressed" if report.suppressed else ""]
    parts += [f"{report.baselined:,} in the baseline" if report.baselined else ""]
    return ", ".join(part for part in parts if part)


def failed(failure: Failure) -> str:
    """A failure's message with the article and the rule it concerns."""
    about = [f"article {failure.article}"] if failure.article else []
    about += [f"rule {failure.rule}"] if failure.rule else []
    return f"{failure.message} ({', '.join(about)})" if about else failure.message


def failure_line(failure: Failure) -> str:
    """A failure in one line, its path first."""
    return f"{failure.path}: {failed(failure)}"


def lead(finding: Finding, index: int) -> str:
    """The word before the alternative at ``index``: neither side is taken, unless it is a matter of form."""
    if finding.safe and index == 0:
        return "fix"
    if index:
        return "or"
    return "either" if len(finding.alternatives) > 1 else "perhaps"


def change(alternative: Alternative, finding: Finding) -> str:
    """An alternative's label and, where it does not say so itself, which evidence becomes what."""
    texts = {(e.start, e.end): e.text for e in finding.evidence if e.path is None and e.article is None}
    edits = [(texts[edit.start, edit.end], edit.text) for edit in alternative.edits if (edit.start, edit.end) in texts]
    told = []
    for old, new in edits:
        if new not in alternative.label:
            told.append(f"“{old}” becomes “{new}”")
        elif old not in alternative.label:
            told.append(f"for “{old}”")
    return f"{alternative.label} ({', '.join(told)})" if told else alternative.label
