# strftime, strptime and the ISO format there and back.
from datetime import date, datetime, time

moment = datetime(2024, 2, 29, 7, 5, 9, 42)
for code in "aAbBdHIjmMpSUwWyYfGuVxX%":
    print(code, moment.strftime("%" + code))
print(moment.strftime("%Y-%m-%dT%H:%M:%S.%f"), f"{moment:%d.%m.%y}", format(moment.date(), "%A"), "{:%H}".format(moment.time()))
print(moment.isoformat(), moment.isoformat(" ", "minutes"), moment.isoformat(timespec="milliseconds"), str(moment), moment.ctime())
for text, form in (
    ("2024-02-29", "%Y-%m-%d"),
    ("1 Mar 99", "%d %b %y"),
    ("03:07 PM", "%I:%M %p"),
    ("2024 060", "%Y %j"),
    ("12:00:00.5", "%H:%M:%S.%f"),
    ("today", "%Y"),
    ("2024 x", "%Y"),
):
    try:
        print(repr(datetime.strptime(text, form)))
    except ValueError as error:
        print("ValueError:", error)
for text in ("2024-01-02", "20240102", "2024-W01-2", "2024-01-02T03:04", "2024-01-02 03:04:05.678", "2024-01-02T03:04:05Z", "soon"):
    try:
        print(repr(datetime.fromisoformat(text)))
    except ValueError as error:
        print("ValueError:", error)
print(tuple(date.fromisoformat("2024-12-31").isocalendar()), time.fromisoformat("04:05").replace(minute=6), date.fromisocalendar(2025, 1, 1))
