# title.en: gather with failures
# title.ko: gather와 실패
# about.en: gather waits for many and returns the results in the order of the arguments, not of finishing. When one fails, gather fails at once but the others keep running; with return_exceptions=True the errors come back as values.
# about.ko: gather는 여러 작업을 기다렸다가 끝난 순서가 아니라 인수를 쓴 순서로 결과를 돌려줍니다. 하나가 실패하면 gather는 바로 실패하지만 나머지는 계속 실행됩니다. return_exceptions=True를 주면 오류도 값으로 돌아옵니다.
# topic: combinators
# order: 11

import asyncio


async def fetch(name, seconds, fail=False):
    await asyncio.sleep(seconds)
    if fail:
        raise ValueError(f"{name} is broken")
    print(f"  {name} arrived")
    return name.upper()


def jobs():
    return fetch("slow", 0.9), fetch("bad", 0.5, fail=True), fetch("quick", 0.3)


async def main():
    print("plain gather")
    try:
        await asyncio.gather(*jobs())
    except ValueError as error:
        print("  gather failed:", error)
    await asyncio.sleep(0.6)        # slow was not cancelled: here it comes

    print("return_exceptions=True")
    results = await asyncio.gather(*jobs(), return_exceptions=True)
    for result in results:
        print("  result:", repr(result))


asyncio.run(main())
