# SPDX-License-Identifier: MIT
"""Where CPython has pickle's C half: pickle's own classes, with the words that the C half uses when something is wrong."""

import io as _io
import sys as _sys
from pickle import (
    PickleError,
    PicklingError,
    UnpicklingError,
    _Pickler as _PicklerInPython,
    _Unpickler as _UnpicklerInPython,
    whichmodule as _whichmodule,
)

__all__ = ["PickleError", "Pickler", "PicklingError", "Unpickler", "UnpicklingError", "dump", "dumps", "load", "loads"]


class Pickler(_PicklerInPython):
    def save_global(self, obj, name=None):
        shown = name or getattr(obj, "__qualname__", None) or getattr(obj, "__name__", "")
        if isinstance(shown, str) and "<locals>" in shown:
            raise AttributeError(f"Can't get local object {shown!r}")
        try:
            super().save_global(obj, name)
        except PicklingError as error:
            if not str(error).endswith(f"it's not found as {_whichmodule(obj, shown)}.{shown}"):
                raise
            module = _whichmodule(obj, shown)
            problem = f"attribute lookup {shown} on {module} failed" if module in _sys.modules else f"import of module {module!r} failed"
            raise PicklingError(f"Can't pickle {obj!r}: {problem}") from None

    # The table of the class in Python holds functions, not their names.
    dispatch = dict(_PicklerInPython.dispatch)
    dispatch[type(lambda: None)] = save_global


class Unpickler(_UnpicklerInPython):
    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        super().__init__(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers)
        read = self._file_read

        def read_all(n):
            data = read(n)
            if len(data) < n and n > 1:
                raise UnpicklingError("pickle data was truncated")
            return data

        self._file_read = read_all

    def load(self):
        try:
            return super().load()
        except KeyError as error:
            key = error.args[0]
            if not (isinstance(key, int) and _raised_by_load(error)):
                raise
            shown = f"'{chr(key)}'" if 32 <= key < 127 else f"'\\x{key:02x}'"
            raise UnpicklingError(f"invalid load key, {shown}.") from None
        except EOFError as error:
            if error.args:
                raise
            raise EOFError("Ran out of input") from None


def _raised_by_load(error):
    """Looking up the opcode failed, not something that was being built."""
    traceback = error.__traceback__.tb_next
    return traceback is not None and traceback.tb_next is None


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    file = _io.BytesIO()
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return file.getvalue()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    return Unpickler(file, fix_imports=fix_imports, buffers=buffers, encoding=encoding, errors=errors).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return load(_io.BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers)
