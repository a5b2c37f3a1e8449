"""Generic, TypeVar, ParamSpec, TypeVarTuple, PEP 695: what is there at run time."""
from typing import Concatenate, Callable, Generic, ParamSpec, TypeAliasType, TypeVar, TypeVarTuple, Unpack

T = TypeVar("T")
K = TypeVar("K", bound="int")
S = TypeVar("S", int, str)
C = TypeVar("C", covariant=True)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
print(T, K, S, C, P, Ts, S.__constraints__, K.__bound__, C.__covariant__, T.__name__)
print(P.args, P.kwargs, Unpack[Ts], Callable[P, T], Callable[Concatenate[int, P], T])


class Stack(Generic[T]):
    def __init__(self):
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


class Pair(Generic[T, S]):
    pass


class IntStack(Stack[int]):
    pass


class Shape(Generic[*Ts]):
    pass


stack = Stack[int]()
stack.push("anything")
print(type(stack).__name__, stack.items, stack.__orig_class__, Stack[int], Stack[int].__origin__, Stack[int].__args__)
print(Stack.__parameters__, Pair.__parameters__, IntStack.__orig_bases__, IntStack.__mro__[1].__name__, Pair[int, str], Shape[int, str, float])
print(Stack[T][str], Pair[T, str].__parameters__, Stack[int] == Stack[int], Stack[int] is Stack[int], hash(Stack[int]) == hash(Stack[int]))
for wrong in ("Pair[int]", "Stack[int, str]", "IntStack[int]", "Generic[int]", "Generic[T, T]", "TypeVar('X', int)", "TypeVar('X', int, bound=str)"):
    try:
        print(wrong, eval(wrong))
    except TypeError as error:
        print(wrong, "| TypeError:", error)
try:

    class Twice(Generic[T], Generic[S]):
        pass
except TypeError as error:
    print(error)


class Box[A, *Rest, **Q]:
    value: A

    def map[B](self, f: Callable[[A], B]) -> "Box[B]":
        return self


print(Box.__type_params__, Box.__parameters__, Box.map.__type_params__, Box[int, str, [int]])


def first[E: (int, str)](items: list[E], default: E = None) -> E:
    return items[0]


print(first.__type_params__[0].__constraints__, first.__annotations__)
type Tree[N] = N | list[N]
print(Tree, type(Tree).__name__, Tree.__type_params__, Tree.__value__, Tree[int], isinstance(Tree, TypeAliasType))


class Defaulted[D = int]:
    pass


print(Defaulted.__type_params__[0].__default__, Defaulted.__type_params__[0].has_default(), T.has_default())
