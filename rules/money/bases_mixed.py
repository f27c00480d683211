"""Two GDPs are compared that are measured in two ways, nominal and in purchasing power, or are years apart.

Why: purchasing power multiplies the GDP of a poor country by two to four, so the comparison says more about the
measure than about the two economies.

Right all the same: when one country's two measures are set side by side, and when the sentence says that they differ.
Years are held against each other only where both are told, from ``years`` years on.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from articles.article import Article
from articles.claims.calendar import Date
from articles.claims.claim import Claim, Money
from articles.facts.fact import Fact
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.finding import Confidence, Severity
from rules.laws.amounts.direction import comparatives
from rules.laws.elapsed import year_of
from rules.laws.money.economy import MOST, possessive, told, years_between
from rules.laws.money.outputs import outputs
from rules.laws.nearby import claims_in, gap, occurrences, right, sentence_at
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

_WORD = regex(r"[a-z]+")
_BETWEEN = WordList(__file__, "between")
_TIMES = WordList(__file__, "times")
_OPEN = WordList(__file__, "open")
_SAYS_SO = worded(__file__, r"\b{says-so}\b")
_WAY = worded(__file__, r"(?P<ppp>\b(?:PPP|[Pp]urchasing[- ]power)\b)|\b(?i:{nominal})\b")
_PRODUCT = worded(__file__, r"\b(?i:{product})\b")
_CAME = worded(__file__, r"\b{came},? from [^.;:()]{0,40}$")
_SAME = regex(r"^[^.;]{0,40}?(?:,? \(?or\b|\bequivalent\b|\bthat is\b)")
"""Between two sums: the second is the first in another measure."""
_OWNER = worded(
    __file__,
    r"\b(?!(?:{nobody})\b)[A-Z][a-z]{2,}|\bmainland\b|\bneighbou?r(?=['’]s)|"
    r"\bneighbou?ring\b",
)
"""What may have a product of its own."""
_OF_ANOTHER = regex(r" (?:that|which|of|for) (?:the )?(?:[a-z]+ )?[A-Z][a-z]{2,}")
_GREW = worded(__file__, r"\b{came}\b")
_IT = regex(r"(?<!where )\b(?:it|this)\b")
MEASURES = {"ppp": "in purchasing power", "nominal": "nominal"}


def check(article: Article, *, years: int = 5) -> Iterator[Verdict | Outcome]:
    """Look at every two neighbouring GDPs that one sentence compares."""
    told_of: set[ProseSpan] = set()
    for name in ("gdp", "gdp-per-capita"):
        facts = sorted(article.facts_by_property.get(name, ())[:MOST], key=lambda fact: fact.span.start)
        for _, told_together in groupby(facts, key=lambda fact: fact.statement):
            for first, second in pairwise(told_together):
                if first.subject != second.subject and _compares(article, first, second):
                    told_of.add(first.span)
                    yield _judge(article, first, second, years)
    yield from _in_words(article, told_of)
    yield from _of_years(article, told_of, years)


def _of_years(article: Article, told_of: set[ProseSpan], years: int) -> Iterator[Verdict]:
    """Two sums of one sentence, products of two lands that it compares, each with a year of its own."""
    for sentence in dict.fromkeys(made.sentence for made in article.once(outputs)):
        claims = claims_in(article, sentence)
        sums = [claim for claim in claims if isinstance(claim.value, Money)]
        dates = [(claim, year_of(claim.value)) for claim in claims if isinstance(claim.value, Date)]
        if len(sums) != 2 or len(dates) != 2 or not told_of.isdisjoint(claim.span for claim in sums):
            continue
        (first, one), (second, other) = dates
        apart = abs(one - other) if one is not None and other is not None else 0
        in_order = first.span.start < sums[1].span.start < second.span.end or second.span.start > sums[0].span.end
        if (
            apart >= years
            and in_order
            and first.span.start < sums[1].span.start
            and _two_lands(article, sentence, sums)
        ):
            yield _of_words(article, (sums[0], sums[1]), (f"of {one}", f"of {other}"))


def _two_lands(article: Article, sentence: ProseSpan, sums: list[Claim]) -> bool:
    """Whether two sums of a sentence are held against each other, each of a land of its own."""
    before = gap(article, sentence.start, sums[0].span.start)
    plainly = not _CAME.search(before) and not _GREW.search(gap(article, *sentence)) and not sums[0].quoted
    another = _OWNER.search(gap(article, sums[0].span.end, sums[1].span.start))
    another = another or _OF_ANOTHER.match(right(article, sums[1].span.end, 60))
    return plainly and bool(another) and _held_together(article, sentence, sums[0], sums[1])


def _in_words(article: Article, told_of: set[ProseSpan]) -> Iterator[Verdict]:
    """Two sums of one sentence, one told in purchasing power and one nominal, of two lands or of two years."""
    seen: set[int] = set()
    for at in occurrences(article, ("ppp", "purchasing power", "purchasing-power")):
        sentence = sentence_at(article, at, 300)
        if sentence.start not in seen:
            seen.add(sentence.start)
            yield from _first(article, sentence, told_of)


def _first(article: Article, sentence: ProseSpan, told_of: set[ProseSpan]) -> Iterator[Verdict]:
    """What a sentence compares, else what it and the one before or behind it do."""
    block = article.page.block_at(sentence.start)
    if block is None:
        return
    passages = [sentence]
    if sentence.start - 2 > block.span.start:
        passages.append(ProseSpan(sentence_at(article, sentence.start - 2, 300).start, sentence.end))
    if sentence.end + 1 < block.span.end:
        passages.append(ProseSpan(sentence.start, sentence_at(article, sentence.end + 1, 300).end))
    for passage in passages:
        found = list(_told(article, passage, told_of))
        if found:
            yield from found
            return


def _told(article: Article, sentence: ProseSpan, told_of: set[ProseSpan]) -> Iterator[Verdict]:
    """Two sums of a passage, one told in purchasing power and one nominal, that it compares."""
    sums = [claim for claim in claims_in(article, sentence) if isinstance(claim.value, Money)]
    text = gap(article, sentence.start, sentence.end)
    ways = list(_WAY.finditer(text))
    if len(sums) != 2 or len(ways) != 2 or not _PRODUCT.search(text) or sums[0].span in told_of:
        return
    apart = {sentence_at(article, claim.span.start, 300) for claim in sums}
    if sentence not in apart and len(apart) == 1:
        return  # the one sentence tells both, the other one something else
    one, other = ("ppp" if way["ppp"] else "nominal" for way in ways)
    first, second = sums
    placed = sentence.start + ways[0].start() < second.span.start and sentence.start + ways[1].end() > first.span.end
    if one != other and placed and not first.quoted and _held_together(article, sentence, first, second):
        yield _of_words(article, (first, second), (MEASURES[one], MEASURES[other]))


def _held_together(article: Article, sentence: ProseSpan, first: Claim, second: Claim) -> bool:
    """Whether a sentence compares the sum of one land with that of another, or tells the one became the other."""
    before, between_ = gap(article, sentence.start, first.span.start), gap(article, first.span.end, second.span.start)
    behind = right(article, second.span.end, 60)
    words = set(_WORD.findall((before + between_ + behind).lower()))
    if not words.isdisjoint(_OPEN) or _SAYS_SO.search(gap(article, *sentence)):
        return False
    if _CAME.search(before) and " to " in between_:
        return True
    if words.isdisjoint(comparatives()) and words.isdisjoint(_TIMES | _BETWEEN):
        return False
    named = [found[0] for found in _OWNER.finditer(between_ + behind)]
    earlier = {found[0] for found in _OWNER.finditer(before)}
    last = max((found.end() for found in _OWNER.finditer(between_)), default=len(between_))
    if _IT.search(between_, last):
        return False  # the other land is left, and "it" is told of again
    two = len(earlier.union(named)) > 1 or not earlier  # "the islanders are richer than the people of Sund"
    return bool(named) and two and not _SAME.search(between_)


def _of_words(article: Article, sums: tuple[Claim, Claim], how: tuple[str, str]) -> Verdict:
    one, other = (" ".join(article.page.text(claim.span).split()) for claim in sums)
    return Verdict(
        f"“{one}” is {how[0]} and is compared with “{other}”, which is {how[1]}",
        (Mark(sums[0].span, how[0]), Mark(sums[1].span, how[1])),
    )


def _compares(article: Article, first: Fact, second: Fact) -> bool:
    """Whether the words about two GDPs hold the one against the other."""
    words = set(_WORD.findall(gap(article, first.statement.start, first.statement.end).lower()))
    between = set(_WORD.findall(gap(article, first.span.end, second.span.start).lower()))
    compared = not words.isdisjoint(comparatives()) or not words.isdisjoint(_TIMES)
    return compared and not between.isdisjoint(_BETWEEN | _TIMES) and words.isdisjoint(_OPEN)


def _judge(article: Article, first: Fact, second: Fact, years: int) -> Verdict | Outcome:
    one, other = MEASURES.get(first.scope.basis or ""), MEASURES.get(second.scope.basis or "")
    if one and other and one != other:
        return _verdict(article, first, second, (one, other))
    if first.scope.when is None or second.scope.when is None or (one is None) != (other is None):
        return Outcome.INCOMPARABLE
    apart = years_between(first.scope.when, second.scope.when)
    if apart is None or apart < years:
        return Outcome.CONSISTENT
    return _verdict(article, first, second, (f"{apart} years apart", "the other"))


def _verdict(article: Article, first: Fact, second: Fact, how: tuple[str, str]) -> Verdict:
    shown = told(article, first), told(article, second)
    names = possessive(first.subject), possessive(second.subject)
    if how[1] == "the other":
        message = f"{names[0]} “{shown[0]}” and {names[1]} “{shown[1]}” are compared, but are {how[0]}"
        notes = (f"{names[0]} GDP", f"{names[1]} GDP, {how[0]}")
    else:
        message = f"{names[0]} “{shown[0]}” is {how[0]} and is compared with {names[1]} “{shown[1]}”, which is {how[1]}"
        notes = (how[0], how[1])
    return Verdict(message, (Mark(first.span, notes[0]), Mark(second.span, notes[1])))


_PAIR = "= Kenya–Peru relations =\n\n"

RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Economy of Great Ems =\n\nWith a GDP of ⟦1:$5.6 billion⟧ in 1996 the island outranked Little Ems, whose "
            "GDP was ⟦2:$4.1 billion⟧ in 2011."
        ),
        Example(
            "= Economy of Norby =\n\nNorby's GDP per head of ⟦1:$18,200⟧ at purchasing power parity is above that of "
            "Sorby, where it stands at ⟦2:$13,400⟧ in nominal terms."
        ),
        Example(
            "= Norland and Sund =\n\nNorland had the larger output, its gross domestic product of ⟦1:€6.1 billion⟧ "
            "in 2016 "
            "being twice the ⟦2:€3.0 billion⟧ that Sund produced in 2004."
        ),
        Example(
            "= Norland and Sund =\n\nThe gross domestic product of Norland was ⟦1:€6.1 billion⟧ in 2004 and thus "
            "twice as large as that of Sund, which was ⟦2:€3.0 billion⟧ in 2016."
        ),
        Example(
            "= Economy of Norby =\n\nIn 2016 Norby had a GDP of ⟦1:€21 billion⟧ at purchasing power parity. It thus "
            "overtook Sorby, with ⟦2:€19 billion⟧ in nominal terms."
        ),
        Example(
            "= Economy of Norby =\n\nNorby is richer than Sorby: its GDP per head was ⟦1:$14,200⟧ (PPP) in 2018, "
            "compared with ⟦2:$9,800⟧ (nominal) in Sorby."
        ),
        Example(
            "= Pohl Islands =\n\nWith a per capita GDP of ⟦1:$31,200⟧ at purchasing power parity, the islanders are "
            "richer than the people of Sund, whose nominal per capita GDP is ⟦2:$24,800⟧."
        ),
        Example(
            "GDP rose from a nominal ⟦1:$14 billion⟧ in 2005 to ⟦2:$31 billion⟧ at purchasing power parity in 2010."
        ),
        Example(
            _PAIR + "Peru's nominal GDP of ⟦1:$54 billion⟧ in 2019 was well below that of Kenya, which stood at "
            "⟦2:$95 billion⟧ at purchasing power parity in 2019."
        ),
        Example(
            "= Economies of the Twin Isles =\n\nMaru, with a GDP of ⟦1:$410 million⟧ in 1998, is richer than "
            "Teva, whose "
            "GDP was ⟦2:$290 million⟧ in 1987."
        ),
        Example(
            _PAIR + "With a GDP (PPP) of ⟦1:$1.2 trillion⟧, Peru's economy is sixteen times the "
            "size of Kenya's, whose nominal GDP is ⟦2:$75 billion⟧."
        ),
        Example(
            _PAIR + "In 2019 Kenya's GDP (PPP) was ⟦1:$227 billion⟧, while Peru's nominal GDP was higher at "
            "⟦2:$230 billion⟧."
        ),
        Example(
            _PAIR + "Kenya's nominal GDP was ⟦1:$95 billion⟧ in 2019, far smaller than Peru's GDP (PPP) of "
            "⟦2:$430 billion⟧."
        ),
        Example(
            _PAIR + "Kenya's nominal GDP was ⟦1:$12.7 billion⟧ in 2000, while Peru's nominal GDP was much larger at "
            "⟦2:$230 billion⟧ in 2019."
        ),
        wikitext(
            "[[Kenya]]'s nominal [[gross domestic product|GDP]] was ⟦1:US$95 billion⟧, while [[Peru]]'s GDP (PPP) "
            "was "
            "larger at ⟦2:US$430 billion⟧.",
            title="Kenya–Peru relations",
        ),
    ),
    good=(
        Example(
            "= Norland and Sund =\n\nThe gross domestic product of Norland was €6.1 billion in 2004 and €9.0 "
            "billion in 2016, which is more than Sund had."
        ),
        Example(
            "= Economy of Norland =\n\nThe nominal gross domestic product was $9.3 billion. Sund is said to be "
            "richer because its product is put at $15.8 billion, but this is a value at purchasing power parity "
            "and cannot be set beside it."
        ),
        Example(
            "= Economy of Norby =\n\nAt market rates, income per head in Norby was €21,000, below the €24,000 of "
            "neighbouring Sorby. At purchasing power parity the order was reversed."
        ),
        Example(
            "= Economy of Norby =\n\nNorby, larger than Sorby, had a GDP of $14 billion (PPP), or $9 billion in "
            "nominal terms."
        ),
        Example(
            "At purchasing power parity GDP is higher than in nominal terms: $52 billion against $48 billion. The "
            "nominal GDP per head of $4,300 is less than the PPP figure of $6,900."
        ),
        Example(
            "GDP rose from $14 billion in 2005 to $31 billion in 2010 (both at purchasing power parity, not nominal)."
        ),
        Example(
            "= Economies of the Twin Isles =\n\nMaru, with a GDP of $410 million in 1998, is richer than Teva, "
            "whose GDP "
            "was $290 million in 1997."
        ),
        Example(_PAIR + "Kenya's nominal GDP was $95 billion, while Peru's nominal GDP was higher at $230 billion."),
        Example(_PAIR + "In 2019 Kenya's nominal GDP was $95 billion, while its GDP (PPP) was higher at $227 billion."),
        Example(_PAIR + "In 2019 Kenya's GDP (PPP) was $227 billion. The nominal GDP of Peru was $230 billion."),
        Example(
            _PAIR + "Kenya's nominal GDP was $93 billion in 2018, while Peru's nominal GDP was larger at $230 billion "
            "in 2019."
        ),
        Example(
            _PAIR + "In 2019 Kenya's GDP was $95 billion, while Peru's GDP (PPP) was much higher at $430 billion, "
            "although the two are measured differently."
        ),
    ),
    claims=frozenset(("money",)),
)
