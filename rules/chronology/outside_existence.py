"""A state, a union or a body is said to do something, or to be somewhere, in a year in which it was not there.

Why: a wrong year, or the name of another state or body: the successor, the predecessor, the one of today.

Right all the same: historians carry a name some years back or on (Soviet Russia, the later European Union), which the
table of years allows for, and a text may speak of the past, of a title or of a document. Sentences that say "former",
"successor", "collapse" or the like are left alone. A body that the article itself dates is held against those dates.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from articles.article import Article
from articles.claims.calendar import Date, Precision, civil
from articles.claims.claim import Claim, Kind
from articles.facts.fact import Fact
from articles.page import Form, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import data_file, worded
from rules.finding import Confidence, Severity
from rules.laws.edits import ordered, write_year
from rules.laws.elapsed import year_of
from rules.laws.nearby import after, before, claims_in, gap, sentence_at
from rules.laws.times.clause_times import clause_around, when
from rules.laws.times.deeds import deed, is_deed, is_past
from rules.laws.times.deeds import words as deed_words
from rules.laws.times.existence import Existence, named
from rules.laws.times.own_existence import Years, own_years, spoken_of
from rules.laws.times.own_lists import keyed, priced
from rules.laws.times.taking_part import aside, is_topic, takes_part
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

BESIDE = regex(r",? (?:in|on|during)(?: early| late| the)? $")
WORDS = regex(r"[\w’'-]+")
EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)
EVENTS = ("relations-established", "embassy-opened", "consulate-opened", "legation-opened", "recognition")
PROSE = (Place.LEAD, Place.BODY)
PAIR = regex(r"\b(?:[Bb]etween|[Bb]y|[Oo]f|[Ww]ith) [^.;:\n]{0,60}$")
PARTY = regex(
    r"(?: and (?:the )?(?:[A-Z][\w-]+ ?){1,3})? ?(?:was|were) (?:[a-z]+ ){1,4}(?:(?:in|at) [A-Z][\w-]+ )?(?:in|on)"
    r"(?: early| late| the)? "
)
OPENING = regex(r"(?:In|On|During|By)(?: early| late| the)? ")
AGENT = regex(
    r" (?P<by>by|with|from|to|against|for)(?: (?:a|an|the) [a-z]{1,30} (?:from|of))?"
    r"(?: (?:the )?(?P<head>[a-z]{1,30})(?: of [a-z]{1,30})? of)?(?: the)? $"
)
"""What stands before who did a thing: "it was signed with the government of the"."""
SIGNS = frozenset(';:()[]"“”—\n\ufffc')
HAD = regex(r" (?:had|has|kept|held|sent|ran) (?:an?|the|its|no|two|three) [a-z][a-z -]{2,40} (?:in|on|at) ")
"""Between a name and a date, a thing that it had then."""
BY = (" by ", " by the ", " between ", " between the ")
"""Between a date and who did something then."""
LISTED = regex(r"(?::| [–—-]|,) ?")
WITH_AID = worded(__file__, r",? (?:with|under|through|by) (?:the |an? )?(?:[a-z]+ )?{aids} (?:from|of|by)(?: the)? $")
"""Between a date and who helped then: "was built in 1908 with money from the League of Nations"."""
FARTHEST = 48
OWNED = frozenset(("of", "his", "her", "their", "its"))
NEAR, FAR = 24, 90
"""How far behind a name its date may begin: by itself, and where the name is one of two parties."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look at every dated mention of what began or ended."""
    parties = _parties(article)
    for known, span in named(article):
        date = _date(article, span) or _of_fact(parties, known, span)
        told = date is not None
        if date is None:
            date = when(article, clause_around(article, span)) or _led(article, span)
        if date is None or not isinstance(date.value, Date) or (not told and known.holds(date.value)):
            continue
        clause = clause_around(article, span)
        acting = takes_part(article, span, clause)
        if not told and not acting:
            continue
        if date.value.circa or date.value.precision not in EXACT or date.quoted:
            yield Outcome.INCOMPARABLE
        elif known.holds(date.value):
            yield Outcome.CONSISTENT
        elif _aware(article, known, span, late=_late(known, date.value), told=clause if acting else None):
            yield Outcome.INCOMPARABLE
        else:
            yield _verdict(article, known, span, date)
    yield from _own(article)


