# Generic classes, old style and new: parameters, subscripts, what exists at run time.
from typing import Generic, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")
K = TypeVar("K", bound=str)
N = TypeVar("N", int, float)


class Box(Generic[T]):
    def __init__(self, item: T):
        self.item = item


class Pair(Generic[K, T]):
    pass


class Stack[E]:
    def __init__(self) -> None:
        self.items: list[E] = []

    def push(self, item: E) -> "Stack[E]":
        self.items.append(item)
        return self


def first[E](items: list[E], default: E | None = None) -> E | None:
    return items[0] if items else default


print(Box[int], Box[int](3).item, Box[int](3).__orig_class__, type(Box[int]("x")) is Box)
print(Pair[str, int], get_origin(Pair[str, int]) is Pair, get_args(Pair[str, int]), Pair[K, int].__parameters__, Pair[K, int][str])
print(Box.__parameters__, T, K.__bound__, N.__constraints__, T.__name__)
print(Stack[int]().push(1).push("two").items, Stack.__type_params__, Stack[int], first([7]), first([], "d"))
print(get_type_hints(first), list[int], list[T][str], dict[str, list[T]].__parameters__, get_args(tuple[int, ...]))


class Named(Box[str]):
    pass


print(Named.__orig_bases__, Named.__mro__[1:], issubclass(Named, Box))
for work in (lambda: Box[int, str], lambda: Named[int], lambda: isinstance(Box(1), Box[int]), lambda: isinstance([], list[int]), lambda: Generic[int], lambda: int[str]):
    try:
        print(work())
    except TypeError as error:
        print(error)
