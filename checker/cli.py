"""The command: each of its subcommands, everything heavy imported by the one that needs it."""

from __future__ import annotations

import gc
import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from checker.own import assert_own
from checker.streams import assure_streams, harmless, look, say, show
from checker.usage import UsageError

if TYPE_CHECKING:
    from reports.report import Report

OK, WRONG, INTERRUPTED = 0, 2, 130
RARELY = 100_000
"""New objects between two searches for garbage in circles. Starting makes many objects and no garbage: by Python's
own measure, 700, a third of a cold check goes into searching among them."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command; its exit status."""
    gc.set_threshold(RARELY)
    assure_streams()
    try:
        assert_own()
        return _run(sys.argv[1:] if arguments is None else arguments)
    except UsageError as error:
        say(f"factlint: {error}")
        return WRONG
    except KeyboardInterrupt:
        say("factlint: interrupted")
        return INTERRUPTED
    except Exception as error:
        return _internal(error)
    finally:
        if arguments is None:
            # Python ends by searching all that is left for garbage, again and again: a fifth of a cold check.
            gc.freeze()


def _internal(error: Exception) -> int:
    """Our own mistake. Python would end with status 1, which says that findings were made."""
    from checker.crash import crash

    if os.environ.get("FACTLINT_TRACEBACK"):
        from traceback import print_exception

        print_exception(error)
    say(f"factlint: internal error, please report it: {crash(error)} (set FACTLINT_TRACEBACK=1 to see more)")
    return WRONG


def _run(arguments: list[str]) -> int:
    from checker.options import parser

    grammar = parser()
    options = grammar.parse_args(arguments)
    commands = {
        "check": _check,
        "baseline": _baseline,
        "resolve": _resolve,
        "demo": _demo,
        "read": _read,
        "rules": _rules,
        "explain": _explain,
        "lsp": _lsp,
        "config": _config,
        "completion": _completion,
        "schema": _schema,
    }
    if options.command is None:
        show([grammar.format_help()])
        return OK
    return commands[options.command](options)


def _check(options: Namespace) -> int:
    from checker.check import check
    from reports.formats import written

    if options.statistics and (options.output or options.format != "text"):
        raise UsageError("check: --statistics is for the text format, on standard output")
    if options.diff and (options.output or options.format != "text" or options.statistics):
        raise UsageError("check: --diff shows changes on standard output, without --output, --format or --statistics")
    save = _saver(options)
    done = check(options)
    for line in done.messages:
        say(line)
    if done.shown is not None:
        show(map(harmless, done.shown) if sys.stdout.isatty() else done.shown)
    elif options.statistics:
        from reports.statistics import statistics

        show(statistics(done.report))
    elif save:
        save(done.report)
        if sys.stderr.isatty():
            from reports.wording import in_articles, severities

            say(f"{options.output}: {severities(done.report)} in {in_articles(done.report)}")
    else:
        show(written(options.format, done.report, look()))
    return done.status


def _saver(options: Namespace) -> Callable[[Report], None] | None:
    """What saves a report where ``--output`` says, once it is known that it can; None where it says nothing."""
    from pathlib import Path

    if not options.output:
        return None
    target = Path(options.output)
    if options.format == "html" and (options.output.endswith(os.sep) or target.is_dir()):
        from checker import html_folder

        html_folder.assert_writable(target)
        return lambda report: html_folder.write(report, target)
    from checker.output import assert_writable, replace_file
    from reports.formats import written

    if options.output.endswith(os.sep):
        raise UsageError(f"{options.output}: names a folder; only --format html fills one")
    assert_writable(target)
    return lambda report: replace_file(target, written(options.format, report))


def _baseline(options: Namespace) -> int:
    from checker.check import ratchet

    done = ratchet(options)
    for line in done.messages:
        say(line)
    return done.status


def _resolve(options: Namespace) -> int:
    from checker.resolve import resolve

    return resolve(options, input, lambda line: show([line, "\n"]), look())


def _demo(options: Namespace) -> int:
    from checker.demo import OUTPUT, demo
    from checker.output import assert_writable, replace_file
    from reports.formats import written

    assert_writable(OUTPUT)
    report = demo()
    show(written("text", report, look()))
    replace_file(OUTPUT, written("html", report))
    show([f"\nThe same as a page to look at: {OUTPUT}\n"])
    return OK


def _read(options: Namespace) -> int:
    from checker.understood import read

    failures: list[str] = []
    show(read(options, look(), failures.append))
    for failure in failures:
        say(f"factlint: {failure}")
    return WRONG if failures else OK


def _rules(options: Namespace) -> int:
    from checker.explain import rules_json, rules_table
    from checker.plugins import all_rules
    from checker.settings import settings

    cards = all_rules(settings(options.config, []))
    if options.format == "json":
        show([json.dumps(rules_json(cards), indent=2, ensure_ascii=False), "\n"])
    else:
        show(rules_table(cards))
    return OK


def _explain(options: Namespace) -> int:
    from checker.explain import explain, known
    from checker.plugins import all_rules
    from checker.settings import settings

    if options.all == bool(options.slug):
        raise UsageError("explain: name one rule, or say --all")
    cards = all_rules(settings(options.config, []))
    chosen = cards if options.all else {options.slug: known(options.slug, cards)}
    if options.format == "text":
        if options.output:
            raise UsageError("explain: --output is for --format html or markdown")
        for card in chosen.values():
            show(explain(card, look()))
        return OK
    from pathlib import Path

    from checker.rule_pages import shown, write

    if options.output:
        write(chosen.values(), options.format, Path(options.output))
    else:
        show(shown(chosen.values(), options.format))
    return OK


def _lsp(options: Namespace) -> int:
    from importlib.util import find_spec

    if not find_spec("pygls"):
        raise UsageError("lsp: the language server is not installed; install factlint[lsp]")
    from checker.lsp.server import server

    server().start_io()
    return OK


def _config(options: Namespace) -> int:
    from checker.config_shown import shown
    from checker.plugins import all_rules
    from checker.settings import settings

    inforce = settings(options.config, [options.path] if options.path else [])
    show(shown(inforce, all_rules(inforce)))
    return OK


def _completion(options: Namespace) -> int:
    from checker.completion import script

    show([script(options.shell)])
    return OK


def _schema(options: Namespace) -> int:
    from checker.schemas import schema
    from checker.settings import settings

    show([json.dumps(schema(options.name, settings(options.config, [])), indent=2, ensure_ascii=False), "\n"])
    return OK


if __name__ == "__main__":
    sys.exit(main())
