"""A share below one half is called a majority, or "most".

Why: the word and the number tell two stories, and either may be the slip.

Right all the same: a relative majority (a plurality) is meant, or the number is a majority of something else than the
share beside it (a lead, a number of seats). The words "relative", "simple" and "largest" are taken at their word.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from articles.article import Article
from articles.claims.claim import Claim, Number, Percent
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.finding import Confidence, Severity
from rules.laws.amounts.beside import by_figures
from rules.laws.amounts.majorities import majorities
from rules.laws.amounts.parts import roles
from rules.laws.amounts.shares import X_OF_N
from rules.laws.nearby import after, before, claims_in, gap, left, occurrences, passages, right, sentence_at, told
from rules.laws.wording import number, rounded_to
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict

_LACKED = worded(__file__, r"\b{lacked}\b[^.;:]{0,24}$")
_HAD = worded(__file__, r"\b{had}(?: [a-z]+){0,2} (?:an? |the |its )?(?:[a-z]+ )?$")
_QUALIFIED = worded(__file__, r"\b{qualified}\b")
_WITH_OTHERS = regex(r"\b[Ww]ith (?:the |its )?[A-Z][a-z]")
_JOINED = regex(r" (?:(?:together|along|jointly) )?with (?:the|its|their|his|an?|[A-Z][a-z]+)\b")
"""Behind a majority: others help to have it, "they formed a majority with the three independents"."""
_TOGETHER = regex(r"\b(?:with|plus|added to) (?:the |its |his |her |their )?[^,;:.()]{0,40}$")
_OF_THOSE = regex(r" of (?:those|the (?:votes|members)) (?:voting|present|cast|who|that)\b")
_INSIDE = regex(r"\b(?:were|was|are|is|be|being|found themselves) (?:[a-z]+ )?in (?:the|a) (?:clear |slight |small )?$")
_POLLED = worded(__file__, r"\b{polled}\b")
_VOTES = worded(__file__, r" of (?:the |all |those |its |valid |popular )*{polled}\b")
_SEATS = worded(__file__, r" of (?:the |all |its )*{sitting}\b")
_AGAINST = worded(__file__, r"\b{against}\b")
_GROUP = regex(r" of (?:the )?[A-Z][a-z]+s\b")
_SITTING = WordList(__file__, "sitting")
_NEAR = 70
_OTHERS = frozenset(("most", "bulk"))
HALF = Decimal(50)
LEAD = Decimal(30)
"""Below this, "by a majority of 3 percent" tells how far the one side was ahead."""
_WORD = r"(?!and\b|or\b|but\b)[^\s,;.:()]+"
_OF = rf"(?: of (?:the |its |all |those |their )?(?:{_WORD} ){{0,4}}?{_WORD})"
_SOME = r"(?: ?(?:about|around|some|only|just|roughly))? ?"
_STAKE = r" (?:stake|share|shareholding|holding|interest)(?: in [^,.;()]{1,30})?,? of"
_AT = regex(rf"(?:{_STAKE}|,? at|,? with|,? or|{_OF},? or| of){_SOME}$")
_IS = regex(rf"{_OF} (?:is|are|was|were) [\w’-]+(?: [\w’-]+)? \({_SOME}$")
"""Between the word and a share in brackets behind what most of them are: "the majority are Orthodox (43 %)"."""
_BESIDE = regex(rf"(?:{_OF}|(?: [\w'’-]+){{1,3}})?(?:,| \(| –| —){_SOME}$")
"""Between the word and a share that stands for all that the word says."""
_ALONE = worded(
    __file__,
    r"(?: by {measures})?(?: (?:in|as of|by) (?:(?:[A-Z][a-z]+ )?[0-9]{4}|an? [a-z]+ (?:year|season)))?"
    r"(?:,|\)(?! (?:or|and) [^.;()]{1,40}\()| –| —|[.;](?: |$))",
)
_FEW = regex(r"(?:^|[,;(] ?|\b[12][0-9]{3} |\b(?:that|and|while|where|as|for|but|although|though|since|because) )$")
"""Before "most", what shows that it is no superlative: not "the most", "at most", "second most"."""
_SORT = regex(r" (?:of \w|(?:[\w-]+ ){0,3}?(?:[\w-]+s|people|men|women|children|fish|cattle),? [^a-z]*)")
_CALLED = regex(r"\b(?:absolute|outright|overall|clear|simple|working|comfortable|slim|narrow|bare) $")
_REST = regex(r" of (?:the |its |those )?(?:remain(?:der|ing)|rest|others?)\b")
_BEFORE = worded(
    __file__,
    rf"\)?{_OF}?,? (?:was |were |is |are |being |formed |form |constituted |made up |make up )?an? "
    rf"(?:{{sizes}} )?$",
)
_OTHER = worded(__file__, r"{others}|not? ")


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Find the percentage beside every "majority" and every "most"."""
    seen = set()
    for found in majorities(article):
        seen.add(found.word)
        yield _told_otherwise(article, *found)
    majority = ((at, "majority") for at in occurrences(article, ("majority",)))
    for at, word in (*majority, *by_figures(article, _OTHERS)):
        end = at + len(word)
        if ProseSpan(at, end) in seen:
            continue
        claim = _of_most(article, at, end) if word == "most" else _beside(article, at, end)
        if claim is not None and isinstance(claim.value, Percent) and not claim.quoted:
            yield _judge(article, ProseSpan(at, end), claim, claim.value)
        elif word == "majority":
            yield from _of_seats(article, ProseSpan(at, end))


