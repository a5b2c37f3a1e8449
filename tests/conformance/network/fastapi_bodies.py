# Request bodies: models, several of them, single values, lists, nested ones, text that is no JSON.
from datetime import datetime, timedelta
from typing import Annotated, Any, Union

from fastapi import Body, FastAPI, Request
from fastapi.testclient import TestClient
from pydantic import BaseModel, Field, HttpUrl

app = FastAPI()


class Image(BaseModel):
    url: HttpUrl
    name: str


class Item(BaseModel):
    name: str
    description: str | None = Field(default=None, max_length=20)
    price: float = Field(gt=0)
    tags: set[str] = set()
    images: list[Image] | None = None


class User(BaseModel):
    username: str


@app.post("/items", status_code=201)
async def create(item: Item):
    data = item.model_dump(exclude={"images"})
    data["tags"] = sorted(data["tags"])
    return {**data, "with_tax": item.price * 1.5}


@app.put("/items/{item_id}")
async def update(item_id: int, item: Item, user: User, importance: Annotated[int, Body(gt=0)] = 1, q: str | None = None):
    return {"item_id": item_id, "item": item.name, "user": user, "importance": importance, "q": q}


@app.post("/embedded")
async def embedded(user: Annotated[User, Body(embed=True)]):
    return user


@app.post("/lists")
async def lists(images: list[Image]):
    return [str(image.url) for image in images]


@app.post("/weights")
async def weights(weights: dict[int, float]):
    return weights


@app.post("/anything")
async def anything(value: Any = Body(None)):
    return {"got": value}


@app.post("/either")
async def either(value: Union[User, Item]):
    return type(value).__name__


@app.post("/times")
async def times(start: Annotated[datetime, Body()], wait: Annotated[timedelta, Body()]):
    return {"start": start + wait, "wait": wait}


@app.post("/raw")
async def raw(request: Request):
    return {"size": len(await request.body()), "type": request.headers.get("content-type")}


client = TestClient(app)


def show(method, path, **kwargs):
    response = client.request(method, path, **kwargs)
    print(method, path, response.status_code, response.text)


pen = {"name": "Pen", "price": 2}
show("POST", "/items", json={**pen, "tags": ["b", "a", "b"], "images": [{"url": "http://example.com/a.png", "name": "a"}]})
show("POST", "/items", json={"name": 5, "price": -1, "description": "x" * 30, "images": [{"url": "nowhere"}]})
show("POST", "/items", json=[pen])
show("POST", "/items")
show("POST", "/items", content=b'{"name": "Pen", }', headers={"content-type": "application/json"})
show("POST", "/items", content=b'{"name": "Pen", "price": 3}', headers={"content-type": "text/plain"})
show("PUT", "/items/1?q=x", json={"item": pen, "user": {"username": "ada"}, "importance": 5})
show("PUT", "/items/x", json={"item": {"name": "Pen"}, "importance": 0})
show("PUT", "/items/1", json=pen)
show("POST", "/embedded", json={"user": {"username": "bo"}})
show("POST", "/embedded", json={"username": "bo"})
show("POST", "/lists", json=[{"url": "https://example.com", "name": "x"}])
show("POST", "/lists", json=[{"url": "https://example.com", "name": "x"}, {}])
show("POST", "/weights", json={"1": 0.5, "2": "1.5"})
show("POST", "/weights", json={"one": 0.5})
show("POST", "/anything", json=[1, {"a": None}])
show("POST", "/anything")
show("POST", "/either", json={"username": "cy"})
show("POST", "/either", json=pen)
show("POST", "/either", json={})
show("POST", "/times", json={"start": "2024-01-01T00:00:00", "wait": 90})
show("POST", "/raw", content=b"12345", headers={"content-type": "application/x-thing"})
