# HTTPException, handlers of one's own, validation errors, failures nobody expected.
from fastapi import FastAPI, HTTPException, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exception_handlers import http_exception_handler
from fastapi.exceptions import RequestValidationError, ResponseValidationError
from fastapi.responses import JSONResponse, PlainTextResponse
from fastapi.testclient import TestClient
from pydantic import BaseModel, field_validator
from starlette.exceptions import HTTPException as StarletteHTTPException

app = FastAPI()


class UnicornException(Exception):
    def __init__(self, name: str):
        self.name = name


@app.exception_handler(UnicornException)
async def unicorn_handler(request: Request, exc: UnicornException):
    return JSONResponse(status_code=418, content={"message": f"Oops! {exc.name} did something at {request.url.path}."})


class Even(BaseModel):
    number: int

    @field_validator("number")
    @classmethod
    def check(cls, value):
        if value % 2:
            raise ValueError("odd")
        return value


class Out(BaseModel):
    id: int


@app.get("/items/{name}")
async def item(name: str):
    if name == "unicorn":
        raise UnicornException(name)
    if name not in {"foo"}:
        raise HTTPException(status_code=404, detail={"missing": name}, headers={"X-Error": "There goes my error"})
    return name


@app.post("/even")
async def even(body: Even):
    return body


@app.get("/bad-response", response_model=Out)
async def bad_response():
    return {"id": "not a number"}


@app.get("/crash")
async def crash():
    return 1 / 0


@app.get("/empty")
async def empty():
    raise HTTPException(204)


client = TestClient(app)
for path in ("/items/foo", "/items/bar", "/items/unicorn", "/empty"):
    response = client.get(path)
    print(path, response.status_code, response.text, response.headers.get("x-error"))
print(client.post("/even", json={"number": 3}).text)
try:
    client.get("/crash")
except ZeroDivisionError as error:
    print("the client sees", repr(error))
try:
    client.get("/bad-response")
except ResponseValidationError as error:
    print(error.errors())
quiet = TestClient(app, raise_server_exceptions=False)
print(quiet.get("/crash").status_code, quiet.get("/crash").text)

# Other answers to what FastAPI answers itself.
other = FastAPI()


@other.exception_handler(RequestValidationError)
async def validation_handler(request: Request, exc: RequestValidationError):
    return JSONResponse(status_code=400, content=jsonable_encoder({"errors": exc.errors(), "body": exc.body}))


@other.exception_handler(StarletteHTTPException)
async def http_handler(request, exc):
    if exc.status_code == 404:
        return PlainTextResponse(f"nothing at {request.url.path}", status_code=404)
    return await http_exception_handler(request, exc)


@other.exception_handler(Exception)
async def anything_handler(request, exc):
    return JSONResponse({"oops": type(exc).__name__}, status_code=500)


@other.post("/number")
def number(value: Even):
    return value


@other.get("/fail")
def fail():
    raise KeyError("lost")


@other.get("/teapot")
def teapot():
    raise HTTPException(418)


quiet = TestClient(other, raise_server_exceptions=False)
print(quiet.post("/number", json={"number": "x"}).json())
print(quiet.get("/nowhere").text, quiet.get("/fail").json(), quiet.get("/teapot").json())
