"""The language server, asked over its own protocol as an editor asks it."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

ROOT = Path(__file__).parents[3]
COMMAND = [sys.executable, "-c", "import sys; from checker.cli import main; sys.exit(main(['lsp']))"]
EMOJI = "😀 שלום é "
PLAIN = f"= Town =\n\n{EMOJI}The mill was built from 1995 to 1991, and the wall fell on 31 June 1990.\n"
WIKI = f"{EMOJI}The embassy of Ruritania opened on Thursday, 27 June 2017.\n"
URI = "file:///nowhere/Town.txt"
CONFIG = ClientServerConfig(server_command=COMMAND, server_env={"PYTHONPATH": str(ROOT)})


@pytest_lsp.fixture(config=CONFIG)  # type: ignore[untyped-decorator]
async def client(lsp_client: LanguageClient) -> AsyncIterator[None]:
    await lsp_client.initialize_session(
        types.InitializeParams(capabilities=client_capabilities("visual-studio-code"), workspace_folders=[])
    )
    yield
    await lsp_client.shutdown_session()


async def opened(client: LanguageClient, text: str, uri: str = URI) -> list[types.Diagnostic]:
    item = types.TextDocumentItem(uri, "plaintext", 1, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return list(client.diagnostics[uri])


def cut(text: str, place: types.Range) -> str:
    """What an editor shows at a range, counted in UTF-16 units."""
    line = text.split("\n")[place.start.line].encode("utf-16-le")
    return line[place.start.character * 2 : place.end.character * 2].decode("utf-16-le")


def edited(text: str, edits: list[types.TextEdit]) -> str:
    lines = [line.encode("utf-16-le") for line in text.split("\n")]
    for edit in sorted(edits, key=lambda each: (each.range.start.line, each.range.start.character), reverse=True):
        start, end = edit.range.start, edit.range.end
        assert start.line == end.line
        line = lines[start.line]
        lines[start.line] = line[: start.character * 2] + edit.new_text.encode("utf-16-le") + line[end.character * 2 :]
    return "\n".join(line.decode("utf-16-le") for line in lines)


async def asked(client: LanguageClient, place: types.Range, uri: str = URI) -> list[types.CodeAction]:
    context = types.CodeActionContext([])
    given = types.CodeActionParams(types.TextDocumentIdentifier(uri), place, context)
    found = await client.text_document_code_action_async(given) or []
    return [action for action in found if isinstance(action, types.CodeAction)]


def changed(action: types.CodeAction) -> list[types.TextEdit]:
    assert action.edit
    assert action.edit.document_changes
    (change,) = (each for each in action.edit.document_changes if isinstance(each, types.TextDocumentEdit))
    return [edit for edit in change.edits if isinstance(edit, types.TextEdit)]


@pytest.mark.asyncio
async def test_findings_stand_where_the_editor_counts_them(client: LanguageClient) -> None:
    found = {found.code: found for found in await opened(client, PLAIN)}
    assert cut(PLAIN, found["date-impossible"].range) == "31 June 1990"
    assert found["date-impossible"].severity == types.DiagnosticSeverity.Error
    assert "1995" in cut(PLAIN, found["date-range-reversed"].range)


@pytest.mark.asyncio
async def test_the_other_statement_is_related(client: LanguageClient) -> None:
    text = "= Ada Berg =\n\nAda Berg was a painter 😀. She was born on 3 May 1950. She died on 4 June 1930.\n"
    related = [piece for one in await opened(client, text) for piece in one.related_information or []]
    assert related, "an editor sees one statement only"
    assert all(piece.location.uri == URI and cut(text, piece.location.range) in piece.message for piece in related)


@pytest.mark.asyncio
async def test_hovering_shows_the_arithmetic_and_the_manual(client: LanguageClient) -> None:
    (found,) = (one for one in await opened(client, PLAIN) if one.code == "date-impossible")
    given = types.HoverParams(types.TextDocumentIdentifier(URI), found.range.start)
    told = await client.text_document_hover_async(given)
    assert told
    assert isinstance(told.contents, types.MarkupContent)
    assert told.contents.kind == types.MarkupKind.PlainText, "article text must not become a link or a picture"
    assert all(words in told.contents.value for words in ("31 > 30", "Why: ", "Right all the same: ", "measured: "))
    nowhere = types.HoverParams(types.TextDocumentIdentifier(URI), types.Position(0, 0))
    assert await client.text_document_hover_async(nowhere) is None


@pytest.mark.asyncio
async def test_an_alternative_is_offered_as_an_edit_that_resolves_it(client: LanguageClient) -> None:
    (found,) = (one for one in await opened(client, PLAIN) if one.code == "date-impossible")
    first, *_, allow = await asked(client, found.range)
    mended = edited(PLAIN, changed(first))
    assert "30 June 1990" in mended
    assert allow.title.startswith("allow date-impossible")
    given = types.VersionedTextDocumentIdentifier(2, URI)
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(given, [types.TextDocumentContentChangeWholeDocument(mended)])
    )
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert "date-impossible" not in {one.code for one in client.diagnostics[URI]}


@pytest.mark.asyncio
async def test_allowing_asks_for_the_reason_and_holds_with_it(client: LanguageClient) -> None:
    uri = "file:///nowhere/Norby.wiki"
    (found,) = (one for one in await opened(client, WIKI, uri) if one.code == "weekday-wrong")
    allow = (await asked(client, found.range, uri))[-1]
    allowed = edited(WIKI, changed(allow))
    for version, text, codes in (
        (2, allowed, {"weekday-wrong", "allowance-unused"}),
        (3, allowed.replace(": -->", ": as printed -->").replace(":  -->", ": as printed -->"), set()),
    ):
        client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )
        await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        assert {one.code for one in client.diagnostics[uri]} == codes, text


@pytest.mark.asyncio
async def test_typing_is_waited_for(client: LanguageClient) -> None:
    await opened(client, PLAIN)
    before = client.log_messages
    for version in range(2, 12):
        client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, URI),
                [types.TextDocumentContentChangeWholeDocument(PLAIN + "More. " * version)],
            )
        )
        await asyncio.sleep(0.01)
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert client.log_messages == before
    assert client.diagnostics[URI]


@pytest.mark.asyncio
async def test_closing_takes_the_findings_away(client: LanguageClient) -> None:
    await opened(client, PLAIN)
    client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(URI)))
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert not client.diagnostics[URI]


@pytest.mark.asyncio
async def test_a_wrong_setting_is_told_and_the_server_lives(client: LanguageClient, tmp_path: Path) -> None:
    (tmp_path / "factlint.toml").write_text("slect = []\n")
    uri = (tmp_path / "Town.txt").as_uri()
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "plaintext", 1, PLAIN)))
    await client.wait_for_notification(types.WINDOW_SHOW_MESSAGE)
    assert "slect" in client.messages[-1].message
    (tmp_path / "factlint.toml").write_text('select = ["date-impossible"]\n')
    client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert [one.code for one in client.diagnostics[uri]] == ["date-impossible"]
