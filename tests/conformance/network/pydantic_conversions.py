# Which inputs become which types (pydantic's conversion table), leniently and strictly.
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, Callable, Literal, NamedTuple, Sequence, TypedDict
from uuid import UUID

from pydantic import TypeAdapter, ValidationError


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Place(NamedTuple):
    row: int
    seat: str = "A"


class Movie(TypedDict):
    title: str
    year: int


def show(kind, *values, strict=None):
    adapter = TypeAdapter(kind)
    for value in values:
        try:
            result = repr(adapter.validate_python(value, strict=strict))
        except ValidationError as error:
            result = "; ".join(f"{'.'.join(map(str, each['loc']))} {each['type']}: {each['msg']}" for each in error.errors())
        print(f"{getattr(kind, '__name__', kind)} {value!r}: {result}")


show(int, 1, 1.0, 1.5, "12", " 7 ", "1.0", "1_000", "x", True, None, "1e3", float("nan"))
show(int, 1, 1.0, "1", True, strict=True)
show(float, 1, "1.5", "x", None, True, "nan")
show(bool, True, 1, 0, 2, "yes", "off", "T", "maybe", 1.0, None)
show(str, "a", 1, b"bytes", b"\xff", None, ["a"])
show(bytes, b"a", "text", 3)
show(list[int], [1, "2"], (1,), {3}, "12", {"a": 1}, ["x", "y"])
show(set[int], [1, "1"], "ab")
show(tuple[int, str], (1, "a"), [1, "a"], (1,), (1, "a", 2))
show(tuple[int, ...], ["1", 2], 3)
show(dict[str, int], {"a": "1"}, [("a", 1)], {1: 1}, {"a": None})
show(Literal["a", 1], "a", 1, "1", True)
show(Colour, "red", Colour.BLUE, "green", None)
show(datetime, "2024-01-02T03:04:05", "2024-01-02T03:04:05.678Z", "2024-01-02 03:04+09:00", "2024-01-02", 0, "noon", "2024-13-01", None)
show(date, "2024-01-02", "2024-01-02T00:00:00", "2024-01-02T10:00:00", datetime(2024, 1, 2), "01/02/2024", None)
show(time, "10:20", "10:20:30.5", 3600, "25:00", None)
show(timedelta, 90, "PT1H30M", "1:30:00", "2 days", "soon", None)
show(Decimal, "1.50", 2, 0.5, "x", "inf", None)
show(UUID, "12345678-1234-5678-1234-567812345678", "x", 5)
show(Place, (1, "B"), {"row": "2"}, ["x"], 3)
show(Movie, {"title": "Alien", "year": "1979"}, {"title": 3}, 5)
show(Sequence[int], [1], ("2", 3), "12")
show(type[int], int, bool, str, 5)
show(Callable, len, 3)
show(None, None, 0)
show(Any, object, None)
