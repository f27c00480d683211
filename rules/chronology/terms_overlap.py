"""Two persons hold one seat at the same time.

Why: a list of mayors or presidents tells a succession; where one begins before the one before has left, one of the
years is wrong.

Right all the same: seats that are shared, rival and acting holders, and lists that are in no order of time. A list with
more than a few such pairs follows a rule of its own and is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from articles.article import Article
from articles.claims.claim import Claim
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.edits import ordered
from rules.laws.times.terms import Term, seats
from rules.laws.times.told_terms import told_seats
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

_JOINT = regex(r" ?[–—-] ?| to | until ")
SHARE = 5
"""At most one pair in so many may overlap, or one in all."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold each holder of a seat against the next one."""
    for terms in chain(seats(article), told_seats(article)):
        known = [term for term in terms if not term.ends.before(term.begins)]
        known.sort(key=lambda term: (term.begins.earliest or 0, term.ends.latest or 0))
        wrong = [(one, other) for one, other in pairwise(known) if _overlap(one, other)]
        pairs = len(known) - 1
        yield from [Outcome.CONSISTENT] * (pairs - len(wrong))
        if len(wrong) > max(1, pairs // SHARE):
            yield from [Outcome.INCOMPARABLE] * len(wrong)
        else:
            yield from (_verdict(article, one, other) for one, other in wrong)


def _overlap(one: Term, other: Term) -> bool:
    """Whether the second surely began before the first ended, and is somebody else."""
    return one.holder != other.holder and other.begins.before(one.ends)


def _verdict(article: Article, one: Term, other: Term) -> Verdict:
    left, began = (" ".join(article.page.text(claim.span).split()) for claim in (one.end, other.start))
    return Verdict(
        f"{one.holder} holds the seat until “{left}”, but {other.holder} from “{began}”: one seat, two holders",
        (
            Mark(_told(article, one, one.end), f"{one.holder} leaves"),
            Mark(_told(article, other, other.start), f"{other.holder} begins, before that"),
        ),
        calculation=f"{began} < {left}",
        changes=ordered(article, (one.end.span, one.ends), (other.start.span, other.begins)),
    )


def _told(article: Article, term: Term, end: Claim) -> ProseSpan:
    """The whole term where it is told as a range, "1950–1957"; else the end that is meant."""
    first, last = term.start.span, term.end.span
    between = article.page.prose.text[first.end : last.start] if first.end <= last.start else ""
    return ProseSpan(first.start, last.end) if _JOINT.fullmatch(between) else end.span


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example("Ana Roe was mayor from ⟦1:1950 to 1957⟧. Her successor, Ida Holm, was mayor from ⟦2:1955 to 1960⟧."),
        Example(
            "= Norby =\n\nNorby is a town.\n\n== Mayors ==\n- Ana Roe (⟦1:1950–1957⟧)\n- Ida Holm (⟦2:1955–1960⟧)\n"
            "- Bo Lind (1960–1970)"
        ),
        Example("Ana Roe was mayor of Norby from ⟦1:1950 to 1957⟧. Ida Holm was mayor of Norby from ⟦2:1955 to 1960⟧."),
        wikitext(
            '== Governors ==\n{| class="wikitable"\n! Name !! Took office !! Left office\n|-\n'
            "| Ana Roe || 4 May 1950 || ⟦1:3 June 1957⟧\n|-\n| Ida Holm || ⟦2:4 May 1957⟧ || 1960\n|-\n"
            "| Bo Lind || 1960 || 1970\n|}",
            title="Norby",
        ),
        wikitext(
            'The school has had three heads.\n{| class="wikitable"\n! Headmaster !! Appointed !! Left\n|-\n'
            "| Ana Roe || 4 May 1950 || ⟦1:3 June 1957⟧\n|-\n| Ida Holm || ⟦2:4 May 1955⟧ || 1960\n|-\n"
            "| Bo Lind || 1960 || 1970\n|}",
            title="Norby School",
        ),
        Example(
            "Ana Roe was mayor from 1931 to 1950. Ida Holm, a baker, held the post from ⟦1:1950 to 1957⟧, and Bo Lind, "
            "who built the baths, from ⟦2:1955 to 1960⟧."
        ),
        Example("The college was headed by Ana Roe from ⟦1:1950 to 1957⟧ and by Ida Holm from ⟦2:1955 to 1960⟧."),
        Example("Jan Orr was its director (⟦1:1951–1960⟧). He was succeeded as director by Ivo Kern (⟦2:1955–1971⟧)."),
        Example(
            "= Harbourmaster of Norby =\n\nThe harbourmaster of Norby kept the quays.\n\n== List of harbourmasters ==\n"
            "- Ana Roe (⟦1:1890–1902⟧)\n- Bo Lind (⟦2:1899–1911⟧)"
        ),
    ),
    good=(
        Example("The choir was headed by Ana Roe from 1950 to 1957 and the band by Ida Holm from 1955 to 1960."),
        Example(
            "Ana Roe was mayor from 1950 to 1957. Ida Holm was its treasurer from 1955 to 1960, Bo Lind from 1957."
        ),
        wikitext(
            'The house has had three deputies.\n{| class="wikitable"\n! Deputy head !! Appointed !! Left\n|-\n'
            "| Ana Roe || 4 May 1950 || 3 June 1957\n|-\n| Ida Holm || 4 May 1955 || 1960\n|-\n"
            "| Bo Lind || 1960 || 1970\n|}",
            title="Norby School",
        ),
        Example(
            "= Norby =\n\nNorby is a town.\n\n== Mayors ==\n- Ana Roe (1950–1955)\n- Ida Holm (1955–1960)\n"
            "- Bo Lind (1960–1970)"
        ),
        Example(
            "= Norby =\n\nNorby is a town.\n\n== Mayors ==\n- Ana Roe (1950–1957)\n- Ida Holm (acting, 1955–1960)\n"
            "- Bo Lind (1960–1970)"
        ),
        Example(
            "= Norby =\n\nNorby is a town.\n\n== Councillors ==\n- Ana Roe (1950–1957)\n- Ida Holm (1955–1960)\n"
            "- Bo Lind (1958–1970)"
        ),
        Example("Ana Roe was mayor of Norby from 1950 to 1957. Ida Holm was mayor of Alder from 1955 to 1960."),
    ),
    claims=frozenset({"date"}),
)
