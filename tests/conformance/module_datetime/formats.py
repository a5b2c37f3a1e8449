"""strftime, strptime, isoformat, fromisoformat and what they refuse."""
import datetime as dt
import time

moment = dt.datetime(2024, 2, 5, 4, 3, 2, 1009, tzinfo=dt.timezone(dt.timedelta(hours=-3, minutes=-30), "XYZ"))
for directive in "aAbBcdfHIjmMpSUVwWxXyYzZGuD%":
    print(f"%{directive}", moment.strftime(f"%{directive}"), end=" | ")
print()
print(moment.strftime("%Y-%m-%dT%H:%M:%S.%f%z %:z week %V of %G"), f"{moment:%d.%m.%y}", format(moment, ""), f"{moment.date():%A}", f"{moment.time():%H:%M}")
for text, form in [
    ("2024-02-29 23:59:58", "%Y-%m-%d %H:%M:%S"), ("5 Feb 2024", "%d %b %Y"), ("February 05, 24", "%B %d, %y"), ("12:30 PM", "%I:%M %p"),
    ("12:30 am", "%I:%M %p"), ("2024 060", "%Y %j"), ("2024-W06-1", "%G-W%V-%u"), ("1.5", "%S.%f"), ("+05:30", "%z"), ("UTC", "%Z"), ("Z", "%z"),
    ("Mon 05/02/24", "%a %d/%m/%y"), ("2024 05 1", "%Y %W %w"), ("100%", "%H0%%"),
]:  # fmt: skip
    print(text, "->", dt.datetime.strptime(text, form))
for text, form in [
    ("2024-13-01", "%Y-%m-%d"), ("2023-02-29", "%Y-%m-%d"), ("abc", "%Y"), ("2024 extra", "%Y"), ("24", "%Q"), ("2024-02", "%Y-%m-%d"), ("2024 1", "%G %u"),
]:  # fmt: skip
    try:
        print(dt.datetime.strptime(text, form))
    except ValueError as error:
        print(text, form, "|", error)
for text in ("2024-02-05", "20240205T040302", "2024-02-05 04:03", "2024-02-05T04:03:02.5Z", "2024-W06-1", "2024-02-05T04:03:02+05:30", "2024-02-05T24:00", "nope", "2024-2-5"):
    try:
        print(text, "->", repr(dt.datetime.fromisoformat(text)))
    except ValueError as error:
        print(text, "|", error)
print(moment.isoformat(), moment.isoformat(" ", "minutes"), moment.isoformat(timespec="milliseconds"), moment.date().isocalendar(), dt.date.fromisocalendar(2024, 6, 1))
print(dt.time.fromisoformat("04:05:06.007"), dt.time(1, 2, 3).isoformat("auto"), dt.date.fromisoformat("2024-W01-5"), dt.time(4, 5, tzinfo=dt.timezone.utc))
for delta in (dt.timedelta(days=-1, hours=5), dt.timedelta(weeks=2, milliseconds=3), dt.timedelta(seconds=-0.5), dt.timedelta(0)):
    print(delta, repr(delta), delta.total_seconds(), abs(delta), -delta, delta // dt.timedelta(minutes=7), delta % dt.timedelta(minutes=7))
print(time.strftime("%Y-%m-%d", time.gmtime(86400 * 365)), time.strptime("30 Nov 00", "%d %b %y")[:8], time.asctime(time.gmtime(0)))
print(dt.datetime.fromtimestamp(0, dt.timezone.utc), dt.datetime(2024, 1, 31) + dt.timedelta(days=30), dt.datetime.max - dt.datetime.min)
for attempt in (
    lambda: dt.date(2024, 2, 30), lambda: dt.time(24), lambda: dt.datetime(1, 1, 1) - dt.timedelta(1), lambda: dt.timezone(dt.timedelta(days=1)),
    lambda: moment - dt.datetime(2024, 1, 1), lambda: moment < dt.datetime(2024, 1, 1), lambda: dt.date.today() + 1, lambda: dt.datetime(10000, 1, 1),
):  # fmt: skip
    try:
        print(attempt())
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, "|", error)
