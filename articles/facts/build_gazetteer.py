"""Builds ``gazetteer.json`` from the CIA World Factbook's table and ``gazetteer_supplement.toml``.

Run as ``python -m articles.facts.build_gazetteer FACTBOOK_JSON [OUTPUT]``. The table is public domain; nothing needs
it once the gazetteer is built. Names that the Factbook gives with remarks are cleaned or left out.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SOURCE = (
    "CIA World Factbook, edition of 2026, public domain (names, demonyms, capitals, ISO codes); "
    "gazetteer_supplement.toml, written by hand (common names, former states, bodies). Built by build_gazetteer.py"
)
REGIMES = ("Democratic", "Federal", "Hashemite", "Islamic", "Kingdom", "People's", "Republic", "Socialist", "United")
"""A former name that begins so and holds today's name is the same state under another constitution."""
REMARK = re.compile(r"\([^()]*\)|;.*")
KEPT = ("start", "end", "successors", "renamed", "breaks", "anew", "under", "sovereign")
NO_NAME = {"", "NA", "none", "None"}
ROW = dict[str, Any]


def clean(text: str | None) -> list[str]:
    """The names in one cell of the Factbook: "Saudi or Saudi Arabian" is two."""
    text = REMARK.sub("", (text or "").replace("(s)", ""))
    parts = (part.strip() for whole in text.split(",") for part in whole.split(" or "))
    return [part for part in parts if part not in NO_NAME and part[0].isupper() and "/" not in part]


def unique(names: list[str]) -> list[str]:
    """The names in order, each once."""
    return list(dict.fromkeys(name.strip() for name in names if name.strip()))


def state(row: ROW, extra: ROW) -> ROW:
    """One state or territory of the Factbook with what the supplement adds."""
    short = (row["short"] or row["name"]).removeprefix("The ").split(", ")[0]
    name = extra.get("name", re.sub(r" \(.*", "", short))
    longs = [n for n in (row["long"], row["short"]) if n and "(" not in n]
    spelt = row["abbreviation"] if len(row["abbreviation"] or "") == 3 else None
    regimes = [old for old in clean(row["former"]) if same_state(old, name)]
    return {
        "name": name,
        "kind": extra.get("kind") or ("state" if extra or "UN" in row["organisations"] else "territory"),
        "alpha3": extra.get("alpha3") or row["alpha3"],
        "names": unique([name, *extra.get("names", []), *longs, *([spelt] if spelt else []), *regimes]),
        "adjectives": unique([*extra.get("adjectives", []), *clean(row["adjective"]), *row["nouns"]]),
        "capital": extra.get("capital") or clean_capital(row["capital"]),
        "cities": unique([*extra.get("cities", []), *clean_capitals(row["capital"])]),
        **({"renamed": extra["renamed"]} if "renamed" in extra else {}),
        **{key: extra[key] for key in ("breaks", "anew", "under") if key in extra},
        "since": independence(row),
    }


def independence(row: ROW) -> int | None:
    """The year of independence, where there is one."""
    return int(row["independence"]["earliest"][:4]) if row["independence"] else None


def with_breaks(rows: list[ROW]) -> list[ROW]:
    """The entities with the years in which each began anew: those given, and those in which it left a former state.

    Independence alone is none: a colony had no relations of its own that could have ended.
    """
    left: dict[str, list[ROW]] = {}
    for row in rows:
        if row.pop("sovereign", True) and row["kind"] == "former":
            for name in row.get("successors", ()):
                left.setdefault(name, []).append(row)
    for row in rows:
        since = row.pop("since", None)
        if row["kind"] != "body":
            own = row.get("breaks", ())
            row["breaks"] = sorted({*own, *(leaving(old, since) for old in left.get(row["name"], ()))})
    return rows


def leaving(old: ROW, since: int | None) -> int:
    """The year in which a state independent since then left a former one: no later than that one ended."""
    within = since is not None and old["start"] < since <= old["end"] + 1
    return since if since is not None and within else old["end"]


def same_state(old: str, name: str) -> bool:
    """Whether a former name is today's state under another constitution, not a colony or a republic of a union."""
    return old.startswith(REGIMES) and name in old and "Soviet" not in old


def distinct(rows: list[ROW]) -> list[ROW]:
    """The entities without names that a former state owns, and without the demonyms and cities of today's states."""
    owned = {name for row in rows if row["kind"] == "former" for name in row["names"]}
    states = {word for row in rows if row["kind"] == "state" for word in row["adjectives"]}
    seats = {city for row in rows if row["kind"] == "state" for city in row["cities"]}
    for row in rows:
        if row["kind"] == "former":
            row["cities"] = [city for city in row["cities"] if city not in seats]
        else:
            row["names"] = [name for name in row["names"] if name not in owned]
        if row["kind"] == "territory":
            row["adjectives"] = [word for word in row["adjectives"] if word not in states]
    return rows


def clean_capitals(text: str | None) -> list[str]:
    """The capital's names, without the remark in which tongue."""
    return [re.sub(r" in \w+$", "", text)] if text and text not in NO_NAME else []


def clean_capital(text: str | None) -> str | None:
    """The capital's first name."""
    return next(iter(clean_capitals(text)), None)


def plain(row: ROW, kind: str) -> ROW:
    """An entity that the supplement alone knows."""
    known: ROW = {key: row[key] for key in KEPT if key in row}
    return {
        "name": row["name"],
        "kind": kind,
        "alpha3": None,
        "names": unique([row["name"], *row["names"]]),
        "adjectives": row.get("adjectives", []),
        "capital": row.get("capital"),
        "cities": unique([*row.get("cities", []), *([row["capital"]] if "capital" in row else [])]),
        **known,
    }


def entities(factbook: ROW, supplement: ROW) -> Iterator[ROW]:
    """Every entity: the Factbook's in its order, then the supplement's own."""
    extras = {row["code"]: row for row in supplement["state"] if "code" in row}
    for row in factbook["countries"]:
        if row["name"] and row["code"] not in ("ay", "xx", "oo"):
            yield state(row, extras.get(row["code"], {}))
    for row in supplement["state"]:
        if "code" not in row:
            yield plain(row, "state")
    for kind in ("former", "body"):
        for row in supplement[kind]:
            yield plain(row, kind)


def build(factbook: ROW, supplement: ROW) -> str:
    """The gazetteer as JSON, one entity a line."""
    lines = [json.dumps(row, ensure_ascii=False) for row in with_breaks(distinct(list(entities(factbook, supplement))))]
    return f'{{"source": {json.dumps(SOURCE)}, "entities": [\n' + ",\n".join(lines) + "\n]}\n"


def main(arguments: list[str]) -> None:
    """Write the gazetteer beside this script, or where the second argument says."""
    factbook = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    supplement = tomllib.loads(HERE.joinpath("gazetteer_supplement.toml").read_text(encoding="utf-8"))
    output = Path(arguments[1]) if len(arguments) > 1 else HERE / "gazetteer.json"
    output.write_text(build(factbook, supplement), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
