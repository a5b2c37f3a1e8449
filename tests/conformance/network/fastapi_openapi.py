# The description of an application and of models, in a fixed order of keys.
import json
from enum import Enum
from typing import Annotated, Literal, Optional, Union

from fastapi import Body, FastAPI, Query
from pydantic import BaseModel, Field, TypeAdapter, computed_field

app = FastAPI(title="Shop", version="1.2", summary="Sells", description="All *things*", openapi_tags=[{"name": "items"}])


class Colour(str, Enum):
    red = "red"
    blue = "blue"


class Part(BaseModel):
    """A part of an item."""

    code: str = Field(pattern="^[A-Z]+$", examples=["AB"])
    count: int = Field(1, ge=1, le=9)


class Item(BaseModel):
    name: str = Field(min_length=1, max_length=20, description="What it is called", title="The name")
    price: float = Field(gt=0)
    colour: Colour = Colour.red
    parts: list[Part] = []
    best: Optional[Part] = None
    kind: Literal["new", "used"] = "new"
    sizes: dict[str, int] = {}
    pair: tuple[int, str] = (1, "a")

    @computed_field
    @property
    def cost(self) -> float:
        return self.price * 2


class Message(BaseModel):
    text: str


@app.get("/items/{item_id}", tags=["items"], responses={404: {"model": Message, "description": "Not there"}})
async def read_item(item_id: int, q: Annotated[Optional[str], Query(max_length=5, description="A word")] = None, tag: list[str] = Query([])) -> Item:
    """Reads one.

    At length."""


@app.post("/items", status_code=201, summary="Make one", deprecated=True, operation_id="make")
async def create_item(item: Annotated[Item, Body(examples=[{"name": "Pen", "price": 1}])], loud: bool = False) -> Union[Item, Message]:
    pass


@app.put("/both")
async def both(item: Part, number: Annotated[int, Body()]):
    pass


@app.get("/hidden", include_in_schema=False)
async def hidden():
    pass


print(json.dumps(app.openapi(), indent=1, sort_keys=True))
print(json.dumps(Item.model_json_schema(), indent=1))
print(json.dumps(Item.model_json_schema(mode="serialization")["properties"]["cost"]))


class Node(BaseModel):
    children: list["Node"] = []


print(json.dumps(Node.model_json_schema()))
print(TypeAdapter(Optional[list[Part]]).json_schema())
