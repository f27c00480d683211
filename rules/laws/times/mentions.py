"""Where the text speaks of a person: by name, by surname, and by "he" or "she" where that is sure."""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Kind
from articles.page import Block, Form
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import WordList
from rules.laws.blocks import dated
from rules.laws.nearby import occurrences, within
from rules.laws.times.antecedents import another, is_calling
from rules.laws.times.deeds import is_past
from rules.laws.times.lifetimes import Life
from rules.laws.times.lives import others

_PRONOUN = regex(r"\b(?:He|She|he|she)\b")
_INNER = regex(r"\b(?:he|she)\b")
_THEIRS = regex(
    r"(?P<whose>His|Her|his|her) (?P<thing>(?:[a-z-]{1,24} ){1,3}?)"
    r"(?P<verb>was|were|had|[a-z]{3,20}ed|took|brought|led|gave)\b"
)
_WHICH = regex(r"\bwhich (?P<who>he|she)\b")
_SENTENCE = regex(r"(?<=[a-z0-9)”\"’'][.!?]) (?=[A-Z])")
_LEADING = regex(
    r"(?:(?:In|On|By|Around) (?:(?:early|late|mid|the|[A-Z][a-z]{2,8}|[0-9]{1,2}) ){0,3}[0-9]{3,4},? "
    r"|(?:In|On|By|From|During|After|Until|Since|At|Around) [^,]{1,60}, ?"
    r"|(?:As (?:an? |the )?[a-z][^,.;:]{1,60}?,?|[A-Z][a-z]+(?:ed|ing) [a-z][^,.;:]{1,80},) (?=(?:he|she) )"
    r"|(?:Later|Then|Soon|Meanwhile),? )?(?:the )?"
)
_WORDS = regex(r"[^\W\d_]+")
_FORMS = frozenset({Form.PARAGRAPH, Form.ITEM})
_CAPITAL = regex(r"(?:[A-Z][\w’'-]{0,40}|[A-Z]\.) $")
_CALLED = regex(r"\b(?:[Tt]he|[Aa]n?) (?:[a-z-]{1,20} ){0,2}?([a-z-]{2,20}) $")
_LAST = regex(r"([a-z]{3,14}) $")
_NAMESAKE = regex(r",? (?:the )?(?:younger|elder|older|first|second|third|junior|senior|fils|père)\b")
"""Behind a name, what tells its bearer from another of that name."""
_ELDER = ("elder ", "younger ", "older ", "junior ", "senior ")
_DOER = frozenset(("who", "whom", "whose", "both", "they", "their"))
_DESCRIBING = WordList(__file__, "describing")
_OPENERS = WordList(__file__, "openers")
_OPENER = regex(r"[A-Z][a-z’]*")
LEADING = 100
"""How far into a sentence its subject is looked for."""


def mentions(article: Article, life: Life, lives: list[Life]) -> Iterator[ProseSpan]:
    """The places in paragraphs with a date where a person may be the subject of a sentence.

    A surname that two persons of the article share names neither of them, nor does that of somebody with a namesake.
    """
    namesake = any(_of_namesake(article, name, life.start) for name in life.names)
    for name in life.names:
        shared = namesake or sum(name in other.names for other in lives) > 1
        if name and not (shared and " " not in name):
            yield from _named(article, name, life)
    if life.own:
        yield from _called(article, life)


def _of_namesake(article: Article, name: str, start: int) -> bool:
    """Whether the text tells the bearer of a name from another of that name: "Carl Berg the younger"."""
    text = article.page.prose.text
    places = (at for at in occurrences(article, (name.lower(),)) if at >= start)
    return any(_NAMESAKE.match(text, at + len(name)) or text.endswith(_ELDER, 0, at) for at in places)


def _named(article: Article, name: str, life: Life) -> Iterator[ProseSpan]:
    text = article.page.prose.text
    at = text.find(name, life.start)
    while at >= 0:
        end = at + len(name)
        block = article.page.block_at(at)
        whole = not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum() or text[end : end + 1] in "-–")
        if whole and block is not None and block.form in _FORMS and not _longer(text, at, end):
            yield ProseSpan(at, end)
        at = text.find(name, end)


