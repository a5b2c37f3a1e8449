# get_type_hints: what is inside Literal stays as it is; Annotated is taken off everywhere, or nowhere.
from typing import Annotated, Callable, Literal, Optional, Union, get_type_hints


class Node:
    kind: Annotated[Literal["a", "list"], "tag"]
    next: "Node | None"
    children: list["Node"] | None
    limits: dict[str, Annotated[int, "positive"]]
    either: Union[Annotated[int, 1], Annotated[str, 2]]
    maybe: Optional[Annotated[float, "x"]]
    call: Callable[[Annotated[int, "in"]], Annotated[str, "out"]]


for extras in (False, True):
    for name, hint in get_type_hints(Node, include_extras=extras).items():
        print(name, hint)
