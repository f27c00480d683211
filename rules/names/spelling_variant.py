"""One name is spelt in two ways in one article: British and American, or as two transcriptions do.

Why: a name has one spelling, its own; two make a reader wonder whether there are two bodies, and a search finds
half of the places.

Right all the same: when the body changed its spelling, two bodies bear the name in two countries, or two persons
are called almost alike. References and lists of sources are not counted: a title is spelt as its publisher spelt it.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.page import Form, Page
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList
from rules.finding import Confidence, Severity
from rules.laws.cited import cited, in_italics
from rules.laws.names.name_spellings import name_spellings
from rules.laws.nearby import may_hold
from rules.rule import Change, Example, Mark, Rule, Verdict, wikitext

_PAIRS = WordList(__file__, "pairs")
"""British and American spellings of words that are common in names (Oxford English Dictionary, Merriam-Webster)."""

_REST = regex(r"(?: (?:of|for|the|and|on|in|[A-Z][^\W\d_]+(?:-[^\W\d_]+)*))* [A-Z][^\W\d_]+(?:-[^\W\d_]+)*")
_HEAD = regex(r"\b(?:[A-Z][^\W\d_]+ (?:(?:of|for) (?:the )?)?){1,4}$")
_JOINED = regex(r" (?:of|for) ")
_ARTICLE = "The "
_AND = " and "
_FORMS = frozenset((Form.PARAGRAPH, Form.ITEM, Form.HEADING, Form.FIELD, Form.CELL, Form.CAPTION))


def check(article: Article) -> Iterator[Verdict]:
    """Look for each name that holds a word of two spellings, in its other one, and for one person spelt in two ways."""
    page = article.page
    told: list[ProseSpan] = []
    for british, american in map(str.split, _PAIRS):
        if not may_hold(article, british.lower()) or not may_hold(article, american.lower()):
            continue
        first, second = _names(page, british), _names(page, american)
        named: set[str] = set()
        for name, spans in first.items():
            others = second.get(name)
            shortest = name.partition(_AND)[0]
            if others and shortest not in named and not _within(spans[0], told):
                named.add(shortest)
                told += (*spans, *others)
                yield _verdict(page, *sorted((spans, others)))
    for person in name_spellings(article):
        if not _within(person.first[0], told):
            yield _verdict(page, person.first, person.second)


def _names(page: Page, word: str) -> dict[str, list[ProseSpan]]:
    """The names that hold a word, each with the places where it stands, by their other words.

    A name may end before an "and" or go on after it: both are kept, the longer first.
    """
    text = page.prose.text
    found: dict[str, list[ProseSpan]] = {}
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        head = _HEAD.search(text, max(at - 60, text.rfind("\n", max(at - 60, 0), at) + 1), at)
        rest = _REST.match(text, end)
        whole = not text[end : end + 1].isalpha() and not text[at - 1 : at].isalpha()
        if whole and (head or rest) and _own(page, at):
            start = head.start() if head else at
            start += len(_ARTICLE) if text.startswith(_ARTICLE, start) else 0
            span = ProseSpan(min(start, at), rest.end() if rest else end)
            starts = (span.start, at) if rest and _JOINED.search(text, span.start, at) else (span.start,)
            while span.end > end or head:
                for first in starts:
                    found.setdefault(f"{text[first:at]}*{text[end : span.end]}", []).append(span._replace(start=first))
                before = text.rfind(_AND, end, span.end)
                if before < 0:
                    break
                span = span._replace(end=before)
        at = text.find(word, end)
    return found


def _within(span: ProseSpan, told: list[ProseSpan]) -> bool:
    """Whether a name, or one that it is a part of, has been told."""
    return any(each.start <= span.start and span.end <= each.end for each in told)


def _own(page: Page, at: int) -> bool:
    """Whether the article itself spells here, not a source or a work's title."""
    block = page.block_at(at)
    return block is not None and block.form in _FORMS and not cited(page, at) and not in_italics(page, at)


def _verdict(page: Page, firsts: list[ProseSpan], seconds: list[ProseSpan]) -> Verdict:
    one, other = page.text(firsts[0]), page.text(seconds[0])
    changes = (
        Change(f"write “{one}”", tuple((span, one) for span in seconds)),
        Change(f"write “{other}”", tuple((span, other) for span in firsts)),
    )
    marks = (Mark(firsts[0], "spelt so"), Mark(seconds[0], "and so"))
    return Verdict(f"one name is spelt “{one}” and “{other}”", marks, changes=changes)


RULE = Rule(
    check,
    Severity.NOTE,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Battle of Ems =\n\nIt was a battle. The guns were led by Karl ⟦1:Brandauer⟧.\n\n== Course ==\n"
            "At dawn ⟦2:Branndauer⟧ sent them over the bridge."
        ),
        Example(
            "= Norby =\n\nIt joined the ⟦1:Organisation of Northern Ports⟧ in 1950.\n\n== Port ==\nThe "
            "⟦2:Organization of "
            "Northern Ports⟧ has its seat there."
        ),
        Example(
            "= Norby =\n\nIt left the ⟦1:Organisation of Northern Ports⟧.\n\n== Port ==\nIt is in the "
            "⟦2:Organization of Northern Ports⟧ and the Coast League."
        ),
        wikitext("The [[⟦1:Norby Harbour Trust⟧]] is old. The ⟦2:Norby Harbor Trust⟧ runs it.", title="Norby"),
        Example(
            "= Norby =\n\nThe dockers were led by ⟦1:Andrei Volkonski⟧, a stoker.\n\n== Course ==\n⟦2:Andrei "
            "Volkonsky⟧ signed for them."
        ),
        Example(
            "= Norby Trek =\n\nIts cook was ⟦1:Frederick Stephenson⟧.\n\n== Route ==\n⟦2:Frederick Stevenson⟧ fell ill."
        ),
        Example(
            "= Norby Fort =\n\nThe fort was held by ⟦1:Aleksandr Barkov⟧.\n\n== Siege ==\nOn the third day "
            "⟦2:Alexander Barkov⟧ fled."
        ),
        Example(
            "= Norby Brewery =\n\nIt was built by ⟦1:Matthew Thornecroft⟧.\n\n== Owners ==\n- ⟦2:Matthew Thorncroft⟧, "
            "maltster\n- Ada Berg, his heir"
        ),
        Example(
            "= Norby Strike =\n\nIts leader was ⟦3:Yevgeny Barkov⟧, of the ⟦1:Ministry of Labour⟧.\n\n== End ==\n"
            "Comrade ⟦4:Evgenii Barkov⟧ fled. The ⟦2:Ministry of Labor⟧ let him go."
        ),
    ),
    good=(
        Example(
            "= Battle of Ems =\n\nIt was a battle. The guns were led by Karl Brandauer.\n\n== Course ==\n"
            "At dawn they went by way of Branndauer. A Branndauer of Sudby wrote of it."
        ),
        wikitext("Her book ''Labour and Rest'' was sold in Boston as ''Labor and Rest''.", title="Ada Berg"),
        Example(
            "= Norby =\n\nThe dockers were led by Andrei Volkonsky; his rival was Andrej Volkovsky.\n\n== Course ==\n"
            "Andrei Volkonsky signed for them, and Anna Volkonskaya sang."
        ),
        Example("= Norby =\n\nIt joined the Organisation of Northern Ports and the World Organization of Harbours."),
        Example("= Norby =\n\nIt has a Centre for Fish and a Center for Ships."),
        Example(
            "= Norby =\n\nIt joined the Organisation of Northern Ports.\n\n== References ==\n- Organization of "
            "Northern Ports: Yearbook."
        ),
    ),
)
