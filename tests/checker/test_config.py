"""The configuration: what it changes, and what is said of one that is wrong."""

import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checker.config import load, schema
from checker.selection import Asked, checked_thresholds, selected
from checker.settings import Settings, find, kinds, settings
from checker.toml_place import line_of
from checker.usage import UsageError
from rules.catalogue import Card, catalogue
from rules.finding import Confidence, Severity
from rules.rule import Rule


def a_rule(slug: str, family: str, *, preview: bool = False, check: Callable[..., Any] | None = None) -> Card:
    def silent(article: object, *, share: Decimal = Decimal(20), most: int = 3, strict: bool = True) -> Any:
        yield from ()

    return Card(
        slug, family, "It is silent.", Rule(check or silent, Severity.NOTE, Confidence.LOW, (), (), preview=preview)
    )


CARDS = {
    card.slug: card
    for card in (
        a_rule("trade-odd", "money"),
        a_rule("weekday-odd", "dates"),
        a_rule("date-odd", "dates"),
        a_rule("new-odd", "dates", preview=True),
    )
}


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Settings]:
    def write(text: str, name: str = "factlint.toml") -> Settings:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return load(tmp_path / name)

    return write


def test_every_key_is_read(written: Callable[[str], Settings], tmp_path: Path) -> None:
    read = written(
        """
        include = ["*.txt"]
        exclude = ["drafts/"]
        select = ["money"]
        ignore = ["trade-odd"]
        preview = true
        fail-on = "warning"
        kinds-folder = "kinds"
        plugins = ["mine"]
        max-page-size = 1000
        [[per-path]]
        paths = ["old/*"]
        ignore = ["dates"]
        [rule.trade-odd]
        share = 25
        """
    )
    assert (read.include, read.exclude, read.select, read.ignore) == (
        ("*.txt",),
        ("drafts/",),
        ("money",),
        ("trade-odd",),
    )
    assert (read.preview, read.fail_on, read.plugins, read.max_page_size) == (True, "warning", ("mine",), 1000)
    assert (read.kinds_folder, read.base) == (tmp_path / "kinds", tmp_path)
    assert (read.per_path[0].paths, read.per_path[0].ignore) == (("old/*",), ("dates",))
    assert read.thresholds == {"trade-odd": {"share": 25}}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\nslect = ["money"]', "factlint.toml:2: slect: unknown key; did you mean select?"),
        (
            'preview = true\n\nfail-on = "errors"',
            "factlint.toml:3: fail-on: must be 'error', 'warning', 'note' or 'never'",
        ),
        ("preview = 1", "factlint.toml:1: preview: must be true or false, not 1"),
        ('select = "money"', "select: must be a list in square brackets, not 'money'"),
        ("select = [\n  1,\n]", "factlint.toml:1: select[0]: must be text in quotes, not 1"),
        ("max-page-size = 0", "max-page-size: must be more than 0"),
        ('max-page-size = "4 MiB"', "must be a whole number"),
        (
            '[[per-path]]\npath = ["x"]\npaths = ["x"]',
            "factlint.toml:2: per-path[0].path: unknown key; did you mean paths?",
        ),
        ("[[per-path]]\nselect = []", "per-path[0].paths: is missing"),
        (
            '[[per-path]]\npaths = ["x"]\nselect = []\n[[per-path]]\npaths = ["y"]\nselect = 3',
            "factlint.toml:6: per-path[1].select: must be a list",
        ),
        ('exclude = [\n  "a",\n  "!",\n]', "factlint.toml:1: exclude[1]: '!' is no pattern as in a .gitignore"),
        ('[[per-path]]\npaths = ["!"]', "factlint.toml:2: per-path[0].paths[0]: '!' is no pattern"),
        ("rule = 3", "rule: must be a table"),
        ("preview = ", "cannot be read as TOML: Invalid value (at end of document)"),
        ("preview = true\npreview = false", "cannot be read as TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(written: Callable[[str], Settings], text: str, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        written(text)
    assert said in str(raised.value)
    assert "pydantic" not in str(raised.value)


def test_all_mistakes_are_told_at_once(written: Callable[[str], Settings]) -> None:
    with pytest.raises(UsageError) as raised:
        written("slect = []\npreview = 1")
    assert str(raised.value).count("\n") == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'select = ["weekday-od"]',
            "factlint.toml:1: select: there is no rule or family 'weekday-od'; did you mean weekday-odd?",
        ),
        ('\nignore = ["monay"]', "factlint.toml:2: ignore: there is no rule or family 'monay'; did you mean money?"),
        (
            '[[per-path]]\npaths = ["x"]\nselect = ["no"]',
            "factlint.toml:3: per-path[0].select: there is no rule or family 'no'",
        ),
        (
            "[rule.trade-od]\nshare = 1",
            "factlint.toml:1: rule.trade-od: there is no rule 'trade-od'; did you mean trade-odd?",
        ),
        (
            "[rule.trade-odd]\nshar = 1",
            "factlint.toml:2: rule.trade-odd.shar: trade-odd has no such threshold; did you mean share?",
        ),
        ("[rule.trade-odd]\nx = 1", "has no such threshold; it has share, most, strict"),
        ('[rule.trade-odd]\nshare = "much"', "rule.trade-odd.share: must be a number, not 'much'"),
        ("[rule.trade-odd]\nshare = nan", "must be a number"),
        ("[rule.trade-odd]\nmost = -1", "factlint.toml:2: rule.trade-odd.most: must not be negative, not -1"),
        ('[rule.trade-odd]\nshare = "-0.5"', "rule.trade-odd.share: must not be negative, not -0.5"),
        ("[rule.trade-odd]\nmost = 1.5", "must be a whole number, not 1.5"),
        ("[rule.trade-odd]\nmost = true", "must be a whole number, not True"),
        ("[rule.trade-odd]\nstrict = 1", "must be true or false, not 1"),
    ],
)
def test_rules_and_thresholds_are_held_against_the_catalogue(
    written: Callable[[str], Settings], text: str, said: str
) -> None:
    read = written(text)
    with pytest.raises(UsageError) as raised:
        hold_against_the_catalogue(read)
    assert said in str(raised.value)


