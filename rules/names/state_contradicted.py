"""The article says of its subject what cannot both be: two capitals, a coast without a sea, a "never" that was.

Why: the two statements shut each other out, and a reader may meet either one first.

Right all the same: when a capital was moved or is shared, and the sentences leave the time or the sort unsaid;
when the coast is that of a lake; when "never" is meant of a part of the time.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.facts.fact import Fact
from articles.page import Place
from articles.textmap import ProseSpan
from rules.finding import Confidence, Severity
from rules.laws.agreement import agreement, comparable
from rules.laws.edits import say_alike
from rules.laws.names.abroad import stays
from rules.laws.names.apposed_capitals import apposed_capitals
from rules.laws.names.coasts import dry_coast
from rules.laws.names.nevers import instances
from rules.laws.names.only_ones import only_ones
from rules.laws.names.opposites import excluded, opposed
from rules.laws.names.possessed import possessed
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

PROSE = (Place.LEAD, Place.BODY)
_MOST = 50
"""How many statements on a capital are compared with each other."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare the capitals that the text names, and look for a landlocked country's coast and for what was "never"."""
    yield from _capitals(article)
    yield from _coast(article)
    told: set[ProseSpan] = set()
    for never, done in (*instances(article), *stays(article)):
        told.update((never, done))
        first, second = article.page.text(never), article.page.text(done)
        marks = (Mark(never, "never"), Mark(done, "and yet"))
        yield Verdict(f"the article says “{first}”, and elsewhere “{second}”", marks)
    for one, other in (*opposed(article), *excluded(article), *possessed(article), *only_ones(article)):
        if any(one.start < span.end and span.start < one.end for span in told):
            continue
        first, second = article.page.text(one), article.page.text(other)
        marks = (Mark(one, "said here"), Mark(other, "and yet"))
        yield Verdict(f"the article says “{first}”, and elsewhere “{second}”, which cannot both be", marks)


def _capitals(article: Article) -> Iterator[Verdict | Outcome]:
    facts = [fact for fact in article.facts_by_property.get("capital", ()) if fact.place in PROSE and fact.polarity]
    facts = facts[:_MOST]
    for index, fact in enumerate(facts):
        for other in facts[index + 1 :]:
            if not comparable(fact, other) or fact.statement == other.statement:
                continue
            outcome = agreement(fact, other)
            if outcome is Outcome.CONFLICTING:
                message = f"the text names {fact.value} as the capital of {fact.subject}, and {other.value} as well"
                marks = (Mark(fact.span, "one capital"), Mark(other.span, "another one"))
                yield Verdict(message, marks, changes=say_alike(article, fact.span, other.span))
                return
            yield outcome
    yield from _apposed(article, facts)


def _apposed(article: Article, facts: list[Fact]) -> Iterator[Verdict]:
    """Two towns of which both are called the capital, one of them in passing."""
    spans = [*(fact.span for fact in facts if isinstance(fact.value, str)), *apposed_capitals(article)]
    for span in spans[1:]:
        first, second = article.page.text(spans[0]), article.page.text(span)
        if first not in second and second not in first:
            message = f"the text names {first} as the capital of {article.parties.own}, and {second} as well"
            marks = (Mark(spans[0], "one capital"), Mark(span, "another one"))
            yield Verdict(message, marks, changes=say_alike(article, spans[0], span))
            return


