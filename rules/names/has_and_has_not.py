"""The article says that something is there, and elsewhere that it is not.

Why: a reader believes whichever sentence comes first.

Right all the same: when the two sentences speak of two times without saying so.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.facts.fact import Fact
from articles.page import Place
from articles.regex import regex
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.edits import strike
from rules.laws.names.having import contradictions
from rules.laws.names.missions import EMBASSIES, missions
from rules.laws.names.named_missions import named_embassies
from rules.laws.names.posts import own_state, posts
from rules.laws.names.things_had import things_had
from rules.laws.names.told_clause import told_clause
from rules.laws.nearby import sentence_at
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

_SENTENCE_END = regex(r"[.!?\n]")
PROSE = (Place.LEAD, Place.BODY, Place.TABLE, Place.CAPTION)


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Look for a mission, or any other thing, that one sentence states and another denies of the same subject."""
    told: dict[tuple[str, str | None, str | None], list[Fact]] = {}
    for fact in (*missions(article), *named_embassies(article)):
        if fact.place in PROSE and fact.scope.counterpart and fact.scope.when is None:
            sort = "embassy" if fact.scope.basis in EMBASSIES else fact.scope.basis
            told.setdefault((fact.subject, fact.scope.counterpart, sort), []).append(fact)
    settled: set[tuple[str, str | None]] = set()
    for (owner, host, sort), facts in told.items():
        has = next((fact for fact in facts if fact.polarity), None)
        has_not = next((fact for fact in facts if not fact.polarity), None)
        if has and has_not and _one_thing(article, has, has_not):
            first, second = sorted((has, has_not), key=lambda fact: fact.span)
            message = f"the article says that {owner} has {_a(sort)} in {host}, and that it has none"
            marks = (_mark(article, first), _mark(article, second))
            changes = strike(article, first.statement), strike(article, second.statement)
            yield Verdict(message, marks, changes=changes)
            settled.add((owner, host))
        elif len(facts) > 1:
            yield Outcome.CONSISTENT
    yield from _posted(article, told, settled)
    clauses = list(contradictions(article))
    known = {clause for pair in clauses for clause in pair}
    clauses += [pair for pair in things_had(article) if known.isdisjoint(pair)]
    for one, other in clauses:
        yield _between(article, one, other)


def _posted(
    article: Article, told: dict[tuple[str, str | None, str | None], list[Fact]], settled: set[tuple[str, str | None]]
) -> Iterator[Verdict]:
    """The embassies of the article's state, as clauses and tables tell them that name only the host."""
    own = own_state(article)
    posted = list(posts(article)) if own is not None else []
    for host in dict.fromkeys(post.host for post in posted):
        facts = told.get((str(own), host, "embassy"), [])
        spots = [(post.has, post.span) for post in posted if post.host == host]
        spots += [(fact.polarity, told_clause(article, fact)) for fact in facts if fact.scope.when is None]
        has = next((span for sure, span in spots if sure), None)
        has_not = next((span for sure, span in spots if not sure), None)
        if has is None or has_not is None or (own, host) in settled:
            continue
        first, second = sorted((has, has_not))
        if _SENTENCE_END.search(article.page.prose.text, first.end, second.start):
            marks = (Mark(span, "has one" if span == has else "has none") for span in (first, second))
            changes = tuple(strike(article, sentence_at(article, span.start)) for span in (first, second))
            message = f"the article says that {own} has an embassy in {host}, and that it has none"
            yield Verdict(message, tuple(marks), changes=changes)


def _between(article: Article, one: ProseSpan, other: ProseSpan) -> Verdict:
    """Two clauses on anything else that is had or not."""
    message = f"the article says “{article.page.text(one)}”, and elsewhere “{article.page.text(other)}”"
    changes = tuple(strike(article, sentence_at(article, clause.start)) for clause in (one, other))
    return Verdict(message, (Mark(one, "one statement"), Mark(other, "the contrary")), changes=changes)


def _one_thing(article: Article, has: Fact, has_not: Fact) -> bool:
    """Whether the denial covers the statement: a denial for one city says nothing of another.

    Two halves of one sentence tell of a change rather than of two opinions.
    """
    first, second = sorted((has.span, has_not.span))
    if not _SENTENCE_END.search(article.page.prose.text, first.end, second.start):
        return False
    if not isinstance(has_not.value, str) or not isinstance(has.value, str):
        return True
    return has.value == has_not.value


def _a(sort: str | None) -> str:
    name = sort or "a mission"
    return name if " a" in f" {name}"[:2] and not sort else f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _mark(article: Article, fact: Fact) -> Mark:
    return Mark(told_clause(article, fact), "has one" if fact.polarity else "has none")


