# A datagram server and client in one program.
import asyncio


class EchoServer(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport
        print("server made", transport.get_extra_info("sockname")[0])

    def datagram_received(self, data, address):
        print("server received", data, "from", address[0])
        self.transport.sendto(data[::-1], address)


class Client(asyncio.DatagramProtocol):
    def __init__(self, messages, done):
        self.messages = messages
        self.done = done

    def connection_made(self, transport):
        self.transport = transport
        print("client made")
        for message in self.messages:
            transport.sendto(message)

    def datagram_received(self, data, address):
        print("client received", data)
        self.messages.pop()
        if not self.messages:
            self.transport.close()

    def error_received(self, error):
        print("client error:", type(error).__name__)
        self.transport.close()

    def connection_lost(self, error):
        print("client lost", error)
        self.done.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.create_datagram_endpoint(EchoServer, local_addr=("127.0.0.1", 0))
    address = transport.get_extra_info("sockname")
    print(type(protocol).__name__, transport.is_closing())
    done = loop.create_future()
    await loop.create_datagram_endpoint(lambda: Client([b"one", b"two", b"three"], done), remote_addr=address)
    await done
    transport.close()
    await asyncio.sleep(0.01)
    # Nobody listens there any more.
    done = loop.create_future()
    await loop.create_datagram_endpoint(lambda: Client([b"lost"], done), remote_addr=address)
    await done


asyncio.run(main())
