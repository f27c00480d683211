"""What is told as the rest of a whole: "the remaining 20 %", "what is left, 20 %,", "so that only 20 survived"."""

from __future__ import annotations

from decimal import Decimal

from articles.article import Article
from articles.claims import number_words
from articles.claims.claim import Claim, Kind, Number, Percent
from articles.claims.written import Hedge, Written
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.laws.amounts.shares import HUNDRED
from rules.laws.nearby import left, occurrences, right

LEAD = 60
_NOT_OF = r"(?<!\bof the )(?<!\bof its )(?<!\bof these )(?<!\bof those )(?<!\bof this )"
_REMAINING = worded(
    __file__,
    rf"{_NOT_OF}\b(?:remaining|[Oo]ther|leaving|leaves|(?:which|this|that) left|(?:rest|remainder|balance|residue|"
    r"[Ww]hat(?: is| was| had been)? "
    r"(?:left(?: over)?|remains|remained))(?=[ ,(])(?! of (?:the|its|his|her|their|these|those)\b))"
    r"(?:,? ?(?:\(|–|—|(?:{links}|{some})\b))*,? ?$",
)
_SET_OFF = regex(
    r"(?:\b(?:[Tt]he|[Aa]ll the|[Aa]ll) others|\b[Tt]he (?:remaining|other) (?:[a-z-]+ )?[a-z-]+|"
    r"\b[Tt]he (?:rest|remainder)), "
    r"(?:who (?:were|numbered) |numbering |a total of )?$"
)
_IN_ALL = regex(r"(?:(?: in (?:number|all|total|size|length|extent|area)|,| of them)(?=[ ,.;]|$)|$)")
"""Around a number that is set off behind who or what is left: "the others, sixteen in all,"."""
_HINTS = ("ther", "rest", "rema", "lea", "left", "balance", "residue")
"""The beginnings of the words of a rest, looked for before the rest is."""
_OTHER = regex(r"\b[Oo]ther(?: about| some)? ?$")
_THE_OTHER = regex(r"\b[Tt]he other(?: about| some)? ?$")
_ONLY = worded(__file__, r"\b(?:{only}) $")
_SURVIVED = worded(__file__, r"(?: [a-z]+| of (?:them|these|those|which|whom))? (?:{survived})\b")
_OTHERS = regex(r"\b(?:the others?|the rest|others|another|the remaining)\b")
_THE = regex(r"\b[Tt]he $")
_THAT = worded(__file__, r"(?: [a-z]+)? (?:that|who|which) (?:had |have )?(?:{survived})\b")

_LEFT_OVER = regex(
    r"remaining ([a-z]+)(?=[.,;:)\n]| (?:of|is|are|was|were|in|to|by|from|at|on|went|goes|came|comes|being)\b)"
    r"(?![^.;]*\b(?:rest|others|remainder)\b)"
)
_VAGUE = Decimal(6)
"""So many points around a fraction in words is what may be meant by it."""


def remains(article: Article, claim: Claim) -> bool:
    """Whether a reading is told as what is left."""
    lead = left(article, claim.span.start, LEAD)
    if not any(map(lead.__contains__, _HINTS)):
        return False
    if _SET_OFF.search(lead):
        return _IN_ALL.match(right(article, claim.span.end, 24)) is not None
    told = _REMAINING.search(lead) is not None
    return told and (not _OTHER.search(lead) or _THE_OTHER.search(lead) is not None)


def fractions(article: Article) -> tuple[Claim, ...]:
    """The fractions in words as shares, and with them "the remaining third", which is no reading of its own."""
    text, found = article.page.prose.text, {}
    for claim in article.claims_by_kind.get(Kind.NUMBER, ()):
        plain = not claim.parts and isinstance(claim.value, Number) and text[claim.span.start].isalpha()
        if plain and 0 < (amount := claim.value.amount).value < 1:  # type: ignore[union-attr]
            found[claim.span] = (amount.value, amount.hedge)
    for at in occurrences(article, ("remaining",)) if found else ():
        told = _LEFT_OVER.match(text, at)
        if told is not None and told[1] in number_words.fractions():
            span = ProseSpan(*told.span(1))
            found.setdefault(span, (1 / Decimal(number_words.fractions()[told[1]]), Hedge.NONE))
    return tuple(
        Claim(Kind.NUMBER, span, Percent(Written(part * HUNDRED, part * HUNDRED, _VAGUE, hedge)), "share")
        for span, (part, hedge) in found.items()
    )


def survives(article: Article, claim: Claim) -> bool:
    """Whether a number is told as of those who are left: "so that only 9 survived", "the 29 that came back"."""
    lead, behind = left(article, claim.span.start, 20), right(article, claim.span.end, 40)
    if _OTHERS.search(right(article, claim.span.end, 90)):
        return False  # they are counted apart
    if _THE.search(lead):
        return _THAT.match(behind) is not None
    return _ONLY.search(lead) is not None and _SURVIVED.match(behind) is not None
