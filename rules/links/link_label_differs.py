"""A link shows one year, day, state or number in a series and leads to another.

Why: the reader sees 2003 and lands at 1999; one of the two is wrong, and on the page nobody notices.

Right all the same: when the label names a season or an edition by another of its years, or a state of the past
by the name of the present one; states that succeeded each other are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.claims.date_pieces import months
from articles.facts.gazetteer import Entity, Form, gazetteer
from articles.page import Link
from articles.regex import regex
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.names.series import other_place, other_years
from rules.laws.names.states_named import akin
from rules.rule import Change, Mark, Outcome, Rule, Verdict, wikitext

_YEAR = regex(r"(?:AD )?[1-9][0-9]{2,3}(?: AD)?|[1-9][0-9]{2}0s")
_EDITION = regex(r"\b(1[5-9][0-9]{2}|20[0-9]{2})([–/-][0-9]{2}(?:[0-9]{2})?)?\b")
_YEAR_IN = regex(r"([0-9]{4}) in [a-z]")
_DAY = regex(r"(?:(?P<before>[0-9]{1,2}) )?(?P<month>[A-Z][a-z]{2,8})(?: (?P<after>[0-9]{1,2}))?")
_LONGEST_DAY = len("28 September 28")
_FORM = worded(__file__, r"({topics} of (?:the )?)(.+)")
_TEAM = worded(__file__, r"[A-Z][\w' .-]{2,30}?( (?:(?:wo)?men['’]s )?{teams}\b)")
_ASIDE = regex(r" \([^()]{1,40}\)$")
_SHORTENED = 2
"""So many words of a name at least say which contest is meant."""
_DIGIT = regex("[0-9]")


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Compare target and label wherever both are plain years, plain days or names of states."""
    for link in article.page.links:
        if link.label_span == link.target_span:
            continue
        label = article.page.text(link.prose).strip()
        if label == link.target:
            continue
        differs = _differ(link.target, label)
        if differs is None:
            continue
        yield _verdict(link, label) if differs else Outcome.CONSISTENT


def _differ(target: str, label: str) -> bool | None:
    """Whether two names differ in their one state, day or year; None where that is not what they are told apart by."""
    for compare in _NUMBERED if _DIGIT.search(target) else _UNNUMBERED:
        found = compare(target, label)
        if found is not None:
            return found
    return None


def _names(target: str, label: str) -> bool | None:
    """Two names of states or cities, or titles with such names in them."""
    if target[:1].isupper() and gazetteer().may_name(target) and gazetteer().may_name(label):
        for compare in (_states, _cities, _teams):
            found = compare(target, label)
            if found is not None:
                return found
    return _wholes(target, label) if " of " in target else None


def _wholes(target: str, label: str) -> bool | None:
    """Two titles of one form that name different states: "Foreign relations of A" and "Foreign relations of B"."""
    form = _FORM.fullmatch(target)
    label = label[:1].upper() + label[1:]
    if not form or not label.startswith(form[1]):
        return None
    return _states(form[2], label[len(form[1]) :])


def _years(target: str, label: str) -> bool | None:
    if not target[:1].isdecimal() and not target.startswith("AD "):
        return None
    within = _YEAR_IN.match(target)
    if within and _YEAR.fullmatch(label):
        return within[1] != label
    if not _YEAR.fullmatch(target) or not _YEAR.fullmatch(label):
        return None
    if target.endswith("s") != label.endswith("s"):
        return None
    return target.strip("AD ") != label.strip("AD ")


def _editions(target: str, label: str) -> bool | None:
    """Two editions of one thing: "1952–53 FA Cup" and "1962–63 FA Cup" are the same but for their years."""
    if len(target) - len(label) not in (-2, 0, 2) or target[-1:].isdecimal() != label[-1:].isdecimal():
        return None
    years = _EDITION.findall(target), _EDITION.findall(label)
    if not years[0] or not years[1] or _EDITION.sub("", target).lower() != _EDITION.sub("", label).lower():
        return None
    return bool(years[0][0][0] != years[1][0][0])


def _shortened(target: str, label: str) -> bool | None:
    """Another edition by a part of its name: "1998 World Figure Skating Championships" as "1999 World Championships".

    A season of two years may be called by either, and what was put off by a year keeps its old one.
    """
    years = _EDITION.findall(target), _EDITION.findall(label)
    if [len(each) for each in years] != [1, 1] or any(span for each in years for _, span in each):
        return None
    mine, theirs = (_EDITION.sub("", name).split() for name in (target, label))
    if len(theirs) < _SHORTENED or not set(theirs) <= set(mine) or not all(word[:1].isupper() for word in theirs):
        return None
    told = {years[0][0][0], years[1][0][0]}
    return True if len(told) > 1 and told != {"2020", "2021"} else None


def _days(target: str, label: str) -> bool | None:
    one = _DAY.fullmatch(target) if len(target) <= _LONGEST_DAY else None
    other = _DAY.fullmatch(label) if one else None
    if not one or not other or one["month"] not in months() or other["month"] not in months():
        return None
    days = one["before"] or one["after"], other["before"] or other["after"]
    return None not in days and (one["month"], days[0]) != (other["month"], days[1])


def _states(target: str, label: str) -> bool | None:
    names = gazetteer()
    one = names.canonical(_ASIDE.sub("", target) if target.endswith(")") else target)
    readings = names.named(label) if one is not None else ()
    others = {reading.entity for reading in readings if reading.form is not Form.CITY}
    if one is None or len(others) != 1 or len(others) != len(readings):
        return None
    other = others.pop()
    if one == other:
        return False
    if any(_nicknamed(names.entities[name], text) for name, text in ((one, target), (other, label))):
        return None
    return None if _related(names.entities[one], names.entities[other]) else True


