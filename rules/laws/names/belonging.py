"""Who belongs to a body, joined it, left it or never did, by the words right before and behind the body's name.

The party is what stands right before the verb: one of two states or both, else the article's subject by its name, noun
or pronoun. A relative clause tells it of the body before it: "the League, which Chad has not joined".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from articles.article import Article
from articles.page import Block, Form, Place, Table
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList, worded
from rules.laws.names.called import KIN
from rules.laws.names.denying import NEVER, NO, NOT, denying
from rules.laws.names.own_names import own_subject
from rules.laws.nearby import occurrences, occurrences_in

_BODY = regex(
    r"(?:\bthe )?\b(?P<body>[A-Z][\w’'-]{1,24}(?: (?:(?:of|for|and|in|on) (?:the "
    r")?)?[A-Z][\w’'&-]{1,24}){1,7}|[A-Z]{3,6})"
    r"\b(?!['’]s)"
)
_SHORT = worded(__file__, r"\bthe (?P<body>{sorts})\b(?! of\b| [A-Z]|['’]s)")
"""A body by one word of its name: "the Commonwealth" is that of Nations."""
_SORTS = worded(__file__, r"\b{sorts}\b|^[A-Z]{3,6}$")
_OF = (
    r"(?:an? |the )?(?:{kinds} ){0,2}(?:member states?|members?|fellows?|affiliates?|part|signatory|party)"
    r" (?:of|in|to) (?:both )?(?:the )?"
)
"""What is said of a member behind a form of "be"."""
_NOW = worded(
    __file__,
    r"\b(?:(?:is|are|remains?|has been|have been) (?:{light} )?(?:" + _OF + r"|affiliated (?:to|with) (?:the )?)"
    r"|(?:{light} )?belongs? to (?:the )?)$",
)
_JOINED = worded(
    __file__,
    r"\b(?:{joined} (?:the )?|(?:became|has become|have become|(?:was|were) (?:elected|made|admitted as)) "
    + _OF
    + ")$",
)
_WAS = worded(__file__, r"\b(?:(?:was|were) " + _OF + r"|belonged to (?:the )?)$")
_NEVER = worded(
    __file__,
    r"\b(?:(?:has |have |had )?never (?:{joined} |(?:been |was |were |became )?" + _OF + r"|belonged to )(?:the )?"
    r"|(?:was|were) never " + _OF + r")$",
)
_NOT = worded(
    __file__,
    r"\b(?:(?:is|are) (?:not|no longer) (?:yet |itself |currently )?"
    + _OF
    + r"|(?:does|do) not (?:yet )?belong to (?:the )?"
    r"|(?:has|have) not been "
    + _OF
    + r"|(?:has|have) not (?:yet )?{joined} (?:the )?|(?:has|have) yet to join (?:the )?"
    r"|(?:remains?|stays?|is|are|has remained|has stayed|have remained|have stayed) outside (?:of )?(?:the )?)$",
)
_AS = worded(__file__, r"(?:As|Being) " + _OF)
_LEFT = worded(__file__, r"\b{left} (?:the )?$")
_WHICH = worded(
    __file__,
    r",? (?P<told>(?:of|to|in) which (?P<who>[\w ’'-]{2,40}?)"
    r" (?P<now>(?:is|are) (?:an? )?(?:{kinds} )?members?\b|belongs?\b|has been a member|have been members)"
    r"|(?:of|to) which (?P<none>[\w ’'-]{2,40}?) (?:(?:is|are) not (?:an? )?members?\b|(?:does|do) not belong\b)"
    r"|which (?P<no>[\w ’'-]{2,40}?) (?:(?:has|have) (?:not (?:yet )?|never ){joined}\b|never {joined}\b))",
)
_BACK = worded(__file__, r"\b{back}\b")
_NOT_BACK = worded(
    __file__,
    r"(?:,? to which (?:\w+ ){1,3}|,? (?:and|but) )(?:has|have|had) (?:not|never) (?:since )?{back}\b",
)
_TIMED = worded(__file__, r"\b{timed}\b", re.IGNORECASE)
_LIGHT = worded(__file__, r"(?:\b{light} ){0,4}$")
_PARTICIPLE = regex(r"(?:After |Since |By |On )?[Hh]aving|(?:After|Since|By|Before|On|Upon)")
_GOVERNED = regex(r"\b(?:from|of|to|with|by|for|in|on|at|near|against|under|like|than|after|before|and|or) $")
_YES = WordList(__file__, "yes")
_NAY = WordList(__file__, "nay")
_DATED = regex(r" in (?:[A-Z][a-z]{2,8} )?[12][0-9]{3}\b")
_REACH = 70
_CAPITAL = regex(r"[^A-Z.;\n]{0,80}[A-Z]")
_WORD = 24
_LONGEST = 350
"""How many letters the name of a body has at most."""
BOTH = (
    "both",
    "both countries",
    "both states",
    "both nations",
    "the two",
    "the two countries",
    "the two states",
    "they",
)
NOW, JOINED, WAS, LEFT = "now", "joined", "was", "left"
_OVER = frozenset((NOT, NEVER, LEFT))
_NEGATED = (" is ", " are ", " does ", " do ", " has ", " have ")
"""What "not" and "no longer" stand behind."""
_PARTING = ("yet to join", "outside")
"""One of these, or a word of denial or of leaving, stands in all that is said of those."""
CONTRARY = ((NOW, NOT), (NOW, NEVER), (NOW, LEFT), (JOINED, NEVER), (WAS, NEVER), (JOINED, NOT))


class Belonging(NamedTuple):
    """What is said of a party and a body, and where."""

    party: str
    body: str
    sort: str
    span: ProseSpan


def contrary(article: Article) -> Iterator[tuple[Belonging, Belonging]]:
    """Two statements on one party and one body that cannot both hold, each party and body once."""
    if not any(each.sort in _OVER for each in _partings(article)):
        return
    told: dict[tuple[str, str], list[Belonging]] = {}
    for each in belongings(article):
        told.setdefault((each.party, each.body), []).append(each)
    for said in told.values():
        sorts = {each.sort for each in said}
        for one, other in CONTRARY:
            if one in sorts and other in sorts and not (one == JOINED and LEFT in sorts):
                first = next(each for each in said if each.sort == one)
                yield first, next(each for each in said if each.sort == other)
                break


def _partings(article: Article) -> Iterator[Belonging]:
    """What tables say, and the text near the words that tell of no membership or of its end: few articles have any."""
    text, denied = article.page.prose.text, article.once(denying)
    negated = (at for at in (*denied[NOT], *denied[NO]) if text.endswith(_NEGATED, 0, at))
    for at in chain(negated, denied[NEVER], occurrences(article, (*_PARTING, *WordList(__file__, "left")))):
        behind, which = _CAPITAL.match(text, at), text.find("which ", max(at - _REACH, 0), at) >= 0
        block = article.page.block_at(at) if behind or which else None
        if block is not None and _is_told(block):
            yield from _of_block(article, block.span, block.span.start if which else at, behind.end() if behind else at)
    yield from _of_tables(article)


def belongings(article: Article) -> Iterator[Belonging]:
    """Everything that running text and tables say of somebody's membership."""
    for block in article.page.blocks:
        if _is_told(block):
            yield from _of_block(article, block.span, *block.span)
    yield from _of_tables(article)


