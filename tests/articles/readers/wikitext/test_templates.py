"""How templates read. A template read wrongly is a number or a date that nobody wrote."""

from __future__ import annotations

import pytest

from articles.readers.wikitext import read, templates
from articles.source import Source
from articles.textmap import GAP, ProseSpan
from articles.words import data_file


def shown(text: str) -> str:
    """What stands for a template between two words."""
    return read(Source("x.wiki", f"is {text} so"), "Example").prose.text[2:-2].strip(" ")


DATES = [
    ("{{dts|1992|3|9}}", "9 March 1992"),
    ("{{dts|format=dmy|1992|3}}", "March 1992"),
    ("{{dts|format=mdy|1992|3|9}}", "March 9, 1992"),
    ("{{dts|28 December 1913}}", "28 December 1913"),
    ("{{dts|December 28, 1913}}", "December 28, 1913"),
    ("{{dts|28 December 1913|format=mdy}}", "December 28, 1913"),
    ("{{dts|1992-03-09|format=dmy}}", "9 March 1992"),
    ("{{dts|1992}}", "1992"),
    ("{{dts|format=dmy|1992|9|}}", "September 1992"),
    ("{{dts|1992||}}", "1992"),
    ("{{dts|1992|March|9|abbr=on}}", "9 Mar 1992"),
    ("{{dts|-44|3|15}}", "15 March 44 BC"),
    ("{{Date table sorting|9 June 1991}}", "9 June 1991"),
    ("{{dts|1990|2|31}}", "31 February 1990"),
    ("{{start date|1992|3|9}}", "March 9, 1992"),
    ("{{start date|1992|03|09|df=y}}", "9 March 1992"),
    ("{{start date and age|2001|5}}", "May 2001"),
    ("{{end date|1992}}", "1992"),
    ("{{birth date and age|df=yes|1950|12|1}}", "1 December 1950"),
    ("{{Birth date|1950|12|1|mf=y}}", "December 1, 1950"),
    ("{{birth-date|c. 1856}}", "c. 1856"),
    ("{{birth year and age|1950}}", "1950"),
    ("{{death date and age|2001|2|3|1950|12|1|df=y}}", "3 February 2001"),
    ("{{death date and age|YYYY|MM|DD|YYYY|MM|DD}}", GAP),
    ("{{death year and age|2001|1950}}", "2001"),
    ("{{film date|1999|3|9|Oslo|1999|5|1}}", "March 9, 1999 (Oslo); May 1, 1999"),
    ("{{OldStyleDate|20 March|1815|8 March}}", "20 March [O.S. 8 March] 1815"),
    ("{{as of|2010}}", "As of 2010"),
    ("{{as of|2010|5|1|lc=y}}", "as of 1 May 2010"),
    ("{{as of|2010|alt=By then}}", "By then"),
    ("{{circa|1990}}", "c. 1990"),
    ("{{c.|1990|1995}}", "c. 1990 – c. 1995"),
    ("{{floruit|1300}}", "fl. 1300"),
    ("{{age|1950|1|1}}", GAP),
]
QUANTITIES = [
    ("{{convert|5|km}}", "5 km"),
    ("{{convert|1234|km2|sqmi|abbr=on}}", "1,234 km²"),
    ("{{cvt|12345.60|sqmi}}", "12,345.60 sq mi"),
    ("{{convert|1,234|ft|m|0}}", "1,234 ft"),
    ("{{convert|5|-|10|km|mi}}", "5–10 km"),
    ("{{convert|5|to|10|C|F}}", "5 to 10 °C"),
    ("{{convert|5|x|10|m}}", "5 × 10 m"),
    ("{{convert|5|and|10|mi|km}}", "5 and 10 mi"),
    ("{{convert|94 to 104|km}}", "94 to 104 km"),
    ("{{convert|6|ft|2|in|m|2}}", "6 ft 2 in"),
    ("{{convert|-5|°F|0}}", "−5 °F"),
    ("{{convert|5+1/2|in|mm}}", "5 1/2 in"),
    ("{{convert|1.5e6|USgal}}", "1.5×10⁶ US gal"),
    ("{{convert|2|e6acre}}", "2 million acres"),
    ("{{convert|3|m3/s|cuft/s}}", "3 m³/s"),
    ("{{convert|52.3|PD/sqmi}}", "52.3/sq mi"),
    ("{{convert|7|Moilbbl/d}}", "7 million barrels/d"),
    ("{{convert|{{some value}}|km}}", GAP),
    ("{{convert|km}}", GAP),
    ("{{height|ft=6|in=2}}", "6 ft 2 in"),
    ("{{height|m=1.85}}", "1.85 m"),
    ("{{val|1.5|0.2|e=6|u=km}}", "1.5±0.2×10⁶ km"),
    ("{{formatnum:1234567.8}}", "1,234,567.8"),
    ("{{formatnum: 650 }}", "650"),
    ("{{nts|1500}}", "1,500"),
    ("{{frac|3|1|2}}", "3 1/2"),
    ("{{frac|2}}", "1/2"),
    ("5{{e|6}}", "5×10⁶"),
    ("m{{sup|2}}", "m²"),
    ("{{chem|H|2|O}}", "H₂O"),
    ("{{chem|UO|2|2+}}", "UO₂²⁺"),
    ("{{ordinal|22}}", "22nd"),
    ("{{US$|5 million}}", "US$5 million"),
    ("{{£|5}}", "£5"),
    ("{{INRConvert|500|c}}", "₹500 crore"),
]
WORDS = [
    ("{{flag|France}}", "France"),
    ("{{flag|FRA}}", "France"),
    ("{{flag|Georgia (country)}}", "Georgia"),
    ("{{flag|Vietnam|name=Viet Nam}}", "Viet Nam"),
    ("{{flagicon|France}} [[France]]", "France"),
    ("{{GER}}", "Germany"),
    ("{{USSR}}", "Soviet Union"),
    ("{{nowrap|a [[b]]}}", "a b"),
    ("{{lang|fr|mot}}", "mot"),
    ("{{langx|fr|mot}}", "French: mot"),
    ("{{lang-de|Wort}}", "German: Wort"),
    ("{{abbr|GDP|gross domestic product}}", "GDP"),
    ("a{{nbsp}}b{{snd}}c{{ndash}}d{{·}}e", "a\u00a0b – c–d · e"),
    ("a{{br}}b", "a; b"),
    ("a{{citation needed|date=May 2010}}{{sfn|b|1990}}{{efn|c}}{{rp|5}}", "a"),
    ("{{hlist|a|b}}", "a; b"),
    ("{{sort|05|five}}", "five"),
    ("{{sortname|Ann|Lee}}", "Ann Lee"),
    ("{{USS|Comet|DD-1}}", "USS Comet"),
    ("{{yes}} {{no|Never}} {{n/a}}", "Yes Never N/A"),
    ("{{uc:abc}} {{ucfirst:abc}}", "ABC Abc"),
    ("{{cite book|title=a}}", ""),
    ("{{URL|example.org|site}}", "site"),
    ("{{marriage|A B|1990|2000|end=div}}", "A B (m. 1990; div 2000)"),
    ("{{main|a}}", ""),
    ("{{coord|1|2|N}}", ""),
    ("{{Template:nowrap|a}}", "a"),
    ("{{ nowrap |a}}", "a"),
    ("{{no_wrap|1=a=b}}", "a=b"),
]


