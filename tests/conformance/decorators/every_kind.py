"""Decorators: plain, with arguments, classes, on methods and classes, stacked, with state, and failing ones."""
import functools


def trace(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print(f"-> {function.__name__}{args}{kwargs or ''}")
        result = function(*args, **kwargs)
        print(f"<- {function.__name__} = {result!r}")
        return result

    return wrapper


def repeat(times, *, separator=" "):
    print("repeat", times)

    def decorate(function):
        print("decorating", function.__name__)

        @functools.wraps(function)
        def wrapper(*args):
            return separator.join(str(function(*args)) for _ in range(times))

        return wrapper

    return decorate


@trace
@repeat(2, separator="|")
def greet(name):
    """Greets."""
    return f"hi {name}"


print(greet("Ada"), greet.__name__, greet.__doc__, greet.__wrapped__.__wrapped__("Bo"))


class CountCalls:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.calls = function, 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)

    def __get__(self, instance, owner):
        return functools.partial(self, instance) if instance else self


class Service:
    @CountCalls
    def run(self, n):
        return n * 2

    @staticmethod
    @trace
    def static(n):
        return n

    @classmethod
    @trace
    def of_class(cls, n):
        return cls.__name__, n

    @property
    @trace
    def value(self):
        return 42


service = Service()
print(service.run(1), service.run(2), Service.run.calls, Service.static(3), service.of_class(4), service.value)


def register(registry):
    def decorate(cls):
        registry[cls.__name__] = cls
        cls.registered = True
        return cls

    return decorate


plugins = {}


@register(plugins)
class Plugin:
    pass


print(plugins["Plugin"] is Plugin, Plugin.registered)


def singleton(cls):
    instances = {}

    @functools.wraps(cls, updated=())
    def get(*args):
        if cls not in instances:
            instances[cls] = cls(*args)
        return instances[cls]

    return get


@singleton
class Config:
    def __init__(self, name):
        self.name = name


print(Config("a") is Config("b"), Config("c").name, Config.__name__)


def memoize(function):
    cache = {}

    def wrapper(n):
        if n not in cache:
            cache[n] = function(n)
        return cache[n]

    wrapper.cache = cache
    return wrapper


@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), len(fib.cache))
order = []


def note(label):
    order.append(f"evaluate {label}")

    def decorate(function):
        order.append(f"apply {label}")
        return function

    return decorate


@note("outer")
@note("inner")
def noted():
    pass


print(order)
table = {"upper": str.upper}


@table["upper"]
@lambda f: f()
def text():
    return "a decorator may be any expression"


print(text)
buttons = [lambda f: f, trace]


@buttons[1]
def pressed(*, key="none"):
    return key


pressed(key="enter")
for bad in ("@not_defined\ndef f(): pass", "@5\ndef f(): pass", "@trace(1, 2)\ndef f(): pass", "@(lambda: 1)\ndef f(): pass"):
    try:
        exec(bad)
    except Exception as error:
        print(bad.split("\n")[0], "->", type(error).__name__, error)


@trace
def fails():
    raise ValueError("inside a wrapped function")


fails()
