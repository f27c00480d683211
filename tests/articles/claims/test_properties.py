"""What holds for every text whatever: claims in order, never overlapping, each its own slice, and no exception."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.claims.calendar import Date
from articles.claims.claim import Claim
from articles.claims.pairs import pairs
from articles.claims.quotes import mark_quoted
from articles.claims.reader import read
from articles.textmap import GAP

LINES = (
    "0 1 2 5 10 12 31 45 100 1900 1990 2010 12,345 3.14 1.2.3 007 ½ 10,20 99999999999999999999999999999999",
    "May March 12th 21st 1990s 44 BC AD c. ca. about over at least between from to and or of in by until since",
    "one two twenty hundred thousand million billion half quarter dozen third first fifth point a an the",
    "km m ft in sq mi km2 km² °C ° % percent per cent $ £ € USD pounds dollars cents kg lb hours years old",
    "( ) [ ] , . ; : - – — / × ± + − ' ’ \" “ ” # ~ ≈ < > İ é 文 🚢 ٣ ²",
    "people ships ministers Apollo Article page ISBN vote votes won century early late summer end",
)
WORDS = (*(word for line in LINES for word in line.split()), " ", "\u00a0", "\n", GAP)
JOINTS = st.sampled_from((" ", " ", " ", "", "-", "–", "\u00a0", ", "))


@st.composite
def prose(draw: st.DrawFn) -> str:
    """Words of the kind that decide what a number is, in any order and with any joint."""
    words = draw(st.lists(st.sampled_from(WORDS), max_size=24))
    return "".join(word + draw(JOINTS) for word in words)


def inner(claim: Claim) -> list[Claim]:
    """A claim's parts, and theirs."""
    return [each for part in claim.parts for each in (part, *inner(part))]


@settings(max_examples=400, deadline=None)
@given(st.one_of(prose(), st.text(max_size=80)))
def test_claims_are_in_order_apart_and_inside_their_block(text: str) -> None:
    end = 0
    for claim in read(text):
        assert end <= claim.span.start < claim.span.end <= len(text)
        end = claim.span.end
        written = text[claim.span.start : claim.span.end]
        assert "\n" not in written
        assert GAP not in written
        assert written == written.strip()
        for part in inner(claim):
            assert claim.span.start <= part.span.start < part.span.end <= claim.span.end


@settings(max_examples=200, deadline=None)
@given(prose())
def test_values_are_whole_intervals(text: str) -> None:
    for claim in read(text):
        value = claim.value
        if isinstance(value, Date):
            assert value.earliest is None or value.latest is None or value.earliest <= value.latest
        else:
            assert value.amount.value <= value.amount.top
            for interval in (value.amount.interval, value.amount.lenient):
                assert interval.low is None or interval.high is None or interval.low <= interval.high


@settings(max_examples=200, deadline=None)
@given(prose(), prose())
def test_what_stands_in_one_block_does_not_change_what_is_read_in_the_next(first: str, second: str) -> None:
    first, second = first.replace("\n", " "), second.replace("\n", " ")
    shift = len(first) + 1
    later = [(c.span.start - shift, c.value) for c in read(f"{first}\n{second}") if c.span.start >= shift]
    assert later == [(c.span.start, c.value) for c in read(second)]


@settings(max_examples=100, deadline=None)
@given(prose())
def test_quoting_and_pairing_never_raise_and_lose_nothing(text: str) -> None:
    claims = read(text)
    marked = mark_quoted(text, claims)
    assert [claim.span for claim in marked] == [claim.span for claim in claims]
    for pair in pairs(text, marked):
        assert pair.first in marked
        assert pair.second in marked
