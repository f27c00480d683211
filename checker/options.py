"""The command line's grammar."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from checker import __version__
from checker.grammar import Parser
from checker.settings import FAIL_ON
from reports.formats import FORMATS

READERS = ("plain", "wikitext", "dump")
SHELLS = ("bash", "zsh", "tcsh")


def parser() -> Parser:
    """The whole command line."""
    top = Parser(
        prog="factlint",
        description="Finds where an encyclopedia article contradicts itself, with both statements and the arithmetic.",
        epilog="Exit status: 0 nothing at or above --fail-on, 1 findings, 2 usage, configuration or reading failed, "
        "130 interrupted.",
    )
    top.add_argument("--version", action="version", version=f"factlint {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", prog=top.prog)
    _command(commands, "check", "check articles and folders of articles", _check)
    _command(commands, "demo", "check the articles that ship with factlint; the report is factlint-demo.html, here")
    _command(commands, "read", "show what was understood: sections, infobox, claims, facts", _read)
    _command(commands, "rules", "list the rules", _rules)
    _command(commands, "explain", "show a rule's manual page, its examples and what they lead to", _explain)
    _command(commands, "baseline", "keep a file of known findings, so that only new ones count", _baseline)
    what = "walk through the findings: edit one statement or the other, allow a finding with a reason, or skip it"
    _command(commands, "resolve", what, _resolve)
    _command(commands, "lsp", "serve editors by the Language Server Protocol, on standard input and output")
    _command(commands, "config", "show the settings in force and where each comes from", _shown)
    _command(commands, "completion", "print a script that completes commands in a shell", _completion)
    _command(commands, "schema", "print a JSON Schema", _schema)
    return top


def _command(
    commands: argparse._SubParsersAction[Parser],
    name: str,
    what: str,
    options: Callable[[Parser], object] | None = None,
) -> None:
    """A command, which says what it does in the list of all and in its own help."""
    commands.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.", options=options)


def _rules(command: Parser) -> None:
    command.add_argument("--format", choices=("text", "json"), default="text", help="how (text)")
    _config(command)


def _shown(command: Parser) -> None:
    command.add_argument(
        "path", nargs="?", metavar="PATH", help="the article or folder they hold for (the current one)"
    )
    command.add_argument("--show", action="store_true", required=True, help="print them, as a configuration file")
    _config(command)


def _completion(command: Parser) -> None:
    command.add_argument("shell", choices=SHELLS, metavar="SHELL", help=" or ".join(SHELLS))


def _schema(command: Parser) -> None:
    command.add_argument("name", metavar="NAME", help="report, read, config, or an article kind")
    _config(command)


def _check(command: Parser) -> None:
    _inputs(command)
    command.add_argument("--format", choices=tuple(FORMATS), default="text", help="how to tell the findings (text)")
    command.add_argument(
        "--output",
        type=_file,
        metavar="FILE",
        help="write the report there ('-': standard output); html in a FOLDER/ is an index and a page an article",
    )
    command.add_argument("--fail-on", choices=FAIL_ON, help="the least severity that makes the exit status 1 (error)")
    command.add_argument("--statistics", action="store_true", help="count the findings of each rule, and tell no more")
    _changed_since(command)
    _chosen(command)
    _jobs(command)
    command.add_argument("--fix", action="store_true", help="apply safe fixes, then tell what is left")
    command.add_argument("--diff", action="store_true", help="show what --fix would change, and change nothing")


def _chosen(command: Parser) -> None:
    """Which rules run, on what day, and how."""
    _names(command, "--select", "check only these rules and families")
    _names(command, "--ignore", "leave out these rules and families")
    command.add_argument("--preview", action="store_true", help="also rules whose precision is still being measured")
    command.add_argument("--as-of", type=_date, metavar="DATE", help="the day that counts as today, as 2026-01-31")
    command.add_argument("--baseline", type=Path, metavar="FILE", help="the file of known findings")
    command.add_argument("--no-cache", action="store_true", help="neither use nor write the cache")


def _jobs(command: Parser) -> None:
    command.add_argument("--jobs", type=_processes, metavar="N", help="processes to read and check with")


def _explain(command: Parser) -> None:
    command.add_argument("slug", nargs="?", metavar="SLUG", help="the rule's name, as in `factlint rules`")
    command.add_argument("--all", action="store_true", help="every rule")
    command.add_argument("--format", choices=("text", "html", "markdown"), default="text", help="how (text)")
    command.add_argument(
        "--output", type=_file, metavar="PATH", help="a file for html or markdown, or a folder for a file a rule"
    )
    _config(command)


def _baseline(command: Parser) -> None:
    actions = command.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, text in (
        ("create", "make the file of what is found now"),
        ("update", "add what is new and take out what is found no more"),
        ("prune", "only take out what is found no more"),
    ):
        _command(actions, name, text, _ratchet)


def _ratchet(action: Parser) -> None:
    _inputs(action)
    _chosen(action)
    _jobs(action)
    action.set_defaults(format="json", changed_since=None)


def _resolve(command: Parser) -> None:
    _inputs(command)
    _changed_since(command)
    _chosen(command)
    command.set_defaults(format="json")


def _changed_since(command: Parser) -> None:
    command.add_argument(
        "--changed-since", metavar="REV", help="only findings with a statement that changed since a git revision"
    )


def _read(command: Parser) -> None:
    _inputs(command)
    command.add_argument("--format", choices=("text", "json"), default="text", help="how (text)")
    command.add_argument(
        "--explain", type=_line, metavar="LINE", help="show how every claim and fact of that line was read, as a tree"
    )


def _inputs(command: Parser) -> None:
    command.add_argument(
        "paths", nargs="*", metavar="PATH", help="files and folders; '-' is standard input (the current folder)"
    )
    command.add_argument("--reader", choices=READERS, help="how to read every file, whatever its name")
    command.add_argument("--stdin-filename", metavar="NAME", help="the name that standard input goes by")
    _config(command)


def _config(command: Parser) -> None:
    command.add_argument("--config", type=Path, metavar="FILE", help="the configuration file to use")


def _names(command: Parser, option: str, text: str) -> None:
    command.add_argument(option, action="append", default=[], type=_split, metavar="SLUG|FAMILY[,..]", help=text)


def joined(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The names of an option that may be given several times."""
    return tuple(name for names in lists for name in names)


def _file(text: str) -> str | None:
    """A file to write; None for standard output."""
    return None if text in ("", "-") else text


def _split(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a date such as 2026-01-31") from None


def _line(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text[:9]):
        raise argparse.ArgumentTypeError(f"'{text}' is not the number of a line, counted from 1")
    return int(text[:9])


def _processes(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:4]) <= 512:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of processes from 1 to 512")
    return int(text)
