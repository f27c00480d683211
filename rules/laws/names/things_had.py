"""An institution or a building that an article's subject is said to lack, and that it speaks of as being there.

The denial is a clause on the subject, "The town has no railway station"; against it stands a clause that says that
there is one, or the thing by its article or as the subject's own: "opposite the railway station", "the town's station".
What may be another's, or of another time, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.page import Form, Place
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.names.called import AHEAD, subject_names
from rules.laws.names.denying import clauses_at, denying
from rules.laws.names.own_names import own_noun, own_subject

_NOUNS = WordList(__file__, "nouns")
_THING = worded(__file__, r"(?:[a-z]+[ -]){0,2}?{nouns}\b(?=[.,;:)]|$| {closing}\b)")
_NO = worded(
    __file__,
    r" (?:{light} )?(?:(?:{having}) no |lacks? (?:an? |any |its own )|(?:does|do) not (?:{light} )?{have} (?:an? |any "
    "|its own )"
    r"|(?P<never>(?:(?:has|have|had) )?never (?:had|possessed|owned|got|been given) (?:an? |any |its own ))"
    r"|(?:is|are) without (?:an? |any ))",
)
_SITES = WordList(__file__, "sites")
_THERE = regex(r"(?:[Tt]here (?:is|are|has never been) (?:no|not an?|an?) )")
_NONE = regex(r"[Nn]o ")
_STANDS = worded(__file__, r" {stands} (?:in|on|at) ")
_OPENS = regex(r"(?:^|[.;:,(—] |\b(?:as|because|since|although|though|while|but|and|where|that|so) )$", re.IGNORECASE)
_PLACED = regex(r" (?:in|on|at|of|near|for|from|to) ")
_INSIDE = regex(r" (?:in|on|at) (?:the|its|an?) [a-z]")
"""Behind a thing that is had: a part of what has it."""
_TIMED = worded(__file__, r"\b{timed}\b", re.IGNORECASE)
_NEGATED = worded(__file__, r"\b{negated}\b", re.IGNORECASE)
_UNTIL = worded(__file__, r" {until}\b")
_GONE = worded(__file__, r"(?<!\bhas )(?<!\bhave )\b{past}\b")
_HELD = worded(
    __file__,
    r"(?:(?:{having}|(?:has|have) had|{holding}|{there})|\b(?:including|includes|with|comprising)|home to)"
    r" (?:also )?(?:an?|its own|one) (?:{plain} )?$",
)
_LISTED = worded(__file__, r"\b{having} [^.;:]{2,80}?(?:,| and|, and| as well as) (?P<thing>an? )$")
_OF_ITS_OWN = regex(r" of (?:its|their) own\b")
_OTHERS = worded(__file__, r"\b(?:an?|another|{others}) $", re.IGNORECASE)
_NEXT = worded(__file__, r"[.,;:)]|$| {closing}\b| {acts}\b")
_WAS = worded(__file__, r",? {past}\b")
_DATED = regex(r" of (?:the )?[0-9]")
_WIDTH = 90


def things_had(article: Article) -> Iterator[tuple[ProseSpan, ProseSpan]]:
    """Each denial with the first mention that goes against it, in the order of the text."""
    about = article.parties
    if about.pair or about.person or not about.own:
        return
    seen: set[str] = set()
    for sentence in clauses_at(article, (at for told in article.once(denying).values() for at in told)):
        for clause, thing, never in _denials(article, sentence):
            mention = None if thing in seen else _mention(article, clause, thing, never=never)
            seen.add(thing)
            if mention is not None:
                first, second = sorted((clause, mention))
                yield first, second


def _denials(article: Article, sentence: ProseSpan) -> Iterator[tuple[ProseSpan, str, bool]]:
    """What a sentence says that the subject has not: the clause, the thing, and whether it is said of all time."""
    text = article.page.prose.text
    for said in _NO.finditer(text, *sentence):
        start = _who(article, sentence.start, said.start())
        opens = start >= 0 and _OPENS.search(text, max(sentence.start - 1, start - 12), start)
        if opens or (start >= 0 and AHEAD.fullmatch(text, sentence.start, start)):
            yield from _thing(article, ProseSpan(start, said.end()), sentence, never=bool(said["never"]))
    for there in _THERE.finditer(text, *sentence):
        if not there[0].endswith(("no ", "not a ", "not an ")) and "never" not in there[0]:
            continue
        yield from _thing(article, ProseSpan(*there.span()), sentence, never="never" in there[0])
    none = _NONE.match(text, *sentence)
    if none is not None:
        yield from _thing(article, ProseSpan(*none.span()), sentence, never=False, stands=True)


def _who(article: Article, start: int, at: int) -> int:
    """Where the subject or its site is named right before a place; -1 where it is not."""
    text, names = article.page.prose.text, article.once(_named)
    if not text.endswith(names, start, at):
        return -1
    begins = (at - len(name) for name in names if text.endswith(name, start, at))
    return next((begin for begin in begins if not text[begin - 1 : begin].isalnum()), -1)


def _named(article: Article) -> tuple[str, ...]:
    """What the subject or its site is called, the longest first."""
    noun = own_noun(article)
    sites = (f"{the}he {site}" for site in ((noun,) if noun else ()) + tuple(_SITES) for the in "tT")
    return tuple(sorted({*article.once(subject_names), *sites}, key=len, reverse=True))


def _thing(
    article: Article, head: ProseSpan, sentence: ProseSpan, *, never: bool, stands: bool = False
) -> Iterator[tuple[ProseSpan, str, bool]]:
    """The thing behind a denial, where nothing bounds it to a part, a time or another place."""
    text = article.page.prose.text
    thing = _THING.match(text, head.end, sentence.end) if not stands else _STOOD.match(text, head.end, sentence.end)
    if thing is None:
        return
    name = thing["thing"] if stands else thing[0]
    end = thing.end()
    own = _OF_ITS_OWN.match(text, end)
    end = own.end() if own else end
    if not own and (stands or _PLACED.match(text, end)):
        at = thing.end() if stands else _PLACED.match(text, end).end()  # type: ignore[union-attr]
        own = re.match(rf"{article.once(own_subject)}(?=[.,;:)]|$| [a-z])", text[at : sentence.end])
        if own is None:
            return
        end = at + own.end()
    if not _UNTIL.match(text, end, sentence.end) and not _TIMED.search(text, head.start, end):
        yield ProseSpan(head.start, end), name, never


_STOOD = worded(__file__, r"(?P<thing>(?:[a-z]+[ -]){0,2}?{nouns}) {stands} (?:in|on|at) ")


def _mention(article: Article, clause: ProseSpan, thing: str, *, never: bool) -> ProseSpan | None:
    """The first place that speaks of the thing as the subject's; None where some place may speak of another's."""
    found: ProseSpan | None = None
    text = article.page.prose.text
    for at in _places(text, thing):
        if clause.start <= at < clause.end:
            continue
        if not _prose(article, at):
            continue
        own = article.lowered.endswith(f"the {article.once(own_noun)} ", max(at - 30, 0), at)
        if not own and _OTHERS.search(text, max(at - 30, 0), at) and not _held(article, at):
            return None
        said = _as_own(article, at, thing, never=never)
        if said is None and not _is_part(text, at, len(thing)):
            return None
        found = found or said
    return found


def _places(text: str, thing: str) -> Iterator[int]:
    """Where a thing is named, as whole words."""
    at = text.find(thing)
    while at >= 0:
        if not text[at - 1 : at].isalnum() and not text[at + len(thing) : at + len(thing) + 1].isalnum():
            yield at
        at = text.find(thing, at + 1)


def _prose(article: Article, at: int) -> bool:
    block = article.page.block_at(at)
    return block is not None and block.form in (Form.PARAGRAPH, Form.ITEM) and block.place in (Place.LEAD, Place.BODY)


def _held(article: Article, at: int) -> re.Match[str] | None:
    """The words by which the subject is said to have what stands there: "including a", "there is a"."""
    text = article.page.prose.text
    start = max(text.rfind("\n", 0, at) + 1, at - _WIDTH)
    held = _HELD.search(text, start, at)
    listed = None if held else _LISTED.search(text, start, at)
    return listed if listed and re.search(rf"{article.once(own_subject)} $", text[start : listed.start()]) else held


def _as_own(article: Article, at: int, thing: str, *, never: bool) -> ProseSpan | None:
    """The phrase or the clause that speaks of the thing as being the subject's."""
    text, end = article.page.prose.text, at + len(thing)
    part = _part(text, at)
    past = _GONE.search(text, part.start, at) or _WAS.match(text, end)
    if not _NEXT.match(text, end) or (not never and past) or _TIMED.search(text, *part):
        return None
    held = _held(article, at)
    if _NEGATED.search(text, part.start, at) or not (_here(article, end) or (held and _INSIDE.match(text, end))):
        return None
    if held is not None:
        start = held.start("thing") if "thing" in held.groupdict() else held.start()
        return _clause(article, ProseSpan(start, end), part)
    own = re.search(rf"(?:\b[Tt]he |\b[Ii]ts |{article.once(own_subject)}(?:['’]s)? )$", text[part.start : at])
    return ProseSpan(part.start + own.start(), end) if own else None


