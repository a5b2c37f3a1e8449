# sock_sendto, sock_recvfrom, sock_recvfrom_into.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    with socket.socket(type=socket.SOCK_DGRAM) as one, socket.socket(type=socket.SOCK_DGRAM) as two:
        for sock in (one, two):
            sock.bind(("127.0.0.1", 0))
            sock.setblocking(False)
        print(await loop.sock_sendto(one, b"first", two.getsockname()))
        print(await loop.sock_sendto(one, b"second, longer", two.getsockname()))
        data, address = await loop.sock_recvfrom(two, 100)
        print(data, address == one.getsockname())
        buffer = bytearray(6)
        count, address = await loop.sock_recvfrom_into(two, buffer)
        print(count, buffer, address == one.getsockname())
        waiting = asyncio.create_task(loop.sock_recvfrom(one, 10))
        await asyncio.sleep(0.01)
        print(waiting.done())
        two.sendto(b"back", one.getsockname())
        print((await waiting)[0])
        waiting = asyncio.create_task(loop.sock_recvfrom(one, 10))
        await asyncio.sleep(0.01)
        waiting.cancel()
        try:
            await waiting
        except asyncio.CancelledError:
            print("cancelled")
    with socket.socket() as blocking:
        loop.set_debug(True)
        try:
            await loop.sock_recv(blocking, 1)
        except ValueError as error:
            print(error)
        loop.set_debug(False)


asyncio.run(main())
