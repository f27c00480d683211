"""A total in a table is not what the figures that it is of add up to.

Why: a figure was updated and its total was not, or a digit slipped; either way one number of the table is wrong, and
readers quote totals.

Right all the same: the total counts rows that are not shown, or overlapping groups once; a footnote or a sentence
beside the table tells of it. Rounded figures, missing cells, rows "of which", choices ("the ten largest") and columns
that do not add up (rates, ranks, years) are allowed for, and a total that nothing else vouches for is flagged only if
it is nearly right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.article import Article
from articles.claims.claim import Number, Value
from articles.facts.cell_figures import Figure
from articles.facts.sheets import Sheet
from articles.page import Place
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.nearby import claims_in
from rules.laws.order import amount
from rules.laws.tables.sheet_sums import Sum
from rules.laws.tables.total_columns import Off, total_columns
from rules.laws.tables.total_rows import Wrong, total_rows
from rules.laws.wording import number
from rules.rule import Change, Mark, Outcome, Rule, Verdict, wikitext

FEW = 12
"""So small a number stands in a paragraph by chance; it must say that it is one of more, or of others."""
_LEFT_OUT = worded(__file__, r"\b{left-out}\b", re.IGNORECASE)
SHOWN = 13
"""A finding shows at most so many parts beside their total."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Add up every column of every row of totals, and every row of every column of totals."""
    for sheet in article.sheets:
        seen: list[Sum] = []
        for found in (*total_rows(article.page, sheet), *total_columns(sheet)):
            if isinstance(found, Outcome):
                yield found
            elif _told_of(article, sheet, found.sum):
                yield Outcome.INCOMPARABLE
            elif not any(_same(found.sum, other) for other in seen):
                seen.append(found.sum)
                yield _verdict(article, sheet, found)


def _told_of(article: Article, sheet: Sheet, wrong: Sum) -> bool:
    """Whether the text of the table's section tells of just so many more: "45 tonnes of other kinds, not shown"."""
    missing = abs(wrong.total.value - wrong.added)
    for block in article.page.blocks:
        if block.section == sheet.table.section and block.place in (Place.LEAD, Place.BODY):
            said = (claim.value for claim in claims_in(article, block.span))
            amounts = (amount(value) for value in said if not _counts_rows(sheet, value))
            told = any(written is not None and written.value == missing for written in amounts)
            if told and (missing >= FEW or _LEFT_OUT.search(article.page.text(block.span))):
                return True
    return False


def _counts_rows(sheet: Sheet, value: Value) -> bool:
    """Whether a number counts the rows by what heads them: "in three columns" of a table with a row a column."""
    heads = sheet.columns.get(0)
    noun = value.noun if isinstance(value, Number) else None
    return bool(noun and heads and heads.leaf and noun.lower().startswith(heads.leaf))


def _same(one: Sum, other: Sum) -> bool:
    """Whether two sums are off by the same because they share a figure: one slip in a row and in a column."""
    shared = {figure.span for figure in (*one.parts, one.total)} & {
        figure.span for figure in (*other.parts, other.total)
    }
    return bool(shared) and abs(one.added - one.total.value) == abs(other.added - other.total.value)


def _verdict(article: Article, sheet: Sheet, found: Wrong | Off) -> Verdict:
    parts, total = found.sum.parts, found.sum.total
    step = min(figure.step for figure in (*parts, total))
    stated, added = _told(article, total), number(found.sum.added, step, grouped="," in _told(article, total) or None)
    place = sheet.columns.get(found.column) if isinstance(found, Wrong) else sheet.columns.get(found.law.total)
    row = " ".join(article.page.text(found.line.label_span).split()) if isinstance(found, Off) else ""
    name = row or (place.leaf if place and not isinstance(found, Off) else "")
    kind = "row" if isinstance(found, Off) else "column"
    what = f"the {kind} “{name}”" if name else f"the {kind}"
    return Verdict(
        f"{what} comes to {added}, not {stated}",
        (Mark(total.span, f"the figures come to {added}"), *(Mark(part.span, "a part") for part in parts[:SHOWN])),
        calculation=f"{_reckoned(article, found)} = {added}, not {stated}",
        changes=(Change(f"write {added}", ((total.span, _rewritten(stated, total, added)),)),),
    )


