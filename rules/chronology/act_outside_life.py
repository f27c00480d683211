"""Somebody does a thing before being born or after having died.

Why: the date of the act or one of the life is wrong, and whoever reads only one of them learns something false.

Right all the same: what befalls the dead (awards, burials, works published or shown later), what is told of a namesake
or of a relative of the same surname, and acts in fiction. Only verbs that need a living doer are read, in clauses that
begin with the person and have one date of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim
from articles.kinds.kind import normal
from articles.page import Place
from articles.textmap import ProseSpan
from articles.words import WordList
from rules.finding import Confidence, Severity
from rules.laws.edits import ordered
from rules.laws.nearby import claims_in
from rules.laws.times.deeds import deed
from rules.laws.times.lifetimes import Life, Point, other_lives, own_life, personal
from rules.laws.times.mentions import mentions
from rules.laws.times.own_deeds import dates_outside, outside
from rules.laws.times.participants import Part, parts
from rules.laws.times.shared_deeds import shared
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

FIELDS = {"term-start": "took office", "married": "married"}
"""What an infobox dates within a life."""
KEYS = {"reign": "reigned", "coronation": "was crowned", "term_end": "left office", "years_active": "was active"}
"""Fields that are no facts, by their keys without a number."""
_FAME = WordList(__file__, "fame")
EXACT = (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR)


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look at every dated deed of the persons whose life the article dates."""
    own = own_life(article)
    lives = [own] if own else []
    lives += [life for life in other_lives(article) if own is None or life.names[0] != own.names[0]]
    told: dict[ProseSpan, str] = {}
    own_names: list[ProseSpan] = []
    for life in lives:
        for name in mentions(article, life, lives):
            if _of_fame(article, name):
                continue
            if life is own:
                own_names.append(name)
            done = deed(article, name, "person", "suffered")
            if done is not None and done.date.span not in told:
                told[done.date.span] = done.verb
                who = life.names[0] if article.page.text(name).lower() in ("he", "she") else article.page.text(name)
                yield _judge(article, life, who, done.verb, done.ends)
    if own:
        dates = [date for date in dates_outside(article, own) if date.span not in told]
        for deed_told in (*outside(article, own), *shared(article, own_names, dates, told)):
            if deed_told.date.span not in told:
                told[deed_told.date.span] = deed_told.verb
                yield _judge(article, own, own.names[0], deed_told.verb, (deed_told.date,))
        yield from _boxed(article, own)
    yield from (_took_part(article, part) for part in parts(article))


def _took_part(article: Article, part: Part) -> Verdict | Outcome:
    """Whether somebody who takes part in the event that the article is about is dead by then."""
    died = part.died.value
    if not isinstance(died, Date) or part.event.date.precision not in EXACT or not died.before(part.event.date):
        return Outcome.CONSISTENT
    when, limit = (" ".join(article.page.text(span).split()) for span in (part.event.span, part.died.span))
    return Verdict(
        f"{part.who} takes part (“{part.act}”) in “{when}”, but died in “{limit}”: nobody acts after death",
        (Mark(part.event.span, f"{part.act} then"), Mark(part.died.span, "died")),
        calculation=f"{limit} < {when}",
    )


def _of_fame(article: Article, name: ProseSpan) -> bool:
    """Whether a place lies in a section on somebody's fame: "Berg conquered Vienna in 1841" with what she had left."""
    block = article.page.block_at(name.start)
    title = article.page.sections[block.section].title.lower() if block and block.section >= 0 else ""
    return not _FAME.isdisjoint(title.split())


def _boxed(article: Article, life: Life) -> Iterator[Verdict | Outcome]:
    """Look at the dates of an infobox that lie within the life of its person."""
    for name, act in FIELDS.items():
        for fact in article.facts_by_property.get(name, ()):
            if fact.place is Place.INFOBOX and fact.claim is not None:
                yield _judge(article, life, life.names[0], act, fact.claim.parts or (fact.claim,))
    for box in article.page.infoboxes[:1]:
        for field in box.fields:
            act = KEYS.get(normal(field.key).rstrip("0123456789"), "")
            for claim in claims_in(article, field.prose) if act else ():
                yield _judge(article, life, life.names[0], act, claim.parts or (claim,))


def _judge(article: Article, life: Life, who: str, act: str, ends: tuple[Claim, ...]) -> Verdict | Outcome:
    for end in ends:
        date = end.value
        if not isinstance(date, Date) or date.circa or date.precision not in EXACT:
            return Outcome.INCOMPARABLE
        if life.died and life.died.date.before(date):
            return _verdict(article, life, (who, act), (end, life.died), after=True)
        if life.born and date.before(life.born.date):
            return _verdict(article, life, (who, act), (end, life.born), after=False)
    return Outcome.CONSISTENT


