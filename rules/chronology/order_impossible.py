"""What the article says of the order of things, taken together, cannot be.

Why: "the bridge opened after the ferry closed", in 1950 here and in 1960 there: one of the statements is wrong, though
each looks right on its own. The fewest statements that contradict each other are shown.

Right all the same: where two things go by one name, or one thing was done twice. What has two dates in the article, and
what is not surely one thing ("a second bridge"), is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from articles.article import Article
from articles.claims.calendar import Date
from articles.page import Place
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.nearby import claims_in, sentence_at
from rules.laws.times.clause_words import lexicon
from rules.laws.times.dated_events import COMPARED
from rules.laws.times.event_orders import contradictions, meet
from rules.laws.times.happenings import Happening
from rules.laws.times.natural_order import anew, natural
from rules.laws.times.network import MOST_NODES, ORIGIN, Link, before, dated, shortest_conflict
from rules.laws.times.orderings import FORMS, Order, dates, limits, named, orders, sequences, told_in
from rules.laws.times.standing import standings
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

FACTS = {
    "born": "born",
    "died": "die",
    "founded": "found",
    "opened": "open",
    "closed": "close",
    "dissolved": "dissolve",
}
"""Properties of the article's own subject, and the acts that they are."""
LIVES = (("founded", "dissolved"), ("opened", "closed"), ("start-date", "end-date"))
"""Properties of which the first comes first."""
BEGUN, MADE = "begin", "made"
"""The two moments of a thing that is built, dug or written."""
NATURE = -1
"""In place of what says so: a link that nobody has to tell."""
ORDERED = "the order that is told"
MOST_FINDINGS = 20
Key = tuple[str, str]


class _Told:
    """Everything said of the order of happenings, each link with its place and its words."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.links: list[Link] = []
        self.marks: list[tuple[ProseSpan, str]] = []
        self.wholes: dict[ProseSpan, ProseSpan] = {}
        self.shown: set[int] = set()
        self.days: dict[Key, list[tuple[Date, ProseSpan]]] = {}

    def order(self, order: Order) -> None:
        """Take a statement of order."""
        self.marks.append((order.told, ORDERED))
        self.wholes[order.told] = order.whole
        self.links.append(before(_key(order.earlier), _key(order.later), len(self.marks) - 1))

    def date(self, key: Key, date: Date, span: ProseSpan) -> None:
        """Take a date."""
        known = self.days.setdefault(key, [])
        if len(known) < COMPARED and span not in (place for _, place in known):
            known.append((date, span))

    def settle(self) -> None:
        """Take the dates of all that have one only, or several that agree: the finest, and those with an open end."""
        for key, told in self.days.items():
            exact = [pair for pair in told if _closed(pair[0])]
            if not all(one.overlaps(other) for one, _ in exact for other, _ in exact):
                continue
            best = [min(exact, key=lambda pair: (_width(pair[0]), pair[1]))] if exact else []
            for date, span in (*best, *(pair for pair in told if not _closed(pair[0]))):
                self.marks.append((span, _note(self.article, key, span)))
                self.links += dated(key, date.earliest, date.latest, len(self.marks) - 1)

    def nature(self) -> None:
        """Add what needs no telling: nothing closes before it opened."""
        known = {key for link in self.links for key in (link.start, link.end)}
        for thing in dict.fromkeys(key[0] for key in known if isinstance(key, tuple)):
            for first, second in lexicon().nature:
                begun, ended = ([span for _, span in self.days.get((thing, act), [])] for act in (first, second))
                if {(thing, first), (thing, second)} <= known and not anew(self.article, begun, ended):
                    self.links.append(before((thing, first), (thing, second), NATURE))


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look for a cycle in the network of everything told of order and dates."""
    yield from _natural(article)
    stated = [order for order in (*orders(article), *sequences(article)) if _useful(order)]
    undated = [*stated, *(order for order in standings(article) if _useful(order))]
    made = _made(article, undated)
    yield from _cycles(article, made)
    shown = {made.marks[index][0] for index in made.shown}
    spent = {made.wholes[span] for span in shown}
    for wholes in contradictions(article, spent):
        spent |= set(wholes)
        quoted = " and ".join(f"“{_line(article, span)}”" for span in wholes)
        yield Verdict(f"{quoted}: these cannot all be", tuple(Mark(span, ORDERED) for span in wholes))
    stated = [
        order for order in stated if order.told not in shown and not any(meet(order.whole, whole) for whole in spent)
    ]
    bounded = list(islice(limits(article), MOST_NODES))
    if len({_key(each) for order in stated for each in (order.earlier, order.later)}) > MOST_NODES:
        return
    if not stated and not bounded:
        return
    told = _Told(article)
    for order in stated:
        told.order(order)
        for happening in (order.earlier, order.later):
            _dated(told, happening)
    for happening in bounded:
        _dated(told, happening)
    _elsewhere(article, told, _wanted(stated) | {_key(happening) for happening in bounded})
    told.settle()
    yield from _cycles(article, told)
    told.nature()
    yield from _cycles(article, told)
    yield Outcome.CONSISTENT


