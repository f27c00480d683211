"""A number is written in words and in digits, or a digit with its ending, and the two are not one number.

Why: "twelve (13)" leaves the reader with two counts, and "21th" shows that the number was changed and its ending was
not.

Right all the same: the digits in brackets are a note, a rank or another count than the word before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.article import Article
from articles.claims.claim import Claim, Number
from articles.claims.written import Hedge
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.blocks import quoted
from rules.laws.cited import cited
from rules.laws.nearby import apart, between, left, right, told
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict

_ENDINGS = ("st", "nd", "rd", "th")
_ENDING = regex(r"[0-9](?:st|nd|rd|th)\b")
_TENS = "0123456789"
_LABEL = worded(__file__, r"\b{labels} $")
"""Before a number that is the name of one of many: "title five (9 articles)"."""
_DIGITS = regex(r"(?<![\w.,/-])[0-9]{1,4}$")


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look at numbers in words with digits in brackets, and at the endings of ordinals."""
    for at in sorted(apart(article, _ENDINGS)):
        found = _ENDING.match(article.page.prose.text, at - 1)
        if found is not None:
            yield from _ending(article, found)
    for first, second in pairwise(article.claims_by_kind.get("number", ())):
        if second.span.start - first.span.end == 2 and not first.quoted and between(article, first, second) == " (":
            yield from _twice(article, first, second)


def _ending(article: Article, found: re.Match[str]) -> Iterator[Verdict]:
    """An ordinal, also one in the name of a century, whose ending is that of another."""
    text = article.page.prose.text
    last, ending = found.start(), found[0][1:]
    tens = text[last - 1] if last and text[last - 1] in _TENS else ""
    right_ending = _ordinal_ending(int(tens + text[last]))
    if ending == right_ending:
        return
    digits = _DIGITS.search(text, max(0, last - 5), last + 1)
    if digits is None:
        return
    span = ProseSpan(digits.start(), found.end())
    if quoted(article.page, span) or cited(article.page, span.start):
        return
    written = f"{digits[0]}{right_ending}"
    yield Verdict(
        f"“{digits[0]}{ending}” has the ending of another number; {digits[0]} takes “{right_ending}”",
        (Mark(span, f"either {written} or another number"),),
        changes=(Change(f"write {written}", ((span, written),)),),
        severity=Severity.WARNING,
    )


def _ordinal_ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _twice(article: Article, first: Claim, second: Claim) -> Iterator[Verdict | Outcome]:
    one, other = first.value, second.value
    if not isinstance(one, Number) or not isinstance(other, Number) or right(article, second.span.end, 1) != ")":
        return
    word, digits = told(article, first), told(article, second)
    if (
        not word[0].isalpha()
        or not digits[0].isdecimal()
        or left(article, first.span.start, 12).endswith(("one in ", "out of "))
        or _LABEL.search(left(article, first.span.start, 16).lower())
    ):
        return
    if one.amount.value == other.amount.value:
        yield Outcome.CONSISTENT
    elif one.amount.value != one.amount.value.to_integral_value() or one.amount.hedge is not Hedge.NONE:
        yield Outcome.INCOMPARABLE
    else:
        yield Verdict(
            f"“{word}” in words is {digits} in digits",
            (Mark(first.span, f"not {digits}"), Mark(second.span, f"not {word}")),
            calculation=f"{word} = {one.amount.value}, not {digits}",
            changes=(Change(f"write {one.amount.value}", ((second.span, str(one.amount.value)),)),),
        )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example("The council has ⟦1:twelve⟧ (⟦2:13⟧) members."),
        Example("Within ⟦1:thirty⟧ (⟦2:20⟧) days an appeal may be made."),
        Example("On her ⟦1:21th⟧ birthday she left, and on the ⟦2:113rd⟧ day she returned."),
        Example("The town was founded in the ⟦1:17nd⟧ century."),
    ),
    good=(
        Example("Title four (12) deals with land, and title five (9) with the sea."),
        Example("The council has twelve (12) members."),
        Example("On her 21st birthday she left, and on the 113th day she returned."),
        Example("Of twelve (13 in winter) beds, all were taken."),
        Example("The sign read “21th Street” for years."),
        Example("The town was founded in the 2nd century BC and moved in the 17th century."),
        Example("The hall burnt.\n\n^ The 3th edition. Norby: Harbour Press. ISBN 0-306-40615-2."),
        Example("One third (33) of the members stayed away."),
    ),
    claims=frozenset({"number", "ordinal", "date"}),
)
