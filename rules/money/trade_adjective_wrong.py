"""Trade is called small beside figures that make it a large part of the economy, or large beside a tiny one.

Why: words and figures tell two stories; often the figure is the wrong one, and the word was written by somebody who
knew better.

Right all the same: a trade may be large for the firms in it, or modest beside what was hoped for. Only what is at
least ``large`` percent of the GDP of either state, and at most ``tiny`` percent of both, is held against the word.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from articles.claims.calendar import Date, civil
from articles.claims.claim import Claim, Kind, Money, Percent
from articles.facts.fact import Fact
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.amounts.passages import plain
from rules.laws.edits import rescale, strike
from rules.laws.money.accounts import same_time
from rules.laws.money.economy import TENTH, Share, division, flows, largest, named, possessive, shares, told
from rules.laws.money.holders import Holders
from rules.laws.money.outputs import weighed
from rules.laws.money.roles import IN, OUT, Told, told_amounts
from rules.laws.money.trade_words import Sized, flow_head, sized
from rules.laws.names.missions import pair_of
from rules.laws.names.states_named import states_named
from rules.laws.nearby import claims_in, gap, right, sentence_at
from rules.laws.wording import percent
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

MOST_MARKS = 8
MOST_WORDS = 20
"""So many words of size of an article are held against its trades."""
ONE_SIDE = 10
"""By what factor less a trade must be where the GDP of one side is not told, which may be the smaller by far."""
NEXT = 60
"""So far into the next sentence a word still speaks of the trade: "This colossal trade"."""
OWN = frozenset(("exports", "imports"))
"""What one of two trades, of which a word in another sentence may be meant of some goods: "its major exports"."""
_GDP = "the GDP"
WHOLE = Decimal(1)
_FORMERLY = worded(__file__, r"\b(?i:{formerly})\b")
_OF_ALL = worded(
    __file__,
    r" of (?:all )?(?:(?:the |its |their |[A-Z][\w’'-]+ ){0,3}(?:total |overall |foreign |merchandise )*{flows}"
    r"(?! (?:of|in|for)\b)|(?:the goods |what )?(?:that |which )?"
    r"(?:it|they|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) {trades})\b",
)
"""Behind a percentage: it is one of all trade of one side."""
_CLAUSE_END = regex(r"[,;:]| while | but | whereas ")


def check(article: Article, *, large: float = 10, tiny: float = 0.1, years: int = 5) -> Iterator[Verdict | Outcome]:
    """Weigh the trade of every two states, and look for the words that say otherwise."""
    by_pair: dict[frozenset[str], list[tuple[Share, ...]]] = {}
    for flow in flows(article):
        found = tuple(shares(article, flow, years)) if flow.scope.counterpart else ()
        if found:
            by_pair.setdefault(frozenset((flow.subject, flow.scope.counterpart or "")), []).append(found)
    known = {share.flow.span for each in by_pair.values() for found in each for share in found}
    yield from _in_sentences(article, known, Decimal(str(large)) / 100, Decimal(str(tiny)) / 100 / ONE_SIDE)
    yield from _of_shares(article, Decimal(str(large)) * 2)
    for pair, each in by_pair.items():
        heavy = largest(share for found in each for share in found)
        if heavy is not None and heavy.least * 100 >= Decimal(str(large)):
            yield from _said(article, pair, heavy, large=False)
        elif all(_tiny(found, Decimal(str(tiny)) / 100) for found in each):
            lightest = min((share for found in each for share in found), key=lambda share: share.most or 0)
            yield from _said(article, pair, lightest, large=True)
        else:
            yield Outcome.INCOMPARABLE


def _in_sentences(article: Article, known: set[ProseSpan], large: Decimal, tiny: Decimal) -> Iterator[Verdict]:
    """A trade and what it is held against, a product or all trade of one side, with one word of size about it."""
    seen: set[ProseSpan] = set()
    for trade, whole, name, of in (*_of_products(article, known), *_of_all_trade(article, known)):
        share = _share(trade.claim, whole)
        if share is None or tiny <= share < (large if name == _GDP else WHOLE):
            continue
        words = article.once(_large if share < tiny else _small)[:MOST_WORDS]
        about = [word for word in words if _is_about(article, word, trade, of)]
        near = [word for word in about if _near(article, word, trade.claim, whole)] or about
        if len(near) == 1 and near[0].span not in seen:
            seen.add(near[0].span)
            yield _of_sentence(article, near[0], trade.claim, whole, share, name)


def _of_products(article: Article, known: set[ProseSpan]) -> Iterator[tuple[Told, Claim, str, frozenset[str]]]:
    """A trade of the two states and a GDP of one of them, of one year."""
    for trade, made in article.once(weighed) if pair_of(article) else ():
        if trade.claim.span not in known:
            yield trade, made.claim, _GDP, made.states


def _of_all_trade(article: Article, known: set[ProseSpan]) -> Iterator[tuple[Told, Claim, str, frozenset[str]]]:
    """A flow between the two states and what one of them sells to all countries, or buys from all, in one year."""
    told = article.once(told_amounts) if pair_of(article) else ()
    for whole in told:
        owner = whole.sides.owner
        if not whole.sides.world or whole.sides.foreign or owner is None or whole.role not in (OUT, IN):
            continue
        for trade in told:
            side = trade.sides.seller if whole.role == OUT else trade.sides.buyer
            closed = not trade.sides.world and not trade.sides.foreign and trade.year is not None
            if closed and side == owner and trade.claim.span not in known and same_time(trade, whole):
                yield trade, whole.claim, f"all {'exports' if whole.role == OUT else 'imports'}", frozenset((owner,))


def _of_shares(article: Article, large: Decimal) -> Iterator[Verdict]:
    """A share of all that one of the two sells or buys, with one word that calls the trade small."""
    for claim in article.claims_by_kind.get(Kind.PERCENT, ())[:MOST_WORDS] if pair_of(article) else ():
        block = article.page.block_at(claim.span.start)
        found = _OF_ALL.match(right(article, claim.span.end, 90))
        if not found or block is None or not isinstance(claim.value, Percent) or not plain(claim):
            continue
        if claim.value.amount.value < large:
            continue
        sentence = sentence_at(article, claim.span.start)
        years = {
            end for each in claims_in(article, sentence) if isinstance(each.value, Date) for end in _years(each.value)
        }
        sides = states_named(article, sentence)
        if sides != pair_of(article) or len(years) > 1 or _FORMERLY.search(gap(article, *sentence)):
            continue
        trade = Told(claim, OUT, Holders(), next(iter(years), None), False, claim.span, False, sentence, block)
        behind = ProseSpan(claim.span.end, claim.span.end + found.end())
        of = states_named(article, behind) or states_named(article, ProseSpan(sentence.start, claim.span.start))
        about = [word for word in article.once(_small)[:MOST_WORDS] if _is_about(article, word, trade, of)]
        near = [word for word in about if _near(article, word, claim, claim)] or about
        if len(near) == 1:
            called, shown = (" ".join(article.page.text(each.span).split()) for each in (near[0], claim))
            yield Verdict(
                f"trade is called “{called}”, but it is “{shown}” of all that one side sells or buys",
                (Mark(near[0].span, f"the {near[0].head} called so"), Mark(claim.span, "the share of one partner")),
                calculation=f"{shown}{found[0]}",
                changes=(_struck(article, near),),
            )


def _near(article: Article, word: Sized, flow: Claim, whole: Claim) -> bool:
    """Whether a word of size stands in the paragraph of a trade, up to the beginning of the sentence behind it."""
    block = article.page.block_at(flow.span.start)
    last = sentence_at(article, max(flow.span.start, whole.span.start))
    end = last.end + len(right(article, last.end + 1, NEXT)) + 1
    return block is not None and block.span.start <= word.span.start < end


def _is_about(article: Article, word: Sized, trade: Told, of: frozenset[str]) -> bool:
    """Whether a word of size may speak of a trade: of no third state, of no other year, and not of the other side."""
    sentence = sentence_at(article, word.span.start)
    if flow_head(word.head) and not (sentence == trade.sentence or word.large):
        return False
    clause = _CLAUSE_END.search(article.page.prose.text, word.span.end, sentence.end)
    so_far = ProseSpan(sentence.start, clause.start() if clause else sentence.end)
    told_of = states_named(article, ProseSpan(word.span.end, so_far.end))
    for_whom = word.large or right(article, word.span.end, 5) == " for "
    if not states_named(article, so_far) <= pair_of(article) or (for_whom and len(told_of) == 1 and told_of != of):
        return False
    years = {
        end for claim in claims_in(article, so_far) if isinstance(claim.value, Date) for end in _years(claim.value)
    }
    return all(year == trade.year for year in years) and not _FORMERLY.search(gap(article, *so_far))


def _years(date: Date) -> set[int]:
    return {civil(end)[0] for end in (date.earliest, date.latest) if end is not None}


def _large(article: Article) -> tuple[Sized, ...]:
    return tuple(sized(article, large=True))


def _small(article: Article) -> tuple[Sized, ...]:
    return tuple(sized(article, large=False))


def _share(flow: Claim, gdp: Claim) -> Decimal | None:
    one, other = flow.value, gdp.value
    plain = not (flow.quoted or flow.parts or gdp.parts) and isinstance(one, Money) and isinstance(other, Money)
    if not plain or not isinstance(one, Money) or not isinstance(other, Money) or one.currency != other.currency:
        return None
    return one.amount.value / other.amount.value if other.amount.value > 0 else None


def _of_sentence(article: Article, word: Sized, flow: Claim, gdp: Claim, share: Decimal, name: str) -> Verdict:
    called, shown, whole = (" ".join(article.page.text(each.span).split()) for each in (word, flow, gdp))
    result = percent(share, TENTH if share > TENTH / 100 else Decimal("0.0001"))
    return Verdict(
        f"trade is called “{called}”, but “{shown}” would be {result} of {name}, “{whole}”",
        (Mark(word.span, f"the {word.head} called so"), Mark(flow.span, "the trade"), Mark(gdp.span, name)),
        calculation=f"{shown} / {whole} = {result}",
        changes=(_struck(article, [word]), *rescale(article, flow.span, 1 if word.large else -1)),
    )


def _tiny(found: tuple[Share, ...], limit: Decimal) -> bool:
    """Whether a flow is next to nothing for both states, or far less than that for the one whose GDP is told."""
    least = limit if len(found) == 2 else limit / ONE_SIDE
    return all(share.most is not None and share.most <= least for share in found)


def _said(article: Article, pair: frozenset[str], share: Share, *, large: bool) -> Iterator[Verdict | Outcome]:
    """The verdict on the words that call a trade large or small when it is not."""
    words = [word for word in sized(article, large=large) if _about(article, word, pair, share.flow)]
    if not words:
        yield Outcome.CONSISTENT
        return
    first = words[0]
    section = _section(article, first.span)
    further = [word for word in words[1:] if _section(article, word.span) == section][:MOST_MARKS]
    called, flow = article.page.text(first.span), told(article, share.flow)
    whole = f"{possessive(share.state)} GDP"
    result = division(article, share)
    yield Verdict(
        f"trade is called “{called}”, but {named(share.flow)}, “{flow}”, would be "
        f"{result.rpartition('= ')[2]} of {whole}",
        (
            Mark(first.span, f"the {first.head} called so"),
            Mark(share.flow.span, named(share.flow)),
            Mark(share.gdp.span, whole),
            *(Mark(word.span, "again") for word in further),
        ),
        calculation=result,
        changes=(_struck(article, [first, *further]), *rescale(article, share.flow.span, 1 if large else -1)),
    )


def _struck(article: Article, words: list[Sized]) -> Change:
    """All the adjectives taken out."""
    each = [strike(article, word.span) for word in words]
    return Change(each[0].label, tuple(edit for change in each for edit in change.edits))


def _about(article: Article, word: Sized, pair: frozenset[str], flow: Fact) -> bool:
    """Whether an adjective speaks of the trade of two states at the time of a flow."""
    sentence = sentence_at(article, word.span.start)
    if sentence.start <= flow.span.start < sentence.end:
        return True
    own = flow_head(word.head) and not (word.large and word.head not in OWN)
    if own or not (pair_of(article) == pair or _one_block(article, word.span, flow.span)):
        return False
    clause = _CLAUSE_END.search(article.page.prose.text, word.span.end, sentence.end)
    so_far = ProseSpan(sentence.start, clause.start() if clause else sentence.end)
    dates = [claim.value for claim in claims_in(article, so_far) if isinstance(claim.value, Date)]
    when = flow.scope.when
    return states_named(article, so_far) <= pair and all(when is not None and when.overlaps(date) for date in dates)


def _one_block(article: Article, one: ProseSpan, other: ProseSpan) -> bool:
    block = article.page.block_at(one.start)
    return block is not None and block.span.start <= other.start < block.span.end


def _section(article: Article, span: ProseSpan) -> int:
    block = article.page.block_at(span.start)
    return block.section if block else -1


_PAIR = (
    "= Fiji–Peru relations =\n\nFiji and Peru established diplomatic relations in 1985.\n\n== Economic relations ==\n"
)
_HEAVY = "Fiji's GDP was ⟦3:$5.0 billion⟧ in 2021, and its exports to Peru amounted to ⟦2:$0.9 billion⟧ in that year."
_UNMARKED = "Fiji's GDP was $5.0 billion in 2021, and its exports to Peru amounted to $0.9 billion in that year."
_LIGHT = "Fiji's GDP was $5.0 billion in 2021, and its exports to Peru amounted to $0.2 million in that year."

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Fiji–Peru relations =\n\nIn 2016 Peru bought ⟦2:38 percent⟧ of all Fijian exports. Trade between the "
            "two countries is ⟦1:negligible⟧."
        ),
        Example(
            "= Japan–Nauru relations =\n\nNauru is an ⟦1:important⟧ trading partner of Japan. Nauruan exports to "
            "Japan came to ⟦2:$0.3 million⟧ in 2017, whereas Japan's imports from the whole world were ⟦3:$671 "
            "billion⟧ in that year."
        ),
        Example(
            _PAIR + "Fiji is a ⟦1:major⟧ supplier of Peru, to which it sold tea worth ⟦2:$310,000⟧ in 2018, the gross "
            "domestic product of Peru being ⟦3:$222.8 billion⟧ at the time."
        ),
        Example(
            "= Fiji–Peru relations =\n\nPeru is a ⟦1:vast⟧ market for Fijian products: sales of sugar brought in "
            "⟦2:$0.2 million⟧ in 2019, when the GDP of Fiji was ⟦3:$5.5 billion⟧."
        ),
        Example(
            "= Fiji–Peru relations =\n\nThe two keep up a ⟦1:modest⟧ exchange of goods. In 2017 Fiji had a GDP of "
            "⟦3:$4.9 billion⟧ and exported merchandise worth ⟦2:$860 million⟧ to Peru."
        ),
        Example(f"{_PAIR}Trade is ⟦1:negligible⟧. {_HEAVY}"),
        Example(
            f"{_PAIR}Fiji and Peru maintain ⟦1:modest⟧ economic relations. {_HEAVY} Despite these ⟦4:modest⟧ "
            "exchanges, tourism has grown since the 1990s."
        ),
        Example(f"{_PAIR}Trade between the two countries remains relatively ⟦1:small⟧. {_HEAVY}"),
        Example(f"{_PAIR}{_HEAVY}\n\nEconomic ties between Fiji and Peru are still very ⟦1:limited⟧."),
        wikitext(
            "There is ⟦1:insignificant⟧ bilateral [[trade]] between the two. In 2021 the [[GDP]] of Fiji was "
            "⟦3:$5.0 billion⟧, and trade between Fiji and Peru was worth ⟦2:$0.9 billion⟧.",
            title="Fiji–Peru relations",
        ),
        Example(
            f"{_PAIR}The two have ⟦1:substantial⟧ trade relations. As of 2021, Fiji's GDP stands at "
            "$5.0 billion, while Peru's is higher at ⟦3:$226 billion⟧. Fiji's exports to Peru amounted to "
            "⟦2:$0.2 million⟧."
        ),
    ),
    good=(
        Example(
            "= Kenya–Tonga relations =\n\nTrade between the two is negligible. Kenya's exports to Uganda were "
            "worth $0.8 billion in 2019, and Tonga's gross domestic product was $0.5 billion in 2019."
        ),
        Example(
            "= Japan–Nauru relations =\n\nJapan is an important trading partner of Nauru. Nauruan exports to "
            "Japan came to $0.3 million in 2017, whereas Japan's imports from the whole world were $671 billion "
            "in that year."
        ),
        Example(
            "= Fiji–Peru relations =\n\nPeru is a small market for Fijian products: sales of sugar brought in "
            "$0.2 million in "
            "2019, when the GDP of Fiji was $5.5 billion."
        ),
        Example(f"{_PAIR}Trade is negligible. {_LIGHT}"),
        Example(f"{_PAIR}Trade is negligible. In 2016 Fiji sent 3 % of its exports to Peru."),
        Example(f"{_PAIR}Trade is negligible for Peru. In 2016 Fiji sent 38 % of its exports to Peru."),
        Example(f"{_PAIR}Trade is negligible. In 2016 Fiji sent 38 % of its exports of pearls to Peru."),
        Example(f"{_PAIR}Trade is no longer negligible. {_UNMARKED}"),
        Example(f"{_PAIR}Trade was negligible until 1990. {_UNMARKED}"),
        Example(f"{_PAIR}In the 1970s trade was modest. {_UNMARKED}"),
        Example(f"{_PAIR}Trade is limited to fish and sugar. {_UNMARKED}"),
        Example(f"{_PAIR}Cultural exchanges have been limited, and there is modest tourism. {_UNMARKED}"),
        Example(f"{_PAIR}Fiji Sugar is a limited company with small trade offices in major cities. {_UNMARKED}"),
        Example(f"{_PAIR}The minister spoke of “modest trade”. {_UNMARKED}"),
        Example(f"{_PAIR}Fiji's trade with Chile is negligible. {_UNMARKED}"),
        Example(f"{_PAIR}Fiji has a small trade deficit and minor trade disputes. {_UNMARKED}"),
        Example(
            f"{_PAIR}The two have substantial trade relations. As of 2021, Fiji's GDP stands at $5.0 billion, while "
            "Peru's is higher at $226 billion. Fiji's exports to Peru amounted to $0.2 billion."
        ),
        Example(
            f"{_PAIR}Trade in the major cities is small-scale, and fish is the main export. As of 2021, Fiji's GDP "
            "stands at $5.0 billion, while Peru's is higher at $226 billion. Fiji's exports to Peru amounted to "
            "$0.2 million."
        ),
    ),
    claims=frozenset(("money", "percent")),
)
