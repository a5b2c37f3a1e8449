# __new__, __init_subclass__, __set_name__, singletons, abstract-like classes.
class Plugin:
    registry = {}

    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry[tag or cls.__name__] = cls
        print("registered", cls.__name__, tag)


class A(Plugin):
    pass


class B(Plugin, tag="bee"):
    pass


class C(B, tag="sea"):
    pass


print(list(Plugin.registry))


class Single:
    instance = None

    def __new__(cls, *args):
        print("new", args)
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, *args):
        print("init", args)


print(Single(1) is Single(2))


class Other:
    def __new__(cls):
        return 42

    def __init__(self):
        print("never called")


print(Other())


class Field:
    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)
        self.name = "_" + name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return getattr(obj, self.name, "unset")

    def __set__(self, obj, value):
        setattr(obj, self.name, value * 2)


class Model:
    width = Field()
    height = Field()


m = Model()
print(m.width)
m.width = 4
print(m.width, m.__dict__, isinstance(Model.width, Field))
try:

    class Bad(Plugin, other=1):
        pass

except TypeError as error:
    print(error)
