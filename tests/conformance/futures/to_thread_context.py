# to_thread() takes the context along; a thread's changes stay there.
import asyncio
import contextvars
import threading

request = contextvars.ContextVar("request")


def work(n):
    before = request.get()
    request.set(f"changed {n}")
    return before, request.get()


async def handler(n):
    request.set(n)
    result = await asyncio.to_thread(work, n)
    return result, request.get()


async def main():
    print(await asyncio.gather(*(handler(n) for n in range(3))))
    print(request.get("unset"))
    loop = asyncio.get_running_loop()
    request.set("main")
    print(await loop.run_in_executor(None, lambda: request.get("no context in a plain executor")))
    print(await asyncio.to_thread(threading.current_thread) is threading.current_thread())


asyncio.run(main())
