# SPDX-License-Identifier: MIT
"""Writes tables.h: what the VM knows about Unicode, measured from the interpreter that runs this script.

    PYENV_VERSION=3.13.0 python3 runtime/python/vm/unicode/generate.py

Flags are a two-stage table below kFlagLimit and ranges above it; case mappings are arithmetic runs plus a list of
the few that are irregular (one to many). Nothing is copied from the Unicode files: every fact is asked of `str`.
"""

import pathlib
import struct
import sys
import unicodedata

BLOCK = 64
LIMIT = 0x20000
END = 0x110000

FLAGS = [
    "alpha", "decimal", "digit", "numeric", "space", "upper", "lower", "title",
    "printable", "id_start", "id_continue", "cased", "case_ignorable",
]


def flags_of(c: int) -> int:
    s = chr(c)
    ignorable = ("A" + s + "\u03a3").lower()[-1] == "\u03c2" and (s + "\u03a3").lower()[-1] != "\u03c2"
    facts = [
        s.isalpha(), s.isdecimal(), s.isdigit(), s.isnumeric(), s.isspace(), s.isupper(), s.islower(),
        s.istitle() and not s.isupper(), s.isprintable(), s.isidentifier(), ("a" + s).isidentifier(),
        (s + "a").title()[-1] == "a", ignorable,
    ]
    return sum(1 << i for i, fact in enumerate(facts) if fact)


def runs(mapping: dict[int, int]) -> list[tuple[int, int, int, int]]:
    """(first, count, stride, delta) so that first + i * stride maps to itself + delta."""
    out = []
    keys = sorted(mapping)
    i = 0
    while i < len(keys):
        first, delta = keys[i], mapping[keys[i]] - keys[i]
        best = 1
        stride = 1
        for step in (1, 2):
            n = 1
            while mapping.get(first + n * step, -1) == first + n * step + delta and (
                step == 1 or first + n * step - 1 not in mapping
            ):
                n += 1
            if n > best:
                best, stride = n, step
        out.append((first, best, stride, delta))
        taken = {first + k * stride for k in range(best)}
        i += 1
        while i < len(keys) and keys[i] in taken:
            i += 1
    return out


