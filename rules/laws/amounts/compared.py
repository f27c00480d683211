"""Which of two numbers of one sort is said to be the larger, by a comparative, a pair or a verb between them.

"Stands 19 m high and is taller than its successor, which rises 27 m", "is the shorter of the pair; its neighbour
reaches 24 m", "the garrison of 900 outnumbered the besiegers, who had 1,400". The two are known by their sort; what
the words between them must not say stands with the comparatives in ``comparatives.toml``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articles.article import Article
from articles.claims.claim import Claim
from articles.regex import regex
from articles.words import data_file, trie
from rules.laws.amounts.direction import Said, claims_direction, comparatives
from rules.laws.nearby import left, right

_YEAR = regex(r"\b1[0-9]{3}\b|\b20[0-9]{2}\b")
_CLAUSE = regex(r"[,;:(–—]| and ")
_WORD = regex(r"[\w’'-]+")
_APPOSED = regex(r", (?:(?:far|greatly|easily|clearly|heavily|thus|still|slightly|well) )?$")
_HEDGE = regex(r" (?:no|not) (?:more|less|fewer|better) than $")
_OPENING = regex(r"(?:At|With|[A-Z][a-z]+ing) (?:only |just |about |some )?")
_RESUMED = regex(r"[^.,;:]{0,20}, (?:the|his|her|its) (?:[a-z]+ ){1,3}(?:is|was|are|were) ")
_ASIDE = regex(r", which [^,;:()]{3,60},")
_MADE = regex(
    r", (?:which|who) (?:was|were) (?:[a-z]+ )?(?:[a-z]+(?:ed|ilt|un)|put up|set up|laid)\b[^,;:()]{0,40}? and "
)
"""How the second thing was made, whose times say nothing of the comparison."""
_STOP = regex(r"[.;:]|\bthan\b")
_PLACED = regex(r"(?:\(|,? (?:at|with|having|by) (?:an? [a-z]+(?: [a-z]+)? of )?)(?:about |only |just |some )?$")
_PLACED_AGAIN = regex(r"(?: \(|[ ,](?:at|with|having|where|when|which|was|were|is|are|by) )[^,;:()]{0,24}$")
_OFF = regex(r" (?:from|off|above|below|away|to|after|before)\b")
_OFF_OR_END = regex(r"(?: (?:a|per) [a-z]+)?(?:\)|[.,;]| \((?![0-9])| (?:with|by|in)\b|$)")
_COUNTED = regex(r" (?:[a-z]+ )??([a-z]+s|people|men|women|children)\b")
_NOUN = regex(r" ([a-z]{3,}s|people|men|women|children)\b")
_RAIN = regex(r"(?i:rain|snow|precipitation)")
_JOINED = " and "
_HEAD, _TAIL = 80, 110


class Compared(NamedTuple):
    """What is claimed, and where in the gap words stand that claim it by themselves: "the shorter of the pair"."""

    said: Said
    words: tuple[int, int] | None = None


def telling(gap: str) -> bool:
    """Whether what stands between two numbers may compare them at all: so much is soon seen."""
    if claims_direction(gap) or "than" in gap or " of the" in gap:
        return True
    return not _law().verbs.isdisjoint(gap.split())


def compared(before: str, gap: str, behind: str, unit: str) -> Compared | None:
    """What the words between two numbers of one sort claim, with those left of the first and right of the second.

    ``unit`` is the dimension of the numbers, "money" or "number".
    """
    if ". " in gap:
        return None
    law, gap = _law(), _HEDGE.sub(" ", gap) if gap.endswith(" than ") else gap
    gap = _MADE.sub(", which ", gap) if " and " in gap else gap
    found = law.anchor.search(gap)
    if found is None and " than " in gap:
        return _apart(before, gap, behind, unit)
    if found is None or len(gap) > _HEAD + _TAIL or law.doubt.search(gap + behind.partition(",")[0]):
        return None
    if not set(_YEAR.findall(_ASIDE.sub(",", gap[found.end() :]) + behind)) <= set(
        _YEAR.findall(before + gap[: found.start()])
    ):
        return None
    if found["verb"]:
        return _verb(gap, found) if unit == "number" or "number" not in found["verb"] else None
    if not _fits(found["word"] or found["one"], before, gap, behind, unit):
        return None
    resumed = _OPENING.fullmatch(before) is not None and _RESUMED.fullmatch(gap, 0, found.start()) is not None
    return _pair(gap, found) if found["pair"] else _than(gap, found, resumed=resumed)


def _apart(before: str, gap: str, behind: str, unit: str) -> Compared | None:
    """What "Fewer trains ran in 1958 (64 a day) than in 1948, when there were 52" claims: each number has its place."""
    law = _law()
    told = list(law.more.finditer(before))
    if not told or len(gap) > _HEAD or gap.count(" than ") > 1 or _STOP.search(before[told[-1].end() :]):
        return None
    word, between = told[-1]["word"].lower(), before[told[-1].end() :]
    if law.doubt.search(between + gap + behind.partition(",")[0]) or not _PLACED.search(before) or _OFF.match(gap):
        return None
    if not _OFF_OR_END.match(behind) or not _PLACED_AGAIN.search(gap):
        return None
    if unit == "number":
        counted, own = _COUNTED.match(between), _NOUN.match(gap)
        fits = word in ("more", "fewer") and counted is not None and (own is None or own[1] == counted[1])
        return Compared(Said(comparatives()[word], word)) if fits else None
    fits = word not in ("more", "less", "fewer") and _fits(word, before, f" than{gap}", behind, unit)
    return Compared(Said(comparatives()[word], word)) if fits else None


def _than(gap: str, found: re.Match[str], *, resumed: bool) -> Compared | None:
    """What "is taller than its successor, which rises" claims; ``resumed`` marks "At 19 m, the tower is"."""
    law, tail = _law(), gap[found.end() :]
    clause = _CLAUSE.split(gap[: found.start()])[-1]
    if not gap[: found.start()].strip(" )"):
        return None  # "14 m lower than": the number is the difference
    if not resumed and not _linked(clause):
        return None
    opened, linked = law.opened.match(tail), law.linked.search(tail)
    sure = opened and linked and len(tail) <= _TAIL and _JOINED not in tail and not law.loose.match(tail)
    return Compared(Said(comparatives()[found["word"]], found["word"])) if sure else None


def _pair(gap: str, found: re.Match[str]) -> Compared | None:
    """What "is the shorter of the pair; its neighbour reaches" claims."""
    law, clause = _law(), _CLAUSE.split(gap[: found.start()])[-1]
    sure = _linked(clause) and law.other.match(gap[found.end() :])
    return Compared(Said(comparatives()[found["one"]], found["pair"]), found.span("pair")) if sure else None


def _linked(clause: str) -> bool:
    """Whether a clause has no word of its own."""
    return all(word in _law().links or word.endswith("ly") for word in _WORD.findall(clause))


def _verb(gap: str, found: re.Match[str]) -> Compared | None:
    """What "outnumbered the besiegers, who had" claims: the first number is of what does so."""
    law, head, tail = _law(), gap[: found.start()], gap[found.end() :]
    subject = _APPOSED.search(head) or not (_CLAUSE.search(head) or law.passive.search(head))
    span = found.span("verb") if found["verb"].startswith("outnumber") else None
    if law.passive.search(head) and tail.startswith(" by "):
        sure = law.opened.match(tail[3:]) and not law.loose.match(tail[3:]) and len(tail) <= _TAIL
        return Compared(Said(False, found["verb"]), span) if sure else None
    sure = subject and law.opened.match(tail) and not law.loose.match(tail) and len(tail) <= _TAIL
    return Compared(Said(True, found["verb"]), span) if sure else None


def _fits(word: str, before: str, gap: str, behind: str, unit: str) -> bool:
    """Whether a comparative is of what the numbers measure: not "19 m high and wider than"."""
    law = _law()
    shown = {_measured(left, right) for left, right in ((before, gap), (gap, behind))} - {None}
    groups = law.groups.get(word)
    if groups is None:
        return len(shown) < 2 and (_JOINED not in gap or unit not in ("[length]", "money"))
    return unit in {law.units[group] for group in groups} and shown <= groups


def of_another_measure(word: str, unit: str, told: tuple[str, str, str]) -> bool:
    """Whether a comparative is of what numbers of this dimension do not measure: "deeper" of two areas or lengths.

    ``told`` is what stands before, between and behind the two.
    """
    law, (before, gap, behind) = _law(), told
    groups = law.groups.get(word, frozenset())
    units = {law.units[group] for group in groups}
    shown = {_measured(left, right) for left, right in ((before, gap), (gap, behind))} - {None}
    if "rain" in groups and unit == "[length]" and not _RAIN.search(before + gap + behind):
        return True
    if unit == "[length]" and unit in units and shown and not shown & groups:
        return True
    return bool(units) and "percent" not in units and unit not in units  # what is higher of shares is of anything


def measured_otherwise(article: Article, word: str, first: Claim, second: Claim) -> bool:
    """Whether the words beside two figures say that they measure something else than a comparative compares."""
    law = _law()
    shown = {
        _measured(left(article, claim.span.start, 30), right(article, claim.span.end, 20)) for claim in (first, second)
    }
    groups = law.groups.get(word)
    return bool(groups) and bool((shown - {None}) - groups)  # type: ignore[operator]


def _measured(before: str, behind: str) -> str | None:
    """What a number says that it measures: "m high", "a width of 12 m"."""
    law = _law()
    found = law.behind.match(behind) or law.of.search(before)
    return law.measures[found[1]] if found else None


class _Law(NamedTuple):
    more: re.Pattern[str]
    anchor: re.Pattern[str]
    doubt: re.Pattern[str]
    opened: re.Pattern[str]
    linked: re.Pattern[str]
    loose: re.Pattern[str]
    other: re.Pattern[str]
    passive: re.Pattern[str]
    behind: re.Pattern[str]
    of: re.Pattern[str]
    links: frozenset[str]
    verbs: frozenset[str]
    groups: dict[str, frozenset[str]]
    units: dict[str, str]
    measures: dict[str, str]


@cache
def _law() -> _Law:
    data = data_file(__file__, "comparatives.toml")["compared"]
    words = {name: trie(listed.split(", ")) for name, listed in data["words"].items()}
    more = trie(word for word in comparatives() if not word.endswith(("ing", "ed")))
    groups: dict[str, set[str]] = {}
    for group, row in data["groups"].items():
        for word in row["words"]:
            groups.setdefault(word, set()).add(group)
    measures = {word: group for group, row in data["groups"].items() for word in (*row["behind"], *row["of"])}
    return _Law(
        more=regex(rf"(?i:\b(?P<word>{more}))\b(?! than\b)"),
        anchor=regex(
            rf"\b(?:(?P<verb>{words['verbs']})|"
            rf"(?P<pair>the (?P<one>{more})(?: (?:of|one of) (?:the (?:two|pair)|them)))|"
            rf"(?P<word>{more})(?: (?!than\b)[a-z]+){{0,3}} than)(?=[ ,;:])"
        ),
        doubt=regex(rf"\b(?:{words['doubt']})\b|n['’]t\b"),
        opened=regex(
            rf" (?:(?:{words['opens']})\b|[A-Z]|[a-z]+s,? (?:numbering|with|who|which|of wh[a-z]+|at|totalling)\b)"
        ),
        linked=regex(rf"(?:,| (?:{words['linking']})\b| \($)"),
        loose=regex(rf" (?:{words['loose']})\b"),
        other=regex(
            rf"[,;:]?(?: (?:while|and|with))? (?:(?:{words['others']})\b|"
            rf"the [\w’'-]+(?: [\w’'-]+){{0,2}},? (?:{words['linking']}|[a-z]+ing)\b)"
        ),
        passive=regex(r"\b(?:was|were|be|been|being|is|are) (?:[a-z]+ly )?$"),
        behind=regex(
            rf"[ -](?:{trie(word for row in data['groups'].values() for word in row['behind'])})\b".replace(
                "(?:", "(", 1
            )
        ),
        of=regex(rf"\b({trie(word for row in data['groups'].values() for word in row['of'])}) of (?:[a-z]+ )?$"),
        links=frozenset(data["words"]["links"].split(", ")),
        verbs=frozenset(verb.split()[0] for verb in data["words"]["verbs"].split(", ")),
        groups={word: frozenset(found) for word, found in groups.items()},
        units={group: row["unit"] for group, row in data["groups"].items()},
        measures=measures,
    )
