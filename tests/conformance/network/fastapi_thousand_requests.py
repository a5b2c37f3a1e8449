# A thousand requests at once: none is lost, and each gets its own answer.
import asyncio
import threading

import httpx
import uvicorn
from fastapi import Depends, FastAPI, HTTPException
from pydantic import BaseModel

app = FastAPI()
busy = 0
most = 0
threads = set()


class Job(BaseModel):
    number: int
    weight: float = 1.0


async def counted():
    global busy, most
    busy += 1
    most = max(most, busy)
    yield busy
    busy -= 1


@app.post("/jobs/{number}")
async def job(number: int, job: Job, order: int = Depends(counted)):
    await asyncio.sleep(0.5)
    if number % 100 == 99:
        raise HTTPException(503, "full")
    return {"number": number, "twice": job.number * 2}


@app.get("/sync/{number}")
def sync(number: int):
    threads.add(threading.get_ident())
    return number


async def main():
    server = uvicorn.Server(uvicorn.Config(app, port=8474, log_level="error"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=0)
    async with httpx.AsyncClient(base_url="http://127.0.0.1:8474", timeout=60, limits=limits) as client:
        answers = await asyncio.gather(*(client.post(f"/jobs/{n}", json={"number": n}) for n in range(1000)))
        good = [answer for answer in answers if answer.status_code == 200]
        print(len(answers), len(good), all(answer.json()["twice"] == 2 * answer.json()["number"] for answer in good))
        print(sorted({answer.json()["number"] for answer in good}) == [n for n in range(1000) if n % 100 != 99])
        print({answer.json()["detail"] for answer in answers if answer.status_code == 503}, busy, most > 100)
        answers = await asyncio.gather(*(client.get(f"/sync/{n}") for n in range(200)))
        print([answer.json() for answer in answers] == list(range(200)), 1 <= len(threads) <= 40)
    server.should_exit = True
    await serving
    print(server.server_state.total_requests)


asyncio.run(main())