def _reckoned(article: Article, found: Wrong | Off) -> str:
    """The parts with their signs; of a long column the first and the last."""
    parts = found.sum.parts
    signs = found.law.signs if isinstance(found, Off) and len(found.law.signs) == len(parts) else (1,) * len(parts)
    told = [f"{'−' if sign < 0 else '+'} {_told(article, part)}" for part, sign in zip(parts, signs, strict=True)]
    shown = told if len(told) <= SHOWN else [*told[: SHOWN - 2], f"+ … ({len(told)} figures)", told[-1]]
    return " ".join(shown).removeprefix("+ ")


def _told(article: Article, figure: Figure) -> str:
    return " ".join(article.page.text(figure.span).split())


def _rewritten(stated: str, total: Figure, added: str) -> str:
    """The total as written, with its unit, with another number in it."""
    first = next((at for at, sign in enumerate(stated) if sign.isdecimal()), 0)
    last = max((at for at, sign in enumerate(stated) if sign.isdecimal()), default=len(stated) - 1)
    if total.unit in ("km²", "m²") or total.value.adjusted() > len(stated):
        return added  # a digit of the unit, or a scale word, is no part of the number
    return stated[:first].rstrip("+−–-") + added + stated[last + 1 :]


_TOP = '{| class="wikitable"\n'

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        wikitext(
            _TOP + "! rowspan=2 | Season !! colspan=2 | League !! colspan=2 | Cup !! colspan=2 | Total\n|-\n"
            "! Apps !! Goals !! Apps !! Goals !! Apps !! Goals\n|-\n| 1958 || 22 || 7 || 3 || 1 || 25 || 8\n|-\n"
            "| 1959 || 26 || ⟦2:11⟧ || 4 || ⟦3:2⟧ || 30 || ⟦1:15⟧\n|-\n| 1960 || 18 || 5 || 2 || 0 || 20 || 5\n|}"
        ),
        wikitext(
            _TOP + "! Club !! Wins !! Runners-up !! Finals\n|-\n| Norby || 7 || 4 || 11\n|-\n"
            "| Sorby || ⟦2:5⟧ || ⟦3:6⟧ || ⟦1:13⟧\n|-\n| Estby || 2 || 1 || 3\n|}"
        ),
        wikitext(
            _TOP + "! Party !! Votes !! Seats\n|-\n| Farmers || 41,202 || ⟦2:18⟧\n|-\n| Workers || 37,118 || ⟦3:15⟧\n"
            "|-\n| Greens || 20,450 || ⟦4:9⟧\n|-\n| Invalid votes || 1,030 || –\n|-\n! Total !! 99,800 !! ⟦1:44⟧\n|}"
        ),
        wikitext(
            _TOP + "! Class !! Hulls\n|-\n| Galleys || ⟦2:7⟧\n|-\n| Galliots || ⟦3:11⟧\n|-\n| Xebecs || ⟦4:5⟧\n|-\n"
            "! Total !! ⟦1:27⟧\n|}"
        ),
        wikitext(
            _TOP + "! Goods !! East !! West\n|-\n| Coal || ⟦2:1,940⟧ || 610\n|-\n| Timber || ⟦3:385⟧ || 720\n|-\n"
            "| Grain || ⟦4:270⟧ || 455\n|-\n! All goods !! ⟦1:2,735⟧ !! 1,785\n|}"
        ),
        wikitext(
            _TOP + "! Party !! Votes !! Seats\n|-\n| Farmers || ⟦2:12,400⟧ || 12\n|-\n"
            "| Workers || ⟦3:9,310⟧ || 9\n|-\n| Blank votes || ⟦4:120⟧ ||\n|-\n! Total !! ⟦1:21,930⟧ !! 21\n|}"
        ),
        wikitext(
            _TOP + "! Nation !! Gold !! Silver !! Bronze !! Total\n|-\n| Norway || 4 || 2 || 1 || 7\n|-\n"
            "| Chad || ⟦2:1⟧ || ⟦3:3⟧ || ⟦4:2⟧ || ⟦1:7⟧\n|-\n| Peru || 0 || 1 || 1 || 2\n|}"
        ),
        wikitext(
            _TOP + "! Team !! Pld !! W !! D !! L !! GF !! GA !! GD\n|-\n"
            "| North || 6 || 4 || 1 || 1 || 12 || 5 || +7\n|-\n"
            "| East || 6 || 1 || 1 || 4 || ⟦2:4⟧ || ⟦3:10⟧ || ⟦1:−5⟧\n|}"
        ),
        wikitext(
            _TOP + "! District !! Area (km²)\n|-\n| Upper || ⟦2:45.5⟧\n|-\n| Lower || ⟦3:30.25⟧\n|-\n"
            "| '''Total''' || '''⟦1:76.75⟧'''\n|}"
        ),
        wikitext(
            _TOP + "! Region !! Men !! Women\n|-\n! colspan=3 | North\n|-\n| Hills || 40 || 44\n|-\n"
            "| Coast || 51 || 60\n|-\n| Subtotal || ⟦2:91⟧ || 104\n|-\n! colspan=3 | South\n|-\n"
            "| Plain || 70 || 71\n|-\n| Marsh || 19 || 15\n|-\n| Subtotal || ⟦3:89⟧ || 86\n|-\n"
            "| Grand total || ⟦1:190⟧ || 190\n|}"
        ),
        wikitext(
            _TOP + "! !! North !! South !! East !! Total\n|-\n! Men\n| 516 || 483 || 105 || 1104\n|-\n"
            "! Women\n| ⟦2:226⟧ || ⟦3:314⟧ || ⟦4:566⟧ || ⟦1:1160⟧\n|}"
        ),
        wikitext(
            _TOP + "! Candidate !! Votes !! %\n|-\n| Ames || 37,112 || 60.8\n|-\n| Bates || 23,909 || 39.2\n|-\n"
            "| Valid votes || ⟦2:61,021⟧ || 95.3\n|-\n| Invalid votes || ⟦3:3,014⟧ || 4.7\n|-\n"
            "| Total || ⟦1:64,135⟧ || 100\n|}"
        ),
        wikitext(
            _TOP
            + "! Faith !! People (% of all)\n|-\n| Lutheran || ⟦2:4,012⟧ (80%)\n|-\n| Other || ⟦3:1,002⟧ (20%)\n|-\n"
            "| Total || ⟦1:5,041⟧ (100%)\n|}"
        ),
        wikitext(
            _TOP + "! Year !! Births !! Deaths !! Natural change\n|-\n| 1990 || 900 || 400 || 500\n|-\n"
            "| 1991 || ⟦2:890⟧ || ⟦3:410⟧ || ⟦1:460⟧\n|-\n| 1992 || 870 || 415 || 455\n|}"
        ),
        wikitext(
            _TOP + "! Parish !! 1901 !! 1911\n|-\n| Upper || ⟦2:412⟧ || 430\n|-\n| Lower || ⟦3:288⟧ || 301\n|-\n"
            "| Harbour || ⟦4:1,120⟧ || 1,264\n|-\n| Island || ⟦1:1,920⟧ || 1,995\n|}"
        ),
        wikitext(
            _TOP + "! Line !! Length (km)\n|-\n| A || ⟦2:31.2⟧\n|-\n| B || ⟦3:42.7⟧\n|-\n| C || ⟦4:4.1⟧\n|-\n"
            "| '''Network''' || '''⟦1:79.0⟧'''\n|}"
        ),
        wikitext(
            _TOP + "! Ward !! Reds !! Blues !! Greens !! Seats\n|-\n| North || 14 || 32 || 91 || 137\n"
            "|-\n| South || ⟦2:3⟧ || ⟦3:5⟧ || ⟦4:2⟧ || ⟦1:11⟧\n|-\n| Port || 76 || 0 || 51 || 127\n|}"
        ),
    ),
    good=(
        wikitext(
            _TOP + "! Player !! League !! Cup !! Europe !! Friendlies\n|-\n| Hak || 30 || 4 || 2 || 36\n|-\n"
            "| Dolk || 28 || 4 || 2 || 34\n|-\n| Ruz || 11 || 1 || 0 || 11\n|}"
        ),
        wikitext(
            _TOP + "! Rank !! Town !! People\n|-\n| 1 || Norby || 12,000\n|-\n| 2 || Sorby || 9,000\n|-\n"
            "| 3 || Estby || 4,000\n|-\n! colspan=2 | Province\n! 26,000\n|}"
        ),
        wikitext(
            _TOP + "! Parish !! 1901 !! 1911\n|-\n| Upper || 412 || 430\n|-\n| Lower || 288 || 301\n|-\n"
            "| Fen || 1,120 || 1,264\n|-\n| Harbour || 1,920 || 2,005\n|}"
        ),
        wikitext(_TOP + "! Line !! Length (km)\n|-\n| A || 31.2\n|-\n| B || 42.7\n|-\n| C || 4.1\n|-\n| D || 79.0\n|}"),
        wikitext(
            _TOP + "! Catch !! Tonnes\n|-\n| Cod || 1,240\n|-\n| Ling || 860\n|-\n| Total || 2,145\n|}\n"
            "Another 45 tonnes of smaller fish are in the total."
        ),
        wikitext(
            _TOP + "! Team !! Played !! Won !! Lost !! Drawn !! Abandoned\n|-\n| North || 8 || 5 || 1 || 2 || 0\n|-\n"
            "| East || 8 || 4 || 2 || 1 || 1\n|-\n| South || 7 || 1 || 4 || 2 || 0\n|}"
        ),
        wikitext(
            _TOP + "! Party !! Votes !! % !! Seats\n|-\n| Farmers || 12,400 || 57.1 || 12\n|-\n"
            "| Workers || 9,310 || 42.9 || 9\n|-\n| Blank votes || 120 || – || –\n|-\n! Total !! 21,830 !! 100 !! 21\n"
            "|-\n| Registered voters || 40,000 || 54.6 || –\n|}"
        ),
        wikitext(
            "== The five largest towns ==\n" + _TOP + "! Town !! People\n|-\n| Norby || 5,100\n|-\n"
            "| Sorby || 4,200\n|-\n| Total || 9,800\n|}"
        ),
        wikitext(_TOP + "! Year !! Tonnes (thousand)\n|-\n| 1990 || 12.4\n|-\n| 1991 || 13.4\n|-\n| Total || 25.9\n|}"),
        wikitext(
            _TOP
            + "! Season !! Games !! Points !! PPG\n|-\n| 1990 || 40 || 400 || 10.0\n|-\n| 1991 || 60 || 900 || 15.0\n"
            "|-\n| Total || 100 || 1,300 || 13.0\n|}"
        ),
        wikitext(
            _TOP + "! Candidate !! Votes !! %\n|-\n| Ames || 37,100 || 60.8\n|-\n| Bates || 23,900 || 39.2\n|-\n"
            "| Valid votes || 61,000 || 95.3\n|-\n| Invalid votes || 3,000 || 4.7\n|-\n| Total || 64,000 || 100\n|}"
        ),
        wikitext(_TOP + "! Group !! People\n|-\n| Men || 400\n|-\n| Women || –\n|-\n| Total || 820\n|}"),
        wikitext(
            _TOP + "! Group !! Men\n|-\n| Staff || 400\n|-\n| of which abroad || 30\n|-\n| Guests || 20\n|-\n"
            "| Total || 420\n|}"
        ),
        wikitext(_TOP + "! Player !! Average\n|-\n| Ames || 40.5\n|-\n| Bates || 38.5\n|-\n| Total || 79.5\n|}"),
        wikitext(_TOP + "! Town !! People\n|-\n| Norby || 5,100*\n|-\n| Sorby || 4,200\n|-\n| Total || 9,200\n|}"),
        wikitext(_TOP + "! District !! People\n|-\n| Total || 91\n|-\n| Hills || 40\n|-\n| Coast || 51\n|}"),
        wikitext(
            _TOP + "! Nation !! Gold !! Silver !! Bronze !! Total\n|-\n| Norway || 4 || 2 || 1 || 7\n|-\n"
            "| Chad || 1 || || 2 || 3\n|-\n| Total || 5 || 2 || 3 || 10\n|}"
        ),
    ),
)
