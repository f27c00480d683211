"""How exactly values and units are read, side by side with quantulum3 and recognizers-text, in one run.

``python -m tests.bench.extraction [--misses [TOOL]] [--scope] [--only TOOL]`` prints, for each set and tool, how many
of the expected items were read with their exact value and unit, how many items were read that are not there, and F1.
``--misses`` prints the cases that went wrong, ``--scope`` what is out of scope and why. The other tools are of the
dependency group ``bench``; one that is not installed is left out.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from typing import NamedTuple

from articles.claims.units import factor
from tests.bench.extraction_sets import FOLDER, Case, Item, cases
from tests.bench.extraction_tools import TOOLS, Tool

_MODULES = {"factlint": "articles", "quantulum3": "quantulum3", "recognizers": "recognizers_number"}
_KINDS = {
    "numbers": ("number", "percent", "ordinal"),
    "dates": ("date",),
    "currency": ("money",),
    "units": ("quantity", "duration", "percent", "money", "measure"),
}
_ANNOTATED = {
    "recognizers/NumberModel": ("number", "percent", "money", "quantity", "duration"),
    "recognizers/PercentModel": ("percent",),
    "recognizers/OrdinalModel": ("ordinal",),
    "recognizers/DimensionModel": ("quantity",),
    "recognizers/TemperatureModel": ("quantity",),
    "recognizers/AgeModel": ("duration",),
    "recognizers/Duration": ("duration",),
}
_CURRENCIES = {
    "usd": "dollar, us dollar, united states dollar",
    "gbp": "pound, british pound, pound sterling",
    "eur": "euro",
    "inr": "rupee, indian rupee",
    "fim": "finnish markka",
    "nlg": "netherlands guilder",
    "xxx": "franc, peseta, dinar, riyal, rial",
}
_SAME = {
    "c": "degree_Celsius",
    "f": "degree_Fahrenheit",
    "celsius": "degree_Celsius",
    "fahrenheit": "degree_Fahrenheit",
    "degree celsius": "degree_Celsius",
    "degree fahrenheit": "degree_Fahrenheit",
    "metric ton": "metric_ton",
    "ton": "metric_ton",
    "tonne": "metric_ton",
    "long_ton": "metric_ton",
    "pound-mass": "pound",
    "percentage": "percent",
    "age": "year",
    "m": "meter",
}


class Score(NamedTuple):
    """Counts of one tool on one set."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def recall(self) -> float:
        """The share of expected items that were read exactly."""
        return self.right / ((self.right + self.missed) or 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / ((2 * self.right + self.extra + self.missed) or 1)

    def plus(self, right: int, extra: int, missed: int) -> Score:
        """The score with one case more."""
        return Score(self.right + right, self.extra + extra, self.missed + missed)


def compare(case: Case, found: Iterable[Item]) -> tuple[int, list[Item], list[Item]]:
    """How many items are right, which were read that are not there, and which were missed."""
    left = [item for item in found if item.kind in _kinds(case)]
    missed = []
    for wanted in case.expected:
        hit = next((item for item in left if same(wanted, item, case.group)), None)
        if hit is None:
            missed.append(wanted)
        else:
            left.remove(hit)
    return len(case.expected) - len(missed), _extra(case, left), missed


def _kinds(case: Case) -> tuple[str, ...]:
    """The kinds that a set annotates: only those can be missed or read too much there."""
    return _ANNOTATED.get(case.origin, _KINDS[case.group])


def _extra(case: Case, left: list[Item]) -> list[Item]:
    if case.origin.endswith("NumberModel"):
        return [item for item in left if item.kind == "number"]
    return left if case.origin != "duckling" else []


def same(wanted: Item, item: Item, group: str) -> bool:
    """Whether two items are the same value in the same unit."""
    if wanted.kind == "date":
        return _same_date(wanted, item)
    if group == "numbers":
        scaled = wanted.kind == item.kind or wanted.kind == "number"
        return scaled and _close(wanted.low, item.low)
    if wanted.kind == "duration" and item.kind == "duration":
        return _in_unit(wanted, item)
    if wanted.kind not in (item.kind, "measure"):
        return False
    if item.kind == "money":
        return _same_money(wanted, item)
    if item.kind == "percent":
        return _close(wanted.low, item.low) and wanted.unit == "percentage"
    return _in_unit(wanted, item)


def _same_date(wanted: Item, item: Item) -> bool:
    """Whether two dates are the same days read from the same words; where only words are wanted, these."""
    if not item.words or _bare(wanted.words) != _bare(item.words):
        return False
    if not wanted.low:
        return True
    if wanted.opened != item.opened and (wanted.opened, item.opened) not in _ALIKE:
        return False
    last = float(item.unit or item.high)
    match wanted.opened:
        case "":
            return wanted.low == item.low and wanted.high in (item.high, item.high + 1, last)
        case "since":
            return wanted.low == item.low
        case "after":  # "after 2016" may begin within the year, or after it
            return wanted.low in (item.low, item.high + 1)
        case _:
            return wanted.high in (item.low, item.high, item.high + 1)


_ALIKE = {("before", "by"), ("until", "by"), ("before", "until")}
"""A set names "by" as the one or the other."""
_BEFORE = re.compile(
    r"(?:from|between|in|on|the|during|since|before|after|until|no later than|later than|starting|year(?: of)?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|calendar) "
)
_AFTER = re.compile(r"(?:,? (?:and|or) (?:later|after))$")


def _bare(words: str) -> str:
    """The words of a date without preposition, article and weekday, which some tools count in and others do not."""
    bare = " ".join(words.lower().split())
    while (found := _BEFORE.match(bare)) is not None:
        bare = bare[found.end() :]
    return _AFTER.sub("", bare).strip(" .,")


def _close(first: float, second: float) -> bool:
    return abs(first - second) <= 1e-6 * max(abs(first), abs(second), 1e-12)


def _same_money(wanted: Item, item: Item) -> bool:
    first, second = _currency(wanted.unit.split(" per ")[0]), _currency(item.unit.split(" per ")[0])
    scale = {"cent": 0.01, "penny": 0.01, "pence": 0.01}
    size, other = scale.get(first, 1.0), scale.get(second, 1.0)
    alike = first == second or "xxx" in (first, second) or size != 1 or first in second or second in first
    return alike and _close(wanted.low * size, item.low * other) and _close(wanted.high * size, item.high * other)


def _currency(name: str) -> str:
    lower = name.lower()
    return next((code for code, words in _CURRENCIES.items() if lower in words.split(", ")), lower)


def _in_unit(wanted: Item, item: Item) -> bool:
    size = _factor(_unit(item.unit), _unit(wanted.unit))
    if size is None:
        return False
    slack = 0.02 if item.unit in ("month", "year", "decade") else 1e-3  # a month is 30 days in some sets
    ends = ((item.low, wanted.low), (item.high, wanted.high))
    return all(abs(read * size - asked) <= slack * abs(asked) for read, asked in ends)


def _unit(name: str) -> str:
    lower = name.lower().strip()
    return name if "_" in name else _SAME.get(lower, lower)


@cache
def _factor(unit: str, other: str) -> float | None:
    if unit == other:
        return 1.0
    try:
        return factor(_spelt(unit), _spelt(other))
    except Exception:  # any tool may name a unit that pint does not know; such a unit is not the one wanted
        return None


def _spelt(name: str) -> str:
    words = name.replace("inverse ", "1/").replace(" per ", "/").replace("-", "_")
    for word, power in (("square ", "**2"), ("cubic ", "**3")):
        while word in words:
            head, tail = words.split(word, 1)
            unit, slash, rest = tail.partition("/")
            words = f"{head}{unit.replace(' ', '_')}{power}{slash}{rest}"
    return _SAME.get(words.lower(), words.replace("  ", " "))


def run(tools: dict[str, Tool], wanted: str | None) -> dict[str, dict[str, Score]]:
    """Every tool over every case in scope; prints what the tool named by ``wanted`` got wrong."""
    scores: dict[str, dict[str, Score]] = defaultdict(lambda: defaultdict(Score))
    for case in cases():
        if case.out:
            continue
        for name, tool in tools.items():
            right, extra, missed = compare(case, tool(case.text, case.group))
            origin = f"{case.group}: {case.origin}"
            for row in (origin, f"{case.group}: all"):
                scores[row][name] = scores[row][name].plus(right, len(extra), len(missed))
            if name == wanted and (extra or missed):
                print(f"{origin}: {case.text!r}\n    missed {missed}\n    extra  {extra}")
    return scores


def main(arguments: list[str]) -> int:
    """Print the table."""
    if not FOLDER.is_dir():
        print(f"{FOLDER} is not here")
        return 2
    if "--scope" in arguments:
        for reason, count in Counter(case.out for case in cases() if case.out).most_common():
            print(f"{count:5}  {reason}")
        return 0
    tools = {name: tool for name, tool in TOOLS.items() if find_spec(_MODULES[name]) is not None}
    if "--only" in arguments:
        only = arguments[arguments.index("--only") + 1]
        tools = {only: tools[only]}
    wanted = None
    if "--misses" in arguments:
        at = arguments.index("--misses") + 1
        wanted = arguments[at] if at < len(arguments) and arguments[at] in TOOLS else "factlint"
    scores = run(tools, wanted)
    print(f"{'set':38}" + "".join(f"{name:>12} exact    F1 extra" for name in tools))
    for row in sorted(scores):
        cells = (scores[row][name] for name in tools)
        print(
            f"{row:38}"
            + "".join(f"{s.right:6}/{s.right + s.missed:<5} {s.recall:6.1%} {s.f1:5.3f} {s.extra:5}" for s in cells)
        )
    out = sum(1 for case in cases() if case.out)
    print(f"\nout of scope: {out} of {sum(1 for _ in cases())} cases (--scope lists the reasons)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
