"""Makes ``en/currencies.toml`` from Unicode CLDR by way of babel: ``python make_currencies.py``.

The names, plurals and codes are CLDR's. What CLDR does not hold, the short forms of running text ("dollars",
"pounds sterling", "US$", "Rs"), is in ``en/money.toml``, written by hand.
"""

from __future__ import annotations

from pathlib import Path


def lines(language: str) -> list[str]:
    """The lines of the table for a language."""
    from babel import Locale, __version__
    from babel.numbers import get_currency_name, list_currencies

    locale = Locale(language)
    made = [
        f'# ISO 4217 codes and names of currencies, from Unicode CLDR (locale "{language}"), babel {__version__}.',
        "# Made by make_currencies.py; do not edit.",
        "",
        "[codes]",
    ]
    codes = [
        code
        for code in sorted(list_currencies())
        if not code.startswith("X") or code in ("XAF", "XOF", "XPF", "XCD", "XDR")
    ]
    made.append(f'iso = "{" ".join(codes)}"')
    made.extend(["", "[words]"])
    for code in codes:
        name = str(get_currency_name(code, locale=locale))
        if "(" in name or "," in name:
            continue  # a series that was replaced: its name is never written with its years
        plurals = {str(get_currency_name(code, count=count, locale=locale)).lower() for count in (1, 2)}
        made.append(f'{code} = "{", ".join(sorted({name.lower(), *plurals}))}"')
    return made


def main() -> None:
    """Write the table beside this script."""
    path = Path(__file__).with_name("en") / "currencies.toml"
    path.write_text("\n".join(lines("en")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
