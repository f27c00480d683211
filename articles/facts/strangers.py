"""States that no list knows, by what an article on a state says of its relations with them.

"Morvania and Estland entered into diplomatic relations" makes Estland a state in an article on the foreign relations
of Morvania; a capital letter alone would not.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.facts.gazetteer import Gazetteer, plain
from articles.page import Page
from articles.regex import regex
from articles.words import worded

_NAME = r"([A-Z][a-z’'-]{2,20}(?: [A-Z][a-z’'-]{2,20}){0,2})"
_WITH = (
    rf"(?:(?:were|was) (?:[a-z-]{{4,15}} ){{1,2}})?with (?:the )?{_NAME}"
    r"(?=[.,;:)\n]|$| (?:in|on|at|since|were|was|are|is|has|have|had|and|from|after|before|by|until|which|began|date|"
    r"when|as)\b)"
)
_SORTS = ("[Dd]iplomatic", "[Oo]fficial", "[Ff]ormal", "[Ff]ull")
# Each begins with letters, by which a search goes quickest; what must stand before them is looked at from there.
_RELATIONS = regex("elations (?:" + "|".join(rf"(?<=\b{sort} relations )" for sort in _SORTS) + f"){_WITH}")
_TIES = regex("ties (?:" + "|".join(rf"(?<=\b{sort} ties )" for sort in _SORTS) + f"){_WITH}")
_DO = worded(__file__, r" {does}\b")
_NAME_DOES = worded(__file__, rf"(?:the )?{_NAME} {{does}}\b")
_NAME_LAST = regex(rf"\b{_NAME}$")
_EDGE = regex(r"\b")
_LONGEST = 70
"""How far back a name of three words may begin."""
_MOST = 200
"""How many names an article may add."""


def strangers(page: Page, own: str, names: Gazetteer, never: frozenset[str]) -> list[str]:
    """The names, in order; ``never`` are words that no state's name has, in lower case."""
    found: dict[str, None] = {}
    for name in _named(page.prose.text, own):
        words = name.split(" ")
        # A word of a known name makes it that one, or a longer one cut short: "People's Republic China", "Trinidad".
        known = any(plain(word) in names.trie for word in words)
        if not known and never.isdisjoint(name.lower().split(" ")):
            found[name] = None
        if len(found) == _MOST:
            break
    return list(found)


def _named(text: str, own: str) -> Iterator[str]:
    with_own = [(match.start(), match[1]) for form in (_RELATIONS, _TIES) for match in form.finditer(text)]
    yield from (name for _, name in sorted(with_own))
    for at in _places(text, f"{own} and "):
        found = _NAME_DOES.match(text, at + len(own) + len(" and ")) if _EDGE.match(text, at) else None
        if found is not None:
            yield found[1]
    acts = [(at, joint) for joint in (" and ", " recognized ", " recognised ") for at in _places(text, joint + own)]
    for at, joint in sorted(acts):
        behind = (_DO if joint == " and " else _EDGE).match(text, at + len(joint) + len(own))
        found = _NAME_LAST.search(text[max(at - _LONGEST, 0) : at]) if behind else None
        if found is not None:
            yield found[1]


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))
