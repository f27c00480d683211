from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from articles.source import Source
from reports.excerpt import Excerpt
from reports.formats import written
from reports.html.assets import policy
from reports.html.data import articles
from reports.html.passages import Gap, Line, Mark, passages, pieces
from reports.manual import Manual
from reports.report import ArticleSummary, Checked, Failure, Gathering, Report, RuleDescription, Told, tell
from rules.finding import Alternative, Confidence, Edit, Evidence, Finding, Severity
from tests.reports.conftest import many_findings

VOID = {"meta", "input", "line", "rect", "circle"}


class Page(HTMLParser):
    """Reads a page as a browser would, strictly: every element is closed, no attribute stands twice.

    An article that waits as text is read as well, as it will be when it is shown.
    """

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self._held = False
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"<{tag}> names an attribute twice"
        self.elements.append((tag, dict(attrs)))
        self._held = (tag, dict(attrs).get("type")) == ("script", "text/plain")
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._held:
            held = Page(data)
            self.elements += held.elements
            self.words += held.words
        else:
            self.words.append(data)

    def having(self, name: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(name)) is not None]


def whole(report: Report) -> str:
    return b"".join(written("html", report)).decode()


HOSTILE = (
    "<script>pwned()</script>", "</script><script>pwned()</script>", "<img src=x onerror=pwned()>",
    "\" onmouseover=\"pwned()\" x=\"", "' autofocus onfocus='pwned()", "</style><svg onload=pwned()>", "]]><!--",
    "{{ 7*7 }}{% raw %}", "javascript:pwned()", "data:text/html,<script>pwned()</script>", "\u202e<b>\u2066",
    "\x00\x1b[2J", "&lt;script&gt;", "</title></head><body onload=pwned()>",
    "<iframe srcdoc='<script>pwned()</script>'>", "<base href=//evil>", "</details></section></main>",
)  # fmt: skip


def hostile_report() -> Report:
    """Everything a writer of articles controls, filled with what would run."""
    gathering = Gathering(
        "0",
        [
            RuleDescription("r", "names", Severity.ERROR, Confidence.LOW, Manual(word), (word,), (word,))
            for word in HOSTILE[:1]
        ],
    )
    for number, word in enumerate(HOSTILE):
        text = f"before {word}\nevidence {word} after"
        source = Source(f"{word}{number}", text)
        start = text.index("evidence")
        places = (Evidence(start, len(text), 2, 1, 2, 9, word, word), Evidence(0, 6, 1, 1, 1, 7, "before", word))
        change = Alternative(word, (Edit(start, start + 8, word), Edit(1, 2, word)))
        finding = Finding(
            "r", "names", Severity.ERROR, Confidence.LOW, word, source.path, word, places, word, word, (change,), "f"
        )
        gathering.add(Checked(ArticleSummary(source.path, word, word), (tell(finding, source),), text=text))
        gathering.fail(Failure(word, word, word, word))
    return gathering.report()


@pytest.mark.parametrize("make", [hostile_report, Gathering("0").report])
def test_no_word_of_an_article_becomes_markup(make: object, nasty: Report) -> None:
    """What an article can add is text and the marks around it; every element and attribute is one of ours."""
    for report in (make(), nasty):  # type: ignore[operator]
        page = Page(whole(report))
        names = [tag for tag, _ in page.elements]
        scripts = [attributes.get("type") for tag, attributes in page.elements if tag == "script"]
        assert scripts.count(None) == names.count("style") == 1
        assert set(scripts) <= {None, "application/json", "text/plain"}, "a browser would run what is data"
        assert not {"img", "iframe", "base", "object", "embed", "b-", "link"} & set(names)
        attributes = {name for _, each in page.elements for name in each}
        assert not {name for name in attributes if name.startswith("on") or name in ("style", "src", "srcdoc")}
        assert all(re.fullmatch("#[A-Za-z0-9-]+", link) for link in page.having("href"))


def test_what_was_written_is_what_is_read() -> None:
    said = " ".join(Page(whole(hostile_report())).words)
    for word in HOSTILE[:7]:
        assert word in said


def test_control_and_bidi_characters_are_shown_and_not_obeyed() -> None:
    made = whole(hostile_report())
    outside = re.sub('data-copy="[^"]*"', "", made)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", outside)
    assert r"\u202e" in made


