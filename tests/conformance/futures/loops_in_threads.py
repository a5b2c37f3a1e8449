# Several loops, each in a thread of its own.
import asyncio
import threading


async def work(name):
    total = 0
    for n in range(3):
        await asyncio.sleep(0.01)
        total += n
    return f"{name} {total} {threading.current_thread().name}"


def runs(name):
    results.append(asyncio.run(work(name)))


results = []
threads = [threading.Thread(target=runs, args=(name,), name=f"thread {name}") for name in "xyz"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results))


def no_loop():
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)


thread = threading.Thread(target=no_loop, name="bare")
thread.start()
thread.join()
