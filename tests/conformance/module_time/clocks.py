# time: clocks go forward; sleep takes its time.
import time

a = time.time()
b = time.time()
print(b >= a, a > 1_600_000_000, type(a).__name__, type(time.time_ns()).__name__)
m = time.monotonic()
p = time.perf_counter()
time.sleep(0.05)
print(0.04 < time.monotonic() - m < 0.2, 0.04 < time.perf_counter() - p < 0.2)
print(time.perf_counter_ns() > 0, time.monotonic_ns() > 0, time.process_time() >= 0, type(time.process_time()).__name__)
print(time.sleep(0), time.sleep(0.0))
for wrong in (-1, "1", None):
    try:
        time.sleep(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, "|", error)
readings = [time.perf_counter() for _ in range(100)]
print(readings == sorted(readings))
start = time.time()
while time.time() - start < 0.02:
    pass
print("a polling loop ends")
t = time.gmtime(0)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_wday, t.tm_yday, tuple(t)[:6])
print(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(86400 * 365)), time.gmtime(1_700_000_000)[:6])
print(time.strftime("%H:%M", time.gmtime(3661)), time.strftime("%a %b %j %%", time.gmtime(0)))
