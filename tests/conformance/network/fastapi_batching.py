# Serving a model: one call for each request, or one for as many as have come within a moment.
import asyncio
import time

import httpx
from fastapi import FastAPI
from pydantic import BaseModel


class Model:
    """Takes as long for sixteen inputs as for one."""

    def __init__(self):
        self.batches = []
        self.lock = asyncio.Lock()

    async def predict(self, texts: list[str]) -> list[int]:
        async with self.lock:
            await asyncio.sleep(0.05)
            self.batches.append(len(texts))
            return [len(text) for text in texts]


class Batcher:
    def __init__(self, model: Model, most: int, wait: float):
        self.model = model
        self.most = most
        self.wait = wait
        self.queue: asyncio.Queue = asyncio.Queue()

    async def run(self):
        while True:
            waiting = [await self.queue.get()]
            ends = time.monotonic() + self.wait
            while len(waiting) < self.most:
                try:
                    async with asyncio.timeout(ends - time.monotonic()):
                        waiting.append(await self.queue.get())
                except TimeoutError:
                    break
            results = await self.model.predict([text for text, _ in waiting])
            for (_, future), result in zip(waiting, results):
                future.set_result(result)

    async def ask(self, text: str) -> int:
        future = asyncio.get_running_loop().create_future()
        await self.queue.put((text, future))
        return await future


class Question(BaseModel):
    text: str


app = FastAPI()
single = Model()
batched = Model()
batcher = Batcher(batched, most=8, wait=0.02)


@app.post("/single")
async def ask_single(question: Question):
    return {"length": (await single.predict([question.text]))[0]}


@app.post("/batched")
async def ask_batched(question: Question):
    return {"length": await batcher.ask(question.text)}


async def main():
    worker = asyncio.create_task(batcher.run())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://model") as client:
        for path in ("/single", "/batched"):
            began = time.monotonic()
            answers = await asyncio.gather(*(client.post(path, json={"text": "x" * n}) for n in range(24)))
            took = time.monotonic() - began
            print(path, [answer.json()["length"] for answer in answers] == list(range(24)), "slow" if took > 1 else "fast")
        print(single.batches, batched.batches)
    worker.cancel()


asyncio.run(main())
