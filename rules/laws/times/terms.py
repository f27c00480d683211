"""Who held a seat, and from when to when: lists and tables of offices that one person holds at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import cache, lru_cache
from typing import NamedTuple

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Claim, Kind
from articles.page import Block, Form, Table
from articles.regex import regex
from articles.words import WordList, data_file, worded
from rules.laws.nearby import claims_in, may_hold, occurrences

EXACT = (Precision.DAY, Precision.MONTH, Precision.YEAR)
LONGEST_ITEM = 160
_WORD = regex(r"[\w’'-]+")
_NAME = worded(__file__, r"[A-ZÀ-Þ][\w’'.-]*(?: (?:{particles}|[A-ZÀ-Þ][\w’'.-]*)){0,6}")
_ALONE = worded(
    __file__,
    r"\b(?:by|of) (?:only )?(?:one|a single) (?:person|man|woman|holder|member|officer) at (?:a|any) (?:one )?time\b"
    r"|\bmore than one (?:[a-z]+ )?at (?:a|any one|the same|one) time\b"
    r"|\b{returning} (?:only )?(?:one|a single) {members}\b"
    r"|\bsingle-member\b",
)
"""What says that one person holds the seat at a time."""
_SEATS_BOXED = frozenset(("seats", "members", "number of seats", "number of members"))
TILL = worded(
    __file__, r",? ?(?:[–—-]|{till})(?: (?:his|her|their) [a-z]+(?: in office)?)?(?:,? (?:in|on))?(?: early| late)? ?"
)
"""Between the two dates of a term."""
_TWO = worded(
    __file__,
    r"(?<!had )(?<!has )\b(?:has|had|elects?|elected|are|were|with) (?:always )?(?:two|three|both) "
    r"(?:[a-z-]+ )?{plural}\b",
)
"""What says that a place has several of them at a time; "has had three heads" tells of one after the other."""
_RIVALS = WordList(__file__, "rivals")
_ABREAST = WordList(__file__, "abreast")
_FROM = WordList(__file__, "from")
_TO = WordList(__file__, "to")
_EITHER = regex(r" or | ?/ ?|, ")
_HOLDER = WordList(__file__, "holders")
_WHOLE = WordList(__file__, "whole")


class Seat(NamedTuple):
    """A seat by the words of its heading, and its holders in the order in which they are told."""

    title: str
    terms: list[Term]


class Term(NamedTuple):
    """A holder of a seat and the two ends of the term."""

    holder: str
    start: Claim
    end: Claim

    @property
    def begins(self) -> Date:
        """The days on which it may have begun."""
        assert isinstance(self.start.value, Date)
        return self.start.value

    @property
    def ends(self) -> Date:
        """The days on which it may have ended."""
        assert isinstance(self.end.value, Date)
        return self.end.value


@cache
def words() -> Mapping[str, frozenset[str]]:
    """The lists of ``terms.toml``."""
    rows = data_file(__file__, "terms.toml")
    return {name: frozenset(listed.split()) for name, listed in rows.items()}


def seats(article: Article) -> Iterator[Seat]:
    """The holders of each seat that a list or a table gives, in the order in which they are told."""
    found = list(_told(article))
    if found and not any(words in article.lowered for words in _ABREAST) and not _TWO.search(article.lowered):
        yield from found


def _told(article: Article) -> Iterator[Seat]:
    yield from _lists(article)
    for table in article.page.tables:
        heads = (cell for row in table.rows[:2] for cell in row if cell.header)
        named = tuple(article.page.text(span) for span in (table.caption, *(cell.prose for cell in heads)))
        rows = list(_rows(article, table))
        if rows and (any(map(is_seat, named)) or _of_seat(article, table.section)):
            yield Seat(" ".join((_title(article, table.section), *named)).lower(), rows)


def is_contested(article: Article) -> bool:
    """Whether an article tells of rivals for its seats, each of whom may have had one."""
    return any(may_hold(article, word) for word in _RIVALS)


def is_seat(text: str) -> bool:
    """Whether a heading names a seat, and nothing that two may hold."""
    return not words()["seats"].isdisjoint(_WORD.findall(text.lower())) and not is_shared(text)


def is_shared(text: str) -> bool:
    """Whether words tell of a seat that two may hold at a time, or of who does not hold it in full."""
    low = text.lower()
    said = _WORD.findall(low)
    return not words()["shared"].isdisjoint(said) or ("co-" in low and any(word.startswith("co-") for word in said))


def _single(article: Article) -> bool:
    """Whether an article is on one seat: by its title, its infobox, or by what it says of its holders."""
    title = article.page.title
    boxed = any(
        field.key.lower().strip() in _SEATS_BOXED and article.page.text(field.prose).strip().lower() in ("1", "one")
        for box in article.page.infoboxes[:1]
        for field in box.fields
    )
    return not is_shared(title) and (is_seat(title) or boxed or _alone(article))


def _alone(article: Article) -> bool:
    """Whether a text says that one person holds the seat at a time."""
    text = article.page.prose.text
    return any(_ALONE.search(text, max(at - 40, 0), at + 80) for at in occurrences(article, ("one", "single")))


def _of_seat(article: Article, section: int) -> bool:
    title = article.page.sections[section].title if section >= 0 else ""
    said = [word.lower() for word in _WORD.findall(title)]
    own = article.page.title.lower().partition(" of ")[0]  # "List of harbourmasters" in "Harbourmaster of Norby"
    holders = not is_shared(title) and article.once(_single)
    return is_seat(title) or holders or (f"{own}s" in said and not is_shared(article.page.title))


def _lists(article: Article) -> Iterator[Seat]:
    """The items of each section that is headed by a seat, as long as one list of them."""
    found: list[Term] = []
    section = -2
    for block in (*article.page.blocks, None):
        if block is None or block.form is not Form.ITEM or block.section != section:
            if found and _of_seat(article, section):
                yield Seat(_title(article, section), found)
            found = []
        if block is not None and block.form is Form.ITEM:
            section = block.section
            found += _item(article, block)


def _title(article: Article, section: int) -> str:
    return article.page.sections[section].title.lower() if section >= 0 else ""


def _item(article: Article, block: Block) -> Iterator[Term]:
    """A name and its years: "Ana Roe (1950–1955)", "1950–1955: Ana Roe"."""
    dates = [claim for claim in claims_in(article, block.span) if claim.kind is Kind.DATE]
    text = article.page.text(block.span)
    if len(text) > LONGEST_ITEM or not 0 < len(dates) <= len(("start", "end")) or is_shared(text):
        return
    key, _, rest = text.partition(": ")
    if rest[:1].isupper() and not any(sign.isdecimal() for sign in key):
        return  # "North: Ana Roe": which of several seats it is
    name = _NAME.search(text)
    between = article.page.prose.text[dates[0].span.end : dates[-1].span.start]
    ends = both_ends(dates) if len(dates) == 1 or TILL.fullmatch(between) else None
    if name is not None and ends is not None:
        yield Term(name[0], *ends)


def both_ends(dates: list[Claim]) -> tuple[Claim, Claim] | None:
    """The two ends of a term, of one range or of two dates."""
    until = dates[-1].pattern.startswith("until-") and len(dates[-1].parts) == 1
    last = dates[-1].parts[0] if until else dates[-1]
    parts = dates[0].parts if len(dates) == 1 else (*dates[:-1], last)
    if len(parts) != 2 or any(date.quoted or date.impossible for date in dates):
        return None
    whole = dates[0].value
    if isinstance(whole, Date) and whole.circa:
        return None
    exact = all(isinstance(p.value, Date) and p.value.precision in EXACT and not p.value.circa for p in parts)
    return (parts[0], parts[1]) if exact else None


def terms_in(article: Article, table: Table) -> Iterator[Term]:
    """The rows of a table of terms, whatever seat it is of."""
    yield from _rows(article, table, anybody=True)


def _rows(article: Article, table: Table, *, anybody: bool = False) -> Iterator[Term]:
    """The rows of a table with columns for a name and a term, or for its start and its end."""
    heads = {
        " ".join(article.page.text(cell.prose).lower().split()): cell.column
        for row in table.rows[:2]
        for cell in row
        if cell.header
    }
    start, end, whole = (_column(heads, names) for names in (_FROM, _TO, _WHOLE))
    name = _column(heads, _HOLDER)
    if name is None:
        name = next((column for head, column in heads.items() if is_seat(head)), None)
    if name is None and anybody:
        dated = {start, end, whole}
        name = next((at for head, at in heads.items() if at not in dated and head.strip("# .").isalpha()), None)
    if name is None or ((start is None or end is None) and whole is None):
        return
    for row in table.rows[1:]:
        cells = {cell.column: cell for cell in row if cell.rowspan == 1 and cell.colspan == 1}
        columns = (start, end) if start is not None and end is not None else (whole,)
        if name not in cells or any(column not in cells for column in columns):
            continue
        dates = [
            claim
            for column in columns
            if column is not None
            for claim in claims_in(article, cells[column].prose)
            if claim.kind is Kind.DATE and claim.span.end <= cells[column].prose.end
        ]
        holder = _NAME.search(article.page.text(cells[name].prose))
        said = {word.lower() for cell in cells.values() for word in _WORD.findall(article.page.text(cell.prose))}
        ends = both_ends(dates) if len(dates) == len(columns) else None
        if holder is not None and ends is not None and said.isdisjoint(words()["shared"]):
            yield Term(holder[0], *ends)


@lru_cache(1 << 10)
def _either(head: str) -> list[str]:
    return _EITHER.split(head)


def _column(heads: Mapping[str, int], names: Set[str]) -> int | None:
    exact = next((column for head, column in heads.items() if head in names), None)
    either = (column for head, column in heads.items() if not names.isdisjoint(_either(head)))
    return exact if exact is not None else next(either, None)
