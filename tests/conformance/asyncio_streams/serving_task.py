# serve_forever() in a task of its own, while the rest of the program makes visits.
import asyncio


async def clock(reader, writer):
    question = (await reader.read(64)).decode()
    print("asked:", repr(question))
    writer.write(f"{question}? half past nine".encode())
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def ask(port, question):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(question.encode())
    print("told:", (await reader.read()).decode())
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(clock, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        serving = asyncio.create_task(server.serve_forever(), name="serving")
        await ask(port, "what time is it")
        await ask(port, "and now")
        print("serving:", not serving.done())
        serving.cancel()
        try:
            await serving
        except asyncio.CancelledError:
            print("serve_forever was cancelled")
    print(server.is_serving())


asyncio.run(main())
