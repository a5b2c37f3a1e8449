# SPDX-License-Identifier: MIT
"""Is a piece of source a whole statement, or the beginning of one? (CPython: `codeop`)"""

import warnings

__all__ = ["CommandCompiler", "Compile", "compile_command"]

PyCF_DONT_IMPLY_DEDENT, PyCF_ONLY_AST, PyCF_ALLOW_INCOMPLETE_INPUT = 0x200, 0x400, 0x4000

_UNFINISHED = ("was never closed", "expected an indented block", "unterminated triple-quoted", "unexpected EOF", "unexpected end of")


def _is_unfinished(source, error):
    """Whether more lines could mend what is wrong: the mistake is that the source is over."""
    text = str(error.msg)
    if not any(part in text for part in _UNFINISHED):
        return source.rstrip(" \t").endswith("\\\n")
    # An indented block is wanted after the last line, not before another one.
    lines = source.rstrip().count("\n") + 1
    return "indented block" not in text or (error.lineno or 0) >= lines


def _maybe_compile(compiler, source, filename, symbol):
    for line in source.split("\n"):
        line = line.strip()
        if line and line[0] != "#":
            break
    else:
        if symbol != "eval":
            source = "pass"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", (SyntaxWarning, DeprecationWarning))
            compiler(source + "\n", filename, symbol)
    except SyntaxError as error:
        if _is_unfinished(source + "\n", error):
            return None
    else:
        # A compound statement goes on until a line of its own ends it.
        last = source.rsplit("\n", 1)[-1]
        if symbol == "single" and "\n" in source and last[:1] in " \t" and last.strip():
            return None
    return compiler(source, filename, symbol)


def compile_command(source, filename="<input>", symbol="single"):
    """A code object, or None if the source could go on; SyntaxError if it cannot become right."""
    return _maybe_compile(Compile(), source, filename, symbol)


class Compile:
    """Like the builtin compile(), and remembers `from __future__` imports."""

    def __init__(self):
        self.flags = 0

    def __call__(self, source, filename, symbol, **kwargs):
        return compile(source, filename, symbol, self.flags, True)


class CommandCompiler:
    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        return _maybe_compile(self.compiler, source, filename, symbol)
