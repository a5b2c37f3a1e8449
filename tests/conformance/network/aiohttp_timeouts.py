# Which limit ends which wait, and as which exception it comes out.
import asyncio
import time

import aiohttp

URL = "https://mock.loopscope"


async def attempt(name, session, path, **kwargs):
    start = time.monotonic()
    try:
        async with session.get(URL + path, **kwargs) as response:
            print(f"{name}: status {response.status}, {len(await response.read()) > 0}")
    except Exception as error:
        print(f"{name}: {type(error).__name__}({error}) after {time.monotonic() - start:.0f} s",
              isinstance(error, asyncio.TimeoutError), isinstance(error, TimeoutError), isinstance(error, aiohttp.ClientError))


async def main():
    async with aiohttp.ClientSession() as session:
        await attempt("enough", session, "/delay/0.2", timeout=aiohttp.ClientTimeout(total=2))
        await attempt("total", session, "/delay/5", timeout=aiohttp.ClientTimeout(total=1))
        await attempt("sock_read", session, "/delay/5", timeout=aiohttp.ClientTimeout(sock_read=1))
        await attempt("total, in the body", session, "/drip?duration=4&numbytes=8&delay=0", timeout=aiohttp.ClientTimeout(total=1))
        await attempt("sock_read, in the body", session, "/drip?duration=4&numbytes=8&delay=0",
                      timeout=aiohttp.ClientTimeout(sock_read=2))
        try:
            await asyncio.wait_for(session.get(URL + "/delay/5"), timeout=1)
        except asyncio.TimeoutError as error:
            print("wait_for:", type(error).__name__, repr(str(error)))
        try:
            async with asyncio.timeout(1):
                async with session.get(URL + "/delay/5"):
                    pass
        except TimeoutError as error:
            print("asyncio.timeout:", type(error).__name__)

    timeout = aiohttp.ClientTimeout(total=1, connect=0.5)
    print(timeout, timeout == aiohttp.ClientTimeout(total=1, connect=0.5), timeout.sock_read)
    async with aiohttp.ClientSession(timeout=timeout, connector=aiohttp.TCPConnector(limit=1)) as session:
        # The second one waits for the only connection, and half a second is all it has for that.
        await asyncio.gather(attempt("first", session, "/delay/0.8"), attempt("second", session, "/get"))
        print(session.timeout is timeout)
    try:
        aiohttp.ClientSession(timeout=5)
    except ValueError as error:
        print(error)


asyncio.run(main())
