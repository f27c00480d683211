"""Whether what a name means takes part in what its clause tells: it does it, or it is done by, for, to or before it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from articles.article import Article
from articles.regex import regex
from articles.textmap import ProseSpan
from articles.words import data_file
from rules.laws.times.deeds import is_past
from rules.laws.times.deeds import words as deed_words

_WORD = regex(r"[\w’'-]+")
_QUOTES = frozenset('"“”^\n\ufffc')
_AFTER_NAME = regex(r",? (?:[a-z]+ly )?(?P<verb>[a-z]+)\b")
_APPOSED = regex(r", (?:the|an?|its|his|her|their) ")
_RELATIVE = regex(r" (?:who|which|that)\b")


def takes_part(article: Article, name: ProseSpan, clause: ProseSpan) -> bool:
    """Whether somebody of what is named acts, or is acted on, in a clause of one verb in the past."""
    text = article.page.prose.text
    if not _QUOTES.isdisjoint(text[clause.start : clause.end]):
        return False
    ahead = _words(text[clause.start : name.start])
    behind = _words(text[name.end : clause.end])
    while ahead and ahead[-1] == "the":
        ahead.pop()
    if not roles()["doubt"].isdisjoint([*ahead, *behind]):
        return False
    verbs = [at for at, word in enumerate(ahead) if is_past(word)]
    if not verbs:
        return _acts(text, name, clause, ahead)
    if not ahead or _RELATIVE.match(text, name.end) or aside(article, name, clause):
        return False
    return _one_deed(ahead, verbs) and _tied(ahead)


def aside(article: Article, name: ProseSpan, clause: ProseSpan) -> bool:
    """Whether a name is told in passing, with a thing whose verb follows: "a bridge built by the empire was sold".

    Who is sent or paid for what is told acts at the same time: "a delegation sent by the government ordered".
    """
    text = article.page.prose.text
    behind = text[name.end : clause.end]
    apposed = _APPOSED.search(behind)  # "travelled to the Soviet Union for the fair, the only one ever held there"
    if not any(is_past(word) for word in _words(behind[: apposed.start()] if apposed else behind)):
        return False
    return any(is_past(word) and word not in roles()["meanwhile"] for word in _words(text[clause.start : name.start]))


def _acts(text: str, name: ProseSpan, clause: ProseSpan, ahead: Sequence[str]) -> bool:
    """Whether a name without a verb before it is the subject of one, by itself or as "a delegation from"."""
    found = _AFTER_NAME.match(text, name.end, clause.end)
    if found is None or not is_past(found["verb"]):
        return False
    return not ahead or ahead[-1] not in roles()["prepositions"] or _of_actor(ahead) or _sent(ahead, found["verb"])


def _sent(ahead: Sequence[str], verb: str) -> bool:
    """Whether what comes from a state arrives: "an order from Czechoslovakia came"."""
    return len(ahead) > 1 and ahead[-1] == "from" and ahead[-2] in roles()["sendings"] and verb in roles()["arriving"]


def _one_deed(ahead: Sequence[str], verbs: Sequence[int]) -> bool:
    """Whether the words before a name have one verb, or a participle of the same time besides."""
    known = deed_words()["be"] | deed_words()["auxiliaries"]
    full = [at for at in verbs if ahead[at] not in known]
    return all(ahead[at] in roles()["meanwhile"] for at in full[1:])


def _tied(ahead: Sequence[str]) -> bool:
    """Whether the last words before a name make it one that takes part."""
    last = ahead[-1]
    if last in ("of", "from"):
        return _of_actor(ahead)
    if last in ("on", "upon"):
        return len(ahead) > 1 and ahead[-2] in roles()["upon"]
    if last in roles()["prepositions"]:
        return len(ahead) > 1 and ahead[-2] not in roles()["lasting"]
    return last in roles()["reaching"]


def _of_actor(ahead: Sequence[str]) -> bool:
    """Whether it is somebody of a state or a body, or a stay there: "exhibitors from", "her last tour of"."""
    known = roles()
    if len(ahead) < 2 or ahead[-1] not in ("of", "from"):
        return False
    # "was visited in 1960 by inspectors of", not "bought paintings by artists of"
    plain = [word for word in ahead if word not in ("the", "a", "an")]
    agent = len(plain) > 3 and plain[-3] == "by" and (is_past(plain[-4]) or plain[-4].isdecimal())
    about = len(plain) > 2 and plain[-3] in known["about"]
    return not about and (agent or ahead[-2] in known["actors"] or ahead[-2] in known["stays"])


def is_topic(ahead: Sequence[str]) -> bool:
    """Whether what the words before a name tell is about it: "lectured on the", "a picture of the"."""
    ahead = [word for word in ahead if word != "the"]
    if not ahead or ahead[-1] not in (*roles()["about"], "of"):
        return False
    if ahead[-1] == "of":
        return not _of_actor(ahead)
    return ahead[-1] in ("on", "about", "concerning") and (len(ahead) < 2 or ahead[-2] not in roles()["upon"])


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


@cache
def roles() -> dict[str, frozenset[str]]:
    """The lists of ``taking_part.toml``."""
    rows = data_file(__file__, "taking_part.toml")
    return {name: frozenset(listed.split()) for name, listed in rows.items()}
