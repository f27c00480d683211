"""An age is told that does not follow from the date of birth.

Why: the age at a death or an exploit is quoted on its own, and a wrong one shows that one of the dates is wrong too.

Right all the same: ages were counted otherwise (from one at birth, or "in his 80th year"), or the sentence is about
somebody else than the person of the article. Only sentences about that person with one date in them are looked at, and
where a date is known to the year only, a year more or less is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from articles.article import Article
from articles.claims.calendar import Date, Precision
from articles.claims.claim import Duration, Number, Ordinal
from articles.claims.written import Hedge
from rules.finding import Confidence, Severity
from rules.laws.edits import write, write_year
from rules.laws.elapsed import year_of
from rules.laws.explained import another_date
from rules.laws.times.ages_told import plain_ages
from rules.laws.times.lives import AgeTold, ages, completed_years
from rules.rule import Change, Example, Mark, Outcome, Rule, Verdict, wikitext

OLDEST = 122
"""Above this a number is no age (the longest life on record, Jeanne Calment's)."""


def check(article: Article) -> Iterator[Verdict | Outcome]:
    """Work out the age of the article's person at the date beside every age."""
    seen: set[int] = set()
    for told in (*ages(article), *plain_ages(article)):
        if told.age.span.start not in seen:
            seen.add(told.age.span.start)
            yield from _judge(article, told)


def _judge(article: Article, told: AgeTold) -> Iterator[Verdict | Outcome]:
    birth, age, date = told
    value, born = age.value, birth.value
    if (
        not isinstance(value, Number | Duration | Ordinal)
        or not isinstance(born, Date)
        or not isinstance(date.value, Date)
    ):
        return
    if value.amount.hedge is not Hedge.NONE or value.amount.value > OLDEST or getattr(value, "unit", "year") != "year":
        return
    low, high = completed_years(born, date.value)
    if low is None or high is None or high < 0:
        return
    said = int(value.amount.value) - isinstance(value, Ordinal)
    slack = 0 if born.precision is date.value.precision is Precision.DAY else 1
    if low - slack <= said <= high + slack:
        yield Outcome.CONSISTENT if low <= said <= high else Outcome.BY_ROUNDING
        return
    if another_date(article, birth.span, lambda other: _fits(other, date.value, said)):
        yield Outcome.INCOMPARABLE
        return
    birthday, when = (" ".join(article.page.text(span).split()) for span in (birth.span, date.span))
    real = str(high) if low == high else f"{low} or {high}"
    denied = f"in the {article.page.text(age.span)} year" if isinstance(value, Ordinal) else f"{said}"
    yield Verdict(
        f"born {birthday}, {real} years old on {when}, not {denied}",
        (
            Mark(age.span, f"not {real}"),
            Mark(date.span, f"at this date {real} years old"),
            Mark(birth.span, "born"),
        ),
        calculation=f"{when} - {birthday} = {real} years, not {denied}",
        changes=_changes(article, told, said, high),
        severity=Severity.WARNING if min(abs(said - low), abs(said - high)) == 1 else None,
    )


def _fits(born: Date, date: object, said: int) -> bool:
    """Whether somebody born then is of an age at a date."""
    low, high = completed_years(born, date) if isinstance(date, Date) else (None, None)
    return low is not None and high is not None and low <= said <= high


def _changes(article: Article, told: AgeTold, said: int, real: int) -> tuple[Change, ...]:
    """The age that the dates make, or either year moved so that they make the age."""
    birth, age, date = told
    born, when = (year_of(each.value) if isinstance(each.value, Date) else None for each in (birth, date))
    return (
        *write(article, age.span, None if isinstance(age.value, Date) else age.value, Decimal(real)),
        *(write_year(article, birth.span, born, born + real - said) if born else ()),
        *(write_year(article, date.span, when, when + said - real) if when else ()),
    )


RULE = Rule(
    check,
    Severity.ERROR,
    Confidence.MEDIUM,
    bad=(
        Example(
            "= Ada Berg =\n\nAda Berg (⟦3:1 May 1961⟧ – ⟦2:3 July 1990⟧) was a diver.\n\n== Death ==\n\nBerg "
            "fell ill at Norby and died. She was ⟦1:thirty-four⟧."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (born ⟦3:20 May 1932⟧) sang. Berg learned it from her mother. She made a "
            "record in ⟦2:July 1949⟧, when she was only ⟦1:thirteen⟧, and sang until the 1960s."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (born ⟦3:11 July 1921⟧) was a pilot.\n\n- ⟦2:1940⟧: first flight, at ⟦1:24⟧\n"
            "- 1950: last flight"
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (born in the ⟦3:spring of 1921⟧) was a pilot. She was already ⟦1:55⟧ when she "
            "left Norby in ⟦2:1962⟧."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (⟦3:5 May 1820⟧ – ⟦2:9 November 1893⟧) was a poet.\n\n== Life ==\n\nShe was "
            "the daughter of a smith. Berg spent her last years at Norby, where she died at ⟦1:61⟧."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (⟦3:5 May 1820⟧ – ⟦2:9 November 1893⟧) was a poet.\n\n== Life ==\n\nShe kept "
            "her ⟦1:95th birthday⟧ a few weeks before she died."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (born ⟦3:11 July 1890⟧) was a pilot. She had her licence in ⟦2:1911⟧, a girl of "
            "⟦1:seventeen⟧, and flew."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (⟦3:5 May 1820⟧ – ⟦2:9 November 1893⟧) was a poet. She died in her ⟦1:sixtieth⟧ "
            "year at Norby."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (⟦3:14 March 1871⟧ – ⟦2:2 November 1938⟧) was a painter.\n\nLead forced her to "
            "stop in 1934; she died at Norby at the age of ⟦1:71⟧."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg was a pianist. Born in ⟦3:1866⟧, she first played in ⟦2:1874⟧ as an "
            "⟦1:eleven-year-old⟧."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (born ⟦3:1811⟧) climbed the Norby Horn in ⟦2:1840⟧; she was then "
            "⟦1:36 years old⟧."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (⟦3:3 May 1850⟧ – ⟦2:2 June 1920⟧) was a poet.\n\nBerg caught a chill on the way "
            "and died at Norby at the age of ⟦1:77⟧."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (born ⟦3:3 May 1850⟧) was a poet. She was ⟦1:twenty-nine⟧ when, in the "
            "⟦2:autumn of 1871⟧, the academy called her."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (born ⟦3:3 May 1850⟧) was a poet. At the age of ⟦1:25⟧, she moved to "
            "Norby in ⟦2:1871⟧."
        ),
        Example("= Ada Berg =\n\nAda Berg was a poet. Born in ⟦3:1850⟧, she died in ⟦2:1920⟧, aged ⟦1:77⟧."),
        Example(
            "= Ada Berg =\n\nAda Berg (born ⟦3:3 May 1850⟧) was a poet. Her first poem was printed in "
            "⟦2:1871⟧, when she was ⟦1:25⟧."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (⟦3:3 May 1850⟧ – ⟦2:2 June 1920⟧) was a poet. She died in Norby at "
            "the age of ⟦1:77⟧."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (born ⟦3:3 May 1850⟧) was a poet.\n\n== Life ==\n\n"
            "She died on ⟦2:2 June 1920⟧, aged ⟦1:77⟧, in Norby."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (⟦3:3 May 1850⟧ – ⟦2:2 June 1920⟧) was a poet.\n\n== Life ==\n\n"
            "Berg died aged ⟦1:77⟧ in her house."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (⟦3:3 May 1850⟧ – 2 June 1920) was a poet.\n\n== Life ==\n\n"
            "In ⟦2:1871⟧, at the age of ⟦1:25⟧, she left Norby."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (⟦3:3 May 1850⟧ – ⟦2:2 June 1920⟧) was a poet.\n\n== Life ==\n\n"
            "She lived in Norby. She died of a fever at the age of ⟦1:77⟧ and left her books to the town."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (born ⟦3:3 May 1850⟧) was a poet.\n\n== Life ==\n\n"
            "When she moved to Norby in ⟦2:May 1870⟧, she was ⟦1:29 years old⟧ and had one printed poem."
        ),
        wikitext(
            "{{Infobox person\n| name = Ada Berg\n| birth_date = ⟦3:3 May 1850⟧\n"
            "| death_date = ⟦2:2 June 1920⟧ (aged ⟦1:77⟧)\n}}\n'''Ada Berg''' was a poet.",
            title="Ada Berg",
        ),
    ),
    good=(
        Example("= Ada Berg =\n\nAda Berg (born 11 July 1901) was a jockey. In 1931 she won on a horse aged nine."),
        Example(
            "= Ada Berg =\n\nAda Berg (born 20 May 1932) is a singer. Berg played with her mother, who died. She was "
            "only thirteen in 1909."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (born 11 July 1921) was a pilot. At 24 she had joined a firm, and in 1950 she "
            "saw Peru. Her mother died at 61 in 1940. In 1951 she finished her race at 30 knots."
        ),
        Example("= Ada Berg =\n\nAda Berg (born 1924) is a skier. She was third in the race of 1953."),
        Example(
            "= Ada Berg =\n\nAda Berg (born 1880) is a skier. The nineteen-year-old Olsen beat Berg in 1906. Her "
            "mother kept house; she died at the age of 71 in 1905."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg was a singer, born in 1841 by the parish book and in 1844 by her own account.\n\n"
            "== Life ==\n\nShe died in Norby on 30 November 1913, aged 69 as her gravestone has it."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (born 3 May 1901) is a poet. At the age of 80 she gave her "
            "books, printed from 1952 on, to the town."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (born 3 May 1901) is a poet. At the age of 15 she went to "
            "sea, and in 1920 she saw Chile."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (3 May 1850 – 2 June 1920) was a poet. She died in Norby at the age "
            "of 70. She had 25 pupils in 1871. Her first poem was printed in 1871, when she was 20 or 21. "
            "Her husband died at the age of 50."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (born 3 May 1850) was a poet.\n\n== Life ==\n\n"
            "She died on 2 June 1920, aged 70, in Norby. In 1871, at the age of 20, she had left it. "
            "Her brother died in 1900, aged 31."
        ),
        Example(
            "= Ada Berg =\n\nAda Berg (3 May 1850 – 2 June 1920) was a poet.\n\n== Life ==\n\nHer brother Karl died "
            "aged 31. Berg died at the age of 70."
        ),
        Example("= Ada Berg =\n\nAda Berg (born c. 1850) was a poet.\n\n== Life ==\n\nShe died in 1920, aged 77."),
    ),
    properties=frozenset({"born"}),
)
