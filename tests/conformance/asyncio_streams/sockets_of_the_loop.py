# The loop's own socket calls: sock_accept, sock_connect, sock_recv and the rest.
import asyncio
import socket


async def serve(listener):
    loop = asyncio.get_running_loop()
    connection, address = await loop.sock_accept(listener)
    print("server: accepted from", address[0], connection.gettimeout())
    with connection:
        while data := await loop.sock_recv(connection, 16):
            print("server: received", data)
            await loop.sock_sendall(connection, data.title())
    print("server: done")


async def main():
    loop = asyncio.get_running_loop()
    with socket.socket() as listener, socket.socket() as client:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.setblocking(False)
        client.setblocking(False)
        serving = asyncio.create_task(serve(listener))
        await loop.sock_connect(client, listener.getsockname())
        print("client: connected", client.getpeername() == listener.getsockname())
        await loop.sock_sendall(client, b"hello there")
        print("client:", await loop.sock_recv(client, 5))
        buffer = bytearray(32)
        count = await loop.sock_recv_into(client, buffer)
        print("client:", count, bytes(buffer[:count]))
        client.shutdown(socket.SHUT_WR)
        print("client:", await loop.sock_recv(client, 10))
        await serving
    client = socket.socket()
    client.setblocking(False)
    try:
        await loop.sock_connect(client, ("127.0.0.1", 1))
    except OSError as error:
        print(type(error).__name__, error)
    client.close()


asyncio.run(main())
