"""Every regular expression takes time in proportion to what it reads: one that does not can be made to hang.

The expressions are found, not listed: the constants of every module, and what is compiled while the rules'
examples are checked. Each is fed long runs, and runs made of the pieces of the expression itself.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]
from types import FrameType, ModuleType
from typing import Any, NamedTuple

import pytest

from articles.regex import Regex
from rules.catalogue import catalogue
from rules.harness import read, unmark
from rules.judge import judge

ROOT = Path(__file__).parents[2]
ROOMS = ("articles", "rules", "reports", "checker")
SHORT, LONG = 1_000, 8_000
"""Characters of a run."""
TWICE = 3
"""A long run may take so many times the time of as many characters in short ones, on a machine with other work."""
WORTH_A_LOOK = 0.016
"""Seconds below which a long run is read fast, whatever its time may grow with."""
HANGS = 2.0
RUNS = (
    *" ,.-–:;/|=<>()[]{}'’\"“”«»$%&_*#!?\n\u00a0\ufffc01aAé",
    *("a ", "A ", "1 ", "1,", "1.", "1-", "a-", "a.", "a, ", "Aa ", " and ", "(a", "(a) ", "[1]", "A. ", "a=", "<a"),
    *("“a", "\n\n", "{{"),
)  # fmt: skip
TAIL = "\x00.;:,!?()[]{}<>/=|'\"“”\n \x00"
"""What stops every repetition, so that an expression that would match has to look for another way."""
ANCHORED = {"match", "fullmatch"}


class Found(NamedTuple):
    """An expression, the place it stands in, and whether it is only ever tried in one place of a text."""

    place: str
    pattern: str
    flags: int
    anchored: bool


def modules() -> Iterator[ModuleType]:
    for room in ROOMS:
        package = importlib.import_module(room)
        yield package
        for info in pkgutil.walk_packages(package.__path__, f"{room}."):
            if not info.name.rpartition(".")[2].startswith(("build_", "make_")):
                yield importlib.import_module(info.name)


def constants(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """The expressions in a module's constants, wherever they lie in them."""

    def inside(name: str, value: Any, depth: int) -> Iterator[tuple[str, Any]]:
        if isinstance(value, re.Pattern | Regex):
            yield name, value
        elif isinstance(value, dict) and depth:
            for each in value.values():
                yield from inside(f"{name}[]", each, depth - 1)
        elif isinstance(value, tuple | list | set | frozenset) and depth:
            for each in value:
                yield from inside(f"{name}[]", each, depth - 1)

    for name, value in list(vars(module).items()):
        if not name.startswith("__"):
            yield from inside(name, value, 3)


