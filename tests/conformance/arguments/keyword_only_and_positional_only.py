# / and *: all the combinations, their errors, annotations and defaults.
def full(a, b=2, /, c=3, d=4, *, e, f=6):
    return a, b, c, d, e, f


def attempt(*args, **kw):
    try:
        print(full(*args, **kw))
    except TypeError as error:
        print(error)


attempt(1, e=5)
attempt(1, 2, 3, 4, e=5)
attempt(1, 2, c=9, e=5)
attempt(1, 2, 3, 4, 5, e=6)
attempt(1)
attempt(e=5)
attempt(a=1, e=5)
attempt(1, b=2, e=5)
attempt(1, 2, 3, c=3, e=5)
attempt(1, e=5, g=7)
attempt(1, e=5, f=0, d=8)
attempt()


def swallow(a, /, **kw):
    return a, kw


def only(*, x):
    return x


def annotated(a: int, /, b: "str" = "x", *args: float, c: list[int] = (), **kw: dict) -> None:
    """doc"""


print(swallow(1, a=2), only(x=1), annotated.__annotations__, annotated.__defaults__, annotated.__kwdefaults__)
for work in (lambda: only(1), lambda: only(), lambda: swallow(a=1), lambda: len(obj=[1]), lambda: abs(x=1), lambda: [].append(x=1), lambda: int(x="5"), lambda: sorted(iterable=[2, 1]), lambda: "a b".split(sep=" "), lambda: "a".upper(1), lambda: sum(start=1), lambda: sum([1], start=5), lambda: round(number=1.5, ndigits=0), lambda: print(1, sep="", foo=1), lambda: dict(1, 2), lambda: range(stop=3), lambda: enumerate("ab", start=1).__next__(), lambda: list(x=1), lambda: str(object=5), lambda: float(x=1), lambda: max(1, 2, foo=1), lambda: isinstance(1), lambda: getattr(1, "x", 1, 1), lambda: pow(2, exp=3), lambda: {}.get(), lambda: "".join()):
    try:
        print(work())
    except TypeError as error:
        print(error)