def _here(article: Article, end: int) -> bool:
    """Whether a thing is not said to be in, at or of another place or body."""
    text = article.page.prose.text
    placed = _PLACED.match(text, end)
    if placed is None or _DATED.match(text, end) or placed[0].strip() not in ("in", "of", "at", "on", "near", "for"):
        return True
    return re.match(article.once(own_subject), text[placed.end() : placed.end() + _WIDTH]) is not None


def _clause(article: Article, span: ProseSpan, part: ProseSpan) -> ProseSpan:
    """What says that there is one, with its subject where that stands right before it."""
    text = article.page.prose.text
    head = text[part.start : span.start]
    who = re.search(rf"{article.once(own_subject)} $", head)
    return ProseSpan(part.start + who.start(), span.end) if who else ProseSpan(span.start, span.end)


def _part(text: str, at: int) -> ProseSpan:
    """The part of a sentence between semicolons in which a place stands."""
    signs = ((text.rfind(sign, 0, at), len(sign)) for sign in ("\n", ". ", "; "))
    start = max((found + size for found, size in signs if found >= 0), default=0)
    ends = (text.find(sign, at) for sign in ("\n", ". ", ";"))
    return ProseSpan(start, min((end for end in ends if end >= 0), default=len(text)))


def _is_part(text: str, at: int, length: int) -> bool:
    """Whether a name is a part of a longer one: "railway station café"."""
    behind = text[at + length : at + length + 1]
    return behind == "-" or text[at - 1 : at] == "-"
