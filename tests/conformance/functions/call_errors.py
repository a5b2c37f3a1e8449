# Calls with bad unpacking and calls of things that cannot be called.
def f(*args, **kw):
    return args, kw


def attempt(work):
    try:
        print(work())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, "|", error)


attempt(lambda: f(*5))
attempt(lambda: f(**5))
attempt(lambda: f(**[1]))
attempt(lambda: f(**{1: 2}))
attempt(lambda: f(**{"a": 1}, **{"a": 2}))
attempt(lambda: f(a=1, **{"a": 2}))
attempt(lambda: f(*[1, 2], *"ab", *{}))
for thing in (5, "text", None, [1, 2], {}, (1, 2), 1.5, b"x", range(3), object):
    attempt(lambda: thing(0))
attempt(lambda: f.missing())
attempt(lambda: len())
attempt(lambda: len(1, 2))
attempt(lambda: len(5))
attempt(lambda: print(1, wrong=2))
attempt(lambda: int("1", wrong=2))
attempt(lambda: sorted())
attempt(lambda: sorted([1], 2))


class C:
    def method(self, a):
        return a


attempt(lambda: C().method())
attempt(lambda: C().method(1, 2))
attempt(lambda: C.method())
attempt(lambda: C.method(1))
attempt(lambda: C(1))
attempt(lambda: C(a=1))
attempt(lambda: C()())