@pytest.mark.parametrize(("text", "expected"), DATES + QUANTITIES + WORDS)
def test_a_template_reads_as_its_page_shows_it(text: str, expected: str) -> None:
    assert shown(text) == expected


def source_of(text: str, words: str) -> str:
    page = read(Source("x.wiki", text), "Example")
    at = page.prose.text.index(words)
    return page.source.slice(page.prose.to_source(ProseSpan(at, at + len(words))))


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("on {{dts|9 March 1992}}.", "9 March 1992", "{{dts|9 March 1992}}"),
        ("on {{start date|1992|3|9}}.", "March 9, 1992", "{{start date|1992|3|9}}"),
        ("for {{US$|5 million}}.", "US$5 million", "{{US$|5 million}}"),
        ("in {{circa|1990}}.", "1990", "1990"),
        ("{{as of|2010}}.", "2010", "2010"),
        ("{{flag|France}}", "France", "France"),
        ("{{flag|FRA}}", "France", "{{flag|FRA}}"),
        ("{{langx|fr|mot}}", "mot", "mot"),
        ("{{nowrap|{{convert|5|km}} wide}}", "5 km", "{{convert|5|km}}"),
        ("{{sortname|Ann|Lee}}", "Ann Lee", "Ann|Lee"),
    ],
)
def test_evidence_is_the_whole_template_or_what_stands_in_it(text: str, words: str, source: str) -> None:
    assert source_of(text, words) == source


def test_parameters_in_another_order_than_shown_map_to_the_whole_template() -> None:
    text = "{{marriage|2=1990|1=A B}} here"
    assert source_of(text, "A B (m. 1990)") == "{{marriage|2=1990|1=A B}}"


def test_no_template_has_two_readings() -> None:
    data = data_file(templates.__file__, "templates.toml")
    names = [name for group in data.values() for name in group.get("names", [])]
    patterns = ("mixed", "whole", "fixed", "quotes", "regions", "readers")
    listed = [
        value for group in patterns for key, value in data[group].items() if key not in ("replaceable", "prefixes")
    ]
    names += [name for value in listed for name in value]
    assert [name for name in names if name != name.lower()] == []
    assert len(names) == len(set(names))
    assert set(data["fixed"]["replaceable"]) <= set(names)
