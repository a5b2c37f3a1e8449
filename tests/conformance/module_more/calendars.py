"""calendar, graphlib, sched, statistics, fractions: the small ones."""
import calendar
import fractions
import graphlib
import sched
import statistics
import time

print(calendar.month(2024, 2), end="")
print(calendar.monthrange(2023, 2), calendar.isleap(1900), calendar.leapdays(2000, 2025), calendar.weekday(2024, 12, 25), calendar.timegm((1970, 1, 2, 0, 0, 0)))
print(calendar.TextCalendar(calendar.SUNDAY).formatweek([(1, 0), (2, 1)], 3), list(calendar.Calendar().itermonthdays(2024, 9))[:8])
print(calendar.day_name[0], calendar.month_abbr[12], calendar.Month.MAY, calendar.Day.SUNDAY, calendar.monthcalendar(2021, 2))
print(calendar.HTMLCalendar().formatmonthname(2024, 1))
try:
    calendar.monthrange(2024, 13)
except ValueError as error:
    print(type(error).__name__, error)

sorter = graphlib.TopologicalSorter({"d": {"b", "c"}, "b": {"a"}, "c": {"a"}})
print(list(sorter.static_order())[0], list(graphlib.TopologicalSorter({3: [2], 2: [1]}).static_order()))
sorter = graphlib.TopologicalSorter({"deploy": ["test"], "test": ["build"], "docs": []})
sorter.prepare()
rounds = []
while sorter.is_active():
    ready = sorter.get_ready()
    rounds.append(sorted(ready))
    sorter.done(*ready)
print(rounds)
try:
    list(graphlib.TopologicalSorter({"a": ["b"], "b": ["a"]}).static_order())
except graphlib.CycleError as error:
    print(error.args[0], sorted(set(error.args[1])))

now = [0.0]
scheduler = sched.scheduler(lambda: now[0], lambda seconds: now.__setitem__(0, now[0] + seconds))
scheduler.enter(2, 1, print, ("second", now), {"end": "!\n"})
scheduler.enter(1, 2, print, ("first, low",))
scheduler.enter(1, 1, print, ("first, high",))
cancelled = scheduler.enterabs(5, 1, print, ("never",))
scheduler.cancel(cancelled)
print(len(scheduler.queue), scheduler.empty(), scheduler.run(), now)

data = [2, 4, 4, 4, 5, 5, 7, 9]
print(statistics.mean(data), statistics.median(data), statistics.mode(data), statistics.multimode("aabbc"), statistics.pstdev(data), statistics.variance(data))
print(statistics.quantiles(data, n=4), statistics.harmonic_mean([40, 60]), statistics.geometric_mean([54, 24, 36]), statistics.fmean(data, [1] * 8))
print(statistics.correlation([1, 2, 3], [1, 4, 9]), statistics.linear_regression([1, 2, 3], [2, 4, 6]), statistics.NormalDist(0, 1).cdf(1.96))
try:
    statistics.mean([])
except statistics.StatisticsError as error:
    print(error)
f = fractions.Fraction(3, 4)
print(f + fractions.Fraction("1/3"), f ** -2, float(f), fractions.Fraction(0.1).limit_denominator(100), fractions.Fraction("2.5e1"), round(f, 1), f"{f:.3f}", f"{f:>8}", divmod(f, 0.5), f.as_integer_ratio())
try:
    fractions.Fraction(1, 0)
except ZeroDivisionError as error:
    print(error)
