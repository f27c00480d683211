"""Every way in which an editor moves through the report, in a real browser, from disk, without a network."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.reports.browser.chromium import PHONE, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def count(page: Page) -> int:
    """How many findings the filters leave."""
    page.evaluate("new Promise((then) => setTimeout(then, 80))")  # typing is waited for, half as long
    return int(page.inner_text("#shown").split(" ")[0].replace(",", ""))


def shown(page: Page) -> list[str]:
    """The severities of the findings on the page, in their order."""
    return page.eval_on_selector_all(  # type: ignore[no-any-return]
        ".finding:not([hidden])", "all => all.map((one) => one.classList[1])"
    )


def test_severities_are_filtered_by_key_and_by_box(browser: Browser, samples: Path) -> None:
    with watched(browser, samples) as seen:
        page = seen.page
        everything = count(page)
        page.keyboard.press("e")
        warnings = count(page)
        assert set(shown(page)) == {"warning"}
        page.keyboard.press("w")
        assert count(page) == 0
        assert page.is_visible("#nothing")
        page.click("#reset")
        assert count(page) == everything
        page.uncheck("input[value=warning]")
        assert count(page) == everything - warnings
        page.keyboard.press("x")
        assert count(page) == everything - warnings, "there are no notes to switch off"


def test_rule_article_and_words_narrow_the_list(browser: Browser, samples: Path) -> None:
    with watched(browser, samples) as seen:
        page = seen.page
        page.select_option("[name=rule]", "conversion-wrong")
        rules = count(page)
        assert page.eval_on_selector_all(".finding:not([hidden]) .about", "a => a.map((x) => x.textContent)")
        page.select_option("[name=article]", label="Ansgar")
        assert 0 < count(page) < rules
        page.select_option("[name=rule]", "")
        page.select_option("[name=article]", "")
        page.keyboard.press("/")
        page.keyboard.type("EMBASSY reykjavik")
        assert count(page) > 0, "a search sees neither case nor accents"
        page.keyboard.type(" no such word")
        assert count(page) == 0


def test_the_gravest_come_first_when_asked_for(browser: Browser, samples: Path) -> None:
    with watched(browser, samples) as seen:
        page = seen.page
        page.select_option("[name=sort]", "gravest")
        page.evaluate("new Promise((then) => setTimeout(then, 80))")
        for article in page.query_selector_all(".article"):
            order = article.eval_on_selector_all(".finding", "all => all.map((one) => one.classList[1])")
            assert order == sorted(order)
        page.select_option("[name=sort]", "title")
        page.evaluate("new Promise((then) => setTimeout(then, 80))")
        titles = page.eval_on_selector_all(".article h3", "all => all.map((one) => one.textContent)")
        assert titles == sorted(titles)


def test_the_address_holds_what_is_shown(browser: Browser, samples: Path) -> None:
    """A filtered report can be sent to somebody."""
    with watched(browser, samples) as seen:
        page = seen.page
        page.select_option("[name=rule]", "infobox-differs")
        page.fill("[name=q]", "population")
        page.keyboard.press("Escape")
        page.keyboard.press("w")
        left, address = count(page), page.url
    with watched(browser, samples, "?" + address.partition("?")[2]) as seen:
        assert count(seen.page) == left > 0
        assert seen.page.input_value("[name=q]") == "population"
        assert not seen.page.is_checked("input[value=warning]")


def test_the_keyboard_walks_through_all_findings_and_pages(browser: Browser, samples: Path) -> None:
    with watched(browser, samples) as seen:
        page = seen.page
        met = []
        for _ in range(30):
            page.keyboard.press("n")
            met.append(int(page.get_attribute(".finding.current", "id")[1:]))  # type: ignore[index]
        assert len(set(met)) == 30
        assert page.inner_text("#page").startswith("Page 2 of ")
        assert page.evaluate("document.activeElement.parentElement.id") == f"f{met[-1]}"
        page.keyboard.press("p")
        assert page.get_attribute(".finding.current", "id") == f"f{met[-2]}"
        assert page.url.endswith(f"#f{met[-2]}")


def test_pages_are_turned(browser: Browser, samples: Path) -> None:
    with watched(browser, samples) as seen:
        page = seen.page
        first = page.text_content(".article h3")
        page.press("text=Next", "Enter")  # a click by place may miss: what is scrolled into view is laid out only then
        assert page.text_content(".article h3") != first
        assert "page=2" in page.url
        page.press("text=Previous", "Enter")
        assert page.text_content(".article h3") == first
        assert page.is_disabled("text=Previous")


def test_evidence_and_text_lead_to_each_other(browser: Browser, samples: Path) -> None:
    with watched(browser, samples) as seen:
        page = seen.page
        page.click("#f2 figcaption a.chip >> nth=0")
        here = page.query_selector(".text .here")
        assert here is not None
        assert here.get_attribute("id") == "e2-1"
        assert page.evaluate("document.activeElement.id") == "e2-1"
        page.click("#e2-1")
        assert page.get_attribute(".finding.current", "id") == "f2"
        outlined = page.eval_on_selector_all("mark.on", "all => all.map((one) => one.textContent)")
        assert sorted(outlined) == ["18 years", "1824", "1852"]
        page.go_back()
        assert page.url.endswith("#e2-1"), "the way back is the way one came"


def test_an_address_leads_to_a_finding_on_a_later_page(browser: Browser, samples: Path) -> None:
    for anchor in ("f60", "e60-1", "a9"):
        with watched(browser, samples, f"#{anchor}") as seen:
            seen.page.wait_for_selector(f"#{anchor}")
            assert seen.page.evaluate(f"document.getElementById('{anchor}').getBoundingClientRect().top") < 1000
    with watched(browser, samples, "?off=error#f1") as seen:
        assert seen.page.is_visible("#f1"), "the filters give way to what is asked for"


def test_a_rule_leads_to_its_findings_and_a_finding_to_its_rule(browser: Browser, samples: Path) -> None:
    with watched(browser, samples) as seen:
        page = seen.page
        page.click(".tallies a[data-rule] >> nth=0")
        rule = page.input_value("[name=rule]")
        assert rule
        page.click(".finding:not([hidden]) .more a >> nth=0")
        assert page.get_attribute(f"#rule-{rule}", "open") is not None
        assert page.is_visible(f"#rule-{rule} .fault")


def test_an_edit_is_copied(browser: Browser, samples: Path) -> None:
    with watched(browser, samples, permissions=["clipboard-read", "clipboard-write"]) as seen:
        page = seen.page
        page.click("#f2 .changes .copy >> nth=0")
        page.wait_for_selector("text=Copied")
        assert page.evaluate("navigator.clipboard.readText()") == "28 years"
        assert page.inner_text("#spoken") == "copied"


def test_a_verdict_is_made_with_its_reason(browser: Browser, samples: Path) -> None:
    with watched(browser, samples, permissions=["clipboard-read", "clipboard-write"]) as seen:
        page = seen.page
        page.click("#f2 .dismiss summary")
        page.fill("#f2 .reason", 'as in the "Chronicle" -- p. 4')
        page.click("#f2 .dismiss .copy >> nth=0")
        page.wait_for_selector("text=Copied")
        (verdict,) = tomllib.loads(page.evaluate("navigator.clipboard.readText()"))["verdict"]
        assert verdict == {
            "article": "Ada Lovelace",
            "rule": "later-wrong",
            "values": ["18 years", "1852", "1824"],
            "reason": 'as in the "Chronicle" -- p. 4',
        }
        comment = page.inner_text("#f2 .entry >> nth=1").strip()
        expected = r'<!-- factlint: allow later-wrong \[[0-9a-f]{8}\]: as in the "Chronicle" – p. 4 -->'
        assert re.fullmatch(expected, comment)


def test_help_opens_and_closes(browser: Browser, samples: Path) -> None:
    with watched(browser, samples) as seen:
        page = seen.page
        page.keyboard.press("?")
        assert page.is_visible("#help")
        page.keyboard.press("n")
        assert page.query_selector(".finding.current") is None, "keys belong to the help while it is open"
        page.keyboard.press("Escape")
        assert not page.is_visible("#help")


def test_typing_a_search_is_not_taken_for_keys(browser: Browser, samples: Path) -> None:
    with watched(browser, samples) as seen:
        seen.page.keyboard.press("/")
        seen.page.keyboard.type("new pen")
        assert seen.page.input_value("[name=q]") == "new pen"
        assert seen.page.is_checked("input[value=error]")


@pytest.mark.parametrize("anchor", ["", "#f2", "#e2-1"])
def test_nothing_is_cut_off_on_a_phone(browser: Browser, samples: Path, anchor: str) -> None:
    with watched(browser, samples, anchor, PHONE) as seen:
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_scripts_are_kept_apart(browser: Browser, mixed: Path) -> None:
    """An Arabic sentence runs from the right, and does not turn what stands beside it."""
    with watched(browser, mixed) as seen:
        page = seen.page
        sentence = page.locator("blockquote", has_text="افتتحت").first
        assert sentence.evaluate("(one) => getComputedStyle(one).direction") == "rtl"
        line = page.locator(".text p", has_text="افتتحت").first
        assert line.evaluate("(one) => getComputedStyle(one).direction") == "rtl"
        assert page.locator("blockquote", has_text="Ora's exports").first.evaluate(
            "(one) => getComputedStyle(one).direction") == "ltr"  # fmt: skip


def test_without_javascript_the_first_page_can_be_read(browser: Browser, samples: Path) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(samples.as_uri())
    assert page.is_visible("#f1")
    assert "--output FOLDER/" in page.inner_text("noscript")
    assert not page.is_visible("#filters")
    context.close()
