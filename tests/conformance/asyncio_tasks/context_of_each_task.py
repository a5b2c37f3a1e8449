# Context variables in tasks: each has a copy, made when it is created.
import asyncio
import contextvars

request = contextvars.ContextVar("request", default="-")
trail = contextvars.ContextVar("trail")


def log(text):
    print(f"[{request.get()}] {text}")


async def child(name):
    log(f"{name} begins")
    request.set(f"{request.get()}/{name}")
    await asyncio.sleep(0)
    log(f"{name} ends")


async def handle(n):
    request.set(f"r{n}")
    await child("direct")
    await asyncio.gather(child("a"), child("b"))
    log("handled")


async def main():
    trail.set([])
    await asyncio.gather(handle(1), handle(2))
    log("main")
    context = contextvars.copy_context()
    context.run(request.set, "given")
    await asyncio.create_task(child("x"), context=context)
    print(context[request])
    log("main still")
    loop = asyncio.get_running_loop()
    request.set("before")
    loop.call_soon(log, "called soon")
    request.set("after")
    loop.call_soon(log, "called later", context=context)
    future = loop.create_future()
    future.add_done_callback(lambda f: log("callback"))
    request.set("last")
    future.set_result(None)
    await asyncio.sleep(0)
    log(f"end {context is contextvars.copy_context()} {trail.get()}")


asyncio.run(main())
