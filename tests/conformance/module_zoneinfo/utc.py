"""zoneinfo: UTC is always there; a zone's file can be given."""
import io
import struct
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

utc = ZoneInfo("UTC")
print(repr(utc), utc, utc.key, datetime(2024, 5, 1, 12, tzinfo=utc), utc.utcoffset(None), utc is ZoneInfo("UTC"))
print(datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=9))).astimezone(utc).isoformat(), utc.tzname(datetime(2024, 1, 1)))
for key in ("Nowhere/Nothing", "../etc/passwd", "/abs"):
    try:
        ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError) as e:
        print(type(e).__name__, key in str(e))
# Two kinds of time, one change between them, and a rule for afterwards.
body = struct.pack(">q", 86400) + b"\x01" + struct.pack(">lBB", 3600, 0, 0) + struct.pack(">lBB", 7200, 1, 4) + b"ONE\0TWO\0"
head = struct.pack(">4sc15x6l", b"TZif", b"2", 0, 0, 0, 0, 0, 0)
data = head + struct.pack(">4sc15x6l", b"TZif", b"2", 0, 0, 0, 1, 2, 8) + body + b"\nONE-1TWO,M3.5.0,M10.5.0/3\n"
zone = ZoneInfo.from_file(io.BytesIO(data), key="Made/Up")
for moment in (datetime(1970, 1, 1, 5), datetime(1970, 1, 3), datetime(2030, 7, 1), datetime(2030, 12, 1)):
    moment = moment.replace(tzinfo=zone)
    print(moment, moment.tzname(), moment.dst())
try:
    ZoneInfo.from_file(io.BytesIO(b"nothing"))
except ValueError as e:
    print(e)
