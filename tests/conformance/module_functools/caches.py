# lru_cache and cache.
from functools import cache, lru_cache


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())
fib.cache_clear()
print(fib.cache_info(), fib.__name__, fib.__wrapped__(1))
calls = []


@lru_cache(maxsize=2)
def slow(n):
    calls.append(n)
    return n * 10


for n in (1, 2, 1, 3, 2, 1):
    slow(n)
print(calls, slow.cache_info(), slow.cache_parameters())


@cache
def keyed(*args, **kw):
    calls.append(args)
    return len(calls)


calls.clear()
print(keyed(1), keyed(1.0), keyed(1, x=2), keyed(1, x=2), keyed(x=2), keyed("1"), keyed.cache_info().hits)


@lru_cache(typed=True)
def typed(n):
    calls.append(n)
    return type(n).__name__


print(typed(1), typed(1.0), typed(True), typed.cache_info())
try:
    keyed([1])
except TypeError as error:
    print(error)


class K:
    @lru_cache
    def method(self, n):
        calls.append("method")
        return n

    @staticmethod
    @cache
    def static(n):
        return [n]


k = K()
calls.clear()
print(k.method(1), k.method(1), K().method(1), calls, k.static(1) is k.static(1))


@lru_cache(maxsize=0)
def none(n):
    return n


print(none(1), none(1), none.cache_info())


@cache
def fails(n):
    print("runs")
    raise ValueError(n)


for _ in range(2):
    try:
        fails(1)
    except ValueError as error:
        print(error)