def _cities(target: str, label: str) -> bool | None:
    """Two cities of two states of today, each known by that name alone: cities of empires go by other names now."""
    one = _state_of_city(target)
    other = _state_of_city(label) if one else None
    return None if not one or not other else one != other or None


def _teams(target: str, label: str) -> bool | None:
    """A state's team, or its part in games, shown by the name of a state: the name must be its own."""
    team = _TEAM.match(target)
    return _states(target[: team.start(1)], label) if team else None


def _state_of_city(name: str) -> str | None:
    names = gazetteer()
    readings = names.named(name)
    if len(readings) != 1 or readings[0].form is not Form.CITY:
        return None
    state = names.entities[readings[0].entity]
    return state.name if state.alpha3 and not state.end else None


def _nicknamed(entity: Entity, text: str) -> bool:
    """Whether a state that had other names is called by none of them: "Macedonia" is a land of old as well."""
    return bool(entity.renamed) and text not in (entity.name, *(old.name for old in entity.renamed))


def _related(one: Entity, other: Entity) -> bool:
    """Whether two entities may stand for each other: one followed, contains or is named within the other."""
    states = {"state", "territory"}
    if one.kind not in states or other.kind not in states or one.end or other.end:
        return True
    return akin(one, other) or bool(one.alpha3) != bool(other.alpha3)  # a state and perhaps a part of it


_NUMBERED = (_years, _days, _editions, _shortened, other_years, _names, other_place)
_UNNUMBERED = (_names, other_place)
"""How names are compared where the target has a digit, and where it has none."""


def _verdict(link: Link, label: str) -> Verdict:
    marks = (Mark(link.label_span, f"shows “{label}”"), Mark(link.target_span, f"leads to “{link.target}”"))
    changes = (
        Change(f"show “{link.target}”", ((link.label_span, link.target),)),
        Change(f"lead to “{label}”", ((link.target_span, label),)),
    )
    message = f"the link shows “{label}” but leads to “{link.target}”"
    return Verdict(message, marks, changes=changes)


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        wikitext(
            "She won at the [[⟦2:1998 World Ski Orienteering Championships⟧|⟦1:1999 World Championships⟧]].",
            title="Ada Berg",
        ),
        wikitext("It was opened in [[⟦2:1999⟧|⟦1:2003⟧]].", title="Norby Light"),
        wikitext("On [[⟦2:May 4⟧|⟦1:5 May⟧]] the envoy of [[⟦4:Algeria⟧|⟦3:Albania⟧]] came.", title="Norby"),
        wikitext("The [[⟦2:Niger⟧|⟦1:Chadian⟧]] envoy came.", title="Norby"),
        wikitext("She ran a kitchen in [[⟦2:Niger⟧|⟦1:Nigeria⟧]].", title="Norby"),
        wikitext("See [[⟦2:Foreign relations of Algeria⟧|⟦1:Foreign relations of Albania⟧]].", title="Norby"),
        wikitext("The train from [[⟦2:Tallinn⟧|⟦1:Riga⟧]] was late.", title="Norby"),
        wikitext("The cup went to [[⟦2:Denmark national golf team⟧|⟦1:Norway⟧]] for a year.", title="Norby"),
        wikitext("They toured [[⟦2:Ceylon⟧|⟦1:Burma⟧]] in the [[⟦4:1990s⟧|⟦3:1980s⟧]].", title="Norby"),
        wikitext(
            "It ended by the [[⟦2:Peace of Norby (1783)⟧|⟦1:Peace of Norby of 1763⟧]], and they reached the final in "
            "the [[⟦4:1951–52 Norby Cup⟧|⟦3:1957–58 season⟧]].",
            title="Norby",
        ),
        wikitext(
            "He fought in the [[⟦2:Second Battle of Norby⟧|⟦1:First Battle of Norby⟧]] and in "
            "[[⟦4:World War II⟧|⟦3:World War I⟧]].",
            title="Ada Berg",
        ),
        wikitext("They came third in the [[⟦2:1952–53 Norby Cup⟧|⟦1:1962–63 Norby Cup⟧]].", title="Norby Town"),
    ),
    good=(
        wikitext("She won at the [[2020 Summer Paralympic Games|2021 Paralympic Games]].", title="Ada Berg"),
        wikitext(
            "The [[1951–52 Norby Cup|1952 final]], the [[Revolution of 1848|rising of 1850]], [[Charles V of Norby|"
            "Charles I of Sudby]], the [[Second World War|World War II]], a [[Norby 12|ship of 14 guns]].",
            title="Norby",
        ),
        wikitext("In [[Macedonia|Greek]] times, in the [[1990s|1990]] of the calendar.", title="Norby"),
        wikitext("They came third in the [[1952–53 Norby Cup|1953 Norby Cup]] and the cup before.", title="Norby Town"),
        wikitext(
            "It was opened in [[2003|2003]], on [[May 5|5 May]], by the [[Albania|Albanian]] envoy.", title="Norby"
        ),
        wikitext("The season of [[1999 season|1998–99]], the [[1999 election|election of 2000]].", title="Norby"),
        wikitext(
            "In [[Russia|Soviet]] times, [[Great Britain|English]] ones, in [[Istanbul|Constantinople]].",
            title="Norby",
        ),
        wikitext(
            "The [[Republic of Ireland|Irish]], the [[Paris|French]], [[Georgia (country)|Georgia]].", title="Norby"
        ),
    ),
)
