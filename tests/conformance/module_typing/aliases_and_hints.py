# Hints as values: Union, Optional, Literal, Annotated, Callable, NewType, TypedDict, NamedTuple.
from collections.abc import Callable
from typing import Annotated, Any, ClassVar, Final, Literal, NamedTuple, NewType, NotRequired, Optional, TypedDict, Union, cast, get_args, get_origin, get_type_hints, overload

print(Optional[int], Union[int, str], Union[int, int], Union[int, Union[str, None]], int | None, Optional[int] == (int | None))
print(Literal["a", 1], get_args(Literal["a", "b"]), Annotated[int, "meta", 3], get_args(Annotated[int, "m"]), Annotated[int, 1].__metadata__)
print(get_args(Callable[[int], str]), get_origin(Callable[..., int]), Any, ClassVar[int], Final)
UserId = NewType("UserId", int)
print(UserId(5) + 1, UserId, UserId.__supertype__, cast("list", 3))


class Movie(TypedDict, total=False):
    title: str
    year: NotRequired[int]


class Point(NamedTuple):
    x: int
    y: int = 0

    def norm(self):
        return abs(self.x) + abs(self.y)


print(Movie(title="T"), type(Movie(title="T")).__name__, Movie.__required_keys__, sorted(Movie.__optional_keys__), Movie.__total__)
print(Point(3), Point(3, -4).norm(), Point._fields, Point._field_defaults, Point.__annotations__)


def f(a: "int", b: Annotated[str, "x"] = "", *c: float, d: Optional[list[int]] = None) -> None: ...


print(get_type_hints(f))
print(get_type_hints(f, include_extras=True)["b"], f.__annotations__["a"])


type Tree = int | list[Tree]
type Pairs[A] = list[tuple[A, A]]
print(Tree, Tree.__value__, Pairs[int], Pairs.__type_params__, Pairs[int].__origin__ is Pairs)


@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x):
    return x


print(g(1), g("s"))
for work in (lambda: Literal(), lambda: Union[()], lambda: isinstance({}, Movie), lambda: Any(), lambda: ClassVar[1]):
    try:
        print(work())
    except TypeError as error:
        print(error)
