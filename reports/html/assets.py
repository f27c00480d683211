"""The style and the script of the HTML report, inlined, and the policy that allows them and nothing else."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent

STYLES = ("colours", "frame", "overview", "filters", "article", "finding", "pictures", "rules", "print")
"""The sheets in ``style/``, in their order: later ones speak last."""

SCRIPTS = ("index", "pages", "sections", "jumps", "current", "copying", "state", "keys", "start")
"""The scripts in ``script/``, one after another in one function."""


@cache
def style() -> str:
    """The style of every page."""
    return "".join(_inside("style", f"{name}.css") for name in STYLES)


@cache
def script() -> str:
    """The script of a report. Everything in it stands in one function, so it leaves no name behind."""
    return f'"use strict";\n(() => {{\n{"".join(_inside("script", f"{name}.js") for name in SCRIPTS)}}})();\n'


def policy(style: str, script: str) -> str:
    """The Content-Security-Policy: this style, this script, and nothing from anywhere."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _inside(folder: str, name: str) -> str:
    """A file that lies beside this module, to stand within its element."""
    text = HERE.joinpath(folder, name).read_text(encoding="utf-8")
    assert "</s" not in text.lower(), f"{name} would end its own element"
    return text
