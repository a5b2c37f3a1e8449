# tee, chain, islice, accumulate: what is consumed, and when.
import operator
from itertools import accumulate, chain, count, dropwhile, filterfalse, islice, starmap, takewhile, tee


def loud(items):
    for item in items:
        print("got", item)
        yield item


a, b = tee(loud("xyz"))
print(next(a), next(a), next(b))
c = tee(b, 1)[0]
print(list(a), list(b), list(c))
source = iter(range(10))
print(list(islice(source, 3)), list(islice(source, 1, 6, 2)), list(source))
print(list(islice("abcdef", 2, None)), list(islice("abcdef", None)), list(islice(count(), 5, 20, 5)))
for bad in ((-1,), (1, -2), (0, 5, 0), ("a",)):
    try:
        islice("abc", *bad)
    except ValueError as error:
        print(error)
print(list(chain("ab", [1], ())), list(chain.from_iterable([[1], "xy", range(2)])), next(chain.from_iterable(iter([count(4)]))))
print(list(accumulate([3, 1, 4, 1, 5])), list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate("abc", initial="")))
print(list(accumulate([1, 2, 3], operator.mul, initial=10)), list(accumulate([])), list(accumulate([], initial=0)))
numbers = iter([1, 3, 4, 5, 6])
print(list(takewhile(lambda n: n % 2, numbers)), list(numbers))
print(list(dropwhile(str.islower, "abCdE")), list(filterfalse(None, [0, 1, "", "a"])), list(starmap(pow, [(2, 3), (3, 2)])))
try:
    list(chain([1], 2))
except TypeError as error:
    print(error)
