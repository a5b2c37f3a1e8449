# title.en: Serving a model, one by one and in batches
# title.ko: 모델 서빙: 하나씩 처리하기와 배치로 묶기
# about.en: A model takes as long for eight inputs as for one. The first endpoint calls it for each request, and requests queue up behind its lock. The second collects what comes within a moment and calls it once for all. Set STAY to True and send requests from the requests panel: its chart shows latency and throughput.
# about.ko: 이 모델은 입력이 하나든 여덟이든 걸리는 시간이 같습니다. 첫 번째 엔드포인트는 요청마다 모델을 부르므로 요청들이 락 앞에 줄을 섭니다. 두 번째는 잠깐 사이에 들어온 요청을 모아 한 번에 처리합니다. STAY를 True로 바꾸면 요청 패널에서 직접 요청을 보낼 수 있고, 그래프에서 지연 시간과 처리량을 볼 수 있습니다.
# topic: network
# order: 27

import asyncio
import time

import httpx
import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel, Field

STAY = False            # True: stay, and answer what the requests panel sends

app = FastAPI()
gpu = asyncio.Lock()    # one call of the model at a time
queue = asyncio.Queue()
batches = []


class Text(BaseModel):
    text: str = Field(min_length=1, max_length=200)


async def model(texts):
    async with gpu:
        await asyncio.sleep(0.3)        # as long for one text as for eight
        batches.append(len(texts))
        return [len(text.split()) for text in texts]


async def collect():
    """Calls the model for what has come within 0.2 s, at most eight at once."""
    while True:
        waiting = [await queue.get()]
        try:
            async with asyncio.timeout(0.2):
                while len(waiting) < 8:
                    waiting.append(await queue.get())
        except TimeoutError:
            pass
        for (_, answer), words in zip(waiting, await model([text for text, _ in waiting])):
            answer.set_result(words)


@app.post("/single")
async def single(body: Text):
    return {"words": (await model([body.text]))[0]}


@app.post("/batched")
async def batched(body: Text):
    answer = asyncio.get_running_loop().create_future()
    await queue.put((body.text, answer))
    return {"words": await answer}


async def measure(client, path):
    batches.clear()
    began = time.monotonic()
    responses = await asyncio.gather(*(client.post(path, json={"text": "one two " * n}) for n in range(1, 11)))
    took = time.monotonic() - began
    print(f"{path}: {sum(r.status_code == 200 for r in responses)} answers in about {round(took * 2) / 2} s, batches of {batches}")
    print("   ", [r.json()["words"] for r in responses])


async def main():
    collector = asyncio.create_task(collect())
    server = uvicorn.Server(uvicorn.Config(app, port=8000, log_level="warning"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    async with httpx.AsyncClient(base_url="http://127.0.0.1:8000", timeout=30) as client:
        await measure(client, "/single")
        await measure(client, "/batched")
        refused = await client.post("/batched", json={"text": ""})
        print(refused.status_code, refused.json()["detail"][0]["msg"])
    if not STAY:
        server.should_exit = True
    await serving
    collector.cancel()


asyncio.run(main())
