# Before the first request and after the last: lifespan, events, state.
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

models = {}


@asynccontextmanager
async def lifespan(app: FastAPI):
    print("loading")
    models["double"] = lambda x: x * 2
    yield {"version": 3}
    models.clear()
    print("unloading")


app = FastAPI(lifespan=lifespan)


@app.get("/predict")
async def predict(x: float, request: Request):
    return {"result": models["double"](x), "version": request.state.version}


with TestClient(app) as client:
    print(client.get("/predict?x=2.5").json())
    print(client.get("/predict?x=4").json())
print(models)

old = FastAPI()


@old.get("/")
async def root():
    return "old"


async def started():
    print("started")


def stopped():
    print("stopped")


old.add_event_handler("startup", started)
old.add_event_handler("shutdown", stopped)
with TestClient(old) as client:
    print(client.get("/").json())
print(TestClient(old).get("/").json(), "without startup")


@asynccontextmanager
async def failing(app):
    raise RuntimeError("no database")
    yield


try:
    with TestClient(FastAPI(lifespan=failing)):
        print("not reached")
except RuntimeError as error:
    print("startup failed:", error)
