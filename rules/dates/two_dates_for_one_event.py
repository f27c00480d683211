"""One event that happened once has two dates in one article.

Why: a reader who meets one of them, or both, cannot tell which is right; the lead and the body, a section and the
notes of a table are often edited apart.

Right all the same: where something happened twice and the article says so in words that are not understood, where a
state began anew, and where two calendars are meant. "The company was founded in 1999" may tell of a subsidiary, and a
family name of a husband: a date of one's own (birth, death, founding) that the text tells right as well, or tells in
more than two ways, is left alone. Two cells of two tables, and a cell and the notes of its own row, have rules of
their own (table-differs-from-table, table-row-differs-from-note), so that a conflict is told once.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.page import Block, Place
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.boxed.pair import Pair
from rules.laws.boxed.pairs import pairs
from rules.laws.headed import of_several
from rules.laws.tables.two_statements import differing
from rules.laws.times.dated_events import Event, Pairing, telling, verdict
from rules.laws.times.once_told import Told, Version, told_twice
from rules.laws.times.same_event import Twice, same_event
from rules.rule import Example, Outcome, Rule, Verdict, wikitext


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold all dates of each event against each other, then those of what was done once to one named thing."""
    seen: set[ProseSpan] = set()
    for told in telling(article, Pairing.TEXT):
        if isinstance(told, Event):
            seen.update(fact.span for fact in told.conflicting)
        yield verdict(article, told.conflicting) if isinstance(told, Event) else told
    if of_several(article):
        return  # the church of the one village is not that of the other
    for version in told_twice(article):
        if not {version.first.date.span, version.other.date.span} <= seen:
            seen.update((version.first.date.span, version.other.date.span))
            yield _twice(article, version)
    for twice in same_event(article):
        spans = {twice.first.date.span, twice.other.date.span}
        if seen.isdisjoint(spans) and not _boxed(article, twice):
            yield _told(article, twice)


def _boxed(article: Article, twice: Twice) -> bool:
    """Whether another rule tells it, of a field and the text."""
    in_box = [_block(article, told.date.span).place is Place.INFOBOX for told in twice]
    if not any(in_box):
        return False
    spans = {told.date.span for told in twice}
    return all(in_box) or any({found.boxed, found.told} == spans for found in pairs(article) if isinstance(found, Pair))


def _told(article: Article, twice: Twice) -> Verdict:
    """The finding for two dates of a deed, told in whatever way."""
    places = [_place(article, _block(article, told.date.span)) for told in twice]
    what = f"2 dates for one event ({twice.first.deed.name})"
    return differing(article, what, (twice.first.date.span, places[0]), (twice.other.date.span, places[1]))


def _block(article: Article, span: ProseSpan) -> Block:
    block = article.page.block_at(span.start)
    assert block is not None
    return block


def _twice(article: Article, version: Version) -> Verdict:
    """The finding for two dates of what was done once to one thing."""
    noun = version.deed(article)
    (first, one), (second, other) = ((told.date.span, _where(article, told)) for told in version)
    return differing(article, f"2 dates for {noun}", (first, one), (second, other))


def _where(article: Article, told: Told) -> str:
    """The part of the article that tells something."""
    return _place(article, told.block)


def _place(article: Article, block: Block) -> str:
    if block.place in (Place.LEAD, Place.INFOBOX):
        return f"in the {block.place}"
    title = article.page.sections[block.section].title if block.section >= 0 else ""
    return f"in “{title}”" if title else "in the text"


