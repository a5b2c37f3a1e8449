"""exit() and quit() in a script, with and without a code."""
import atexit
import sys

print(exit, "|", quit, "|", help)
for code in (None, 0, 3, "a message", [1]):
    try:
        exit(code)
    except SystemExit as error:
        print(type(error).__name__, repr(error.code), error.args)
try:
    quit()
except SystemExit as error:
    print(repr(error.code))
try:
    sys.exit("text")
except SystemExit as error:
    print(repr(error.code), str(error))
try:
    raise SystemExit
except SystemExit as error:
    print(error.code, error.args)


def work(n):
    try:
        if n == 2:
            exit(7)
        print("work", n)
    finally:
        print("finally", n)


atexit.register(print, "atexit runs")
for n in range(5):
    work(n)
print("never")
