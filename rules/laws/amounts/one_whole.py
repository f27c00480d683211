"""Whether shares told one after another are of one whole, by the build of the sentence that tells them.

Three builds say so: each share has its sort behind it ("was 61 % Catholic, 27 % Lutheran and 9 % Orthodox"), each has
its holder before it and the verb is told once ("forest covers 52 %, farmland 41 % and water 14 %"), or each is told as
something ("48 % of the surface as forest, 37 % as pasture"). The words are data, in ``wholes.toml``.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Any

from articles.article import Article
from articles.claims.claim import Claim
from articles.regex import regex
from articles.words import data_file
from rules.laws.nearby import between, left, right
from rules.laws.nouns import people

GAP = 100
LEAD = 110
FEWEST = 3


def of_one_whole(article: Article, run: list[Claim]) -> bool:
    """Whether the shares of a run are parts of one whole, by the build of their sentence."""
    before = left(article, run[0].span.start, LEAD)
    gaps = [between(article, first, second, GAP) or "" for first, second in pairwise(run)]
    end = right(article, run[-1].span.end, GAP)
    if len(run) < FEWEST:
        return _of_two(before, gaps[0], end)
    return any(build(before, gaps, end) for build in (_sorts, _holders, _relatives, _as))


def _of_two(before: str, gap: str, end: str) -> bool:
    """Two rivals for one thing: "Berg polled 54 % of the vote and Lind 49 %"."""
    frames = _frames()
    return bool(frames["rival_lead"].search(before) and frames["rival"].fullmatch(gap) and frames["closed"].match(end))


def _sorts(before: str, gaps: list[str], end: str) -> bool:
    """Each share with the sort that it is of behind it."""
    frames = _frames()
    first = frames["sort_told"].match(gaps[0])
    if not (frames["sort_lead"].search(before) or first):
        return False
    rest = gaps[0][first.end() - 1 :] if first else gaps[0]
    parts = [frames["sort"].fullmatch(gap) for gap in (rest, *gaps[1:])]
    last = frames["sort_last"].match(end)
    if last is None or not all(parts):
        return False
    heads = [part["head"] for part in (*parts, last) if part is not None]
    return frames["material"].search(before) is not None or all(map(_is_sort, heads))


def _is_sort(head: str) -> bool:
    """Whether a word names what people or things are, and no more than one of: not "married" or "insured"."""
    plural = (head.endswith("s") and not head.endswith("ss")) or head.endswith("men") or people(head)
    return head[0].isupper() or plural or head in _table()["sorts"]


def _holders(before: str, gaps: list[str], end: str) -> bool:
    """Each share with its holder before it, and one verb for all."""
    frames = _frames()
    held = frames["holder_lead"].search(before) is not None and frames["holder_first"].fullmatch(gaps[0]) is not None
    if not held or not all(frames["holder"].fullmatch(gap) for gap in gaps[1:]):
        return False
    return frames["closed"].match(end) is not None


def _relatives(before: str, gaps: list[str], end: str) -> bool:
    """Each share with its holder before it and its own verb: "the town, which pays 58 %, and donors, who"."""
    frames = _frames()
    told = frames["relative_lead"].search(before) and all(frames["relative"].fullmatch(gap) for gap in gaps)
    return bool(told and frames["closed"].match(end))


def _as(_before: str, gaps: list[str], end: str) -> bool:
    """Each share told "as" something, the first "of" the whole."""
    frames = _frames()
    tails = (*gaps[1:], end)
    return frames["as_first"].match(gaps[0]) is not None and all(frames["as"].match(tail) for tail in tails)


def _table() -> dict[str, Any]:
    found: dict[str, Any] = data_file(__file__, "wholes.toml")["one_whole"]
    return found


@cache
def _frames() -> dict[str, re.Pattern[str]]:
    words = _table()["words"]
    filled = {
        name: re.sub(r"\{([a-z]+)\}", lambda found: str(words[found[1]]), frame)
        for name, frame in _table()["frames"].items()
    }
    return {name: regex(pattern) for name, pattern in filled.items()}
