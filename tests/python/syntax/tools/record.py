# SPDX-License-Identifier: MIT
"""Writes recorded_trees.inc and recorded_errors.inc: what CPython 3.13 makes of programs.txt and broken_programs.txt.

PYENV_VERSION=3.13.0 python3 tests/python/syntax/tools/record.py
"""
import pathlib

from oracle import cpython

HERE = pathlib.Path(__file__).parent.parent
LIMIT = 8000  # compilers refuse longer literals


def literal(text):
    pieces = [text[i:i + LIMIT] for i in range(0, len(text), LIMIT)] or [""]
    return "\n".join(f'R"~~({piece})~~"' for piece in pieces)


def record(source, target, modes):
    lines = ["// SPDX-License-Identifier: MIT", "// Recorded from CPython 3.13 by tools/record.py."]
    for program in (HERE / source).read_text("utf-8").split("\n%%\n"):
        for mode in modes:
            answer = cpython(program.encode("utf-8"), mode)
            lines.append(f"{{'{mode}', {literal(program)},\n {literal(answer)}}},")
    (HERE / target).write_text("\n".join(lines) + "\n", "utf-8")


record("programs.txt", "recorded_trees.inc", "m")
record("broken_programs.txt", "recorded_errors.inc", "mes")
