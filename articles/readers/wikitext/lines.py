"""Lines, tags, entities and the other small markup: what each does to the prose."""

from __future__ import annotations

import html
import re

from articles.page import Form
from articles.readers.wikitext.markup import markup
from articles.readers.wikitext.nodes import Node
from articles.readers.wikitext.walk import Walk
from articles.regex import regex

_SCRIPT = regex(r"(?:\s|&nbsp;){0,4}([+−–-]?[0-9]{1,9}[+−–-]?|[+−–-])\s{0,4}</\s{0,4}su[pb]\s{0,4}>", re.IGNORECASE)
_ORDINAL = regex(r"\s{0,4}(?:''+)?(?:st|nd|rd|th|e|er|re|ème|a|o|ª|º)\b", re.IGNORECASE)
_HIDING = regex(r"display\s{0,4}:\s{0,4}none", re.IGNORECASE)
_RAISED = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_LOWERED = str.maketrans("0123456789+-−–", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋")
_NO_BREAK = "\u00a0"
_SAMPLE = regex(r"[^<]{0,400}+(?=</(?:code|kbd|samp)\s{0,4}>)", re.IGNORECASE)


def raised(digits: str) -> str:
    """Digits and signs as superscripts: ``-6`` is ``⁻⁶``."""
    return digits.translate(_RAISED)


def lowered(digits: str) -> str:
    """Digits and signs as subscripts."""
    return digits.translate(_LOWERED)


def line(walk: Walk, at: int, node: Node) -> int:
    """A line end, and what the marker of the next line begins."""
    writer, marker = walk.writer, node.name
    if not marker:
        if writer.listing or walk.blank(at):
            writer.close()
        else:
            writer.newline(node.start, node.end)
    elif marker[0] in "*#:;":
        writer.item()
    elif marker[0] == "=" or (marker[0] == "!" and not _parted(walk.tree.text, node.end)):
        writer.newline(node.start, node.end - len(marker))
        return node.end - len(marker)
    else:
        writer.close()
        if marker[0] in "|!":
            walk.hidden = "|"
    return node.end


def _parted(text: str, at: int) -> bool:
    """Whether the rest of a line is parted like a row of a table."""
    end = text.find("\n", at)
    rest = text[at : len(text) if end < 0 else end]
    return "|" in rest or "!!" in rest


def tag(walk: Walk, at: int, node: Node) -> int:
    """An HTML tag."""
    name, writer = node.name, walk.writer
    words = markup()
    if name in ("br", "/br"):
        writer.line_break(node.start, node.end)
    elif name in ("sup", "sub"):
        return _script(walk, node)
    elif name in words.struck or (name[0] != "/" and _HIDING.search(walk.tree.text, node.start, node.end)):
        if walk.tree.text[node.end - 2] != "/":
            walk.hidden, walk.nested = name, 1
    elif name in ("blockquote", "/blockquote"):
        _quotation(walk, name)
    elif name.lstrip("/") in words.blocks:
        writer.close()
        if name in ("li", "dd", "dt"):
            writer.item()
    elif name in ("q", "/q"):
        writer.put(node.start, node.end, '"')
    elif name in words.samples:
        return _sample(walk, node)
    return node.end


def _sample(walk: Walk, node: Node) -> int:
    """Code and the like: its figures are nobody's statements, so that a sample with one is not read."""
    sample = _SAMPLE.match(walk.tree.text, node.end)
    if sample is None or not _figures(sample[0]):
        return node.end
    walk.writer.gap(node.start, sample.end())
    return sample.end()


def _figures(text: str) -> bool:
    """Whether a text that is shown for its form says anything with a number in it, more than a sign or two."""
    return any(sign.isdecimal() for sign in text) and sum(sign.isalpha() for sign in text) > 1


def _script(walk: Walk, node: Node) -> int:
    """Superscripts and subscripts, which digits must not run into: ten to the sixth is not 106."""
    text, writer = walk.tree.text, walk.writer
    digits = _SCRIPT.match(text, node.end)
    if digits:
        shown = raised(digits[1]) if node.name == "sup" else lowered(digits[1])
        writer.put(node.start, digits.end(), shown)
        return digits.end()
    if node.name == "sup" and writer.last().isdecimal() and not _ORDINAL.match(text, node.end):
        writer.gap(node.start, node.end)
    return node.end


def _quotation(walk: Walk, name: str) -> None:
    writer = walk.writer
    if name[0] != "/" and walk.quoted is None:
        walk.quoted = writer.enter(Form.QUOTATION, writer.setting.place)
    elif name[0] == "/" and walk.quoted is not None:
        writer.leave(walk.quoted)
        walk.quoted = None


def entity(walk: Walk, at: int, node: Node) -> int:
    """A character reference; one that stands for nothing is text."""
    shown = html.unescape(node.name)
    writer = walk.writer
    if shown == node.name:
        writer.copy(node.start, node.end)
    elif shown == _NO_BREAK:
        writer.space(node.start, node.end, shown)
    else:
        writer.put(node.start, node.end, " ".join(shown.split("\n")))
    return node.end


def nothing(walk: Walk, at: int, node: Node) -> int:
    """Comments, references, quotes, switches and bare addresses leave nothing."""
    return node.end


def verbatim(walk: Walk, at: int, node: Node) -> int:
    """A tag whose inside is not wikitext: its text, a gap, or nothing."""
    words = markup()
    if node.name in words.shown and not _figures(walk.tree.text[node.body : node.tail]):
        walk.writer.copy(node.body, node.tail)
    elif node.name in words.shown or node.name in words.unknown:
        walk.writer.gap(node.start, node.end)
    elif node.name == "pre":
        walk.writer.close()
    return node.end
