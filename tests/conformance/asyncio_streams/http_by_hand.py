# A small HTTP server, and clients that ask it.
import asyncio
async def handle(reader, writer):
    request = await reader.readuntil(b'\r\n\r\n')
    line, *headers = request.decode().split('\r\n')
    method, path, version = line.split()
    body = f'<h1>{path}</h1>'.encode()
    writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n' % len(body))
    writer.write(body)
    await writer.drain()
    writer.close()
async def get(port, path):
    reader, writer = await asyncio.open_connection('localhost', port)
    writer.write(f'GET {path} HTTP/1.1\r\nHost: x\r\n\r\n'.encode())
    status = await reader.readline()
    headers = {}
    while (l := (await reader.readline()).decode().strip()):
        k, v = l.split(': '); headers[k] = v
    body = await reader.readexactly(int(headers['Content-Length']))
    writer.close(); await writer.wait_closed()
    return status, body
async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 28090)
    async with server:
        print(await asyncio.gather(*(get(28090, f'/{i}') for i in range(4))))
        try:
            async with asyncio.timeout(0.1):
                r, w = await asyncio.open_connection('127.0.0.1', 28090)
                await r.read()
        except TimeoutError: print('to')
        w.close()
asyncio.run(main())