def test_a_threshold_comes_in_the_type_of_its_default(written: Callable[[str], Settings]) -> None:
    made = checked_thresholds(CARDS, written("[rule.trade-odd]\nshare = 12.5\nmost = 7"))
    assert made == {"trade-odd": {"share": Decimal("12.5"), "most": 7}}


def hold_against_the_catalogue(read: Settings) -> None:
    selected(CARDS, read, Asked())
    checked_thresholds(CARDS, read)


def names(cards: tuple[Card, ...]) -> list[str]:
    return [card.slug for card in cards]


def test_families_and_rules_are_selected_and_left_out(written: Callable[[str], Settings]) -> None:
    everything = selected(CARDS, written(""), Asked())
    assert names(everything.general) == ["trade-odd", "weekday-odd", "date-odd"]
    some = selected(CARDS, written('select = ["dates"]\nignore = ["date-odd"]'), Asked())
    assert names(some.general) == ["weekday-odd"]
    asked = selected(CARDS, written('select = ["money"]'), Asked(select=("dates",), ignore=("weekday-odd",)))
    assert names(asked.general) == ["date-odd"]


def test_a_preview_rule_runs_when_asked_for_or_named(written: Callable[[str], Settings]) -> None:
    assert "new-odd" in names(selected(CARDS, written("preview = true"), Asked()).general)
    assert "new-odd" in names(selected(CARDS, written(""), Asked(preview=True)).general)
    assert names(selected(CARDS, written(""), Asked(select=("new-odd",))).general) == ["new-odd"]
    assert "new-odd" not in names(selected(CARDS, written(""), Asked(select=("dates",))).general)


def test_paths_have_their_own_rules(written: Callable[[str], Settings], tmp_path: Path) -> None:
    tables = """
        [[per-path]]
        paths = ["old/", "*.wiki"]
        ignore = ["dates"]
        [[per-path]]
        paths = ["old/new.txt"]
        select = ["weekday-odd"]
        """
    chosen = selected(CARDS, written(tables), Asked())
    assert len(chosen.cards(str(tmp_path / "a.txt"))) == 3
    assert names(chosen.cards(str(tmp_path / "old" / "a.txt"))) == ["trade-odd"]
    assert names(chosen.cards(str(tmp_path / "a.wiki"))) == ["trade-odd"]
    assert names(chosen.cards(str(tmp_path / "old" / "new.txt"))) == []


