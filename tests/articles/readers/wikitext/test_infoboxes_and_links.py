"""Infobox fields, links, categories and see-also entries, each at its place."""

from __future__ import annotations

from articles.page import Page
from articles.readers.wikitext import read
from articles.source import Source, Span


def page(text: str) -> Page:
    return read(Source("x.wiki", text), "Example")


def cut(read_page: Page, span: Span) -> str:
    return read_page.source.slice(span)


INFOBOX = """{{Infobox country <!-- see the manual -->
| conventional_long_name = Republic of '''Ur'''<ref>a</ref>
|population=  1,234,567
<!-- b -->|area = {{convert|5|km2|sqmi}}
| languages = {{plainlist|
* [[Urish]]
* English}}
| capital = <!-- [[Ur]] -->
| gdp = $9 billion<br />(2010)
| module = {{Infobox map|file=a.png}}
| population = 5
|}}"""


def test_fields_have_key_value_and_prose() -> None:
    read_page = page(INFOBOX)
    country = read_page.infoboxes[0]
    assert country.name == "Infobox country"
    assert cut(read_page, country.name_span) == "Infobox country"
    assert cut(read_page, country.span) == INFOBOX
    fields = [(f.key, cut(read_page, f.value), read_page.text(f.prose)) for f in country.fields]
    assert fields == [
        ("conventional_long_name", "Republic of '''Ur'''<ref>a</ref>", "Republic of Ur"),
        ("population", "1,234,567", "1,234,567"),
        ("area", "{{convert|5|km2|sqmi}}", "5 km²"),
        ("languages", "{{plainlist|\n* [[Urish]]\n* English}}", "Urish\nEnglish"),
        ("capital", "", ""),
        ("gdp", "$9 billion<br />(2010)", "$9 billion (2010)"),
        ("module", "{{Infobox map|file=a.png}}", ""),
        ("population", "5", "5"),
    ]
    assert all(cut(read_page, field.key_span) == field.key for field in country.fields)


def test_an_infobox_in_a_field_is_an_infobox() -> None:
    read_page = page(INFOBOX)
    assert [infobox.name for infobox in read_page.infoboxes] == ["Infobox country", "Infobox map"]
    assert [read_page.text(field.prose) for field in read_page.infoboxes[1].fields] == ["a.png"]


def test_other_boxes_are_infoboxes_too() -> None:
    text = "{{Taxobox|name=a}}{{Geobox|River|name=b}}{{Country infobox|name=c}}{{Not a box|name=d}}"
    assert [infobox.name for infobox in page(text).infoboxes] == ["Taxobox", "Geobox", "Country infobox"]


def test_infoboxes_that_make_up_a_table_are_read() -> None:
    text = "{|{{Infobox ship begin}}\n{{Infobox ship career\n|Ship launched=4 May 1931\n}}\n|}\nThe ship was a ferry."
    read_page = page(text)
    fields = [(box.name, field.key, read_page.text(field.prose)) for box in read_page.infoboxes for field in box.fields]
    assert fields == [("Infobox ship career", "Ship launched", "4 May 1931")]
    assert [read_page.text(block.span) for block in read_page.lead] == ["The ship was a ferry."]


def test_links_know_target_label_and_prose() -> None:
    text = "In [[Ur (city)|the ''old'' town]]s of [[ Sumer ]], [[:Category:Kings]] and [[Lagash (city)|]]."
    read_page = page(text)
    links = [
        (link.target, cut(read_page, link.target_span), cut(read_page, link.label_span), read_page.text(link.prose))
        for link in read_page.links
    ]
    assert links == [
        ("Ur (city)", "Ur (city)", "the ''old'' town", "the old town"),
        ("Sumer", "Sumer", "Sumer", "Sumer"),
        ("Category:Kings", "Category:Kings", "Category:Kings", "Category:Kings"),
        ("Lagash (city)", "Lagash (city)", "Lagash", "Lagash"),
    ]
    assert [cut(read_page, link.span) for link in read_page.links][1] == "[[ Sumer ]]"


def test_a_link_behind_an_opening_bracket_is_not_read_with_it() -> None:
    read_page = page("Ur ([[Sumer]])")
    assert read_page.text(read_page.links[0].prose) == "Sumer"


def test_other_languages_files_and_categories_are_no_links() -> None:
    read_page = page("a [[fr:Ur]] [[File:b.jpg|thumb|c]] [[Category:D]] [[wikt:e]]")
    assert [link.target for link in read_page.links] == ["wikt:e"]


def test_links_in_references_are_not_seen() -> None:
    assert page("a<ref>[[b]]</ref> {{cite book|title=[[c]]}}").links == ()


def test_external_links_show_their_labels() -> None:
    read_page = page("See [http://a.b the ''site''] and [http://c.d] and http://e.f now.")
    assert read_page.prose.text == "See the site and and now."


def test_categories_are_named_as_written() -> None:
    read_page = page("a\n[[Category:Cities in Sumer|Ur]]\n[[ category : 1990 births ]]")
    assert [(entry.name, cut(read_page, entry.span)) for entry in read_page.categories] == [
        ("Cities in Sumer", "Cities in Sumer"),
        ("1990 births", "1990 births"),
    ]
    assert read_page.prose.text == "a\nCities in Sumer\n1990 births"


def test_see_also_entries_are_the_items_of_that_section_alone() -> None:
    text = "* [[a]]\n== See also ==\n{{Portal|x}}\n* [[b|B]], a [[c]]\n* Plain\n=== More ===\n* [[d]]\n"
    text += "== Notes ==\n* [[e]]"
    read_page = page(text)
    assert [(entry.name, cut(read_page, entry.span)) for entry in read_page.see_also] == [
        ("b", "b"),
        ("Plain", "Plain"),
        ("d", "d"),
    ]


def test_the_see_also_template_makes_no_entry() -> None:
    assert page("== A ==\n{{see also|b}}\n* [[c]]").see_also == ()
