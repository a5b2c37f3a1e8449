"""collections.abc.Callable[[int], str] and subclasses of types.GenericAlias."""
import pickle
from collections.abc import Awaitable, Callable
from types import GenericAlias
from typing import Optional, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")
Handler = Callable[[int, str], Awaitable[None]]
print(Handler, Callable[..., int], Callable[[], None], Callable[[T], T])
print(Handler.__args__, get_origin(Handler), get_args(Handler))
print(Callable[[T], list[T]][int], Callable[[int], str] | None)
print(Handler == Callable[[int, str], Awaitable[None]], hash(Handler) == hash(Callable[[int, str], Awaitable[None]]))


def register(handler: Handler, fallback: Optional[Callable[[], int]] = None) -> Callable[..., T]: ...


for name, hint in get_type_hints(register).items():
    print(name, hint)
try:
    Callable[int, str]
except TypeError as error:
    print(error)


class Measured(GenericAlias):
    def __new__(cls, origin, unit):
        self = super().__new__(cls, origin, (unit,))
        return self

    def __repr__(self):
        return f"{self.__origin__.__name__} in {self.__args__[0]}"

    @property
    def unit(self):
        return self.__args__[0]


length = Measured(float, "m")
print(length, repr(length), type(length).__name__, isinstance(length, GenericAlias))
print(length("2.5"), issubclass(Measured, GenericAlias), length == Measured(float, "m"))
print(pickle.loads(pickle.dumps(list[int])), pickle.loads(pickle.dumps(Callable[[int], str])))
