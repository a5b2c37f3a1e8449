# What a ValidationError says, for each kind of mistake.
from datetime import datetime
from typing import Literal, Optional, Union

from pydantic import BaseModel, Field, ValidationError


class Item(BaseModel):
    name: str = Field(min_length=2, max_length=8)
    price: float = Field(gt=0)
    quantity: int = Field(1, ge=1, le=10, multiple_of=1)
    sku: str = Field("AA-1", pattern=r"^[A-Z]{2}-\d+$")


class Order(BaseModel):
    id: int
    kind: Literal["new", "used"] = "new"
    items: list[Item] = Field(default=[], max_length=2)
    placed: Optional[datetime] = None
    where: Union[int, str, None] = None
    flags: dict[str, bool] = {}
    size: tuple[int, int] = (1, 1)
    tags: set[str] = set()


def attempt(**data):
    try:
        print(Order(**data))
    except ValidationError as error:
        print(error)
    print("-")


attempt()
attempt(id="x1")
attempt(id=1.5)
attempt(id=None, kind="stolen")
attempt(id=1, items=[{"name": "a", "price": 0, "quantity": 11, "sku": "bad"}, {"price": "free"}, "nothing"])
attempt(id=1, items=[{"name": "pen", "price": 1}] * 3)
attempt(id=1, placed="yesterday", where=[], flags={"a": "maybe", 3: True}, size=(1,), tags="abc")
attempt(id=1, placed=1_700_000_000, where="3", flags={"a": "yes", "b": 0}, size=["1", 2.0], tags=["x"])
attempt(id="9" * 40, items={"name": "x" * 60})

try:
    Order(id="zero", items=[{"name": "pen", "price": -1}])
except ValidationError as error:
    print(error.error_count(), error.title)
    for details in error.errors():
        print(details)
    print(error.errors(include_url=False, include_input=False))
    print(error.json(include_url=False))

for text in ("", "{", '{"id": }', "[1, 2", '{"id": 1,}', "nope", '{"id": "x"}', "[]"):
    try:
        print(Order.model_validate_json(text))
    except ValidationError as error:
        print(repr(text), error.errors(include_url=False))
