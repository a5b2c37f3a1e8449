# Protocols and transports: which callbacks come when.
import asyncio


class Talker(asyncio.Protocol):
    def __init__(self, name, greeting=None):
        self.name = name
        self.greeting = greeting
        self.closed = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport
        print(self.name, "connection_made", transport.is_closing(), transport.is_reading())
        if self.greeting:
            transport.write(self.greeting)

    def data_received(self, data):
        print(self.name, "data_received", data)
        if self.name == "server":
            self.transport.write(data[::-1])
            if data == b"stop":
                self.transport.close()
        elif data == b"olleh":
            self.transport.writelines([b"st", b"op"])

    def eof_received(self):
        print(self.name, "eof_received")

    def connection_lost(self, exc):
        print(self.name, "connection_lost", exc)
        self.closed.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    servers = []

    def make():
        servers.append(Talker("server"))
        print("factory")
        return servers[-1]

    server = await loop.create_server(make, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    transport, protocol = await loop.create_connection(lambda: Talker("client", b"hello"), *address)
    print("connected", protocol.name, transport.get_protocol() is protocol)
    print(transport.get_extra_info("peername") == address, transport.get_extra_info("nothing", "default"))
    await protocol.closed
    await servers[0].closed
    print(transport.is_closing())
    transport.write(b"too late")
    server.close()
    await server.wait_closed()


asyncio.run(main())
