# Dates: weekdays, leap years, ends of months, ages.
import calendar
from datetime import MAXYEAR, date, timedelta

print([y for y in (1900, 2000, 2023, 2024, 2100) if calendar.isleap(y)], calendar.leapdays(2000, 2025))


def end_of_month(day):
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def age(born, today):
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


for day in (date(2024, 2, 1), date(2023, 2, 10), date(2024, 12, 31)):
    print(day, day.weekday(), day.isoweekday(), end_of_month(day), day.timetuple().tm_yday, day.toordinal())
print(age(date(2000, 2, 29), date(2024, 2, 28)), age(date(2000, 2, 29), date(2024, 2, 29)))
fridays = [d for d in (date(2024, m, 13) for m in range(1, 13)) if d.weekday() == 4]
print(*fridays)
start = date(2024, 1, 29)
print([str(start + timedelta(weeks=n)) for n in range(4)], date(2024, 3, 1) - date(2024, 2, 1))
print(date.fromordinal(1), date.min, date.max, MAXYEAR)
for work in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date.max + timedelta(1), lambda: date(2024, 13, 1), lambda: date(2024, 1, 31).replace(month=4), lambda: date(2024, 1, 1) < 5):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__)
print(calendar.month(2024, 2))
print(calendar.TextCalendar(6).formatweek([(0, 5), (1, 6), (2, 0), (3, 1), (4, 2), (5, 3), (6, 4)], 3))
