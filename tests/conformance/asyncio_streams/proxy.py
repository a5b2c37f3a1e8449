# Client, proxy, upstream server: two connections for each.
import asyncio
async def upstream(r, w):
    while d := await r.read(100):
        w.write(b'<' + d + b'>'); await w.drain()
    w.close()
async def pipe(r, w):
    try:
        while d := await r.read(50):
            w.write(d); await w.drain()
    finally:
        w.close()
async def proxy(r, w, port):
    ur, uw = await asyncio.open_connection('127.0.0.1', port)
    await asyncio.gather(pipe(r, uw), pipe(ur, w))
    print('proxy done')
async def main():
    up = await asyncio.start_server(upstream, '127.0.0.1', 0)
    port = up.sockets[0].getsockname()[1]
    pr = await asyncio.start_server(lambda r, w: proxy(r, w, port), '127.0.0.1', 0)
    async with up, pr:
        r, w = await asyncio.open_connection(*pr.sockets[0].getsockname())
        for word in (b'one', b'two', b'three'):
            w.write(word)
            print(await r.read(100))
        w.write_eof()
        print(await r.read())
        w.close()
        await asyncio.sleep(0.05)
asyncio.run(main())
