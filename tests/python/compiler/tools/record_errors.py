# SPDX-License-Identifier: MIT
"""Writes what CPython 3.13 says about every program in ../compile_errors.txt into that file.

The file is a list of programs. Each begins with a line "### " that holds the expected answer: "ok", or
"message@line:column-line:column" with columns from 1. Add a program under a bare "### ", then run

    PYENV_VERSION=3.13.0 python3 record_errors.py
"""
import pathlib
import sys
import warnings

assert sys.version_info[:2] == (3, 13), "the reference is CPython 3.13"
warnings.simplefilter("ignore")

path = pathlib.Path(__file__).parent.parent / "compile_errors.txt"


def answer(source):
    try:
        compile(source, "test.py", "exec", dont_inherit=True)
    except SyntaxError as error:
        return f"{error.msg}@{error.lineno}:{error.offset}-{error.end_lineno}:{error.end_offset or 0}"
    return "ok"


programs = path.read_text(encoding="utf-8").split("### ")[1:]
recorded = []
for program in programs:
    source = program.split("\n", 1)[1]
    recorded.append(f"### {answer(source)}\n{source}")
path.write_text("".join(recorded), encoding="utf-8")
print(len(recorded), "programs recorded")