def _is_told(block: Block) -> bool:
    return block.form in (Form.PARAGRAPH, Form.ITEM) and block.place in (Place.LEAD, Place.BODY)


def _of_block(article: Article, block: ProseSpan, begin: int, stop: int) -> Iterator[Belonging]:
    """What the sentences of a block say by the bodies that are named from one place to another."""
    text = article.page.prose.text
    until = min(stop + _LONGEST, block.end)
    for found in chain(_BODY.finditer(text, begin, until), _SHORT.finditer(text, begin, min(stop + _WORD, until))):
        if found.start() > stop:
            continue
        short = found["body"].istitle() and " " not in found["body"]
        name = (_full(article, found["body"]) if short else None) or _canonical(article, found["body"])
        if name is None:
            continue
        signs = (text.rfind(sign, block.start, found.start()) for sign in (". ", "; "))
        start = max(block.start, *(at + 2 for at in signs if at >= 0), block.start)
        yield from _before(article, ProseSpan(start, found.end()), found.start("body"), name)
        yield from _behind(article, found.end(), name)


def _in_full(_: Article) -> dict[str, str | None]:
    """The full names that were looked for already."""
    return {}


def _full(article: Article, word: str) -> str | None:
    """The one body that is named in full with a word that says what it is."""
    known = article.once(_in_full)
    if word not in known:
        known[word] = _named_in_full(article, word)
    return known[word]


def _named_in_full(article: Article, word: str) -> str | None:
    text, names = article.page.prose.text, set()
    for at in occurrences_in(text, word, 0, len(text)):
        for found in _BODY.finditer(text, max(at - _REACH, 0), at + _REACH):
            if " " in found["body"] and found.start("body") <= at < found.end("body"):
                names.add(_canonical(article, found["body"]))
    return names.pop() if len(names) == 1 else None


def _canonical(article: Article, body: str) -> str | None:
    """One name for a body, however it is written; None for what is none."""
    known = article.parties.names.canonical(body)
    entity = article.parties.names.entities.get(known) if known else None
    if entity is not None and known is not None:
        return known if entity.kind == "body" else None
    return body.lower().replace("iz", "is") if _SORTS.search(body) else None


