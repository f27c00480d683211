"""Bytes as they were before compression. What is packed is known by its first bytes, never by its name."""

from __future__ import annotations

import bz2
import zlib
from collections.abc import Callable, Iterator
from typing import Protocol

CHUNK = 1 << 16
_ENOUGH_TO_KNOW = 3


class Readable(Protocol):
    """As much of a binary stream as reading needs."""

    def read(self, size: int, /) -> bytes:
        """At most ``size`` bytes, none at the end."""
        ...


class PackedError(Exception):
    """Compressed data that is damaged or cut off; the message says where, in bytes of the compressed file."""


class _Gunzip:
    """zlib behind the interface of :class:`bz2.BZ2Decompressor`."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return self._inflate.eof

    @property
    def unused_data(self) -> bytes:
        return self._inflate.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        piece = self._inflate.decompress(self._inflate.unconsumed_tail + data, max_length)
        self.needs_input = not self._inflate.unconsumed_tail and len(piece) < max_length
        return piece


_PACKINGS: tuple[tuple[bytes, str, Callable[[], bz2.BZ2Decompressor | _Gunzip]], ...] = (
    (b"BZh", "bzip2", bz2.BZ2Decompressor),
    (b"\x1f\x8b", "gzip", _Gunzip),
)


def packing(head: bytes) -> str | None:
    """``bzip2``, ``gzip`` or None, by the first bytes of a file."""
    return next((name for magic, name, _ in _PACKINGS if head.startswith(magic)), None)


def unpacked(stream: Readable) -> Iterator[bytes]:
    """The content of a stream in pieces of at most 64 KiB, unpacked where it is bzip2 or gzip.

    Several compressed streams in a row are read as one, as Wikimedia packs its dumps; whatever else stands behind
    the first is left alone, as bunzip2 and gunzip do. Raises :class:`PackedError` after the last piece that could
    be read, and OSError where the stream itself cannot be read.
    """
    head = stream.read(CHUNK)
    if packing(head) is None:
        while head:
            yield head
            head = stream.read(CHUNK)
    else:
        yield from _inflated(head, stream)


def _inflated(data: bytes, stream: Readable) -> Iterator[bytes]:
    position = len(data)
    while (name := packing(data)) is not None:
        decoder = next(make for _, known, make in _PACKINGS if known == name)()
        while not decoder.eof:
            try:
                piece = decoder.decompress(data, CHUNK)
            except (OSError, zlib.error) as error:
                raise PackedError(f"the {name} data is damaged before byte {position:,}") from error
            if piece:
                yield piece
            data = b""
            if decoder.needs_input and not decoder.eof:
                data = stream.read(CHUNK)
                position += len(data)
                if not data:
                    raise PackedError(f"the {name} data is cut off: it ends at byte {position:,} inside a stream")
        data = decoder.unused_data
        if len(data) < _ENOUGH_TO_KNOW:
            more = stream.read(CHUNK)
            position += len(more)
            data += more
