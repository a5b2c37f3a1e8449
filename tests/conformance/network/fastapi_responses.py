# What an endpoint may answer: models that filter, other media types, streams, cookies, redirects, work afterwards.
import asyncio
from typing import Annotated, Any

from fastapi import BackgroundTasks, Cookie, FastAPI, Response, status
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, StreamingResponse
from fastapi.testclient import TestClient
from pydantic import BaseModel

app = FastAPI()
log = []


class UserIn(BaseModel):
    username: str
    password: str
    nickname: str | None = None


class UserOut(BaseModel):
    username: str
    nickname: str | None = None


@app.post("/users", response_model=UserOut, status_code=status.HTTP_201_CREATED)
async def create(user: UserIn) -> Any:
    return user


@app.get("/users", response_model_exclude_none=True)
async def users() -> list[UserOut]:
    return [{"username": "ada", "password": "x"}, UserIn(username="bo", password="y", nickname="b")]


@app.get("/partial", response_model=UserOut, response_model_include={"username"})
def partial():
    return UserIn(username="cy", password="z")


@app.get("/unset", response_model=UserOut, response_model_exclude_unset=True)
def unset():
    return UserOut(username="di")


@app.get("/html", response_class=HTMLResponse)
async def html():
    return "<h1>Hello</h1>"


@app.get("/text")
async def text() -> PlainTextResponse:
    return PlainTextResponse("plain", headers={"X-Kind": "text"})


@app.get("/custom")
async def custom():
    return JSONResponse({"a": "한글"}, status_code=202, media_type="application/vnd.thing+json")


@app.get("/raw")
async def raw():
    return Response(content=b"\x00\x01", media_type="application/octet-stream")


@app.get("/old")
async def old():
    return RedirectResponse("/html", status_code=301)


@app.delete("/gone", status_code=204)
async def gone():
    pass


@app.get("/numbers")
async def numbers(n: int = 3):
    async def generate():
        for number in range(n):
            yield f"{number}\n"
            await asyncio.sleep(0.01)

    return StreamingResponse(generate(), media_type="text/event-stream")


@app.get("/blocking-numbers")
def blocking_numbers():
    return StreamingResponse((f"{number}," for number in range(4)), media_type="text/plain")


@app.get("/file")
async def file():
    with open("/tmp/served.txt", "w") as file:
        file.write("from a file")
    return FileResponse("/tmp/served.txt", media_type="text/plain", filename="served.txt")


async def note(message: str, times: int = 1):
    await asyncio.sleep(0)
    log.extend([message] * times)


def note_blocking(message: str):
    log.append(message)


@app.post("/notify/{who}")
async def notify(who: str, tasks: BackgroundTasks, response: Response, visits: Annotated[int, Cookie()] = 0):
    tasks.add_task(note, f"mail to {who}", times=2)
    tasks.add_task(note_blocking, "written")
    response.set_cookie("visits", str(visits + 1), max_age=60, httponly=True)
    response.headers["X-Who"] = who
    response.status_code = 202
    log.append("answered")
    return {"visits": visits}


client = TestClient(app)


def show(method, path, **kwargs):
    response = client.request(method, path, **kwargs)
    headers = {name: value for name, value in response.headers.items() if name not in ("last-modified", "etag")}
    print(method, path, response.status_code, response.content, headers)


show("POST", "/users", json={"username": "ada", "password": "secret"})
for path in ("/users", "/partial", "/unset", "/html", "/text", "/custom", "/raw", "/numbers", "/blocking-numbers", "/file"):
    show("GET", path)
show("GET", "/old", follow_redirects=False)
response = client.get("/old")
print(response.url, [each.status_code for each in response.history])
show("DELETE", "/gone")
show("POST", "/notify/ada")
print(log, dict(client.cookies))
show("POST", "/notify/bo")
print(len(log))
with client.stream("GET", "/numbers?n=5") as response:
    print([line for line in response.iter_lines()])
