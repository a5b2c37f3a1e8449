# SPDX-License-Identifier: MIT
"""Validators of datetime's types. Loaded when a program that has imported datetime uses one of them in a model."""

import re
from datetime import date, datetime, time, timedelta, timezone

from ._core import LAX, STRICT, Invalid, Plan, invalid
from ._time_zone import TzInfo

_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_WATERSHED = 20_000_000_000  # larger numbers are milliseconds
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_CLOCK = re.compile(r"(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?")
_ZONE = re.compile(r"(?:([Zz])|([+\-−])(\d\d):?(\d\d))$")
_EXTRA = "unexpected extra characters at the end of the input"


class _Wrong(Exception):
    """Text that is no date or time; says why."""


def _read_date(text):
    """The date at the start of `text`."""
    if len(text) < 10:
        raise _Wrong("input is too short")
    for part, name in (((0, 4), "year"), ((5, 7), "month"), ((8, 10), "day")):
        if not text[part[0] : part[1]].isdecimal():
            raise _Wrong(f"invalid character in {name}")
        if name != "day" and text[part[1]] != "-":
            raise _Wrong("invalid date separator, expected `-`")
    year, month, day = map(int, _DATE.match(text).groups())
    if not 1 <= month <= 12:
        raise _Wrong("month value is outside expected range of 1-12")
    try:
        return date(year, month, day)
    except ValueError:
        raise _Wrong("year 0 is out of range" if not year else "day value is outside expected range") from None


def _read_time(text):
    """A whole text as (hour, minute, second, microsecond, zone)."""
    if len(text) < 5:
        raise _Wrong("input is too short")
    for part, name in (((0, 2), "hour"), ((3, 5), "minute")):
        if not text[part[0] : part[1]].isdecimal():
            raise _Wrong(f"invalid character in {name}")
        if name == "hour" and text[2] != ":":
            raise _Wrong("invalid time separator, expected `:`")
    match = _CLOCK.match(text)
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    if hour > 23:
        raise _Wrong("hour value is outside expected range of 0-23")
    if minute > 59:
        raise _Wrong("minute value is outside expected range of 0-59")
    if second > 59:
        raise _Wrong("second value is outside expected range of 0-59")
    zone = None
    if rest := text[match.end() :]:
        found = _ZONE.match(rest)
        if not found:
            raise _Wrong(_EXTRA)
        minutes = 0 if found[1] else int(found[3]) * 60 + int(found[4])
        zone = TzInfo(60 * (minutes if found[2] == "+" else -minutes))
    return hour, minute, second, int((match[4] or "0").ljust(6, "0")[:6]), zone


def _read_datetime(text):
    day = _read_date(text)
    if len(text) == 10:
        raise _Wrong("input is too short")
    if text[10] not in "Tt _":
        raise _Wrong("invalid datetime separator, expected `T`, `t`, `_` or space")
    hour, minute, second, micro, zone = _read_time(text[11:])
    return datetime(day.year, day.month, day.day, hour, minute, second, micro, zone)


def _from_timestamp(number):
    number = number if isinstance(number, int) else float(number)
    if abs(number) > _WATERSHED:
        number /= 1000
    whole = int(number // 1)
    moment = _EPOCH + timedelta(seconds=whole, microseconds=round((number - whole) * 1_000_000))
    return moment.replace(tzinfo=TzInfo(0))


def _is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool) or type(value).__name__ == "Decimal"


def _number_of(text):
    if text != text.strip() or "_" in text:
        return None
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return None


def _text(value):
    return value if isinstance(value, str) else value.decode("utf-8", "replace")


def validate_datetime(value, run):
    if isinstance(value, datetime):
        return value
    if isinstance(value, (str, bytes)) and (not run.strict or run.mode != "python"):
        run.fit = min(run.fit, STRICT) if run.mode == "json" else LAX
        text = _text(value)
        number = _number_of(text) if not run.strict else None
        try:
            if number is not None:
                return _from_timestamp(number)
            return _read_datetime(text)
        except (_Wrong, OverflowError) as error:
            reason = str(error)
        try:
            day = _read_date(text)
            if len(text) > 10:
                raise _Wrong(_EXTRA)
            return datetime(day.year, day.month, day.day)
        except _Wrong as error:
            raise invalid("datetime_from_date_parsing", value, error=str(error) or reason) from None
    if not run.strict:
        run.fit = LAX
        if isinstance(value, date):
            return datetime(value.year, value.month, value.day)
        if _is_number(value):
            try:
                return _from_timestamp(value)
            except (OverflowError, ValueError):
                raise invalid("datetime_parsing", value, error="dates after 9999 are not supported as unix timestamps") from None
    raise invalid("datetime_type", value)


