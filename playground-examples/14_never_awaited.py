# title.en: Mistake: never awaited
# title.ko: 흔한 실수: await를 잊었을 때
# about.en: Calling a coroutine function only makes a coroutine object; without await its body never runs. Python notices when the object is thrown away and prints a RuntimeWarning. Look for it in the console, then fix the marked line.
# about.ko: 코루틴 함수를 호출하면 코루틴 객체만 만들어지고, await하지 않으면 본문은 실행되지 않습니다. 파이썬은 객체가 버려질 때 이를 알아차리고 RuntimeWarning을 출력합니다. 콘솔에서 경고를 찾고 표시된 줄을 고쳐 보세요.
# topic: mistakes
# order: 14

import asyncio

saved = []


async def save(text):
    await asyncio.sleep(0.5)
    saved.append(text)


async def main():
    await save("first")
    save("second")                  # the mistake: nobody awaits this one
    await save("third")
    print("saved:", saved)

    # A coroutine that we keep is not lost: it can still be awaited.
    waiting = save("fourth")
    print("object made:", type(waiting).__name__)
    await waiting
    print("saved:", saved)


asyncio.run(main())
