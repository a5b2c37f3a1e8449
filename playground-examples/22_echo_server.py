# title.en: A server and its clients: streams
# title.ko: 서버와 클라이언트: 스트림
# about.en: start_server and open_connection join tasks by connections, here inside one program. Each client gets a task of its own on the server's side. readline waits until a whole line has come; drain waits while the other side cannot keep up.
# about.ko: start_server와 open_connection은 태스크를 연결로 이어 줍니다. 여기서는 모두 한 프로그램 안에 있습니다. 서버 쪽에는 클라이언트마다 태스크가 하나씩 생깁니다. readline은 한 줄이 다 올 때까지 기다리고, drain은 상대가 따라오지 못하는 동안 기다립니다.
# topic: sync
# order: 22

import asyncio


async def serve(reader, writer):
    name = (await reader.readline()).decode().strip()
    print(f"server: {name} is here")
    while line := await reader.readline():      # b"" at the end
        await asyncio.sleep(0.2)                # thinking
        writer.write(line.upper())
        await writer.drain()
    print(f"server: {name} has gone")
    writer.close()
    await writer.wait_closed()


async def visit(name, words, port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{name}\n".encode())
    for word in words:
        writer.write(f"{word}\n".encode())
        answer = await reader.readline()
        print(f"    {name}: {word} -> {answer.decode().strip()}")
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    async with server:
        await asyncio.gather(
            visit("Mina", ["hello", "goodbye"], port),
            visit("Joon", ["tea", "milk", "sugar"], port),
        )
        await asyncio.sleep(0.1)


asyncio.run(main())
