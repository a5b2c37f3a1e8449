# A writer that is faster than its reader: the protocol is told to pause, and drain() waits.
import asyncio


class Watching(asyncio.StreamReaderProtocol):
    paused = 0

    def pause_writing(self):
        self.paused += 1
        super().pause_writing()


async def main():
    ready = asyncio.Event()
    total = 0

    async def slow(reader, writer):
        nonlocal total
        await ready.wait()
        while data := await reader.read(1 << 16):
            total += len(data)
        writer.close()

    server = await asyncio.start_server(slow, "127.0.0.1", 0)
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    transport, protocol = await loop.create_connection(lambda: Watching(reader), *server.sockets[0].getsockname())
    writer = asyncio.StreamWriter(transport, protocol, reader, loop)
    print(transport.get_write_buffer_limits())
    transport.set_write_buffer_limits(high=1000)
    print(transport.get_write_buffer_limits())
    writer.write(b"x")
    await asyncio.wait_for(writer.drain(), 1)
    print("small:", transport.get_write_buffer_size(), protocol.paused)
    writer.write(bytes(16 << 20))
    print("big:", transport.get_write_buffer_size() > 1000, protocol.paused)
    try:
        await asyncio.wait_for(writer.drain(), 0.05)
    except TimeoutError:
        print("drain waits")
    ready.set()
    await writer.drain()
    print("drained:", transport.get_write_buffer_size() <= 250)
    writer.write_eof()
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    print(total, protocol.paused)
    server.close()
    await server.wait_closed()
    for bad in ({"high": 1, "low": 2}, {"low": -1}):
        try:
            transport.set_write_buffer_limits(**bad)
        except ValueError as error:
            print(error)


asyncio.run(main())
