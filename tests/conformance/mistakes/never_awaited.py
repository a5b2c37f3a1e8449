# Forgotten `await`: the coroutine never runs, and Python says so when the last reference to it goes.
import asyncio


async def save(record):
    print("saving", record)


class Store:
    async def flush(self):
        print("flushing")


async def main():
    save("first")
    print("after the first")
    kept = save("kept for a while")
    print("still kept")
    del kept
    print("dropped")
    Store().flush()
    asyncio.sleep(1)
    [save(n) for n in range(2)]
    print("end of main")


asyncio.run(main())
main()
print("end of the program")
