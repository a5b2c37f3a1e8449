# A chat server: every line goes to all the others.
import asyncio


class Room:
    def __init__(self):
        self.members = {}

    async def join(self, reader, writer):
        name = (await reader.readline()).decode().strip()
        self.say(f"* {name} joined", but=name)
        self.members[name] = writer
        writer.writelines([b"* here: ", ", ".join(sorted(self.members)).encode(), b"\n"])
        try:
            async for line in reader:
                self.say(f"{name}: {line.decode().strip()}", but=name)
        finally:
            del self.members[name]
            self.say(f"* {name} left", but=name)
            writer.close()

    def say(self, text, but):
        for name, writer in self.members.items():
            if name != but:
                writer.write(f"{text}\n".encode())


async def member(name, port, lines, delay):
    await asyncio.sleep(delay)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{name}\n".encode())

    async def listen():
        async for line in reader:
            print(f"[{name}] {line.decode().strip()}")

    listening = asyncio.create_task(listen())
    for line in lines:
        await asyncio.sleep(0.06)
        writer.write(f"{line}\n".encode())
        await writer.drain()
    await asyncio.sleep(0.06)
    writer.write_eof()
    await listening
    writer.close()
    await writer.wait_closed()


async def main():
    room = Room()
    server = await asyncio.start_server(room.join, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, asyncio.TaskGroup() as group:
        group.create_task(member("ann", port, ["hi", "how are you?"], 0))
        group.create_task(member("bob", port, ["hello"], 0.02))
        group.create_task(member("cy", port, ["am I late?", "bye"], 0.10))


asyncio.run(main())
