# A decorator that takes arguments: three nested functions, used with and without parentheses.
import functools


def repeat(times=2, *, separator="-"):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return separator.join(function(*args, **kwargs) for _ in range(times))

        wrapper.times = times
        return wrapper

    return decorate


def optional(function=None, *, prefix="> "):
    if function is None:
        return functools.partial(optional, prefix=prefix)

    @functools.wraps(function)
    def wrapper(*args):
        return prefix + function(*args)

    return wrapper


@repeat()
def hi(name):
    """Greets."""
    return "hi " + name


@repeat(3, separator="/")
def ho():
    return "ho"


@optional
def plain(text):
    return text


@optional(prefix="* ")
def starred(text):
    return text


print(hi("Ann"), hi.__name__, hi.__doc__, hi.times, hi.__wrapped__("Bob"))
print(ho(), ho.times)
print(plain("one"), starred("two"))
try:
    @repeat
    def forgotten():
        return "x"

    print(forgotten("y"))
except TypeError as error:
    print("TypeError:", error)
