# Being told of each step of a request.
import asyncio
from types import SimpleNamespace

import aiohttp

URL = "https://mock.loopscope"


def teller(name):
    async def tell(session, context, params):
        context.steps.append(name)
    return tell


async def on_start(session, context, params):
    context.steps = []
    context.given = context.trace_request_ctx
    context.steps.append("start")
    print(params.method, params.url, type(params).__name__)


async def on_end(session, context, params):
    print(context.steps, "->", params.response.status, context.given)


async def on_exception(session, context, params):
    print(context.steps, "->", type(params.exception).__name__)


async def on_chunk(session, context, params):
    print("received", len(params.chunk) > 0)


async def main():
    config = aiohttp.TraceConfig()
    config.on_request_start.append(on_start)
    config.on_request_end.append(on_end)
    config.on_request_exception.append(on_exception)
    config.on_response_chunk_received.append(on_chunk)
    for name in ("connection_create_start", "connection_create_end", "connection_reuseconn", "connection_queued_start",
                 "connection_queued_end", "request_headers_sent", "request_redirect"):
        getattr(config, f"on_{name}").append(teller(name))
    async with aiohttp.ClientSession(trace_configs=[config]) as session:
        for path in ("/get", "/get", "/redirect/1"):
            async with session.get(URL + path, trace_request_ctx={"path": path}) as response:
                await response.text()
        try:
            await session.get(URL + "/delay/3", timeout=aiohttp.ClientTimeout(total=0.3))
        except asyncio.TimeoutError:
            print("timeout")
    try:
        config.on_request_start.append(on_start)
    except RuntimeError as error:
        print(error)
    print(aiohttp.TraceConfig(trace_config_ctx_factory=lambda trace_request_ctx: SimpleNamespace(x=1)).trace_config_ctx())


asyncio.run(main())
