# Depends: functions, classes, callables, sub-dependencies, caching, yield, overrides.
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException
from fastapi.testclient import TestClient

app = FastAPI()
calls = []


def connection():
    calls.append("connection")
    return "connection"


async def session(source: Annotated[str, Depends(connection)]):
    calls.append("open")
    try:
        yield f"session over {source}"
    except RuntimeError as error:
        calls.append(f"saw {error}")
        raise
    finally:
        calls.append("close")


def blocking_session():
    calls.append("lock")
    yield "lock"
    calls.append("unlock")


class Paging:
    def __init__(self, skip: int = 0, limit: int = 10):
        self.skip = skip
        self.limit = limit


class Contains:
    def __init__(self, word: str):
        self.word = word

    def __call__(self, q: str = "") -> bool:
        return self.word in q


@app.get("/page")
async def page(paging: Annotated[Paging, Depends()]):
    return [paging.skip, paging.limit]


@app.get("/shared")
async def shared(
    first: Annotated[str, Depends(connection)],
    opened: Annotated[str, Depends(session)],
    again: Annotated[str, Depends(connection, use_cache=False)],
    lock: str = Depends(blocking_session),
):
    calls.append("endpoint")
    return [first, opened, again, lock]


@app.get("/contains")
async def contains(found: Annotated[bool, Depends(Contains("bar"))]):
    return {"found": found}


@app.get("/fails")
async def fails(opened: Annotated[str, Depends(session)], how: str):
    if how == "http":
        raise HTTPException(409, "conflict")
    raise RuntimeError("broken")


async def verify(x_token: Annotated[str, Header()]):
    if x_token != "secret":
        raise HTTPException(status_code=400, detail="X-Token header invalid")
    return x_token


router = APIRouter(prefix="/private", dependencies=[Depends(verify)])


@router.get("/")
async def private(token: Annotated[str, Depends(verify)]):
    return token


app.include_router(router)
client = TestClient(app, raise_server_exceptions=False)


def show(path, **kwargs):
    calls.clear()
    response = client.get(path, **kwargs)
    print(path, response.status_code, response.text, calls)


show("/page")
show("/page?skip=5&limit=2")
show("/page?skip=x")
show("/shared")
show("/contains?q=foobar")
show("/fails?how=http")
show("/fails?how=hard")
show("/fails")
show("/private/")
show("/private/", headers={"X-Token": "wrong"})
show("/private/", headers={"X-Token": "secret"})
app.dependency_overrides[connection] = lambda: "a stand-in"
app.dependency_overrides[verify] = lambda: "nobody"
show("/shared")
show("/private/")
app.dependency_overrides.clear()
show("/shared")
