# match: positional and keyword class patterns, __match_args__, trees, built-in types.
from dataclasses import dataclass


@dataclass
class Num:
    value: float


@dataclass
class Op:
    sign: str
    left: object
    right: object


class Plain:
    def __init__(self, a):
        self.a = a


class Counted:
    __match_args__ = ("first", "second")

    @property
    def first(self):
        print("  first asked")
        return 1

    second = 2


def simplify(tree):
    match tree:
        case Op("*", Num(0), _) | Op("*", _, Num(0)):
            return Num(0)
        case Op("+", Num(0), other) | Op("+", other, Num(0)) | Op("*", Num(1), other) | Op("*", other, Num(1)):
            return simplify(other)
        case Op(sign, left, right):
            return Op(sign, simplify(left), simplify(right))
        case _:
            return tree


def show(tree):
    match tree:
        case Num(value=v):
            return f"{v:g}"
        case Op(sign=s, left=l, right=r):
            return f"({show(l)} {s} {show(r)})"


tree = Op("+", Op("*", Num(1), Num(5)), Op("+", Num(0), Op("-", Num(2), Op("*", Num(7), Num(0)))))
print(show(tree), "=>", show(simplify(tree)))
match Counted():
    case Counted(5, _):
        print("five")
    case Counted(1, second=2):
        print("one and two")
match Plain(3):
    case Plain(b=_):
        print("has b")
    case Plain(a=int(n)):
        print("a is", n)
for bad in ("Plain(3)", "Counted(1, 2, 3)", "Num(1, value=1)", "len(x)"):
    try:
        exec(f"match subject:\n case {bad}:\n  print('matched')\n case _:\n  print('not matched')", {"subject": Counted() if "C" in bad else Plain(3) if "P" in bad else Num(1), "Plain": Plain, "Counted": Counted, "Num": Num})
    except TypeError as error:
        print(error)
match {"a": [1, {"b": (2, "x")}]}:
    case {"a": [int(i), {"b": (j, str(k))}]}:
        print(i, j, k)
