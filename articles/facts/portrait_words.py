"""The words of ``portrait.toml`` and the patterns made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from articles.facts.parties import ASIDE, belongs_to_another, proper_name
from articles.regex import regex
from articles.words import data_file, worded

PATTERN = "portrait"
_HEDGES = "about|approximately|around|some|nearly|almost|over|roughly|only|just|more than|less than|up to|an?|the"
_HEDGE = rf"(?:(?:{_HEDGES}) )*"
_SORT = worded(__file__, r"{sorts} ")
_TAIL = regex(r"(?: \([^()]{1,200}\))?(?= |, [0-9])")
_IS = r" (?:is|was|are|were) (?:an?|the)"


class Patterns(NamedTuple):
    """What stands between the start of a sentence and its figure, the subject left out."""

    measured: re.Pattern[str]
    named: re.Pattern[str]
    counted: re.Pattern[str]
    reaching: re.Pattern[str]
    opened_with: re.Pattern[str]
    thing: re.Pattern[str]
    employing: re.Pattern[str]
    dated: re.Pattern[str]
    opening: re.Pattern[str]
    happening: re.Pattern[str]


def words() -> Mapping[str, Any]:
    """The tables of ``portrait.toml``."""
    return data_file(__file__, "portrait.toml")


@cache
def patterns() -> Patterns:
    """The patterns, made when first needed."""
    nouns, dated = "|".join(words()["nouns"]), "|".join(words()["dated"])
    employing, happening = "|".join(words()["employing"]["words"]), "|".join(words()["happening"]["words"])
    opening = "|".join(word.capitalize() for word in words()["dated"])
    thing = rf"{_IS} [^.,;:]{{1,120}}?"
    alone = rf"(?:(?! (?:{'|'.join(words()['beside']['words'])}) )[^.,;:]){{1,120}}"
    return Patterns(
        measured=regex(rf" (?:is|was|measures|runs for|flows for|extends for|stretches for|stands) {_HEDGE}"),
        named=regex(
            rf"(?: (?:has|had)|{thing},? (?:with|having)| rises| reaches| stands| lies| extends| flows| runs)"
            rf"(?: to| at| over| for| across)? an? (?:total |overall )?(?P<noun>{nouns}) of {_HEDGE}"
        ),
        counted=regex(rf"(?:(?: [^.,;:()]{{1,80}}? and)? (?:currently )?(?:has|had)|{thing},? (?:with|of)) {_HEDGE}"),
        reaching=regex(rf",? (?P<verb>{'|'.join(sorted(words()['reaching'], key=len, reverse=True))}) {_HEDGE}"),
        opened_with=regex(
            rf"(?P<verb>{'|'.join(sorted(words()['openings'], key=len, reverse=True))}) {_HEDGE}", re.IGNORECASE
        ),
        thing=regex(rf"{_IS} (?:[a-z]+ ){{0,2}}"),
        employing=regex(rf" (?:currently )?(?:{employing}) {_HEDGE}"),
        dated=regex(
            rf"(?: was (?:first |originally |officially )?"
            rf"|{_IS} (?:{alone} )?(?!was |were |and )[a-z]+,? (?:which was )?)"
            rf"(?P<verb>{dated}) (?:on|in) "
        ),
        opening=regex(rf"(?P<verb>{opening}) (?:on|in) "),
        happening=regex(rf" (?:{happening})(?: (?:near|at|in|by) [^,.;]{{1,40}}?,?)? (?:on|in) "),
    )


class Beginning:
    """How a sentence on the subject begins. A pattern of its own would cost more to make than an article to read."""

    def __init__(self, own: str, kind: str | None, aliases: Iterable[str] = ()) -> None:
        """Take the subject's name and, where "it" and "the river" may mean it, the article's kind.

        ``aliases`` are what the first sentence calls it: "the river".
        """
        names = {own, ASIDE.sub("", own), own.split(",")[0], proper_name(own)}
        self._names = sorted((name for name in names if name), key=len, reverse=True)
        self._called: tuple[str, ...] = ()
        if kind:
            called = {word for word in words()["called"].get(kind, ()) if not belongs_to_another(f"the {word}", own)}
            called |= {alias.removeprefix("the ") for alias in aliases}
            self._called = ("It", "He", "She", *(f"The {word}" for word in sorted(called, key=len, reverse=True)))

    def end(self, text: str, start: int, stop: int) -> int:
        """Where the words that name the subject end, from ``start`` on; -1 where a sentence begins with none."""
        at = start + 4 * text.startswith("The ", start)
        sort = _SORT.match(text, at, stop)
        for begins in (start, at, sort.end() if sort else at):
            for name in self._names:
                tail = _TAIL.match(text, begins + len(name), stop) if text.startswith(name, begins) else None
                if tail:
                    return tail.end()
        for phrase in self._called:
            tail = _TAIL.match(text, start + len(phrase), stop) if text.startswith(phrase, start) else None
            if tail:
                return tail.end()
        return -1
