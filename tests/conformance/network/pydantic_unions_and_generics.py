# Choices, tags, generic models, recursive ones, models around one value.
from __future__ import annotations

from typing import Annotated, Generic, Literal, Optional, TypeVar, Union

from pydantic import AliasChoices, AliasPath, BaseModel, Field, RootModel, TypeAdapter, ValidationError, create_model


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int = 9


class Dog(BaseModel):
    kind: Literal["dog", "wolf"]
    barks: bool = True


class Owner(BaseModel):
    pet: Annotated[Union[Cat, Dog], Field(discriminator="kind")]
    second: Union[Cat, Dog, None] = None


def attempt(make):
    try:
        print(repr(make()))
    except ValidationError as error:
        print(error)


attempt(lambda: Owner(pet={"kind": "wolf"}, second={"kind": "cat", "lives": "7"}))
attempt(lambda: Owner(pet={"kind": "cow"}))
attempt(lambda: Owner(pet={}))
attempt(lambda: Owner(pet={"kind": "cat", "lives": "many"}, second={"kind": "fish"}))

number = TypeAdapter(Union[int, str])
print([number.validate_python(value) for value in (1, "1", "a")], TypeAdapter(Union[float, int]).validate_python("2"))
print(TypeAdapter(Union[bool, int]).validate_python(1), TypeAdapter(Optional[int]).validate_python(None))
attempt(lambda: number.validate_python([]))

T = TypeVar("T")


class Page(BaseModel, Generic[T]):
    items: list[T]
    total: int = 0
    best: Optional[T] = None


attempt(lambda: Page[int](items=["1", 2]))
attempt(lambda: Page[Cat](items=[{"kind": "cat"}], best={"kind": "cat", "lives": 3}))
attempt(lambda: Page[int](items=["one"]))
attempt(lambda: Page(items=["anything", 2]))
print(Page[int] is Page[int], Page[Cat].__name__, Page[int](items=[1]) == Page(items=[1]))


class Tree(BaseModel):
    value: int
    children: list[Tree] = []

    def total(self) -> int:
        return self.value + sum(child.total() for child in self.children)


tree = Tree(value=1, children=[{"value": 2, "children": [{"value": 3}]}, {"value": "4"}])
print(tree.total(), tree.children[0].children[0])
attempt(lambda: Tree(value=1, children=[{"value": 2, "children": [{"value": "x"}]}]))


class Words(RootModel[list[str]]):
    def __iter__(self):
        return iter(self.root)


words = Words(["a", "b"])
print(words, list(words), words.model_dump(), words.model_dump_json(), Words.model_validate(["c"]))
attempt(lambda: Words([1]))


class Renamed(BaseModel):
    city: str = Field(validation_alias=AliasChoices("city", "town", AliasPath("address", 0, "city")))
    count: int = Field(0, alias="n")


attempt(lambda: Renamed(town="Busan", n=3))
attempt(lambda: Renamed.model_validate({"address": [{"city": "Jeju"}]}))
attempt(lambda: Renamed(n="x"))
Made = create_model("Made", size=(int, ...), label=(str, "none"))
attempt(lambda: Made(size="3"))
attempt(lambda: Made())


class Waits(BaseModel):
    later: Later


class Later(BaseModel):
    value: int


attempt(lambda: Waits(later={"value": 5}))


class Source:
    kind = "cat"
    lives = 4


attempt(lambda: Cat.model_validate(Source(), from_attributes=True))
attempt(lambda: Cat.model_validate(Source()))
