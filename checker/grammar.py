"""argparse as people expect a command line to answer: short, with the nearest name, and options in any place."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from checker.streams import columns
from checker.usage import nearest


class Parser(argparse.ArgumentParser):
    """argparse with the nearest name beside a wrong one, no guessing of shortened options, and errors of a line."""

    def __init__(self, options: Callable[[Parser], object] | None = None, **given: Any) -> None:
        """As argparse's own. ``options`` adds what the command takes, once somebody uses the command."""
        shape = partial(argparse.HelpFormatter, width=columns() - 2)
        super().__init__(**{"allow_abbrev": False, "formatter_class": shape, **given})
        self._later = options

    def filled(self) -> Parser:
        """The parser with all that it takes."""
        later, self._later = self._later, None
        if later:
            later(self)
        return self

    def format_help(self) -> str:
        """As argparse's own."""
        self.filled()
        return super().format_help()

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """As argparse's own, but paths may stand behind options, and each command tells what it does not know."""
        self.filled()
        given = list(args or ())
        cut = given.index("--") if "--" in given else len(given)
        found, unknown = super().parse_known_args(given[:cut], namespace)
        if hasattr(found, "paths"):
            found.paths += [each for each in unknown if not _is_option(each)] + given[cut + 1 :]
            unknown = [each for each in unknown if _is_option(each)]
        if unknown:
            self.error(self._unknown(unknown[0].partition("=")[0]))
        return found, unknown

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong, without the whole grammar before it, and nothing that a terminal would act on."""
        from reports.terminal import plainly

        self.exit(2, f"{self.prog}: {plainly(message)} ({self.prog} --help tells more)\n")

    def _unknown(self, name: str) -> str:
        if not _is_option(name):
            return f"'{name}' is one too many"
        known = [option for action in self._actions for option in action.option_strings]
        return f"there is no option '{name}'{nearest(name, known)}"

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        names = [str(choice) for choice in action.choices]
        offered = nearest(str(value), names) or f"; choose from {', '.join(names)}"
        if action.dest == "command" and Path(value).exists():
            offered = f"; to check it: factlint check {value}"
        raise argparse.ArgumentError(action, f"there is no '{value}'{offered}")


def _is_option(argument: str) -> bool:
    return argument.startswith("-") and argument != "-"