def uses() -> dict[tuple[str, str], set[str]]:
    """What is asked of each name in each file: ``match``, ``search`` and so on; "" where it is handed on."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            asked = {id(n.value): n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
            for node in ast.walk(tree):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                    where = path.name if node.id.startswith("_") else ""
                    found[where, node.id].add(asked.get(id(node), ""))
    return found


class Spy:
    """An expression that remembers what was asked of it."""

    def __init__(self, compiled: re.Pattern[str], place: str) -> None:
        self.compiled = compiled
        self.place = place
        self.asked: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        self.asked.add(name)
        return getattr(self.compiled, name)


def compiled() -> Iterator[Found]:
    """What is compiled in functions: while nothing is remembered, every table is made and every rule shown a fault."""
    spies: list[Spy] = []
    compile_it = re.compile

    def spy(pattern: Any, flags: int = 0) -> Any:
        caller = sys._getframe(1)
        file = Path(caller.f_code.co_filename)
        made = compile_it(pattern, flags)
        ours = file.is_relative_to(ROOT) and file.relative_to(ROOT).parts[0] in ROOMS
        if not ours or file.name == "regex.py":
            return made
        spies.append(Spy(made, f"{file.relative_to(ROOT)}:{caller.f_lineno}"))
        return spies[-1]

    kept = [value for module in modules() for value in vars(module).values() if hasattr(value, "cache_clear")]
    for each in kept:
        each.cache_clear()
    re.compile = spy
    try:
        for each in kept:
            if each.__module__.split(".")[0] in ROOMS and not each.__wrapped__.__code__.co_argcount:
                each()
        for card in catalogue().values():
            for example in card.rule.bad:
                judge(card, read(example, unmark(example.text).text))
    finally:
        re.compile = compile_it
        for each in kept:
            each.cache_clear()
    for one in spies:
        used = one.asked - {"pattern", "flags"}
        yield Found(one.place, one.compiled.pattern, one.compiled.flags, bool(used) and used <= ANCHORED)


@cache
def expressions() -> tuple[Found, ...]:
    """Every expression of the project, once each."""
    asked = uses()
    found: dict[tuple[str, int], Found] = {}
    for module in modules():
        file = Path(module.__file__ or "").name
        for name, value in constants(module):
            used = asked["" if not name.startswith("_") else file, name] - {"pattern"}
            one = Found(f"{module.__name__}.{name}", value.pattern, value.flags, bool(used) and used <= ANCHORED)
            known = found.get((one.pattern, one.flags))
            found[one.pattern, one.flags] = one if known is None or known.anchored else known
    for one in compiled():
        found.setdefault((one.pattern, one.flags), one)
    return tuple(sorted(found.values()))


def pieces(pattern: str, flags: int) -> Iterator[str]:
    """Runs that the expression itself is made of: what comes before each repetition, and that repetition many times."""
    yield from _runs(list(_parser.parse(pattern, flags & ~re.UNICODE)), "")


def _runs(nodes: Iterable[Any], before: str) -> Iterator[str]:
    for node in nodes:
        name, value = str(node[0]), node[1]
        for inner in _inner(name, value):
            yield from _runs(inner, before)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            body = _sample(value[2])
            yield before + body * (LONG // max(1, len(body)))
        before = (before + _sample([node]))[:200]
        if before:
            yield before * (LONG // len(before))


def _inner(name: str, value: Any) -> list[Any]:
    if name == "BRANCH":
        return list(value[1])
    if name == "SUBPATTERN":
        return [value[3]]
    if name.endswith("_REPEAT"):
        return [value[2]]
    return [value] if name == "ATOMIC_GROUP" else []


def _sample(nodes: Iterable[Any]) -> str:
    """A text that a piece of an expression matches, as a rule."""
    return "".join(_one(str(node[0]), node[1]) for node in nodes)


def _one(name: str, value: Any) -> str:
    if name == "LITERAL":
        return chr(value)
    if name == "ANY":
        return "a"
    if name in ("IN", "NOT_LITERAL"):
        return _member(value) if name == "IN" else chr(value + 1)
    if name == "BRANCH":
        return _sample(value[1][0])
    if name.endswith("_REPEAT"):
        return _sample(value[2]) * max(1, int(value[0]))
    return "".join(_sample(inner) for inner in _inner(name, value))


def _member(items: Any) -> str:
    """A character of a set."""
    for candidate in "a1A ,.-(é":
        if _holds(items, candidate):
            return candidate
    name, value = items[0]
    return chr(value[0]) if str(name) == "RANGE" else chr(value) if str(name) == "LITERAL" else " "


def _holds(items: Any, character: str) -> bool:
    number = ord(character)
    negated = held = False
    for item in items:
        name, value = str(item[0]), item[1]
        if name == "NEGATE":
            negated = True
        elif name == "LITERAL":
            held = held or value == number
        elif name == "RANGE":
            held = held or value[0] <= number <= value[1]
        else:
            held = held or _category(str(value), character)
    return held != negated


def _category(name: str, character: str) -> bool:
    letter = {"DIGIT": character.isdigit(), "SPACE": character.isspace(), "WORD": character.isalnum()}
    said = next(letter[key] for key in letter if name.endswith(key))
    return said != ("_NOT_" in name)


def seconds(found: Found, text: str, times: int = 1) -> float:
    tried = re.compile(found.pattern, found.flags)
    start = time.process_time()
    for _ in range(times):
        if found.anchored:
            tried.match(text)
            tried.fullmatch(text)
        else:
            for _ in tried.finditer(text):
                pass
    return time.process_time() - start


def _hangs(signum: int, frame: FrameType | None) -> None:
    raise TimeoutError


def superlinear(found: Found, run: str) -> bool:
    """Whether a long run takes far longer than as many characters in short ones."""
    long, short = ((run * (size // len(run) + 1))[:size] + TAIL for size in (LONG, SHORT))
    return seconds(found, long) > WORTH_A_LOOK and all(
        seconds(found, long) > TWICE * seconds(found, short, LONG // SHORT) for _ in range(3)
    )


def culprit(found: Found) -> str | None:
    """A run on which an expression takes too long; None where there is none."""
    runs: set[str] = {*RUNS, *pieces(found.pattern, found.flags)}
    for run in runs:
        signal.setitimer(signal.ITIMER_VIRTUAL, HANGS)
        try:
            if superlinear(found, run):
                return run
        except TimeoutError:
            return run
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return None


@pytest.fixture
def patience() -> Iterator[None]:
    before = signal.signal(signal.SIGVTALRM, _hangs)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


def test_every_expression_is_found() -> None:
    """If the search missed some, the test below would prove less than it says."""
    places = [found.place for found in expressions()]
    assert len(places) > 300
    assert any(".py:" in place for place in places), "what functions compile"


@pytest.mark.parametrize("pattern", [r"\s+-", r"(?:\w+ ?)+;", r"a[^.]*$"])
def test_what_could_hang_is_known(pattern: str, patience: None) -> None:
    """If the runs were harmless, the test below would pass whatever the expressions were."""
    assert culprit(Found("", pattern, re.compile(pattern).flags, False))


def test_every_expression_takes_time_in_proportion(patience: None) -> None:
    wrong = [(found, run) for found in expressions() if (run := culprit(found))]
    told = (f"{found.place}: {found.pattern[:200]!r} on {run[:40]!r} again and again" for found, run in wrong)
    assert not wrong, "\n".join(told)
