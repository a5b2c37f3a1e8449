# A server inside the program: sync and async endpoints, streams that are abandoned, log lines, the end.
import asyncio
import logging
import time

import httpx
import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import StreamingResponse

app = FastAPI()
closed = asyncio.Event()


@app.get("/")
async def root(request: Request):
    return {"path": request.url.path, "client": request.client.host, "server": request.scope["server"], "scheme": request.url.scheme}


@app.get("/async")
async def asynchronous():
    await asyncio.sleep(0.3)
    return "async"


@app.get("/sync")
def synchronous():
    time.sleep(0.3)
    return "sync"


@app.get("/blocking")
async def blocking():
    time.sleep(0.3)
    return "blocking"


@app.get("/endless")
async def endless(request: Request):
    async def numbers():
        number = 0
        while not await request.is_disconnected():
            yield f"{number}\n"
            number += 1
            await asyncio.sleep(0.05)
        closed.set()

    return StreamingResponse(numbers(), media_type="text/plain")


@app.on_event("startup")
async def starting():
    print("starting")


@app.on_event("shutdown")
async def stopping():
    print("stopping")


async def timed(client, path, count):
    began = time.perf_counter()
    answers = await asyncio.gather(*(client.get(path) for _ in range(count)))
    took = time.perf_counter() - began
    print(path, {answer.json() for answer in answers}, "together" if took < 0.3 * count * 0.7 else "one after the other")


async def main():
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=8471, log_level="warning"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    async with httpx.AsyncClient(base_url="http://127.0.0.1:8471", timeout=30) as client:
        response = await client.get("/")
        print(response.status_code, response.json(), sorted(response.headers))
        await timed(client, "/async", 4)
        await timed(client, "/sync", 4)
        await timed(client, "/blocking", 4)
        async with client.stream("GET", "/endless") as response:
            async for line in response.aiter_lines():
                print("line", line)
                if line == "2":
                    break
        await asyncio.wait_for(closed.wait(), 5)
        print("the generator saw it")
        print((await client.get("/nowhere")).json(), (await client.post("/")).status_code)
    server.should_exit = True
    await serving
    try:
        async with httpx.AsyncClient() as client:
            await client.get("http://127.0.0.1:8471/")
    except httpx.ConnectError as error:
        print("nobody there:", type(error).__name__)


asyncio.run(main())
print([logging.getLogger(name).level for name in ("uvicorn.error", "uvicorn.access")])