def _made(article: Article, stated: list[Order]) -> _Told:
    """What is told, without dates, of which thing was made before which.

    Whether built, raised or finished: a thing is made once, after it was begun.
    """
    acts = lexicon().words["made"] | {BEGUN}
    told = _Told(article)
    pairs = [(order, (order.earlier, order.later)) for order in stated]
    pairs = [pair for pair in pairs if all(each.date is None and each.act in acts for each in pair[1])]
    names = {each.thing for _, sides in pairs for each in sides}
    for order, sides in pairs:
        earlier, later = (
            each._replace(act=BEGUN if each.act == BEGUN else MADE, thing=_whole_name(each.thing, names))
            for each in sides
        )
        if earlier.thing != later.thing:
            told.order(order._replace(earlier=earlier, later=later))
    things = {key[0] for link in told.links for key in (link.start, link.end) if isinstance(key, tuple)}
    told.links += [before((thing, BEGUN), (thing, MADE), NATURE) for thing in sorted(things)]
    return told


def _whole_name(name: str, names: set[str]) -> str:
    """The one longer name for which a short one stands: "the chapel" for "the chapel of St Anne"."""
    longer = [each for each in names if each.startswith(f"{name} of ")]
    return longer[0] if len(longer) == 1 else name


def _natural(article: Article) -> Iterator[Verdict | Outcome]:
    """What ends before it begins: in one paragraph, or by the infobox of the article's subject."""
    for one, other in natural(article):
        first, second = dates(one), dates(other)
        if first and second and one.date and other.date and second.before(first):
            yield _reversed(article, (one.act, one.date.span), (other.act, other.date.span))
        else:
            yield Outcome.CONSISTENT
    known, own = article.facts_by_property, article.parties.own
    for start, end in LIVES:
        sides = [[fact for fact in known.get(name, ()) if fact.subject == own] for name in (start, end)]
        pairs = [(one, other) for one in sides[0] for other in sides[1]]
        boxed = [pair for pair in pairs if all(fact.place is Place.INFOBOX for fact in pair)]
        if boxed and all(_before(other.value, one.value) for one, other in pairs):
            yield _reversed(article, (start, boxed[0][0].span), (end, boxed[0][1].span))


def _before(one: object, other: object) -> bool:
    return isinstance(one, Date) and isinstance(other, Date) and not one.circa and not other.circa and one.before(other)


def _reversed(article: Article, first: tuple[str, ProseSpan], second: tuple[str, ProseSpan]) -> Verdict:
    began, ended = _line(article, first[1]), _line(article, second[1])
    return Verdict(
        f"“{ended}” ({second[0]}) lies before “{began}” ({first[0]}), which comes first: these cannot both be",
        (Mark(first[1], first[0]), Mark(second[1], f"{second[0]}, before that")),
        calculation=f"{ended} < {began}",
    )


def _useful(order: Order) -> bool:
    """Whether both ends of a statement are named or dated, so that something else can be said of them."""
    return all(named(end) or dates(end) for end in (order.earlier, order.later))


def _wanted(stated: list[Order]) -> set[Key]:
    """The happenings whose dates matter: those that are ordered, and what comes before or after them by nature."""
    keys = {_key(each) for order in stated for each in (order.earlier, order.later) if named(each)}
    pairs = lexicon().nature
    near = {(thing, first) for thing, act in keys for first, second in pairs if second == act}
    return keys | near | {(thing, second) for thing, act in keys for first, second in pairs if first == act}


def _cycles(article: Article, told: _Told) -> Iterator[Verdict]:
    """The contradictions among the links, the shortest first; a link that was shown is shown no more."""
    for _ in range(MOST_FINDINGS):
        cycle = shortest_conflict(told.links)
        if not cycle:
            return
        places = {link.told for link in cycle} - {NATURE}
        if len(places) > 1 and not places <= told.shown:
            told.shown |= places
            yield _verdict(article, told, cycle)
        ordered = [link for link in cycle if ORIGIN not in (link.start, link.end)]
        # What nature alone contradicts is one statement: it goes, and nature stays.
        spent = [link for link in ordered if link.told != NATURE] if len(places) == 1 else ordered
        told.links = [link for link in told.links if link not in (spent or ordered or cycle)]


