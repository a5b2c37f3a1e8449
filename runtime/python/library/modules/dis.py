# SPDX-License-Identifier: MIT
"""Disassembly of Loopscope's own bytecode."""
import sys

from _traceback import disassemble as _text

__all__ = ["COMPILER_FLAG_NAMES", "code_info", "dis", "disassemble", "pretty_flags", "show_code"]

COMPILER_FLAG_NAMES = dict(
    zip(
        (1, 2, 4, 8, 16, 32, 64, 128, 256, 512),
        "OPTIMIZED NEWLOCALS VARARGS VARKEYWORDS NESTED GENERATOR NOFREE COROUTINE ITERABLE_COROUTINE ASYNC_GENERATOR".split(),
    )
)


def pretty_flags(flags):
    """The names of a code object's flags; those without a name as numbers."""
    bits = [1 << i for i in range(flags.bit_length()) if flags >> i & 1]
    return ", ".join(COMPILER_FLAG_NAMES.get(bit, hex(bit)) for bit in bits) or hex(flags)


def _code(x):
    x = getattr(x, "__func__", x)
    for name in ("__code__", "gi_code", "ag_code", "cr_code"):
        if hasattr(x, name):
            return getattr(x, name)
    if isinstance(x, str):
        return compile(x, "<dis>", "exec")
    return x


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False, show_offsets=False):
    if x is None:
        raise RuntimeError("no last traceback to disassemble")
    if isinstance(x, type):
        for name, value in sorted(vars(x).items()):
            if hasattr(getattr(value, "__func__", value), "__code__"):
                print(f"Disassembly of {name}:", file=file)
                dis(value, file=file)
        return
    print(_text(_code(x)), end="", file=file)


def disassemble(co, lasti=-1, *, file=None, **options):
    dis(co, file=file)


def code_info(x):
    co = _code(x)
    rows = [
        ("Name", co.co_name), ("Filename", co.co_filename), ("Argument count", co.co_argcount),
        ("Positional-only arguments", co.co_posonlyargcount), ("Kw-only arguments", co.co_kwonlyargcount),
        ("Number of locals", co.co_nlocals), ("Stack size", co.co_stacksize),
    ]  # fmt: skip
    return "\n".join(f"{name + ':':<18}{value}" for name, value in rows)


def show_code(co, *, file=None):
    print(code_info(co), file=file)
