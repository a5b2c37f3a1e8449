# Functions that take and return functions: pipes, curry, memo, once, juxt, retry tables.
import functools
import inspect


def pipe(value, *functions):
    return functools.reduce(lambda v, f: f(v), functions, value)


def curry(function):
    count = len(inspect.signature(function).parameters)

    def collect(*args):
        return function(*args) if len(args) >= count else functools.partial(collect, *args)

    return collect


def once(function):
    @functools.wraps(function)
    def wrapper():
        if not hasattr(wrapper, "result"):
            wrapper.result = function()
        return wrapper.result

    return wrapper


def juxt(*functions):
    return lambda *args: [f(*args) for f in functions]


def flip(function):
    return lambda a, b: function(b, a)


def iterate(function, value, times):
    for _ in range(times):
        value = function(value)
    return value


@curry
def volume(a, b, c):
    return a * b * c


@once
def setup():
    print("setting up")
    return object()


print(pipe(" Hello World ", str.strip, str.lower, str.split, sorted, "-".join))
print(volume(2)(3)(4), volume(2, 3)(4), volume(2)(3, 4), volume(2, 3, 4))
print(setup() is setup(), setup.__name__, juxt(min, max, sum, len)([3, 1, 2]), flip(pow)(2, 5), iterate(lambda n: n * 2 + 1, 1, 5))
print(list(map(flip(divmod), [2, 3], [7, 7])), [f(16) for f in (hex, oct, bin, str, float)], (lambda f, *a: f(*a))(max, 1, 5, 3))
steps = [("double", lambda n: n * 2), ("square", lambda n: n**2), ("negate", lambda n: -n)]
value = 3
for name, step in steps:
    value, before = step(value), value
    print(f"{name}: {before} -> {value}")
print(sorted([(2, "b"), (1, "b"), (3, "a")], key=juxt(lambda t: t[1], lambda t: -t[0])))
