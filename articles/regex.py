"""Regular expressions that are compiled when something is first asked of them.

A run meets a part of them only, and to compile one takes longer than to load the module that it stands in.
"""

from __future__ import annotations

import re
from typing import Any, cast


class Regex:
    """Stands for a compiled expression. Whatever is asked of it is kept, so that it is found here the next time."""

    def __init__(self, pattern: str, flags: int) -> None:
        """Keep what is to be compiled."""
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """What the compiled expression has of this name."""
        found = getattr(re.compile(self.pattern, self._flags), name)
        self.__dict__[name] = found
        return found


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression to be compiled at its first use: for constants of a module."""
    return cast("re.Pattern[str]", Regex(pattern, flags))
