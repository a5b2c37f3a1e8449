# The functional form, auto() with _generate_next_value_, member and nonmember, extending.
from enum import Enum, auto, member, nonmember


class Named(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return f"{name.lower()}:{start}:{count}:{last_values}"

    A = auto()
    B = auto()


print([m.value for m in Named])
Animal = Enum("Animal", "CAT DOG")
Fruit = Enum("Fruit", {"APPLE": "a", "PEAR": "p"}, module=__name__)
Number = Enum("Number", ["ONE", "TWO"], start=10)
print(list(Animal), list(Fruit), list(Number), Animal.CAT.value, len(Number))


class Mixed(Enum):
    ONE = 1
    helper = nonmember(5)

    @member
    def call():
        return "called"

    def method(self):
        return self.name

    class Inner:
        pass


print([m for m in Mixed.__members__], Mixed.helper, Mixed.call.value(), Mixed.ONE.method())


class Empty(Enum):
    def hello(self):
        return "hello from " + self.name


class Full(Empty):
    X = 1


print(Full.X.hello(), issubclass(Full, Empty), isinstance(Full.X, Empty))
try:
    class More(Full):
        Y = 2
except TypeError as error:
    print(error)
try:
    class Again(Enum):
        X = 1
        X = 2
except TypeError as error:
    print(error)


class Count(Enum):
    A = 5
    B = auto()
    C = auto()


print([(m.name, m.value) for m in Count], Count.A in Count, 6 in Count, 99 in Count)
match Count(6):
    case Count.A:
        print("A")
    case Count.B:
        print("B matched")
