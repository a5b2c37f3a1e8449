# SPDX-License-Identifier: MIT
"""Compiles Python files with our compiler and with CPython 3.13 and lists what differs: code objects and their flags,
parameters and variables, and, for every instruction that can raise, its position and name.

    g++ -std=c++20 -O1 -Iruntime tests/python/compiler/tools/dump_code.cpp \\
        runtime/python/{syntax,bytecode,compiler}/*.cpp -o /tmp/dump_code
    PYENV_VERSION=3.13.0 python3 compare_with_cpython.py /tmp/dump_code FILE...

Known and wanted differences: CPython turns `'%s' % (x,)` into an f-string, gives calls with very many arguments a dict,
folds a few more constants, and gives clean-up code without a line other lines.
"""
import collections
import dis
import subprocess
import sys
import types
import warnings

assert sys.version_info[:2] == (3, 13), "the reference is CPython 3.13"
warnings.simplefilter("ignore")

# What our instruction does that can raise, as CPython's instruction for the same.
SAME_AS = {
    "LOAD_FAST_LOAD_ATTR": "LOAD_ATTR", "LOAD_METHOD": "LOAD_ATTR", "BINARY_OP_CONST": "BINARY_OP",
    "BINARY_OP_FAST_CONST": "BINARY_OP", "BINARY_OP_FAST_FAST": "BINARY_OP", "COMPARE_OP_JUMP": "COMPARE_OP",
    "COMPARE_FAST_CONST_JUMP": "COMPARE_OP", "COMPARE_FAST_FAST_JUMP": "COMPARE_OP", "FOR_ITER_STORE_FAST": "FOR_ITER",
}
WITH_NAME = set("""LOAD_ATTR STORE_ATTR DELETE_ATTR LOAD_GLOBAL LOAD_NAME LOAD_DEREF LOAD_FAST_CHECK STORE_GLOBAL
    STORE_DEREF IMPORT_NAME IMPORT_FROM LOAD_FROM_DICT_OR_DEREF LOAD_FROM_DICT_OR_GLOBALS""".split())
COMPARED = WITH_NAME | set("""BINARY_OP BINARY_SUBSCR STORE_SUBSCR DELETE_SUBSCR BINARY_SLICE STORE_SLICE COMPARE_OP
    CONTAINS_OP IS_OP UNARY_NEGATIVE UNARY_INVERT UNARY_NOT CALL CALL_KW CALL_FUNCTION_EX LOAD_SUPER_ATTR RAISE_VARARGS
    GET_ITER FOR_ITER UNPACK_SEQUENCE UNPACK_EX GET_AWAITABLE BEFORE_WITH BEFORE_ASYNC_WITH YIELD_VALUE CHECK_EXC_MATCH
    CHECK_EG_MATCH SET_UPDATE DICT_MERGE BUILD_SLICE DELETE_GLOBAL GET_AITER GET_ANEXT END_ASYNC_FOR SEND MATCH_CLASS
    MATCH_KEYS MATCH_MAPPING MATCH_SEQUENCE GET_LEN LOAD_BUILD_CLASS MAKE_FUNCTION SET_ADD MAKE_CELL COPY_FREE_VARS
    GET_YIELD_FROM_ITER""".split())

Seen = collections.namedtuple("Seen", "operations flags parameters locals cells frees")


def reference(source, file):
    lines = [line.encode() for line in source.split("\n")]

    def column(line, offset):
        if offset is None or not line or line > len(lines):
            return -1
        return len(lines[line - 1][:offset].decode("utf-8", "replace"))

    found = collections.defaultdict(list)

    def walk(code):
        operations = set()
        for i in dis.get_instructions(code):
            if i.opname not in COMPARED:
                continue
            p = i.positions
            operations.add((i.opname, p.lineno or 0, p.end_lineno or 0, column(p.lineno, p.col_offset),
                            column(p.end_lineno, p.end_col_offset), str(i.argval) if i.opname in WITH_NAME else ""))
        own = tuple(name for name in code.co_varnames if not name.startswith("."))
        found[code.co_qualname, code.co_firstlineno].append(
            Seen(operations, code.co_flags, (code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount),
                 own, code.co_cellvars, code.co_freevars))
        for constant in code.co_consts:
            if isinstance(constant, types.CodeType):
                walk(constant)

    walk(compile(source, file, "exec", dont_inherit=True))
    return found


def ours(program, file):
    run = subprocess.run([program, file], capture_output=True, text=True, errors="surrogateescape")
    found = collections.defaultdict(list)
    operations = set()
    for line in run.stdout.split("\n"):
        if line.startswith("FAIL "):
            return line
        if line.startswith("CODE "):
            qualname, first, flags, parameters, _, slots = line[5:].split("\t")
            kinds = [slot.rsplit(":", 1) for slot in slots.split()]

            def of(bit):
                return tuple(name for name, kind in kinds if int(kind) & bit and not name.startswith("."))

            operations = set()
            found[qualname, int(first)].append(
                Seen(operations, int(flags), tuple(map(int, parameters.split(","))), of(0x20), of(0x40), of(0x80)))
        elif line.startswith(" "):
            name, position, text = line[1:].split("\t", 2)
            name = SAME_AS.get(name, name)
            if name in COMPARED:
                named = text.replace(" + NULL", "").split(", ")[-1] if name in WITH_NAME else ""
                operations.add((name, *map(int, position.split(",")), named))
    return found if run.returncode == 0 else f"FAIL {file}\tcrash {run.returncode}"


def main(program, files):
    count = collections.Counter()
    examples = collections.defaultdict(list)

    def note(what, *where):
        count[what] += 1
        examples[what].append(where)

    for file in files:
        try:
            source = open(file, encoding="utf-8").read()
            theirs = reference(source, file)
        except (SyntaxError, UnicodeDecodeError):
            continue
        mine = ours(program, file)
        count["files"] += 1
        if isinstance(mine, str):
            note("does not compile", mine)
            continue
        for key in theirs.keys() | mine.keys():
            if len(theirs[key]) != len(mine[key]):
                note("code objects", file, key, len(theirs[key]), len(mine[key]))
                continue
            for want, got in zip(theirs[key], mine[key]):
                count["codes"] += 1
                for operation in want.operations - got.operations:
                    note("missing " + operation[0], file, key, operation)
                for operation in got.operations - want.operations:
                    note("extra " + operation[0], file, key, operation)
                for field in Seen._fields[1:]:
                    if getattr(want, field) != getattr(got, field):
                        note(field, file, key, getattr(want, field), getattr(got, field))
    for what, times in sorted(count.items()):
        print(what, times)
        for where in examples[what][:3]:
            print("     ", *where)


main(sys.argv[1], sys.argv[2:])
