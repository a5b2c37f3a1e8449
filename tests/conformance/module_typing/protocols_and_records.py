"""Protocol, runtime_checkable, NamedTuple, TypedDict and its keys, overload, final, Self."""
import typing
from typing import (
    NamedTuple, NotRequired, Protocol, ReadOnly, Required, Self, SupportsIndex, SupportsInt, TypedDict, final, get_overloads, is_protocol,
    get_protocol_members, is_typeddict, overload, override, runtime_checkable, assert_never, assert_type, reveal_type, no_type_check,
)  # fmt: skip


@runtime_checkable
class Closes(Protocol):
    name: str

    def close(self) -> None: ...


class Silent(Protocol):
    def quiet(self) -> bool: ...


class File:
    name = "f"

    def close(self):
        pass


class Nameless:
    def close(self):
        pass


print(isinstance(File(), Closes), isinstance(Nameless(), Closes), isinstance(3, SupportsInt), isinstance("x", SupportsIndex))
print(is_protocol(Closes), is_protocol(File), sorted(get_protocol_members(Closes)))
for attempt in (lambda: isinstance(File(), Silent), lambda: Closes(), lambda: issubclass(File, Closes), lambda: get_protocol_members(File)):
    try:
        print(attempt())
    except TypeError as error:
        print("TypeError:", error)


class Explicit(Silent):
    pass


print(Explicit().quiet(), Explicit.__mro__[1].__name__)


class Point(NamedTuple):
    """A point."""

    x: int
    y: int = 0

    def shifted(self, by: int) -> "Point":
        return self._replace(x=self.x + by)


print(Point(1), Point(1).shifted(2), Point._fields, Point._field_defaults, Point.__annotations__, Point.__doc__, Point.__orig_bases__)
print(NamedTuple("Pair", [("a", int), ("b", str)])(1, "z"), Point(1) == (1, 0), Point(3, 4)._asdict())
try:
    exec("class Bad(NamedTuple):\n    a: int = 1\n    b: int")
except TypeError as error:
    print(error)


class Movie(TypedDict):
    title: str
    year: NotRequired[int]


class Rated(Movie, total=False):
    stars: int
    id: Required[ReadOnly[int]]


film: Rated = {"title": "x", "id": 1}
print(film, Rated.__required_keys__ == {"title", "id"}, Rated.__optional_keys__ == {"year", "stars"}, Rated.__total__, Movie.__total__)
print(Rated(title="t", id=3), type(Rated(title="t", id=3)), is_typeddict(Rated), Rated.__annotations__, Rated.__readonly_keys__)
print(typing.get_type_hints(Rated), TypedDict("Alt", {"a-b": int}).__annotations__)
try:
    isinstance({}, Movie)
except TypeError as error:
    print(error)


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


print(double(2), double("a"), len(get_overloads(double)))


@final
class Last:
    @override
    def method(self) -> Self:
        return self


print(Last.__final__, Last.method.__override__, Last().method() is not None, typing.get_type_hints(Last.method))
print(reveal_type(5), assert_type("x", str))
try:
    assert_never("value")
except AssertionError as error:
    print(error)
print(no_type_check(double) is double, Self, typing.Never, typing.LiteralString, typing.TypeGuard[int], typing.TypeIs[str])