def _told_otherwise(article: Article, word: ProseSpan, claims: tuple[Claim, ...], share: Decimal) -> Verdict | Outcome:
    """A majority whose number stands elsewhere than beside it."""
    if share >= HALF:
        return Outcome.CONSISTENT
    shown, said = " of ".join(told(article, claim) for claim in claims), article.page.text(word).lower()
    rounded = number(rounded_to(share, Decimal(1)))
    marks = (Mark(claim.span, f"{rounded} %" if at == 0 else "the whole") for at, claim in enumerate(claims))
    return Verdict(
        f"{shown} is called {said}", (*marks, Mark(_whole(article, word), f"called {said}")), f"{shown} < 50 %"
    )


def _whole(article: Article, word: ProseSpan) -> ProseSpan:
    """A majority with what it is called: "absolute majority"."""
    called = _CALLED.search(left(article, word.start, 20))
    return ProseSpan(word.start - len(called[0]), word.end) if called else word


def _of_seats(article: Article, word: ProseSpan) -> Iterator[Verdict | Outcome]:
    """A majority had with less than half, or lacked with more: in the sentence of the share or the next."""
    lead, behind = left(article, word.start, 60), right(article, word.end, 40)
    lacked = _LACKED.search(lead) is not None
    polled = _VOTES.match(behind) is not None
    inside = _INSIDE.search(lead) is not None and not behind.startswith(" of ")
    doubtful = _POLLED.sub("", lead + behind) if polled else lead + behind
    around = (lead[-40:] + behind).lower()
    if (
        _QUALIFIED.search(doubtful)
        or _OF_THOSE.match(behind)
        or _WITH_OTHERS.search(lead)
        or _JOINED.match(behind)
        or not (lacked or ((inside or _HAD.search(lead)) and not _OTHER.search(around)))
    ):
        return
    found = _shared(article, word, inside=inside)
    if found is None:
        return
    share, claims = found
    if (share <= HALF) if lacked else (share >= HALF):
        yield Outcome.CONSISTENT
        return
    shown, said = " of ".join(told(article, claim) for claim in claims), "no majority" if lacked else "a majority"
    rounded = number(rounded_to(share, Decimal(1)))
    marks = (Mark(claim.span, f"{rounded} %" if at == 0 else "the whole") for at, claim in enumerate(claims))
    yield Verdict(
        f"{shown} is called {said}",
        (*marks, Mark(_whole(article, word), f"called {said}")),
        f"{shown} {'>' if lacked else '<'} 50 %",
    )


def _shared(article: Article, word: ProseSpan, *, inside: bool) -> tuple[Decimal, tuple[Claim, ...]] | None:
    """The one share told near the word: a percentage in its sentence, or a part of the seats there or just before.

    ``inside`` marks those who are "in the majority", of whatever there are.
    """
    sentence, *wider = passages(article, word.start, 2)
    claims = claims_in(article, sentence)
    percents = [claim for claim in claims if isinstance(claim.value, Percent)]
    if percents:
        (value, claim) = (percents[0].value, percents[0])
        near = abs(claim.span.start - word.start) <= _NEAR and not claim.parts and not claim.quoted
        alone = len(percents) == 1 and len(_seated(article, claims)) == 0 and _one_house(article, word, claim)
        if not near or not alone or not isinstance(value, Percent) or value.points:
            return None
        high, low = value.amount.lenient.high, value.amount.value
        return (low, (claim,)) if high is not None and ((high < HALF and low >= LEAD) or low > HALF + 1) else None
    own = _seated(article, claims, any_things=inside)
    if not own and any(map(_sits, claims)):
        return None  # "with 22 seats they lacked a majority": of how many, no sentence before tells
    pairs = own or (_seated(article, claims_in(article, wider[0])) if wider else [])
    if len(pairs) != 1 or (pairs[0][0].span.start > word.start and len(own) != 1):
        return None
    if pairs[0][0].span.start > word.start and _AGAINST.search(right(article, pairs[0][1].span.end, 40)):
        return None
    part, whole = (each.value for each in pairs[0])
    if not isinstance(part, Number) or not isinstance(whole, Number):
        return None
    if not part.amount.value or not whole.amount.value:
        return None
    return part.amount.value / whole.amount.value * 100, pairs[0]


