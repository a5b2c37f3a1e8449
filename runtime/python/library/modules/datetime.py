# SPDX-License-Identifier: MIT
"""CPython's datetime, of which it has two: the one in Python stands behind this module, and where it words its errors otherwise
than the one in C, which programs know, they are worded here."""

import functools as _functools

import _pydatetime as _python
from _pydatetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta, timezone, tzinfo

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

_index = _python._index
_WORDS = {
    "result out of range": "date value out of range",
    "cannot mix naive and timezone-aware time": "can't subtract offset-naive and offset-aware datetimes",
    "cannot compare naive and aware datetimes": "can't compare offset-naive and offset-aware datetimes",
    "cannot compare naive and aware times": "can't compare offset-naive and offset-aware times",
    "tz argument must be an instance of tzinfo": "tzinfo argument must be None or of a tzinfo subclass",
}


def _check_date_fields(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _python._days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time_fields(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond, fold


def _check_tzinfo_arg(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _worded(cls, name):
    method = cls.__dict__[name]

    @_functools.wraps(method)
    def call(self, *args, **kwargs):
        try:
            return method(self, *args, **kwargs)
        except (TypeError, OverflowError) as error:
            words = _WORDS.get(str(error))
            if words is None:
                raise
            kind = type(error)
        raise kind(words)

    setattr(cls, name, call)


_python._check_date_fields = _check_date_fields
_python._check_time_fields = _check_time_fields
_python._check_tzinfo_arg = _check_tzinfo_arg
for _cls in (date, datetime):
    for _name in ("__add__", "__sub__"):
        _worded(_cls, _name)
    _cls.__radd__ = _cls.__add__
_worded(datetime, "_cmp")
_worded(time, "_cmp")
_python._IsoCalendarDate.__repr__ = lambda self: f"datetime.IsoCalendarDate(year={self.year}, week={self.week}, weekday={self.weekday})"


def _new_timezone(cls, offset, name=timezone._Omitted):
    if not isinstance(offset, timedelta):
        raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
    if not timezone._minoffset <= offset <= timezone._maxoffset:
        raise ValueError(
            "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
            f"not {offset!r}."
        )
    return _make_timezone(cls, offset, name)


_make_timezone = timezone.__new__
timezone.__new__ = _new_timezone
del _cls, _name
