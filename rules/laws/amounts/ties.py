"""Parts tied to their whole by words: "of the 26 boats 31 gave up", "310 families ... 345 of these", "of its rooms".

Whatever the sentence is built like, two things tell a part: words that open the whole before it ("of the 26 boats") or
words that stand for the whole beside it ("of them", "among these", "of its rooms"). The whole is then the last number
told of such things; only other things or times between the two, and hedges, keep a pair from being one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from articles.article import Article
from articles.claims.claim import Claim, Kind, Number, Quantity
from articles.claims.written import Hedge
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.amounts.beside import beside, last
from rules.laws.amounts.parts import Roles
from rules.laws.amounts.passages import amounts, opening, size, sort
from rules.laws.nearby import claims_in, gap, left, right, sentence_at
from rules.laws.nouns import head, kind_of, people, same_thing
from rules.laws.order import amount

_SOME = r"(?:only |just |about |some |at least |at most |as many as |no (?:fewer|less) than |more than |over |nearly )*"
_OWNER = r"(?:(?:the|its|their|her|his|all|these|those|a total of|our) )*(?:[\w.-]+['’]s? )?"
_OPENS = worded(
    __file__,
    rf"(?:^|[,;:(“\"–—] ?|\b(?:and|but|while|that) )(?:[Oo]f|[Oo]ut of|[Ff]rom|[Aa]mong|[Aa]mongst) "
    rf"(?:(?:an?|the|her|its|their) {{wholes}} of )?{_OWNER}$",
)
"""Before a whole whose part follows: "of the 26 boats that had started 31 gave up"."""
_PLANNED = worded(__file__, r" (?:(?:had|have|were|was) ){1,2}(?:been )?{planned}\b")
"""Behind a number: it is of a plan, and no part of what there was."""
_ASIDE = regex(r" (?:on|in|at|during|by) [\w' ’-]{1,30},")
"""Behind a number: what there are at another time, "of the 30 trains a day, 45 on Fridays,"."""
_OWNERS = frozenset(("the", "its", "their", "her", "his", "all", "these", "those", "our"))
_BEFORE = frozenset(("and", "but", "while", "that", "out", "Out"))
_WHOLES = WordList(__file__, "wholes")
_FROM = frozenset(("of", "from", "among", "amongst"))
_THOSE = r"(?:these|them|those|whom|which)"
_AHEAD = regex(
    rf"(?:(?:^|[,;:(–—.] ?|\band |\bbut )(?:(?:[Oo]f|[Oo]ut of|[Ff]rom|[Aa]mong|[Aa]mongst) {_THOSE}"
    r"(?: (?:number|total|figure))?|[Oo]f (?:that|this) (?:number|total|figure))|\binclud(?:ing|es|ed)),? "
    rf"(?:(?:were|was|are) )?{_SOME}$"
)
"""Before a part: "among them 31", "of which number 31"."""
_HEDGES = frozenset(
    "were was are is only just about some at least most as many no fewer less than more over nearly".split()  # noqa: SIM905
)
_THEM = frozenset(
    "these them those whom which number total figure including includes included".split()  # noqa: SIM905
)
_BEHIND = regex(
    r"(?: \([^()]{1,12}\))? of (?P<those>these|them|those|whom|which)(?! [a-z]+s\b)\b"
    r"(?!,? (?:counting|including|together|in all|if|at one time|with those)\b)"
)
_NAMED = regex(r" of (?:the|these|those|its|their|his|her) (?:[a-z-]+ed )?(?P<noun>[a-z]{4,})(?=[.,;)]|$| [a-z]+\b)")
_OF_IT = regex(
    r" of (?P<it>it|this|the (?P<noun>[a-z]+)|(?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}))(?=[.,;)]|$| [a-z])"
)
_PREPOSED = worded(__file__, r"(?:\b{prepositions}|[-–—/$€£(]) ?$")
_TOGETHER = regex(r"(?: [\w'’-]+){0,3} (?:and|or|to|plus|with) (?:the |about |some )?")
_OTHERS = worded(__file__, r"(?i:\b{others}\b)")
_PLURAL = worded(
    __file__,
    r"\b(?:(?i:the|its|their|his|her|these|those|some|many|several|most|other|all)|and|or) "
    r"(?:[\w'’-]+ ){0,2}?(?:{plurals}|[a-z]{2,}(?:[^su\W]s|sses))\b(?!['’]| (?:only |just |some |about )?$)",
)
"""Between a number and "of them": other things, of which it may be told."""
_AREA = worded(__file__, r"(?i:\b{area}\b)[^.;:]{0,30}$")
_COUNTED_AS = regex(r"^(?:number|no|total|seating)(?: of)? |^(?:num|total) ")
"""Before what a field of an infobox counts: "number of rooms"."""
_WIDER = worded(__file__, r"(?i:\b{wider}\b)")
_DATED = regex(
    r"\b(?:[Ii]n|[Uu]ntil|[Bb]y|[Ss]ince|[Bb]efore|[Aa]fter|[Dd]uring) (?:the |[A-Z][a-z]+ )?(?:1[0-9]{3}|20[0-9]{2})"
)
_THERE = regex(r"\b[Tt]here (?:are|were|is|was) (?:only |just |about )?$")
_INCLUDES = regex(r" includ(?:es|ed) ")
_MORE = regex(r" (?:more|other|further|additional)\b")
_YEAR = regex(r"\b(?:1[0-9]{3}|20[0-9]{2})\b(?!,[0-9])")
_NOW = regex(r" of (?:the|its|their) [a-z]+ (?:are|have|is)\b")
_PLACES = WordList(__file__, "places")
_MATTERS = WordList(__file__, "matters")
_REACH = 400
_JOINT = 150
FARTHEST = Decimal("2.5")
_FEWEST = 2


def ties(article: Article) -> tuple[Roles, ...]:
    """Every part and the whole that words tie it to; for :meth:`Article.once`."""
    return tuple(_ties(article))


def _ties(article: Article) -> Iterator[Roles]:
    text = article.page.prose.text
    for claim, ahead in article.once(beside):
        if claim.quoted or claim.parts:
            continue
        of = text.startswith("of ", claim.span.end + 1) or text.startswith("(", claim.span.end + 1)
        if claim.kind is Kind.NUMBER:
            word = last(ahead, _OWNERS)
            opens = word.endswith(("’s", "'s", "s’", "s'")) or (word.lower() in _FROM and _begins(ahead, word))
            opened = _opened(article, claim) if opens else None
            meant = of or last(ahead, _HEDGES).rstrip(",") in _THEM
            found = opened or (_meant(article, claim) if meant else None)
            if found is not None and _may_be(found):
                yield found
        elif claim.kind is Kind.QUANTITY and of and (whole := _measured(article, claim)) is not None:
            yield Roles(claim, whole)


def _begins(ahead: Sequence[str], word: str) -> bool:
    """Whether a clause may begin with the last such word before a number: "; of the", "and out of", "of a crew of"."""
    at = len(ahead) - 1 - ahead[::-1].index(word)
    before = ahead[at - 1] if at else "."
    return word[0].isupper() or not before[-1].isalnum() or before in _BEFORE or before in _WHOLES


def _opened(article: Article, whole: Claim) -> Roles | None:
    """The part of "of the 26 boats that had started, 31 gave up"."""
    lead = left(article, whole.span.start)
    if size(whole) < _FEWEST or not _OPENS.search(lead):
        return None
    end = whole.span.end + len(right(article, whole.span.end, _JOINT))
    for claim in islice(amounts(article, ProseSpan(whole.span.end, end)), 3):
        if claim.kind is Kind.DATE or claim.kind is Kind.ORDINAL:
            continue
        told = gap(article, whole.span.end, claim.span.start)
        plain = claim.kind is Kind.NUMBER and not claim.parts and not claim.quoted
        if (
            not plain
            or _PLANNED.match(article.page.prose.text, claim.span.end)
            or _TOGETHER.fullmatch(told)
            or _PREPOSED.search(told)
            or any(sign in told for sign in ";:(")
        ):
            return None
        fits = _bare(article, claim) and not _OTHERS.search(told)
        return Roles(claim, whole) if fits and not _ASIDE.match(right(article, claim.span.end, 40)) else None
    return None


def _bare(article: Article, part: Claim) -> bool:
    """Whether a part has no noun of its own, and none that is not read stands behind it: "45 of whose hands"."""
    behind = right(article, part.span.end, 30)
    return (
        isinstance(part.value, Number)
        and part.value.noun is None
        and not behind.startswith(" of ")
        and behind[:1] in " ,.;"
    )


def _meant(article: Article, part: Claim) -> Roles | None:
    """The whole that "of them" or "of its rooms" beside a part stands for."""
    behind = right(article, part.span.end, 60)
    if _BEHIND.match(behind) or _AHEAD.search(left(article, part.span.start, 40)):
        whole = _told_before(article, part)
        return Roles(part, whole) if whole is not None else None
    named = _NAMED.match(behind)
    whole = _of_noun(article, part, named["noun"]) if named else None
    return Roles(part, whole) if whole is not None else None


def _told_before(article: Article, part: Claim) -> Claim | None:
    """The last number of things before a part, in its sentence or the one before; None where it may be of others."""
    start = opening(article, part.span.start, _REACH)
    counts = [
        claim
        for claim in claims_in(article, ProseSpan(start, part.span.start))
        if isinstance(claim.value, Number) and claim.value.noun is not None
    ]
    if not counts:
        return None
    whole = counts[-1]
    if _THERE.search(left(article, part.span.start, 24)) or left(article, whole.span.start, 5).endswith("and "):
        return None  # "the two counties at the river. There are four of them"
    told = gap(article, whole.span.end, part.span.start)
    sentences = told.count(". ") + told.count("? ")
    alone = all(sort(claim) != sort(whole) or not _joined(article, claim, whole) for claim in counts[:-1])
    noun = whole.value.noun if isinstance(whole.value, Number) and whole.value.noun else ""
    years = [_years(article, claim) for claim in (whole, part)]
    if sentences and all(years) and years[0].isdisjoint(years[1]):
        return None  # "bought 400 books in 1920. In 1921, 520 of them were lent"
    rest = told.removeprefix(f" {noun}")
    if _INCLUDES.search(told) and (_INCLUDES.fullmatch(rest) is None or _MORE.match(right(article, part.span.end, 12))):
        return None  # "besides these 23 wards the town includes 26 more"
    if sentences > 1 or not alone or whole.parts or whole.quoted or _OTHERS.search(told):
        return None
    between = amounts(article, ProseSpan(whole.span.end, part.span.start))
    if any(claim.kind is Kind.NUMBER and not _BEHIND.match(right(article, claim.span.end, 30)) for claim in between):
        return None
    behind = right(article, part.span.end, 60)
    own = part.value.noun if isinstance(part.value, Number) else None
    if own is not None and not _of_sort(own, noun):
        return None
    relative = sentences == 0 and _PREPOSED.search(left(article, whole.span.start, 30)) is None
    return whole if not _PLURAL.search(rest) and (relative or own is None) and behind else None


def _years(article: Article, claim: Claim) -> set[str]:
    """The years of the sentence of a number."""
    return set(_YEAR.findall(gap(article, *sentence_at(article, claim.span.start))))


def _of_sort(part: str, whole: str) -> bool:
    """Whether things of one noun may be some of those of another."""
    if same_thing(part, whole) or kind_of(part, whole):
        return True
    return people(whole) and (people(part) or part[0].isupper())


def _joined(article: Article, first: Claim, second: Claim) -> bool:
    """Whether two numbers stand in one list, so that what follows may be said of both."""
    told = gap(article, first.span.end, second.span.start)
    return len(told) < _JOINT and ". " not in told


def _of_noun(article: Article, part: Claim, noun: str) -> Claim | None:
    """What the infobox counts of such things."""
    whole = article.once(_boxed).get(_sort_of(noun)) if article.page.infoboxes else None
    return None if whole is None or whole.span.end > part.span.start or _of_another(article, part) else whole


def _sort_of(noun: str) -> str:
    return "place" if noun in _PLACES else head(noun)


def _boxed(article: Article) -> dict[str, Claim]:
    """The numbers of the infobox by what they count, each the only one of its field."""
    found: dict[str, Claim] = {}
    for field in article.page.infoboxes[0].fields:
        claims = [claim for claim in claims_in(article, field.prose) if claim.kind is Kind.NUMBER]
        if len(claims) == 1 and not claims[0].parts:
            words = _COUNTED_AS.sub("", field.key.lower().replace("_", " ")).split()
            found.setdefault(_sort_of(words[-1]) if len(words) == 1 else "", claims[0])
    return found


def _of_another(article: Article, part: Claim) -> bool:
    """Whether the sentence of a part speaks of another time or thing of the same kind."""
    around = left(article, part.span.start, _JOINT) + right(article, part.span.end).partition(",")[0]
    dated = _DATED.search(around) is not None and not _NOW.match(right(article, part.span.end))
    return dated or _OTHERS.search(around) is not None


def _measured(article: Article, part: Claim) -> Claim | None:
    """The area of which a smaller one is told: "710 hectares of the island"."""
    told = _OF_IT.match(right(article, part.span.end, 60)) if _is_area(part) else None
    if told is None or (told["name"] and told["name"] not in article.page.title) or told["noun"] in _MATTERS:
        return None
    wholes = [claim for claim in article.once(_areas) if claim.span.end <= part.span.start]
    if not wholes or len({size(claim) for claim in wholes if sort(claim) == sort(wholes[-1])}) > 1:
        return None
    return None if _WIDER.search(left(article, part.span.start, _JOINT)) else wholes[-1]


def _is_area(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and any(
        sign in claim.value.unit for sign in ("**", "square", "acre", "hectare")
    )


def _areas(article: Article) -> tuple[Claim, ...]:
    """The areas that are told of the subject as such."""
    return tuple(
        claim
        for claim in article.claims_by_kind.get("quantity", ())
        if _is_area(claim)
        and not claim.quoted
        and not claim.parts
        and _AREA.search(left(article, claim.span.start, 60))
    )


def _may_be(found: Roles) -> bool:
    """Whether a part is no so many times larger than its whole that it must be of something else."""
    whole = amount(found.whole.value)
    return whole is not None and whole.hedge is Hedge.NONE and size(found.part) <= whole.value * FARTHEST
