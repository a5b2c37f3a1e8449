# SPDX-License-Identifier: MIT
"""compare_errors.py AST_DUMP FILE...: are broken programs told as CPython tells them?

FILE.txt holds programs between lines `%%`; any other FILE is correct Python, out of which --mutations N
wrong programs each are made (--seed S): a token deleted, doubled, swapped or replaced.
"""
import argparse
import collections
import io
import pathlib
import random
import sys
import tokenize

from oracle import Ours, cpython

SPICE = ["(", ")", "[", "]", "{", "}", ":", ",", "=", "==", ".", "if", "else", "for", "in", "def", "class", "1", "x",
         "'s'", "*", "**", "not", "lambda", "\n", "    ", "print", "f'{'", "\\", "'", '"', ":=", "->", "await", "async",
         "with", "as", "try:", "except", "return", "import", "from", "del", "yield", "match", "case", "None", ";", "@"]


def statements(text):
    """Pieces of a few lines, to keep programs short and many."""
    lines = text.splitlines(keepends=True)
    start = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or (lines[i][:1].strip() and lines[i][0] not in ")]}#@" and i - start > 3):
            yield "".join(lines[start:i])
            start = i


def mutate(text, rng):
    try:
        tokens = [t for t in tokenize.generate_tokens(io.StringIO(text).readline) if t.string.strip()]
    except (tokenize.TokenError, SyntaxError):
        return None
    if len(tokens) < 3:
        return None
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))

    def offset(place):
        return starts[place[0] - 1] + place[1]

    at = rng.randrange(len(tokens))
    token = tokens[at]
    begin, end = offset(token.start), offset(token.end)
    how = rng.randrange(6)
    if how == 0:
        return text[:begin] + text[end:]
    if how == 1:
        return text[:begin] + token.string + " " + text[begin:]
    if how == 2:
        return text[:begin] + rng.choice(SPICE) + text[end:]
    if how == 3:
        return text[:begin] + rng.choice(SPICE) + " " + text[begin:]
    if how == 4:
        return text[:end] + " " + rng.choice(SPICE) + text[end:]
    line = rng.randrange(len(lines))
    changed = list(lines)
    changed[line] = rng.choice([" " + lines[line], lines[line].lstrip(), lines[line].rstrip(":\n") + "\n", ""])
    return "".join(changed)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ast_dump")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("--mutations", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=40)
    options = parser.parse_args()
    ours = Ours(options.ast_dump)
    rng = random.Random(options.seed)
    kinds = collections.Counter()
    same = wrong = valid = 0

    def programs():
        for path in options.files:
            text = path.read_text("utf-8")
            if path.suffix == ".txt":
                yield from text.split("\n%%\n")
                continue
            pieces = list(statements(text))
            for _ in range(options.mutations):
                program = mutate(rng.choice(pieces), rng)
                if program is not None:
                    yield program

    for program in programs():
        source = program.encode("utf-8")
        expected, got = cpython(source), ours(source)
        if not expected.startswith("ERROR"):
            valid += 1
        if expected == got:
            same += 1
            continue
        wrong += 1
        kinds[expected.split("\t")[-1][:60] + "  /  " + got.split("\t")[-1][:60]] += 1
        if wrong <= options.show:
            shown = lambda s: s.replace("\t", " ") if s.startswith("ERROR") else "(valid)"
            print(f"---- {program!r}\n  cpython {shown(expected)}\n  ours    {shown(got)}")
    print(f"{same} same ({valid} of all valid), {wrong} different")
    for kind, count in kinds.most_common(15):
        print(f"  {count:4} {kind}")
    return wrong != 0


sys.exit(main())
