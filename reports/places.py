"""Where a finding stands as programs name places: URIs of files, and whether lines count in them."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Collection
from urllib.parse import quote

from reports.report import Report
from rules.finding import Finding

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


def slashed(path: str) -> str:
    """A path with slashes, as URIs and code hosts have it, on Windows too."""
    return path.replace(os.sep, "/") if os.sep == "\\" else path


def uri(path: str) -> str:
    """The path as a relative URI reference, percent-encoded; an absolute path as a ``file:`` URI.

    A file name that is not UTF-8 is encoded by its bytes.
    """
    if _DRIVE.match(path):
        return "file:///" + path[0] + ":/" + quote(path[3:].replace("\\", "/"), safe="/")
    path = slashed(path)
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = path.encode("utf-8", "replace")
    encoded = quote(data, safe="/")
    return f"file://{encoded}" if encoded.startswith("/") else encoded.removeprefix("./") or "."


def without_lines(report: Report) -> frozenset[str]:
    """The paths of dumps: offsets and lines count in a page's text there, and say nothing of the file itself."""
    articles = Counter(article.path for article in report.articles)
    pages = {article.path for article in report.articles if article.page_id is not None}
    return frozenset(pages | {path for path, number in articles.items() if number > 1})


def named(finding: Finding, dumps: Collection[str]) -> Finding:
    """The finding; in a dump, where the path does not say which article it is of, the message does."""
    return finding._replace(message=f"{finding.article}: {finding.message}") if finding.path in dumps else finding
