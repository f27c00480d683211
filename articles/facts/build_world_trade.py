"""Builds ``world_trade.json``, what each state sold to and bought from the whole world, from the Factbook's table.

Run as ``python -m articles.facts.build_world_trade FACTBOOK_JSON``. Amounts are in millions of current US dollars,
goods and services, by the balance of payments; of two editions the later one counts.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from articles.facts.gazetteer import gazetteer

SOURCE = "CIA World Factbook, editions of 2026 and 2022, public domain. Built by build_world_trade.py"
FLOWS = ("exports", "imports")


def rows(factbook: dict[str, Any]) -> dict[str, dict[str, dict[str, int]]]:
    """Millions of dollars by state, flow and year."""
    names = {entity.alpha3: entity.name for entity in gazetteer().entities.values() if entity.alpha3}
    found: dict[str, dict[str, dict[str, int]]] = {}
    for country in factbook["countries"]:
        name = names.get(country["alpha3"])
        for row in sorted(country["series"], key=lambda row: str(row["vintage"])):
            if name and row["property"] in FLOWS and row["dollars"] == "current" and row["year"]:
                flow = found.setdefault(name, {}).setdefault(row["property"], {})
                flow[row["year"]] = round(int(row["value"]) / 1_000_000)
    return dict(sorted(found.items()))


def main(arguments: list[str]) -> None:
    """Write the table beside this script."""
    factbook = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    lines = [f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(flows)}" for name, flows in rows(factbook).items()]
    text = f'{{"source": {json.dumps(SOURCE)}, "millions": {{\n' + ",\n".join(lines) + "\n}}\n"
    Path(__file__).with_name("world_trade.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
