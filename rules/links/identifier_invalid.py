"""An ISBN or ISSN whose check digit does not fit, or a DOI of another form.

Why: one digit is wrong, so the number finds no book, or another one.

Right all the same: when the publisher printed a wrong number in the book itself, which catalogues then repeat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.regex import regex
from articles.source import Span
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

_ISBN = regex(
    r"(?:ISBN|isbn)(?:-?1[03])?(?: ?= ?|[:|]?[ \u00a0]?)(?=[0-9])([0-9][0-9Xx –‑-]{8,19}[0-9Xx])(?![0-9A-Za-z–-])"
)
_ISSN = regex(r"(?:ISSN|issn)(?: ?= ?|[:|]?[ \u00a0]?)([0-9]{4}[–‑-]?[0-9]{3}[0-9Xx])(?![0-9A-Za-z–-])")
_DOI = regex(r"(?:doi|DOI) ?= ?([^\s|{}<>\[\]]{4,200})")
_DOI_FORM = regex(r"(?:https?://(?:dx\.)?doi\.org/)?10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,3}/.")
_WRONG = worded(__file__, r"\b{wrong}\b")
_NEAR = 40
_SET_ASIDE = "ignore-isbn-error"


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Work out the check digit of every number that is called an ISBN or an ISSN, and look at every DOI."""
    text = article.page.source.text
    for match in _called(_ISBN, ("ISBN", "isbn"), text):
        digits = re.sub("[^0-9X]", "", match[1].upper())
        if _SET_ASIDE in text[match.end() : match.end() + 200] or len(digits) not in (10, 13) or _told_of(text, match):
            yield Outcome.INCOMPARABLE
        else:
            yield from _checked("ISBN", match, _isbn_digit(digits[:-1]), digits[-1])
    for match in _called(_ISSN, ("ISSN", "issn"), text):
        digits = re.sub("[^0-9X]", "", match[1].upper())
        if _told_of(text, match):
            yield Outcome.INCOMPARABLE
            continue
        yield from _checked("ISSN", match, _weighted(digits[:-1], 8), digits[-1])
    for match in _called(_DOI, ("doi", "DOI"), text):
        if text[max(match.start() - 20, 0) : match.start()].rstrip().endswith("|") and not _DOI_FORM.match(match[1]):
            message = f"“{match[1]}” is no DOI: a DOI starts with “10.”, a registrant's number and a slash"
            yield Verdict(message, (Mark(Span(*match.span(1)), "not a DOI"),))


def _called(pattern: re.Pattern[str], names: tuple[str, ...], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that starts with one of the names, found by the names."""
    for name in names:
        at = text.find(name)
        while at >= 0:
            match = pattern.match(text, at) if not text[at - 1 : at].isalnum() or text[at - 1 : at] == "e" else None
            if match:
                yield match
            at = text.find(name, at + len(name))


def _told_of(text: str, match: re.Match[str]) -> bool:
    """Whether the article quotes a number, or says itself that it is wrong."""
    quoted = text[match.start() - 1 : match.start()] in ('"', "“")
    return quoted or _WRONG.search(text, max(match.start() - _NEAR, 0), match.end() + _NEAR) is not None


def _checked(name: str, match: re.Match[str], expected: str, found: str) -> Iterator[Verdict | Outcome]:
    if expected == found:
        yield Outcome.CONSISTENT
        return
    message = f"{name} {match[1]} cannot be: its digits call for the check digit {expected}, not {found}"
    yield Verdict(
        message,
        (Mark(Span(*match.span(1)), f"the last digit would be {expected}"),),
        calculation=f"check digit of {match[1][:-1].rstrip(' –‑-')}: {expected}, not {found}",
    )


def _isbn_digit(digits: str) -> str:
    """The check digit of an ISBN-10 or ISBN-13 (ISO 2108), from the digits before it."""
    if len(digits) == 9:
        return _weighted(digits, 10)
    total = sum(int(digit) * (3 if index % 2 else 1) for index, digit in enumerate(digits))
    return str(-total % 10)


def _weighted(digits: str, first: int) -> str:
    """The check digit modulo 11 for weights that fall from ``first`` (ISO 2108 and ISO 3297)."""
    total = sum(int(digit) * (first - index) for index, digit in enumerate(digits))
    return "0123456789X"[-total % 11]


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        wikitext("Old.<ref>Berg, ''Norby'', ISBN ⟦1:978-0-306-40615-8⟧.</ref>", title="Norby"),
        wikitext("{{cite book|title=Norby|isbn=⟦1:0-306-40615-3⟧}}", title="Norby"),
        wikitext("{{cite journal|issn=⟦1:0378-5954⟧|doi=⟦2:11.1000/182⟧}}", title="Norby"),
        Example("= Norby =\n\nA town.\n\n== References ==\n- Berg, Norby, ISBN ⟦1:978 0 306 40615 8⟧"),
    ),
    good=(
        wikitext("It was printed with the misprint ISBN 0-306-40615-3 on its back.", title="Norby"),
        wikitext("{{cite book|isbn=978-0-306-40615-7}} and {{cite book|isbn=0-8044-2957-X}}", title="Norby"),
        wikitext("{{cite journal|issn=0378-5955|doi=10.1000/182}}", title="Norby"),
        wikitext("{{cite book|isbn=978-0-306-40615-8|ignore-isbn-error=true}}", title="Norby"),
        wikitext("{{cite web|url=http://example.org/view?doi=10.1.1.96.678|title=A}}", title="Norby"),
        Example("= Norby =\n\nThe ISBN 13 digits long, and the ISBN of 10 digits."),
    ),
)
