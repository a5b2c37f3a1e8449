# A handler that fails, in the log.
import asyncio, logging, sys
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format='%(name)s %(levelname)s %(message)s')
async def h(r, w):
    1/0
async def main():
    s = await asyncio.start_server(h, '127.0.0.1', 0)
    r, w = await asyncio.open_connection(*s.sockets[0].getsockname())
    try: print(await r.read())
    finally: w.close()
    s.close()
asyncio.run(main())
