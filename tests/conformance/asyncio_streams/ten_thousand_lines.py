# A lot of data in both directions, in order.
import asyncio

COUNT = 10_000


async def double(reader, writer):
    async for line in reader:
        writer.write(b"%d\n" % (2 * int(line)))
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(double, "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())

        async def send():
            for number in range(COUNT):
                writer.write(b"%d\n" % number)
                if number % 100 == 0:
                    await writer.drain()
            writer.write_eof()

        sending = asyncio.create_task(send())
        answers = [int(line) async for line in reader]
        await sending
        print(len(answers), answers[:5], answers == [2 * number for number in range(COUNT)])
        writer.close()
        await writer.wait_closed()

    received = bytearray()

    async def collect(reader, writer):
        while data := await reader.read(4096):
            received.extend(data)
        writer.write(b"%d" % len(received))
        writer.close()

    async with await asyncio.start_server(collect, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        block = bytes(range(256)) * 256
        for _ in range(20):
            writer.write(block)
            await writer.drain()
        writer.write_eof()
        print(await reader.read(), bytes(received) == block * 20)
        writer.close()


asyncio.run(main())
