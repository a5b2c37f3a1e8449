# title.en: Trying again: backoff and jitter
# title.ko: 다시 시도하기: 백오프와 지터
# about.en: A server that fails now and then. Each pause may be twice as long as the one before, and chance decides how much of it is used: otherwise a thousand clients that failed together would all come back together. Errors that will not go away are not tried again.
# about.ko: 가끔 실패하는 서버입니다. 쉬는 시간의 한도는 매번 두 배로 늘고, 그중 얼마를 쉴지는 무작위로 정합니다. 그러지 않으면 함께 실패한 클라이언트 천 개가 다시 한꺼번에 몰려옵니다. 다시 해도 소용없는 오류는 다시 시도하지 않습니다.
# topic: network
# order: 24

import asyncio
import random

import aiohttp

URL = "https://mock.loopscope"
WORTH_ANOTHER_TRY = {429, 500, 502, 503, 504}


async def fetch(session, path, attempts=5, first_pause=0.2):
    limit = first_pause
    for attempt in range(1, attempts + 1):
        try:
            async with session.get(URL + path) as response:
                if response.status not in WORTH_ANOTHER_TRY:
                    response.raise_for_status()
                    return await response.json()
                reason = f"status {response.status}"
        except (aiohttp.ClientConnectionError, asyncio.TimeoutError) as error:
            reason = type(error).__name__
        if attempt < attempts:
            pause = random.uniform(0, limit)            # "full jitter"
            print(f"    attempt {attempt}: {reason}, pause {pause:.2f} s of at most {limit:.1f}")
            await asyncio.sleep(pause)
            limit = min(limit * 2, 5)
    raise RuntimeError(f"{path}: given up after {attempts} attempts ({reason})")


async def main():
    random.seed(2026)
    timeout = aiohttp.ClientTimeout(total=1)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        for order in ("bread", "fish", "apples"):
            print("order", order)
            answer = await fetch(session, f"/flaky/60?order={order}", attempts=8)
            print("    delivered:", answer["args"]["order"])

        for path in ("/delay/5", "/status/404"):
            print("get", path)
            try:
                await fetch(session, path, attempts=3)
            except (RuntimeError, aiohttp.ClientResponseError) as error:
                print("    failed:", error)


asyncio.run(main())
