"""One pass over a text: brackets, tags, comments and line starts become nodes.

Tokens are found by one regular expression. Brackets are paired as MediaWiki's preprocessor pairs
them, on an explicit stack: a run of closing brackets closes the innermost open run if that is of
its own kind, three braces before two; what is never closed is text, and what stands in it is read all the
same. Extension tags hide what is in them up to the first closing tag. Every step is linear in the text.
"""

from __future__ import annotations

import re
from functools import cache

from articles.readers.wikitext.markup import Markup, markup
from articles.readers.wikitext.nodes import Kind, Node, Region, Tree
from articles.readers.wikitext.structure import pair_lines
from articles.regex import regex

_LINE = r"(?::*+[ \t]*+\{\|(?!\})|[ \t]*+(?:\|(?:[-+]|\}(?!\}))?|!)|[*#:;]++|=++|-{4,}+|[ \t](?=[^\s]))?"
_LABEL = r"[^\[\]{}<>\n|&'!:_]"
_SIMPLE_LINK = rf"(?:(?!\s++[|\]]){_LABEL}++(?:\|{_LABEL}*+)?\]\](?!\]))"
"""The rest of a link, most of which have nothing in them that could be markup or a namespace."""
_CITING = r"[^<>{}\[\]]*+"
_SIMPLE_REFERENCE = rf"ref(?:\s{_CITING})?(?<!/)>{_CITING}(?:\{{\{{{_CITING}\}}\}}{_CITING})?</ref>"
"""A reference with no more than one plain template in it, as most are."""
_TOKEN = regex(
    rf"\n{_LINE}|\{{\{{+|\}}\}}+|\[\[(?:{_SIMPLE_LINK}|\[*+)|\]\]+|''++|\|\||!!"
    rf"|<(?:{_SIMPLE_REFERENCE}|!--|/?[a-zA-Z][a-zA-Z0-9]*)"
    r"|&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[a-zA-Z]{2,10}[0-9]{0,2});"
    r"|\[(?:(?i:https?|ftps?|ircs?|gopher|telnet|nntp|svn|git|mms|ssh|sftp|worldwind):)?//[^\s\[\]<>\"{}|]++"
    r"|\[(?i:mailto|news|tel|urn|geo|magnet|bitcoin|sips?|sms|xmpp):[^\s\[\]<>\"{}|]++"
    r"|https?://[^\s\[\]<>\"{}|']*+|ftp://[^\s\[\]<>\"{}|']*+"
    r"|\]|\}-|-\{(?!\{)|__[A-Z]{3,40}__"
)
_CITED = regex(r"\{\{+|\}\}+|\[\[+|\]\]+|<(?:!--|/?[a-zA-Z][a-zA-Z0-9]*)")
"""What matters within a reference: nothing of it is prose, but its templates are templates."""
_MARKER = regex(_LINE)
_TAG_END = regex(r"[^<>]*+>")
_NAME = regex(r"\s*+[^\[\]{}<>\n|\s][^\[\]{}<>\n|]*+")
_IMPOSSIBLE = regex(r"[\[\]{}<>\n]")
_MOST_IN_NAME = 20
"""How many nodes a name can have in it. Without a bound, thousands of nested brackets would be read over and over."""
_OPEN = {"}}": "{", "]]": "["}


def scan(text: str) -> Tree:
    """The tree of a text. Takes any text and time linear in its length."""
    scanner = _Scanner(text)
    scanner.run(scanner.line(0, _MARKER.match(text)), len(text), _TOKEN)
    pair_lines(scanner.tree)
    return scanner.tree


