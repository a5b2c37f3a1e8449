# What programs about something else call in passing: formatting, the everyday methods, and the modules that are always at hand.
import asyncio
import collections
import functools
import heapq
import itertools
import math
import random
import sys
import time


def formatting():
    rate, count, name = 0.12345, 1234567, "task"
    print(f"{rate:.2f} {rate:.1%} {rate:>10.3f}| {rate:e} {rate:g} {1 / 3:.4g} {2.0} {1e21} {-0.0:+.1f}")
    print(f"{count:,} {count:_} {count:>12}| {count:<12}| {count:^12}| {count:012d} {255:#x} {255:08b} {255:o} {count:.1e}")
    print(f"{name!r:>10} {name:*^12} {name:.2} {name = } {rate * 2 = :.3f} {'nested ' + f'{count % 7}'}")
    print("%s has %d items, %5.2f%% of %r, %x" % (name, 3, 12.345, name, 255))
    print("{} {1} {0}".format("a", "b") if False else "{0} {1} {0} {key:>5}".format("a", "b", key="c"))
    print("a", "b", 3, sep=", ", end=".\n", flush=True)
    print(round(2.5), round(3.14159, 2), round(-7.5), divmod(17, 5), 17 // -5, 17 % -5, 2 ** 10, 2 ** -1, 7 / 2, pow(3, 4, 5))


def text():
    line = "  The quick brown fox, jumps; over the lazy dog  "
    print(line.strip().split(), line.strip().split(", "), line.count("o"), line.find("fox"), line.strip().partition(","))
    print("-".join(["a", "b", "c"]), "abc".upper(), "ABC".lower(), "the end".title(), "hello".capitalize(), "aBc".swapcase())
    print("x".center(7, "*"), "x".ljust(4) + "|", "x".rjust(4), "42".zfill(5), "banana".replace("an", "AN", 1))
    print("file.txt".endswith((".txt", ".md")), "file.txt".removesuffix(".txt"), "a\tb".expandtabs(4), "line\nline".splitlines())
    print("abc"[::-1], "abc"[-1], "b" in "abc", "abc" < "abd", ord("a"), chr(0xAC00), "=" * 20, "12".isdigit(), "ab".isalpha())
    print("안녕하세요".encode(), "안녕하세요".encode().decode(), len("안녕하세요"), "café".encode("utf-8"), b"ab".hex(), bytes(3))
    print(int("42"), int("ff", 16), float("1.5"), str(12), bool(""), list("abc"), hex(255), bin(5), repr("it's"), ascii("é"))


def containers():
    numbers = [5, 3, 8, 1]
    print(sorted(numbers), sorted(numbers, reverse=True), sorted(["bb", "a"], key=len), max(numbers), min(numbers, default=0), sum(numbers))
    numbers.append(4); numbers.extend([7, 2]); numbers.insert(0, 9); numbers.remove(3); numbers.sort(key=lambda n: -n)
    print(numbers, numbers.pop(), numbers.pop(0), numbers.index(8), numbers[1:3], numbers[::2], numbers * 2, [0] * 3, len(numbers))
    print(list(enumerate("ab", 1)), list(zip("ab", [1, 2])), list(map(str, [1, 2])), list(filter(None, [0, 1])), list(range(10, 0, -3)))
    print(any(n > 7 for n in numbers), all(numbers), list(reversed(numbers)), [*numbers, 0], dict(a=1, **{"b": 2}), abs(-3.5))
    ages = {"Ann": 31, "Bob": 25}
    ages["Cid"] = ages.get("Dan", 40); ages.setdefault("Eve", 1); ages.update(Bob=26)
    print(ages, ages.pop("Eve"), list(ages.items()), sorted(ages, key=ages.get), "Ann" in ages, {v: k for k, v in ages.items()}, ages | {"x": 1})
    print({1, 2} | {3}, {1, 2} & {2}, {1, 2} - {2}, {1} <= {1, 2}, len(set("hello")), frozenset({1}), sorted({"b", "a"}))
    first, *middle, last = range(5)
    print(first, middle, last, (1, 2) + (3,), (1, 2) < (1, 3), isinstance(3, (int, str)), type(3).__name__, callable(print), id(first) == id(first))
    for bad in (lambda: int("x"), lambda: [][0], lambda: {}["k"], lambda: 1 / 0, lambda: None + 1, lambda: "a".b, lambda: len(3), lambda: next(iter([]))):
        try:
            bad()
        except Exception as error:
            print(type(error).__name__, error, sep=": ")


def modules():
    random.seed(7)
    items = list(range(6))
    random.shuffle(items)
    print(items, random.random(), random.uniform(1, 2), random.randint(1, 6), random.choice("abc"), random.sample(range(50), 3))
    print(random.randrange(0, 100, 5), random.choices("ab", k=3), random.gauss(0, 1), random.expovariate(2), random.getrandbits(8))
    print(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(0)), len(time.strftime("%X")), time.time() > 0, time.perf_counter() >= 0)
    print(time.monotonic() >= 0, time.localtime().tm_year > 2000, len(time.ctime()), sys.version_info >= (3, 13), len(sys.argv), sys.maxsize > 0)
    print(math.sqrt(2), math.pi, math.floor(-1.5), math.ceil(1.2), math.inf, math.isnan(math.nan), math.gcd(12, 18), math.factorial(5), math.log(8, 2))
    heap = []
    for n in [3, 1, 2]:
        heapq.heappush(heap, (n, f"job {n}"))
    print(heapq.heappop(heap), heap[0], heapq.nsmallest(2, [3, 1, 2]))
    queue = collections.deque([1, 2, 3], maxlen=3)
    queue.append(4); queue.appendleft(0); queue.rotate(1)
    groups = collections.defaultdict(list)
    for word in ["apple", "avocado", "bean"]:
        groups[word[0]].append(word)
    Point = collections.namedtuple("Point", "x y")
    print(queue, queue.popleft(), dict(groups), Point(1, y=2), Point(1, 2)._replace(x=0), collections.Counter("hello").most_common(1))
    print(list(itertools.islice(itertools.count(5), 3)), list(itertools.chain([1], [2])), list(itertools.product("ab", repeat=2))[:3],
          list(itertools.zip_longest("ab", "c")), list(itertools.accumulate([1, 2, 3])), list(itertools.combinations("abc", 2)),
          [next(c) for c in [itertools.cycle("xy")] * 3], [list(g) for _, g in itertools.groupby("aab")], list(itertools.pairwise("abc")))
    print(functools.reduce(lambda a, b: a * b, [1, 2, 3]), functools.partial(pow, 2)(5))


def timed(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        started = time.perf_counter()
        try:
            return await function(*args, **kwargs)
        finally:
            print(f"{function.__name__} took {time.perf_counter() - started:.0f} s")
    return wrapper


@functools.lru_cache(maxsize=None)
def slow_square(n):
    print("computing", n)
    return n * n


@timed
async def main():
    print([slow_square(n) for n in (2, 3, 2)], slow_square.cache_info())
    for step in formatting, text, containers, modules:
        print(f"--- {step.__name__}")
        step()
        await asyncio.sleep(0.01)


asyncio.run(main())
