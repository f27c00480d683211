"""Currencies beside an amount: "US$5", "£3 million", "20 euros", "EUR 20", "50 cents"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articles.claims.left import BLANK, Left, word_before
from articles.claims.vocabulary import phrases, table
from articles.regex import regex

_SIGNS = "$£€¥₹₽₩₪₫₦₱₺₴฿₡₲₵₸₭₮₤₨元₾"
_NAME = regex(r"[ \u00a0\u202f-]?([^\W\d_¼-¾⅐-⅟][^\W\d_.¼-¾⅐-⅟]*\$?|[$£€¥₹₽₩₪₫₦₱₺₴฿₡₲₵₸₭₮₤₨₾¢])")
_MORE = regex(r"[ \u00a0]([^\W\d_][^\W\d_.]*)")
_DECIMAL_PENCE = regex(r"(?:^|[^\w.,])[0-9]{1,4}\.[0-9]{1,2}$")
_PICTURES = frozenset(("144", "240", "360", "480", "576", "720"))
_PRICED = frozenset(("to", "at", "by", "of", "from"))
_PRICES = regex(r" (?:prices|money)\b")
_PER = regex(
    r"[ \u00a0](?:per|an?)[ \u00a0]((?:square |cubic )?[a-z]+(?:-hour)?)\b"
    r"(?! (?:earlier|ago|later|before|after|older|in advance))|-an?-([a-z]+)|/([a-z]+)"
)
_YEAR = regex(
    r"[ \u00a0]\((?:in |at )?(?:constant |current )?([12][0-9]{3}) "
    r"(?:U\.?S\.? |US)?(?:dollars?|prices|euros?|\$|USD|EUR|pounds|money)"
)
_OF_YEAR = regex(r"[ \u00a0]\(?([12][0-9]{3}) (?:U\.?S\.? |US)?(?:dollars|USD|euros|EUR)\b")
_IN_YEAR = regex(r"[ \u00a0]in (?:constant |current )?([12][0-9]{3}) (?:U\.?S\.? )?(?:dollars|prices|euros|money)")
_BEFORE_YEAR = ("in ", "fiscal ", "constant ", "current ", "million ", "billion ", "year ")
_WORD = regex(r"[a-z]+")
_SUM = regex(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9.]{1,6}[ \u00a0-]?(?:[mb]illion|trillion|[mb]n|m|trn|tn)\b")


class Currency(NamedTuple):
    """A currency by its ISO 4217 code and where its writing starts (before a number) or ends (after one).

    ``hundredth`` marks a coin: cents, pence.
    """

    at: int
    code: str
    hundredth: bool = False


class Names(NamedTuple):
    """Currencies by sign, code and word; words are in lower case and may be of several words."""

    signs: dict[str, str]
    codes: frozenset[str]
    words: dict[str, str]
    coins: dict[str, str]
    firsts: frozenset[str]
    doubtful: frozenset[str]
    beside: frozenset[str]
    shells: frozenset[str]
    of_sums: frozenset[str]


@cache
def names() -> Names:
    """The currencies of the lexicon."""
    lists, usage = table("currencies"), table("money")
    groups = (*lists["words"].items(), *usage["words"].items())
    words = {word: code for code, joined in groups for word in phrases(joined)}
    signs = {sign: code for code, joined in usage["signs"].items() for sign in phrases(joined)}
    coins = {word: code for code, joined in usage["hundredths"].items() for word in phrases(joined)}
    codes = set(lists["codes"]["iso"].split()) - set(phrases(usage["codes"]["words"]))
    doubtful, beside, shells = (
        frozenset(phrases(usage["weights-too"][name])) for name in ("words", "beside", "after-shells")
    )
    firsts = frozenset(word.split(" ", 1)[0] for word in (*words, *coins))
    of_sums = frozenset(phrases(usage["signs-of-sums"]["words"]))
    return Names(signs, frozenset(codes), words, coins, firsts, doubtful, beside, shells, of_sums)


def currency_before(text: str, start: int, left: Left) -> Currency | None:
    """The currency whose sign or code ends at a number, a blank between them allowed."""
    at = start - 1 if start and text[start - 1] in BLANK else start
    last = text[at - 1 : at]
    if not last:
        return None
    if last in _SIGNS:
        return _sign(text, at)
    if at == start and not last.isalpha() and last != ".":
        return None
    word = left.word if at < start else _letters(text, at)
    code = word if word in names().codes else names().signs.get(word)
    if code is not None and word in names().of_sums and _SUM.match(text, start) is None:
        return None
    return None if code is None else Currency(at - len(word), code)


def _sign(text: str, at: int) -> Currency | None:
    """A sign with the letters before it: "US$", "A$", "US $", "$"."""
    low = at - 1
    while low and at - low < 6 and (text[low - 1].isalpha() or text[low - 1] == "."):
        low -= 1
    if low == at - 1 and text[max(0, low - 3) : low] in ("US ", "HK ", "NZ "):
        low -= 3
    known = names().signs
    if (code := known.get(text[low:at])) is not None:
        return Currency(low, code)
    joined = low < at - 1 and text[at - 2].isalpha()
    code = known.get(text[at - 1 : at])
    return None if code is None or (joined and len(text[low : at - 1]) < 4) else Currency(at - 1, code)


def _letters(text: str, end: int) -> str:
    low = end
    while low and end - low < 6 and (text[low - 1].isalpha() or text[low - 1] in ".$"):
        low -= 1
    return text[low:end]


def currency_after(text: str, end: int) -> Currency | None:
    """The currency whose name, code or sign follows a number."""
    if text[end : end + 1] in ",.;:)\n":
        return None
    found = _NAME.match(text, end)
    if found is None:
        return None
    known, word = names(), found[1]
    if word in known.codes:
        return None if text[found.end() : found.end() + 1] == "-" else Currency(found.end(), word)
    if word in known.signs and word not in known.of_sums:
        return Currency(found.end(), known.signs[word])
    if word.lower() not in known.firsts or word == "Cent" or text[found.end() : found.end() + 1].isdecimal():
        return None
    if word in ("p", "P") and not _pence(text, end, word):
        return None
    return _named(text, found.end(), word.lower(), known)


def _pence(text: str, end: int, word: str) -> bool:
    """Whether "p" after a number is pence: a small p after one or two digits."""
    low = end
    while low and end - low < 3 and text[low - 1].isdecimal():
        low -= 1
    after = _MORE.match(text, end + 1)
    shell = after is not None and after[1] in names().shells
    if word != "p" or shell:
        return False
    if text[low - 1 : low] == ".":
        return _DECIMAL_PENCE.search(text[max(0, end - 8) : end]) is not None
    return word_before(text, low).word[-1:] != "." if end - low < 3 else _is_price(text, end - 3)


def _is_price(text: str, start: int) -> bool:
    """Whether three digits and a small p are the price of a share ("fell to 212p"), and not lines of a picture."""
    return text[start : start + 3] not in _PICTURES and word_before(text, start).lower in _PRICED


def _named(text: str, end: int, name: str, known: Names) -> Currency | None:
    """A currency by its name of up to four words, the longest that is known."""
    best = None
    for _ in range(4):
        if name in known.words:
            best = Currency(end, known.words[name])
        elif name in known.coins:
            best = Currency(end, known.coins[name], hundredth=True)
        more = _MORE.match(text, end)
        if more is None:
            break
        end, name = more.end(), f"{name} {more[1].lower()}"
    return best


_OFTEN_WEIGHTS = frozenset(("pound", "pounds", "mark", "marks", "dram", "drams", "won", "real"))


def is_money(text: str, start: int, end: int, word: str, *, doubt: bool) -> bool:
    """Whether a currency's word means money here, going by the words around it.

    ``doubt`` is the answer for a word that means nothing else; a word that is a weight too ("pounds") is money
    only beside a word of money.
    """
    known = names()
    if word.lower() not in known.doubtful:
        return doubt
    reach = 60 if word.lower() in _OFTEN_WEIGHTS else 120
    around = text[max(0, start - reach) : start].rsplit("\n", 1)[-1], text[start : end + 30].split("\n", 1)[0]
    return any(found in known.beside for found in _WORD.findall(" ".join(around).lower()))


def unit_price(text: str, end: int) -> str | None:
    """What an amount is the price of one of: "$5 per barrel", "$70-a-share"."""
    found = _PER.match(text, end) if text[end : end + 1] in (" ", "\u00a0", "-", "/") else None
    return None if found is None else found[1] or found[2] or found[3]


def is_price_year(text: str, start: int, end: int) -> bool:
    """Whether a figure before a currency's name is the year of a price: "(2015 dollars)", "in constant 2010 US$"."""
    if end - start != 4 or not "1900" <= text[start:end] <= "2100" or text[end : end + 1] != " ":
        return False
    placed = text[start - 1 : start] == "(" or text[max(0, start - 10) : start].lower().endswith(_BEFORE_YEAR)
    return placed and (_PRICES.match(text, end) is not None or currency_after(text, end) is not None)


def price_year(text: str, end: int) -> int | None:
    """The year of an amount's prices: "(2015 dollars)", "in 2010 prices"."""
    found = _YEAR.match(text, end) or _IN_YEAR.match(text, end) or _OF_YEAR.match(text, end)
    return None if found is None else int(found[1])
