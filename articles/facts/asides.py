"""What stands in brackets in a sentence, which is left out of what the sentence tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # tokens.py leaves asides out while it makes tokens
    from articles.facts.tokens import Token


def without_asides(tokens: list[Token]) -> list[Token]:
    """The tokens outside brackets, and the claims that fill a bracket by themselves."""
    kept: list[Token] = []
    depth = 0
    for at, token in enumerate(tokens):
        if token.low == "(":
            depth += 1
        elif token.low == ")":
            depth = max(depth - 1, 0)
        elif depth == 0 or (depth == 1 and token.claim and _fills(tokens, at)):
            kept.append(token)
    return kept


def _fills(tokens: list[Token], at: int) -> bool:
    before = tokens[at - 1].low if at else ""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return before in ("(", "in") and after in (")", ",", "est")
