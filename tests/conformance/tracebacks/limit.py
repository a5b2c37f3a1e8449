"""sys.tracebacklimit: how much of a traceback is shown; nothing of it at 0 and below."""
import sys
import traceback


def outer():
    inner()


def inner():
    raise ValueError("deep down")


def shown():
    try:
        outer()
    except ValueError:
        return traceback.format_exc()


for limit in (-1, 0, -100):
    sys.tracebacklimit = limit
    print(limit, repr(shown()))
for limit in (1, 2, 1000):
    sys.tracebacklimit = limit
    print(limit, shown().count("File"))
sys.tracebacklimit = 2
try:
    outer()
except ValueError:
    traceback.print_exc(limit=0)
    print(len(traceback.extract_tb(sys.exception().__traceback__)))
sys.tracebacklimit = -1
try:
    outer()
except ValueError as error:
    raise ExceptionGroup("both", [error, KeyError("k")]) from error
