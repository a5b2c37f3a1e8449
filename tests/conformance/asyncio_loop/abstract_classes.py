# The abstract classes: which methods they ask for, and what a bare one says.
import asyncio
import inspect

for cls in (asyncio.AbstractEventLoop, asyncio.AbstractServer, asyncio.AbstractEventLoopPolicy):
    print(cls.__name__)
    instance = cls()
    for name in sorted(dir(cls)):
        if name.startswith("_"):
            continue
        method = getattr(instance, name)
        if inspect.iscoroutinefunction(method):
            kind = "coroutine"
        else:
            kind = "method"
        print("  ", name, kind)


class Mine(asyncio.AbstractServer):
    def close(self):
        print("closing")

    async def wait_closed(self):
        print("waiting")


async def main():
    async with Mine() as server:
        print(isinstance(server, asyncio.AbstractServer))
    for call in (asyncio.AbstractEventLoop().getaddrinfo("h", 1), asyncio.AbstractServer().serve_forever()):
        try:
            await call
        except NotImplementedError:
            print("not implemented")
    print(isinstance(asyncio.get_running_loop(), asyncio.AbstractEventLoop),
          isinstance(asyncio.get_running_loop(), asyncio.BaseEventLoop),
          asyncio.EventLoop is asyncio.SelectorEventLoop)


asyncio.run(main())
