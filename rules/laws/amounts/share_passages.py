"""Shares of one whole told over the clauses or sentences of a passage: "forest covers 47 %. Heath takes up a further".

Each share has its own holder before it, and a verb of holding or none: that, not the words of any frame, makes the
shares parts of one whole. What others may do as well (live, speak, own a car) is no verb of holding.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from articles.article import Article
from articles.claims.claim import Claim, Kind, Percent
from articles.regex import regex
from articles.textmap import GAP, ProseSpan
from articles.words import worded
from rules.laws.amounts.passages import RUNNING, plain, size
from rules.laws.nearby import claims_in, gap, left, right
from rules.laws.nouns import same_thing

_FEWEST = 3
_JOINT = 150
_DOUBT = worded(__file__, r"\b{doubt}\b")
_HOLDS = worded(__file__, r"\b{holds}\b")
_ACTS = worded(__file__, r"\b{acts}\b")
_DO = worded(
    __file__,
    r" of (?:(?:the|its|all|their|these|those) )?(?:[a-z-]+ )?(?:[a-z-]+s|people|men|women|children) "
    r"(?!(?:{exclusive})\b)[a-z]+\b(?! (?:by|from|as)\b)",
)
"""Behind a share of many: what they do, as others may besides: "63 % of the houses had a garden"."""
_BY = regex(r"\b(?:is|are|was|were|been) (?:[a-z]+ )?[a-z]+ by (?:about |some |only )?$")
_MANY = regex(r" of (?:(?:the|its|all|their|these|those) )?(?:[a-z-]+ )?(?:[a-z-]+s|people|men|women|children)\b")
_SMALL = Decimal(12)
_OF = regex(r"\)? of (?:the |its |all |their |this |these |those |her |his )*([^\W\d_][\w'’-]*)")
_TOTAL = worded(__file__, r"{totals}")
_NO = worded(__file__, r" (?:{professed} no|{unnamed})\b")
_IS_UNDER = worded(__file__, r" (?:{lies}) (?!also\b|not\b)")
"""Behind a share without a holder before it: "and 25 % is under the plough"."""
_ONE_ONLY = worded(__file__, r"\b{one-only}\b")
"""Nobody is in two of the shares, although it is of languages: they are mother tongues."""
_ASIDE = regex(r", (?:including|such as) [^,.;:()%]{1,60},")
_OF_ANOTHER = regex(r"[;,.] (?:and )?[Oo]f (?:the|its|their) [^,;.]{2,40},")
_BALLOTS = worded(__file__, r"\)? of (?:the |all |those |valid |popular |total )*(?:{ballots})\b")
_RIVAL = worded(
    __file__, r"(?:\b(?:and|while|with|to|against)|,|;) (?:the |his |her |its |their )?(?:[a-z]+ )?(?:[A-Z]|{rivals}\b)"
)
_POLLED = worded(__file__, r"\b{polled}(?: only| just| some| about)? $")
_END = regex(r"(?:[.;,)]|$| of (?:the|all|those) )")
_CLOSED = regex(r"(?:[.;,:)]| (?:and|while|with|of|by|to|from|in|on|as|under|at|for)\b|$)")
_CUT = regex(r"[.,;:]|\b(?:and|while|with|or)\b")
_MATTER = worded(__file__, r"\b{made-of}\b[^.;:]{0,24}$")
_WHOLE, _MUCH, _TWO = Decimal(100), Decimal(140), Decimal(115)
_ELSEWHERE = regex(
    r"(?:[,;]| and| while) (?:and |while )?(?:in|at|among|during|for|by|on|of) [^,;:()]{0,60},?[^,;:()]{0,60}$"
)
_CLOSES = regex(r"\b(?:and|while|with|plus)\b")
_SENTENCE = regex(r"[.!?] ")
_OVERLAP = worded(__file__, r"\b{overlaps}\b")
_BRACKET = regex(r"\(\s?(?:about |some )?$")


def share_passages(article: Article) -> Iterator[tuple[Claim, ...]]:
    """Every run of three shares or more that a passage tells of one whole."""
    run: list[Claim] = []
    for claim in article.claims_by_kind.get(Kind.PERCENT, ()):
        if not isinstance(claim.value, Percent) or claim.value.points or not plain(claim):
            continue
        if run and not _joined(article, run[-1], claim):
            yield from _of_one(article, run)
            run = []
        run.append(claim)
    yield from _of_one(article, run)


def _joined(article: Article, first: Claim, second: Claim) -> bool:
    span = ProseSpan(first.span.end, second.span.start)
    if span.end - span.start > _JOINT:
        return False
    joint = gap(article, *span)
    if "\n" in joint or GAP in joint or _DOUBT.search(_ASIDE.sub("", joint)):
        return False
    return all(
        _is_small(claim) or (claim.kind is Kind.DATE and ". " not in joint) for claim in claims_in(article, span)
    )


def _dated(article: Article, run: list[Claim]) -> bool:
    """Whether shares after the first have a time of their own."""
    end = run[-1].span.end + len(right(article, run[-1].span.end, 60).partition(";")[0])
    dates = [claim for claim in claims_in(article, ProseSpan(run[0].span.end, end)) if claim.kind is Kind.DATE]
    return len(dates) > 1 or any(claim.span.start > run[1].span.start for claim in dates)


def _is_small(claim: Claim) -> bool:
    """Whether a number between two shares is none of theirs: "the two railway settlements"."""
    return claim.kind is Kind.ORDINAL or (claim.kind is Kind.NUMBER and not claim.parts and size(claim) <= _SMALL)


def _of_one(article: Article, run: list[Claim]) -> Iterator[tuple[Claim, ...]]:
    """The run, where each of its shares has a holder of its own."""
    if len(run) == 2 and _rivals(article, *run):
        yield tuple(run)
    if len(run) < _FEWEST:
        return
    if _dated(article, run):
        return
    block = article.page.block_at(run[0].span.start)
    lead = left(article, run[0].span.start, _JOINT)
    joints = [gap(article, first.span.end, second.span.start) for first, second in pairwise(run)]
    behind = [*joints, right(article, run[-1].span.end, 60)]
    if any(map(_OF_ANOTHER.search, joints)):
        return
    if _BY.search(lead) and _MANY.match(behind[0]):
        return  # "chess is played by 30 % of the pupils, football by 60 %"
    one_only = _ONE_ONLY.search(lead + behind[0]) is not None
    doubt = not one_only and _DOUBT.search(_ASIDE.sub("", lead))
    if block is None or block.form not in RUNNING or doubt or _DOUBT.search(behind[-1].partition(",")[0]):
        return
    before = [lead, *joints]
    held = _HOLDS.search(lead + behind[0]) is not None and not any(map(_ACTS.search, (lead, *joints)))
    told = all(_held(words, tail) for words, tail in zip(before[1:], behind[1:], strict=True))
    bracketed = any(map(_BRACKET.search, before))
    if held and told and _one_whole(lead, behind) and not bracketed:
        yield tuple(run)
    elif not bracketed and (one_only or _told_to_the_end(joints)) and _a_little_much(run):
        text = " ".join((lead, *behind))
        overlaps = _ACTS.search(text) is not None or _OVERLAP.search(text) is not None
        if not any(map(_ELSEWHERE.search, joints)) and (
            one_only or not (overlaps or _DO.match(behind[0]) or not _one_whole(lead, behind))
        ):
            yield tuple(run)


def _held(words: str, tail: str) -> bool:
    """Whether a share stands behind its holder, or before those who hold nothing."""
    holder = bool(_CUT.split(words)[-1].strip())
    if not holder and _IS_UNDER.match(tail):
        return True
    return (holder and _CLOSED.match(tail) is not None) or _NO.match(tail) is not None


def _rivals(article: Article, first: Claim, second: Claim) -> bool:
    """Whether two shares are those of two rivals for one vote, and a little more than all of it."""
    joint = gap(article, first.span.end, second.span.start)
    close = _WHOLE < size(first) + size(second) <= _TWO
    if not close or not _BALLOTS.match(joint) or any(sign in joint for sign in (". ", "\n", GAP)):
        return False
    polled = _POLLED.search(left(article, second.span.start, 30)) is not None or joint.endswith(", ")
    told = _RIVAL.search(joint) is not None and polled
    return told and _END.match(right(article, second.span.end, 20)) is not None


def _told_to_the_end(joints: list[str]) -> bool:
    """Whether the shares stand in one sentence, with an "and" before the last."""
    return _CLOSES.search(joints[-1]) is not None and not any(_SENTENCE.search(joint) for joint in joints)


def _a_little_much(run: list[Claim]) -> bool:
    """Whether shares come to so little more than the whole that they were meant to make it up."""
    return _WHOLE < sum(map(size, run)) <= _MUCH


def _one_whole(lead: str, behind: list[str]) -> bool:
    """Whether no share is said to be of another whole than the first."""
    named = [found[1] for found in map(_OF.match, behind) if found and not _TOTAL.fullmatch(found[1])]
    if len(set(named)) == len(behind) and _MATTER.search(lead):
        return True  # "consists to 52 % of mud, to 37 % of sand and to 11 % of gravel"
    return all(same_thing(named[0], other) for other in named[1:])
