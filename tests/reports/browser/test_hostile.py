"""An article is written by strangers. Whatever stands in it is shown as text, and nothing of it runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli import main
from tests.reports.browser.chromium import watched
from tests.reports.browser.conftest import saved
from tests.reports.test_html import hostile_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ARTICLE = """\
{{Infobox settlement
| name = <img src=x onerror=alert(1)>
| population = 418,600 <script>alert("infobox")</script>
| established = "><svg onload=alert(2)>
| founded = 1952
}}
'''Ora''' ]]> </script><script>alert("text")</script> was founded in 1925.<!-- --> had 481,600 inhabitants.
A data:text/html,<script>alert(3)</script> [javascript:alert(4) link], \u202egnihton\u202c \u2066isolated \x1b[2J
The hill rises to 2,917 m (9,750 ft) <details open ontoggle=alert(5)> above </section></main></body> the sea.
<style>@import url(//evil.example/x.css)</style><link rel=prefetch href=//evil.example/><base href=//evil.example/>
<a href="data:text/html,x" target=_blank>31 April 1990</a> {{7*7}} {% raw %} ${alert(6)} &lt;script&gt;
"""
NAME = "\u202eOra <img src=x onerror=alert(7)> ' \" &.wiki"


def test_nothing_of_a_hostile_article_runs(browser: Browser, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / NAME).write_text(ARTICLE, encoding="utf-8")
    report = tmp_path / "report.html"
    main(["check", "--no-cache", "--fail-on", "never", "--format", "html", "--output", str(report), str(folder)])
    with watched(browser, report) as seen:
        page = seen.page
        assert page.query_selector_all(".finding"), "the article must be found at fault for this to show anything"
        text = page.inner_text(".text")
        for word in (
            "<img src=x onerror=alert(1)>",
            '<script>alert("text")</script>',
            "]]>",
            "\\u202egnihton",
            "{{7*7}}",
        ):
            assert word in text
        assert "<img src=x onerror=alert(7)>" in page.inner_text(".article h3")
        names = page.evaluate("[...new Set([...document.querySelectorAll('*')].map((one) => one.localName))]")
        assert not {"img", "base", "link", "iframe", "object"} & set(names)
        for key in "nnnpe":
            page.keyboard.press(key)
        page.wait_for_timeout(200)


def test_nothing_runs_from_any_field_of_a_report(browser: Browser, tmp_path: Path) -> None:
    with watched(browser, saved(hostile_report(), tmp_path / "report.html")) as seen:
        page = seen.page
        assert page.evaluate("typeof pwned") == "undefined"
        for key in ("n", "n", "p", "e", "e", "w"):
            page.keyboard.press(key)
        for summary in page.query_selector_all("summary"):
            if summary.is_visible():
                summary.click()
        page.wait_for_timeout(300)
        assert page.evaluate("typeof pwned") == "undefined"


def test_what_waits_as_text_is_as_harmless_when_it_is_shown(browser: Browser, tmp_path: Path) -> None:
    """Articles of later pages become elements by way of their markup."""
    with watched(browser, saved(hostile_report(), tmp_path / "report.html")) as seen:
        page = seen.page
        page.evaluate("document.getElementById('list').dataset.atOnce = '1'")
        page.select_option("[name=sort]", "title")
        for _ in range(20):
            page.wait_for_timeout(30)
            if not page.is_enabled("text=Next"):
                break
            page.click("text=Next")
        assert page.evaluate("typeof pwned") == "undefined"
        assert page.evaluate("document.querySelectorAll('img, iframe, base').length") == 0
