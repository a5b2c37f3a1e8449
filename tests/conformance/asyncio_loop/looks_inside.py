"""What a curious program sees of the loop: how much is ready, what is scheduled, and one iteration at a time."""
import asyncio


def tick(n):
    print("tick", n)


async def worker(name):
    await asyncio.sleep(0)
    print(name, "has had a turn")


async def main():
    loop = asyncio.get_running_loop()
    print("ready", len(loop._ready), "scheduled", len(loop._scheduled))
    handle = loop.call_soon(tick, 1)
    tasks = [asyncio.create_task(worker(name), name=name) for name in ("one", "two")]
    print("ready", len(loop._ready), handle in loop._ready)
    timers = [loop.call_later(delay, tick, delay) for delay in (0.3, 0.1, 0.2)]
    timers[1].cancel()
    sleeper = asyncio.create_task(asyncio.sleep(5))
    await asyncio.sleep(0)
    print("scheduled", len(loop._scheduled), min(loop._scheduled) is timers[1], [timer in loop._scheduled for timer in timers])
    await asyncio.sleep(0)
    print("a task's turn:", [task.get_name() for handle in loop._ready
                             if isinstance(task := getattr(handle._callback, "__self__", None), asyncio.Task)])
    await asyncio.gather(*tasks)
    print("scheduled", [round(handle.when() - loop.time()) for handle in sorted(loop._scheduled)])
    sleeper.cancel()


asyncio.run(main())

# Turned by hand.
loop = asyncio.new_event_loop()
loop.call_soon(tick, "by hand")
loop.call_soon(lambda: loop.call_soon(tick, "in the next turn"))
for turn in range(3):
    loop._run_once() if loop._ready else print("nothing to do")
    print("after turn", turn, len(loop._ready))
loop.close()
