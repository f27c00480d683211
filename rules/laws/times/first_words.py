"""What a first is of, in plain words that are the same however it is said: "to graduate", "to take a degree"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from articles.article import Article
from articles.regex import Regex, regex
from articles.words import WordList, data_file, trie

LIGHT = WordList(__file__, "light")
SPELLINGS = (("isation", "ization"), ("ise", "ize"), ("our", "or"), ("theatre", "theater"))
_TIES = (" of ", " in ", " on ", " at ", " over ", " to ", " up ", " across ", " from ", " for ", " within ")
"""What ties a place to what was first there."""
_STANDING = "to stand"
"""Before a tie, what means nothing without its place: "to stand on the summit"."""
_WORD = regex(r"[\w’'-]+")
_PLACES = WordList(__file__, "places")


def key_of(article: Article, said: str) -> tuple[frozenset[str], bool]:
    """What a first is of in plain words, and whether the words say that it is of the article's own subject."""
    tie = max((said.rfind(tie), len(tie)) for tie in _TIES)
    the = said.rfind(" the "), len(" ")
    tie = the if the[0] > sum(tie) and said[the[0] + 1 :] in article.parties.aliases else tie
    owned = tie[0] > 0 and is_own(article, said[sum(tie) :])
    said = said[: tie[0]] if owned and not said.endswith(_STANDING, 0, tie[0]) else said
    low = " ".join(_WORD.findall(said.lower().replace("’", "'"))).removeprefix("first ")
    low = _phrases().sub(lambda found: _meant()[found[0]], low)
    words = {_plain(word) for word in low.split() if word not in LIGHT}
    if "champion" in words or "degree" in words or "doctor" in words:
        words -= {"win"}
    return frozenset(words), owned


def is_own(article: Article, owner: str) -> bool:
    """Whether the words for whose first it is mean the article's subject, or its place."""
    name = owner.removeprefix("the ").removeprefix("The ")
    own = {alias.removeprefix("the ") for alias in article.parties.aliases}
    title = {_plain(word) for word in _WORD.findall(article.page.title.lower())}
    wider = name == "country" and not own.isdisjoint(("town", "city", "village", "island", "valley"))
    known = name in own or (name in _PLACES and not wider) or (name[:1].isupper() and name in article.page.title)
    return known or (name.islower() and " " not in name and _plain(name) in title)


def nouns() -> Mapping[str, str]:
    """The noun of what a participle tells: "climbed" is an ascent."""
    rows: dict[str, str] = data_file(__file__, "firsts.toml")["nouns"]
    return rows


@cache
def _meant() -> Mapping[str, str]:
    """What each phrase of ``firsts.toml`` means."""
    rows = data_file(__file__, "firsts.toml")
    meant = {phrase: word for word, phrases in rows["same"].items() for phrase in phrases}
    meant |= {past: noun for past, noun in rows["nouns"].items() if past not in meant}
    return meant | dict.fromkeys(rows["dropped"], "")


@cache
def _phrases() -> Regex:
    return Regex(rf"(?<![\w'-])(?:{trie(_meant())})(?![\w'-])", 0)


def _plain(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("'")
    for british, american in SPELLINGS:
        word = word.replace(british, american)
    return word[:-1] if len(word) > len("gas") and word.endswith("s") and not word.endswith("ss") else word
