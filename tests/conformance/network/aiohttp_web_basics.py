# aiohttp.web: routes, requests' parts, responses, errors; asked by aiohttp's own client.
import asyncio

import aiohttp
from aiohttp import web

routes = web.RouteTableDef()


@routes.get("/")
async def index(request):
    return web.Response(text="Hello, world")


@routes.get("/hello/{name}")
async def hello(request):
    return web.json_response({"hello": request.match_info["name"], "query": dict(request.query)}, status=201)


@routes.get(r"/number/{n:\d+}", name="number")
async def number(request):
    return web.Response(text=str(int(request.match_info["n"]) * 2), headers={"X-Twice": "yes"})


@routes.post("/echo")
async def echo(request):
    return web.json_response(
        {
            "json": await request.json(),
            "method": request.method,
            "path": request.path,
            "path_qs": request.path_qs,
            "type": request.content_type,
            "thing": request.headers.get("x-thing"),
            "cookies": dict(request.cookies),
        }
    )


@routes.post("/form")
async def form(request):
    data = await request.post()
    return web.json_response({name: value for name, value in data.items()})


@routes.get("/forbidden")
async def forbidden(request):
    raise web.HTTPForbidden(text="not for you")


@routes.get("/moved")
async def moved(request):
    raise web.HTTPFound("/hello/again")


@routes.get("/cookie")
async def cookie(request):
    response = web.Response(body=b"bytes", content_type="application/x-bytes")
    response.set_cookie("seen", "1", max_age=60)
    return response


@routes.get("/stream")
async def stream(request):
    response = web.StreamResponse(headers={"Content-Type": "text/plain"})
    await response.prepare(request)
    for part in range(3):
        await response.write(f"{part};".encode())
        await asyncio.sleep(0.01)
    await response.write_eof()
    return response


@routes.view("/things")
class Things(web.View):
    async def get(self):
        return web.json_response(["a"])

    async def post(self):
        return web.Response(status=204)


async def plain(request):
    return web.Response(text=request.method)


async def main():
    app = web.Application()
    app.add_routes(routes)
    app.add_routes([web.put("/plain", plain), web.delete("/plain", plain)])
    app.router.add_get("/plain", plain)
    print(app.router["number"].url_for(n="21"))
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 8472)
    await site.start()
    print(site.name)
    async with aiohttp.ClientSession("http://127.0.0.1:8472") as session:

        async def show(method, path, **kwargs):
            async with session.request(method, path, **kwargs) as response:
                headers = {name: value for name, value in response.headers.items() if name not in ("Date", "Server")}
                print(method, path, response.status, response.reason, headers, repr(await response.text()))

        for path in ("/", "/hello/ada?x=1&y=2", "/number/21", "/number/many", "/nowhere", "/forbidden", "/moved", "/cookie", "/stream", "/things"):
            await show("GET", path)
        await show("GET", "/moved", allow_redirects=False)
        await show("POST", "/")
        await show("POST", "/things")
        await show("DELETE", "/things")
        await show("POST", "/echo?a=b", json={"k": [1, None]}, headers={"X-Thing": "t"})
        await show("POST", "/form", data={"name": "Ada", "city": "Seoul 서울"})
        await show("DELETE", "/plain")
        await show("HEAD", "/plain")
    await runner.cleanup()


asyncio.run(main())
