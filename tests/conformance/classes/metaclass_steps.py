# The order in which a class is made: __prepare__, the body, __new__, __set_name__, __init_subclass__, __init__.


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **options):
        print("prepare", name, options)
        return {"prepared": True}

    def __new__(mcls, name, bases, namespace, **options):
        print("new", name, sorted(k for k in namespace if not k.startswith("__")))
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **options):
        print("init", name, options)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print("call", cls.__name__, args, kwargs)
        instance = super().__call__(*args, **kwargs)
        print("made", instance)
        return instance

    def __len__(cls):
        return len(cls.__name__)

    def __iter__(cls):
        return iter(cls.__name__)

    def __contains__(cls, item):
        return item in cls.__dict__

    def __repr__(cls):
        return f"<class {cls.__name__}>"


class Named:
    def __set_name__(self, owner, name):
        print("set_name", name)


class Base(metaclass=Meta, option=1):
    item = Named()

    def __init_subclass__(cls, /, tag=None, **rest):
        print("init_subclass", cls, tag, rest)
        super().__init_subclass__(**rest)

    def __init__(self, x=0):
        self.x = x

    def __repr__(self):
        return f"{type(self).__name__}({self.x})"


class Child(Base):
    print("body of Child", prepared)


try:
    class Tagged(Base, tag="t"):
        pass
except TypeError as error:
    print(error)
Child(5)
print(len(Child), list(Child), "prepared" in Child, Child, [Base, Child])
print(type(Child) is Meta, isinstance(Child, type), Child.__mro__[1:])


class A(type):
    pass


class B(type):
    pass


try:
    class Mixed(A("X", (), {}), B("Y", (), {})):
        pass
except TypeError as error:
    print(error)
try:
    class Order(object, Base):
        pass
except TypeError as error:
    print(error)
Dynamic = type("Dynamic", (), {"greet": lambda self: "hi", "n": 3})
print(Dynamic().greet(), Dynamic.n, Dynamic.__name__, Dynamic.__qualname__, Dynamic.__module__)