def _longer(text: str, start: int, end: int) -> bool:
    """Whether a name is a part of a longer one, "Anna Berg", "Berg Museum", or a thing's."""
    thing = _CALLED.search(text, max(start - 40, 0), start)
    kin = _LAST.search(text, max(start - 24, 0), start)
    if kin is not None and kin[1].lower() in others() - _DOER:
        return True  # "his father Karl Berg came"
    if thing is not None and not (is_calling(thing[1]) or thing[1] in _DESCRIBING):
        return True  # "the steamer Ada Berg"
    if _NAMESAKE.match(text, end):
        return True
    behind = text[end : end + 2]
    return bool(_CAPITAL.search(text, max(start - 30, 0), start)) or (behind[:1] == " " and behind[1:].isupper())


def _called(article: Article, life: Life) -> Iterator[ProseSpan]:
    """Every "he" or "she" that begins a sentence, while all sentences before it in the paragraph are the person's."""
    strange = article.parties.strange
    for block in article.once(dated):
        if block.form is Form.PARAGRAPH:
            yield from _in_paragraph(article, block, life, strange)
        else:
            yield from _in_item(article, block, life, strange)


def _in_item(article: Article, block: Block, life: Life, strange: frozenset[str]) -> Iterator[ProseSpan]:
    """The pronoun of what an item of a list of works says of one: "The town hall of Norby, which he built in 1850"."""
    text = article.page.prose.text
    found = _WHICH.search(text, *block.span)
    if (
        found
        and found["who"] not in strange
        and not another(text, block.span.start, found.start(), life.names, strange)
    ):
        yield ProseSpan(*found.span("who"))


def _apposed(text: str, name: str, start: int, end: int) -> bool:
    """Whether a name is the subject behind what it is said to be: "The daughter of a miner, Berg began"."""
    at = text.find(f", {name} ", start, end)
    verb = _WORDS.match(text, at + len(name) + 3, end) if at >= 0 else None
    return verb is not None and is_past(verb[0])


def _of_theirs(text: str, start: int, end: int, strange: frozenset[str]) -> bool:
    """Whether a sentence is about a thing of the person's, and so still of them: "His first voyage took him"."""
    found = _THEIRS.match(text, start, end)
    if found is None or found["whose"].lower() in strange:
        return False
    said = found["thing"].split()
    return is_past(found["verb"]) and others().isdisjoint(said) and not any(is_past(word) for word in said)


def _stranger(article: Article, start: int) -> bool:
    """Whether a sentence begins with a word that the text never writes small: a name."""
    first = _OPENER.match(article.page.prose.text, start)
    if first is None or first[0].lower() in _OPENERS:
        return False
    return f" {first[0].lower()} " not in article.page.prose.text


def _is_dated(article: Article, start: int, end: int) -> bool:
    """Whether a sentence tells when."""
    text = article.page.prose.text
    return " year" in text[start:end] or any(claim.kind is Kind.DATE for claim in within(article, start, end))


def _in_paragraph(article: Article, block: Block, life: Life, strange: frozenset[str]) -> Iterator[ProseSpan]:
    text = article.page.prose.text
    start = block.span.start
    last = max((found.start() for found in _PRONOUN.finditer(text, *block.span)), default=-1)
    while start <= last:
        cut = _SENTENCE.search(text, start, block.span.end)
        end = cut.end() if cut else block.span.end
        leading = _LEADING.match(text, start, min(end, start + LEADING))
        at = leading.end() if leading else start
        pronoun = _PRONOUN.match(text, at)
        opens = bool(pronoun and pronoun[0].lower() not in strange)
        if pronoun and opens:
            yield ProseSpan(pronoun.start(), pronoun.end())
        own = (
            opens
            or _of_theirs(text, at, end, strange)
            or any(text.startswith(name, at) or _apposed(text, name, start, end) for name in life.names)
        )
        known = own
        for inner in _INNER.finditer(text, start, end) if _is_dated(article, start, end) else ():
            # "she was taught by a pupil of Lind, and in 1838 she": the subject is repeated
            known = known or not (_stranger(article, start) or another(text, start, inner.start(), life.names, strange))
            if known and inner[0] not in strange and not (opens and inner.start() == at):
                yield ProseSpan(inner.start(), inner.end())
        if not own and another(text, start, end, life.names, strange):
            return
        start = end