def _own(article: Article) -> Iterator[Verdict | Outcome]:
    """Hold the deeds of the article's own subject against the dates on which it began and ended."""
    years = own_years(article)
    told: set[ProseSpan] = set()
    for span in spoken_of(article, years) if years else ():
        done = deed(article, span, "body", "body_suffered")
        if done is None or done.date.span in told or done.date.span in _dated(years):
            continue
        told.add(done.date.span)
        yield _held(article, years, article.page.text(span), (done.verb, done.ends[0]))
    for each in (*keyed(article, years), *priced(article)) if years else ():
        if each.date.span not in told | _dated(years):
            told.add(each.date.span)
            date = each.date.parts[0] if each.date.parts else each.date
            yield _held(article, years, article.parties.own, (each.verb, date), shown=each.date.span)


def _dated(years: Years | None) -> set[ProseSpan]:
    return {fact.span for fact in (years.founded, years.dissolved) if fact} if years else set()


def _held(
    article: Article, years: Years | None, who: str, done: tuple[str, Claim], shown: ProseSpan | None = None
) -> Verdict | Outcome:
    """``shown`` is what is marked, where the date is a part of it."""
    verb, date = done
    if years is None or not isinstance(date.value, Date) or date.value.circa or date.value.precision not in EXACT:
        return Outcome.INCOMPARABLE
    for bound, late in ((years.dissolved, True), (years.founded, False)):
        if bound is None or not isinstance(bound.value, Date):
            continue
        if bound.value.before(date.value) if late else date.value.before(bound.value):
            when, limit = (" ".join(article.page.text(span).split()) for span in (date.span, bound.span))
            event = "dissolved" if late else "founded"
            sides = ((date.span, date.value), (bound.span, bound.value))[:: 1 if late else -1]
            return Verdict(
                f"{who} “{verb}” in “{when}”, but was {event} in “{limit}”: it was {_absent(late=late)}",
                (Mark(shown or date.span, f"{verb} then"), Mark(bound.span, event)),
                calculation=f"{limit} < {when}" if late else f"{when} < {limit}",
                changes=ordered(article, *sides),
            )
    return Outcome.CONSISTENT


def _date(article: Article, span: ProseSpan) -> Claim | None:
    """The date of a mention: that of the deed, or the one right behind the name."""
    done = deed(article, span, "body", "body_suffered")
    if done is not None:
        return done.ends[0]
    claim = after(article, span.end, FAR)
    if claim is not None and claim.kind is Kind.DATE and _belongs(article, span, claim):
        return (claim.parts or (claim,))[0]
    if claim is not None and claim.kind is Kind.DATE and _listed(article, span, claim):
        return claim
    ahead = before(article, span.start, FARTHEST)
    words = gap(article, ahead.span.end, span.start) if ahead is not None and ahead.kind is Kind.DATE else ""
    if words in BY or WITH_AID.fullmatch(words):
        return ahead
    return _fronted(article, span)


def _listed(article: Article, span: ProseSpan, claim: Claim) -> bool:
    """Whether an item of a list is a name and its date: "Czechoslovakia: 18 November 1996"."""
    block = article.page.block_at(span.start)
    if block is None or block.form is not Form.ITEM or block.span.start != span.start or claim.parts:
        return False
    between = article.page.prose.text[span.end : claim.span.start]
    day = isinstance(claim.value, Date) and claim.value.precision is Precision.DAY
    return day and LISTED.fullmatch(between) is not None


def _belongs(article: Article, span: ProseSpan, claim: Claim) -> bool:
    """Whether a date is that of a name before it: right behind, or of what was done between it and another."""
    text = article.page.prose.text
    between = text[span.end : claim.span.start]
    if len(between) <= NEAR and BESIDE.fullmatch(between):
        return not is_topic(WORDS.findall(text[max(span.start - FAR, 0) : span.start].lower()))
    if HAD.fullmatch(between):
        return True
    pair = PAIR.search(text, max(span.start - FAR, 0), span.start) if PARTY.fullmatch(between) else None
    ahead = WORDS.findall(text[max(span.start - FAR, 0) : pair.start()]) if pair else []
    return bool(ahead) and not is_past(ahead[-1].lower())  # not "a hall used by it was sold in 1947"


def _fronted(article: Article, span: ProseSpan) -> Claim | None:
    """The date with which a sentence begins, where its verb is done to the name: "In 2003 he visited Norby"."""
    sentence = sentence_at(article, span.start + 1)
    dates = [claim for claim in claims_in(article, sentence) if claim.kind is Kind.DATE]
    text = article.page.prose.text
    if len(dates) != 1 or not OPENING.fullmatch(text, sentence.start, dates[0].span.start):
        return None
    between = text[dates[0].span.end : span.start]
    if aside(article, span, clause_around(article, span)):
        return None
    return dates[0] if len(between) <= FAR and _takes_part(between.removeprefix(",")) else None


