"""A number of things is announced and another number of things is listed.

Why: "three languages: A, B, C and D" was right once; somebody added an item and not the count, or left one out.

Right all the same: an item is made of two names joined by "and", or the list names only examples. Lists that can be
split in more than one way are counted in every way, and flagged only when none gives the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from articles.article import Article
from articles.claims.claim import Claim, Number
from articles.claims.written import Hedge
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.amounts.bracketed import Listed, bracketed
from rules.laws.amounts.counted_fields import counted_fields
from rules.laws.amounts.counted_rows import counted_rows
from rules.laws.amounts.itemised import itemised
from rules.laws.amounts.named_lists import named_list
from rules.laws.edits import write
from rules.laws.nearby import gap, left, right, told, within
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

_OPEN = regex(
    r"(?: (?!and\b|or\b|which\b|that\b|who\b|when\b|where\b|as\b)[\w'’-]+){1,10}?"
    r"(?:(?::| –| —|, namely:?|, viz\.?,?|,? called|,? named|, that is(?: to say)?,?|, i\.e\.,?|, to wit,?) ?(?=\S)|"
    r"(?:,? known as|, (?:(?:these|they|all) )?(?:being|are|were)) (?=(?:the )?[A-Z]))"
)
_TIMES = regex(
    r" (?:times|occasions|seasons)(?:,|:| –)? ?(?:in )?"
    r"(?P<years>[0-9]{4}(?:, [0-9]{4}){0,12},? and (?:in )?[0-9]{4})(?=[.;,)]|$)"
)
_COUNTED = (" times", " occasions", " seasons")
_ITEM = regex(r"(?:the |an? )?[^\W\d_][\w'’.-]*(?: (?:of |the |de |da |al-)?[\w'’.-]+){0,4}")
_LIST_END = regex(r"[.;()\n\ufffc]| – | — ")
_DATED = regex(r" \((?:c\. )?[0-9]{4}(?:[–-][0-9]{2,4})?\)")
"""Behind an item: its year."""
_BRACKET = regex(r"\([^()\n]{0,80}\)(?=[.;\n]|$)")
"""A bracket behind all of a list: "Roma and Luria (see below)."."""
_RELATIVE = regex(r" [\w'’-]+(?: [\w'’-]+)? (?:who|which|that|where)(?: (?!and\b)[\w'’-]+){1,8}: (?=\S)")
"""Between a number and the colon that opens its list: "four deities who were worshipped in the cella: "."""
_GOES_ON = worded(
    __file__,
    r",? (?:and|but)(?=,? [^,;.]{1,60}? (?:is|are|was|were|has|had|have)\b)|,? (?:of which|of whom|which|who)\b|"
    r",? (?:(?:{turns})\b|–|—)|, {asides}\b| \([^()]*\)$",
)
"""Behind a list, what goes on with something else: ", and Latin is obligatory", ", although few are lived in"."""
_RESUMED = regex(r", and (?:an? |the )?[A-Z]")
_ADDS = worded(__file__, r",? {adding}\b")
"""Behind a list, what may name more of the same."""
_EXAMPLES = worded(__file__, r"\b{examples}\b")
_NO_NAME = regex(
    r" (?:is|are|was|were|has|have|had|which|that|who|where|when|can|will|would|may|must|should|if|because|for|from|to|"
    r"with|as|by|being|having|usually|often|sometimes|generally|together|jointly|reckoned|counted|regarded|considered)\b|[0-9]"
)
_MADE_OF = worded(__file__, r"\b(?:{wholes}|any|either|all|each|choice) of $")
"""Before a number, what says that the list behind it is the whole of something."""
_SOME_OF = worded(__file__, r"\b(?:{some}|[0-9]+|[a-z]+est|[a-z]+ty) of (?:the |its |their |these |those )?$")
_AMONG = regex(r"\bamong(?:st)? (?:the|its|their|his|her|these|those) (?:[a-z]+ )?$")
_OF_MORE = ("first ", "last ", "other ", "than ", "next ", "least ", "every ")
_ITALIC = regex(r"(?<!')''(?!')[^'\n][^\n]*?''(?!')|“[^”\n]*”")
_YEAR = regex(r"[0-9]{4}")
_SEVERAL = worded(
    __file__, r"[^,;:(–—]* (?:and|or|&) |[^,;:(–—]{1,60}, (?:the )?[A-ZÀ-Þ0-9]|[^,;:(–—]{1,60}/|.*\b{several}\b"
)
"""An item that may be two: "Great and Little Skarn", "Norby, Sorby"; not "Norby, a ruin since 1550 and now a hotel"."""
_PIECE = regex(r"(?:(?<=, )|(?<= and )|^)(?!and )(?:the |in )?(?P<item>[^,]+?)(?=,| and |$)")
_THEIRS = regex(r" of (?:them|these|those|whom|which) [a-z]")
"""Behind a number: the list may be of the whole, "four members, two of them brothers: A, B, C and D"."""
_QUOTES = frozenset("\"“‘'")
"""What opens a title, which is one whatever stands in it."""
NEAR_WORDS = 5
"""Behind more words than these a list is that of the number only where a colon opens it."""
NEAR_ROWS = 2
"""A number that differs by more than this from the rows of a table counts other things."""
LEAST = 2
MOST_ITEMS = 13
LARGEST = 14
OPENING = 110
REACH = 400


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Count the items of every list that a small number opens."""
    for claim in article.claims_by_kind.get("number", ()):
        value = claim.value
        if not isinstance(value, Number) or claim.quoted or not _small(value):
            continue
        listed = bracketed(article, claim)
        if listed is not None:
            yield from _compare(
                article, claim, value, listed._replace(closed=listed.closed and not _apart(article, claim))
            )
            continue
        outcomes = [*_in_sentence(article, claim, value)]
        yield from outcomes if outcomes and not _apart(article, claim) else ()
    for claim, items in chain(itemised(article), counted_fields(article)):
        plain = not claim.quoted and not claim.parts and not _apart(article, claim)
        if plain and isinstance(claim.value, Number) and _small(claim.value):
            yield from _compare_items(article, claim, claim.value, items)
    for claim, rows in counted_rows(article):
        value = claim.value
        if isinstance(value, Number) and _small(value) and not _apart(article, claim):
            near = abs(len(rows) - int(value.amount.value)) <= NEAR_ROWS
            yield from _compare_items(article, claim, value, rows) if near else (Outcome.INCOMPARABLE,)


