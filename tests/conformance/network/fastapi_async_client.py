# An application asked by httpx.AsyncClient through ASGITransport: no server, but the program's own event loop.
import asyncio

import httpx
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

app = FastAPI()
waiting = 0
most = 0


class Job(BaseModel):
    seconds: float
    name: str = "job"


@app.post("/jobs")
async def run(job: Job):
    global waiting, most
    waiting += 1
    most = max(most, waiting)
    await asyncio.sleep(job.seconds)
    waiting -= 1
    return {"done": job.name}


@app.get("/flaky/{attempt}")
async def flaky(attempt: int):
    if attempt < 2:
        raise HTTPException(503, "try again")
    return {"attempt": attempt}


async def main():
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        answers = await asyncio.gather(*(client.post("/jobs", json={"seconds": 0.05 * (5 - n), "name": f"n{n}"}) for n in range(5)))
        print([answer.json()["done"] for answer in answers], "at once:", most)
        finished = []

        async def tell(n):
            await client.post("/jobs", json={"seconds": 0.05 * (5 - n)})
            finished.append(n)

        await asyncio.gather(*map(tell, range(5)))
        print(finished)
        for attempt in range(5):
            response = await client.get(f"/flaky/{attempt}")
            if response.is_success:
                print("after", attempt, response.json())
                break
            print(response.status_code, response.json()["detail"])
        response = await client.post("/jobs", json={"seconds": "long"})
        print(response.status_code, response.json()["detail"][0]["loc"])
        try:
            async with asyncio.timeout(0.05):
                await client.post("/jobs", json={"seconds": 10})
        except TimeoutError:
            print("gave up, still waiting:", waiting)
        response = await client.get("/missing")
        try:
            response.raise_for_status()
        except httpx.HTTPStatusError as error:
            print(error.response.status_code, str(error).splitlines()[0])


asyncio.run(main())
