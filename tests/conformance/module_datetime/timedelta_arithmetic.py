# timedelta: normal form, arithmetic, text.
from datetime import timedelta

for arguments in (dict(), dict(days=1), dict(seconds=-1), dict(hours=25, minutes=61), dict(weeks=1, days=-7), dict(milliseconds=1.5), dict(microseconds=10**6 + 1)):
    d = timedelta(**arguments)
    print(arguments, d, repr(d), (d.days, d.seconds, d.microseconds), d.total_seconds())
a, b = timedelta(hours=5), timedelta(minutes=90)
print(a + b, a - b, b - a, -b, +a, abs(b - a))
print(a * 3, 2.5 * b, a / 2, a / b, a // b, a % b, divmod(a, b), a // 7)
print(a > b, a == timedelta(minutes=300), bool(timedelta()), sorted([a, b, timedelta()]), sum([a, b], timedelta()))
print(timedelta.min, timedelta.max, timedelta.resolution)
print({timedelta(days=1): "a day"}[timedelta(hours=24)])
for work in (lambda: a + 1, lambda: a * "x", lambda: a / timedelta(), lambda: timedelta(days=10**9), lambda: a < 3):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__)
print(a == 5, str(timedelta(days=-1, seconds=1)), f"{timedelta(days=2, microseconds=5)}")