def _small(value: Number) -> bool:
    """Whether a number is one of things that are listed: from two to fourteen, and told exactly."""
    amount = value.amount
    return (
        amount.value <= LARGEST and amount.value >= LEAST and amount.hedge is Hedge.NONE and amount.top == amount.value
    )


def _in_sentence(article: Article, claim: Claim, value: Number) -> Iterator[Verdict | Outcome]:
    """A list behind a colon, a dash or "namely", in apposition, or of years."""
    ahead = right(article, claim.span.end, OPENING)
    opened = _OPEN.match(ahead) or _RELATIVE.match(ahead)
    after = right(article, claim.span.end, REACH) if opened else ""
    years = _TIMES.match(right(article, claim.span.end, REACH)) if ahead.startswith(_COUNTED) else None
    if years:
        span = ProseSpan(claim.span.end + years.start("years"), claim.span.end + years.end("years"))
        count = len(_YEAR.findall(years["years"]))
        yield from _compare(article, claim, value, Listed(span, frozenset((count,)), True))
    elif opened and not _EXAMPLES.search(after) and not _THEIRS.match(ahead):
        yield from _count(article, claim, value, opened, after)
    elif opened is None and (named := named_list(article, claim)) is not None:
        yield from _compare(article, claim, value, named)


def _compare_items(
    article: Article, claim: Claim, value: Number, items: tuple[ProseSpan, ...]
) -> Iterator[Verdict | Outcome]:
    """What is said against the items of a list, of which one may stand for several."""
    said, listed = int(value.amount.value), len(items)
    joined = any(_SEVERAL.match(told) for told in map(article.page.text, items) if told[:1] not in _QUOTES)
    if said == listed or listed < LEAST or listed > MOST_ITEMS or (joined and said > listed):
        yield Outcome.CONSISTENT if said == listed else Outcome.INCOMPARABLE
        return
    yield _verdict(article, claim, value, listed, [Mark(item, f"item {at}") for at, item in enumerate(items, 1)])


