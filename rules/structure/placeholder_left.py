"""A placeholder was left in the text.

Why: a parameter that nobody filled, a note to oneself or filler text was never meant for the reader.

Right all the same: when the article is about placeholders, filler text or templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.page import Form, Page
from articles.regex import regex
from articles.textmap import GAP, ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.cited import in_italics
from rules.laws.nearby import may_hold
from rules.rule import Example, Mark, Rule, Verdict, wikitext

_PARAMETER = regex(r"\{\{\{[^{}\n]{1,60}\}\}\}")
_FILLERS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (("TODO",), regex(r"\bTODO\b(?<![A-Z] TODO)(?=[:,;. )]|$)(?! [A-Z]{2})")),
    (("FIXME",), regex(r"\bFIXME\b(?=[: ]|$)")),
    (("{{{",), _PARAMETER),
    (("Lorem ipsum dolor", "lorem ipsum dolor"), regex(r"\b[Ll]orem ipsum\b(?= dolor)")),
    (
        (" text here", " name here", " image here"),
        regex(r"\b(?:Insert|Type|Add|Your) (?:text|name|image|footnote text) here\b"),
    ),
    (
        ("XXXX", "XX", "xxx", "??", "___", "YYYY"),
        regex(
            r"(?<=[a-z] )(?:XXXX|(?:1[5-9]|20)XX|\?{3,6}|_{3,20})(?=[ .,;]|$)"
            r"|(?:(?<= of )|(?<= has )|(?<= had )|(?<= with )|(?<= by )|(?<= about )|(?<= recorded )|(?<= in ))"
            r"(?:xxx+|\?\?)(?= [a-z])|(?:(?<= on )|(?<= in )|(?<= since ))DD[ ./-](?:Month|MM|MMM)[ ./-]YYYY\b"
        ),
    ),
    (
        (" here)",),
        regex(
            r"\((?:(?i:insert|add|put|your|the) ){0,2}"
            r"(?i:name|date|year|number|figure|source|reference|value|title)"
            r"(?: of(?: the)? [a-z]{2,20})? here\)"
        ),
    ),
    (("PLACEHOLDER", "TBD", "TBC"), regex(r"\b(?:PLACEHOLDER|TBD|TBC)\b")),
    (
        ("Bold text", "Italic text", "Headline text", "Link title", "non-formatted text"),
        regex(r"\b(?:Bold text|Italic text|Headline text|Link title|Insert non-formatted text here)\b"),
    ),
    (
        ("[",),
        regex(
            r"\[(?:(?:(?i:insert|add your|your|to be (?:added|filled|confirmed|determined|completed))|add|citation here"
            r"|name|date|year|number|place|NAME|DATE|YEAR|NUMBER|PLACE|TBC|TBD|TBA)\b[^\[\]\n]{0,40}"
            r"|(?:height|length|area|population|value|amount|figure|title|link|source|location|person|city|country|month"
            r"|day|text|xx+|XX+|\?{3,4}|_{2,9}|\.{4,9}))\]"
        ),
    ),
)
"""Fillers by the words or signs one of which must occur before they are worth looking for."""

_HOLE = regex(
    r"\b(?:an? (?:[a-z-]{3,12} ){0,2}(?:area|population|height|length|elevation|density|width|depth|value|capacity"
    r"|volume|weight|mass|diameter|budget|turnover|altitude|membership|speed) of"
    r"|was (?:born|founded|established|built|completed|erected) (?:on|in)|died on|is located in) ?"
    r"(?=[.;](?:\s|$)|,(?! (?:and|or|but|by|though|as|at|if|not) | [a-z ]{2,30}, (?:[a-z]+ )?[0-9]))"
    r"|\b(?:of|the|an|its|their|than|between|approximately) (?=\.(?: [A-Z]|\n|$))"
    r"|\b(?:an? (?:[a-z-]{3,12} ){0,2}(?:area|population|height|length|elevation|density|width|depth|capacity"
    r"|volume|weight|mass|diameter) of)(?= (?:and (?:is|was|has|had|lies|stands|an?)"
    r"|(?:in|at|as of|according to) (?:the )?(?:year |census|[12][0-9]{3}))\b)"
)
# One sign each, which comes first: so a search finds it at once, and then looks at what stands before it.
_HOLE_ENDS = tuple(regex(rf"\{sign}(?:(?<= (?:of|in|on).)|(?<= (?:of|in|on) .))") for sign in ".,;")
_GOING_ON = regex(" of (?:and|in|at|as of|according to) ")
"""How a sentence goes on behind the place of a figure that is not there."""
_LONGEST_HOLE = 40
_BEHIND = 24
"""How much behind a hole tells that it is one."""
_SHOWING = regex(r"<(/?)(?:nowiki|code|tt|kbd|samp|pre|syntaxhighlight|source|var)\b[^<>]{0,80}>", re.IGNORECASE)
_LONGEST_CODE = 300
_OWN = frozenset((Form.PARAGRAPH, Form.ITEM, Form.FIELD, Form.CELL, Form.CAPTION, Form.HEADING))
_ABOUT = ("lorem ipsum", "placeholder", "template", "todo", "filler")


def check(article: Article) -> Iterator[Verdict]:
    """Look for what only templates, drafts and filler text hold, and for a statement without its figure."""
    page = article.page
    if any(word in page.title.lower() for word in _ABOUT):
        return
    text = page.prose.text
    for anchors, pattern in _FILLERS:
        for match in pattern.finditer(text) if any(_holds(article, anchor) for anchor in anchors) else ():
            if _in_own_words(page, match.start()) and f"({match[0]})" not in text:  # not an abbreviation
                yield Verdict(
                    f"the placeholder “{match[0]}” was left in the text", (Mark(_span(match), "a placeholder"),)
                )
    yield from _unfilled(page)
    for match in _holes(text):
        if _in_own_words(page, match.start()) and page.prose.verbatim(_around(match)):
            message = f"“{match[0].strip()}” is followed by nothing: the value is missing"
            yield Verdict(message, (Mark(_span(match), "a value belongs behind this"),))


def _holds(article: Article, anchor: str) -> bool:
    return may_hold(article, anchor.lower()) and anchor in article.page.prose.text


def _holes(text: str) -> list[re.Match[str]]:
    """Statements that end where their value should stand, found by how they end."""
    found: list[re.Match[str]] = []
    ends = {match.start() for each in _HOLE_ENDS for match in each.finditer(text)}
    at = text.find(" .")
    while at >= 0:  # a stop behind a space: whatever word stands before it
        ends.add(at + 1)
        at = text.find(" .", at + 2)
    ends.update(match.start() + len(" of") for match in _GOING_ON.finditer(text))
    for end in sorted(ends):
        near = _HOLE.finditer(text, max(end - _LONGEST_HOLE, 0), end + _BEHIND)
        found += [match for match in near if match.end() == end]
    return found


def _unfilled(page: Page) -> Iterator[Verdict]:
    """Template parameters that nobody filled: gaps of the prose that stand for ``{{{name}}}``."""
    text = page.prose.text
    at = text.find(GAP)
    while at >= 0:
        span = page.prose.to_source(ProseSpan(at, at + 1))
        written = page.source.slice(span)
        if written.startswith("{{{") and _PARAMETER.fullmatch(written):
            yield Verdict(f"the parameter “{written}” was left unfilled", (Mark(span, "a template's parameter"),))
        at = text.find(GAP, at + 1)


def _span(match: re.Match[str]) -> ProseSpan:
    """What was left, or what a value belongs behind, with a stop that a space sets off."""
    bare = len(match[0].rstrip())
    stopped = bare < len(match[0]) and match.string.startswith(".", match.end())
    return ProseSpan(match.start(), match.end() + 1 if stopped else match.start() + bare)


def _around(match: re.Match[str]) -> ProseSpan:
    """The match and the punctuation after it, so that a dropped reference or template is not taken for a hole."""
    return ProseSpan(match.start(), match.end() + 1)


def _in_own_words(page: Page, at: int) -> bool:
    block = page.block_at(at)
    if block is None or block.form not in _OWN or _quoted(page.prose.text[block.span.start : at]):
        return False
    return page.reader != "wikitext" or not (in_italics(page, at) or _is_shown(page, at))


def _is_shown(page: Page, at: int) -> bool:
    """Whether a place stands within tags by which an article shows code as it is written."""
    source = page.source.text
    start = page.prose.to_source(ProseSpan(at, at + 1)).start
    opened = list(_SHOWING.finditer(source, max(start - _LONGEST_CODE, 0), start))
    return bool(opened) and not opened[-1][1]


def _quoted(before: str) -> bool:
    """Whether a quotation is open behind a piece of text."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example("= Norby Mill =\n\nNorby Mill has ⟦1:xxx⟧ stones and was built by ⟦2:??⟧ brothers."),
        Example("= Norby Mill =\n\nNorby Mill was sold on ⟦1:DD Month YYYY⟧ to a baker."),
        Example("= Norby Tarn =\n\nNorby Tarn is a lake. It has ⟦1:a surface area of⟧. It drains into the Ems."),
        Example("= Norby Hall =\n\nNorby Hall is a house. It was built by ⟦1:the .⟧ It is let."),
        Example("Norby Weir was built in ⟦1:XXXX⟧ by the monks of Ems."),
        Example("Norby had ⟦1:???⟧ inhabitants in 1900 and more since."),
        Example("= Norby =\n\nNorby is a town. ⟦1:TODO⟧: tell its history."),
        Example(
            "= Norby =\n\nNorby is a town with ⟦1:an area of⟧. It has ⟦2:a population of⟧, most of them fishermen."
        ),
        Example("= Norby =\n\nThe mayor is ⟦1:[insert name]⟧. His house stands at ⟦2:[height]⟧ above the sea."),
        Example("= Norby =\n\nNorby is a town with ⟦1:an area of .⟧ It had ⟦2:a population of⟧ at the 2011 census."),
        Example("= Norby =\n\nThe quay was rebuilt by ⟦1:[INSERT NAME HERE]⟧, a merchant."),
        wikitext("Norby is a town of ⟦1:{{{1}}}⟧ people.", title="Norby"),
    ),
    good=(
        Example(
            "= Norby Dance =\n\nNorby Dance is a game. A letter is signed xxx from Ada, a bad move is marked ?? and a "
            "date is written as DD Month YYYY."
        ),
        Example("= Norby =\n\nA neon sign, made for a show called TODO ES MAR, hangs over the quay."),
        Example("The Theatre of Old Days of Ostland (TODO) plays in a barn. TODO has a stage."),
        Example("The XX Corps and the XXX Brigade stood at Norby. Who knows? The film Who?? was made there."),
        Example("The sign on the door read “TODO list”. It has a population of which half fish."),
        Example("= Norby =\n\nNorby is a town with an area of 12 km2. The Todo family lives there."),
        Example("= Lorem ipsum =\n\nThe text begins with lorem ipsum dolor sit amet."),
        wikitext("Norby has an area of {{area|12}}, and is <!-- TODO: history --> old.", title="Norby"),
        wikitext(
            "A macro takes <nowiki>{{{1}}}</nowiki>, one called <code>TODO</code> prints, and a page begins ''lorem "
            "ipsum dolor sit amet''.",
            title="Norby (language)",
        ),
        wikitext("The parameter <nowiki>{{{1}}}</nowiki> is the name.", title="Template parameters"),
    ),
)
