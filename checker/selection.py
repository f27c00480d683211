"""Which rules check which article, and with which thresholds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.engine import settable
from checker.relative import relative
from checker.settings import PerPath, Settings
from checker.usage import UsageError, nearest
from rules.catalogue import FAMILIES, Card

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Asked(NamedTuple):
    """What the command line asks for; a ``select`` there outweighs every one in the configuration."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False


@dataclass(frozen=True)
class RuleSelection:
    """The rules of a run. Names are known to exist once :func:`selected` made it."""

    all: tuple[Card, ...]
    settings: Settings
    asked: Asked

    @cached_property
    def general(self) -> tuple[Card, ...]:
        """The rules where no path says otherwise."""
        return self._chosen(self.asked.select or self.settings.select, (*self.settings.ignore, *self.asked.ignore))

    def cards(self, path: str) -> tuple[Card, ...]:
        """The rules for an article at a path."""
        select = self.asked.select or self.settings.select
        ignore = (*self.settings.ignore, *self.asked.ignore)
        tables = [table for spec, table in self._per_path if spec.match_file(self._from_base(path))]
        for table in tables:
            select = self.asked.select or table.select or select
            ignore = (*ignore, *table.ignore)
        return self._chosen(select, ignore) if tables else self.general

    @cached_property
    def _per_path(self) -> list[tuple[GitIgnoreSpec, PerPath]]:
        if not self.settings.per_path:
            return []
        from pathspec import GitIgnoreSpec

        return [(GitIgnoreSpec.from_lines(table.paths), table) for table in self.settings.per_path]

    def _from_base(self, path: str) -> str:
        """A path as the patterns of the configuration see it: from the folder of the file."""
        return relative(path, self.settings.base).replace("\\", "/")

    def _chosen(self, select: Sequence[str], ignore: Sequence[str]) -> tuple[Card, ...]:
        preview = self.asked.preview or self.settings.preview
        return tuple(
            card
            for card in self.all
            if (not select or card.slug in select or card.family in select)
            and card.slug not in ignore
            and card.family not in ignore
            and (preview or not card.rule.preview or card.slug in select)
        )


def selected(cards: Mapping[str, Card], settings: Settings, asked: Asked) -> RuleSelection:
    """The selection of a run. Raises :class:`UsageError` for a rule or family that does not exist."""
    known = [*FAMILIES, *cards]
    _assert_known(asked.select, known, "--select")
    _assert_known(asked.ignore, known, "--ignore")
    if settings.origin:
        origin = settings.origin
        _assert_known(settings.select, known, partial(origin.place, "select"))
        _assert_known(settings.ignore, known, partial(origin.place, "ignore"))
        for number, table in enumerate(settings.per_path):
            _assert_known(table.select, known, partial(origin.place, "per-path", number, "select"))
            _assert_known(table.ignore, known, partial(origin.place, "per-path", number, "ignore"))
    return RuleSelection(tuple(cards.values()), settings, asked)


def _assert_known(names: Iterable[str], known: Sequence[str], place: str | Callable[[], str]) -> None:
    for name in names:
        if name not in known:
            where = place if isinstance(place, str) else place()
            raise UsageError(f"{where}: there is no rule or family '{name}'{nearest(name, known)}")


def checked_thresholds(cards: Mapping[str, Card], settings: Settings) -> dict[str, dict[str, Any]]:
    """The thresholds of the configuration as the rules take them, by slug and parameter name."""
    origin = settings.origin
    if not origin:
        return {}
    made: dict[str, dict[str, Any]] = {}
    for slug, table in settings.thresholds.items():
        if slug not in cards:
            raise UsageError(f"{origin.place('rule', slug)}: there is no rule '{slug}'{nearest(slug, cards)}")
        defaults = settable(cards[slug])
        for name, value in table.items():
            place = origin.place("rule", slug, name)
            if name not in defaults:
                raise UsageError(f"{place}: {slug} has no such threshold{_offered(name, defaults)}")
            made.setdefault(slug, {})[name.replace("-", "_")] = _as(defaults[name], value, place)
    return made


def _offered(name: str, defaults: Mapping[str, Any]) -> str:
    near = nearest(name, defaults)
    if near or not defaults:
        return near
    return f"; it has {', '.join(defaults)}"


def _as(default: Any, value: Any, place: str) -> Any:
    """A threshold of the type its default has; none of ours makes sense below zero."""
    kind = type(default)
    if kind is bool and isinstance(value, bool):
        return value
    if kind is int and isinstance(value, int) and not isinstance(value, bool):
        return _not_negative(value, place)
    if kind is str and isinstance(value, str):
        return value
    if kind in (float, Decimal) and isinstance(value, int | float | str) and not isinstance(value, bool):
        return _not_negative(_number(kind, value, place), place)
    if kind in (tuple, frozenset) and isinstance(value, list):
        return kind(value)
    expected = {
        bool: "true or false",
        int: "a whole number",
        str: "text in quotes",
        tuple: "a list",
        frozenset: "a list",
    }
    raise UsageError(f"{place}: must be {expected.get(kind, 'a number')}, not {value!r}")


def _not_negative(number: float | Decimal, place: str) -> float | Decimal:
    if number < 0:
        raise UsageError(f"{place}: must not be negative, not {number}")
    return number


def _number(kind: type[float] | type[Decimal], value: float | str, place: str) -> float | Decimal:
    try:
        number = kind(str(value))
    except (ValueError, InvalidOperation):
        raise UsageError(f"{place}: must be a number, not {value!r}") from None
    if number != number or number in (kind("inf"), kind("-inf")):
        raise UsageError(f"{place}: must be a number, not {value!r}")
    return number
