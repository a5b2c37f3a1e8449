# SPDX-License-Identifier: MIT
"""The time zone of parsed times: a fixed distance from UTC."""

from datetime import timedelta, tzinfo


class TzInfo(tzinfo):
    """A fixed distance from UTC, as parsed times have it."""

    def __init__(self, seconds=0):
        self._seconds = int(seconds)

    def utcoffset(self, moment):
        return timedelta(seconds=self._seconds)

    def tzname(self, moment):
        return str(self)

    def dst(self, moment):
        return None

    def fromutc(self, moment):
        return moment + self.utcoffset(moment)

    def __str__(self):
        if not self._seconds:
            return "UTC"
        minutes = abs(self._seconds) // 60
        return f"{'+' if self._seconds > 0 else '-'}{minutes // 60:02}:{minutes % 60:02}"

    def __repr__(self):
        return f"TzInfo({self})"

    def __eq__(self, other):
        return isinstance(other, tzinfo) and self.utcoffset(None) == other.utcoffset(None)

    def __hash__(self):
        return hash(self._seconds)

    def __reduce__(self):
        return TzInfo, (self._seconds,)

    def __deepcopy__(self, memo):
        return self


TzInfo.__module__ = "pydantic_core._pydantic_core"
