# Descriptors: data, non-data, lookup order, functions as descriptors.
class NonData:
    def __get__(self, obj, owner):
        return f"non-data of {owner.__name__}, obj is {'None' if obj is None else 'there'}"


class Data(NonData):
    def __set__(self, obj, value):
        print("set", value)
        obj.__dict__["data"] = value

    def __delete__(self, obj):
        print("delete")


class C:
    non = NonData()
    data = Data()
    plain = "class attribute"

    def method(self):
        return "method"


c = C()
print(c.non, "|", C.non)
c.__dict__["non"] = "instance wins over non-data"
print(c.non)
c.data = 5
print(c.data, c.__dict__["data"])
del c.data
c.__dict__["method"] = lambda: "instance function"
print(c.method(), C.method(c))
print(type(C.__dict__["method"]).__name__, type(C.method).__name__, type(C().method).__name__)


def free(self, x):
    return (self.plain, x)


print(free.__get__(c, C)(1), free.__get__(c)(2))
C.attached = free
print(c.attached(3), C().attached.__self__.plain)


class Cached:
    def __init__(self, f):
        self.f = f

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        print("compute", self.name)
        value = obj.__dict__[self.name] = self.f(obj)
        return value


class Circle:
    def __init__(self, r):
        self.r = r

    @Cached
    def area(self):
        return 3 * self.r**2


k = Circle(2)
print(k.area, k.area, Circle.area.name)


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.slot = "_" + name

    def __get__(self, obj, owner):
        return getattr(obj, self.slot)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.slot[1:]} must be {self.kind.__name__}")
        setattr(obj, self.slot, value)


class Person:
    name = Typed(str)
    age = Typed(int)

    def __init__(self, name, age):
        self.name, self.age = name, age


p = Person("Mina", 7)
print(p.name, p.age)
for wrong in (lambda: Person(5, 5), lambda: setattr(p, "age", "old")):
    try:
        wrong()
    except TypeError as error:
        print(error)
