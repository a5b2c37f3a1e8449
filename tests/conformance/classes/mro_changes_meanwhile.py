"""Metaclasses whose mro() changes the very classes it orders, and assignments to __bases__ and __class__ that do not fit."""


def attempt(do):
    try:
        result = do()
    except Exception as error:
        print(type(error).__name__ + ":", error)
    else:
        print(result)


# mro() of a class that has no order yet.
class Early(type):
    def mro(cls):
        if cls.__mro__ is None:
            print(cls.__name__, "has no order yet", isinstance(cls, Early), issubclass(cls, object))
            attempt(lambda: super(cls, cls).anything)
            if cls.__name__ != "Below":
                attempt(lambda: Early("Below", (cls,), {}))
        return type.mro(cls)


class First(metaclass=Early):
    pass


asked = []


class AssignsItself(type):
    def mro(cls):
        if cls.__mro__ is None and not asked:
            asked.append(cls.__name__)
            cls.__bases__ += ()
        return type.mro(cls)


class Assigned(metaclass=AssignsItself):
    pass


print(Assigned.__mro__, Assigned.__bases__, Assigned().__class__)

# Assignments that call each other.
steps = []


class Again(type):
    def mro(cls):
        if cls.__mro__ is not None and cls.__name__ == "Lower" and len(steps) < 10:
            steps.append(cls.__name__)
            Upper.__bases__ += ()
        return type.mro(cls)


class Upper(metaclass=Again):
    pass


class Lower(Upper):
    pass


Lower.__bases__ += ()
print(len(steps), Lower.__mro__ == (Lower, Upper, object))
ready = False


class Crossing(type):
    def mro(cls):
        if ready and cls.__name__ == "Left":
            Right.__bases__ = (Left,)
        if ready and cls.__name__ == "Right":
            Left.__bases__ = (Right,)
        return type.mro(cls)


class Base(metaclass=Crossing):
    pass


class Left(Base):
    pass


class Right(Base):
    pass


ready = True
try:
    Left.__bases__ += ()
except TypeError as error:
    print(error)
ready = False
print(Left.__bases__, Right.__bases__, Base.__subclasses__())


# What mro() may answer.
class Answers(type):
    answer = None

    def mro(cls):
        if Answers.answer is None:
            return type.mro(cls)
        return Answers.answer(cls)


for answer in (lambda cls: [], lambda cls: [cls, 5], lambda cls: [cls, dict, object], lambda cls: 1 / 0,
               lambda cls: type.mro(cls)[::-1], lambda cls: None):
    Answers.answer = answer
    attempt(lambda: Answers("Made", (), {})().__class__.__name__)
Answers.answer = None


# A failure below undoes the whole assignment.
class Fails(type):
    fail = False

    def mro(cls):
        if Fails.fail and cls.__name__ == "Leaf":
            raise ValueError("not below here")
        return type.mro(cls)


class One(metaclass=Fails):
    def who(self):
        return "one"


class Two(metaclass=Fails):
    def who(self):
        return "two"


class Middle(One):
    pass


class Leaf(Middle):
    pass


Fails.fail = True
try:
    Middle.__bases__ = (Two,)
except ValueError as error:
    print(error)
Fails.fail = False
print(Middle.__bases__, Leaf().who(), One.__subclasses__(), Two.__subclasses__())
Middle.__bases__ = (Two,)
print(Leaf().who(), One.__subclasses__(), Two.__subclasses__())


# Layouts.
class Plain:
    pass


class Derived(Plain):
    pass


class SlotA:
    __slots__ = ("a", "b")


class SlotB:
    __slots__ = ("b", "a")


class SlotC:
    __slots__ = ("c", "d")


class Empty:
    __slots__ = ()


class Number(int):
    pass


slotted = SlotA()
slotted.a, slotted.b = "a", "b"
slotted.__class__ = SlotB
print(type(slotted).__name__, slotted.a, slotted.b)
for value, cls in ((slotted, SlotC), (slotted, Empty), (Plain(), SlotA), (Plain(), Number), (Number(), Plain), (5, Number),
                   (Plain(), object), (Plain(), 5)):
    try:
        value.__class__ = cls
    except TypeError as error:
        print(error)
plain = Plain()
plain.__class__ = Derived
print(type(plain).__name__)
for cls, base in ((Plain, Empty), (Derived, SlotA), (Derived, object), (Number, str), (SlotA, SlotC), (Derived, Derived)):
    try:
        cls.__bases__ = (base,)
    except TypeError as error:
        print(error)


# __getattribute__ that deletes __getattr__ on its way.
class Evil:
    def __getattr__(self, name):
        return f"__getattr__ answers for {name}"

    def __getattribute__(self, name):
        if hasattr(type(self), "__getattr__"):
            del Evil.__getattr__
        raise AttributeError(name)


print(Evil().something)
attempt(lambda: Evil().something)


# __new__ that is no function and fails.
class Failing:
    def __call__(self, *args):
        raise LookupError(*args[1:])


class Made:
    __new__ = Failing()


attempt(lambda: Made("no", "instance"))
from collections import deque


class Queue(deque):
    pass


queue = Queue([1])
Queue.__new__ = lambda cls, *args: [42]
for do in (lambda: queue * 3, lambda: queue + deque([2]), lambda: queue.copy()):
    attempt(do)