def _one_house(article: Article, word: ProseSpan, share: Claim) -> bool:
    """Whether a majority of the seats, or of the votes, is told with a share of the same."""
    of_seats, of_votes = (
        (frame.match(right(article, word.end, 40)), frame.match(right(article, share.span.end, 40)))
        for frame in (_SEATS, _VOTES)
    )
    return all((one is None) == (other is None) or one is None for one, other in (of_seats, of_votes))


def _seated(article: Article, claims: tuple[Claim, ...], *, any_things: bool = False) -> list[tuple[Claim, Claim]]:
    """The parts of a house that are told: "47 of the 101 seats"."""
    numbers = [claim for claim in claims if isinstance(claim.value, Number)]
    direct = [(each.parts[0], each.parts[1]) for each in numbers if each.pattern == X_OF_N and len(each.parts) == 2]
    found = [roles(article, first, second) for first, second in pairwise(numbers)]
    pairs = [*direct, *((each.part, each.whole) for each in found if each is not None)]
    return [pair for pair in pairs if any_things or any(_sits(claim) for claim in pair)]


def _sits(claim: Claim) -> bool:
    noun = claim.value.noun if isinstance(claim.value, Number) else None
    return noun is not None and noun.rsplit(" ", 1)[-1].lower() in _SITTING


def _judge(article: Article, word: ProseSpan, claim: Claim, value: Percent) -> Verdict | Outcome:
    at, end = word
    around = (left(article, at, 40) + right(article, end, 30)).lower()
    high = value.amount.lenient.high
    lead = high is not None and high < LEAD and left(article, at, 8).lower().endswith("by a ")
    if high is None or lead or value.points or _OTHER.search(around):
        return Outcome.INCOMPARABLE
    if high >= HALF:
        return Outcome.CONSISTENT
    if _seated(article, claims_in(article, sentence_at(article, at))):
        return Outcome.INCOMPARABLE  # a majority of the seats, on so many of the votes
    shown, said = told(article, claim), article.page.text(word)
    marks = (Mark(claim.span, "less than half"), Mark(_whole(article, word), f"called so at {shown}"))
    changes = (Change("call it a plurality", ((word, "plurality"),)),) if said == "majority" else ()
    called = "a majority" if said == "majority" else f"“{said}”"
    return Verdict(f"{shown} is called {called}", marks, f"{shown} < 50 %", changes=changes)


def _beside(article: Article, at: int, end: int) -> Claim | None:
    """The percentage right after the word ("a majority of 43 %") or right before it ("43 %, a majority")."""
    following = after(article, end)
    if following is not None:
        words, behind = gap(article, end, following.span.start), right(article, following.span.end, 40)
        theirs = behind.startswith((" of which", " of whom"))
        if behind.startswith((" over ", " ahead of ")):
            return None  # how far one was ahead of another
        if not theirs and _AT.fullmatch(words):
            return following
        if _GROUP.match(words) and "(" in words:
            return None  # of Lutherans: their share, or that of the majority among them
        if _ALONE.match(behind) and (_BESIDE.fullmatch(words) or _IS.fullmatch(words)):
            return following
    preceding = before(article, at)
    if preceding is not None and _TOGETHER.search(left(article, preceding.span.start, 60)):
        return None  # with the province's 15 %, a majority
    if preceding is None or not _BEFORE.fullmatch(gap(article, preceding.span.end, at)):
        return None
    two_wholes = _VOTES.match(right(article, preceding.span.end, 40)) and _SEATS.match(right(article, end, 40))
    return None if two_wholes else preceding


