"""Type variables filled in: lists of arguments, several at once, defaults of the aliases; what may not be made or asked."""
import copy
import pickle
import typing
from typing import (
    Annotated, AsyncGenerator, Callable, Concatenate, Dict, ForwardRef, Generator, Generic, List, Match, Optional, ParamSpec, Pattern, Set, Tuple, Type,
    TypeVar, TypeVarTuple, Union, Unpack,
)  # fmt: skip

T = TypeVar("T")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


class Box(Generic[T]):
    pass


print(Callable[P, int][[str, bool]], Callable[P, T][[str], int] if False else Callable[P, int][...], Callable[P, int][str])
print(Callable[Concatenate[int, P], int][[str]], Callable[Concatenate[int, P], int][str], Callable[Concatenate[int, P], int][...])
print(Tuple[Unpack[Ts]][int, str], Tuple[T, Unpack[Ts]][int, str, bool], Tuple[Unpack[Ts]][()], Tuple[T, Unpack[Ts]][int])
print(Generator[int], Generator[int, str], Generator[int, None, bool], AsyncGenerator[int], typing.ContextManager[int], typing.AsyncContextManager[str])
print(Box[List[T]][int], Dict[str, T][int], Annotated[List[T], 1][int], Union[T, List[T]][int], Optional[T][str], Box[Box[T]][bool].__args__)
print(List[int].__name__, Box[int].__name__, Optional[int].__name__, Union[int, str].__name__, Box[int].__module__, List[int].__module__)
print(pickle.loads(pickle.dumps(List[int])) == List[int], copy.copy(Box[int]) == Box[int], copy.deepcopy(Dict[str, int]), {Box[int]: 1}[Box[int]])
for text in ("List()", "Dict()", "Set()", "Tuple()", "Type()", "typing.Deque()", "typing.DefaultDict(int)", "ForwardRef('x y')", "ForwardRef(3)", "TypeVar(3)",
             "List[int, str]", "Dict[str]", "Tuple[T, Unpack[Ts]][()]", "Box[int][str]"):  # fmt: skip
    try:
        print(text, "->", eval(text))
    except (TypeError, SyntaxError) as error:
        print(text, "|", type(error).__name__, "|", error)
print(ForwardRef("int") == ForwardRef("int", module="m"), ForwardRef("a") == "a", Pattern[str], Match, typing.get_origin(Pattern[str]).__name__)