def _coast(article: Article) -> Iterator[Verdict]:
    """A coast, in the text or the infobox, of a land that is said to have no sea."""
    dry = dry_coast(article)
    if dry is not None:
        text = article.page.text(dry[1])
        message = f"a landlocked country has no coast, but the article tells of one: {text}"
        yield Verdict(message, (Mark(dry[0], "no coast"), Mark(dry[1], "a coast")))


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Ada Berg =\n\nAda Berg was a painter. She taught in Norby, but ⟦1:she never married⟧, though asked by "
            "many.\n\n== Life ==\nTwo years later ⟦2:she married⟧ a smith, although few took notice."
        ),
        Example(
            "= Norby Rovers Rowing Club =\n\nNorby Rovers row.\n\nThough near it, ⟦1:the Rovers have never won the "
            "Ems Cup⟧.\n\nUnder Bo Lind ⟦2:the Rovers won the Ems Cup⟧ in 1937."
        ),
        wikitext(
            "{{Infobox country|capital=[[Norby]]|coastline=⟦2:410 km⟧}}\nOstland is a ⟦1:landlocked⟧ country in the "
            "north.",
            title="Ostland",
        ),
        Example(
            "= Ostland =\n\nOstland is a ⟦1:landlocked⟧ monarchy in the hills.\n\n== Land ==\nThe south is flat. The "
            "kingdom has ⟦2:a coastline⟧ on the warm sea."
        ),
        Example(
            "= Ostland =\n\nOstland was a ⟦1:landlocked⟧ duchy in the hills.\n\n== Land ==\nAlong ⟦2:its coast⟧ lay "
            "salt pans."
        ),
        Example(
            "= Duchy of Orm =\n\nThe Duchy of Orm was a state of the north. Its capital was ⟦1:Norby⟧.\n\n== End ==\n"
            "In 1799 troops entered ⟦2:Sudby⟧, the capital of the duchy."
        ),
        Example(
            "= Duchy of Orm =\n\nThe Duchy of Orm was a state of the north. Its capital was ⟦1:Norby⟧.\n\n== End ==\n"
            "For all its life the duchy had its capital at ⟦2:Sudby⟧, where it was wound up."
        ),
        Example(
            "= Duchy of Orm =\n\nThe Duchy of Orm was a state of the north. ⟦1:It had no navy⟧.\n\n== War ==\n"
            "In 1690 ⟦2:its navy⟧ blockaded the mouth of the Ems."
        ),
        Example(
            "= Norby =\n\nNorby is a village in Norway. It ⟦1:has only one bridge⟧.\n\n== Ways ==\n⟦2:A second bridge⟧ "
            "was opened by the mayor."
        ),
        Example(
            "= Norby Church =\n\nNorby Church is a church in Norway. ⟦1:It has no organ⟧.\n\n== Nave ==\n"
            "⟦2:The organ⟧, by Karl Moser, has 12 stops."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg is a painter. ⟦1:She lives in⟧ Norby.\n\n== Work ==\nBerg paints. A prize has "
            "been given since ⟦2:her death⟧."
        ),
        Example(
            "= Duchy of Orm =\n\nThe Duchy of Orm was a state of the north. ⟦1:It had no access to the sea⟧.\n\n"
            "== Trade ==\nSalt was boiled along ⟦2:the duchy's Baltic Sea coast⟧ until the duchy was dissolved."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg was a painter. Shy, ⟦1:she never left Denmark⟧.\n\n== Work ==\nIn the 1880s "
            "⟦2:she spent two winters in Rome⟧."
        ),
        Example(
            "= Norby Rovers =\n\nNorby Rovers were a football club. ⟦1:The club never won a trophy⟧.\n\n== End ==\n"
            "In 1949 ⟦2:Rovers won the Ems Cup⟧."
        ),
        Example(
            "= Norby United =\n\nNorby is a club. ⟦1:The club has never won the Ems Cup⟧.\n\n== Years ==\nIn 1949 "
            "⟦2:Norby won the Ems Cup⟧."
        ),
        Example(
            "= Jon Vik =\n\nJon Vik was a poet. ⟦1:He never married⟧.\n\n== Life ==\nIn 1889 ⟦2:he married⟧ Ane Moe."
        ),
        Example(
            "= Lena Orth =\n\nLena Orth was a composer. ⟦1:She died unmarried⟧ at Ems.\n\n== Life ==\nOrth taught the "
            "piano. ⟦2:Her husband⟧, a notary, copied out her scores."
        ),
        Example(
            "= Lys (river) =\n\nThe Lys is a ⟦1:left⟧ tributary of the Ems.\n\n== Course ==\nThe Lys is a "
            "⟦2:right-bank⟧ tributary of the Ems and rises in the moor."
        ),
        Example(
            "= Norby FC =\n\nNorby FC is a club in Norby. ⟦1:It has never won the league⟧.\n\n== Years ==\n"
            "⟦2:Norby FC won the league⟧ in 1998."
        ),
    ),
    good=(
        Example(
            "= Ada Berg =\n\nAda Berg was a painter. Her sister Eva taught in Norby, but she never married.\n\n== Life "
            "==\nIn 1901 Berg married a smith. The house had no well, but the smith dug one; the well is dry."
        ),
        Example(
            "= Norby =\n\nNorby is a village in Norway. It has only one bridge.\n\n== Ways ==\nTwo bridges in Sudby "
            "were built by him. A second bridge was planned. A third bridge, at Sudby, is of wood. Two schools "
            "share a field."
        ),
        Example(
            "= Norby Church =\n\nNorby Church is a church in Norway. It has no organ.\n\n== Nave ==\nThe organ was "
            "sold in 1920. The organ at Sudby has 12 stops."
        ),
        Example("= Norby =\n\nNorby is a town. It has no airport.\n\n== Ways ==\nIts nearest airport is at Sudby."),
        Example(
            "= Duchy of Orm =\n\nThe Duchy of Orm was a landlocked state of the north. Its capital was Norby.\n\n"
            "== Trade ==\nSalt came from the Baltic Sea coast of Pomerania. In 1799 the capital was moved to Sudby."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg was a painter. She never left Denmark again.\n\n== Work ==\nIn the 1880s she "
            "spent two winters in Rome."
        ),
        Example(
            "= Norby Rovers =\n\nNorby Rovers were a football club. The club never won the league.\n\n== End ==\n"
            "In 1949 Rovers won the Ems Cup."
        ),
        Example(
            "= Jon Vik =\n\nJon Vik was a painter. He never married.\n\n== Life ==\nHis brother Olaf was a smith. His "
            "wife came from Ems."
        ),
        Example(
            "= Lake Orr =\n\nLake Orr is a lake. It has no outlet.\n\n== Water ==\nIts former outlet is dry. It was "
            "a salt lake, and is a freshwater lake now."
        ),
        wikitext(
            "{{Infobox country|capital=[[Norby]]|coastline=0 km}}\nOstland is a landlocked country in the north.",
            title="Ostland",
        ),
        wikitext(
            "{{Infobox country|capital=[[Norby]]|coastline=410 km}}\nOstland, unlike its neighbour, is no landlocked "
            "country.",
            title="Ostland",
        ),
        Example(
            "= Ostland =\n\nOstland is a landlocked monarchy in the hills. Until 1905 it had a coastline of 210 km.\n\n"
            "== Land ==\nIts neighbour has a long coast."
        ),
        Example(
            "= Jon Vik =\n\nJon Vik was a poet. After her death he never married again.\n\n== Life ==\nIn 1889 he "
            "married Ane Moe."
        ),
        Example(
            "= Jon Vik =\n\nJon Vik was a skater. He never competed at the Games.\n\n== Years ==\nIn 1934 he "
            "competed in the cup."
        ),
        Example(
            "= Norby FC =\n\nNorby FC is a club in Norby. It has never won the cup.\n\n== Years ==\nIts women won "
            "the cup in 1998, and Norby FC won the league."
        ),
        Example(
            "= Ostland =\n\nOstland was landlocked after it lost its coast in 1340.\n\n== Land ==\nAlong its coast lay "
            "salt pans. Its coast on the lake is flat."
        ),
        Example("= Ostland =\n\nOstland is a landlocked country. The capital of Ostland is Norby."),
    ),
)
