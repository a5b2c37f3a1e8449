# weakref.ref, proxies and callbacks; what cannot be referred to.
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node({self.name})"

    def __len__(self):
        return 3


a = Node("a")
r = weakref.ref(a, lambda ref: print("gone", ref() is None))
p = weakref.proxy(a)
print(r(), r() is a, p.name, len(p), weakref.ref(a) is weakref.ref(a), weakref.getweakrefcount(a))
p.name = "b"
print(a, r == weakref.ref(a), isinstance(p, Node), type(p).__name__)
del a
print(r())
try:
    p.name
except ReferenceError as error:
    print(error)
for value in (1, "s", (), [], {}, None):
    try:
        weakref.ref(value)
        print("yes", type(value).__name__)
    except TypeError as error:
        print(error)


class Slim:
    __slots__ = ("x",)


class SlimWeak:
    __slots__ = ("x", "__weakref__")


try:
    weakref.ref(Slim())
except TypeError as error:
    print(error)
print(weakref.ref(SlimWeak())(), weakref.ref({1}.__class__)() is set)
n = Node("m")
bound = weakref.WeakMethod(n.__len__)
print(bound()(), weakref.ref(n.__len__)())
del n
print(bound())
x, y = Node("x"), Node("x")
refs = {weakref.ref(x): 1, weakref.ref(y): 2}
print(len(refs), refs[weakref.ref(x)], refs[weakref.ref(y)])
