"""Unpacking: what is compressed is read as it was before, and damage is told with its place."""

from __future__ import annotations

import bz2
import gzip
import io
import random
from collections.abc import Callable

import pytest

from articles.readers.packed import CHUNK, PackedError, packing, unpacked

PACK: dict[str, Callable[[bytes], bytes]] = {"bzip2": bz2.compress, "gzip": gzip.compress}
NOISE = random.Random(1).randbytes(300_000)
CONTENT = b"Freedonia\n" * 50_000 + NOISE


def read_all(packed: bytes) -> bytes:
    return b"".join(unpacked(io.BytesIO(packed)))


def read_until_failure(packed: bytes) -> tuple[bytes, str]:
    content = bytearray()
    try:
        for piece in unpacked(io.BytesIO(packed)):
            content += piece
    except PackedError as error:
        return bytes(content), str(error)
    pytest.fail("the damage was not noticed")


@pytest.mark.parametrize("content", [b"", b"B", b"BZ", b"\x1f", CONTENT])
def test_what_is_not_packed_passes_as_it_is(content: bytes) -> None:
    assert read_all(content) == content


@pytest.mark.parametrize("name", PACK)
@pytest.mark.parametrize("content", [b"", b"x", CONTENT, b"\0" * 3_000_000])
def test_one_stream_and_many_are_read_to_the_end(name: str, content: bytes) -> None:
    assert packing(PACK[name](content)) == name
    assert read_all(PACK[name](content)) == content
    assert read_all(PACK[name](content) + PACK[name](b"") + PACK[name](b"and more")) == content + b"and more"


@pytest.mark.parametrize("name", PACK)
@pytest.mark.parametrize("behind", [b"\0" * 512, b"B", b"garbage" * 20_000])
def test_what_stands_behind_the_last_stream_is_left_alone(name: str, behind: bytes) -> None:
    assert read_all(PACK[name](CONTENT) + behind) == CONTENT


@pytest.mark.parametrize("name", PACK)
def test_no_piece_is_larger_than_a_chunk_however_well_it_was_packed(name: str) -> None:
    assert max(len(piece) for piece in unpacked(io.BytesIO(PACK[name](b"\0" * 5_000_000)))) <= CHUNK


@pytest.mark.parametrize("name", PACK)
@pytest.mark.parametrize("kept", [0.1, 0.5, 0.999])
def test_a_cut_off_stream_gives_what_was_there_and_says_where_it_ends(name: str, kept: float) -> None:
    packed = PACK[name](CONTENT[:1000]) + PACK[name](NOISE)
    cut = packed[: int(len(packed) * kept)]
    content, message = read_until_failure(cut)
    assert (CONTENT[:1000] + NOISE).startswith(content)
    assert content.startswith(CONTENT[:1000])
    assert f"ends at byte {len(cut):,}" in message


@pytest.mark.parametrize("name", PACK)
def test_a_damaged_stream_is_told_from_a_cut_off_one(name: str) -> None:
    packed = bytearray(PACK[name](NOISE))
    packed[len(packed) // 2 :] = b"\xff" * (len(packed) - len(packed) // 2)
    _, message = read_until_failure(bytes(packed))
    assert f"the {name} data is damaged before byte" in message
