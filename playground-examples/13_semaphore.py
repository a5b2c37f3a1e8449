# title.en: At most two at a time: Semaphore
# title.ko: 한 번에 두 개까지: 세마포어
# about.en: Six cars, two pumps. The semaphore lets two tasks in and parks the others in a queue; whoever leaves wakes the one that has waited longest. Without it all six would start at the same time.
# about.ko: 자동차는 여섯 대, 주유기는 두 대입니다. 세마포어는 태스크를 두 개만 들여보내고 나머지는 줄을 세웁니다. 하나가 나가면 가장 오래 기다린 태스크가 깨어납니다. 세마포어가 없다면 여섯 대가 동시에 시작할 것입니다.
# topic: sync
# order: 13

import asyncio

inside = 0
most = 0


async def car(number, seconds, pumps):
    global inside, most
    async with pumps:               # waits here while both pumps are taken
        inside += 1
        most = max(most, inside)
        print(f"car {number} fills up, {inside} inside")
        await asyncio.sleep(seconds)
        inside -= 1
    print(f"    car {number} leaves")


async def main():
    pumps = asyncio.Semaphore(2)
    times = [0.5, 0.9, 0.7, 0.4, 0.6, 0.3]
    async with asyncio.TaskGroup() as group:
        for number, seconds in enumerate(times, start=1):
            group.create_task(car(number, seconds, pumps), name=f"car {number}")
    print("never more than", most, "inside")


asyncio.run(main())
