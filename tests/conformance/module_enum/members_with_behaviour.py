# Enums whose members carry data and methods; aliases; lookup.
from enum import Enum, IntEnum, StrEnum, auto, unique


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.673e-11 * self.mass / self.radius**2


for planet in Planet:
    print(planet, planet.value, f"{planet.gravity:.2f}")


class Shade(Enum):
    RED = 1
    CRIMSON = 1
    BLUE = 2

    @classmethod
    def _missing_(cls, value):
        return cls.BLUE if value == "sky" else None

    def __str__(self):
        return self.name.lower()


print(Shade.CRIMSON is Shade.RED, list(Shade), list(Shade.__members__), Shade("sky"), Shade.BLUE)
for work in (lambda: Shade(9), lambda: Shade["GREEN"], lambda: Shade.GREEN, lambda: setattr(Shade, "RED", 5), lambda: Shade.RED < Shade.BLUE):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)


class Size(IntEnum):
    SMALL = 1
    LARGE = 10


class Word(StrEnum):
    HELLO = auto()
    BYE = "see you"


print(Size.LARGE + 1, Size.SMALL < 5, sorted(Size, reverse=True), f"{Size.LARGE}", repr(Size.SMALL))
print(Word.HELLO, Word.BYE.upper(), repr(Word.HELLO), Word("see you").name, "hello" == Word.HELLO)
