"""Annotations that are text: what counts as ClassVar, InitVar and KW_ONLY."""
from __future__ import annotations

import dataclasses
import typing
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar


@dataclass
class Box:
    width: int
    units: ClassVar[str] = "cm"
    shared: typing.ClassVar[list] = []
    scale: InitVar[int] = 2
    factor: dataclasses.InitVar[float] = 1.0
    _: KW_ONLY
    label: str = ""
    tags: list[str] = field(default_factory=list)

    def __post_init__(self, scale, factor):
        self.width *= scale * factor


print(Box(3), Box(3, 1, 2.0, label="x"))
print([f.name for f in dataclasses.fields(Box)], [f.type for f in dataclasses.fields(Box)])
print(typing.get_type_hints(Box)["tags"], Box.__match_args__)
print(Box.__init__.__annotations__)
try:
    Box(1, 2, 3, "label")
except TypeError as error:
    print(error)


@dataclass
class Node:
    value: int
    next: Node | None = None


print(Node(1, Node(2)))
print(dataclasses.asdict(Node(1, Node(2))))