def test_the_policy_allows_our_style_and_script_and_nothing_else(nasty: Report) -> None:
    made = whole(nasty)
    policies = [each.get("content") for tag, each in Page(made).elements if tag == "meta" and "http-equiv" in each]
    for name in ("style", "script"):
        inlined = re.search(f"<{name}>(.*?)</{name}>", made, re.DOTALL)
        assert inlined
        digest = base64.b64encode(hashlib.sha256(inlined[1].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in (policies[0] or "")
    assert (policies[0] or "").startswith("default-src 'none';")
    assert policy("a", "b") != policy("b", "a")


def test_every_jump_has_somewhere_to_land_and_no_anchor_stands_twice(nasty: Report) -> None:
    for report in (nasty, many_findings(200)):
        page = Page(whole(report))
        anchors = page.having("id")
        assert len(anchors) == len(set(anchors))
        assert {link[1:] for link in page.having("href")} <= set(anchors)
        labels = {name for value in page.having("aria-labelledby") for name in value.split()}
        assert labels <= set(anchors)


def test_headings_descend_one_at_a_time(nasty: Report) -> None:
    levels = [int(tag[1]) for tag, _ in Page(whole(nasty)).elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_the_marked_text_is_the_evidence(nasty: Report) -> None:
    by_number: dict[str, str] = {}
    for article in articles(nasty):
        for line in article.lines:
            for piece in line.pieces if isinstance(line, Line) else ():
                for mark in piece.marks:
                    by_number[mark.label] = by_number.get(mark.label, "") + piece.text
    for number, told in enumerate(nasty.findings, 1):
        for index, evidence in enumerate(told.finding.evidence, 1):
            if evidence.path is None:
                assert by_number[f"{number}.{index}"] == evidence.text.replace("\n", "")


def mark(start: int, end: int, label: str = "1.1") -> Mark:
    return Mark(start, end, label, f"e{label}", 1, 1)


def test_overlapping_evidence_is_shown_once_and_marked_for_both() -> None:
    text = "in 1990 and 1991"
    runs = pieces(text, 0, len(text), [mark(3, 16, "1.1"), mark(12, 16, "2.1"), mark(3, 7, "3.1")])
    assert "".join(run.text for run in runs) == text
    assert [(run.text, [m.label for m in run.marks]) for run in runs if run.marks] == [
        ("1990", ["3.1", "1.1"]), (" and ", ["1.1"]), ("1991", ["1.1", "2.1"]),
    ]  # fmt: skip
    assert [m.label for run in runs for m in run.closing] == ["3.1", "1.1", "2.1"]


def test_evidence_of_absence_is_marked_where_the_thing_should_be() -> None:
    for text, at in (("", 0), ("abc", 0), ("abc", 3)):
        runs = pieces(text, 0, len(text), [mark(at, at)])
        assert [m.label for run in runs for m in run.closing] == ["1.1"]


def test_markup_is_told_from_words() -> None:
    text = "a '''b''' [[c|d]]<ref name=x>{{cite}}</ref> {{e|f}}"
    runs = pieces(text, 0, len(text))
    assert "".join(run.text for run in runs if not run.markup) == "a b d f"


def test_a_quotation_reads_as_the_article_does() -> None:
    text = (
        "The '''[[Treaty of Ora|treaty]]''' was signed<ref>{{cite|1996}}</ref> in {{circa|1995}} and in 1997.<!-- ? -->"
    )
    source = Source("a.wiki", text)
    start = text.index("1997")
    place = Evidence(start, start + 4, 1, start + 1, 1, start + 5, "1997", "")
    told = tell(finding("dates", "1997")._replace(evidence=(place,)), source)
    (article,) = articles(Report("0", (told,)))
    said = "".join(piece.text for piece in article.findings[0].quotes[0].pieces)
    assert said == "The treaty was signed in {{circa|1995}} and in 1997."


def test_a_quotation_has_no_half_of_a_reference() -> None:
    text = "|isbn=978}}</ref> The treaty was signed in 1997, and kept {{as of|2020}}. It is {{cite book|title=x"
    start = text.index("1997")
    place = Evidence(start, start + 4, 1, start + 1, 1, start + 5, "1997", "")
    cut = Excerpt(1, 1, text[:start], "1997", text[start + 4 :], cut_before=True, cut_after=True, closes=False)
    (article,) = articles(Report("0", (Told(finding("dates", "1997")._replace(evidence=(place,)), (cut,)),)))
    assert article.findings[0].quotes[0].text == "The treaty was signed in 1997, and kept {{as of|2020}}. It is "


def test_a_long_article_is_shown_around_its_evidence() -> None:
    text = "\n".join(f"line {number}" for number in range(1, 101))
    start = text.index("line 50")
    shown = list(passages(Source("a", text), [mark(start, start + 7)], whole=False))
    assert [line.lines if isinstance(line, Gap) else line.number for line in shown] == [47, 48, 49, 50, 51, 52, 48]


def test_a_line_of_a_megabyte_is_shown_around_its_evidence() -> None:
    text = "x" * 500_000 + "1990" + "y" * 500_000
    (line,) = passages(Source("a", text), [mark(500_000, 500_004)], whole=True)
    assert isinstance(line, Line)
    assert [piece.text for piece in line.pieces if piece.marks] == ["1990"]
    assert sum(len(piece.text) for piece in line.pieces) < 3000


def finding(family: str, *texts: str) -> Finding:
    places = tuple(Evidence(0, 1, 1, 1, 1, 2, text, "") for text in texts)
    return Finding("r", family, Severity.NOTE, Confidence.LOW, "m", "p", "a", places, None, None, (), "f")


def test_an_article_with_forty_of_a_kind_stays_readable() -> None:
    made = whole(many_findings(80, in_each=80))
    assert made.count('<details class="finding') == 80
    assert len(re.findall(r'<details class="finding[^>]* open>', made)) <= 30


@pytest.mark.parametrize(
    ("path", "offered"), [("A.wiki", True), ("A.WIKITEXT.gz", True), ("d.xml-p10p30.bz2", True), ("A.txt", False)]
)
def test_a_comment_is_offered_where_one_can_stand(nasty: Report, path: str, offered: bool) -> None:
    told = nasty.findings[0]
    made = replace(nasty, findings=(told._replace(finding=told.finding._replace(path=path)),))
    assert ("&lt;!-- factlint: allow" in b"".join(written("html", made)).decode()) is offered


def test_what_is_struck_out_leaves_nothing_to_copy(nasty: Report) -> None:
    told = nasty.findings[0]
    place = told.finding.evidence[0]
    strike = (Alternative("strike it", (Edit(place.start, place.end, ""),)),)
    made = replace(nasty, findings=(told._replace(finding=told.finding._replace(alternatives=strike)),))
    page = b"".join(written("html", made)).decode()
    assert "strike it" in page
    assert 'data-copy=""' not in page
