# One side ends its half of the connection and still hears the other.
import asyncio


async def summing(reader, writer):
    total = 0
    async for line in reader:
        total += int(line)
        print("server: so far", total)
    print("server: end of input", reader.at_eof())
    writer.write(b"%d\n" % total)
    writer.close()
    print("server:", writer.is_closing())
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(summing, "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        print("can write eof:", writer.can_write_eof())
        for number in (10, 20, 12):
            writer.write(b"%d\n" % number)
            await asyncio.sleep(0.01)
        writer.write_eof()
        print("answer:", await reader.readline())
        print("then:", await reader.readline())
        try:
            writer.write(b"more")
        except RuntimeError as error:
            print(error)
        writer.close()
        await writer.wait_closed()


asyncio.run(main())
