"""``factlint completion``: the script that completes commands, options, files and the names of rules in a shell."""

from __future__ import annotations

import argparse

from checker.grammar import Parser
from checker.options import parser
from rules.catalogue import catalogue


def script(shell: str) -> str:
    """The script for a shell, made from the command line's own grammar."""
    import shtab

    grammar = parser()
    for action in _actions(grammar):
        if action.dest in ("paths", "path", "config", "output", "baseline"):
            vars(action)["complete"] = shtab.FILE
        elif action.dest == "slug":
            action.choices = sorted(catalogue())
    made: str = shtab.complete(grammar, shell)
    return made if made.endswith("\n") else f"{made}\n"


def _actions(grammar: Parser) -> list[argparse.Action]:
    """Every argument of a command and of the commands below it, which argparse has no public name for."""
    found: list[argparse.Action] = []
    for action in grammar.filled()._actions:  # noqa: SLF001
        found.append(action)
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for below in action.choices.values():
                found += _actions(below)
    return found
