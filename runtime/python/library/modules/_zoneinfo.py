# SPDX-License-Identifier: MIT
"""What CPython has in C: its twin in Python, which shows itself as the one in C does."""

from zoneinfo._zoneinfo import ZoneInfo


def _repr(self):
    name = type(self).__name__ if type(self) is not ZoneInfo else "zoneinfo.ZoneInfo"
    if self._key is not None:
        return f"{name}(key={self._key!r})"
    return f"{name}.from_file({self._file_repr})"


ZoneInfo.__repr__ = _repr
