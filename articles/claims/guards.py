"""What is written with digits and is no amount: names, labels, versions, times, coordinates, codes, addresses."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articles.claims.counts import read_noun
from articles.claims.left import BLANK, Left, word_before
from articles.claims.unit_words import read_unit
from articles.claims.vocabulary import phrases, table
from articles.regex import regex

_COLON = regex(r"(?::[0-9]+(?:[.,][0-9]+)*)+(?:[-–][0-9]+(?::[0-9]+)?)?")
_CLOCK = regex(r"[ \u00a0]?(?:[ap]\.m\.|[ap]m\b|[AP]M\b|o'clock|o’clock|hrs?\b(?= (?:on|in|GMT|UTC))|UTC\b|GMT\b)")
_OBSERVED = regex(r" ?h ?[0-9]{1,2} ?m(?:in)?(?: ?[0-9.]{1,6} ?s)?(?![\w²³])( (?:UTC?|GMT|UT1|TT|TDT)\b)?")
"""The hour of an observation: "at 18h 26m UT"."""
_DEGREES = regex(
    r"[ \u00a0]?(?:[°º]|degrees?(?= [0-9NSEWnsewl]))(?:[0-9 \u00a0\u2009\u202f.,′'’\"″°]|and |to |[–-]){0,24}"
    r"(?:[NSEW]\b|north|south|east|west|latitude|longitude)"
)
_LATITUDE = regex(r"[ \u00a0]?[°º][ \u00a0]?[0-9.]{1,9}[′'’]")
_CODE = regex(r"[-–/.][0-9A-Za-z]+(?:[-–/.][0-9A-Za-z]+)*|[A-Za-z][0-9A-Za-z-]*")
_CITED = regex(
    r"[ \u00a0]?\((?!(?:1[5-9]|20)[0-9]{2}\))[0-9]{1,4}(?:[–-][0-9]{1,4})?\)"
    r"(?:[ \u00a0]?[:,][ \u00a0]?(?:pp?\.[ \u00a0]?)?[A-Za-z]?[0-9]+(?:[–-][A-Za-z]?[0-9]+)?|(?=\.(?:[ \n]|$)))"
)
"""Volume, issue and pages of a journal: "29 (3): 594–605"."""
_VOLUME = regex(r":[ \u00a0](?:pp?\.[ \u00a0]?)?[A-Za-z]?[0-9]{1,5}[–-][A-Za-z]?[0-9]{1,5}(?![0-9%])")
_CALLED = regex("[0-9A-Z]")
"""Before a bracket around a number: it is a part of a code or a group, "U(1)", "5347(90)"."""
_LIST = regex(r"(?:(?:, ?| and | or | to | & |[-–—/])[0-9]+[a-z]?(?![0-9A-Za-z%])(?![ \u00a0]per ?cent))+")
_MARKS = regex(r"[:\[]")
_BOOK = regex(r"[:–-]?[ \u00a0]?\+?[0-9][0-9Xx \u00a0–-]{0,24}")
_ANGLES = frozenset("°ºd")
_CLOCKS = frozenset("apAPohUG")
_PHONE = regex(r"[0-9]{1,5}(?:[ -]\(?[0-9]{2,}\)?){1,6}")
_AREA_CODE = regex(r"[0-9]{2,4}\) ?[0-9]{3}[ -][0-9]{2,}")
_DIALLED = frozenset("+(")
_ATTACHED = frozenset("])}#@_=\\&№§^%\ufeff\ufffc*")
_CITING = frozenset(']"')
_JOINTS = frozenset("-‐‑–/.'’+:")
_TIGHT = frozenset("(\n\"'“‘«[—|,;~≈<>≥≤×±")
_PREFIXED = regex(
    r"(?:^|[^A-Za-z0-9])(?:(?:[Mm]id|[Pp]re|[Pp]ost|[Ee]arly|[Ll]ate)-|(?:[Cc]a?|b|d|[Ff]l|r|[Ee]st|[Mm]in|[Mm]ax)\.)$"
)
_YEARLY = frozenset(("year", "season", "class", "issue", "edition", "draft", "series", "series,", "day", "articles:"))
_ERA = regex(r"[ \u00a0]?(?:BC|AD|CE)")
_AT = frozenset(("at", "by", "until", "till", "from", "around", "about", "before", "after"))
_HOURS = regex(
    r"[ \u00a0](?:hours?\b|hrs?\b|local\b|GMT|UTC|Zulu"
    r"|(?:on|of) (?:the )?(?:[0-9]{1,2}(?:st|nd|rd|th)? [A-Z]|[A-Z][a-z]{2,8}\.? [0-9]))"
)
_STOP = regex(r"[.,;)]|[ \u00a0](?:and|or|on|the|when|that|to|in|with|a|an|they|he|she|it)\b")
_TITLES = frozenset(("Act", "Convention", "Statute", "Treaty"))
_NAME_ENDS = frozenset(",.;:)]”\"’'")
_IS = frozenset(("is", "was", "are", "were"))
_SINGULAR_VERBS = frozenset(
    (
        "starts",
        "begins",
        "ends",
        "continues",
        "takes",
        "meets",
        "plays",
        "comes",
        "opens",
        "includes",
        "features",
        "draws",
    )
)
_CODES = regex(r"(?:, [0-9]{3,})*,? (?:and|or) [0-9]{3,}(?![0-9])")
_ARABIC = ("al-", "el-", "as-", "ad-", "an-", "ar-", "at-", "ul-")
_BEING = frozenset(("is", "was", "are", "were", "be", "been", "being"))
_PERCENT = regex(r"[ \u00a0]?(?:%|per ?cent\b)")
_DIALLED_NUMBER = regex(r"[^0-9][0-9]{3}(?![0-9])")
_SIGNS = "$£€¥₹₽₩₪₫₦₱₺₴฿₡₲₵₸₭₮₤₨₾"


class _Labels(NamedTuple):
    """Words that make the number after them a label; ``lists`` may have several; ``books`` open a long code."""

    single: frozenset[str]
    lists: frozenset[str]
    books: frozenset[str]
    openers: frozenset[str]
    numbered: frozenset[str]
    dialled: frozenset[str]
    among: frozenset[str]
    code_nouns: frozenset[str]
    pointing: frozenset[str]
    auxiliaries: frozenset[str]


@cache
def _labels() -> _Labels:
    lists = table("guards")
    single, several, books = (frozenset(phrases(lists[name]["words"])) for name in ("labels", "label-lists", "codes"))
    openers = frozenset(phrases(table("context")["sentence-openers"]["words"]))
    numbered = frozenset(phrases(lists["numbered"]["words"]))
    dialled = frozenset(phrases(lists["emergencies"]["words"]))
    among, code_nouns, pointing, auxiliaries = (
        frozenset(phrases(lists[name]["words"])) for name in ("among", "code-nouns", "pointing", "label-verbs")
    )
    return _Labels(
        single | several, several, books, openers, numbered, dialled, among, code_nouns, pointing, auxiliaries
    )


def guarded(text: str, start: int, end: int, token: str, left: Left) -> int:
    """Where reading goes on past a number that is no amount; 0 where the number is free to be read."""
    following = text[end : end + 1]
    if following == ":" and (found := _COLON.match(text, end)) is not None:
        return found.end()
    nearest = text[end + 1 : end + 2] if following in " \u00a0" else following
    if nearest in _ANGLES and (found := _DEGREES.match(text, end) or _LATITUDE.match(text, end)) is not None:
        return found.end()
    if nearest in _CLOCKS and _CLOCK.match(text, end) is not None:
        return end
    if nearest == "h" and (found := _OBSERVED.match(text, end)) is not None and (found[1] or left.lower == "at"):
        return found.end()
    return guarded_before(text, start, end, token, left)


def guarded_before(text: str, start: int, end: int, token: str, left: Left) -> int:
    """The same, going only by what stands before the number."""
    before = text[start - 1] if start else "\n"
    if token in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞" and before.isdecimal():  # of a label that was passed over: "Platform 9¾"
        return end
    if "(" in text[end : end + 2] and (found := _CITED.match(text, end)) is not None:
        return found.end()
    if text[end : end + 1] == ":" and (found := _VOLUME.match(text, end)) is not None:
        return found.end()
    if (
        before == "("
        and text[end : end + 1] == ")"
        and (text[start - 2].isdecimal() or text[start - 2].isupper() or text[start - 2] == ")")
        and start > 1
    ):
        return end
    if before in _DIALLED or (token[0] == "0" and len(token) > 2 and token.isdecimal()):
        found = (_AREA_CODE if before == "(" else _PHONE).match(text, start)
        if found is not None:
            return found.end()
    if left.word:
        if len(token) == 4 and left.lower in _AT and _is_clock(text, end, token, left):
            return end
        yearly = len(token) == 4 and (left.lower in _YEARLY or left.word in _TITLES)
        dated = left.lower == "year" and (len(token) == 3 or _ERA.match(text, end) is not None)
        return 0 if yearly or dated else _labelled(text, end, left)
    if before in BLANK or before in _TIGHT or before in _SIGNS:
        return 0
    return end if before in _ATTACHED or _joined(text, start) else 0


def _is_clock(text: str, end: int, token: str, left: Left) -> bool:
    """Whether four digits are a time of day: "at 1630 local time", "at 1800 on 5 May"."""
    if not token.isdecimal() or not (int(token[:2]) < 24 and int(token[2:]) < 60):
        return False
    return _HOURS.match(text, end) is not None or (left.lower == "at" and _STOP.match(text, end) is not None)


def _is_code(text: str, left: Left) -> bool:
    """Whether a number that "is" leads to is a code: "the docket number is 22-451", "its postal code is 1012"."""
    noun = word_before(text, left.start)
    if noun.lower in _labels().code_nouns or noun.lower.removesuffix("s") in _labels().code_nouns:
        return True
    owner = word_before(text, noun.start).lower
    return noun.lower == "number" and (owner in _labels().numbered or owner.endswith(("'s", "’s")))


def _counted(text: str, end: int) -> bool:
    """Whether a noun in the plural follows a figure at once: "a group of 12 men"."""
    noun = read_noun(text, end)
    return noun is not None and noun.split(" ", 1)[0] not in _SINGULAR_VERBS


def _labelled_list(text: str, end: int, word: str) -> int:
    """The same after the plural of a label, where a list follows: "rounds 3 and 4"; alone it may be a verb."""
    if word[-1:] != "s" or word[:-1] not in _labels().single or text[end - 3 : end].isdecimal():
        return 0
    more = _LIST.match(text, end)
    return 0 if more is None or read_noun(text, more.end()) is not None else more.end()


def _is_dialled(text: str, end: int) -> bool:
    """Whether three digits after "call" are dialled: nothing that could be called follows them."""
    return _DIALLED_NUMBER.match(text, end - 4) is not None and read_noun(text, end) is None


def _labelled(text: str, end: int, left: Left) -> int:
    """Where reading goes on past a number that the word before it makes a label, with the list it opens."""
    labels = _labels()
    word = left.lower.rstrip(":")
    if ":" in word or "[" in word:  # "[12]:page 4", "there.[note 2]"
        word = _MARKS.split(word)[-1]
    if word in labels.books:
        found = _BOOK.match(text, end)
        return found.end() if found is not None else end
    if word in _IS and _is_code(text, left):
        codes = _CODES.match(text, end)
        return end if codes is None else codes.end()
    numbered = word == "numbered" and word_before(text, left.start).lower in _BEING
    if numbered or (word in labels.dialled and _is_dialled(text, end)):
        more = _LIST.match(text, end)
        return end if more is None else more.end()
    if word == "of" and word_before(text, left.start).word in labels.among:
        return 0 if _counted(text, end) else end
    if left.word[-1] == ":" and word[-1:] == "s" and _counted(text, end):
        return 0  # "142 rooms: 96 double rooms"
    if word not in labels.single:
        return _labelled_list(text, end, word)
    earlier = word_before(text, left.start).lower
    if _PERCENT.match(text, end) or (earlier in labels.pointing and _is_amount(text, end)):
        return 0
    if earlier in labels.auxiliaries and _counted(text, end):
        return 0  # "will shed 1,350 posts"
    more = _LIST.match(text, end) if word in labels.lists else None
    return end if more is None else more.end()


def _is_amount(text: str, end: int) -> bool:
    """Whether a number is followed by what it counts or measures: "in that year 44 ships", "that day 5 km"."""
    return _counted(text, end) or read_unit(text, end) is not None


def _joined(text: str, start: int) -> bool:
    """Whether a number is the end of a word or a code: "Mi-24", "A4", "COVID-19", "67/262"."""
    before = text[start - 1]
    if before.isalpha():
        return True
    if before not in _JOINTS or start < 2:
        return False
    earlier = text[start - 2]
    if before == ":" and earlier in _CITING:  # the page of a citation mark, "[12]:34"
        return True
    if before == earlier == ".":  # the code of an article in astronomy: "1968Sci...161...34M"
        return True
    if before in "-–−+" and not earlier.isalnum():
        return earlier not in ' \u00a0(\n"“' or (before == "+" and earlier not in " (\n")
    return earlier.isalnum() and _PREFIXED.search(text[max(0, start - 8) : start]) is None


def coded(text: str, end: int) -> int:
    """Where a code ends that a number opens ("3D", "24-7-365", "1080p"); the number's own end where it opens none."""
    found = _CODE.match(text, end)
    return end if found is None else found.end()


def opens(left: Left) -> bool:
    """Whether the word before a number is one that leads to an amount ("in", "of", "some")."""
    return left.lower in _labels().openers


def is_name(left: Left) -> bool:
    """Whether a capitalised word before a bare number makes it a name: "Apollo 11", "Antonov 26", "iPhone 12"."""
    word = left.word
    if word[:1].islower() and word.isalpha() and not word.islower():
        return True
    if word[:1].isdecimal() and word.isalnum() and word.isupper():
        return True
    if word.startswith(_ARABIC) and word[3:4].isupper():
        return True
    return bool(word) and word[0].isupper() and word[-1] not in _NAME_ENDS and left.lower not in _labels().openers
