# Sockets made by the program itself and handed to the loop; a file sent over a connection; an aborted datagram endpoint.
import asyncio
import io
import socket


class Printing(asyncio.Protocol):
    def __init__(self, name, done):
        self.name = name
        self.done = done

    def connection_made(self, transport):
        print(self.name, "made", transport.can_write_eof() if isinstance(transport, asyncio.WriteTransport) else None)

    def data_received(self, data):
        print(self.name, "received", data)

    def connection_lost(self, error):
        print(self.name, "lost", error)
        if not self.done.done():
            self.done.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(1)
        client = socket.create_connection(listener.getsockname())
        accepted, address = listener.accept()
    done = loop.create_future()
    transport, protocol = await loop.connect_accepted_socket(lambda: Printing("server", done), accepted)
    print(isinstance(transport, asyncio.Transport), isinstance(transport, asyncio.ReadTransport))
    client_done = loop.create_future()
    sender, _ = await loop.create_connection(lambda: Printing("client", client_done), sock=client)
    sender.write(b"hello")
    await asyncio.sleep(0.01)
    print(await loop.sendfile(sender, io.BytesIO(b"the content of a file")))
    await asyncio.sleep(0.01)
    sender.close()
    await done

    endpoint, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, local_addr=("127.0.0.1", 0))
    print(isinstance(endpoint, asyncio.DatagramTransport))
    endpoint.abort()
    print(endpoint.is_closing())
    for sock in (socket.socket(type=socket.SOCK_DGRAM), None):
        try:
            await loop.create_connection(asyncio.Protocol, sock=sock)
        except ValueError as error:
            print(str(error).partition(", got")[0])
        if sock:
            sock.close()


asyncio.run(main())
