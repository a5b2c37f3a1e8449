# title.en: First come, first served: as_completed
# title.ko: 먼저 끝난 것부터: as_completed
# about.en: as_completed hands over results in the order in which they are ready, so you can work on the first while the rest are still under way. Compare the order of the lines with the order of the list.
# about.ko: as_completed는 준비된 순서대로 결과를 건네주므로, 나머지가 진행되는 동안 먼저 끝난 것부터 처리할 수 있습니다. 출력된 줄의 순서와 목록의 순서를 비교해 보세요.
# topic: combinators
# order: 12

import asyncio

RUNNERS = {"하나": 0.9, "두리": 0.3, "세진": 1.2, "네오": 0.6}


async def run(name, seconds):
    await asyncio.sleep(seconds)
    return name, seconds


async def main():
    tasks = [asyncio.create_task(run(n, s), name=n) for n, s in RUNNERS.items()]
    place = 0
    for next_one in asyncio.as_completed(tasks):
        name, seconds = await next_one
        place += 1
        print(f"{place}. {name} ({seconds} s)")

    print("in the order of the list:")
    print([task.result()[0] for task in tasks])

    # With a timeout, those who are too late raise TimeoutError.
    late = [run("fast", 0.2), run("late", 5)]
    try:
        for next_one in asyncio.as_completed(late, timeout=0.5):
            print((await next_one)[0], "made it")
    except TimeoutError:
        print("somebody was too late")


asyncio.run(main())
