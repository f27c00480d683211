"""A land that is said to have no sea, and the coast that it is told to have all the same.

Both must be told of the article's own land: by its name, by what it is ("the duchy"), by "its". A sentence of another
time, of a lake's shore or of a neighbour says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Quantity
from articles.page import Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.names.called import AGENT, subject_of
from rules.laws.names.denying import clauses_at, own_clauses
from rules.laws.nearby import may_hold

_LANDLOCKED = "landlocked"
_COASTS = ("coast", "coasts", "coastline", "seacoast", "seaboard", "seashore", "seaport", "seaports", "sea")
_PHRASES = WordList(__file__, "dry")
_LAND = worded(__file__, r"\b{lands}\b")
_DRY = worded(
    __file__,
    r"\b(?P<verb>is|was|has|had|lay|lies|remained) (?:an? )?(?!no longer|not |never |once |then )"
    r"(?:(?!and |but |which )[\w-]+ ){0,3}?(?P<said>landlocked|{dry})\b(?! (?:after|since|from|when|until|except|but))",
)
_NAMED = worded(__file__, r"\bThe (?P<said>landlocked) {lands}\b")
_COAST = regex(r"\b(?P<coast>coast(?:line|s)?|sea-?coast|seaboard|sea-?shore|sea ?ports?)\b(?! guard| artillery)")
_OWNED = worded(
    __file__,
    r"(?:\b[Ii]ts(?: own)?|(?<![\w’'-])(?P<whose>[\w’'-]{1,30}(?: [\w’'-]{1,30})?)['’]s)"
    r"(?: (?!{joints}\b)[\w’-]{1,30}){0,3} (?:an? )?$",
)
_BARE = regex(r"(?:^|Along )(?:A|The|the) (?:[a-z-]+ ){0,2}$")
_LED = worded(__file__, r"(?i:{joints}) ")
_SEA = regex(r" on the [A-Z]\w+(?: (?:of )?[A-Z]\w+)*")
_OF = regex(r" of (?:the )?([\w’'-]+)")
_SIZE = regex(
    r" (?:of|some|about|is|was) (?:about |some |only )?(?P<size>[0-9][0-9.,]* ?(?:km|mi|kilomet(?:re|er)s|miles)\b)"
)
_HOLDS = worded(
    __file__,
    r" (?:also )?(?:has|have|had|possessed|possesses|owned|held|kept)(?P<what>(?: (?!{joints}\b)[\w’-]{1,30}){0,4} )$",
)
_TIMED = worded(__file__, r"\b{timed}\b", re.IGNORECASE)
_LASTING = regex(
    r" until (?:it|the [a-z]+) (?:was (?:[a-z]+ )?(?:dissolved|abolished|annexed)|ceased|came to an end|fell|ended)\b"
)
"""Until then a state has what it has all its time."""
_PAST = regex(r"\b(?:had|was|were)\b")
_WATER = worded(__file__, r"\b{inland}\b", re.IGNORECASE)
_STRANGER = regex(r"(?<=[a-z,;] )[A-Z][a-z]")


def dry_coast(article: Article) -> tuple[ProseSpan, ProseSpan] | None:
    """Where the article says that its land has no sea, and the coast that it tells of elsewhere."""
    about = article.parties
    if about.pair or about.person or not about.own:
        return None
    if "coastline" not in article.facts_by_property and not any(may_hold(article, word) for word in _COASTS):
        return None
    if not any(may_hold(article, phrase) and phrase in article.lowered for phrase in (_LANDLOCKED, *_PHRASES)):
        return None
    denied = _denied(article)
    if denied is None:
        return None
    dry, past = denied
    coast = next(_coasts(article, dry, past=past), None) or next(_measured(article), None)
    return None if coast is None else (dry, coast)


def _denied(article: Article) -> tuple[ProseSpan, bool] | None:
    """The words that deny a sea, and whether they are of the past."""
    text, lead = article.page.prose.text, {block.span for block in article.page.lead}
    for block in article.page.blocks:
        if block.form is not Form.PARAGRAPH:
            continue
        said = _DRY.search(text, *block.span) or _NAMED.search(text, *block.span)
        if said is None:
            continue
        clause = next(clauses_at(article, (said.start(),)), None)
        if clause is None:
            continue
        start = clause.start
        head = text[start : said.start()]
        own = re.fullmatch(
            rf"{AGENT}(?P<clause>{article.once(subject_of)} (?:(?:is|was) an? [^.;:()]{{1,80}} (?:that|which) )?)", head
        )
        if own is None and not (block.span in lead and said["said"] == "landlocked"):
            continue
        if _TIMED.search(text, start, said.start()):
            continue
        word = ProseSpan(*said.span("said"))
        clause = ProseSpan(start + own.start("clause"), word.end) if own else word
        past = said.re is not _NAMED and said.groupdict().get("verb") not in ("is", "has", "lies")
        return (word if said["said"] == "landlocked" else clause), past
    return None


def _coasts(article: Article, dry: ProseSpan, *, past: bool) -> Iterator[ProseSpan]:
    """The coasts that sentences tell of as the land's own."""
    text, subject = article.page.prose.text, article.once(subject_of)
    for sentence in own_clauses(article, beside=dry):
        words = text[sentence.start : sentence.end]
        found = _COAST.search(words)
        if found is None or _WATER.search(words):
            continue
        if _TIMED.search(_LASTING.sub("", words)):
            continue
        if not past and _PAST.search(words):
            continue
        held = _HOLDS.search(words, 0, found.start())
        if held is not None and re.fullmatch(rf"{AGENT}{subject}", words[: held.start()]):
            size = _SIZE.match(words, found.end())
            at = size.span("size") if size else (held.start("what") + 1, found.end())
        elif _is_own(article, words, found):
            owned, sea = _OWNED.search(words, 0, found.start()), _SEA.match(words, found.end())
            led = _LED.match(owned["whose"]) if owned and owned["whose"] else None
            at = (owned or found).start() + (led.end() if led else 0), (sea or found).end()
        else:
            continue
        yield ProseSpan(sentence.start + at[0], sentence.start + at[1])


def _measured(article: Article) -> Iterator[ProseSpan]:
    """The length of the land's coast, as the infobox or a sentence gives it."""
    for fact in article.facts_by_property.get("coastline", ()):
        long = fact.polarity and isinstance(fact.value, Quantity) and fact.value.amount.value > 0
        if long and fact.subject == article.parties.own and not _TIMED.search(article.page.text(fact.statement)):
            yield fact.span


def _is_own(article: Article, words: str, found: re.Match[str]) -> bool:
    """Whether a coast is the land's: "its coast", "the duchy's North Sea coast", "the coast of the state"."""
    ahead, behind = words[: found.start()], _OF.match(words, found.end())
    if behind is not None and _means_own(behind[1], article):
        return True
    owned = _OWNED.search(ahead)
    if owned is not None:
        if owned["whose"]:
            return _means_own(owned["whose"].split()[-1], article)
        return _STRANGER.search(ahead[: owned.start()]) is None
    return _BARE.search(ahead) is not None and _LAND.search(words[found.end() :]) is not None


def _means_own(name: str, article: Article) -> bool:
    """Whether a name, or a noun such as "duchy", means the article's land."""
    return name in article.parties.own.split() or _LAND.fullmatch(name) is not None