def _led(article: Article, span: ProseSpan) -> Claim | None:
    """The one date of a sentence, which opens it and holds for the clause joined by "and" as well.

    "By 1931 the fair drew crowds, and the Soviet Union gave it a grant".
    """
    text = article.page.prose.text
    sentence, clause = sentence_at(article, span.start + 1), clause_around(article, span)
    dates = [claim for claim in claims_in(article, sentence) if claim.kind is Kind.DATE]
    if len(dates) != 1 or not OPENING.fullmatch(text, sentence.start, dates[0].span.start):
        return None
    joined = text[max(clause.start - len(", and "), 0) : clause.start + 1].strip().endswith((", and", "; and", ";"))
    between = text[dates[0].span.end : clause.start]
    plain = WORDS.findall(between.lower())
    later = (known := deed_words())["breaks"] - known["ties"] - OWNED
    return dates[0] if joined and later.isdisjoint(plain) and not dates[0].parts else None


def _takes_part(between: str) -> bool:
    """Whether the one verb of a sentence is done by, with, from or to what stands behind these words."""
    agent = AGENT.search(between)
    if agent is None:
        said = WORDS.findall(between.lower().removesuffix(" the "))
        return bool(said) and said[-1] in _words()["reaching"] and _one_verb(between, said)
    said = WORDS.findall(between[: agent.start()].lower())
    if agent["head"] is not None and agent["head"] not in _words()["heads"]:
        return False
    tied = agent["by"] == "by" or not _words()[agent["by"]].isdisjoint(said)
    return tied and _one_verb(between, said)


def _one_verb(text: str, said: list[str]) -> bool:
    """Whether words hold one verb, so that a date before them is that of what it tells."""
    known = deed_words()
    if not SIGNS.isdisjoint(text) or not (known["breaks"] - known["ties"] - OWNED).isdisjoint(said):
        return False
    return sum(word in _words()["doing"] or is_deed(word) for word in said) == 1


def _parties(article: Article) -> dict[str, list[Fact]]:
    """The dated events between states, by what takes part in them and is no state of today."""
    found: dict[str, list[Fact]] = {}
    for name in EVENTS:
        for fact in article.facts_by_property.get(name, ()):
            for party in (fact.subject, fact.scope.counterpart):
                if party is not None and fact.claim is not None and fact.place in PROSE:
                    found.setdefault(party, []).append(fact)
    return found


def _of_fact(parties: dict[str, list[Fact]], known: Existence, span: ProseSpan) -> Claim | None:
    """The date of an event that the sentence tells of the party named there."""
    for fact in parties.get(known.entity, ()):
        if fact.statement.start <= span.start and span.end <= fact.statement.end:
            return fact.claim
    return None


def _late(known: Existence, date: Date) -> bool:
    return known.end is not None and date.earliest is not None and civil(date.earliest)[0] > known.end


def _aware(article: Article, known: Existence, span: ProseSpan, *, late: bool, told: ProseSpan | None) -> bool:
    """Whether the sentence speaks of the end, the past or the coming of what it names.

    Where somebody of it surely acts, in the clause ``told``, only strong words up to the end of that clause count.
    """
    sentence = sentence_at(article, span.start + 1, 300)
    text = article.page.text(ProseSpan(sentence.start, told.end) if told else sentence).lower()
    said = {part for word in WORDS.findall(text) for part in (word, *word.split("-"))}
    lists = ("late",) if late else ("early", "member") if known.continuing else ("early",)
    weak = _words()["weak"] if told and late else frozenset()
    return any(not (_words()[name] - weak).isdisjoint(said) for name in lists)


@cache
def _words() -> dict[str, frozenset[str]]:
    rows = data_file(__file__, "../laws/times/existence.toml")
    return {name: frozenset(listed.split()) for name, listed in (*rows["aware"].items(), *rows["party"].items())}


def _verdict(article: Article, known: Existence, span: ProseSpan, date: Claim) -> Verdict:
    when = " ".join(article.page.text(date.span).split())
    assert isinstance(date.value, Date)
    late = _late(known, date.value)
    limit = f"ended in {known.end}" if late else f"began in {known.start}"
    return Verdict(
        f"{known.name} is told of in “{when}”, but it {limit}: it was {_absent(late=late)}",
        (Mark(span, f"it existed {known.told()}"), Mark(date.span, "after its end" if late else "before its start")),
        calculation=f"{when} > {known.end}" if late else f"{when} < {known.start}",
        changes=write_year(article, date.span, year_of(date.value), (known.end if late else known.start) or 0),
    )


