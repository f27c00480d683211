"""Whether the four packages that were imported are factlint's own: their names are generic."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from checker.usage import UsageError

PACKAGES = ("articles", "rules", "reports", "checker")


def assert_own() -> None:
    """Raise :class:`UsageError` where another distribution's package answers to one of our names."""
    home = Path(__file__).resolve().parent.parent
    for name in PACKAGES:
        found = _folder(name)
        if found != home / name:
            raise UsageError(
                f"the Python package '{name}' is not factlint's own: it comes from {found or 'an unknown place'}. "
                "Install factlint in an environment of its own (pipx, uv tool, pre-commit)"
            )


def _folder(name: str) -> Path | None:
    try:
        file = import_module(name).__file__
    except ImportError:
        return None
    return Path(file).resolve().parent if file else None
