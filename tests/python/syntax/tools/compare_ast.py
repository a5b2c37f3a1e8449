# SPDX-License-Identifier: MIT
"""compare_ast.py AST_DUMP PATH...: do all Python files under the paths parse to CPython's tree?"""
import pathlib
import sys
import tokenize

from oracle import Ours, cpython


def files(paths):
    for path in map(pathlib.Path, paths):
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def main():
    ours = Ours(sys.argv[1])
    same = different = 0
    for path in files(sys.argv[2:]):
        data = path.read_bytes()
        try:
            with tokenize.open(path) as file:
                data = file.read().encode("utf-8")
        except (SyntaxError, UnicodeError):
            continue
        expected, got = cpython(data), ours(data)
        if expected == got:
            same += 1
            continue
        different += 1
        at = next((i for i, (a, b) in enumerate(zip(expected, got)) if a != b), min(len(expected), len(got)))
        print(f"{path}\n  cpython ...{expected[max(0, at - 150):at + 80]}\n  ours    ...{got[max(0, at - 150):at + 80]}")
    print(f"{same} same, {different} different")
    return different != 0


sys.exit(main())
