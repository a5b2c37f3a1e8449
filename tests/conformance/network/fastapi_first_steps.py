# A first FastAPI application, asked by a TestClient.
from typing import Optional

from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel

app = FastAPI()


class Item(BaseModel):
    name: str
    price: float
    is_offer: Optional[bool] = None


@app.get("/")
async def read_root():
    return {"Hello": "World"}


@app.get("/items/{item_id}")
async def read_item(item_id: int, q: Optional[str] = None):
    return {"item_id": item_id, "q": q}


@app.put("/items/{item_id}")
def update_item(item_id: int, item: Item):
    return {"item_name": item.name, "item_id": item_id}


client = TestClient(app)
for method, path, body in [
    ("GET", "/", None),
    ("GET", "/items/5?q=somequery", None),
    ("GET", "/items/five", None),
    ("PUT", "/items/5", {"name": "Pen", "price": "1.5"}),
    ("PUT", "/items/5", {"price": "cheap"}),
    ("PUT", "/items/5", None),
    ("GET", "/nothing", None),
    ("DELETE", "/items/5", None),
]:
    response = client.request(method, path, json=body) if body is not None else client.request(method, path)
    print(method, path, response.status_code, response.headers["content-type"])
    print("   ", response.json())

response = client.get("/items/1")
print(response.text, dict(response.headers), response.request.url)
response.raise_for_status()
print(client.get("/openapi.json").json()["info"], client.get("/docs").headers["content-type"])