def _before(article: Article, span: ProseSpan, at: int, body: str) -> Iterator[Belonging]:
    """What the words before a body's name tell."""
    text = article.page.prose.text
    low = max(span.start, at - _REACH)
    for sort, words in ((NEVER, _NEVER), (NOT, _NOT), (LEFT, _LEFT), (NOW, _NOW), (JOINED, _JOINED), (WAS, _WAS)):
        said = words.search(text, low, at)
        if said is None:
            continue
        part = text[max(span.start, text.rfind(", ", span.start, said.start())) : at]
        part = part.rpartition("until ")[2] if sort == LEFT else part  # what a leaving ends is told ahead of it
        if _TIMED.search(part) or KIN.search(part) or (sort == LEFT and _returned(text, span.end)):
            return
        end = span.end
        gone = _NOT_BACK.match(text, end) if sort == LEFT else None
        if gone:
            end = gone.end()
        elif sort in (LEFT, JOINED) and (dated := _DATED.match(text, end)):
            end = dated.end()
        for party, start in _parties(article, ProseSpan(span.start, said.start())):
            was = "no longer" in said[0]
            yield Belonging(party, body, LEFT if was else sort, ProseSpan(start if start >= 0 else said.start(), end))
        return
    being = _AS.fullmatch(text, span.start, at)
    doing = re.match(rf",? {article.once(own_subject)} ", text[span.end : span.end + _REACH]) if being else None
    if doing and not article.parties.pair:
        yield Belonging(article.parties.own, body, WAS, span)


def _returned(text: str, at: int) -> bool:
    """Whether the text behind a leaving tells of a return."""
    return _BACK.search(_NOT_BACK.sub(" ", text[at:])) is not None


def _parties(article: Article, span: ProseSpan) -> Iterator[tuple[str, int]]:
    """Who stands right before a verb, and where that begins; -1 where it need not be shown."""
    text = article.page.prose.text
    light = _LIGHT.search(text, *span)
    end = light.start() if light else span.end
    head = text[span.start : end].rstrip()
    pair = article.parties.pair
    if pair:
        low = head.lower()
        both = next((word for word in sorted(BOTH, key=len, reverse=True) if f" {low}".endswith(f" {word}")), None)
        if both:
            yield from ((party, span.start + len(head) - len(both)) for party in pair)
            return
        for party in pair:
            entity = article.parties.names.entities.get(party)
            for name in (*(entity.names if entity else ()), party):
                if re.search(rf"(?:^|[^\w’'-] ?)(?:[Tt]he )?{re.escape(name)}$", head) and not _led(head, name):
                    yield party, span.start + len(head) - len(name)
                    return
                if re.match(rf"(?:The )?{re.escape(name)} [^.;]*(?: and| but|,)$", head):
                    yield party, -1
                    return
        return
    own = re.search(rf"\b{article.once(own_subject)}(?: to)?$", head)
    if (own is not None and not _GOVERNED.search(head, 0, own.start())) or (
        not head
        or _PARTICIPLE.fullmatch(head)
        or re.search(rf"^{article.once(own_subject)} [^.;]*(?:, but|, and| but| and|,)$", head)
    ):
        yield article.parties.own, -1


def _led(head: str, name: str) -> bool:
    """Whether a name stands behind a preposition, and is no subject."""
    return (
        re.search(rf"\b(?:of|in|with|to|from|and|for|by|between|against) (?:the )?{re.escape(name)}$", head) is not None
    )


def _behind(article: Article, at: int, body: str) -> Iterator[Belonging]:
    """What a relative clause behind a body's name tells: "of which both are members", "which Peru has not joined"."""
    said = _WHICH.match(article.page.prose.text, at)
    if said is None:
        return
    which = next(name for name in ("who", "none", "no") if said[name])
    sort = NOW if which == "who" else NOT
    span = ProseSpan(*said.span("told"))
    for party, _ in _parties(article, ProseSpan(*said.span(which))):
        yield Belonging(party, body, sort, span)


def _of_tables(article: Article) -> Iterator[Belonging]:
    for table in article.page.tables if article.parties.pair else ():
        yield from _of_table(article, table)


def _of_table(article: Article, table: Table) -> Iterator[Belonging]:
    """The cells under the names of the two states: "Member", "Not a member"."""
    grid, pair, names = table.grid(), article.parties.pair or (), article.parties.names
    top = grid[0] if grid else {}
    heads = {at: names.canonical(article.page.text(cell.prose).strip()) for at, cell in top.items()}
    for row in grid[1:]:
        first = min(row) if row else 0
        body = _canonical(article, article.page.text(row[first].prose).strip()) if row else None
        for at, party in heads.items():
            if body is None or party not in pair or at not in row or party is None:
                continue
            told = article.page.text(row[at].prose).strip().lower()
            if told in _YES or told in _NAY:
                yield Belonging(party, body, NOW if told in _YES else NOT, _trimmed(article, row[at].prose))


def _trimmed(article: Article, span: ProseSpan) -> ProseSpan:
    text = article.page.text(span)
    start = span.start + len(text) - len(text.lstrip())
    return ProseSpan(start, start + len(text.strip()))