_TITLE = "France–Norway relations"
_PAIR = f"= {_TITLE} =\n\n"

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.HIGH,
    bad=(
        Example(
            _PAIR + "⟦1:The two countries have a fishing treaty⟧ of 1950.\n\n== Law ==\n⟦2:No fishing treaty exists⟧ "
            "between the two states."
        ),
        Example(
            "= Norby =\n\nNorby is a town. Today ⟦1:the town keeps a fire brigade⟧ of its own.\n\n== Help ==\n⟦2:The "
            "town does not have a fire brigade⟧; that of Sudby comes."
        ),
        Example(
            "= Norby Bank =\n\nIt is a bank. ⟦1:The bank has no branches in Osby⟧.\n\n== Abroad ==\nToday ⟦2:the "
            "bank has three branches in Osby⟧."
        ),
        Example(
            "= Norby Clinic =\n\nIt is a clinic. The clinic has twelve beds and ⟦1:a library⟧, rebuilt in 2004."
            "\n\n== Books ==\nBooks come by van, as ⟦2:the clinic has no library⟧."
        ),
        Example(
            "= Norby Choir =\n\nIt sings. ⟦1:The choir has no hall of its own⟧.\n\n== Hall ==\nNow ⟦2:the choir "
            "has had its own hall⟧ by the river."
        ),
        Example(
            "= Norby Hall =\n\nNorby Hall is a college. ⟦1:There is a swimming pool on the campus⟧.\n\n== Sport ==\n"
            "⟦2:There is no swimming pool on the campus⟧, but a lake."
        ),
        Example(
            "= Norby Hall =\n\nNorby Hall is a college. ⟦1:The college has a faculty of law⟧.\n\n== Plans ==\n⟦2:The "
            "college does not have a faculty of law⟧, nor one of music."
        ),
        Example(
            "= Norby and Son =\n\nNorby and Son is a firm. ⟦1:The firm has a shop in Ems⟧.\n\n== Sales ==\nBooks go by "
            "post, for ⟦2:the firm has no shop in Ems⟧ or near it."
        ),
        Example(
            _PAIR + "⟦1:There is no French embassy in Oslo⟧.\n\n== Music ==\nA choir sang in ⟦2:the French embassy in "
            "Oslo⟧."
        ),
        Example(
            _PAIR + "⟦1:France has never opened an embassy in Oslo⟧.\n\n== Now ==\n⟦2:France has an embassy in Oslo⟧."
        ),
        Example(
            _PAIR + "⟦1:France has an embassy in Oslo⟧.\n\n== History ==\nAlthough ⟦2:France does not "
            "have an embassy in Norway⟧, trade has grown."
        ),
        Example(
            "= Norby =\n\nNorby is a town.\n\n== Travel ==\nAs ⟦1:the town has no railway station⟧, a bus runs.\n\n== "
            "Sights =="
            "\nThe well stands behind ⟦2:the railway station⟧, which employs nine people."
        ),
        Example(
            "= Norby Castle =\n\nNorby Castle is a castle. ⟦1:It never had a chapel⟧.\n\n== Rooms ==\n⟦2:The castle "
            "chapel⟧ "
            "holds two tombs."
        ),
        Example(
            "= Norby College =\n\nNorby College is a college with five houses, ⟦1:including a medical school⟧.\n\n== "
            "Needs ==\n"
            "⟦2:The college lacks a medical school⟧. It has a boathouse, but the boathouse has no roof."
        ),
        Example(
            "= Foreign relations of Norway =\n\nNorway is in Europe. ⟦1:Norway has an embassy in Peru⟧.\n\n== Network "
            "==\nThe "
            "network is small; ⟦2:it does not have an embassy in Peru⟧."
        ),
        wikitext(
            "Norway is in Europe.\n\n== Embassies ==\n{|\n! Host !! Kind\n|-\n| ⟦1:Peru⟧ || Embassy\n|}\n== Policy ==\n"
            "⟦2:Norway maintains no embassy in Peru⟧.",
            title="Foreign relations of Norway",
        ),
        wikitext(
            "⟦1:Norway does not have an embassy in [[France]]⟧.\n\n== Now ==\n⟦2:Norway has an embassy in [[Paris]]⟧.",
            title=_TITLE,
        ),
    ),
    good=(
        Example(
            "= Albania–Chad relations =\n\nAlbania has an embassy in Chad. From there it deals with states in which "
            "Albania does not have an embassy."
        ),
        Example(
            "= Norby Bank =\n\nNorby Bank is a bank. The bank has three branches.\n\n== Abroad ==\nThe bank has no "
            "branches in Osby."
        ),
        Example(
            _PAIR + "France has an embassy in Oslo. It is not true, he said, that France does not have an embassy in "
            "Norway."
        ),
        Example(
            "= Norby =\n\nNorby is a town. The town has no railway station; its people use the railway station in "
            "Sudby. It "
            "had a hotel until 1990 and has no hotel today. There is no school in Norby, but a school stands in Osby."
        ),
        Example(
            "= Norby Hospital =\n\nNorby Hospital is a hospital. It has no chapel. The chapel of the old poorhouse "
            "was pulled "
            "down in 1950. The annexe has no pharmacy; the pharmacy closes at six."
        ),
        Example(
            "= Foreign relations of Norway =\n\nNorway is in Europe. It has no embassy in Peru any more. Until 1990 "
            "Norway "
            "had an embassy in Peru. Sweden has an embassy in Peru."
        ),
        Example(
            _PAIR
            + "France has a fishing treaty with Denmark.\n\n== Law ==\nFrance has no fishing treaty with Norway. The "
            "two countries plan one, though until 1990 the two countries had a fishing treaty."
        ),
        Example(
            "= Norby =\n\nNorby is a town. The town has a railway museum.\n\n== Help ==\nThe town has no railway. In "
            "winter the town has no ferry to Sudby; the town has a ferry to Osby."
        ),
        Example(_PAIR + "France has an embassy in Oslo, but Norway does not have an embassy in France."),
        Example(
            _PAIR
            + "France does not have an embassy in Norway.\n\n== External links ==\n- Embassy of France in Oslo, Norway"
        ),
        Example(
            _PAIR + "France has a non-resident ambassador in Stockholm. France does not have an embassy in Norway."
        ),
        Example(_PAIR + "France has an honorary consulate in Bergen. France does not have an embassy in Norway."),
        Example(_PAIR + "France had an embassy in Oslo until 1990. France does not have an embassy in Norway today."),
    ),
)
