"""Days are written in two orders in one article, day first and month first.

Why: the reader of "4 May 1990" and "May 4, 1990" side by side trips, and where the month is a figure cannot tell which
is meant; the house style asks for one order in an article.

Right all the same: a date is part of a name, a title or a quotation, or shows how dates are written. Dates in
quotation marks, in the notes of tables, in references and lists of sources (which may have an order of their own) and
in templates (which choose theirs) are not counted; an article that asks for one order by a template is held to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from articles.article import Article
from articles.claims.claim import Claim
from articles.page import Form
from articles.regex import regex
from articles.source import Span
from articles.words import worded
from rules.finding import Confidence, Severity
from rules.laws.cited import dates_a_source, in_italics
from rules.laws.nearby import left, right, told
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

_FORMS = frozenset({Form.PARAGRAPH, Form.ITEM, Form.FIELD, Form.CAPTION, Form.SHORT_DESCRIPTION, Form.CELL})
_ORDERS = ("dmy", "mdy")
_DAY_FIRST = regex(r"([0-9]{1,2}) ([A-Z][a-z]+) ([0-9]{3,4})")
_MONTH_FIRST = regex(r"([A-Z][a-z]+) ([0-9]{1,2}), ([0-9]{3,4})")
_NAMED = worded(__file__, r"\.{files}\b|,? (?:terrorist )?{events}\b", re.IGNORECASE)
"""What follows a date that is part of the name of an event or a file."""
_ENTITLED = worded(__file__, r"\b(?:{entitled} [“\"]?|{works} (?:[A-Z][\w’'-]* |(?:on|of|the|in|at) ){0,4})$")
_WITHIN, _GOES_ON = regex(r"\b(?:[Tt]he|[Aa]) $"), regex(r" [A-Z][a-z]")
"""Around a date that is within a name: "The July 12, 1691 Society"."""
_EVENT_OF = worded(__file__, r"\b{events} (?:of|on) $")
_MARKS = frozenset("“”\"‘’'")
_ASKING = {"use dmy dates": "dmy", "use mdy dates": "mdy"}
MOST = 13
FEW = 5
"""So many dates are all shown; of more the odd ones are, and one of the others."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Sort the days of the prose by their order and tell those of the rarer one."""
    asked, template = _asked(article)
    dates = [part for date in article.claims_by_kind.get("date", ()) for part in date.parts or (date,)]
    ordered = [claim for claim in dates if claim.pattern.endswith(_ORDERS) and not claim.quoted]
    orders = {claim.pattern[-3:] for claim in ordered}
    if len(orders) < len(_ORDERS) and orders <= {asked or "dmy", asked or "mdy"}:
        if len(list(islice(_told_apart(article, ordered), 2))) > 1:
            yield Outcome.CONSISTENT
        return
    day_first, month_first = _by_order(article, ordered)
    against = {"dmy": month_first, "mdy": day_first}.get(asked or "", [])
    if against and len(against) == len(day_first) + len(month_first):
        yield _unasked(article, template, against, asked == "dmy")
        return
    if not day_first or not month_first:
        if len(day_first) + len(month_first) > 1:
            yield Outcome.CONSISTENT
        return
    to_day_first = asked == "dmy" if asked else len(day_first) >= len(month_first)
    odd, usual = (month_first, day_first) if to_day_first else (day_first, month_first)
    one, other = told(article, odd[0]), told(article, usual[0])
    rewritten = tuple((claim.span, _turned(told(article, claim))) for claim in odd)
    marks = [Mark(claim.span, f"written otherwise than “{other}”") for claim in odd[:MOST]]
    wanted = f"the article asks for {asked}" if asked else "the order of most dates here"
    shown = [template] if template else [claim.span for claim in (usual if len(odd) + len(usual) <= FEW else usual[:1])]
    yield Verdict(
        f"“{one}” and “{other}” are in two orders: {len(day_first)} with the day first, "
        f"{len(month_first)} with the month first",
        (*marks, *(Mark(span, wanted) for span in shown)),
        changes=(Change(f"write all with the {'day' if to_day_first else 'month'} first", rewritten),),
        safe=True,
    )


def _unasked(article: Article, template: Span | None, odd: list[Claim], day_first: bool) -> Verdict:
    """All dates written otherwise than a template of the article asks for."""
    wanted = f"the {'day' if day_first else 'month'} first"
    rewritten = tuple((claim.span, _turned(told(article, claim))) for claim in odd)
    return Verdict(
        f"“{told(article, odd[0])}” is not written with {wanted}, as a template of the article asks for",
        (
            *(Mark(claim.span, f"the article asks for {wanted}") for claim in odd[:MOST]),
            *((Mark(template, f"asks for {wanted}"),) if template else ()),
        ),
        changes=(Change(f"write all with {wanted}", rewritten),),
        safe=True,
    )


