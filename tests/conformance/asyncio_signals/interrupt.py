# Ctrl-C, as asyncio.run sees it: the main task is cancelled, and run() raises KeyboardInterrupt.
import asyncio
import signal


async def patient():
    try:
        signal.raise_signal(signal.SIGINT)
        print("still here")
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("cancelled:", asyncio.current_task().cancelling())
        raise
    finally:
        print("cleaned up")


async def stubborn():
    try:
        signal.raise_signal(signal.SIGINT)
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("not now")
    return "finished"


async def hurried():
    for _ in range(2):
        signal.raise_signal(signal.SIGINT)
    print("never")


for main in (patient, stubborn, hurried):
    try:
        print(asyncio.run(main()))
    except KeyboardInterrupt:
        print(main.__name__, "was interrupted")
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
