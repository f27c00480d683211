"""Whether what is said of several numbers of one whole shuts each other out: "214 were in favour, 96 against".

What stands behind each number is read up to the next. Nobody comes to two ends at once, so that verbs of what was done
or what became of things are taken to exclude each other; and so are the places, sides and sorts that a verb told once
goes on with ("lived in Arn, 98 in Orm and 74 abroad"). What one may be besides (young, married, trained, a Catholic) is
no end of anything.
"""

from __future__ import annotations

from articles.regex import regex
from articles.words import WordList, worded

_CUT = regex(r"[.;,:()]")
_JOINED = regex(r",? (?:and|while|with|but|plus)(?: (?:the|another|some))?$")
_BE = (
    r"(?: (?:of them|of these|of whom|of which))?(?: (?:were|was|are|is|had been|have been|had|have))?"
    r"(?: (?:then|later|finally))?"
)
_PREPOSED = worded(__file__, rf"(?P<be>{_BE}) (?P<way>{{ways}})\b")
_ENDED = worded(__file__, rf"(?P<be>{_BE}) (?P<end>{{ends}}|[a-z]{{2,}}ed|[a-z]{{2,}}(?:ow|ak|iv|tt|ok|ld|as)en)\b")
_VERB_WAY = worded(__file__, rf"{_BE} [a-z]+(?: [a-z]+)? (?P<way>{{ways}})\b")
_BESIDES = WordList(__file__, "besides")
_STATES = worded(__file__, r"\b{states}\b")
_SIDES = worded(__file__, r"\b{sides}\b")
_PLACES = WordList(__file__, "places")
_IS = regex(r" (?:are|were|is|was) (?P<way>by|from|over|under|of|about|more|less|for|with|older|younger)?\b")
_FEWEST = 2


def outcomes(behind: list[str]) -> bool:
    """Whether no one is in two of the parts of which these words, one behind each part, are said."""
    told = [_JOINED.sub("", _CUT.split(each)[0]) for each in behind]
    if len(told) < _FEWEST or any(map(_STATES.search, told)):
        return False
    if all(map(_SIDES.search, told)):
        return True
    ended = [_ENDED.match(each) for each in told]
    if all(found is not None and found["end"] not in _BESIDES for found in ended):
        return True
    return _elliptic(told)


def _elliptic(told: list[str]) -> bool:
    """Whether a verb is told once, and then only where, by whom or what for each of the others is."""
    rest = [_PREPOSED.match(each) for each in told[1:]]
    first = _PREPOSED.match(told[0]) or _VERB_WAY.match(told[0])
    if first is None or any(found is None or found["be"].strip() for found in rest):
        return False
    ways = {_sort_of(found["way"]) for found in (first, *rest) if found is not None and found["way"] not in _ADVERBS}
    return len(ways) <= 1


def _sort_of(way: str) -> str:
    return "place" if way in _PLACES else way


def mixed(behind: list[str]) -> bool:
    """Whether some of the parts are told by what they are and others by whose or how they are."""
    told = [_IS.match(each) for each in behind]
    ways = {bool(found["way"]) for found in told if found is not None}
    return len(ways) > 1


_ADVERBS = WordList(__file__, "adverbs")
