# Exceptions in callbacks: default handler on stderr, own handler, own handler that fails.
import asyncio


def bad(text):
    raise ValueError(text)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.call_soon(bad, "for the default handler")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("the loop goes on")

    def handler(loop, context):
        print("handler:", sorted(context), context["message"], repr(context.get("exception")))

    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(bad, "for my handler")
    loop.call_later(0.01, bad, "in a timer")
    await asyncio.sleep(0.03)
    loop.call_exception_handler({"message": "by hand", "exception": KeyError("k")})
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "plain message"})
    loop.call_exception_handler({"message": "with more", "number": 5})
    try:
        loop.set_exception_handler(5)
    except TypeError as error:
        print(error)


asyncio.run(main())
