# Transports, flows of credentials and requests of one's own.
import asyncio

import httpx

HOST = "https://mock.loopscope"


class Retrying(httpx.AsyncHTTPTransport):
    async def handle_async_request(self, request):
        for attempt in range(3):
            response = await super().handle_async_request(request)
            print("attempt", attempt, response.status_code)
            if response.status_code < 500:
                break
            await response.aclose()
        return response


class Token(httpx.Auth):
    def __init__(self, token):
        self.token = token

    def auth_flow(self, request):
        response = yield request
        if response.status_code == 401:
            request.headers["Authorization"] = f"Bearer {self.token}"
            yield request


async def strict(response):
    response.raise_for_status()


async def main():
    async with httpx.AsyncClient(transport=Retrying(), event_hooks={"response": [strict]}) as client:
        try:
            await client.get(HOST + "/status/500")
        except httpx.HTTPStatusError as error:
            print(error.response.status_code)
    async with httpx.AsyncClient(auth=Token("tok")) as client:
        response = await client.get(HOST + "/bearer")
        print(response.status_code, response.json(), response.history)
        request = client.build_request("GET", HOST + "/get", headers={"x": "y"})
        response = await client.send(request, stream=True)
        print(response.is_closed)
        await response.aread()
        print(response.is_closed, response.json()["headers"]["X"])
        response = await client.get(HOST + "/response-headers", params={"Set-Cookie": "z=9; Path=/; HttpOnly"})
        print(dict(response.cookies), dict(client.cookies), client.cookies)
        response = await client.get(HOST + "/response-headers", params={"Link": '<https://mock.loopscope/2>; rel="next"'})
        print(response.links)
        del client.cookies["z"]
        print(len(client.cookies))
    with httpx.Client(headers={"A": "b"}, mounts={"all://nowhere.example": httpx.MockTransport(lambda request: httpx.Response(299))}) as client:
        print(client.get(HOST + "/headers").json()["headers"]["A"], client.get(HOST + "/get", params=[("a", 1), ("a", 2)]).json()["args"])
        print(client.get("https://nowhere.example/").status_code)
        client.headers["A"] = "c"
        client.timeout = 3
        print(client.get(HOST + "/headers").json()["headers"]["A"], client.timeout)


asyncio.run(main())
