# What a client keeps: an address, headers, parameters, cookies, credentials, limits, hooks.
import asyncio
import time

import httpx

URL = "https://mock.loopscope"


async def on_request(request):
    print("->", request.method, request.url)


async def on_response(response):
    print("<-", response.status_code, response.request.url.path)


async def main():
    async with httpx.AsyncClient(base_url=URL, headers={"X-Course": "asyncio"}, params={"lang": "ko"},
                                 event_hooks={"request": [on_request], "response": [on_response]}) as client:
        response = await client.get("/get", params={"page": 2}, headers={"X-Lesson": "7"})
        data = response.json()
        print(data["args"], data["headers"]["X-Course"], data["headers"]["X-Lesson"])
        response = await client.get("/redirect/2", follow_redirects=True)
        print(response.url, [hop.status_code for hop in response.history])
        response = await client.get("/redirect/1")
        print(response.status_code, response.next_request)
        print(client.base_url, client.headers["x-course"], client.params, client.timeout)

    async with httpx.AsyncClient(base_url=URL, follow_redirects=True) as client:
        response = await client.get("/cookies/set?theme=dark")
        print(response.json(), dict(client.cookies))
        client.cookies.set("size", "big")
        print(sorted((await client.get("/cookies")).json()["cookies"].items()))
        print(client.cookies["theme"], client.cookies.get("none"))

    async with httpx.AsyncClient(auth=("ann", "secret")) as client:
        print((await client.get(f"{URL}/basic-auth/ann/secret")).status_code)
        print((await client.get(f"{URL}/basic-auth/bo/secret")).status_code)

    limits = httpx.Limits(max_connections=2)
    print(limits)
    async with httpx.AsyncClient(limits=limits) as client:
        start = time.monotonic()
        await asyncio.gather(*(client.get(f"{URL}/delay/0.4") for _ in range(6)))
        print("three rounds:", 1.1 < time.monotonic() - start < 1.9)
    async with httpx.AsyncClient(limits=httpx.Limits(max_connections=1), timeout=httpx.Timeout(5, pool=0.3)) as client:
        results = await asyncio.gather(client.get(f"{URL}/delay/1"), client.get(f"{URL}/get"), return_exceptions=True)
        print([type(result).__name__ for result in results])

    transport = httpx.AsyncHTTPTransport(retries=1)
    async with httpx.AsyncClient(transport=transport) as client:
        print((await client.get(f"{URL}/get")).status_code)


asyncio.run(main())
