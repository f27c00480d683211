"""The hook is installed for real: a commit that makes an article contradict itself is stopped."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BAD = "= Hill =\n\nThe hill rises to 2,917 m (9,750 ft) above the sea.\n"
GOOD = "= Hill =\n\nThe hill rises to 2,917 m (9,570 ft) above the sea.\n"


class Repository:
    """A git repository in a folder of the test's own, with nobody's settings."""

    def __init__(self, path: Path, home: Path) -> None:
        self.path = path
        scripts = Path(sys.executable).parent
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PYTHON", "PRE_COMMIT"))}
        self.env = kept | {
            "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
            "PRE_COMMIT_HOME": str(home),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_AUTHOR_NAME": "Editor", "GIT_AUTHOR_EMAIL": "editor@example.org",
            "GIT_COMMITTER_NAME": "Editor", "GIT_COMMITTER_EMAIL": "editor@example.org",
        }  # fmt: skip
        path.mkdir(parents=True, exist_ok=True)
        self.run("git", "init", "-q")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=self.path, env=self.env, capture_output=True, text=True, check=False)

    def commit(self, message: str) -> subprocess.CompletedProcess[str]:
        self.run("git", "add", "-A")
        return self.run("git", "commit", "-m", message)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pre-commit-home")


@pytest.fixture(scope="module")
def hooks(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """factlint as it stands in this checkout, committed into a repository of its own."""
    if not shutil.which("git"):
        pytest.skip("git is not here")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    repository = Repository(tmp_path_factory.mktemp("hooks"), home)
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file():
            (repository.path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, repository.path / name)
    done = repository.commit("The tool as it stands")
    assert done.returncode == 0, done.stderr
    return repository


@pytest.fixture
def articles(home: Path, tmp_path: Path) -> Repository:
    return Repository(tmp_path / "articles", home)


def test_try_repo_tells_a_bad_article_from_a_good_one(hooks: Repository, articles: Repository) -> None:
    (articles.path / "good.txt").write_text(GOOD, encoding="utf-8")
    (articles.path / "bad.txt").write_text(BAD, encoding="utf-8")
    articles.commit("Two articles")
    tried = articles.run("pre-commit", "try-repo", str(hooks.path), "factlint", "--files", "bad.txt")
    assert tried.returncode == 1, tried.stdout + tried.stderr
    assert "conversion-wrong" in tried.stdout
    tried = articles.run("pre-commit", "try-repo", str(hooks.path), "factlint", "--files", "good.txt")
    assert tried.returncode == 0, tried.stdout + tried.stderr


def install(hooks: Repository, articles: Repository, *arguments: str) -> None:
    """Set the hook up in a repository of articles."""
    rev = hooks.run("git", "rev-parse", "HEAD").stdout.strip()
    config = f"repos:\n  - repo: {hooks.path}\n    rev: {rev}\n    hooks:\n      - id: factlint\n"
    config += f"        args: [{', '.join(arguments)}]\n" if arguments else ""
    (articles.path / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    assert articles.run("pre-commit", "install").returncode == 0


def test_an_installed_hook_stops_the_commit_of_a_bad_article(hooks: Repository, articles: Repository) -> None:
    install(hooks, articles)
    (articles.path / "hill.txt").write_text(GOOD, encoding="utf-8")
    done = articles.commit("A good article")
    assert done.returncode == 0, done.stdout + done.stderr
    (articles.path / "hill.txt").write_text(BAD, encoding="utf-8")
    stopped = articles.commit("A contradiction")
    assert stopped.returncode == 1
    assert "9,750 ft" in stopped.stdout + stopped.stderr
    assert articles.run("git", "log", "--format=%s").stdout.split("\n")[0] == "A good article"


def test_what_the_baseline_knows_passes_and_what_is_new_does_not(hooks: Repository, articles: Repository) -> None:
    install(hooks, articles)
    (articles.path / "hill.txt").write_text(BAD, encoding="utf-8")
    (articles.path / "factlint.toml").write_text('baseline = "known.json"\n')
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from checker.cli import main; sys.exit(main())"
    made = articles.run(sys.executable, "-c", code, "baseline", "create", "hill.txt")
    assert made.returncode == 0, made.stderr
    done = articles.commit("A contradiction that is known")
    assert done.returncode == 0, done.stdout + done.stderr
    (articles.path / "hill.txt").write_text(BAD + "Its twin rises to 2,013 m (6,950 ft).\n", encoding="utf-8")
    stopped = articles.commit("A second one")
    assert stopped.returncode == 1
    assert "6,950 ft" in stopped.stdout + stopped.stderr
    assert "9,750 ft" not in stopped.stdout + stopped.stderr


def test_only_what_a_commit_touches_stops_it(hooks: Repository, articles: Repository) -> None:
    install(hooks, articles, "--changed-since", "HEAD")
    (articles.path / "hill.txt").write_text(BAD, encoding="utf-8")
    articles.run("git", "add", "-A")
    assert articles.run("git", "commit", "--no-verify", "-m", "As it was").returncode == 0
    (articles.path / "hill.txt").write_text(BAD + "\nSheep graze there.\n", encoding="utf-8")
    done = articles.commit("Sheep")
    assert done.returncode == 0, done.stdout + done.stderr
    (articles.path / "hill.txt").write_text(BAD.replace("rises", "climbs") + "\nSheep graze there.\n", encoding="utf-8")
    stopped = articles.commit("The hill anew")
    assert stopped.returncode == 1
    assert "9,750 ft" in stopped.stdout + stopped.stderr