def main() -> None:
    flags = [flags_of(c) for c in range(END)]
    kinds = sorted(set(flags))
    kind_of = {f: i for i, f in enumerate(kinds)}
    blocks: dict[bytes, int] = {}
    stage1 = []
    for start in range(0, LIMIT, BLOCK):
        block = bytes(kind_of[f] for f in flags[start:start + BLOCK])
        stage1.append(blocks.setdefault(block, len(blocks)))
    high = []
    c = LIMIT
    while c < END:
        d = c
        while d < END and flags[d] == flags[c]:
            d += 1
        high.append((c, kind_of[flags[c]]))
        c = d

    decimals = [c for c in range(END) if chr(c).isdecimal() and unicodedata.decimal(chr(c)) == 0]
    for zero in decimals:
        assert [unicodedata.decimal(chr(zero + i)) for i in range(10)] == list(range(10))

    lower, upper, title, fold = {}, {}, {}, {}
    special: list[tuple[int, int, list[int]]] = []
    for kind, (table, method, fallback) in enumerate(
        [(lower, str.lower, None), (upper, str.upper, None), (title, str.title, upper), (fold, str.casefold, lower)]
    ):
        for c in range(END):
            if 0xD800 <= c < 0xE000:
                continue
            mapped = method(chr(c))
            if len(mapped) > 1:
                special.append((c, kind, [ord(m) for m in mapped]))
            else:
                # Titlecase and casefold only list where they differ from uppercase and lowercase.
                normal = c if fallback is None else fallback.get(c, c)
                if ord(mapped) != normal:
                    table[c] = ord(mapped)
    special.sort()

    out = []
    size = 0

    def emit(declaration: str, values: list, width: int, per_line: int = 24) -> None:
        nonlocal size
        size += width * len(values)
        out.append(f"inline constexpr {declaration} = {{")
        for i in range(0, len(values), per_line):
            out.append("    " + ", ".join(str(v) for v in values[i:i + per_line]) + ",")
        out.append("};")

    out.append("// SPDX-License-Identifier: MIT")
    out.append(f"// Written by generate.py from Python {sys.version.split()[0]}, Unicode {unicodedata.unidata_version}. Do not edit.")
    out.append("// clang-format off")
    out.append("#pragma once\n\n#include <cstdint>\n\nnamespace loopscope::python::unicode {\n")
    out.append("enum Flag : uint16_t {")
    for i, name in enumerate(FLAGS):
        out.append(f"  k{''.join(p.capitalize() for p in name.split('_'))} = 1 << {i},")
    out.append("};\n")
    out.append(f'inline constexpr char kVersion[] = "{unicodedata.unidata_version}";')
    out.append(f"inline constexpr char32_t kFlagLimit = {LIMIT:#x};")
    out.append(f"inline constexpr int kBlockSize = {BLOCK};")
    emit(f"uint16_t kFlagKinds[{len(kinds)}]", kinds, 2)
    index = "uint8_t" if len(blocks) <= 256 else "uint16_t"
    emit(f"{index} kFlagIndex[{len(stage1)}]", stage1, 1 if len(blocks) <= 256 else 2, 40)
    emit(f"uint8_t kFlagBlocks[{len(blocks)}][kBlockSize]", ["{" + ",".join(map(str, b)) + "}" for b in blocks], BLOCK, 1)
    out.append("struct FlagRange { uint32_t first; uint32_t kind; };")
    emit(f"FlagRange kHighFlags[{len(high)}]", [f"{{{a:#x}, {k}}}" for a, k in high], 8, 8)
    emit(f"uint32_t kDecimalZeros[{len(decimals)}]", [hex(z) for z in decimals], 4, 12)
    out.append("/// first + i * stride maps to itself + delta, for i < count.")
    out.append("struct CaseRun { uint32_t first : 20; uint32_t stride : 12; int32_t delta; uint32_t count; };")
    out.append("/// One to many; kind: 0 lower, 1 upper, 2 title, 3 fold. Sorted by (from, kind); unused places are 0.")
    out.append("struct SpecialCase { uint16_t from; uint16_t kind; uint16_t to[3]; };")
    out.append("\n}  // namespace loopscope::python::unicode")
    pathlib.Path(__file__).with_name("tables.h").write_text("\n".join(out) + "\n")
    # Most programs change the case of ASCII only: these are tables made by code (python/number/rare_table.h).
    code = ["// SPDX-License-Identifier: MIT", out[1]]

    def emit_code(name: str, count: int, data: bytes) -> None:
        code.append(f"constexpr size_t k{name}Count = {count};")
        code.append(f"[[gnu::noinline]] void write_{name.lower()}(uint64_t* to) {{")
        code.extend(f"  to[{i // 8}] = {int.from_bytes(data[i:i + 8], 'little'):#x}u;" for i in range(0, len(data), 8))
        code.append("}")

    for name, table in [("Lower", lower), ("Upper", upper), ("Title", title), ("Fold", fold)]:
        rows = runs(table)
        assert all(a < 1 << 20 for a, *_ in rows)
        emit_code(f"{name}Runs", len(rows), b"".join(struct.pack("<IiI", a | s << 20, d, n) for a, n, s, d in rows))
    assert all(c < 1 << 16 and max(t) < 1 << 16 and len(t) <= 3 for c, _, t in special)
    emit_code("SpecialCases", len(special), b"".join(struct.pack("<HH3H", c, k, *t, *[0] * (3 - len(t))) for c, k, t in special))
    pathlib.Path(__file__).with_name("case_tables.inc").write_text("\n".join(code) + "\n")
    print(f"{size} bytes: {len(kinds)} kinds, {len(blocks)} blocks, {len(high)} high ranges, {len(special)} special")


main()
