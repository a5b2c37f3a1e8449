# A chat room without a network: queues as connections.
import asyncio


class Room:
    def __init__(self):
        self.members = {}
        self.history = []

    async def join(self, name):
        inbox = asyncio.Queue()
        await self.say("server", f"{name} joined")
        self.members[name] = inbox
        return inbox

    async def leave(self, name):
        del self.members[name]
        await self.say("server", f"{name} left")

    async def say(self, sender, text):
        self.history.append((sender, text))
        for name, inbox in self.members.items():
            if name != sender:
                await inbox.put(f"{sender}: {text}")


async def client(room, name, script):
    inbox = await room.join(name)
    received = []

    async def read():
        while True:
            received.append(await inbox.get())

    reader = asyncio.create_task(read())
    for pause, text in script:
        await asyncio.sleep(pause)
        await room.say(name, text)
    await asyncio.sleep(0.02)
    reader.cancel()
    await room.leave(name)
    return name, received


async def main():
    room = Room()
    results = await asyncio.gather(
        client(room, "미나", [(0.1, "안녕!"), (0.2, "bye")]),
        client(room, "jun", [(0.2, "hi"), (0.3, "still here"), (0.1, "alone?")]),
    )
    for name, received in results:
        print(name, received)
    for line in room.history:
        print(*line, sep=" > ")


asyncio.run(main())
