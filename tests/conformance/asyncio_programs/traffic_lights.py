# State machines as async generators, merged by time.
import asyncio


async def light(name, *phases):
    while True:
        for colour, seconds in phases:
            yield name, colour
            await asyncio.sleep(seconds)


async def watch(gen, out, limit):
    n = 0
    async for event in gen:
        out.put_nowait(event)
        n += 1
        if n == limit:
            break
    await gen.aclose()
    out.put_nowait(None)


async def main():
    out = asyncio.Queue()
    lights = [
        light("north", ("green", 0.3), ("red", 0.2)),
        light("east", ("red", 0.35), ("green", 0.25)),
    ]
    tasks = [asyncio.create_task(watch(g, out, 5)) for g in lights]
    open_lights = len(tasks)
    while open_lights:
        event = await out.get()
        if event is None:
            open_lights -= 1
        else:
            print("{:>6} {}".format(*event))
    await asyncio.gather(*tasks)


asyncio.run(main())