def _verdict(
    article: Article, life: Life, told: tuple[str, str], sides: tuple[Claim, Point], *, after: bool
) -> Verdict:
    who, act = told
    claim, bound = sides
    when, limit = (" ".join(article.page.text(span).split()) for span in (claim.span, bound.span))
    assert isinstance(claim.value, Date)
    when_dated, bounded = (claim.span, claim.value), (bound.span, bound.date)
    event, law = ("died", "after death") if after else ("was born", "before birth")
    return Verdict(
        f"{who} “{act}” in “{when}”, but {event} in “{limit}”: nobody acts {law}",
        (Mark(claim.span, f"{act} then"), Mark(bound.span, "died" if after else "born")),
        calculation=f"{limit} < {when}" if after else f"{when} < {limit}",
        changes=ordered(article, when_dated, bounded) if after else ordered(article, bounded, when_dated),
        severity=None if personal(article, life) else Severity.WARNING,
    )


_HEAD = "= Ada Berg =\n\nAda Berg (⟦2:1850⟧ – 2 June 1920) was a poet.\n\n"
_DEAD = "= Ada Berg =\n\nAda Berg (1850 – ⟦2:2 June 1920⟧) was a poet.\n\n"
_FINE = "= Ada Berg =\n\nAda Berg (1850 – 2 June 1920) was a poet.\n\n"

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example(
            _DEAD + "== Work ==\n\nShe moved to Norby in 1901, taught at the school and in ⟦1:1931⟧ was elected to "
            "the board."
        ),
        Example(_DEAD + "== Work ==\n\nElected to the board in ⟦1:1931⟧, she gave up her school."),
        Example(_DEAD + "== Work ==\n\nShe won the prize in 1901 and again in ⟦1:1931⟧."),
        Example(_DEAD + "== Work ==\n\n- The hall at Norby, which she built in ⟦1:1931⟧"),
        Example(_DEAD + "== Work ==\n\nAfter she had married a printer in ⟦1:1931⟧, the shop was closed."),
        Example(_DEAD + "== Work ==\n\nThe organ of Norby was finished by her in ⟦1:1924⟧ and stands there still."),
        Example(_DEAD + "== Work ==\n\nAs president of the chamber of trade she opened the hall in ⟦1:1924⟧."),
        Example(_HEAD + "== Work ==\n\nShe drew well. Her first studio, in the Long Lane, was opened in ⟦1:1829⟧."),
        Example(_DEAD + "== Work ==\n\nThe bridge at Norby, completed under Berg's direction in ⟦1:1927⟧, is in use."),
        Example(
            "= Ada Roth de Berg =\n\nAda Roth de Berg (1850 – ⟦2:2 June 1920⟧) was a poet.\n\nAfter a quarrel "
            "with her "
            "father, Roth left Norby in ⟦1:1929⟧."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (born ⟦2:9 July 1931⟧) is a poet. She studied in Norby and married "
            "the painter Bo Lind in ⟦1:1929⟧."
        ),
        Example(_DEAD + "== Life ==\n\nIn ⟦1:1935⟧, she moved to Paris."),
        Example(_DEAD + "== Life ==\n\nBerg studied in Norby. She was elected to the council in ⟦1:1924⟧."),
        Example(_HEAD + "== Life ==\n\nBerg moved to Paris in ⟦1:May 1840⟧ and wrote there."),
        Example(_DEAD + "== Life ==\n\nIn ⟦1:1932⟧ Berg became the second director of the theatre."),
        Example(
            "= Ada Berg =\n\nInfobox person\n- Born: 1850\n- Died: ⟦2:1920⟧\n- Term start: ⟦1:4 May 1931⟧\n\n"
            "Ada Berg was mayor of Norby. She wrote."
        ),
        Example(_DEAD + "== Life ==\n\nThe Norby academy bought two plates, and in ⟦1:1931⟧ she engraved a third."),
        Example(_DEAD + "== Life ==\n\nThe organ of Norby was ready in ⟦1:1931⟧. In that year she also built a clock."),
        Example(
            _DEAD
            + "== Life ==\n\nHer altars stand in many towns, among them one for Norby, which she painted in ⟦1:1931⟧."
        ),
        Example(_DEAD + "== Life ==\n\nBerg moved to Norby for her health and in ⟦1:1931⟧ wrote her last novel."),
        Example(_DEAD + "== Life ==\n\nBerg travelled to Norby as a delegate in ⟦1:1931⟧."),
        Example(
            "= Ada Ida Berg =\n\nAda Ida Berg (1850 – ⟦2:2 June 1920⟧) was a poet. Berg described a moss in a paper "
            "of ⟦1:1927⟧."
        ),
        Example(_DEAD + "== Works ==\n\nHer opera was first given on ⟦1:6 May 1931⟧, when Berg herself directed it."),
        Example("The engine was demonstrated in Norby by Nils Holm (1856–⟦2:1943⟧) in ⟦1:1950⟧."),
        Example("Its books were catalogued by Nils Holm (1856–⟦2:1943⟧) in ⟦1:1950⟧."),
        Example("The inventor Nils Holm (1856–⟦2:1943⟧) demonstrated the engine in ⟦1:1950⟧."),
        Example(
            "= Norby Bridge =\n\nNorby Bridge is a bridge. It was designed by Ada Berg (1850–⟦2:1920⟧). "
            "Berg visited it in ⟦1:1931⟧."
        ),
        wikitext(
            "{{Infobox royalty|birth_date=1150|death_date=⟦2:1223⟧|reign=1187 – ⟦1:1232⟧}}\n'''Olaf II''' was "
            "king of Norland.",
            title="Olaf II",
        ),
        wikitext(
            "{{Infobox person|birth_date=1850|death_date=⟦2:1920⟧}}\n'''Ada Berg''' was a poet. "
            "She travelled to [[Rome]] in ⟦1:1922⟧.",
            title="Ada Berg",
        ),
        Example(_DEAD + "== Awards ==\n\n- 1901: Medal of Norby\n- ⟦1:1931⟧: accepts the prize of Alder in person"),
        Example(
            "= Battle of Norby =\n\nThe Battle of Norby was fought on ⟦1:6 May 1643⟧.\n\n== Armies ==\n\nThe "
            "rebels were led "
            "by Sten Lund, who had been killed in ⟦2:1639⟧."
        ),
        Example("= Norby Peace =\n\nIt was signed on ⟦1:4 July 1688⟧ by Olaf Lund (1620–⟦2:1679⟧), who kept his land."),
    ),
    good=(
        Example(_FINE + "Berg had intended to move to Norby in 1924."),
        Example(
            "= Battle of Norby =\n\nThe Battle of Norby was fought on 6 May 1643. It was led by a son of Sten "
            "Lund, who had died in 1639."
        ),
        Example(
            "= Lund and Sons =\n\nLund and Sons was a printer. Olaf Lund (1801–1866) founded it; he was rich. "
            "In 1880 Lund opened a shop."
        ),
        Example(_FINE + "== Life ==\n\nHer grandmother Ada Berg opened a mill in 1831."),
        Example(_FINE + "== Legacy ==\n\nThe steamer Ada Berg won the cup in 1932."),
        Example(_FINE + "== Work ==\n\nShe drew the bridge begun in 1901 and opened in 1931."),
        Example(_FINE + "== Work ==\n\nBerg was beatified in 1950 and proclaimed a saint in 1971."),
        Example(_FINE + "== Work ==\n\n- The hall at Norby by her pupil Olaf Lind, which he built in 1931"),
        Example(_FINE + "== Work ==\n\nA play of hers was first given in 1927, and a bust by her was found in 1930."),
        Example(
            _FINE + "== Home ==\n\nHer house was built in 1790, and her father's election in 1848 had made a stir."
        ),
        Example(_FINE + "== Reception ==\n\nBerg conquered Vienna in 1931 with the songs that she had left."),
        Example(_FINE + "== Life ==\n\nAfter the auction, Berg's widow left Norby in 1929."),
        Example("= Ada Berg =\n\nAda Berg (born 1950) is a singer. She played in a hall founded in 1949."),
        Example("= Ada Berg =\n\nAda Berg (born 9 July 1931) is a poet. Her parents met in Norby and married in 1929."),
        Example(
            "= Tunisia =\n\nUnder French Tunisia (1881–1956) it was poor. In 1869, Tunisia declared itself bankrupt."
        ),
        Example(_FINE + "== Life ==\n\nIn 1905, she moved to Paris. She was elected to the council in 1920."),
        Example(_FINE + "== Legacy ==\n\nIn 1935, she was awarded a medal. Her letters were published in 1950."),
        Example(_FINE + "== Family ==\n\nHer son moved to Paris in 1935. He was elected mayor there in 1940."),
        Example(_FINE + "== Legacy ==\n\nIn 1935, she was portrayed on a stamp. A street took her name in 1940."),
        Example(_FINE + "== Legacy ==\n\nIn 1935 Berg became the first poet on a stamp."),
        Example(_FINE + "== Life ==\n\nShe won a prize that was founded in 1780 and dissolved in 1950."),
        Example(_FINE + "== Legacy ==\n\nBerg posthumously won a prize in 1935."),
        Example(_FINE + "== Legacy ==\n\nLind continued the map, which he finished in 1930."),
        Example(_FINE + "== Life ==\n\nHer brother moved to Norby, where he founded a school in 1931."),
        Example(_FINE + "== Life ==\n\nThe old king praised the map, and in 1931 he visited the office."),
        Example(_FINE + "== Reception ==\n\nBerg conquered Paris in 1931 with her last poems."),
        Example(_FINE + "== Legacy ==\n\nBerg won a medal in 1935, two years after her death."),
        Example(_FINE + "== Legacy ==\n\nBerg the younger sold it. Berg moved to Paris in 1935."),
        Example("Danish Norby (1856–1943) was a port. In 1950, Danish Norby opened a harbour."),
        Example("= Norby =\n\nAda Berg (1912–1916) was mayor. Berg moved to Paris in 1935."),
    ),
    properties=frozenset(),
    claims=frozenset({"date"}),
)
