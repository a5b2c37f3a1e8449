# Aware datetimes: fixed offsets, conversion, comparison, a tzinfo of one's own.
from datetime import datetime, time, timedelta, timezone, tzinfo

utc = timezone.utc
india = timezone(timedelta(hours=5, minutes=30))
named = timezone(timedelta(hours=-3), "BRT")
noon = datetime(2024, 6, 1, 12, tzinfo=utc)
print(noon, noon.astimezone(india), noon.astimezone(named), repr(india), named, utc)
print(noon == noon.astimezone(india), noon.utcoffset(), noon.astimezone(named).tzname(), noon.strftime("%z %Z|"))
print(datetime(2024, 6, 1, 12, tzinfo=india) - noon, noon.timestamp(), datetime.fromtimestamp(0, india), datetime.fromtimestamp(1.5, utc))
naive = datetime(2024, 6, 1, 12)
print(naive == noon, naive.tzinfo, naive.replace(tzinfo=utc) == noon)
for work in (lambda: naive < noon, lambda: naive - noon, lambda: timezone(timedelta(hours=24)), lambda: timezone(5)):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__)


class Summer(tzinfo):
    """One hour more from April to September."""

    def utcoffset(self, moment):
        return timedelta(hours=1) + self.dst(moment)

    def dst(self, moment):
        return timedelta(hours=1 if moment and 4 <= moment.month < 10 else 0)

    def tzname(self, moment):
        return "SUM" if self.dst(moment) else "WIN"


zone = Summer()
for month in (1, 7):
    here = datetime(2024, month, 1, 9, tzinfo=zone)
    print(here.isoformat(), here.tzname(), here.dst(), here.astimezone(utc))
print(noon.astimezone(zone), time(1, 2, tzinfo=india), time(1, 2, tzinfo=india).utcoffset())
