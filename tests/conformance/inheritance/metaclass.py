# Metaclasses: __new__, __init__, __call__, __prepare__, methods of classes.
class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("prepare", name, kw)
        return {"injected": 1}

    def __new__(mcls, name, bases, namespace, **kw):
        print("new", name, [b.__name__ for b in bases])
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kw):
        super().__init__(name, bases, namespace)
        cls.upper = name.upper()

    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)

    def __len__(cls):
        return 7

    def __iter__(cls):
        return iter("xyz")

    def __contains__(cls, item):
        return item == "magic"

    def describe(cls):
        return f"class {cls.__name__}"

    @property
    def shiny(cls):
        return "shiny " + cls.__name__


class Thing(metaclass=Meta, flag=True):
    def __init__(self, n):
        self.n = n


class Sub(Thing):
    pass


print(Thing.injected, Thing.upper, len(Thing), list(Sub), "magic" in Thing)
print(Sub(3).n, Sub.describe(), Sub.shiny, type(Sub) is Meta)
try:
    Thing(1).describe()
except AttributeError as error:
    print(error)


class OtherMeta(type):
    pass


class Y(metaclass=OtherMeta):
    pass


try:

    class Mixed(Thing, Y):
        pass

except TypeError as error:
    print(error)
print(isinstance(Thing, Meta), type(type(Thing)).__name__)
