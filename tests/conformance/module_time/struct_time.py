# struct_time without the clock: gmtime of given seconds, strftime, strptime, fields.
import calendar
import time

epoch = time.gmtime(0)
print(epoch)
print(epoch.tm_year, epoch[7], len(epoch), epoch[:3], epoch == (1970, 1, 1, 0, 0, 0, 3, 1, 0), isinstance(epoch, tuple))
leap = time.gmtime(1709164800)
print(time.strftime("%Y-%m-%d %H:%M:%S %j %a %b", leap), time.asctime(leap), calendar.timegm(leap))
parsed = time.strptime("30 Nov 2025", "%d %b %Y")
print(parsed.tm_yday, parsed.tm_wday, tuple(parsed), parsed.tm_isdst)
print(time.strptime("12:30 PM", "%I:%M %p")[3:5], time.strptime("2024-366", "%Y-%j")[:3])
print(time.struct_time((2024, 1, 2, 3, 4, 5, 1, 2, 0)))
for work in (
    lambda: time.strptime("2024", "%m"),
    lambda: time.struct_time((1, 2)),
    lambda: time.strftime("%Y", (2024,)),
    lambda: time.asctime("now"),
    lambda: time.gmtime("0"),
    lambda: time.sleep(-1),
    lambda: time.sleep("1"),
):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
