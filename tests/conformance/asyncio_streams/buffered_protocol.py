# BufferedProtocol: received data goes into the protocol's own buffer; and a protocol that is replaced.
import asyncio


class Buffered(asyncio.BufferedProtocol):
    def __init__(self):
        self.buffer = bytearray(8)
        self.lost = asyncio.get_running_loop().create_future()

    def get_buffer(self, sizehint):
        return self.buffer

    def buffer_updated(self, count):
        print("buffer_updated", count, bytes(self.buffer[:count]))

    def eof_received(self):
        print("eof_received")

    def connection_lost(self, error):
        print("connection_lost", error)
        self.lost.set_result(None)


class Plain(asyncio.Protocol):
    def __init__(self):
        self.transport = None

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        print("data_received", data)


async def main():
    loop = asyncio.get_running_loop()
    accepted = []

    def factory():
        accepted.append(Plain())
        return accepted[-1]

    server = await loop.create_server(factory, "127.0.0.1", 0)
    transport, protocol = await loop.create_connection(Buffered, *server.sockets[0].getsockname())
    await asyncio.sleep(0.03)
    peer = accepted[0].transport
    peer.write(b"fits")
    await asyncio.sleep(0.03)
    peer.write(b"longer than the buffer")
    await asyncio.sleep(0.03)
    transport.pause_reading()
    print("reading:", transport.is_reading())
    peer.write(b"later")
    await asyncio.sleep(0.03)
    print("resuming")
    transport.resume_reading()
    await asyncio.sleep(0.03)
    replacement = Plain()
    transport.set_protocol(replacement)
    print(transport.get_protocol() is replacement)
    peer.write(b"for the replacement")
    await asyncio.sleep(0.03)
    transport.set_protocol(protocol)
    peer.write_eof()
    await protocol.lost
    server.close()
    server.abort_clients()
    await server.wait_closed()


asyncio.run(main())
