"""A pytest plugin for whoever writes rules: each rule's manual page and each of its examples becomes a test.

In the ``pyproject.toml`` of the package with the rules::

    [tool.pytest.ini_options]
    addopts = "-p checker.pytest_rules"
    factlint_rules = ["harbour_rules"]

``factlint_rules`` names modules with a ``RULE``, or packages of such modules. A built-in rule is held to the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from checker.plugins import cards_of
from rules.harness import checks

SETTING = "factlint_rules"


class RuleProblemError(Exception):
    """What is wrong with a rule, in the harness's own words."""


class RuleItem(pytest.Item):
    """One thing that a rule has to prove."""

    problem: Callable[[], str | None]
    module: Path

    def runtest(self) -> None:
        """Fail with what the harness says."""
        if said := self.problem():
            raise RuleProblemError(said)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> str:  # type: ignore[override]
        """The harness's words alone: nobody needs our traceback to mend an example."""
        if isinstance(excinfo.value, RuleProblemError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the rule stands, and what it has to prove."""
        return self.module, None, self.name


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know the setting that names the rules."""
    parser.addini(SETTING, "modules or packages with rules for factlint, to be tested", type="linelist", default=[])


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Add the tests of every rule, before any are deselected."""
    for name in config.getini(SETTING):
        items += _items(session, name)


def _items(session: pytest.Session, name: str) -> Iterator[RuleItem]:
    module = import_module(name)
    found = False
    for card in cards_of(module):
        found = True
        for proof, problem in checks(card):
            item = RuleItem.from_parent(session, name=f"{card.slug}: {proof}")
            item.problem = problem
            item.module = Path(module.__file__ or name)
            yield item
    if not found:
        raise pytest.UsageError(f"{SETTING}: {name} has no module with a RULE")
