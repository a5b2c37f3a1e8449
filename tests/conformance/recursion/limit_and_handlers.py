"""sys.setrecursionlimit, how deep calls go, and handlers that run close to the limit."""
import sys


def depth(n=1):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


print(sys.getrecursionlimit(), 900 < depth() < 1000)


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


print(down(900))
try:
    down(2000)
except RecursionError as error:
    print(error)
sys.setrecursionlimit(6000)
print(down(5000), 5000 < depth() < 6000)
sys.setrecursionlimit(1000)
for wrong in (0, -5, "many", 1.5, None):
    try:
        sys.setrecursionlimit(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


def wraps_each_level(n):
    try:
        wraps_each_level(n + 1)
    except RecursionError as error:
        raise ValueError("wrapped") from error


try:
    wraps_each_level(0)
except ValueError as error:
    print(error, type(error.__cause__).__name__)


def with_finally(n, log):
    try:
        with_finally(n + 1, log)
    finally:
        log.append(n)


log = []
try:
    with_finally(0, log)
except RecursionError:
    print("every finally ran:", log[-1] == 0 and log == sorted(log, reverse=True))


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


print(is_even(500), is_odd(500))


def ackermann(m, n):
    return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))


print(ackermann(2, 9))
down(10_000)