def _by_order(article: Article, ordered: list[Claim]) -> tuple[list[Claim], list[Claim]]:
    day_first: list[Claim] = []
    month_first: list[Claim] = []
    for claim, order in _told_apart(article, ordered):
        (day_first if order is _DAY_FIRST else month_first).append(claim)
    return day_first, month_first


def _told_apart(article: Article, ordered: list[Claim]) -> Iterator[tuple[Claim, re.Pattern[str]]]:
    """The days of the prose that are no names, each with its order."""
    names = _titles(article)
    blocks = iter(article.page.blocks)
    block = next(blocks, None)
    for claim in ordered:
        while block is not None and block.span.end <= claim.span.start:
            block = next(blocks, None)
        if block is None or block.form not in _FORMS:
            continue
        text = told(article, claim)
        found = next((order for order in (_DAY_FIRST, _MONTH_FIRST) if order.fullmatch(text)), None)
        alone = block.span == claim.span and block.form not in (Form.FIELD, Form.CELL)
        if block.form is Form.CELL and block.span != claim.span:
            continue
        if (
            found is None
            or alone
            or text in names
            or _in_title(article, claim)
            or not article.page.prose.verbatim(claim.span)
        ):
            continue
        if not _NAMED.match(right(article, claim.span.end, 24)) and not dates_a_source(article.page, claim.span):
            yield claim, found


def _titles(article: Article) -> frozenset[str]:
    """The dates that stand alone within quotation marks: each names a song or a film, wherever it is spoken of."""
    text = article.page.prose.text
    return frozenset(
        told(article, claim)
        for claim in article.claims_by_kind.get("date", ())
        if text[claim.span.start - 1 : claim.span.start] in _MARKS
        and text[claim.span.end : claim.span.end + 2].strip(",.")[:1] in _MARKS
    )


def _in_title(article: Article, claim: Claim) -> bool:
    """Whether a date is the name of a work, or within one."""
    start = claim.span.start
    before = left(article, start, 30)
    named = _WITHIN.search(before) and _GOES_ON.match(right(article, claim.span.end, 4))
    return bool(named) or in_italics(article.page, start) or bool(_ENTITLED.search(before) or _EVENT_OF.search(before))


def _asked(article: Article) -> tuple[str | None, Span | None]:
    """The order that a template such as ``{{Use dmy dates}}`` asks for, and where it stands."""
    for template in article.page.templates:
        asked = _ASKING.get(template.name.lower().replace("_", " ")) if template.name[:3].lower() == "use" else None
        if asked:
            return asked, template.span
    return None, None


def _turned(text: str) -> str:
    if found := _DAY_FIRST.fullmatch(text):
        return f"{found[2]} {found[1]}, {found[3]}"
    return _MONTH_FIRST.sub(r"\2 \1 \3", text)


RULE = Rule(
    check,
    Severity.WARNING,
    Confidence.HIGH,
    bad=(
        wikitext("⟦2:{{Use dmy dates}}⟧\nThe hall was opened on ⟦1:July 19, 1908⟧ by the mayor.", title="Norby"),
        Example("It opened on ⟦2:4 May 1990⟧ and closed on ⟦3:6 June 1995⟧. It burnt on ⟦1:July 7, 1996⟧."),
        wikitext("⟦2:{{Use mdy dates|date=May 2012}}⟧\nIt opened on ⟦1:4 May 1990⟧ and closed on June 6, 1995."),
    ),
    good=(
        Example("It was opened on 4 June 1931. The programme July 9, 1946 was named after a day."),
        Example("It was opened on 4 May 1931. The July 12, 1691 Society met there."),
        Example("She was born on 4 May 1931, wrote the novel July 4, 1976 and died on 9 June 1999."),
        wikitext(
            "The fair was held on 4 June 1921 and 6 June 1988. The film Born on July 4, 1920 was shot there.",
            title="Norby Fair",
        ),
        Example('= Norby =\n\nIt was made on 4 July 2004. Its name was to be July 4, 2004.\n\n- "July 4, 2004"'),
        Example("The attack of September 11, 2001 was followed on 7 October 2001 by the war."),
        Example(
            "= Norby =\n\nThe novel of 1951, entitled September 3, 1939, was reprinted on 4 May 1960 and 5 June 1961."
        ),
        wikitext("She was born on 12 March 1898. Her memoir, ''March 12, 1921'', is lost.", title="Norby"),
        Example("It opened on 4 May 1990 and closed on 6 June 1995."),
        Example("It opened on May 4, 1990 and closed in June 1995, in the week of 6 June."),
        Example("It opened on 4 May 1990. The plaque reads “May 4, 1990”."),
        Example("It opened on 4 May 1990; the log says 1990-05-04."),
        Example("It opened on 4 May 1990.\n\n^ Annual report. Harbour Trust. Retrieved May 4, 2012."),
        Example("= Norby =\n\nIt opened on 4 May 1990.\n\n== Further reading ==\n- Holm (May 4, 1991). “The opening”."),
        Example("It opened on 4 May 1990.\n\nMay 6, 1990\n\nOstland"),
    ),
    claims=frozenset({"date"}),
)
