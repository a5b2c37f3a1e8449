# enum: Enum, IntEnum, StrEnum, Flag, IntFlag.
from enum import Enum, IntEnum, Flag, auto, StrEnum, IntFlag, unique
class Color(Enum):
    RED = 1
    GREEN = auto()
    BLUE = "b"
    CRIMSON = 1
    def describe(self): return self.name.lower()
print(Color.RED, repr(Color.GREEN), Color(1), Color["BLUE"], list(Color), Color.RED.value, Color.CRIMSON is Color.RED, Color.RED.describe(), Color.__members__)
try: Color(99)
except ValueError as e: print(e)
class N(IntEnum):
    A = 1
    B = 2
print(N.A, N.A + 1, N.B > N.A, repr(N.A), f"{N.A}", N.A == 1, sorted(N))
class F(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(F.R | F.X, F.RW, repr(F.R | F.W), F.R in F.RW, ~F.R, list(F.RW), F(0), bool(F(0)))
class St(StrEnum):
    A = auto(); B = "bee"
print(St.A, repr(St.B), St.A == "a", St.B.upper())
class IF(IntFlag):
    A = 1; B = 2
print(IF.A | IF.B, repr(IF.A | 8), IF.A + 1)
class Planet(Enum):
    EARTH = (5.9, 6.3)
    def __init__(self, mass, r): self.mass = mass; self.r = r
print(Planet.EARTH.mass, Planet.EARTH)
print(Enum("Animal", "CAT DOG").DOG, Color.RED in Color, 1 in Color, len(Color))
match Color.RED:
    case Color.RED: print("red")
print({Color.RED: 1}, type(Color.RED), isinstance(Color.RED, Color))
