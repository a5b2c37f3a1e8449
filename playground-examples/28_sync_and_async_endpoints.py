# title.en: Endpoints: async def, def, and the mistake
# title.ko: 엔드포인트: async def와 def, 그리고 흔한 실수
# about.en: Three endpoints take half a second each. async def that awaits lets all requests wait together. def runs in a pool of threads. async def that calls time.sleep() stops the whole event loop: nobody else is served meanwhile. The timeline and the threads' lanes show the difference; set STAY to True to try it from the requests panel.
# about.ko: 세 엔드포인트 모두 0.5초가 걸립니다. await를 쓰는 async def는 모든 요청이 함께 기다립니다. def는 스레드 풀에서 실행됩니다. async def 안에서 time.sleep()을 부르면 이벤트 루프 전체가 멈춰 그동안 아무도 응답을 받지 못합니다. 타임라인과 스레드 줄에서 차이를 볼 수 있습니다. STAY를 True로 바꾸면 요청 패널에서 직접 시험할 수 있습니다.
# topic: network
# order: 28

import asyncio
import threading
import time

import httpx
import uvicorn
from fastapi import FastAPI

STAY = False            # True: stay, and answer what the requests panel sends

app = FastAPI()


@app.get("/await")
async def waits():
    await asyncio.sleep(0.5)            # others run meanwhile
    return threading.current_thread() is threading.main_thread()


@app.get("/thread")
def in_a_thread():
    time.sleep(0.5)                     # blocks a thread of the pool
    return threading.current_thread() is threading.main_thread()


@app.get("/blocks")
async def blocks():
    time.sleep(0.5)                     # blocks the event loop
    return threading.current_thread() is threading.main_thread()


async def measure(client, path):
    began = time.monotonic()
    answers = await asyncio.gather(*(client.get(path) for _ in range(6)))
    took = time.monotonic() - began
    where = "main thread" if answers[0].json() else "threads of the pool"
    print(f"{path:8} six requests in about {round(took * 2) / 2} s, in {where}")


async def main():
    server = uvicorn.Server(uvicorn.Config(app, port=8080, log_level="warning"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    async with httpx.AsyncClient(base_url="http://127.0.0.1:8080", timeout=30) as client:
        for path in ("/await", "/thread", "/blocks"):
            await measure(client, path)
    if not STAY:
        server.should_exit = True
    await serving


asyncio.run(main())
