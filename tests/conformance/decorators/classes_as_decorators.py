# A class used as a decorator: state in the instance, and what a method needs besides __call__.
import functools
import types


class CountCalls:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function
        self.calls = 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.function(*args, **kwargs)

    def __get__(self, instance, owner=None):
        return self if instance is None else types.MethodType(self, instance)


class Unbound:
    def __init__(self, function):
        self.function = function

    def __call__(self, *args):
        return self.function(*args)


@CountCalls
def square(x):
    "The square."
    return x * x


print([square(n) for n in range(4)], square.calls, square.__name__, square.__doc__)


class Shop:
    def __init__(self, name):
        self.name = name

    @CountCalls
    def greet(self, who):
        return f"{self.name} greets {who}"

    @Unbound
    def broken(self):
        return self.name


a, b = Shop("A"), Shop("B")
print(a.greet("x"), "|", b.greet("y"), "|", Shop.greet.calls)
try:
    a.broken()
except TypeError as error:
    print(error)
print(a.broken.function(a))
