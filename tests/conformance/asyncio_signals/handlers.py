# Signals that a program sends itself: callbacks of the loop, in the iteration after the one that notices them.
import asyncio
import os
import signal


async def handlers():
    loop = asyncio.get_running_loop()
    stopping = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stopping.set)
    loop.add_signal_handler(signal.SIGUSR1, print, "SIGUSR1", "with an argument")
    os.kill(os.getpid(), signal.SIGUSR1)
    print("sent")
    for number in range(3):
        await asyncio.sleep(0)
        print("iteration", number)
    loop.call_later(0.02, signal.raise_signal, signal.SIGTERM)
    await stopping.wait()
    print("stopping", loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))
    for arguments in ((signal.SIGKILL, print), (999, print), ("TERM", print), (signal.SIGINT, handlers)):
        try:
            loop.add_signal_handler(*arguments)
        except Exception as error:
            print(type(error).__name__, error)


asyncio.run(handlers())
