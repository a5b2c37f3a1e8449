# Parameters with defaults, keyword arguments, and how they mix.
def f(a, b=2, c=3):
    return a, b, c


print(f(1))
print(f(1, 5))
print(f(1, c=9))
print(f(c=7, a=0))
print(f(*[4, 5], **{"c": 6}))
print(f(*(), a=1))


def collect(first, *rest, key=None, **others):
    return first, rest, key, others


print(collect(1))
print(collect(1, 2, 3))
print(collect(1, 2, key="k", x=1, y=2))
print(collect(*range(4), **{"key": 0, "z": 26}))
print(collect(*"ab", *"cd", **{"p": 1}, **{"q": 2}))


def only_keywords(*, a, b=1):
    return a + b


def only_positions(a, b=10, /):
    return a - b


def everything(a, /, b, *, c):
    return [a, b, c]


print(only_keywords(a=2), only_keywords(b=3, a=2))
print(only_positions(1), only_positions(5, 2))
print(everything(1, 2, c=3), everything(1, b=2, c=3))


def same_name(a, /, **kw):
    return a, kw


print(same_name(1, a=2))
