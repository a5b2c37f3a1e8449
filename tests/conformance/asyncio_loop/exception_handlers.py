# What the loop does with exceptions that nobody awaits: its handler, the default one, and handlers that fail.
import asyncio
import sys

sys.stderr = sys.stdout


def boom(what):
    raise ValueError(what)


def handler(loop, context):
    print("handler:", sorted(context), context["message"].split(" ")[0], repr(context.get("exception")))


def failing(loop, context):
    raise RuntimeError("the handler failed")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(boom, "callback")
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "by hand", "exception": KeyError("k"), "extra": 1})
    loop.default_exception_handler({"message": "straight to the default", "key": [1, 2]})
    loop.default_exception_handler({})
    loop.set_exception_handler(failing)
    loop.call_exception_handler({"message": "for a failing handler"})
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "default", "exception": ZeroDivisionError("division"), "task": 5})
    for wrong in ("handler", 5):
        try:
            loop.set_exception_handler(wrong)
        except TypeError as error:
            print(error)


asyncio.run(main())
