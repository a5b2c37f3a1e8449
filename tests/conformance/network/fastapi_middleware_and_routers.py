# Routers with prefixes, tags and dependencies; middleware; CORS; mounted applications; state.
from fastapi import APIRouter, FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient
from starlette.middleware.base import BaseHTTPMiddleware

app = FastAPI(title="Shop", version="2.0")
seen = []


@app.middleware("http")
async def count(request: Request, call_next):
    seen.append(f"in {request.url.path}")
    response = await call_next(request)
    seen.append(f"out {response.status_code}")
    response.headers["X-Count"] = str(len(seen))
    return response


class Guard(BaseHTTPMiddleware):
    def __init__(self, app, word):
        super().__init__(app)
        self.word = word

    async def dispatch(self, request, call_next):
        if request.query_params.get("word") == self.word:
            return JSONResponse({"blocked": True}, status_code=403)
        return await call_next(request)


app.add_middleware(Guard, word="bad")
app.add_middleware(
    CORSMiddleware, allow_origins=["https://example.com"], allow_methods=["GET", "POST"], allow_headers=["X-Thing"], allow_credentials=True
)
app.state.greeting = "hello"

items = APIRouter(prefix="/items", tags=["items"], responses={404: {"description": "Not found"}})


@items.get("/")
async def all_items(request: Request):
    return {"items": ["pen"], "greeting": request.app.state.greeting}


@items.get("/{item_id}", name="one_item")
async def one_item(item_id: str, request: Request):
    return {"id": item_id, "url": str(request.url_for("one_item", item_id="other")), "route": request.scope["route"].path}


@items.api_route("/many", methods=["PATCH"])
async def many(request: Request):
    return request.method


users = APIRouter()


@users.get("/users", tags=["users"])
def all_users():
    return ["ada"]


v1 = APIRouter(prefix="/v1")
v1.include_router(items)
v1.include_router(users, prefix="/people")
app.include_router(v1)
app.include_router(users, prefix="/v2", tags=["new"])

sub = FastAPI()


@sub.get("/info")
def info(request: Request):
    return {"root_path": request.scope.get("root_path"), "path": request.url.path}


app.mount("/sub", sub)
client = TestClient(app)


def show(method, path, **kwargs):
    response = client.request(method, path, **kwargs)
    headers = {name: value for name, value in response.headers.items() if name.startswith(("access", "x-", "vary"))}
    print(method, path, response.status_code, response.text, headers)


show("GET", "/v1/items/")
show("GET", "/v1/items")
show("GET", "/v1/items/7")
show("PATCH", "/v1/items/many")
show("GET", "/v1/people/users")
show("GET", "/v2/users?word=bad")
show("GET", "/sub/info")
show("GET", "/sub/nothing")
show("GET", "/v2/users", headers={"Origin": "https://example.com"})
show("GET", "/v2/users", headers={"Origin": "https://elsewhere.com"})
ask = {"Origin": "https://example.com", "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "X-Thing"}
show("OPTIONS", "/v2/users", headers=ask)
show("OPTIONS", "/v2/users", headers={**ask, "Access-Control-Request-Method": "DELETE"})
print(seen)
print(app.url_path_for("one_item", item_id="3"), [(route.path, sorted(route.methods)) for route in app.routes if getattr(route, "tags", None)])
print(sorted(client.get("/openapi.json").json()["paths"]))
