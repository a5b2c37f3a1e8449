# Decorators: order, arguments, classes as decorators, decorated methods.
import functools


def log(label):
    print("make", label)

    def decorate(f):
        print("apply", label, f.__name__)

        @functools.wraps(f)
        def wrapper(*args, **kw):
            print("before", label)
            result = f(*args, **kw)
            print("after", label)
            return result

        return wrapper

    return decorate


@log("outer")
@log("inner")
def add(a, b=1):
    """Adds."""
    return a + b


print(add(2, b=3), add.__name__, add.__doc__, add.__wrapped__.__wrapped__(5))


class CountCalls:
    def __init__(self, f):
        functools.update_wrapper(self, f)
        self.f, self.calls = f, 0

    def __call__(self, *args):
        self.calls += 1
        return self.f(*args)


@CountCalls
def square(x):
    return x * x


print(square(3), square(4), square.calls, square.__name__)


def register(table):
    def decorate(cls):
        table[cls.__name__] = cls
        cls.registered = True
        return cls

    return decorate


table = {}


@register(table)
class Plugin:
    pass


@(lambda f: lambda *a: f(*a) * 10)
def ten(x):
    return x


handlers = [lambda f: f, lambda f: "replaced"]


@handlers[1]
def gone():
    pass


print(table, Plugin.registered, ten(4), gone)


def method_decorator(f):
    @functools.wraps(f)
    def wrapper(self, *args):
        return f"<{f(self, *args)}>"

    return wrapper


class Greeter:
    @method_decorator
    def hello(self, name):
        return "hello " + name

    @classmethod
    @method_decorator
    def create(cls):
        return cls.__name__

    @staticmethod
    @functools.lru_cache
    def slow(n):
        print("computing", n)
        return n * 2

    @property
    @method_decorator
    def size(self):
        return 5


g = Greeter()
print(g.hello("Mina"), Greeter.create(), g.slow(2), g.slow(2), g.size)
try:

    @5
    def f():
        pass

except TypeError as error:
    print(error)
