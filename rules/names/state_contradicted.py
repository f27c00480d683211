"""The article says of its subject what cannot both be: two capitals, a coast without a sea, a "never" that was.

Why: the two statements shut each other out, and a reader may meet either one first.

Right all the same: when a capital was moved or is shared, and the sentences leave the time or the sort unsaid;
when the coast is that of a lake; when "never" is meant of a part of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Quantity
from articles.facts.fact import Fact
from articles.page import Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.agreement import agreement, comparable
from rules.laws.edits import say_alike
from rules.laws.nearby import sentence_at
from rules.laws.nevers import AGENT, instances, subject_of
from rules.laws.opposites import excluded, opposed
from rules.rule import Example, Mark, Outcome, Rule, Verdict, wikitext

PROSE = (Place.LEAD, Place.BODY)
_MOST = 50
"""How many statements on a capital are compared with each other."""

_LAND = "(?:country|state|kingdom|republic|principality|nation|duchy|territory|emirate|sultanate|khanate|empire|county)"
_COAST = r"(?P<coast>coast(?:line)?|sea-?coast|seaboard|sea ?shore|(?:only )?sea ?ports?)\b(?! guard)"
_HAS_COAST = regex(
    r"\b(?:has|have) (?P<coast>(?:an? )?(?:[a-z-]+ ){0,2}?(?:coast(?:line)?|sea ?shore))\b(?! guard)"
    r"(?: (?:of|some|about) (?P<size>[0-9][0-9.,]* ?(?:km|mi|kilomet(?:re|er)s|miles)\b))?"
)
_OWN_COAST = worded(
    __file__,
    rf"(?:\b(?:[Ii]ts|(?:[Tt]he|[Aa]) (?:{_LAND}|{{rulers}})['’]s)|(?P<bare>A|The)) (?:[a-z-]+ ){{0,2}}?{_COAST}",
)
_HAD_COAST = regex(rf"(?:It|The [a-z]+) had (?:an? )?(?:[a-z-]+ ){{0,2}}?{_COAST}")
_WATER = worded(__file__, r"\b{inland}\b", re.IGNORECASE)
_STRANGER = regex(r"\b[A-Z][a-z]")
_ONCE = regex(r"[^.]{0,60}\b(?:until|once|lost|before|former|no longer)\b")
_LOST = regex(r"\b(?:[Uu]ntil|[Oo]nce|lost|[Bb]efore|[Ff]ormer(?:ly)?)\b")
_BY_THEN = regex(r"\b(?:[Hh]ad|[Uu]ntil|[Oo]nce|lost|[Bb]efore|[Ff]ormer(?:ly)?)\b")
_LANDLOCKED = regex(
    r"\b(?P<verb>is|was) (?:an? )?(?!no |not |never |once |then )(?:[\w-]+ ){0,3}?(?P<said>landlocked)\b"
    r"(?! (?:after|since|from|when|until))"
    rf"|\bThe (?P<named>landlocked) {_LAND}\b"
)


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare the capitals that the text names, and look for a landlocked country's coast and for what was "never"."""
    yield from _capitals(article)
    yield from _coast(article)
    told: set[ProseSpan] = set()
    for never, done in instances(article):
        told.update((never, done))
        first, second = article.page.text(never), article.page.text(done)
        marks = (Mark(never, "never"), Mark(done, "and yet"))
        yield Verdict(f"the article says “{first}”, and elsewhere “{second}”", marks)
    for one, other in (*opposed(article), *excluded(article)):
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


def _coast(article: Article) -> Iterator[Verdict]:
    if "landlocked" not in article.page.prose.text:
        return
    facts = article.facts_by_property.get("coastline", ())
    lead = {block.span for block in article.page.lead}
    for block in article.page.blocks:
        said = _LANDLOCKED.search(article.page.prose.text, block.span.start, block.span.end)
        if said is None or not (block.span in lead or _of_own(article, said)):
            continue
        past = said["verb"] != "is"
        coasts = list(_own_coasts(article, past=past))
        coasts += [fact.span for fact in facts if _is_long(fact) and _of_today(article, fact)] or list(_coasts(article))
        if coasts:
            text = article.page.text(coasts[0])
            message = f"a landlocked country has no coast, but the article tells of one: {text}"
            span = ProseSpan(*said.span("said" if said["said"] else "named"))
            yield Verdict(message, (Mark(span, "no coast"), Mark(coasts[0], "a coast")))
        return


def _of_own(article: Article, said: re.Match[str]) -> bool:
    """Whether a sentence below the lead calls the subject landlocked, by its name or what it is called."""
    head = article.page.prose.text[sentence_at(article, said.start()).start : said.start()]
    return re.fullmatch(rf"{AGENT}{article.once(subject_of)} ", head) is not None


def _own_coasts(article: Article, *, past: bool) -> Iterator[ProseSpan]:
    """The coast that a sentence tells of as the subject's own, of a land of the past where that was one."""
    text = article.page.prose.text
    for pattern in (_OWN_COAST, _HAD_COAST) if past else (_OWN_COAST,):
        for found in pattern.finditer(text):
            sentence = sentence_at(article, found.start() + 1)
            words = article.page.text(sentence)
            at = found.start() - sentence.start
            bare = pattern is _OWN_COAST and found["bare"]
            owned = at == 0 and re.search(rf"\b{_LAND}\b", words) if bare else not _STRANGER.search(words[1:at])
            if owned and not (_LOST if past else _BY_THEN).search(words) and not _WATER.search(words):
                yield ProseSpan(*found.span("coast"))


def _coasts(article: Article) -> Iterator[ProseSpan]:
    """The coast that a sentence says the subject has today."""
    text = article.page.prose.text
    own = re.escape(article.parties.own)
    for match in _HAS_COAST.finditer(text):
        start = max(text.rfind("\n", 0, match.start()), text.rfind(". ", 0, match.start()) + 1) + 1
        before = text[start : match.start()]
        if re.fullmatch(rf"(?:It|The {_LAND}|(?:The )?{own}) (?:also )?", before) and not _ONCE.search(
            text, match.end(), match.end() + 60
        ):
            yield ProseSpan(*(match.span("size") if match["size"] else match.span("coast")))


def _of_today(article: Article, fact: Fact) -> bool:
    """Whether a coast is told as the subject's own, and not as one that it had."""
    return fact.subject == article.parties.own and not _BY_THEN.search(article.page.text(fact.statement))


def _is_long(fact: Fact) -> bool:
    return fact.polarity and isinstance(fact.value, Quantity) and fact.value.amount.value > 0


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Norby Rovers Rowing Club =\n\nNorby Rovers row.\n\nThough near it, ⟦1:the Rovers have never won the "
            "Ems Cup⟧.\n\nUnder Bo Lind, ⟦2:the Rovers won the Ems Cup⟧ in 1937."
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
            "= Ostland =\n\nOstland was a ⟦1:landlocked⟧ duchy in the hills.\n\n== Land ==\nAlong its ⟦2:coast⟧ lay "
            "salt pans."
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
