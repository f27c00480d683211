"""Whether an article is about a person, by how its first sentences introduce the name."""

from __future__ import annotations

from articles.page import Page
from articles.regex import regex
from articles.words import WordList

OPENING = 400
"""How much of the first paragraph is looked at for what the subject is."""
BIRTH = 1500
"""How far into an article its person's birth is looked for."""
_LIFE = regex(
    r"\((?:[^()]{0,120}\b(?:born|b\.)|[^()]{0,160}\b[0-9]{3,4}(?: BC)?"
    r"(?:[^()]{0,6}\([^()]{0,40}\))?[ \xa0]?[–-][ \xa0]?"
    r"(?:[^()–-]{0,30}[ \xa0])?[0-9]{3,4}(?:[ \xa0](?:BC|BCE|AD|CE))?;?\))"
)
_BORN = regex(
    r"[.)\n] ?(?:(?:He|She|[A-Z][a-z]+) (?:was|had been) born|Born|(?:He|She|[A-Z][a-z]+) died)"
    r"(?: (?:[A-Z][\w'’.-]*|de|van|von)){0,4} (?:in|on|at|near|to)\b"
)
_WHO = regex(r"^[^.;:]{0,160}\b(?:who (?:was born|died)|, born) (?:in|on|at|near) ")
_NAME = (
    r"(?P<name>[A-Z][\w'’.-]*(?: (?:of |de |von |van |the |al-|da |di |du |bin |ibn )?[A-Z][\w'’.-]*){0,4})"
    r"(?: \([^()]{0,80}\))?"
)
_PERSONAL = regex(_NAME + r" (?:(?:was|is) an? |was born (?:in|on|at|near) )")
_INTRODUCED = regex(
    _NAME
    + r"(?:(?P<born>,? (?:who (?:was|had been) |was |had been )?born\b|[^.;:]{1,120}\b(?:he|she) (?:was|had been) "
    r"born\b)|(?:,| was| is) an? (?:[a-z]+-)?(?P<what>[\w’'-]+(?: [\w’'-]+){0,4}?)(?= (?:and|in|of|from|at|who|whose|"
    r"with|during|on|for|by)\b|[.,;(]|$))"
)
"""A name, and either a birth or what somebody is: "Ada Berg, a Danish botanist, died", "who was born in"."""
_PRONOUN = regex(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|him|himself|herself)\b")
_VERB = regex(r" (?:is|was|are|were) (?:an?|the|one|named)\b")
"""Behind it a bracket is that of somebody else: "The Roe number is named after Ann Roe (1840–1905)"."""
_CALLINGS = WordList(__file__, "callings")
_DOERS = (
    "ologist",
    "grapher",
    "maker",
    "smith",
    "master",
    "ician",
    "wright",
    "keeper",
    "writer",
    "monger",
    "iatrist",
    "owner",
    "woman",
)


def is_person(page: Page, title: str) -> bool:
    """Whether the first sentence gives dates of birth or death behind a name, and tells of a he or a she.

    Or says what somebody is or was, and one of the next ones that he, she or they by name "was born". ``title`` is
    without its aside.
    """
    lead = page.text(page.lead[0].span)[:OPENING] if page.lead else ""
    life = _LIFE.search(lead)
    known = (
        (life and not _VERB.search(lead, 0, life.start()))
        or (
            (opening := _PERSONAL.match(lead))
            and ("born" in opening[0] or _WHO.search(lead) or _BORN.search(page.prose.text, 0, BIRTH))
        )
        or is_introduced(page, title)
    )
    told = _PRONOUN.search(page.prose.text) or (is_introduced(page, title) and (life or _WHO.search(lead)))
    return bool(known) and bool(told)


def is_introduced(page: Page, title: str) -> bool:
    """Whether the text opens with the title's name of two words, and with a birth or a calling behind it."""
    lead = page.text(page.lead[0].span)[:OPENING] if page.lead else ""
    found = _INTRODUCED.match(lead)
    names = title.split(",")[0].split(" ")
    if found is None or len(names) < 2 or not set(names[-1:]) <= set(found["name"].split(" ")):
        return False
    calling = (found["what"] or "").rpartition(" ")[2]
    if calling.endswith("ist") and not calling.endswith("list"):
        return True
    return found["born"] is not None or calling in _CALLINGS or (calling not in _DOERS and calling.endswith(_DOERS))
