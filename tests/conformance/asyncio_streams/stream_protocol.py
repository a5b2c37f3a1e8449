# StreamReaderProtocol between a transport of the program's own and a reader.
import asyncio


class Memory(asyncio.Transport):
    """Writes into a list."""

    def __init__(self):
        super().__init__(extra={"name": "memory"})
        self.written = []
        self.closing = False

    def write(self, data):
        self.written.append(bytes(data))

    def is_closing(self):
        return self.closing

    def close(self):
        self.closing = True

    def pause_reading(self):
        print("pause_reading")

    def resume_reading(self):
        print("resume_reading")


async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=4)
    protocol = asyncio.StreamReaderProtocol(reader, lambda reader, writer: print("connected", type(writer).__name__))
    transport = Memory()
    protocol.connection_made(transport)
    writer = asyncio.StreamWriter(transport, protocol, reader, loop)
    print(writer.get_extra_info("name"), writer.get_extra_info("other", 5), writer.transport is transport)
    writer.write(b"one")
    writer.writelines([b"two", b"three"])
    await writer.drain()
    print(transport.written)
    protocol.data_received(b"12345678901")
    print(await reader.readexactly(8))
    protocol.pause_writing()
    draining = asyncio.create_task(writer.drain())
    await asyncio.sleep(0)
    print("drained:", draining.done())
    protocol.resume_writing()
    await draining
    print("eof:", protocol.eof_received(), await reader.read())
    protocol.pause_writing()
    draining = asyncio.create_task(writer.drain())
    await asyncio.sleep(0)
    protocol.connection_lost(ConnectionAbortedError("gone"))
    try:
        await draining
    except ConnectionAbortedError as error:
        print("drain:", error)
    try:
        await writer.wait_closed()
    except ConnectionAbortedError as error:
        print("wait_closed:", error)
    print(writer.is_closing())
    writer.close()
    print(writer.is_closing())
    for abstract in (asyncio.BaseTransport(), asyncio.Transport()):
        for name in ("close", "is_closing", "get_protocol"):
            try:
                getattr(abstract, name)()
            except NotImplementedError:
                print(type(abstract).__name__, name, "is not implemented")
    base = asyncio.BaseProtocol()
    print(base.connection_made(transport), base.connection_lost(None), base.pause_writing(), base.resume_writing())


asyncio.run(main())
