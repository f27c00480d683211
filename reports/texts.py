"""Article texts that wait on disk until a report shows them, so that memory does not grow with a dump."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tempfile import SpooledTemporaryFile

IN_MEMORY = 4_000_000
"""So many bytes are kept in memory before a temporary file is made."""

Key = tuple[str, str]
"""An article's path and title."""


class Texts:
    """Texts by article. What was put first under a key stays."""

    def __init__(self) -> None:
        """Nothing yet; the file is made with the first text."""
        self._file: SpooledTemporaryFile[bytes] | None = None
        self._places: dict[Key, tuple[int, int]] = {}
        self._end = 0

    def put(self, key: Key, text: str) -> None:
        """Keep a text."""
        if key in self._places:
            return
        if self._file is None:
            from tempfile import SpooledTemporaryFile

            self._file = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 lives as long as the report does
        data = text.encode("utf-8", "surrogatepass")
        self._file.seek(self._end)
        self._file.write(data)
        self._places[key] = (self._end, len(data))
        self._end += len(data)

    def get(self, key: Key) -> str | None:
        """The text of an article, None where none was kept."""
        place = self._places.get(key)
        if place is None or self._file is None:
            return None
        self._file.seek(place[0])
        return self._file.read(place[1]).decode("utf-8", "surrogatepass")

    def size(self, key: Key) -> int:
        """How many bytes a text has, 0 where none was kept."""
        return self._places.get(key, (0, 0))[1]
