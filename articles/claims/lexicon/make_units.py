"""Makes ``en/pint_units.toml`` from pint's registry: ``python make_units.py``.

The names of units that pint knows, spelt out and with their plurals, so that a unit is read even where nobody thought
of it. Symbols, and spellings that pint does not hold ("metres", "sq mi"), are in ``en/units.toml``, written by hand;
what stands there goes before what stands here.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

_WORDS = re.compile(r"[a-z]{2,}(?:_[a-z]{2,}){0,2}")
_FOLDER = Path(__file__).with_name("en")
_CONSTANT = re.compile(
    r"constant|atomic_unit|conventional|planck|electron_|proton|neutron|neumann|number|density|magneton|quantum"
    r"|impedance|vacuum|radius|cross_section|gravity|gamma_mass|theory|survey|_mass$|_length$|_force$|^force_|^delta_|^square_|^cubic_|^(?:mean_)?international_|_international$|_star$"
    r"|_it$|_th$|^sq_|_per_hour$|_per_second_squared$|^(?:foot|kilometer|meter)_per_"
)
_SHORTEST = 4


def spellings() -> dict[str, list[str]]:
    """Spellings by pint's name of each unit, in the order of their names."""
    from pint import UnitRegistry

    known = _known()
    unread = _unread()
    registry: UnitRegistry[float] = UnitRegistry()
    found: dict[str, list[str]] = {}
    units = registry._units  # noqa: SLF001 - the registry lists its names elsewhere, and their aliases nowhere
    for unit in sorted({definition.name: definition for definition in units.values()}.values(), key=str):
        for name in (unit.name, *unit.aliases):
            doubtful = unread & {name, unit.name} or _CONSTANT.search(name) or _CONSTANT.search(unit.name)
            if len(name) >= _SHORTEST and _WORDS.fullmatch(name) and not doubtful:
                word = name.replace("_", " ")
                plain = str(registry.Unit(unit.name))
                found.setdefault(plain, []).extend(sorted({word, _plural(word)} - known))
    return {unit: words for unit, words in sorted(found.items()) if words}


def _known() -> set[str]:
    """What the table written by hand spells out."""
    by_hand = tomllib.loads((_FOLDER / "units.toml").read_text(encoding="utf-8"))
    prefixes = ("", *by_hand["prefixes"])
    words = {word.strip().lower() for joined in by_hand["words"].values() for word in joined.split(",")}
    stems = {word.strip() for joined in by_hand["prefixed-words"].values() for word in joined.split(",")}
    return words | {f"{prefix}{stem}" for prefix in prefixes for stem in stems}


def _unread() -> set[str]:
    """Names that mean something else far more often than the unit."""
    return set(tomllib.loads((_FOLDER / "units.toml").read_text(encoding="utf-8"))["unread"]["names"].split())


def _plural(word: str) -> str:
    """A unit's plural; "per second" and the like, and names in a hiss, have none of their own."""
    if " per " in f"{word} ".replace(" of ", " per ") or word[-1] in "sxz" or word.endswith(("feet", "inches")):
        return word
    if word.endswith("foot"):
        return f"{word[:-4]}feet"
    return f"{word}es" if word.endswith("inch") else f"{word}s"


def lines() -> list[str]:
    """The lines of the table."""
    from pint import __version__

    made = [
        f"# Names of units as pint {__version__} spells them out, by its name of each. Source: pint's default_en.txt.",
        "# Made by make_units.py; do not edit.",
        "",
        "[words]",
    ]
    made.extend(f'{unit} = "{", ".join(dict.fromkeys(words))}"' for unit, words in spellings().items())
    return made


def main() -> None:
    """Write the table beside this script."""
    (_FOLDER / "pint_units.toml").write_text("\n".join(lines()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