def test_the_nearest_file_above_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "wiki" / "drafts"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.factlint]\nfail-on = "note"\n')
    (tmp_path / "wiki" / "pyproject.toml").write_text("[tool.other]\n")
    assert find(inner) == tmp_path / "pyproject.toml"
    (tmp_path / "wiki" / "factlint.toml").write_text('fail-on = "never"\n')
    monkeypatch.chdir(tmp_path)
    assert settings(None, []).fail_on == "note"
    assert settings(None, ["wiki/drafts/x.txt"]).fail_on == "never"
    assert settings(Path("pyproject.toml"), ["wiki"]).fail_on == "note"


def test_a_pyproject_is_told_with_its_own_places(written: Any) -> None:
    with pytest.raises(UsageError) as raised:
        written('[project]\nname = "x"\n\n[tool.factlint]\npreview = 1\n', "pyproject.toml")
    assert "pyproject.toml:5: preview: must be true or false" in str(raised.value)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "factlint.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="cannot be read as TOML"):
        load(tmp_path / "factlint.toml")


@pytest.mark.parametrize(
    ("inner", "holds"),
    [
        ('[project]\nname = "x"  # see tool.factlint\n', "factlint.toml"),
        ("tool = 3  # not factlint\n", "factlint.toml"),
        ("[tool]\nfactlint.preview = true\n", "pyproject.toml"),
        ("[tool.factlint]\npreview = \n", "pyproject.toml"),
    ],
)
def test_a_pyproject_holds_where_it_has_our_table_and_not_where_it_names_us(
    tmp_path: Path, inner: str, holds: str
) -> None:
    (tmp_path / "factlint.toml").write_text("")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "pyproject.toml").write_text(inner)
    found = find(tmp_path / "inner")
    assert found is not None
    assert found.name == holds


def test_only_lines_that_hold_the_key_are_parsed_up_to(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    real = tomllib.loads

    def counted(text: str) -> dict[str, Any]:
        parsed.append(text)
        return real(text)

    monkeypatch.setattr(tomllib, "loads", counted)
    tables = "".join(f"[tool.x{number}]\na = {number}\n" for number in range(300))
    assert line_of(f"{tables}[tool.factlint]\npreview = 1\n", ["tool", "factlint", "preview"]) == 602
    assert len(parsed) == 2, "config --show would take seconds in a project with a long pyproject.toml"


def test_the_schema_knows_every_threshold_and_agrees_with_the_reader() -> None:
    made = schema(CARDS)
    jsonschema.Draft202012Validator.check_schema(made)
    valid = jsonschema.Draft202012Validator(made).is_valid
    assert valid({"select": ["money"], "rule": {"trade-odd": {"share": 25, "most": 1}}, "per-path": [{"paths": ["a"]}]})
    assert not valid({"rule": {"trade-odd": {"shar": 25}}})
    assert not valid({"rule": {"trade-odd": {"most": -1}}})
    assert not valid({"slect": []})
    assert not valid({"fail-on": "errors"})


def test_the_schema_holds_for_the_built_in_rules() -> None:
    made = schema(catalogue())
    jsonschema.Draft202012Validator.check_schema(made)
    assert all("as-of" not in table["properties"] for table in made["properties"]["rule"]["properties"].values())


def test_a_key_is_found_on_its_line() -> None:
    text = 'a = 1\n\n# b is here\n[t]\nb = [\n 1,\n]\n"c" = 2\n[[u]]\nx = 1\n[[u]]\ny = 1\n'
    keys: tuple[tuple[str | int, ...], ...] = (("a",), ("t", "b"), ("t", "c"), ("u", 1, "y"))
    assert [line_of(text, key) for key in keys] == [1, 5, 8, 12]
    assert line_of(text, ["u", 1]) == 11
    assert line_of(text, ["t", "absent"]) == 4


def test_a_kind_that_states_an_unknown_property_is_told_at_once(
    written: Callable[[str], Settings], tmp_path: Path
) -> None:
    """Otherwise every rule that reads facts would crash, on every article of the kind."""
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "bridge.schema.json").write_text('{"x-fields": {"opened": "foundd"}}')
    with pytest.raises(UsageError) as raised:
        kinds(written('kinds-folder = "kinds"'))
    assert str(raised.value).endswith(
        "the kind bridge: at x-fields/opened: there is no property 'foundd'; did you mean founded?"
    )
