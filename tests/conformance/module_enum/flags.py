# Flag and IntFlag: combining, members of a value, names of combinations.
from enum import CONFORM, EJECT, STRICT, Flag, IntFlag, auto


class Perm(Flag):
    READ = auto()
    WRITE = auto()
    EXEC = auto()
    ALL = READ | WRITE | EXEC


class Bit(IntFlag):
    A = 1
    B = 2
    C = 8


rw = Perm.READ | Perm.WRITE
print(rw, repr(rw), rw.value, rw.name, list(rw), len(rw), Perm.READ in rw, Perm.EXEC in rw)
print(~rw, rw ^ Perm.READ, rw & Perm.EXEC, bool(rw & Perm.EXEC), Perm.ALL, Perm(0), repr(Perm(0)))
print(list(Perm), Perm["ALL"], Perm(3) is rw, Perm.ALL & ~Perm.WRITE)
for perm in Perm:
    print(perm.name, perm.value, perm in Perm.ALL)
print(Bit.A | Bit.C, repr(Bit.A | Bit.C), Bit.A + Bit.B, Bit(3), repr(Bit(16)), Bit.A | 4, ~Bit.A, Bit.C > Bit.B)
for work in (lambda: Perm(8), lambda: Perm.READ | 2, lambda: Perm["NONE"], lambda: Perm.READ < Perm.WRITE):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


class Loose(Flag, boundary=CONFORM):
    X = 1
    Y = 4


class Out(Flag, boundary=EJECT):
    X = 1


print(Loose(7), Out(3), type(Out(3)).__name__, Perm._boundary_ is STRICT)
