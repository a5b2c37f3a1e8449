# call_later and call_at: handles, when, cancelling, arguments.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    log = []
    h = loop.call_later(0.05, lambda *a: log.append(a), 1, 2)
    print(type(h).__name__, h.cancelled(), round(h.when() - start, 2))
    g = loop.call_at(start + 0.1, log.append, "at")
    print(round(g.when() - start, 2))
    doomed = [loop.call_later(0.07, log.append, n) for n in range(5)]
    for d in doomed[1:]:
        d.cancel()
    print([d.cancelled() for d in doomed])
    await asyncio.sleep(0.2)
    print(log, h.cancelled())
    h.cancel()
    print(h.cancelled())
    for wrong in (lambda: loop.call_later("1", print), lambda: loop.call_at(None, print)):
        try:
            wrong()
        except TypeError as error:
            print(error)

    async def coro():
        pass

    c = coro()
    loop.set_debug(True)
    for wrong in (c, coro, 5):
        try:
            loop.call_soon(wrong)
        except TypeError as error:
            print(str(error).split(",")[0].split(" <")[0])
    loop.set_debug(False)
    c.close()
    print(loop.is_running(), loop.is_closed(), loop.get_debug())

    def repeat(n):
        log.append(n)
        if n:
            loop.call_later(0.01, repeat, n - 1)

    log.clear()
    repeat(4)
    await asyncio.sleep(0.2)
    print(log)


asyncio.run(main())
