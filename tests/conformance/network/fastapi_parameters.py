# Where parameters come from, and how they are converted and checked.
from enum import Enum
from typing import Annotated, Literal, Optional, Union

from fastapi import Cookie, FastAPI, Header, Path, Query
from fastapi.testclient import TestClient
from pydantic import BaseModel, Field

app = FastAPI()


class Model(str, Enum):
    small = "small"
    large = "large"


@app.get("/models/{model}")
async def get_model(model: Model):
    return {"model": model, "is_small": model is Model.small}


@app.get("/files/{path:path}")
async def get_file(path: str):
    return path


@app.get("/users/me")
async def me():
    return "the one who asks"


@app.get("/users/{user_id}")
async def user(user_id: Annotated[int, Path(title="The user", ge=1)], short: bool = False, limit: int = 10):
    return [user_id, short, limit]


@app.get("/search")
async def search(
    q: Annotated[Optional[str], Query(min_length=3, max_length=10, pattern="^[a-z]+$")] = None,
    tag: Annotated[list[str], Query()] = ["none"],
    order: Literal["up", "down"] = "up",
    size: Annotated[float, Query(gt=0, lt=10.5, alias="item-size")] = 1,
    old: Union[int, None] = Query(default=None, deprecated=True),
):
    return {"q": q, "tag": tag, "order": order, "size": size, "old": old}


@app.get("/needed")
async def needed(q: str, numbers: Annotated[list[int], Query()]):
    return {"q": q, "sum": sum(numbers)}


@app.get("/headers")
async def headers(
    user_agent: Annotated[str | None, Header()] = None,
    x_token: Annotated[list[str] | None, Header()] = None,
    strange_header: Annotated[str | None, Header(convert_underscores=False)] = None,
    session: Annotated[str | None, Cookie()] = None,
):
    return [user_agent, x_token, strange_header, session]


class Filter(BaseModel):
    model_config = {"extra": "forbid"}
    limit: int = Field(100, gt=0, le=100)
    order_by: Literal["created", "updated"] = "created"
    tags: list[str] = []


@app.get("/filtered")
async def filtered(query: Annotated[Filter, Query()]):
    return query


client = TestClient(app)


def show(path, **kwargs):
    response = client.get(path, **kwargs)
    print(path, response.status_code, response.text)


for path in (
    "/models/small", "/models/huge", "/files/a/b/c.txt", "/users/me", "/users/3?short=on&limit=5", "/users/0", "/users/x?short=perhaps",
    "/search", "/search?q=abc&tag=a&tag=b&order=down&item-size=2.5&old=3", "/search?q=ab", "/search?q=ABC&order=left&item-size=11",
    "/search?q=toolongtobetrue", "/needed", "/needed?q=x&numbers=1&numbers=2", "/needed?q=&numbers=1&numbers=b", "/headers",
    "/filtered?limit=5&tags=a&tags=b", "/filtered?limit=500&order_by=name", "/filtered?size=3", "/search?q=%ED%95%9C&tag=a%20b",
):
    show(path)
client.cookies.set("session", "abc123")
show("/headers", headers=[("X-Token", "one"), ("X-Token", "two"), ("strange_header", "kept")])
