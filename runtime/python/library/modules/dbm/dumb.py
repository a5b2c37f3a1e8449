# SPDX-License-Identifier: MIT
"""A database in two files: NAME.dat holds the values one after the other, NAME.dir where each key's value is."""

import ast
import collections.abc
import io
import os

__all__ = ["error", "open"]

error = OSError
_BLOCK = 512  # values begin at multiples of it, so that a somewhat longer one fits in the old place


class _Database(collections.abc.MutableMapping):
    def __init__(self, name, mode, flag):
        self._data_name, self._index_name, self._mode = name + ".dat", name + ".dir", mode
        self._readonly = flag == "r"
        self._index = {}
        self._changed = False
        if flag == "n" or not os.path.exists(self._data_name):
            if flag not in ("c", "n"):
                raise FileNotFoundError(2, "No such file or directory", self._data_name)
            with io.open(self._data_name, "wb"):
                pass
            self._changed = True
        elif os.path.exists(self._index_name):
            with io.open(self._index_name, encoding="latin-1") as file:
                for line in file:
                    key, place = ast.literal_eval(line)
                    self._index[key.encode("latin-1")] = place

    def sync(self):
        self._check()
        if not self._changed:
            return
        with io.open(self._index_name, "w", encoding="latin-1") as file:
            for key, place in self._index.items():
                file.write(f"{key.decode('latin-1')!r}, {place}\n")
        self._changed = False

    def close(self):
        if self._index is not None:
            self.sync()
            self._index = None

    def _check(self):
        if self._index is None:
            raise error("DBM object has already been closed")

    def _writable(self, what):
        if self._readonly:
            raise error(f"The database is opened for reading only")
        self._check()

    def __getitem__(self, key):
        self._check()
        start, size = self._index[_encoded(key)]
        with io.open(self._data_name, "rb") as file:
            file.seek(start)
            return file.read(size)

    def __setitem__(self, key, value):
        self._writable("set")
        key = _encoded(key)
        if isinstance(value, str):
            value = value.encode()
        elif not isinstance(value, (bytes, bytearray)):
            raise TypeError("values must be bytes or strings")
        old = self._index.get(key)
        with io.open(self._data_name, "r+b") as file:
            if old is not None and -(-len(value) // _BLOCK) <= -(-old[1] // _BLOCK):
                start = old[0]
            else:
                end = file.seek(0, 2)
                start = -(-end // _BLOCK) * _BLOCK
                file.write(b"\0" * (start - end))
            file.seek(start)
            file.write(value)
        self._index[key] = start, len(value)
        self._changed = True

    def __delitem__(self, key):
        self._writable("deleted")
        del self._index[_encoded(key)]
        self._changed = True

    def __contains__(self, key):
        self._check()
        return _encoded(key) in self._index

    def keys(self):
        self._check()
        return list(self._index)

    def items(self):
        return [(key, self[key]) for key in self.keys()]

    def __iter__(self):
        self._check()
        return iter(self._index)

    def __len__(self):
        self._check()
        return len(self._index)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __del__(self):
        if getattr(self, "_index", None) is not None:
            self.close()


def _encoded(key):
    if isinstance(key, str):
        return key.encode()
    if not isinstance(key, (bytes, bytearray)):
        raise TypeError("keys must be bytes or strings")
    return bytes(key)


def open(file, flag="c", mode=0o666):
    if flag not in ("r", "w", "c", "n"):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    return _Database(os.fsdecode(file), mode, flag)