def _dated(told: _Told, happening: Happening) -> None:
    date = dates(happening)
    if date is not None and happening.date is not None:
        told.date(_key(happening), date, happening.date.span)


def _elsewhere(article: Article, told: _Told, wanted: set[Key]) -> None:
    """The dates that the article tells of the same happenings in other places."""
    if not wanted:
        return
    heads = frozenset(thing.split()[-1] for thing, _ in wanted)
    verbs = _verbs({act for _, act in wanted})
    for block in article.page.blocks:
        if block.form not in FORMS or not claims_in(article, block.span):
            continue
        low = article.lowered[block.span.start : block.span.end]
        if any(head in low for head in heads) and any(verb in low for verb in verbs):
            for happening in told_in(article, block, heads, verbs):
                if _key(happening) in wanted:
                    _dated(told, happening)
    own = article.parties.own
    for name, act in FACTS.items():
        for fact in article.facts_by_property.get(name, ()):
            if fact.subject == own and (own.lower(), act) in wanted and isinstance(fact.value, Date):
                told.date((own.lower(), act), fact.value, fact.span)


def _verbs(acts: set[str]) -> frozenset[str]:
    """The words, or the first of several, one of which a text that tells one of these acts must have."""
    listed = (word for word, meant in lexicon().acts.items() if any(act.name in acts for act in meant))
    return frozenset(word.split()[0] for word in (*listed, *acts))


def _key(happening: Happening) -> Key:
    return happening.thing, happening.act


def _note(article: Article, key: Key, span: ProseSpan) -> str:
    """What a date is of: the words before it, if what happened has no name."""
    if key[0].startswith("#"):
        start = max(sentence_at(article, span.start).start, span.start - 60)
        return f"of what is told in “{_line(article, ProseSpan(start, span.end))}”"
    return f"{key[0]}: {key[1]}"


def _closed(date: Date) -> bool:
    """Whether a date has both ends: "by 1960" has not."""
    return date.earliest is not None and date.latest is not None


def _width(date: Date) -> int:
    wide = 10**9
    return wide if date.earliest is None or date.latest is None else date.latest - date.earliest


def _verdict(article: Article, told: _Told, cycle: tuple[Link, ...]) -> Verdict:
    marks = [told.marks[index] for index in dict.fromkeys(link.told for link in cycle if link.told != NATURE)]
    when = sorted(mark for mark in marks if mark[1] != ORDERED)
    order = [mark for mark in marks if mark[1] == ORDERED]
    if not when:
        order = sorted((told.wholes[span], note) for span, note in order)
    quoted, days = (" and ".join(f"“{_line(article, span)}”" for span, _ in said) for said in (order, when))
    if order:
        message = f"{quoted}, but {days}" if when else quoted
    else:
        notes = {note for _, note in when}
        listed = " and ".join(f"“{_line(article, span)}” ({note})" for span, note in when)
        message = f"{days}, of one thing ({when[0][1]})" if len(notes) == 1 else f"{listed}, in this order"
    # "signed in 1971, before the truce of 1974": the two dates of one sentence say all
    sentences = {sentence_at(article, span.start + 1) for span, _ in (*when, *order)}
    shown = order if len(when) == 1 or len(sentences) > 1 else []
    return Verdict(
        f"{message}: these cannot all be",
        tuple(Mark(span, note) for span, note in (*when, *shown)),
        calculation=" < ".join(_line(article, span) for span, _ in when) if len(when) == 2 else None,
    )


def _line(article: Article, span: ProseSpan) -> str:
    return " ".join(article.page.text(span).split())


