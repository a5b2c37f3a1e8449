"""typing: aliases unpacked and substituted, marks on functions."""
from typing import *
T=TypeVar('T'); Ts=TypeVarTuple('Ts')
class C(Generic[*Ts]): pass
for e in ("[*List[int]]", "[*Tuple[int, ...]]", "[*tuple[int]]", "[*Ts]", "C[*Ts]", "C[*Tuple[*Ts]]", "C[int, str]", "C[*Tuple[int, ...]]", "C[*Ts][int, str]", "C[T, *Ts]", "Tuple[*Ts][int, str]", "C[*tuple[*Ts]]", "Union[*Ts]", "list(Union[int, str])", "list(Optional)", "list(Callable[[int], str])", "list(Literal[1])", "[*Annotated[int, 1]]", "dict[str, *Ts]", "Callable[[*Ts], T]", "C[()]", "C[*Ts][()]"):
    try: print(e, '->', eval(e))
    except Exception as x: print(e, '!!', type(x).__name__, x)


for one in (List[int], List, Union[int, str], Optional, Callable[[int], int], Callable, Literal[1], Annotated[int, 1], ClassVar[int]):
    print(one, type(one))
P = ParamSpec("P")
import collections.abc

print(collections.abc.Callable[Concatenate[int, P], T], ForwardRef("X", module="m"))


@no_type_check
class Free:
    def f(self, a: "no type at all"): ...


print(get_type_hints(Free.f), Free.f.__no_type_check__)


@dataclass_transform(kw_only_default=True)
def deco(c):
    return c


print(deco.__dataclass_transform__)
