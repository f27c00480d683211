"""The server: speaks the protocol over standard input and output, and checks a text once its writer pauses."""

from __future__ import annotations

import asyncio
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from checker import __version__
from checker.crash import crash
from checker.lsp.answers import FIX_ALL, actions, diagnostics, hover
from checker.lsp.documents import Document, document
from checker.usage import UsageError

PAUSE = 0.3
"""Seconds without a keystroke after which a text is checked."""


class Server(LanguageServer):
    """One editor's server. Texts are sent whole, so lines are counted in one place, ours."""

    def __init__(self) -> None:
        """Nothing is open yet."""
        super().__init__("factlint", __version__, types.TextDocumentSyncKind.Full)
        self.checked: dict[str, Document] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._one_at_a_time = asyncio.Lock()
        self._told = ""

    def soon(self, uri: str, pause: float) -> None:
        """Check a text after a pause, unless it changes again until then."""
        if before := self._waiting.pop(uri, None):
            before.cancel()
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._later(uri, pause))

    def forget(self, uri: str) -> None:
        """A text was closed: nothing is said of it any more."""
        if before := self._waiting.pop(uri, None):
            before.cancel()
        self.checked.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def now(self, uri: str) -> Document | None:
        """What is known of a text as it stands, which a request about it needs."""
        known = self.checked.get(uri)
        return known if known and known.version == self.workspace.get_text_document(uri).version else None

    async def _later(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        text = self.workspace.get_text_document(uri)
        path = to_fs_path(uri) or uri.rpartition("/")[2]
        async with self._one_at_a_time:
            try:
                made = await asyncio.to_thread(
                    document, uri, path, text.source, text.version, self.workspace.position_encoding
                )
            except UsageError as error:
                self._say(str(error))
                return
            except Exception as error:
                self._say(f"internal error, please report it: {crash(error)}")
                return
        if text.version != self.workspace.get_text_document(uri).version:
            return
        self._publish(uri, text.version, made)

    def _publish(self, uri: str, version: int | None, made: Document | None) -> None:
        self._told = ""
        self.checked.pop(uri, None)
        if made:
            self.checked[uri] = made
            for failure in made.failures:
                self._say(f"{failure.rule or 'reading'}: {failure.message}")
        found = diagnostics(made) if made else []
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def _say(self, message: str) -> None:
        """Tell the person what is wrong, once."""
        if message != self._told:
            self._told = message
            kind = types.MessageType.Error
            self.window_show_message(types.ShowMessageParams(kind, f"factlint: {message}"))


def server() -> Server:
    """The server with everything that it answers."""
    made = Server()

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(given: types.DidOpenTextDocumentParams) -> None:
        made.soon(given.text_document.uri, 0)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(given: types.DidChangeTextDocumentParams) -> None:
        made.soon(given.text_document.uri, PAUSE)

    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(given: types.DidSaveTextDocumentParams) -> None:
        made.soon(given.text_document.uri, 0)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(given: types.DidCloseTextDocumentParams) -> None:
        made.forget(given.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(given: types.HoverParams) -> types.Hover | None:
        known = made.now(given.text_document.uri)
        return hover(known, types.Range(given.position, given.position)) if known else None

    kinds: list[Any] = [types.CodeActionKind.QuickFix, FIX_ALL]

    @made.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=kinds))
    def acted(given: types.CodeActionParams) -> list[types.CodeAction]:
        known = made.now(given.text_document.uri)
        only = [getattr(kind, "value", kind) for kind in given.context.only or ()]
        return actions(known, given.range, only) if known else []

    return made
