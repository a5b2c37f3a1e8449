# sock_sendfile: a file, or a part of it, over a socket.
import asyncio
import io
import socket


async def main():
    loop = asyncio.get_running_loop()
    here, there = socket.socketpair()
    here.setblocking(False)
    there.setblocking(False)
    with here, there:
        content = io.BytesIO(b"0123456789" * 10)
        print(await loop.sock_sendfile(here, content), content.tell())
        print(len(await loop.sock_recv(there, 1000)))
        print(await loop.sock_sendfile(here, content, offset=95), content.tell())
        print(await loop.sock_recv(there, 1000))
        print(await loop.sock_sendfile(here, content, offset=10, count=5), content.tell())
        print(await loop.sock_recv(there, 1000))
        for arguments in ({"offset": -1}, {"count": 0}, {"offset": "a"}, {"count": "a"}):
            try:
                await loop.sock_sendfile(here, content, **arguments)
            except (TypeError, ValueError) as error:
                print(type(error).__name__, error)
        try:
            await loop.sock_sendfile(here, io.StringIO("text"), fallback=True)
        except Exception as error:
            print(type(error).__name__)


asyncio.run(main())