LINE, TEXT, LINK, TEMPLATE, REFERENCE = Kind.LINE, Kind.TEXT, Kind.LINK, Kind.TEMPLATE, Kind.REFERENCE
_Run = tuple[str, int, int, int]
"""A run of opening brackets that waits to be closed: its bracket, where it starts, how many brackets are left of it,
and the index kept for the innermost node that it can still open."""


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.nodes: list[Node] = []
        self.tree = Tree(text, self.nodes, set())
        self.markup: Markup = markup()
        self.stack: list[_Run] = []
        self.missing: set[str] = set()

    def run(self, start: int, end: int, pattern: re.Pattern[str]) -> None:
        """Scan from ``start`` to ``end``. An extension tag jumps ahead, and the search is started anew there."""
        outer = self.stack, self.missing
        self.stack, self.missing = [], set()
        position: int | None = start
        while position is not None:
            position = self._run(position, end, pattern)
        self.stack, self.missing = outer

    def _run(self, start: int, end: int, pattern: re.Pattern[str]) -> int | None:
        nodes, stack = self.nodes, self.stack
        for match in pattern.finditer(self.text, start, end):
            token = match[0]
            at, last = match.span()
            first = token[0]
            if first == "\n":
                name = token[1:].strip() or token[1:2] if last > at + 1 else ""
                nodes.append(Node(LINE, at, last, last, last, len(nodes) + 1, name))
            elif first == "[" and token[-1] == "]":
                nodes.append(Node(LINK, at, at + 2, last - 2, last, len(nodes) + 1, ""))
            elif token == "[[" or token == "{{":
                stack.append((first, at, 2, len(nodes)))
                nodes.append(Node(TEXT, at, last, at, at, len(nodes) + 1, ""))
            elif first == "]" or first == "}":
                self.close(token, at, last)
            elif first == "<":
                jump = self.tag(at, token, end)
                if jump is not None:
                    return jump
            elif first == "{" or token.startswith("[["):
                self.open(first, at, last - at)
            else:
                nodes.append(Node(_LEAVES[first], at, last, last, last, len(nodes) + 1, token))
        return None

    def line(self, at: int, marker: re.Match[str] | None) -> int:
        """A line that begins without a line end: the first one, or one behind a comment. Returns where its text is."""
        end = marker.end() if marker else at
        name = self.text[at:end].strip()
        self.nodes.append(Node(Kind.LINE, at, end, end, end, len(self.nodes) + 1, name))
        return end

    def open(self, bracket: str, at: int, count: int) -> None:
        """Keep a slot for each node that a run of opening brackets can come to open, the outermost first."""
        nodes = self.nodes
        for _ in range(count // 2):
            nodes.append(Node(Kind.TEXT, at, at, at, at, len(nodes) + 1, ""))
        self.stack.append((bracket, at, count, len(nodes) - 1))

    def close(self, token: str, at: int, last: int) -> None:
        """Close what a run of closing brackets closes; what is left over is text."""
        nodes, stack, count = self.nodes, self.stack, len(token)
        opening = _OPEN.get(token[:2], "")
        if not stack or stack[-1][0] != opening:
            self._lone(token, at)
            return
        while count >= 2 and stack and stack[-1][0] == opening:
            _, start, width, slot = stack.pop()
            used = 3 if opening == "{" and width >= 3 and count >= 3 else 2
            node = nodes[slot]
            node.kind = LINK if opening == "[" else Kind.ARGUMENT if used == 3 else TEMPLATE
            node.start = start + width - used
            node.body = start + width
            node.tail = at
            if opening == "[" and count == 3 and self._label_open(node.body, at):
                node.tail += 1
                count -= 1
            at = node.end = node.tail + used
            node.after = len(nodes)
            if used == 2 and not self._named(node, slot):
                node.kind, node.after = Kind.TEXT, slot + 1
            count -= used
            if width - used >= 2:
                stack.append((opening, start, width - used, slot - 1))
        if opening == "[" and count:
            self._lone("]", at)

    def _named(self, node: Node, slot: int) -> bool:
        """Whether a template or a link has a name that a page can have; without one its brackets are text."""
        text, nodes, tail = self.text, self.nodes, node.tail
        plain = _NAME.match(text, node.body)
        if plain and (plain.end() == tail or text[plain.end()] == "|"):
            return True
        first = nodes[slot + 1].start if slot + 1 < len(nodes) else tail
        bar = text.find("|", node.body, min(first, tail))
        if bar >= 0 or first >= tail:
            name = text[node.body : bar if bar >= 0 else tail].strip()
        elif node.kind is Kind.TEMPLATE and text.find(":", node.body, first) >= 0:
            return True
        else:
            found = self._broken_name(node, slot)
            if found is None:
                return True
            name = found
        illegal = _IMPOSSIBLE.search(name)
        return name != "" and (illegal is None or (node.kind is Kind.TEMPLATE and ":" in name[: illegal.start()]))

    def _broken_name(self, node: Node, slot: int) -> str | None:
        """A name with comments and the like in it; None if a template makes it. Bounded, as any name is."""
        nodes = self.nodes
        last = min(len(nodes), slot + 1 + _MOST_IN_NAME)
        end = nodes[last].start if last < len(nodes) else node.tail
        pieces = self.tree.pieces(Region(node.body, end, slot + 1, last), 1)
        if len(pieces) == 1 and last < len(nodes):
            return ""
        if any(child.kind <= Kind.ARGUMENT for _, child in self.tree.children(pieces[0])):
            return None
        return self.tree.bare(pieces[0])

    def _lone(self, token: str, at: int) -> None:
        """Closing brackets with nothing to close: the end of a table or of an external link, or just text."""
        nodes = self.nodes
        last = nodes[-1]
        if token[0] == "]" or token == "}-":
            name = token[: 2 if token == "}-" else 1]
            end = at + len(name)
            nodes.append(Node(Kind.BRACKET, at, end, end, end, len(nodes) + 1, name))
        elif last.kind is Kind.LINE and last.end == at and last.name.endswith("|"):
            last.name += "}"
            last.body = last.tail = last.end = at + 1

    def _label_open(self, start: int, end: int) -> bool:
        """Whether an external link is open before ``]]]``, whose first bracket then closes it."""
        opening = self.text.rfind("[", start, end)
        return opening > start and self.text[opening - 1] != "[" and "]" not in self.text[opening:end]

    def tag(self, at: int, token: str, end: int) -> int | None:
        """Read what begins with an angle bracket; where the scan goes on if it must jump."""
        if token == "<!--":
            return self._comment(at, end)
        if token[-1] == ">":
            self._reference(at, token)
            return None
        name = token[1:].lower()
        if name in self.markup.extensions:
            return self._extension(at, at + len(token), name, end)
        if name.lstrip("/") in self.markup.tags:
            close = _TAG_END.match(self.text, at + len(token), end)
            if close:
                last = close.end()
                self.nodes.append(Node(Kind.TAG, at, last, last, last, len(self.nodes) + 1, name))
        return None

    def _comment(self, at: int, end: int) -> int:
        """A comment, which runs to the end of the text if it is never closed. A line may begin behind it."""
        nodes, text = self.nodes, self.text
        close = text.find("-->", at + 4, end)
        tail, last = (end, end) if close < 0 else (close, close + 3)
        begins = self._begins_line(at)
        nodes.append(Node(Kind.COMMENT, at, at + 4, tail, last, len(nodes) + 1, "line" if begins else ""))
        if begins:
            marker = _MARKER.match(text, last, end)
            if marker and marker[0].strip():
                self.line(last, marker)
                return marker.end()
        return last

    def _begins_line(self, at: int) -> bool:
        """Whether nothing but white space and comments stands before a place on its line."""
        if not self.nodes:
            return False
        before = self.nodes[-1]
        fresh = before.name == ("" if before.kind is Kind.LINE else "line" if before.kind is Kind.COMMENT else None)
        return fresh and not self.text[before.end : at].strip()

    def _extension(self, at: int, named: int, name: str, end: int) -> int | None:
        """An extension tag and what it hides; one that is never closed is text."""
        text, nodes = self.text, self.nodes
        if name in self.missing or "" in self.missing or not (text[named : named + 1] in "/>" or text[named].isspace()):
            self.tree.unclosed.add(name)
            return None
        close = text.find(">", named, end)
        if close < 0:
            self.missing.add("")
            self.tree.unclosed.add(name)
            return None
        body = tail = last = close + 1
        if text[close - 1] != "/":
            ending = _closing(name).search(text, body, end)
            if not ending:
                self.missing.add(name)
                self.tree.unclosed.add(name)
                return None
            tail, last = ending.span()
        node = Node(self.markup.extensions[name], at, body, tail, last, 0, name)
        nodes.append(node)
        if tail > body:
            if node.kind is Kind.REFERENCE:
                self.run(body, tail, _CITED)
            elif node.kind is Kind.EXTENSION:
                self.run(self.line(body, _MARKER.match(text, body, tail)), tail, _TOKEN)
        node.after = len(nodes)
        return last

    def _reference(self, at: int, token: str) -> None:
        """A whole reference that the scan has found, and the template in it if it has one."""
        nodes, last = self.nodes, at + len(token)
        nodes.append(Node(REFERENCE, at, at + token.index(">") + 1, last - len("</ref>"), last, len(nodes) + 1, "ref"))
        start = token.find("{{")
        if start >= 0:
            start, stop = at + start, at + token.rindex("}}")
            nodes[-1].after += 1
            nodes.append(Node(TEMPLATE, start, start + 2, stop, stop + 2, len(nodes) + 1, ""))
            if not self._named(nodes[-1], len(nodes) - 1):
                nodes[-1].kind = Kind.TEXT


@cache
def _closing(name: str) -> re.Pattern[str]:
    letters = "".join(f"[{letter}{letter.upper()}]" for letter in name)
    return re.compile(rf"</{letters}\s*+>")


_LEAVES = {
    "'": Kind.QUOTES,
    "&": Kind.ENTITY,
    "|": Kind.BARS,
    "!": Kind.BARS,
    "[": Kind.EXTERNAL,
    "-": Kind.VARIANT,
    "_": Kind.SWITCH,
    "h": Kind.URL,
    "f": Kind.URL,
}
