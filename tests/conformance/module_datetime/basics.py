from datetime import date, datetime, time, timedelta, timezone

start = datetime(2024, 2, 28, 23, 30, 15, 250)
print(start, repr(start), start.isoformat(), start.date(), start.time())
print(start + timedelta(days=1, hours=1), start - timedelta(weeks=2), datetime(2024, 3, 1) - start)
print(timedelta(seconds=100_000), repr(timedelta(milliseconds=1500)), timedelta(hours=-1), timedelta(days=2) / 3)
print(start.strftime("%Y-%m-%d %H:%M:%S %j %A %b %p %%"), f"{start:%d.%m.%y}")
print(datetime.strptime("03/04/2021 05:06", "%d/%m/%Y %H:%M"), datetime.fromisoformat("2020-01-02T03:04:05+09:00"))
seoul = timezone(timedelta(hours=9), "KST")
there = datetime(2024, 1, 1, 9, tzinfo=seoul)
print(there, there.astimezone(timezone.utc), there.utcoffset(), there.tzname(), there.timestamp())
print(tuple(date(2024, 12, 25).isocalendar()), date(2023, 1, 1).weekday(), date.fromordinal(738000), date.max)
print(time(1, 2, 3).replace(hour=5), time.fromisoformat("04:05"), datetime.combine(date(2000, 1, 1), time(12)))
print(start < datetime(2025, 1, 1), sorted([date(2024, 5, 1), date(2023, 5, 1)]))
try:
    datetime.strptime("x", "%Y")
except ValueError as error:
    print(error)
