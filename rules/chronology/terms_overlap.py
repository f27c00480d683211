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
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Kind
from articles.page import Form
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.edits import ordered
from rules.laws.nearby import claims_in
from rules.laws.times.successions import successions
from rules.laws.times.terms import Seat, Term, is_contested, seats
from rules.laws.times.told_terms import told_seats
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

_JOINT = regex(r" ?[–—-] ?| to ")
_IN_LIST = regex(r" ?[–—-] ?| to | until | till ")
FARTHEST = 40
"""How many characters a range of two dates has at most."""
SHARE = 5
"""At most one pair in so many may overlap, or one in all."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold each holder of a seat against the next one."""
    told = list(told_seats(article))
    shown: set[ProseSpan] = set()
    for terms in chain(_listed(list(seats(article)), told), (seat.terms for seat in told)):
        known = [term for term in terms if not term.ends.before(term.begins)]
        known.sort(key=lambda term: (term.begins.earliest or 0, term.ends.latest or 0))
        wrong = [(one, other) for one, other in pairwise(known) if _overlap(one, other)]
        pairs = max(len(known) - 1, 0)
        yield from [Outcome.CONSISTENT] * (pairs - len(wrong))
        if len(wrong) > max(1, pairs // SHARE) or (wrong and is_contested(article)):
            yield from [Outcome.INCOMPARABLE] * len(wrong)
            continue
        for one, other in wrong:
            if one.end.span not in shown:
                shown.add(one.end.span)
                yield _verdict(article, (one.holder, one.end), (other.holder, other.start))
    for each in successions(article):
        left, began = each.left.value, each.began.value
        if each.left.span not in shown and isinstance(left, Date) and isinstance(began, Date):
            shown.add(each.left.span)
            wrong_way = began.before(left)
            yield (
                _verdict(article, (each.one, each.left), (each.other, each.began)) if wrong_way else Outcome.CONSISTENT
            )


def _listed(lists: list[Seat], told: list[Seat]) -> Iterator[list[Term]]:
    """The holders of each list, with those of the same seat that only a sentence gives a term."""
    for seat in lists:
        names = {term.holder for term in seat.terms}
        said = [term for each in told if f"{each.title}s" in seat.title for term in each.terms]
        yield [*seat.terms, *(term for term in said if term.holder not in names)]


def _overlap(one: Term, other: Term) -> bool:
    """Whether the second surely began before the first ended, and is somebody else."""
    return one.holder != other.holder and other.begins.before(one.ends)


def _verdict(article: Article, one: tuple[str, Claim], other: tuple[str, Claim]) -> Verdict:
    (who, end), (next_one, start) = one, other
    left, began = (" ".join(article.page.text(claim.span).split()) for claim in (end, start))
    assert isinstance(end.value, Date)
    assert isinstance(start.value, Date)
    return Verdict(
        f"{who} holds the seat until “{left}”, but {next_one} from “{began}”: one seat, two holders",
        (
            Mark(_told(article, end), f"{who} leaves"),
            Mark(_told(article, start), f"{next_one} begins, before that"),
        ),
        calculation=f"{began} < {left}",
        changes=ordered(article, (end.span, end.value), (start.span, start.value)),
    )


def _told(article: Article, end: Claim) -> ProseSpan:
    """The whole term where it is told as a range, "1950–1957"; else the end that is meant."""
    block = article.page.block_at(end.span.start)
    joint = _IN_LIST if block is not None and block.form is Form.ITEM else _JOINT
    near = claims_in(article, ProseSpan(max(end.span.start - FARTHEST, 0), end.span.end + FARTHEST))
    dates = [part.span for claim in near if claim.kind is Kind.DATE for part in claim.parts or (claim,)]
    for first, last in pairwise(dates):
        if end.span in (first, last) and joint.fullmatch(article.page.prose.text, first.end, last.start):
            return ProseSpan(first.start, last.end)
    return end.span


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
            "Ana Roe was mayor from 1931 to 1950. Ida Holm, a baker, held the post from ⟦1:1950 to 1957⟧, and "
            "Bo Lind, "
            "who built the baths, from ⟦2:1955 to 1960⟧."
        ),
        Example(
            "= Norby Dome =\n\nNorby Dome is a dome. The first director, Ana Roe, served from ⟦1:1874 to 1899⟧. "
            "Ida Holm, who became director in ⟦2:1895⟧, built a tower."
        ),
        Example(
            "Ana Roe was principal from ⟦1:1922 to 1939⟧. Her successor was Ida Holm, who had been in office "
            "since ⟦2:1935⟧."
        ),
        Example("The college was headed by Ana Roe from ⟦1:1950 to 1957⟧ and by Ida Holm from ⟦2:1955 to 1960⟧."),
        Example("Jan Orr was its director (⟦1:1951–1960⟧). He was succeeded as director by Ivo Kern (⟦2:1955–1971⟧)."),
        Example(
            "= Harbourmaster of Norby =\n\nThe harbourmaster of Norby kept the quays.\n\n== List of "
            "harbourmasters ==\n"
            "- Ana Roe (⟦1:1890–1902⟧)\n- Bo Lind (⟦2:1899–1911⟧)"
        ),
        Example(
            "Ana Roe was mayor from 1931 until ⟦1:1957⟧ and built the baths. In ⟦2:1953⟧ she was succeeded by "
            "Ida Holm, who "
            "stayed until 1960."
        ),
        Example(
            "= Bishop of Norby =\n\nAna Roe was consecrated bishop in 1983 and remained in office until "
            "⟦1:2001⟧. The next "
            "bishop, Ida Holm, sold the palace. Holm, who had taken up the see in ⟦2:1997⟧, resigned in 2010."
        ),
        Example(
            "Ana Roe was bishop from 1801 until her death in ⟦1:1829⟧. Ida Holm, bishop from ⟦2:1825 to 1840⟧, "
            "built it."
        ),
        Example(
            "= Norby North =\n\nNorby North returned one member.\n\n== Members ==\n- ⟦1:1964–1974⟧: Ana Roe\n"
            "- ⟦2:1970–1979⟧: Bo Lind"
        ),
        Example(
            "= Norby Choir =\n\nAna Roe was its only conductor from 1953 until ⟦1:1972⟧.\n\n== Conductors ==\n- "
            "Bo Lind: "
            "1928 to 1953\n- Ida Holm: ⟦2:1968 to 1985⟧"
        ),
        Example(
            "= Norby Museum =\n\nNorby Museum has one director. Ana Roe was its director from ⟦1:1950 to 1957⟧.\n\n"
            "== Growth ==\nAfter her Ida Holm, director from ⟦2:1955 to 1960⟧, built a wing."
        ),
    ),
    good=(
        Example('Norby is a town. A banner reads "peace in 1990".'),
        Example(
            "The schism gave Norby two bishops. Ana Roe was bishop from 1950 to 1957. Ida Holm was bishop from 1955 to "
            "1960."
        ),
        Example(
            "Ana Roe was mayor from 1931 until 1957. In 1953 she was succeeded by Ida Holm as treasurer of the club."
        ),
        Example(
            "Hugh Orr was director until 1966. Jane Roe, keeper of charts from 1959 to 1972, took his place in "
            "April 1966. She "
            "was followed by Alan Crewe, a clerk there from 1957, who left in 1990."
        ),
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
