"""What a figure is of where no fixed wording says so: the noun counted and the noun or the verb that governs it.

``descriptions.py`` reads ways of saying that leave no doubt whose a figure is. Here a sentence is taken apart: the
clause of the figure, the noun that it counts, the word that governs it, who has it, and when. What narrows it ends
the reading.
"""

from __future__ import annotations

from rules.laws.figures.figure_clause import Around
from rules.laws.figures.property_words import told_as
from rules.laws.figures.topic import Topic
from rules.laws.figures.topic_counts import beginning, had, of_its_kind
from rules.laws.figures.topic_deeds import done_behind, done_to, known_verb
from rules.laws.figures.topic_nouns import governed, in_goods, measured, possessed, raised_to
from rules.laws.figures.topic_parts import parts_of


def topic(around: Around) -> Topic | None:
    """What a figure is of; None where no word says so or one narrows it."""
    parts = parts_of(around)
    if parts is None or (parts.low[parts.begin : parts.begin + 1] == ["of"] and "," in parts.low[parts.begin :]):
        return None  # "Of the passengers, 190,000 flew": some of them
    found = next((told for read in _READINGS if (told := read(parts)) is not None), None)
    if found is None:
        return None
    return found._replace(property=told_as().get(found.property, found.property), goods=parts.goods or found.goods)


_READINGS = (
    measured,
    in_goods,
    known_verb,
    possessed,
    raised_to,
    of_its_kind,
    governed,
    done_behind,
    had,
    done_to,
    beginning,
)
