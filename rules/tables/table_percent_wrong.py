"""A percentage in a table is not the share, or the growth, that the numbers beside it make.

Why: the number was updated and the percentage was not, or a digit slipped; the two cells stand side by side and one
of them is wrong.

Right all the same: the percentage is of another whole than those of the other rows, and a footnote says so. The law
of the column is what most of its rows obey; percentages that are off by two of their last digit are taken for rounded.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.article import Article
from articles.facts.cell_figures import Figure
from rules.finding import Confidence, Severity
from rules.laws.tables.share_columns import Share, share_columns
from rules.laws.wording import number
from rules.rule import Change, Mark, Outcome, Rule, Verdict, wikitext


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Work out every percentage whose law the rows of its column show."""
    for sheet in article.sheets:
        for share in share_columns(sheet):
            yield share if isinstance(share, Outcome) else _verdict(article, share)


def _verdict(article: Article, share: Share) -> Verdict:
    said, part = _told(article, share.percent), _told(article, share.part)
    real = number(share.real, share.percent.step)
    shown = said if "%" in said else f"{said} %"
    whole = _told(article, share.whole) if share.whole else number(share.base, share.part.step, grouped=True)
    law = f"{part} / {whole} − 1" if share.growth else f"{part} / {whole}"
    what = f"from {whole} to {part} it is a change of" if share.growth else f"{part} of {whole} is"
    marks = [Mark(share.percent.span, f"against {real} %"), Mark(share.part.span, "the number")]
    if share.whole is not None:
        marks.append(Mark(share.whole.span, "the number before" if share.growth else "the whole"))
    return Verdict(
        f"{what} {real} %, not {shown}",
        tuple(marks),
        calculation=f"{law} = {real} %, not {shown}",
        changes=(Change(f"write {real}", ((share.percent.span, _rewritten(said, real)),)),),
    )


def _told(article: Article, figure: Figure) -> str:
    return " ".join(article.page.text(figure.span).split())


def _rewritten(said: str, real: str) -> str:
    """A percentage as written, sign behind it and all, with another number in it."""
    behind = said.lstrip("+−–- 0123456789.,")
    sign = "+" if said.startswith("+") and not real.startswith("-") else ""
    between = " " if f" {behind}" in said else ""
    return f"{sign}{real.replace('-', '−')}{between}{behind}" if behind else f"{sign}{real.replace('-', '−')}"


_VOTES = (
    '{{| class="wikitable"\n! Party !! Votes !! % !! Seats\n|-\n| Farmers || 12,400 || {first} || 12\n|-\n'
    "| Workers || {votes} || {second} || 9\n|-\n| Greens || 5,000 || 18.7 || 5\n|-\n| Others || 40 || 0.1 || 0\n|-\n"
    "| Total || {total} || 100 || 26\n|}}"
)

RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        wikitext(
            "{|\n! Crop !! 1990 (t) !! 2000 (t) !! Change\n|-\n| Oats || 200 || 130 || −35%\n|-\n| Rye || ⟦3:400⟧ "
            "|| ⟦2:520⟧ || ⟦1:+20%⟧\n|-\n| Peas || 80 || 116 || +45%\n|}"
        ),
        wikitext(
            "{|\n! Ship !! Crew !! Lost !! Loss (%)\n|-\n| Tern || 80 || 20 || 25\n|-\n"
            "| Gull || ⟦3:60⟧ || ⟦2:15⟧ || ⟦1:35⟧\n|-\n| Skua || 50 || 10 || 20\n|}"
        ),
        wikitext(
            "{|\n! Stand !! Area (ha) !! Share\n|-\n| Beech || 8,000 || 40%\n|-\n| Spruce || ⟦2:6,000⟧ || ⟦1:24%⟧\n|-\n"
            "| Oak || 4,000 || 20%\n|-\n| Mixed || 2,000 || 10%\n|-\n| All stands || ⟦3:20,000⟧ ||\n|}"
        ),
        wikitext(_VOTES.format(first="46.4", votes="⟦2:9,310⟧", second="⟦1:43.8⟧", total="⟦3:26,750⟧")),
        wikitext(
            "{|\n! Year !! People !! ±%\n|-\n| 1900 || 1,000 || –\n|-\n| 1910 || 1,200 || +20.0%\n|-\n"
            "| 1920 || ⟦3:1,260⟧ || +5.0%\n|-\n| 1930 || ⟦2:1,512⟧ || ⟦1:+2.0%⟧\n|-\n| 1940 || 1,361 || −10.0%\n|}"
        ),
        wikitext(
            "{|\n! Group !! Number (share)\n|-\n| Hills || 404 (40.0%)\n|-\n| Coast || 303 (30.0%)\n|-\n"
            "| Plain || ⟦2:202⟧ (⟦1:25.0%⟧)\n|-\n| Marsh || 101 (10.0%)\n|-\n| Total || ⟦3:1,010⟧\n|}"
        ),
        wikitext(
            "{|\n! Town !! 2001 !! 2011 !! Change\n|-\n| Norby || 505 || 606 || 20.0%\n|-\n"
            "| Sorby || 404 || 303 || −25.0%\n|-\n| Estby || ⟦3:810⟧ || ⟦2:891⟧ || ⟦1:15.0%⟧\n|-\n"
            "| Vestby || 204 || 255 || 25.0%\n|}"
        ),
        wikitext(
            "{|\n! Candidate !! Votes !! Share\n|-\n| Orr || 5,200 || 52 %\n|-\n| Lund || ⟦2:3,800⟧ || ⟦1:48 %⟧\n|-\n"
            "| Moe || 1,000 || 10 %\n|}"
        ),
        wikitext(
            "{|\n! Year !! Staff !! Change\n|-\n| 1890 || 800 || –\n|-\n| 1900 || ⟦3:1,000⟧ || +25.0%\n|-\n"
            "| 1910 || ⟦2:1,300⟧ || ⟦1:+40.0%⟧\n|-\n| 1920 || 1,170 || −10.0%\n|}"
        ),
        wikitext(
            "{|\n! Choice !! Votes !! %\n|-\n| For || ⟦2:1,440⟧ || ⟦1:64.00⟧\n|-\n| Against || 960 || 40.00\n|-\n"
            "| Total valid || ⟦3:2,400⟧ || 100.00\n|-\n| Electorate || 4,100 || 60.00\n|}"
        ),
    ),
    good=(
        wikitext(
            "{|\n! Unit !! Men !! Lost !! Change since May (%)\n|-\n| 1st || 800 || 200 || 25\n|-\n"
            "| 2nd || 600 || 150 || 12\n|-\n| 3rd || 500 || 90 || 20\n|}"
        ),
        wikitext(
            "{|\n! Good !! 1990 ($m) !! 2000 ($m) !! Growth\n|-\n| Cod || 12.1 || 18.2 || 50%\n|-\n"
            "| Herring || 8.0 || 6.0 || −25%\n|-\n| Meal || 0.9 || 1.0 || 14%\n|-\n| Total || 21.0 || 25.1 || 20%\n|}"
        ),
        wikitext(
            "{|\n! Year !! Staff !! Change\n|-\n| 1890 || 1.2 || –\n|-\n| 1900 || 1.3 || +6.5%\n|-\n"
            "| 1910 || 1.3 || −1.9%\n|-\n| 1920 || 1.5 || +15.0%\n|}"
        ),
        wikitext(
            "{|\n! Trade !! Shops !! Share\n|-\n| Bakers || 1,200 || 35%\n|-\n| Smiths || 1,000 || 35%\n|-\n"
            "| Tailors || 800 || 30%\n|-\n| Total || 3,000 || 100%\n|}"
        ),
        wikitext(_VOTES.format(first="46.4", votes="9,310", second="34.8", total="26,750")),
        wikitext(_VOTES.format(first="46.3", votes="9,310", second="34.9", total="26,750")),
        wikitext(_VOTES.format(first="46.4", votes="9,310", second="43.8*", total="26,750")),
        wikitext(
            "{|\n! Country !! Exports !! Tax rate (%)\n|-\n| A || 400 || 20\n|-\n| B || 300 || 25\n|-\n"
            "| C || 200 || 19\n|-\n| D || 100 || 10\n|}"
        ),
    ),
)
