"""What a class loses, or answers wrongly, while it is being used."""
import gc
import weakref
from collections import deque


class Evil:
    def __getattr__(self, name):
        raise AttributeError(name)

    def __getattribute__(self, name):
        del Evil.__getattr__
        raise AttributeError(name)


try:
    Evil().attribute
except AttributeError as e:
    print(e)


class Reversed(type):
    def mro(cls):
        return type.mro(cls)[::-1]


class A:
    def f(self):
        return "A"


class B(A):
    def f(self):
        return "B"


class C(B, metaclass=Reversed):
    pass


print([c.__name__ for c in C.__mro__], C().f(), isinstance(C(), object))

for answer in (lambda cls: [cls, dict, object], lambda cls: [1], lambda cls: 1):
    try:

        class Devious(type):
            def mro(cls):
                return answer(cls)

        class X(metaclass=Devious):
            pass

    except TypeError as e:
        print(e)


class Made(deque):
    pass


made = Made([1, 2])
Made.__new__ = lambda cls, *args: [42]
for attempt in (lambda: made * 3, lambda: made + deque([1]), made.copy):
    try:
        print(attempt())
    except TypeError as e:
        print(e)


class Dying:
    def __del__(self):
        print("del")


dying = Dying()
seen = weakref.ref(dying, lambda r: print("callback", gc.collect() >= 0, r() is None))
del dying
print("fine")


class Slotted(set):
    __slots__ = ("x", "__dict__")


s = Slotted([1])
s.x, s.y = 2, 3
print(s.__reduce__()[2])
text = "a" * 20000 + "b" * 20000 + "a" * 20000
print(text.find("a" * 20000 + "b" * 20001), text.find("b" * 20000 + "a" * 20000), ("é" + text).find("ab" * 3), ("한" + text * 2).count(text))
