# typing: generics, protocols, NamedTuple, TypedDict, texts of annotations.
from typing import *
from typing import NamedTuple, TypedDict, Protocol, runtime_checkable, Generic, TypeVar
import typing
T = TypeVar("T")
class Stack(Generic[T]):
    def __init__(self): self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(1); print(s.items, Stack[int], Stack.__parameters__)
class P(NamedTuple):
    x: int
    y: str = "a"
    def both(self): return (self.x, self.y)
print(P(1), P(1, "b").both(), P._fields, P.__annotations__)
class M(TypedDict, total=False):
    name: str
    year: int
print(M(name="x"), M.__total__, M.__annotations__)
@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...
class A:
    def close(self): pass
print(isinstance(A(), Closer), isinstance(3, Closer), issubclass(A, Closer))
class Impl(Closer):
    def __init__(self, v): self.v = v
    def close(self): return self.v
print(Impl(3).close())
try: Closer()
except TypeError as e: print(e)
def f(a: Optional[int], b: Union[int, str] = 1, *c: List[Dict[str, int]], d: Callable[[int], str] = None, e: "Any" = 0) -> Awaitable[None]: ...
print(f.__annotations__)
print(get_type_hints(f))
print(Optional[int], Union[int, None, str], Literal["a", 1], Callable[..., Any], Tuple[int, ...], Type[int], ClassVar[int], Annotated[int, "x"])
print(cast(int, "a"), get_origin(List[int]), get_args(Dict[str, int]), NewType("U", int)(5), TYPE_CHECKING)
class Box[X]:
    def get(self) -> X: ...
print(Box[int], Box.__type_params__, Box.__parameters__)
def first[Y](x: list[Y]) -> Y: return x[0]
print(first([1]), first.__type_params__)
type Pair = tuple[int, int]
print(Pair, Pair.__value__)
print(AsyncIterator[int], Iterable[str], Sequence[T])
class It(Iterator[int]):
    def __next__(self): raise StopIteration
print(list(It()), It.__mro__[1:3])
print(int | None, Optional[int] == (int | None))