_PAIR = "= France–Norway relations =\n\n"
_TABLE = (
    '{{| class="wikitable"\n! Country !! Formal relations began !! Notes\n|-\n| Norway || {date} || '
    "Both countries established diplomatic relations on {note}.\n|}}"
)
_LIST = (
    "Diplomatic relations:\n"
    '{| class="wikitable"\n! # !! Country !! Date of diplomatic relations\n|-\n'
    "| 1 || {{flag|Norway}} || ⟦1:{{dts|4 May 1960}}⟧\n|}\n"
)

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example(
            "= SS Norby =\n\nSS Norby was a steamer, torpedoed on ⟦1:7 March 1917⟧.\n\n== Loss ==\n\nShe was "
            "torpedoed on ⟦2:17 March 1917⟧ and sank."
        ),
        Example(
            "= Norby Lighthouse =\n\nNorby Lighthouse was first lit on ⟦1:1 October 1878⟧.\n\n== History ==\n\nThe "
            "lamp was first lit on ⟦2:11 October 1878⟧."
        ),
        Example(
            "= Ida Orr =\n\nIda Orr (born 1964) is a diver. She retired from diving in ⟦1:1986⟧ after a fall."
            "\n\n== Life ==\nAfter she retired from diving in ⟦2:1988⟧, Orr taught."
        ),
        Example(
            "= Fort Norby =\n\nFort Norby is a fort. It was besieged, and stormed by the duke on ⟦1:9 March 1744⟧."
            "\n\n== Ruin ==\nAfter the storming of the fort on ⟦2:29 March 1744⟧ the gate was blown up."
        ),
        Example(
            "= Ida Orr =\n\nIda Orr (1901–1970) was a singer. She married the banker Bo Lind in ⟦1:1933⟧.\n\n"
            "== Life ==\nHer marriage to Lind in ⟦2:1931⟧ ended in divorce."
        ),
        wikitext(
            "The Norby Tower is a tower.\n\n{|\n! Event !! Date\n|-\n| Topping out || ⟦1:August 1979⟧\n|}\n\n"
            "{|\n! Event !! Date\n|-\n| Crane fire during the topping out || ⟦2:July 1979⟧\n|}",
            title="Norby Tower",
        ),
        Example(
            "= Norby Baths =\n\nThe Norby Baths are public baths, opened on ⟦1:12 May 1908⟧.\n\n== History ==\n\n"
            "In the rain the mayor performed the inauguration of the baths on ⟦2:3 June 1909⟧."
        ),
        Example(
            "= Museum of Lace, Norby =\n\nThe Museum of Lace in Norby, which opened on ⟦1:14 May 1926⟧, is small.\n\n"
            "== History ==\n\nThe town lent it two rooms, and there the museum opened on ⟦2:14 March 1927⟧."
        ),
        Example(
            "= Bo Lind =\n\nBo Lind (1899–1970) was a conductor. He founded the Norby Consort in ⟦1:1929⟧ with eight "
            "singers.\n\n== Legacy ==\n\nThe Norby Consort was founded in ⟦2:1934⟧ and sang until 1961."
        ),
        Example(
            "= Norby Bridge =\n\nNorby Bridge is a bridge. It was opened on ⟦1:12 May 1882⟧ and is a listed monument."
            "\n\n== Traffic ==\n\nAt the opening of the bridge, on ⟦2:2 June 1882⟧, forty carriages crossed it."
        ),
        Example(
            "= Norby Church =\n\nNorby Church was consecrated on ⟦1:4 October 1421⟧.\n\n== Frescoes ==\n\nThey were "
            "not ready for the consecration, held on ⟦2:14 October 1423⟧, and were finished by pupils."
        ),
        Example(
            "= MS Norby =\n\nMS Norby is a ferry. She was launched at Alder on ⟦1:9 April 1931⟧.\n\n== Design ==\n\n"
            "Her launch, on ⟦2:19 April 1932⟧, was attended by the queen."
        ),
        Example(
            "= Norby Hall =\n\nThe foundation stone was laid on ⟦1:6 September 1899⟧.\n\n== History ==\n\nThe laying "
            "of the foundation stone took place on ⟦2:16 September 1898⟧ in the rain."
        ),
        Example(
            "= Norby Opera =\n\nThe Norby Opera was founded in ⟦1:1891⟧.\n\n== History "
            "==\n\nFounded in ⟦2:1898⟧, the opera had at first no house."
        ),
        Example(
            "= Battle of Norby =\n\nThe Battle of Norby was fought on ⟦1:12 May 1859⟧.\n\n== Battle "
            "==\n\nThe battle took place on ⟦2:21 May 1859⟧ in thick fog."
        ),
        Example(
            "= France–Norway relations =\n\nFrance opened its embassy in Oslo in ⟦1:1950⟧.\n\n== Missions "
            "==\n\nThe French embassy in Oslo opened in ⟦2:1960⟧."
        ),
        Example(
            _PAIR + "France and Norway established diplomatic relations in ⟦1:1990⟧.\n\n== History ==\n"
            "Diplomatic relations between the two countries were established on ⟦2:4 May 1992⟧."
        ),
        wikitext(
            _LIST + _TABLE.format(date="May 1960", note="⟦2:5 May 1960⟧"),
            title="Foreign relations of France",
        ),
        wikitext(
            "'''Jane Example''' (⟦1:5 May 1950⟧ – 6 June 2001) was a poet.\n\n== Life ==\n"
            "Example was born on ⟦2:5 May 1951⟧ in Lyon.\n\n[[Category:1950 births]]\n[[Category:2001 deaths]]",
            title="Jane Example",
        ),
    ),
    good=(
        Example(
            "= Ada Berg =\n\nAda Berg (12 January 1870 – 3 July 1944) was a poet, whose début was in 1890. Her début "
            "in Rome was in 1892.\n\nShe was born in Norby on the last day of 1869 by the Julian calendar."
        ),
        Example(
            "= Elm and Norby =\n\nElm and Norby is a parish. The church of Elm was built in 1840. The church was "
            "built in 1844 at Norby."
        ),
        Example(
            "= Ida Orr =\n\nIda Orr (1820–1889) was a brewer.\n\n== Works ==\n\nOrr senior died in 1851, and "
            "Lady Orr died in 1860. The elder Orr was born in 1790."
        ),
        Example(
            "= High and Low Norby =\n\nHigh and Low Norby are two villages. The church was consecrated in 1801.\n\n"
            "== Low Norby ==\n\nThe church was consecrated in 1804."
        ),
        Example(
            "= Norby Mine =\n\nNorby Mine was closed in 1931.\n\n== Site ==\n\nAfter the mine closed, in 1950 the town "
            "bought it."
        ),
        Example(
            _PAIR
            + "France and Norway established diplomatic relations in 1905.\n\n== History ==\nThe two chambers of trade "
            "established relations in 1899, and in 1901 their churches established relations."
        ),
        Example(
            "= Orr Viaduct =\n\nOrr Viaduct is a railway viaduct opened on 2 June 1883.\n\n== History ==\nThe viaduct "
            "was opened to double-track traffic on 4 July 1907."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (17 May 1890 – 2 July 1961) was a botanist.\n\n== Life ==\nShe married the "
            "painter Jon Rask, who was born on 7 May 1888 and died in Marl on 12 June 1950."
        ),
        Example(
            "= Fort Norby =\n\nFort Norby is a fort. It was captured by the French on 9 March 1744. The capture of the "
            "fort by the Dutch, on 4 March 1761, was bloodless.\n\n== Ruin ==\nThe north tower collapsed in 1790, and "
            "the south tower collapsed in 1792."
        ),
        wikitext(
            "The Norby class was a class of two ships.\n\n== ''Alder'' ==\nThe ship was launched in 1931.\n\n"
            "== ''Elm'' ==\nThe ship was launched in 1933.",
            title="Norby class",
        ),
        Example("= Ida Orr =\n\nIda Orr was born in 1868.\n\n== Life ==\nOlder works say that she was born in 1870."),
        Example(
            "= Norby Mine =\n\nNorby Mine was a coal mine, closed in March 1966. When the mine at Orme closed on 4 "
            "October 1967, it was sealed. The opening of the mine's new shaft on 3 May 1950 was the last."
        ),
        Example(
            "= Norby Bridge =\n\nNorby Bridge was opened on 12 May 1882. At the opening of the fair, on 2 June 1890, "
            "it was lit. Three days after the opening of the bridge, on 15 May 1882, a boat struck it."
        ),
        Example(
            "= MS Norby =\n\nMS Norby was launched on 9 April 1931. Her sister Alder was slow to build. Her launch, on "
            "4 May 1933, was quiet."
        ),
        Example(
            "= Norby Mine =\n\nNorby Mine closed in 1931, and was reopened. The closure of the mine in 1958 was final."
        ),
        Example(
            "= Norby Works =\n\nNorby Works was founded in 1891. The jubilee of the founding, in 1941, was loud. The "
            "founding in 1950 of a club pleased many."
        ),
        Example(
            "= Bo Lind =\n\nBo Lind (1899–1970) was a conductor. He founded the Norby Consort in 1929, and the Sorby "
            "Consort in 1934. In 1960 he opened the Norby Hall.\n\n== Legacy ==\n\nThe Norby Hall was opened to women "
            "in 1970. The Norby Consort was founded again in 1980."
        ),
        Example(
            "= Norby Opera =\n\nThe Norby Opera was founded in 1891.\n\n== History ==\n\nFounded in "
            "1898, the opera choir is younger."
        ),
        Example(
            "= Norby Opera =\n\nThe Norby Opera was founded in 1891.\n\n== Choir ==\n\nFounded in "
            "1898, the choir sang alone."
        ),
        Example(
            "= France–Norway relations =\n\nFrance opened its embassy in Oslo in 1950.\n\n== Missions "
            "==\n\nThe French embassy in Oslo, closed in 1955, opened in 1960."
        ),
        Example(
            "= Norby Works =\n\nNorby Works was founded in 1938.\n\n== Arms ==\nThe company was founded in 1999 as "
            "Norby Arms.\n\n== Origins ==\nNorby Works was founded in 1938 by two brothers."
        ),
        Example(
            _PAIR
            + "France and Norway established diplomatic relations in 1992.\n\n== History ==\nDiplomatic relations "
            "between the two countries were established on 4 May 1992."
        ),
        wikitext(_TABLE.format(date="May 1960", note="5 May 1960"), title="Foreign relations of France"),
        Example(
            _PAIR
            + "France and Norway established diplomatic relations in 1905. Relations were severed in 1940. France "
            "and Norway established diplomatic relations again in 1945."
        ),
        Example(_PAIR + "France recognized Norway in 1905. France and Norway established relations in 1906."),
        Example(
            _PAIR + "France and Norway established consular relations in 1890. They established diplomatic relations "
            "in 1905."
        ),
        Example(
            "= Norway–Russia relations =\n\nNorway and Russia established diplomatic relations in 1905.\n\n== "
            "Later ==\n"
            "Norway and Russia established diplomatic relations in 1991."
        ),
        Example(_PAIR + "France opened an embassy in Oslo in 1950. France opened an embassy in Oslo in 1960."),
    ),
)
