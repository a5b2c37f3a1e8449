# Nobody listens there.
import asyncio
import errno


async def attempt(port, **kwargs):
    try:
        await asyncio.open_connection("127.0.0.1", port, **kwargs)
    except OSError as error:
        print(type(error).__name__, error.errno == errno.ECONNREFUSED, error)


async def main():
    await attempt(1)
    server = await asyncio.start_server(lambda r, w: None, "127.0.0.1", 28417)
    try:
        await asyncio.start_server(lambda r, w: None, "127.0.0.1", 28417)
    except OSError as error:
        print(type(error).__name__, error)
    server.close()
    await server.wait_closed()
    await attempt(28417)
    loop = asyncio.get_running_loop()
    try:
        await loop.create_connection(asyncio.Protocol, "127.0.0.1", 1, all_errors=True)
    except* OSError as group:
        print(group)
    for arguments in ({}, {"ssl": True}, {"host": "127.0.0.1", "port": 1, "server_hostname": "x"}):
        try:
            await loop.create_connection(asyncio.Protocol, **arguments)
        except ValueError as error:
            print(error)
    try:
        await loop.create_server(asyncio.Protocol)
    except ValueError as error:
        print(error)


asyncio.run(main())
