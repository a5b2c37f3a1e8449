"""get_type_hints, get_origin, get_args, Annotated, forward references."""
import typing
from typing import (
    Annotated, Any, Callable, ClassVar, Dict, Final, ForwardRef, Generic, List, Literal, NewType, Optional, Tuple, TypeVar, Union, get_args,
    get_origin, get_type_hints,
)  # fmt: skip

T = TypeVar("T")


class Base:
    name: str
    count: "int" = 0


class Child(Base, Generic[T]):
    items: List["Child[T]"]
    limit: ClassVar[int] = 3
    tag: Annotated[str, "meta", 5]
    maybe: "Optional[T]" = None


def function(a: int, b: "list[str]", *args: float, c: Annotated[int, "positive"] = 1, **kw: Any) -> "Child[int] | None":
    pass


print(get_type_hints(Base), get_type_hints(Child))
print(get_type_hints(function))
print(get_type_hints(function, include_extras=True)["c"], get_type_hints(Child, include_extras=True)["tag"])
try:
    get_type_hints(lambda: 0, {}), exec("def g(x: 'Nowhere'): pass"), get_type_hints(locals()["g"])
except NameError as error:
    print(error)
for hint in (
    List[int], list[int], Dict[str, int], Union[int, str], int | None, Optional[int], Callable[[int, str], bool], Callable[..., int], Tuple[int, ...],
    tuple[()], Literal["a", 1], Annotated[int, "x"], ClassVar[int], Final[str], Child[int], Generic[T], type[int], int, None, List,
):  # fmt: skip
    print(hint, "|", get_origin(hint), "|", get_args(hint))
UserId = NewType("UserId", int)
print(UserId(5), UserId, UserId.__supertype__, UserId.__name__)
print(Union[int, Union[str, int]], Union[int], Optional[None], Union[int, str] == Union[str, int], int | str == Union[int, str])
print(Literal[1, 1, 2], Literal[True] == Literal[1], Literal["x"].__args__, Annotated[Annotated[int, 1], 2].__metadata__)
print(List[T][int], Dict[T, T][str], Callable[[T], T][int], Annotated[T, 1][str], Child[T].__parameters__, Union[T, int][str])
print(ForwardRef("X"), ForwardRef("int") == ForwardRef("int"), typing.TYPE_CHECKING, typing.cast(int, "x"))
for wrong in ("Union[()]", "Optional[1, 2]", "List[int, str]", "Callable[int]", "Literal", "ClassVar[1]", "Annotated[int]", "Any[int]", "Optional"):
    try:
        print(wrong, eval(wrong))
    except TypeError as error:
        print(wrong, "| TypeError:", error)
for attempt in (lambda: isinstance(1, List[int]), lambda: isinstance(1, Union[int, str]), lambda: Any(), lambda: Union(), lambda: issubclass(int, Any)):
    try:
        print(attempt())
    except TypeError as error:
        print("TypeError:", error)
