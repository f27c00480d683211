"""What is told as the rest of a whole: "the remaining 20 %", "the rest, 20 %,", "leaving 20 %"."""

from __future__ import annotations

from articles.article import Article
from articles.claims.claim import Claim
from articles.regex import regex
from rules.laws.nearby import left

LEAD = 40
_REMAINING = regex(
    r"(?<!\bof the )(?<!\bof its )(?<!\bof these )(?<!\bof those )(?<!\bof this )"
    r"\b(?:remaining|other|(?:rest|remainder|balance|residue)(?: \(|, (?:or )?| of | – | — )|leaving|leaves)"
    r"(?: ?about| ?some| ?roughly| ?around| the| a further)? ?$"
)
_HINTS = ("other", "rest", "remain", "leav", "balance", "residue")
"""The beginnings of the words of a rest, looked for before the rest is."""
_OTHER = regex(r"\b[Oo]ther(?: about| some)? ?$")
_THE_OTHER = regex(r"\b[Tt]he other(?: about| some)? ?$")


def remains(article: Article, claim: Claim) -> bool:
    """Whether a reading is told as what is left."""
    lead = left(article, claim.span.start, LEAD)
    if not any(map(lead.__contains__, _HINTS)):
        return False
    return _REMAINING.search(lead) is not None and (not _OTHER.search(lead) or _THE_OTHER.search(lead) is not None)