def validate_date(value, run):
    if type(value) is date:
        return value
    if isinstance(value, datetime):
        if run.strict:
            raise invalid("date_type", value)
        return _exact(value, value, run)
    if isinstance(value, date):
        return value
    if isinstance(value, (str, bytes)) and (not run.strict or run.mode != "python"):
        text = _text(value)
        run.fit = min(run.fit, STRICT) if run.mode == "json" else LAX
        try:
            if len(text) == 10 and _number_of(text) is None:
                return _read_date(text)
            if not run.strict:
                try:
                    return _exact(validate_datetime(value, run), value, run)
                except Invalid as error:
                    if error.lines[0].kind != "date_from_datetime_inexact":
                        _read_date(text)
                        raise _Wrong(error.lines[0].context["error"])
                    raise
            _read_date(text)
            raise _Wrong(_EXTRA)
        except _Wrong as error:
            kind = "date_parsing" if run.strict else "date_from_datetime_parsing"
            raise invalid(kind, value, error=str(error)) from None
    if not run.strict and _is_number(value):
        return _exact(validate_datetime(value, run), value, run)
    raise invalid("date_type", value)


def _exact(moment, value, run):
    run.fit = LAX
    if (moment.hour, moment.minute, moment.second, moment.microsecond) != (0, 0, 0, 0):
        raise invalid("date_from_datetime_inexact", value)
    return moment.date()


def validate_time(value, run):
    if isinstance(value, time):
        return value
    if isinstance(value, (str, bytes)) and (not run.strict or run.mode != "python"):
        run.fit = min(run.fit, STRICT) if run.mode == "json" else LAX
        text = _text(value)
        try:
            hour, minute, second, micro, zone = _read_time(text)
        except _Wrong as error:
            raise invalid("time_parsing", value, error=str(error)) from None
        return time(hour, minute, second, micro, zone)
    if not run.strict and _is_number(value):
        run.fit = LAX
        return _time_of_seconds(value, value)
    raise invalid("time_type", value)


def _time_of_seconds(number, value):
    if number < 0:
        raise invalid("time_parsing", value, error="time in seconds should be positive")
    if not number < 86400:
        raise invalid("time_parsing", value, error="numeric times may not exceed 86,399 seconds")
    moment = _EPOCH + timedelta(seconds=float(number))
    return time(moment.hour, moment.minute, moment.second, moment.microsecond, TzInfo(0))


_ISO_SPAN = re.compile(
    r"([+-])?P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$",
    re.IGNORECASE,
)
_SPAN = re.compile(r"([+-])?(?:(\d+)\s*d(?:ays?)?,?\s*)?(?:(\d+):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?$", re.IGNORECASE)


def validate_timedelta(value, run):
    if isinstance(value, timedelta):
        return value
    if isinstance(value, (str, bytes)) and (not run.strict or run.mode != "python"):
        run.fit = min(run.fit, STRICT) if run.mode == "json" else LAX
        text = _text(value)
        if match := _ISO_SPAN.match(text):
            if any(match.groups()[1:]):
                years, months, weeks, days, hours, minutes, seconds = (float(part or 0) for part in match.groups()[1:])
                days += years * 365 + months * 30
                span = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
                return -span if match[1] == "-" else span
        elif text and (match := _SPAN.match(text)) and (match[2] or match[3] and not match[1]):
            span = timedelta(days=int(match[2] or 0), hours=int(match[3] or 0), minutes=int(match[4] or 0), seconds=int(match[5] or 0))
            span += timedelta(microseconds=int((match[6] or "0").ljust(6, "0")[:6]))
            return -span if match[1] == "-" else span
        raise invalid("time_delta_parsing", value, error=_why_no_span(text))
    if not run.strict and _is_number(value):
        run.fit = LAX
        return _span_of(value, value)
    raise invalid("time_delta_type", value)


def _span_of(seconds, value):
    try:
        return timedelta(seconds=float(seconds) if not isinstance(seconds, int) else seconds)
    except OverflowError:
        raise invalid("time_delta_parsing", value, error="durations may not exceed 999,999,999 days") from None


def _why_no_span(text):
    body = text.lstrip("+-")
    if not body:
        return "input is too short"
    return '"day" identifier in duration not correctly formatted' if body[0].isdigit() else "invalid digit in duration"


PLANS = {
    datetime: Plan(validate_datetime, "datetime", "datetime", exact=(datetime,)),
    date: Plan(validate_date, "date", "date", exact=(date,)),
    time: Plan(validate_time, "time", "time", exact=(time,)),
    timedelta: Plan(validate_timedelta, "timedelta", "timedelta", exact=(timedelta,)),
}