def _apart(article: Article, claim: Claim) -> bool:
    """Whether the number is part of a larger whole told before it ("the first three", "these")."""
    before = left(article, claim.span.start, 24).lower()
    if _MADE_OF.search(before):
        return False
    if _AMONG.search(before):
        return True
    return _SOME_OF.search(before) is not None or before.endswith(_OF_MORE)


def _count(
    article: Article, claim: Claim, value: Number, opened: re.Match[str], after: str
) -> Iterator[Verdict | Outcome]:
    after = _DATED.sub(lambda found: " " * len(found[0]), after)
    end = _LIST_END.search(after, opened.end())
    if end is None or (end[0] == ";" and ";" in after[end.end() :]):
        return
    if end[0] == "(" and not _BRACKET.match(after, end.start()):
        return
    whole = after[opened.end() : end.start()].rstrip()
    text = _listed(whole)
    counts, exact = _ways(text)
    if not counts or _NO_NAME.search(text):
        return
    sure = value.noun is not None and opened.group().rstrip().endswith((":", "being", " as", "namely,", "to wit,"))
    if opened.group().count(" ") > NEAR_WORDS and not sure:
        return
    start = claim.span.end + opened.end()
    span = ProseSpan(start, start + len(text))
    if int(value.amount.value) in _marked_off(article, span):
        yield Outcome.CONSISTENT
        return
    if int(value.amount.value) not in counts and _counted_elsewhere(article, claim, span.end, counts):
        yield Outcome.INCOMPARABLE
        return
    closed = exact and not _ADDS.match(whole, len(text))
    yield from _compare(article, claim, value, Listed(span, frozenset(counts), closed))


def _listed(text: str) -> str:
    """The list without what goes on behind it; empty where the list goes on behind that: "A and B, both old, and C"."""
    goes_on = next((found for found in _GOES_ON.finditer(text) if " and " in text[: found.start()]), None)
    if goes_on is None:
        return text
    return "" if _RESUMED.search(text, goes_on.end()) else text[: goes_on.start()]


def _compare(article: Article, claim: Claim, value: Number, listed: Listed) -> Iterator[Verdict | Outcome]:
    """What is said against every number of items that the list may hold; a list that is not closed may go on."""
    said, most = int(value.amount.value), max(listed.counts)
    if said in listed.counts or (said > most and not (listed.closed and len(listed.counts) == 1)):
        yield Outcome.CONSISTENT if said in listed.counts else Outcome.INCOMPARABLE
        return
    yield _verdict(article, claim, value, most, _item_marks(article, listed.span, most))


def _verdict(article: Article, claim: Claim, value: Number, listed: int, marks: list[Mark]) -> Verdict:
    return Verdict(
        f"“{told(article, claim)}” are announced, but {listed} are listed",
        (Mark(claim.span, f"{listed} are listed"), *marks),
        calculation=f"{' + '.join(['1'] * listed)} = {listed}, not {int(value.amount.value)}",
        changes=write(article, claim.span, value, Decimal(listed)),
    )


def _item_marks(article: Article, span: ProseSpan, most: int) -> list[Mark]:
    """Each item by itself, without its article; the list in one piece where it is not sure where its items end."""
    text = gap(article, *span)
    items = [found.span("item") for found in _PIECE.finditer(text)]
    if len(items) != most or most > MOST_ITEMS:
        return [Mark(span, f"{most} items")]
    spans = (ProseSpan(span.start + start, span.start + end) for start, end in items)
    return [Mark(item, f"item {at}") for at, item in enumerate(spans, 1)]


def _marked_off(article: Article, span: ProseSpan) -> set[int]:
    """How many titles in italics and how many links a list has: a comma in one of them parts no items."""
    source = article.page.prose.to_source(span)
    written = article.page.source.text[max(source.start - 3, 0) : source.end + 3]
    return {len(_ITALIC.findall(written)), written.count("[[")} - {0}


