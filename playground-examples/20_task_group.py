# title.en: Structured work: TaskGroup
# title.ko: 구조화된 동시성: TaskGroup
# about.en: A TaskGroup does not let its block end before all its tasks have ended. If one fails, the group cancels the others, waits for them, and raises an ExceptionGroup, which except* takes apart by type.
# about.ko: TaskGroup은 속한 태스크가 모두 끝나기 전에는 블록을 끝내지 않습니다. 하나가 실패하면 나머지를 취소하고 기다린 뒤 ExceptionGroup을 일으키며, except*가 이를 종류별로 나누어 처리합니다.
# topic: combinators
# order: 20

import asyncio


async def part(name, seconds, error=None):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f"  {name} cancelled")
        raise
    if error is not None:
        print(f"  {name} fails")
        raise error
    print(f"  {name} done")
    return name


async def main():
    print("all goes well")
    async with asyncio.TaskGroup() as group:
        roof = group.create_task(part("roof", 0.6))
        wall = group.create_task(part("wall", 0.3))
    print("  results:", roof.result(), wall.result())

    print("one fails")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(part("door", 0.3))
            group.create_task(part("glass", 0.5, ValueError("cracked")))
            group.create_task(part("paint", 2))
    except* ValueError as errors:
        for error in errors.exceptions:
            print("  handled:", error)
    print("main goes on")


asyncio.run(main())
