"""stop() before run_forever(): the loop makes one iteration and ends."""
import asyncio

loop = asyncio.new_event_loop()


def tick(n):
    print("tick", n)
    loop.call_soon(print, "a turn later:", n)


loop.call_soon(tick, 1)
loop.stop()
loop.run_forever()
print("stopped")
loop.call_later(60, print, "never")
loop.stop()
loop.run_forever()
print("stopped again, without waiting")
loop.stop()
try:
    loop.run_until_complete(asyncio.sleep(0))
except RuntimeError as error:
    print(error)
loop.run_until_complete(asyncio.sleep(0))
loop.close()
