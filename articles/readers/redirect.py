"""Tells a redirect from an article."""

from __future__ import annotations

from articles.regex import regex

_REDIRECT = regex(r"[\ufeff\s]{0,100}#[^\W\d_]{1,40}[ \t]{0,10}:?[ \t]{0,10}\[\[[^\[\]\n]{1,512}\]\]")
"""Every wiki may write the word in its own language (#REDIRECT, #WEITERLEITUNG, #перенаправление), always so:
the first thing in the text, and a link behind it. No article starts with a numbered list item of that form."""


def is_redirect(text: str) -> bool:
    """Whether a wikitext sends its reader to another page and says nothing itself."""
    return _REDIRECT.match(text) is not None
