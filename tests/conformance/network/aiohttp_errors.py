# Everything that can go wrong, and how the exceptions are related.
import asyncio

import aiohttp

URL = "https://mock.loopscope"


def family(error):
    return " < ".join(kind.__name__ for kind in type(error).__mro__ if kind.__module__.startswith("aiohttp") or kind is OSError)


async def attempt(session, url, use=None, **kwargs):
    try:
        async with session.get(url, **kwargs) as response:
            print(await use(response) if use else response.status)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
        print("   ", family(error) or type(error).__mro__[1].__name__)


async def strict(response):
    response.raise_for_status()


async def main():
    async with aiohttp.ClientSession() as session:
        await attempt(session, URL + "/status/404", strict)
        await attempt(session, URL + "/status/503", strict)
        await attempt(session, URL + "/html", lambda response: response.json())
        await attempt(session, URL + "/html", lambda response: response.json(content_type=None))
        await attempt(session, "http://localhost:9/")
        await attempt(session, "http://127.0.0.1:9/x")
        await attempt(session, "no scheme")
        await attempt(session, "ftp://mock.loopscope/")
        await attempt(session, "http://")
        await attempt(session, URL + "/redirect/20")
        await attempt(session, URL + "/redirect/3", max_redirects=2)
        await attempt(session, URL + "/redirect/2", allow_redirects=False)
        await attempt(session, URL + "/redirect/2", lambda response: asyncio.sleep(0, [str(hop.url) for hop in response.history]))
        try:
            async with session.get(URL + "/status/418") as response:
                response.raise_for_status()
        except aiohttp.ClientResponseError as error:
            print(error.status, error.message, error.request_info.method, error.request_info.real_url, error.history, error.headers["Server"] != "")
        try:
            await session.get("http://localhost:9/")
        except aiohttp.ClientConnectorError as error:
            print(error.host, error.port, error.ssl, error.os_error.errno, type(error.__cause__).__name__)
        with_session = session
    try:
        with with_session:
            pass
    except TypeError as error:
        print(error)
    for name in ("ClientError", "ClientConnectionError", "ClientOSError", "ClientConnectorError", "ClientConnectorDNSError",
                 "ServerDisconnectedError", "ServerTimeoutError", "ConnectionTimeoutError", "SocketTimeoutError", "ClientPayloadError",
                 "ClientResponseError", "ContentTypeError", "TooManyRedirects", "InvalidURL"):
        kind = getattr(aiohttp, name)
        print(name, [base.__name__ for base in kind.__bases__], kind.__module__)


asyncio.run(main())
