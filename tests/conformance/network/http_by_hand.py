# HTTP without a library: http.client, sockets and streams.
import asyncio
import http.client
import json
import socket


def with_http_client():
    connection = http.client.HTTPSConnection("mock.loopscope")
    for path in ("/get?n=1", "/get?n=2"):
        connection.request("GET", path, headers={"Accept": "application/json"})
        response = connection.getresponse()
        print(response.status, response.reason, response.version, json.loads(response.read())["args"])
    connection.request("POST", "/post", body=iter([b"one ", b"two"]), encode_chunked=True, headers={"Transfer-Encoding": "chunked"})
    response = connection.getresponse()
    print(json.loads(response.read())["data"])
    connection.request("GET", "/drip?duration=0.3&numbytes=3")
    response = connection.getresponse()
    print([response.read(1) for _ in range(4)])
    connection.request("HEAD", "/get")
    response = connection.getresponse()
    print(response.status, response.getheader("content-type"), response.read())
    connection.close()


def with_a_socket():
    with socket.create_connection(("mock.loopscope", 80)) as sock:
        sock.sendall(b"GET /headers HTTP/1.1\r\nHost: mock.loopscope\r\n")
        sock.sendall(b"X-Late: yes\r\nConnection: close\r\n\r\n")
        data = b""
        while piece := sock.recv(4096):
            data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    print(head.split(b"\r\n")[0], json.loads(body)["headers"]["X-Late"])


async def with_streams():
    reader, writer = await asyncio.open_connection("mock.loopscope", 80)
    writer.write(b"GET /stream/2 HTTP/1.1\r\nHost: mock.loopscope\r\nConnection: close\r\n\r\n")
    await writer.drain()
    status = await reader.readline()
    headers = {}
    while (line := await reader.readline()) != b"\r\n":
        name, _, value = line.decode().partition(":")
        headers[name.lower()] = value.strip()
    print(status, headers["content-type"], headers["transfer-encoding"])
    lines = b""
    while size := int(await reader.readline(), 16):
        lines += await reader.readexactly(size)
        await reader.readexactly(2)
    print([json.loads(line)["id"] for line in lines.splitlines()])
    writer.close()
    await writer.wait_closed()


async def at_once():
    async def status(code):
        reader, writer = await asyncio.open_connection("mock.loopscope", 80)
        writer.write(f"GET /status/{code} HTTP/1.0\r\nHost: mock.loopscope\r\n\r\n".encode())
        answer = await reader.read()
        writer.close()
        return int(answer.split()[1])
    print(await asyncio.gather(*map(status, (200, 404, 500))))


async def given_up():
    reader, writer = await asyncio.open_connection("mock.loopscope", 80)
    writer.write(b"GET /delay/5 HTTP/1.1\r\nHost: mock.loopscope\r\n\r\n")
    try:
        await asyncio.wait_for(reader.readline(), 0.2)
    except TimeoutError:
        print("given up")
    writer.close()
    await writer.wait_closed()
    try:
        await asyncio.open_connection("no-such-host.invalid", 80)
    except socket.gaierror as error:
        print(type(error).__name__)


with_http_client()
with_a_socket()
asyncio.run(with_streams())
asyncio.run(at_once())
asyncio.run(given_up())
