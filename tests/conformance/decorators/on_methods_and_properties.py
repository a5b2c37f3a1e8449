# Stacking a decorator with staticmethod, classmethod and property: the order matters.
from functools import wraps


def shout(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        return str(function(*args, **kwargs)).upper()

    return wrapper


class Person:
    kind = "person"

    def __init__(self, name):
        self._name = name

    @property
    @shout
    def name(self):
        "A property over a wrapped function."
        return self._name

    @name.setter
    def name(self, value):
        self._name = value.strip()

    @classmethod
    @shout
    def describe(cls):
        return cls.kind

    @staticmethod
    @shout
    def join(a, b):
        return a + b

    @shout
    def method(self):
        return self._name + "!"


class Child(Person):
    kind = "child"


p = Person("ada")
print(p.name, p.method(), Person.describe(), Child.describe(), Person.join("a", "b"))
p.name = "  eva "
print(p.name, Person.name.__doc__, Person.method.__qualname__, Person.describe.__func__.__name__)
try:
    del p.name
except AttributeError as error:
    print(error)
try:
    shout(staticmethod(len))
    print(shout(staticmethod(len))("abc"))
    print(shout(classmethod(len))("abc"))
except TypeError as error:
    print(error)