def _absent(*, late: bool) -> str:
    return "no longer there" if late else "not there yet"


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example("A mole was built in ⟦2:1908⟧ with money from the ⟦1:League of Nations⟧, and a hall in 1931."),
        Example("The dates are as follows.\n\n- Hungary: 6 June 1961\n- ⟦1:Czechoslovakia⟧: ⟦2:18 November 1996⟧"),
        Example("Her pupil Ada Roth won the junior title of ⟦1:West Germany⟧ in ⟦2:1994⟧."),
        Example(
            "= Norby Survey =\n\nThe Norby Survey was a body set up in ⟦2:1884⟧. The survey published its tables in "
            "⟦1:1879⟧."
        ),
        Example("At the fair the ⟦1:Soviet Union⟧ had a pavilion in ⟦2:1999⟧."),
        Example("The treaty was signed in ⟦2:1902⟧ by the ⟦1:Soviet Union⟧ and Persia."),
        Example("In ⟦2:1995⟧, the ⟦1:Soviet Union⟧ opened an embassy in Norby."),
        Example("Its envoy signed an agreement with ⟦1:Czechoslovakia⟧ in ⟦2:2001⟧."),
        Example("In ⟦2:1998⟧ the board signed it with the government of the ⟦1:Soviet Union⟧."),
        Example("In ⟦2:1999⟧ Austria and ⟦1:Czechoslovakia⟧ signed a treaty."),
        Example("The ⟦1:United Nations⟧ admitted the country in ⟦2:1931⟧."),
        Example("France and the ⟦1:Soviet Union⟧ established diplomatic relations in ⟦2:1998⟧."),
        Example(
            "= Norby Works =\n\nNorby Works was a company. It was founded in 1938 and dissolved in ⟦2:1970⟧.\n\n"
            "== History ==\nIn ⟦1:1982⟧ the company opened a second factory."
        ),
        Example("In ⟦2:1997⟧ a delegation from the ⟦1:Soviet Union⟧ showed its jugs at an exhibition in Norby."),
        Example(
            "No court settled the matter until ⟦2:1954⟧, when the ⟦1:League of Nations⟧ named three judges. The board "
            "had asked for none in 1950."
        ),
        Example("The fair of ⟦2:1996⟧ was large; the ⟦1:Soviet Union⟧ sent a team that year and won."),
        wikitext("The [[⟦1:League of Nations⟧]] was invited to send observers on ⟦2:4 May 1962⟧."),
    ),
    good=(
        Example("She spoke on the navy of the Soviet Union in 2006 and showed a picture of East Germany in 2007."),
        Example("The dates are as follows.\n\n- Hungary: 6 June 1961\n- Czechoslovakia: 18 November 1966"),
        Example("At the fair the Soviet Union had a pavilion in 1989."),
        Example("In 2010 Norway ratified the treaty signed by the Soviet Union."),
        Example("In 1993 the republic took over the agreements with the Soviet Union."),
        Example("In 1985, the Soviet Union opened an embassy in Norby."),
        Example(
            "In 1995, the former Soviet Union was visited by her. "
            "The collapse of the Soviet Union in 1992 surprised her."
        ),
        Example("Its envoy signed an agreement with Czechoslovakia in 1991."),
        Example("She wrote a book on the Soviet Union in 1999, and a history of East Germany in 2003."),
        Example("The Soviet-built dam was repaired in 1999. The Soviet Union Street was renamed in 2005."),
        Example(
            "= Norby Works =\n\nNorby Works was a company. It was founded in 1938 and dissolved in 1970.\n\n"
            "== History ==\nIn 1968 the company opened a second factory. In 1982 its archive opened."
        ),
        Example("The United Nations admitted the country in 1961. It joined the European Union in 1986."),
        Example("In 1998 a locomotive delivered to East Germany was put on show by the town."),
        Example("A team composed of players from the Soviet Union was honoured in 2009."),
        Example("In 1996 she completed a survey begun under a mandate of the League of Nations."),
        Example("In 1919, Soviet Russia signed a treaty; the Soviet Union signed another about 1919."),
    ),
    claims=frozenset({"date"}),
)
