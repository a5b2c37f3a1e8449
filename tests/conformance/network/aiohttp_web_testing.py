# aiohttp.test_utils: a server and a client for a test, by hand and as a test case.
import asyncio
import unittest

from aiohttp import web
from aiohttp.test_utils import AioHTTPTestCase, TestClient, TestServer


def make_app():
    async def greet(request):
        return web.json_response({"hello": request.query.get("name", "nobody")})

    async def add(request):
        numbers = await request.json()
        if not isinstance(numbers, list):
            raise web.HTTPBadRequest(reason="a list, please")
        return web.json_response(sum(numbers))

    app = web.Application()
    app.add_routes([web.get("/", greet), web.post("/add", add)])
    return app


async def by_hand():
    async with TestClient(TestServer(make_app())) as client:
        response = await client.get("/", params={"name": "ada"})
        print(response.status, await response.json(), response.url.path)
        async with client.post("/add", json=[1, 2, 3]) as response:
            print(await response.json())
        async with client.post("/add", json={"a": 1}) as response:
            print(response.status, response.reason)


class Adding(AioHTTPTestCase):
    async def get_application(self):
        return make_app()

    async def test_adds(self):
        async with self.client.post("/add", json=[4, 5]) as response:
            self.assertEqual(await response.json(), 9)

    async def test_missing(self):
        async with self.client.get("/nothing") as response:
            self.assertEqual(response.status, 404)


asyncio.run(by_hand())
result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(Adding).run(result)
print(result.testsRun, result.failures, result.errors)
