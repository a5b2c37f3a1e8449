# A cache written by hand: hits, misses, a bound, and unhashable arguments.
from collections import OrderedDict
from functools import wraps


def memoize(maxsize):
    def decorate(function):
        cache = OrderedDict()
        stats = {"hit": 0, "miss": 0, "skip": 0}

        @wraps(function)
        def wrapper(*args, **kwargs):
            key = args, tuple(sorted(kwargs.items()))
            try:
                hash(key)
            except TypeError:
                stats["skip"] += 1
                return function(*args, **kwargs)
            if key in cache:
                stats["hit"] += 1
                cache.move_to_end(key)
                return cache[key]
            stats["miss"] += 1
            cache[key] = function(*args, **kwargs)
            if len(cache) > maxsize:
                print("  forgets", cache.popitem(last=False)[0])
            return cache[key]

        wrapper.stats = stats
        return wrapper

    return decorate


@memoize(3)
def area(a, b=1):
    print("  computes", a, b)
    return a * b if not isinstance(a, list) else len(a) * b


for call in ((2, 3), (2, 3), (4,), (5,), (2, 3), (6,), (4,), ([1, 2],)):
    print(call, "->", area(*call))
print(area(2, b=3), area.stats)


@memoize(100)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), fib.stats)
