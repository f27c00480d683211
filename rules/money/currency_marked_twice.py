"""An amount bears the marks of two currencies: "US$5 million euros".

Why: nobody can tell which of the two is meant, and the one is worth a multiple of the other.

Right all the same: when the word behind the amount belongs to what follows it, as in a "$5 million euro account". Signs
that several currencies share ("$5 million Canadian dollars") are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from articles.article import Article
from articles.claims.claim import Claim, Kind, Money
from articles.claims.money import Currency, currency_after
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import data_file
from rules.finding import Confidence, Severity
from rules.laws.nearby import right
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

_SIGN = regex(r"([^\W\d_]{0,4}[.$£€¥₹₽₩₪₫₦₱₺₴฿₨₤]?|[A-Z]{3})[ \u00a0]?(?=[0-9])")


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look for the name of another currency behind every amount that has a sign or a code before it."""
    text = article.page.prose.text
    for claim in article.claims_by_kind.get(Kind.MONEY, ()):
        if claim.quoted or claim.parts or not isinstance(claim.value, Money):
            continue
        shown = text[claim.span.start : claim.span.end]
        sign = _SIGN.match(shown)
        second = currency_after(text, claim.span.end) if sign and sign[1] else None
        if sign is None or second is None:
            continue
        word = text[claim.span.end : second.at].split()[-1]
        same = second.code == claim.value.currency or _shares(sign[1], word, second)
        if same or not _plural(word) or not (word in _table()["words"]["foreign"] or _ends(article, second)):
            yield Outcome.CONSISTENT
        else:
            yield _verdict(article, claim, shown, second)


def _plural(word: str) -> bool:
    """Whether a word is a currency counted: a code, a plural or a name without one; "a $20 billion mark" is none."""
    return word.isupper() or word.endswith("s") or word in _table()["words"]["plural"]


def _shares(sign: str, word: str, second: Currency) -> bool:
    """Whether the sign before the amount is one of the second currency as well."""
    shared = _table()["shared"].get(sign)
    if shared is None:
        return second.code == "XXX" and not (sign.strip() in ("€", "EUR") and word in _table()["words"]["foreign"])
    if word.isupper():
        return word[-1] in _table()["codes"].get(sign, "").split()
    return word.lower() in shared.split()


def _ends(article: Article, second: Currency) -> bool:
    """Whether the name ends the amount and does not begin another word."""
    behind = right(article, second.at, 24)
    words = behind.split()
    if not behind or not behind[0].isspace():
        return not behind[:1].isalnum() and behind[:1] not in ("-", "–", "/")
    return not words or words[0].rstrip(".,;") in _table()["words"]["follows"] or not words[0][0].isalpha()


def _verdict(article: Article, claim: Claim, shown: str, second: Currency) -> Verdict:
    whole = ProseSpan(claim.span.start, second.at)
    word = article.page.prose.text[claim.span.end : second.at].strip()
    sign = _SIGN.match(shown)
    digits = shown[sign.end() :] if sign else shown
    return Verdict(
        f"“{article.page.text(whole)}” is marked both as {_name(claim)} and as {word}",
        (Mark(whole, "two currencies"),),
        changes=(
            Change(f"write {shown}", ((whole, shown),)),
            Change(f"write {digits} {word}", ((whole, f"{digits} {word}"),)),
        ),
    )


def _name(claim: Claim) -> str:
    assert isinstance(claim.value, Money)
    return claim.value.currency


def _table() -> dict[str, Any]:
    return data_file(__file__, "currency_signs.toml")


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        Example("= Skarv =\n\nThe new bridge cost ⟦1:US$5 million euros⟧ in 2009."),
        Example("= Skarv =\n\nThe yard was sold for ⟦1:€12.5 million dollars⟧, and closed."),
        Example("= Skarv =\n\nThe loan of ⟦1:$40 million euros⟧ was repaid."),
        wikitext("The [[loan]] of ⟦1:£3 million USD⟧ was repaid.", title="Skarv"),
    ),
    good=(
        Example("= Skarv =\n\nThe new bridge cost US$5 million (4 million euros) in 2009."),
        Example(
            "= Skarv =\n\nThe yard was sold for $5 million dollars, $3 million USD and $4 million Canadian dollars."
        ),
        Example("= Skarv =\n\nThe loan of $40 million AUD, £3 million Egyptian pounds and ¥300 yuan was repaid."),
        Example("= Skarv =\n\nThe bank opened a $5 million euro account and a €20-million dollar-denominated fund."),
        Example("= Skarv =\n\nHe paid with a $20 dollar bill, €5, dollars and yen; it passed the $20 billion mark."),
        wikitext("The house cost $5&nbsp;million pesos and $25&nbsp;million CAD.", title="Skarv"),
    ),
    claims=frozenset(("money",)),
)
