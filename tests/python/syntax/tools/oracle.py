# SPDX-License-Identifier: MIT
"""What CPython 3.13 says about a source, in the words of ast_dump; and a pipe to ast_dump itself."""
import ast
import struct
import subprocess
import sys
import warnings

assert sys.version_info[:2] == (3, 13), "run with PYENV_VERSION=3.13.0 python3"
warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)


class Columns:
    """Byte columns to code points."""

    def __init__(self, source: bytes):
        self.lines = source.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        self.ascii = [line.isascii() for line in self.lines]

    def __call__(self, line, offset):
        if line > len(self.lines) or self.ascii[line - 1]:
            return offset
        return len(self.lines[line - 1][:offset].decode("utf-8", "replace"))


def constant(value):
    if value is None or value is True or value is False or value is Ellipsis:
        return repr(value)
    if isinstance(value, str):
        return f"str'{value.encode('utf-8', 'surrogatepass').hex()}'"
    if isinstance(value, bytes):
        return f"bytes'{value.hex()}'"
    if isinstance(value, int):
        return f"int'{value:x}'"
    if isinstance(value, float):
        return f"float'{struct.pack('>d', value).hex()}'"
    return f"complex'{struct.pack('>d', value.imag).hex()}'"


def dump(tree, columns):
    def visit(node):
        if isinstance(node, list):
            return "[" + ", ".join(map(visit, node)) + "]"
        if not isinstance(node, ast.AST):
            return repr(node) if not isinstance(node, bool) else str(int(node))
        cls = type(node)
        parts = []
        for name in cls._fields:
            value = getattr(node, name, None)
            if cls is ast.Constant and name == "value":
                parts.append("value=" + constant(value))
            elif value is None:
                if cls is ast.MatchSingleton:
                    parts.append("value=None")
            elif cls is ast.MatchSingleton:
                parts.append(f"value={value}")
            elif isinstance(value, str) and name != "type_comment":
                parts.append(f"{name}='{value}'")
            elif name in ("names", "kwd_attrs") and value and isinstance(value[0], str):
                parts.append(f"{name}=[" + ", ".join(f"'{v}'" for v in value) + "]")
            else:
                parts.append(f"{name}={visit(value)}")
        if cls._attributes:
            parts.append(f"lineno={node.lineno}")
            parts.append(f"col_offset={columns(node.lineno, node.col_offset)}")
            parts.append(f"end_lineno={node.end_lineno}")
            parts.append(f"end_col_offset={columns(node.end_lineno, node.end_col_offset)}")
        return f"{cls.__name__}({', '.join(parts)})"

    return visit(tree)


MODES = {"m": "exec", "e": "eval", "s": "single"}


def cpython(source: bytes, mode="m"):
    """The tree, or ERROR and the attributes of the SyntaxError, as ast_dump prints them."""
    try:
        text = source.decode("utf-8")
        tree = compile(text, "<test>", MODES[mode], ast.PyCF_ONLY_AST)
    except SyntaxError as error:
        place = [error.lineno, error.offset, error.end_lineno, error.end_offset]
        if place[0] is None:
            place = [0, 1, 0, 1]
        return "\t".join(["ERROR", type(error).__name__, *map(str, place), error.msg])
    except (RecursionError, MemoryError) as error:
        return "ERROR\t" + type(error).__name__
    return dump(tree, Columns(text.encode("utf-8")))


class Ours:
    def __init__(self, program):
        self.process = subprocess.Popen([program, "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __call__(self, source: bytes, mode="m"):
        self.process.stdin.write(f"{mode}{len(source)}\n".encode() + source)
        self.process.stdin.flush()
        size = int(self.process.stdout.readline())
        return self.process.stdout.read(size).decode("utf-8", "surrogatepass")