_HEAD = "= Norby Bridge =\n\nNorby Bridge is a bridge.\n\n"

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Norby line =\n\nThe tunnel was opened in ⟦1:1912⟧. ⟦3:After the opening of the tunnel⟧, in ⟦2:1908⟧, "
            "the mines grew."
        ),
        Example("The firm was founded in 1971 and dissolved in ⟦1:1980⟧ after its mill had been closed in ⟦2:1988⟧."),
        Example("The war of ⟦1:1864⟧ preceded the treaty of ⟦2:1851⟧."),
        Example(
            _HEAD
            + "⟦1:The upper lock was built before the lower lock⟧ by Dutch engineers. ⟦2:The lower lock had already "
            "been in use for a decade when the upper lock was built⟧."
        ),
        Example(
            _HEAD + "⟦1:The shop was put up after the chimney⟧, which served both. ⟦2:When the chimney was raised, the "
            "shop had been at work for six years⟧."
        ),
        Example(
            _HEAD
            + "⟦1:The choir was finished before the chapel of St Anne was begun⟧. ⟦2:The chapel is older than the "
            "porch⟧. ⟦3:The porch was raised before the choir⟧, whose wall leans on it."
        ),
        Example("The treaty was ratified in ⟦1:1948⟧ after it was signed in ⟦2:1950⟧."),
        Example(
            _HEAD + "The bridge opened ⟦3:after the ferry closed⟧.\n\n== History ==\n"
            "The bridge was opened in ⟦1:1950⟧. The ferry closed in ⟦2:1960⟧."
        ),
        Example("The hospital opened in ⟦1:1950⟧ and closed in ⟦2:1940⟧."),
        Example(
            "= Norby Mill =\n\nNorby Mill is a mill. It was founded in ⟦1:1950⟧ by a baker and closed in ⟦2:1940⟧."
        ),
        Example("By ⟦1:1960⟧ the old harbour had been closed. The old harbour was closed in ⟦2:1972⟧."),
        Example(
            _HEAD + "⟦1:The nave was completed before the cloister⟧, whose wall leans on it. It follows that "
            "⟦2:the cloister was completed before the tower⟧. ⟦3:The tower was completed before the nave⟧."
        ),
        wikitext(
            "The school was founded in ⟦1:1920⟧. The school was founded ⟦3:before the abbey was dissolved⟧. "
            "The abbey was dissolved ⟦4:before the castle was built⟧. The castle was built in ⟦2:1910⟧.",
            title="Norby School",
        ),
        Example(
            "= Ada Berg =\n\nAda Berg was a painter. ⟦1:She married Bo Lind after her return from Rome⟧. ⟦2:Berg left "
            "for Rome after she had married Bo Lind⟧, a baker."
        ),
        Example(
            "= Norby Hills =\n\n- Red clay: ⟦1:laid down before the chalk⟧; soft.\n- Chalk: ⟦2:older than the "
            "basalt⟧.\n\n⟦3:The basalt had cooled before the red clay was laid down⟧."
        ),
        Example(
            "= Norby Choir =\n\nNorby Choir sings. ⟦1:Ida Roe has been director since Lund left⟧. ⟦2:Lund did not come "
            "to the choir until Roe had resigned as director⟧."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (1850–1920) was a singer. ⟦1:Berg joined the choir before she married Bo Lind⟧. "
            "⟦2:She married Bo Lind before she moved to Alder⟧. ⟦3:After her move to Alder she joined the choir⟧."
        ),
        Example(
            "⟦1:The nave was standing before the porch⟧. ⟦2:The porch, in turn, went up before the crypt was dug⟧. "
            "⟦3:By the time the nave was begun, the crypt had been dug⟧."
        ),
        Example("⟦1:The nave was made before the north aisle⟧. ⟦2:The aisle was ready before the nave was begun⟧."),
    ),
    good=(
        Example(
            "= Norby Line =\n\nAsh station opened before Elm station. Elm station closed before Ash station closed. It "
            "was believed that the mill was built after the church, but the mill was built before the church."
        ),
        Example(
            "= Norby Feast =\n\nOn Friday the boats were blessed before the supper was eaten. On Saturday the supper "
            "was eaten before the boats were blessed."
        ),
        Example("She married in 1853 and, after her husband had been lost at sea in 1859, remarried in 1866."),
        Example("The tunnel was opened in 1912. After the opening of the tunnel, in 1913, the mines grew."),
        Example(
            _HEAD
            + "The choir was begun before the tower was completed. The tower was begun before the choir was finished. "
            "The porch had stood for ten years when the roof was repaired. The porch was built after the roof."
        ),
        Example("The pact was signed in 1971 and entered into force in 1974 after it had been ratified in 1973."),
        Example(
            _HEAD + "The bridge opened after the ferry closed. The ferry closed in 1950. The bridge opened in 1950."
        ),
        Example(_HEAD + "The bridge opened after a ferry closed. A ferry closed in 1960. The bridge opened in 1950."),
        Example(
            "The hall was not opened before the church was built. "
            "The hall opened in 1950. The church was built in 1960."
        ),
        Example("The nave was finished before the north aisle, and the south aisle before the nave. The aisle is low."),
        Example("The mine closed in 1940. The mine opened in 1950. The mine opened before the hall, in 1950."),
        Example("By 1960 the harbour of Norby had been closed. The harbour of Alder was closed in 1972."),
        Example("The hall was built in 1950 after plans of 1960 were dropped."),
        Example("A shed from 1926 was sold after a flood in 1958. A hut built in 1931 fell after a raid in 1943."),
    ),
)
