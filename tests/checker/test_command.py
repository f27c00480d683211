"""The command as a user and a CI job meet it: what it prints where, and its exit status."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.cli import main

Command = Callable[..., subprocess.CompletedProcess[str]]
CONFLICT = "= Town =\n\nFounded in 1989, it was founded in 1990.\n"
FINE = "= Village =\n\nFounded in 1989.\n"


@pytest.fixture
def articles(project: Path) -> Path:
    (project / "town.txt").write_text(CONFLICT)
    (project / "village.txt").write_text(FINE)
    return project


def test_the_exit_status_tells_fine_from_found_from_failed(factlint: Command, articles: Path) -> None:
    assert factlint("check", "village.txt").returncode == 0
    assert factlint("check", "town.txt").returncode == 1
    assert factlint("check", "town.txt", "nowhere.txt").returncode == 2


@pytest.mark.parametrize(("least", "status"), [("error", 1), ("warning", 1), ("note", 1), ("never", 0)])
def test_fail_on_moves_the_bar(factlint: Command, articles: Path, least: str, status: int) -> None:
    assert factlint("check", "town.txt", "--fail-on", least).returncode == status


def test_fail_on_in_the_configuration_yields_to_the_option(factlint: Command, articles: Path) -> None:
    with (articles / "factlint.toml").open("a") as file:
        file.write('fail-on = "never"\n')
    assert factlint("check", "town.txt").returncode == 0
    assert factlint("check", "town.txt", "--fail-on", "error").returncode == 1


def test_a_note_does_not_fail_unless_asked(factlint: Command, project: Path) -> None:
    (project / "a.txt").write_text("A-B\n")
    assert factlint("check", "a.txt").returncode == 0
    assert factlint("check", "a.txt", "--fail-on", "note").returncode == 1


def test_findings_go_to_standard_output_and_nothing_else_does(factlint: Command, articles: Path) -> None:
    done = factlint("check", ".", "--format", "json")
    report = json.loads(done.stdout)
    assert [finding["message"] for finding in report["findings"]] == ["1989 against 1990"]
    assert [article["title"] for article in report["articles"]] == ["Town", "Village"]
    assert report["summary"]["comparisons"]["conflicting"] == 1
    assert done.stderr == ""


def test_without_a_path_the_current_folder_is_checked(factlint: Command, articles: Path) -> None:
    assert "town.txt:3:" in factlint("check").stdout


def test_standard_input_goes_by_the_name_it_is_given(factlint: Command) -> None:
    done = factlint("check", "-", "--stdin-filename", "town.txt", "--format", "json", stdin=CONFLICT)
    assert done.returncode == 1
    assert json.loads(done.stdout)["findings"][0]["path"] == "town.txt"


def test_standard_input_is_checked_by_the_settings_of_the_folder_it_belongs_to(
    factlint: Command, articles: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    done = factlint("check", "-", "--stdin-filename", articles / "town.txt", cwd=elsewhere, stdin=CONFLICT)
    assert "1989 against 1990" in done.stdout
    assert "1989 against 1990" not in factlint("check", "-", cwd=elsewhere, stdin=CONFLICT).stdout


def test_a_crashed_rule_is_named_and_the_others_go_on(factlint: Command, project: Path) -> None:
    (project / "crash.txt").write_text("= Crash =\n\nA crash in 1989 or 1990.\n")
    done = factlint("check", "crash.txt", "--format", "json")
    assert done.returncode == 2
    report = json.loads(done.stdout)
    (failure,) = report["failures"]
    assert (failure["path"], failure["article"], failure["rule"]) == ("crash.txt", "Crash", "crashing")
    assert "ValueError: of no use" in failure["message"]
    assert len(report["findings"]) == 1
    assert "Traceback" not in done.stderr


def test_a_dead_worker_costs_its_own_article_only(factlint: Command, project: Path) -> None:
    for number in range(6):
        (project / f"{number}.txt").write_text("drop dead" if number == 2 else CONFLICT)
    done = factlint("check", ".", "--jobs", 2, "--format", "json")
    report = json.loads(done.stdout)
    assert done.returncode == 2
    assert [failure["path"] for failure in report["failures"]] == ["2.txt"]
    assert "SIGKILL" in report["failures"][0]["message"]
    assert len(report["findings"]) == 5


def test_the_same_input_gives_the_same_bytes_with_any_number_of_jobs(factlint: Command, project: Path) -> None:
    for number in range(30):
        (project / f"{number}.txt").write_text(CONFLICT.replace("1990", str(1990 + number)) + "A-B\n" * number)
    runs = [factlint("check", "--no-cache", "--format", "json", "--jobs", jobs).stdout for jobs in (1, 1, 2, 3)]
    assert len(json.loads(runs[0])["articles"]) == 30
    assert len(set(runs)) == 1
    assert factlint("check", "--format", "json").stdout == runs[0]
    assert factlint("check", "--format", "json").stdout == runs[0], "the cache told another story"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "--format", "jsn"), "there is no 'jsn'; did you mean json?"),
        (("check", "--format", "opera"), "choose from text, json"),
        (("check", "--select", "years-difer"), "--select: there is no rule or family 'years-difer'; did you mean"),
        (("check", "--ignore", "money,weekdays"), "--ignore: there is no rule or family 'weekdays'"),
        (("check", "--as-of", "2026-02-30"), "'2026-02-30' is not a date such as 2026-01-31"),
        (("check", "--jobs", "none"), "'none' is not a number of processes"),
        (("check", "--jobs", "0"), "'0' is not a number of processes"),
        (("check", "--fail-on", "errors"), "did you mean error?"),
        (("check", "--config", "other.toml"), "other.toml: there is no such configuration file"),
        (("check", "--output", "no/such/report.json"), "no/such/report.json: cannot be written: the folder"),
        (("check", "--output", "."), "it is a folder"),
        (("check", "--changed-since", "HEAD"), "no git repository"),
        (("check", "--fromat", "json"), "factlint check: there is no option '--fromat'; did you mean --format?"),
        (("check", "--diff", "--output", "a.txt"), "--diff shows changes on standard output, without --output"),
        (("check", "--diff", "--format", "json"), "--diff shows changes on standard output"),
        (("check", "--fix", "-"), "standard input is no file to be changed"),
        (("explain", "years-differ", "hyphen-left"), "factlint explain: 'hyphen-left' is one too many"),
        (("factlint.toml",), "there is no 'factlint.toml'; to check it: factlint check factlint.toml"),
        (("chek",), "there is no 'chek'; did you mean check?"),
        (("explain", "years-difer"), "there is no rule 'years-difer'; did you mean years-differ?"),
        (("schema", "confg"), "there is no schema 'confg'; did you mean config?"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(factlint: Command, arguments: tuple[str, ...], said: str) -> None:
    done = factlint(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""


def test_paths_may_stand_behind_options(factlint: Command, articles: Path) -> None:
    done = factlint("check", "village.txt", "--format", "json", "town.txt", "--jobs", 1, "--", "--no-cache")
    report = json.loads(done.stdout)
    assert [article["path"] for article in report["articles"]] == ["town.txt", "village.txt"]
    assert [failure["path"] for failure in report["failures"]] == ["--no-cache"]


def test_every_command_says_in_its_help_what_it_does(factlint: Command) -> None:
    named = re.findall(r"^    ([a-z]+)", factlint("--help").stdout, re.MULTILINE)
    assert len(named) > 8
    for name in named:
        paragraphs = factlint(name, "--help").stdout.split("\n\n")
        assert paragraphs[1].endswith("."), f"factlint {name} --help does not say what it does"


def test_a_missing_path_is_named_and_the_rest_is_checked(factlint: Command, articles: Path) -> None:
    done = factlint("check", "nowhere.txt", "town.txt")
    assert done.returncode == 2
    assert "nowhere.txt" in done.stdout
    assert "1989 against 1990" in done.stdout


def test_an_old_report_survives_what_cannot_be_written(factlint: Command, articles: Path) -> None:
    report = articles / "reports" / "report.json"
    report.parent.mkdir()
    report.write_text("old")
    assert factlint("check", "town.txt", "--format", "json", "--output", report).returncode == 1
    assert json.loads(report.read_text())["findings"]
    report.write_text("old")
    assert factlint("check", "town.txt", "--select", "nothing", "--output", report).returncode == 2
    assert report.read_text() == "old"
    assert [path.name for path in report.parent.iterdir()] == ["report.json"]


def test_that_no_article_was_found_is_told(factlint: Command, project: Path) -> None:
    (project / "drafts").mkdir()
    done = factlint("check", "drafts")
    assert done.returncode == 0
    assert done.stderr == "drafts: no article was found\n", "a wrong folder in CI would pass for ever"


def test_a_report_written_elsewhere_is_told_to_a_person(articles: Path, on_a_terminal: Callable[..., bytes]) -> None:
    told = on_a_terminal("check", "--no-cache", "town.txt", "--output", "r.txt")
    assert b"r.txt: 1 error in 1 of 1 article" in told


def test_a_dash_is_standard_output(factlint: Command, articles: Path) -> None:
    assert "1989 against 1990" in factlint("check", "town.txt", "--output", "-").stdout
    assert "years-differ" in factlint("explain", "years-differ", "--format", "markdown", "--output", "-").stdout
    assert not (articles / "-").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_file_is_written_into_and_not_replaced(factlint: Command, articles: Path) -> None:
    pipe = articles / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE, text=True) as reader:
        assert factlint("check", "town.txt", "--output", pipe).returncode == 1
        assert reader.stdout is not None
        assert "1989 against 1990" in reader.stdout.read()
    assert pipe.is_fifo(), "run by root, --output /dev/null would have replaced the device of the whole machine"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_forbids_writing_is_told_before_the_work(factlint: Command, articles: Path) -> None:
    (articles / "closed").mkdir(mode=0o500)
    done = factlint("check", "town.txt", "--output", "closed/report.txt")
    assert done.returncode == 2
    assert "no permission" in done.stderr


def test_a_closed_pipe_is_no_error(factlint: Command, articles: Path, plugins: Path) -> None:
    (articles / "many.txt").write_text("= Many =\n" + "\nIn 1989 and 1990.\n" * 480)
    root = Path(__file__).parents[2]
    done = subprocess.run(
        f'"{sys.executable}" -m checker.cli check --no-cache many.txt | head -n 1; exit "${{PIPESTATUS[0]}}"',
        shell=True, executable="/bin/bash", cwd=articles, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": f"{root}{os.pathsep}{plugins}"},
    )  # fmt: skip
    assert done.stdout.startswith("many.txt: error")
    assert done.stderr == ""
    assert done.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told(articles: Path, plugins: Path) -> None:
    root = Path(__file__).parents[2]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "checker.cli", "check", "--no-cache", "town.txt"], cwd=articles, stdout=full,
            env=os.environ | {"PYTHONPATH": f"{root}{os.pathsep}{plugins}"}, stderr=subprocess.PIPE, text=True,
            check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == "factlint: standard output cannot be written: no space left on device\n"


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupt_ends_it_cleanly(factlint: Command, project: Path, plugins: Path, jobs: int) -> None:
    for number in range(3):
        (project / f"{number}.txt").write_text("In 1989 and 1990.\n" * 100_000)
    root = Path(__file__).parents[2]
    running = subprocess.Popen(
        [sys.executable, "-m", "checker.cli", "check", "--no-cache", f"--jobs={jobs}", "0.txt", "1.txt", "2.txt"],
        cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=os.environ | {"PYTHONPATH": f"{root}{os.pathsep}{plugins}"}, start_new_session=True,
    )  # fmt: skip
    time.sleep(1)
    os.killpg(running.pid, signal.SIGINT)
    output, errors = running.communicate(timeout=20)
    assert running.returncode == 130
    assert errors == "factlint: interrupted\n"
    assert output == ""


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_closed_streams_are_no_error(articles: Path, plugins: Path, closed: str) -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        f'"{sys.executable}" -m checker.cli check --no-cache town.txt {closed}',
        shell=True, cwd=articles, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": f"{root}{os.pathsep}{plugins}"},
    )  # fmt: skip
    assert done.returncode == 1
    assert "internal error" not in done.stderr


def test_without_a_command_there_is_help(factlint: Command) -> None:
    done = factlint()
    assert done.returncode == 0
    assert "check" in done.stdout
    assert factlint("--version").stdout.startswith("factlint ")


def test_nothing_in_a_path_or_an_option_reaches_the_terminal_as_control(factlint: Command, project: Path) -> None:
    evil = "e\x1b]0;gotcha\x07\u202evil.txt"
    (project / evil).write_text("In 1989 and 1990 <script>\x1b[2J\u202e\n")
    for done in (
        factlint("check", "."),
        factlint("read", "."),
        factlint("check", evil + "x"),
        factlint("check", "--statistics", evil + "x"),
        factlint("check", "--diff", evil + "x"),
        factlint("check", "--select", evil),
        factlint("check", "--format", evil),
        factlint("check", f"--{evil}"),
        factlint(evil),
    ):
        assert not {"\x1b", "\x07", "\u202e"} & {*done.stdout, *done.stderr}


def test_a_run_without_cache_writes_nothing(
    factlint: Command, articles: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("none")
    factlint("check", ".", "--no-cache", env={"FACTLINT_CACHE_DIR": str(folder), "HOME": str(folder)})
    assert not list(folder.iterdir())
    assert {path.name for path in articles.iterdir()} == {"factlint.toml", "town.txt", "village.txt"}


def test_another_package_of_the_same_name_is_named(factlint: Command, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("intruder")
    (folder / "rules").mkdir()
    (folder / "rules" / "__init__.py").write_text("")
    root = Path(__file__).parents[2]
    code = (
        f"import sys; sys.path.insert(0, {str(folder)!r}); import rules; sys.path.insert(1, {str(root)!r}); "
        "from checker.cli import main; sys.exit(main(['rules']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "'rules' is not factlint's own" in done.stderr
    assert str(folder) in done.stderr


@pytest.mark.parametrize("asked", ["", "1"])
def test_a_mistake_of_ours_never_looks_like_a_finding(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], asked: str
) -> None:
    def broken() -> None:
        raise RuntimeError("of no use\x1b")

    monkeypatch.setattr("checker.options.parser", broken)
    monkeypatch.setenv("FACTLINT_TRACEBACK", asked)
    assert main(["check"]) == 2
    told = capfd.readouterr().err
    assert "internal error, please report it: RuntimeError: of no use" in told
    assert ("Traceback" in told) is bool(asked)