def _of_most(article: Article, at: int, end: int) -> Claim | None:
    """The percentage beside "most": "most of the cargo, 38 % by weight, is timber"."""
    behind = right(article, end, 60)
    if not _FEW.search(left(article, at, 20)) or not _SORT.match(behind) or _REST.match(behind):
        return None
    following = after(article, end)
    if following is None or not _ALONE.match(right(article, following.span.end, 40)):
        return None
    return following if _BESIDE.fullmatch(gap(article, end, following.span.start)) else None


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example("In 1999 Roth took a ⟦2:majority⟧ stake of ⟦1:45%⟧ in the mill."),
        Example("The council has ⟦2:21⟧ members. In 1988 the list won ⟦1:ten⟧ of the seats, a ⟦3:majority⟧."),
        Example("In 1905 the Union took ⟦1:48⟧ of its ⟦2:105⟧ seats, an ⟦3:outright majority⟧."),
        Example("In 1930 ⟦2:most⟧ of its shares, ⟦1:36%⟧, were held by the state."),
        Example("The house has ⟦2:53⟧ seats. In 1911 the Whigs won ⟦1:24⟧ of them and so had a ⟦3:majority⟧."),
        Example("The Union came home with ⟦1:47⟧ of the ⟦2:101⟧ seats. With an ⟦3:absolute majority⟧, it ruled alone."),
        Example("The Liberals, who held ⟦1:61⟧ of the ⟦2:110⟧ seats, fell short of a ⟦3:majority⟧."),
        Example("In 1961 a ⟦2:majority⟧ of islanders, ⟦1:44 percent⟧, chose to keep the old boat."),
        Example("The bill passed with a ⟦2:majority⟧ of ⟦1:43 %⟧ in the lower house."),
        Example("Farmers made up ⟦1:38.5%⟧, a ⟦2:majority⟧ of the delegates."),
        Example("A ⟦2:majority⟧ (⟦1:47%⟧) opposed the plan."),
        Example("A ⟦2:majority⟧ of members (⟦1:42%⟧) opposed the plan."),
        Example("⟦2:Most⟧ of what is shipped, ⟦1:38%⟧ by weight in 2016, is timber."),
        Example("At the count, ⟦2:most⟧ residents (⟦1:46.2%⟧) spoke Lurian."),
        Example("The ⟦2:majority⟧ of the people are Orthodox (⟦1:43%⟧)."),
        Example("In May a ⟦3:majority⟧ of its trustees, ⟦1:9⟧ of the ⟦2:23⟧, voted to sell the hall."),
        Example("⟦3:Most⟧ of the ⟦2:58⟧ farms, ⟦1:24⟧, stand empty."),
        Example(
            "= Orr Mill =\n\nInfobox\n- Owner: Town of Orr (⟦1:42%⟧)\n\nThe town is the ⟦2:majority⟧ owner of Orr Mill."
        ),
        Example(
            "The ⟦2:61⟧ seats went as follows:\n- Union: ⟦1:28⟧ seats\n- Labour: 33 seats\n\nThe Union had won a "
            "⟦3:clear majority⟧ of the seats."
        ),
        Example("Of the diet's ⟦2:41⟧ seats the Union won ⟦1:19⟧, an ⟦3:absolute majority⟧."),
        Example("The town owns ⟦1:44%⟧ of the shares. As ⟦2:majority⟧ shareholder it names the chairman."),
        Example("The Union won ⟦1:52⟧ of the ⟦2:110⟧ seats and thus an ⟦3:absolute majority⟧."),
    ),
    good=(
        Example("Bo Lind won with 39.0% of the vote, a majority of 2.0% over Jon Vik at 37.0%."),
        Example("In 1990 they won 19 of the 41 seats. They formed a majority with the independents."),
        Example("The Front won a clear majority with 43% of the vote, because it took 34 of the 60 seats."),
        Example("The clerks had 4 of 7 seats on the board. In 1934 the Whigs, with 18 seats, lacked a majority."),
        Example("Of the diet's 41 seats the Union won 19, and with the Greens it formed a majority."),
        Example("In May a majority of its trustees, 13 of the 23, voted to sell the hall."),
        Example("A majority of those voting, 9 of the 23 trustees, wished to sell the hall."),
        Example(
            "= Orr Mill =\n\nInfobox\n- Owner: Town of Orr (42%)\n\nThe town was once the majority owner of Orr Mill."
        ),
        Example("The town holds 42% of the shares and, with the county's 14%, a majority."),
        Example("With 46 percent of the votes the Reds won a majority of the seats."),
        Example("It passed by a majority of those present, 118 of the 250 members being absent."),
        Example("The Liberals, who held 61 of the 110 seats, were short of the two-thirds majority."),
        Example("With 47 of the 101 seats the Union needed four more for a majority."),
        Example("By a majority of 3 percent the mayor won."),
        Example("A majority of the seats, 38 percent of which were reserved, was empty."),
        Example("The bill passed with a majority of 53 % in the lower house."),
        Example("The party won a relative majority of 43 % of the votes."),
        Example("A majority (50%) opposed the plan."),
        Example("Most of the pupils, 61 percent, are boarders; most of them come from Roma, 41% of these by train."),
        Example("The majority of Catholics, 43% of the population, opposed the plan."),
        Example("It is the most spoken of all languages, 41%, on the island. At most, 38%, are reserved."),
        Example("Without a majority of its own, at 43 %, the party sought a partner."),
        Example("They make up the majority, at 87 percent."),
        Example("Most live in the north (28%), the majority being farmers."),
    ),
    claims=frozenset({"percent", "number"}),
)
