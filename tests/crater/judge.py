"""Judging what factlint finds in the real articles of ``../shared``, and measuring each rule by it.

``python -m tests.crater.judge sync``                       take up the findings of now; say which came and went
``python -m tests.crater.judge show [--rule R] [--most N]``  a stratified sample of what is unjudged, in its context
``python -m tests.crater.judge judge [--rule R] [--most N]`` the same, and a verdict for each is asked for
``python -m tests.crater.judge take < FILE``                lines of fingerprint, verdict and why are taken over
``python -m tests.crater.judge table``                      ``rules/calibration.json`` is made anew and shown

A fingerprint may be shortened. The sample is the same for everybody: a fingerprint is a hash, so its order is a draw.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from rules.calibration import Measured
from tests.crater.findings import Crater, Found, crater, missing
from tests.crater.verdicts import GONE, STANDS, Row, Verdict, read, ship, table, write

AROUND = 100
"""Characters of the article shown on each side of a piece of evidence."""
WORDS = {"t": Verdict.TRUE, "f": Verdict.FALSE, "u": Verdict.UNCLEAR}


def stratum(found: Found) -> str:
    """What sort of places a finding holds against each other: cells, running text, or both, in one line or several."""
    text = found.source.text
    sorts = set()
    for piece in found.finding.evidence:
        line = text[text.rfind("\n", 0, piece.start) + 1 : piece.start]
        cell = line.startswith(("|", "!")) and len(line.rpartition("||")[2]) < 40
        sorts.add("cell" if cell else "text")
    lines = [piece.line for piece in found.finding.evidence]
    near = "near" if max(lines) - min(lines) < 25 else "far"
    return "/".join([*sorted(sorts), near])


def synced(now: Crater, rows: dict[str, Row]) -> tuple[dict[str, Row], list[Row], list[Row]]:
    """The rows brought up to date, those that came (or came back) and those that went."""
    made: dict[str, Row] = {}
    came, went = [], []
    for found in now.findings:
        finding = found.finding
        old = rows.get(finding.fingerprint)
        verdict, why = (old.verdict, old.why) if old else (Verdict.UNJUDGED, "")
        told = (finding.severity.value, found.corpus, stratum(found), finding.article, STANDS, verdict, why)
        row = Row(finding.fingerprint, finding.rule, *told)
        made[row.fingerprint] = row
        if old is None or old.state == GONE:
            came.append(row)
    for fingerprint, row in rows.items():
        if fingerprint not in made:
            if row.state == STANDS:
                went.append(row)
            if row.verdict is not Verdict.UNJUDGED:
                made[fingerprint] = row._replace(state=GONE)
    return made, came, went


def sample(rows: Iterable[Row], most: int) -> list[str]:
    """Fingerprints to judge, in turn from every stratum of every rule and corpus, each in the order of the hash."""
    strata: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in sorted(rows):
        strata[row.rule, row.corpus, row.stratum].append(row.fingerprint)
    turns = zip_longest(*(strata[key] for key in sorted(strata)))
    return [fingerprint for turn in turns for fingerprint in turn if fingerprint][:most]


def shown(found: Found) -> Iterator[str]:
    """A finding with the text around each piece of its evidence."""
    finding = found.finding
    yield f"{finding.fingerprint[:12]} {finding.severity} {finding.rule} in {found.corpus}: {finding.article}"
    yield f"  {finding.message}"
    if finding.calculation:
        yield f"  = {finding.calculation}"
    text = found.source.text
    for piece in finding.evidence:
        before = text[max(0, piece.start - AROUND) : piece.start]
        after = text[piece.end : piece.end + AROUND]
        around = f"{before}⟦{text[piece.start : piece.end]}⟧{after}".replace("\n", "⏎")
        yield f"  - line {piece.line}, {piece.note}: {around}"


def _wanted(now: Crater, rows: dict[str, Row], rule: str | None, most: int) -> list[Found]:
    """The sample, less what was judged of it already."""
    stand = [row for row in rows.values() if row.state == STANDS and (rule is None or row.rule == rule)]
    by_fingerprint = {found.finding.fingerprint: found for found in now.findings}
    drawn = [fingerprint for fingerprint in sample(stand, most) if rows[fingerprint].verdict is Verdict.UNJUDGED]
    return [by_fingerprint[fingerprint] for fingerprint in drawn]


def _asked(found: list[Found], rows: dict[str, Row]) -> None:
    for number, this in enumerate(found, 1):
        print(f"\n[{number} of {len(found)}]", *shown(this), sep="\n")
        answer = input("t(rue), f(alse), u(nclear) and why; nothing to leave it: ")
        if answer[:1] in WORDS:
            fingerprint = this.finding.fingerprint
            why = answer.partition(" ")[2]
            rows[fingerprint] = rows[fingerprint]._replace(verdict=WORDS[answer[0]], why=why)
            write(rows.values())


def _taken(lines: Iterable[str], rows: dict[str, Row]) -> None:
    for line in lines:
        if line.strip():
            short, word, *why = line.split(maxsplit=2)
            known = [fingerprint for fingerprint in rows if fingerprint.startswith(short)]
            if len(known) != 1 or word[0] not in WORDS:
                sys.exit(f"not one finding, or no verdict: {line.strip()}")
            rows[known[0]] = rows[known[0]]._replace(verdict=WORDS[word[0]], why=" ".join(why).strip())
    write(rows.values())


def _tabled(figures: dict[str, Measured]) -> None:
    print(f"{'rule':32} findings judged true false unclear  precision  95 % interval")
    for rule, known in figures.items():
        low, high = known.interval
        share = "     none" if known.precision is None else f"{known.precision:9.3f}"
        counts = f"{known.findings:8} {known.judged:6} {known.true:4} {known.false:5} {known.unclear:7}"
        print(f"{rule:32} {counts}  {share}  {low:.3f} to {high:.3f}")


def main(arguments: list[str] | None = None) -> None:
    """Run one of the commands above."""
    grammar = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    grammar.add_argument("command", choices=("sync", "show", "judge", "take", "table"))
    grammar.add_argument("--rule", help="only findings of this rule")
    grammar.add_argument("--most", type=int, default=120, help="the size of the sample (120)")
    options = grammar.parse_args(arguments)
    rows = read()
    if options.command == "take":
        _taken(sys.stdin, rows)
        return
    if lacking := missing():
        sys.exit("\n".join(lacking))
    now = crater()
    rows, came, went = synced(now, rows)
    if options.command in ("sync", "table"):
        write(rows.values())
    if options.command == "sync":
        for word, changed in (("came", came), ("went", went)):
            for row in changed:
                print(word, row.fingerprint[:12], row.severity, row.rule, row.corpus, row.article, row.verdict, row.why)
    elif options.command == "table":
        figures = table(rows.values())
        ship(figures, f"{now.articles} real articles from the English Wikipedia and the Office of the Historian")
        _tabled(figures)
    else:
        found = _wanted(now, rows, options.rule, options.most)
        if options.command == "judge":
            _asked(found, rows)
        else:
            print(*(line for this in found for line in ("", *shown(this))), sep="\n")


if __name__ == "__main__":
    main()