def _counted_elsewhere(article: Article, claim: Claim, end: int, counts: set[int]) -> bool:
    """Whether the list belongs to another number of the sentence, or holds a number itself."""
    start = claim.span.start - len(left(article, claim.span.start, REACH))
    others = (other for other in within(article, start, end) if isinstance(other.value, Number) and other != claim)
    return any(
        other.span.start > claim.span.start
        or (isinstance(other.value, Number) and int(other.value.amount.value) in counts)
        for other in others
    )


def _ways(text: str) -> tuple[set[int], bool]:
    """Every number of items that a list may have, none where it is no plain list; and whether no "and" is in doubt."""
    chunks = [chunk.strip() for chunk in text.split(",")]
    last = chunks[-1]
    oxford = last.startswith("and ")
    if oxford:
        chunks[-1] = last.removeprefix("and ")
    elif " and " not in last:
        return set(), False
    if not all(_ITEM.fullmatch(item.strip()) for chunk in chunks for item in chunk.split(" and ")):
        return set(), False
    if any(chunk.startswith(("a ", "an ")) for chunk in chunks) and any(chunk[:1].isupper() for chunk in chunks):
        return set(), False  # "Norby Wireless, a public company, and Orr"
    joints = [chunk.count(" and ") for chunk in chunks]
    surely = int(not oxford and (joints[-1] == 1 or len(chunks) == 1))
    return set(range(len(chunks) + surely, len(chunks) + sum(joints) + 1)), sum(joints) == surely


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example("It has ⟦1:five⟧ vowels (⟦2:a⟧, ⟦3:e⟧, ⟦4:i⟧ and ⟦5:o⟧)."),
        Example("It was built by ⟦1:two⟧ merchants of Lode, ⟦2:Peter Krag⟧, ⟦3:Jon Ulm⟧ and ⟦4:Hans Dorn⟧, in 1412."),
        Example("He won ⟦1:three⟧ medals (⟦2:1948⟧, ⟦3:1952⟧, ⟦4:1956⟧ and ⟦5:1960⟧)."),
        Example("The ⟦1:two⟧ brooks that run dry in summer are the ⟦2:Ane⟧, the ⟦3:Bole⟧ and the ⟦4:Cray⟧."),
        Example("The isle has ⟦1:four⟧ farms: ⟦2:Nes⟧, ⟦3:Vik⟧ and ⟦4:Hamn⟧, although few live there (see below)."),
        Example("The pact was signed by ⟦1:two⟧ powers, ⟦2:Saltia⟧, ⟦3:Luria⟧ and ⟦4:Norland⟧, and lapsed."),
        Example("Its ⟦1:three⟧ faculties are ⟦2:Law⟧, ⟦3:Medicine⟧, ⟦4:Theology⟧ and ⟦5:Arts⟧."),
        Example("The isle has ⟦1:two⟧ farms: ⟦2:Nes⟧, ⟦3:Vik⟧ and ⟦4:Hamn⟧, much of it in ruins."),
        Example(
            "Stones name ⟦1:four⟧ gods who were honoured in it: ⟦2:Bel⟧, ⟦3:Yar⟧, ⟦4:Aglib⟧, ⟦5:Allat⟧ and ⟦6:Nana⟧."
        ),
        Example(
            "They learn ⟦1:three⟧ tongues, namely ⟦2:Roman⟧, ⟦3:Lurian⟧, ⟦4:Kelti⟧ and ⟦5:Sabine⟧, and Latin is taught."
        ),
        Example(
            "The parish consists of ⟦1:four⟧ villages: ⟦2:Aldby⟧, ⟦3:Brenham⟧, ⟦4:Corsley⟧, ⟦5:Denholt⟧ and ⟦6:Estow⟧."
        ),
        Example("It has ⟦1:three⟧ official languages: ⟦2:Roman⟧, ⟦3:Lurian⟧, ⟦4:Kelti⟧ and ⟦5:Sabine⟧."),
        Example("The island has ⟦1:five⟧ districts: ⟦2:North Bay⟧, ⟦3:Hilltop⟧, ⟦4:Old Town⟧, and ⟦5:Port Ana⟧."),
        Example(
            "The Sund Islands are an archipelago of ⟦1:four⟧ inhabited islands: ⟦2:Sund⟧, ⟦3:Minna⟧, ⟦4:Great Skarn⟧, "
            "⟦5:Little Skarn⟧ and ⟦6:Hove⟧."
        ),
        Example(
            "It was entered by any of ⟦1:two⟧ gates: the ⟦2:King's Gate⟧, the ⟦3:Mill Gate⟧ and the ⟦4:Gate of Salt⟧."
        ),
        Example("He left ⟦1:two⟧ sons: ⟦2:Ana⟧, ⟦3:Bela⟧ and ⟦4:Karl⟧."),
        Example("Roma has an embassy in Luria and ⟦1:three⟧ honorary consulates (in ⟦2:Port Ana⟧ and ⟦3:Old Town⟧)."),
        Example("The club won the cup ⟦1:three⟧ times (⟦2:1955⟧, ⟦3:1980⟧, ⟦4:1984⟧ and ⟦5:1985⟧)."),
        Example("The club won the cup ⟦1:four⟧ times, in ⟦2:1955⟧, ⟦3:1980⟧ and ⟦4:1984⟧."),
        Example(
            "⟦1:Five⟧ streams join it on the way: the ⟦2:Lim⟧, the ⟦3:Orsa⟧, the ⟦4:Black Brook⟧ and the ⟦5:Tresna⟧."
        ),
        Example("She had ⟦1:two⟧ daughters, ⟦2:Anna⟧, ⟦3:Berta⟧ and ⟦4:Clara⟧."),
        Example("He left ⟦1:three⟧ maps, the ⟦2:large chart of Orr⟧ and the ⟦3:town plan of Ull⟧, to the guild."),
        Example("It was signed by the envoys of the ⟦1:four⟧ states on the lake:\n- ⟦2:Orr⟧\n- ⟦3:Ull⟧\n- ⟦4:Norby⟧"),
        Example(
            "= Radio Orr =\n\nInfobox\n- Name: Orr\n- Languages: ⟦2:Orric⟧, ⟦3:Ullic⟧, ⟦4:Lodish⟧\n\nIt is "
            "a station. It broadcasts in ⟦1:two⟧ languages."
        ),
        Example("The play is in ⟦1:two⟧ acts.\n\n== ⟦2:Act I⟧ ==\nA.\n\n== ⟦3:Act II⟧ ==\nB.\n\n== ⟦4:Act III⟧ ==\nC."),
        Example("It is played on ⟦1:four⟧ greens in the town and its woods:\n- ⟦2:the old moat⟧\n- ⟦3:Orr⟧\n- ⟦4:Ull⟧"),
        Example("It has ⟦1:three⟧ schools. These are the ⟦2:School of Law⟧ and the ⟦3:School of Arts⟧."),
        Example("It has ⟦1:four⟧ main tributaries:\n- ⟦2:Ane⟧\n- ⟦3:Bole⟧\n- ⟦4:Cray⟧"),
        Example("They have ⟦1:two⟧ tops of more than 600 metres, ⟦2:High Orr⟧, ⟦3:Black Law⟧ and ⟦4:Ull Rig⟧."),
        Example("She wrote ⟦1:two⟧ novels:\n- ⟦2:The Quay⟧ (1919)\n- ⟦3:Winter⟧ (1924)\n- ⟦4:Orr⟧ (1931)"),
        Example("It has ⟦1:two⟧ faculties:\n- ⟦2:Arts⟧\n- ⟦3:Law⟧\n- ⟦4:Mining⟧"),
        Example(
            "The hills hold ⟦1:four⟧ castles:\n- ⟦2:Norby, a ruin since 1550⟧\n- ⟦3:Sorby⟧\n- ⟦4:Estby, now an inn⟧"
        ),
        wikitext(
            "The Norby line is a railway with ⟦1:four⟧ tunnels, all bored by hand.\n{|\n! Tunnel !! Length (m)\n|-\n"
            "| ⟦2:Kehr⟧ || 312\n|-\n| ⟦3:Ulf⟧ || 140\n|-\n| ⟦4:Grau⟧ || 87\n|}",
            title="Norby line",
        ),
    ),
    good=(
        Example("It was built by three merchants of Lode, Norby and Orr, in 1412."),
        Example("He won three medals (1948 and 1952)."),
        Example("Among its four winners of 1960 were Jan Maas, Eva Holm and Per Orr."),
        Example("It has four schools. These are the School of Law and the School of Arts, and two are for teachers."),
        Example("It has four tributaries, of which the main ones are these:\n- Ane\n- Bole\n- Cray"),
        Example("The trio became four players, two of them sisters: Ana Orr, Eva Orr, Per Lund and Jon Roe."),
        wikitext(
            "The Norby line is a railway with four tunnels, all bored by hand.\n{|\n! Tunnel !! Length (m)\n|-\n"
            "| Kehr || 312\n|-\n| Ulf || 140\n|-\n| Grau (abandoned) || 87\n|}",
            title="Norby line",
        ),
        wikitext(
            "There are four tunnels on the branch.\n{|\n|+ Longest tunnels\n! Tunnel !! Length (m)\n|-\n"
            "| Kehr || 312\n|-\n| Ulf || 140\n|-\n| Grau || 87\n|}",
            title="Norby line",
        ),
        Example("The sound has two inhabited islands and several skerries:\n- Aldey\n- Brattey\n- Selsker"),
        Example("It is divided into four regions:\n- Norby\n- Sorby, divided into two districts\n- Estby"),
        Example("They learn three tongues, namely Roman, Lurian and Kelti, and Latin is obligatory."),
        Example("Three of the four villages: Aldby, Brenham and Corsley."),
        Example("It has four halls: Norby Hall and Orr Hall, both in the old town, and Falk Hall in the suburbs."),
        Example("It has two carriers: Norby Wireless, a public company, and Orr, which are its rivals."),
        Example("The pact was signed by two kings, King Otto, Queen Eva and Prince Nils."),
        Example("The college stands in two towns, Norby, Ostland, and Orr, Ostland."),
        Example("They came by three roads, the Orr Road, the Norby Road and a lane."),
        Example("It has four farms: Nes, Vik and Hamn, with the mill at Orr."),
        Example("It has three faculties:\n- Arts\n- Law\n- Mining"),
        Example("It has four faculties, three of which teach:\n- Arts\n- Law\n- Mining"),
        Example("The club won the cup four times, in 1955, 1980, 1984 and 1985, and twice more abroad."),
        Example("Two of the four states on the lake:\n- Orr\n- Ull\n- Norby"),
        Example(
            "= Radio Orr =\n\nInfobox\n- Name: Radio Orr\n- Languages: Orric, Ullic, Lodish\n\nRadio Orr is a station. "
            "It once broadcast in two languages, and sends news in two languages of the region."
        ),
        Example("Two cousins, Anna, Berta and Clara's brother Dan, fell out."),
        wikitext(
            "The group made three albums: ''Night Ferry'', ''Low Water'' and ''Signals, Ebb and Flow''.", title="Norby"
        ),
        Example("It has four official languages: Roman, Lurian, Kelti and Sabine."),
        Example("It borders three states: Roma, Luria and Bosnia and Herzegovina."),
        Example("It has three neighbours: Trinidad and Tobago, Roma and Luria."),
        Example("It has several hundred words from two languages, among them: Roman, Lurian and Kelti."),
        Example("Three things are clear: the war was lost, the king was dead and the state was bankrupt."),
        Example("Three towns lie between these four hills: Roma, Luria and Port Ana."),
        Example("A coalition of six parties: the Roman and the Lurian Liberals, Social Democrats and Greens."),
        Example("Roma has an embassy in Luria and two consulates (in Port Ana and in Old Town)."),
        Example("The club won the cup four times (1955, 1980, 1984 and 1985), and three medals (1998 and 2002)."),
        Example("It borders five states (such as Roma and Luria), and two seas (Old Sea, with its bay, and New Sea)."),
        Example("At least three languages: Roman, Lurian, Kelti and Sabine."),
    ),
    claims=frozenset({"number"}),
)
