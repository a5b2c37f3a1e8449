# A server that speaks HTTP by hand, and what asks it: http.server in a thread, asyncio streams, urllib and aiohttp.
import asyncio
import json
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import aiohttp


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer({"path": self.path, "agent": self.headers["X-Agent"]})

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.answer({"path": self.path, "body": body.decode()})

    def answer(self, data):
        body = json.dumps(data).encode()
        self.send_response(200 if self.path != "/missing" else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def threaded():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    request = urllib.request.Request(f"http://127.0.0.1:{port}/a?b=c", headers={"X-Agent": "urllib"})
    print(json.load(urllib.request.urlopen(request)))
    print(json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/post", data=b"hello")))
    asyncio.run(ask_threaded(port))
    server.shutdown()
    thread.join()
    server.server_close()


async def ask_threaded(port):
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        async with session.get("/by-aiohttp", headers={"X-Agent": "aiohttp"}) as response:
            print(response.status, await response.json())
        async with session.post("/post", data="들어오세요") as response:
            print(await response.json())
        async with session.get("/missing") as response:
            print(response.status, response.ok)


async def serve(reader, writer):
    request = await reader.readuntil(b"\r\n\r\n")
    method, target, _ = request.split(b"\r\n")[0].decode().split()
    if target == "/chunks":
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/plain\r\n\r\n")
        for part in (b"one\n", b"two\n", b"three\n"):
            writer.write(b"%x\r\n%b\r\n" % (len(part), part))
            await writer.drain()
            await asyncio.sleep(0.02)
        writer.write(b"0\r\n\r\n")
    elif target == "/until-the-end":
        writer.write(b"HTTP/1.0 200 OK\r\n\r\nno length at all")
    elif target == "/broken":
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
    else:
        body = f"{method} {target}".encode()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nContent-Type: text/plain\r\n\r\n%b" % (len(body), body))
    writer.close()


async def by_streams():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
        print(await (await session.get("/x?y=1")).text())
        async with session.get("/chunks") as response:
            print([line async for line in response.content])
        print(await (await session.get("/until-the-end")).text())
        try:
            async with session.get("/broken") as response:
                await response.read()
        except aiohttp.ClientPayloadError as error:
            print(type(error).__name__)
        print(await asyncio.gather(*(ask(session, n) for n in range(5))))
    server.close()
    await server.wait_closed()


async def ask(session, n):
    async with session.get(f"/{n}") as response:
        return await response.text()


threaded()
asyncio.run(by_streams())
