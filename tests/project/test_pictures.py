"""The pictures of the README are there, and small enough for everybody who clones the repository."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
MOST = 600_000


def test_every_picture_is_shown_and_all_together_are_small() -> None:
    kept = set((ROOT / ".pictures").iterdir())
    shown = {ROOT / name for name in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (ROOT / "README.md").read_text("utf-8"))}
    assert kept == shown
    assert sum(picture.stat().st_size for picture in kept) < MOST
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in kept)
