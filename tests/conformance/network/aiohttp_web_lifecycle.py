# aiohttp.web: middlewares, shared values, startup and cleanup, applications below applications, graceful end.
import asyncio

import aiohttp
from aiohttp import web

database = web.AppKey("database", dict)


@web.middleware
async def outer(request, handler):
    print("> outer", request.path)
    try:
        response = await handler(request)
    except web.HTTPException as error:
        print("< outer", error.status)
        return web.json_response({"error": error.reason}, status=error.status)
    response.headers["X-Outer"] = "1"
    print("< outer", response.status)
    return response


@web.middleware
async def inner(request, handler):
    request["user"] = request.headers.get("X-User", "nobody")
    return await handler(request)


async def show_user(request):
    return web.Response(text=f"{request['user']} of {request.app[database]['name']}")


async def slow(request):
    await asyncio.sleep(0.2)
    print("slow is done")
    return web.Response(text="slow")


async def below(request):
    return web.Response(text=f"{request.path} {request.config_dict[database]['name']}")


async def started(app):
    print("startup")


async def connection(app):
    print("connect")
    app[database] = {"name": "memory"}
    yield
    print("disconnect")


async def shutting_down(app):
    print("shutdown")


async def cleaned(app):
    print("cleanup")


async def prepared(request, response):
    response.headers["X-Prepared"] = request.path


async def main():
    app = web.Application(middlewares=[outer, inner])
    app.add_routes([web.get("/user", show_user), web.get("/slow", slow)])
    app.on_startup.append(started)
    app.cleanup_ctx.append(connection)
    app.on_shutdown.append(shutting_down)
    app.on_cleanup.append(cleaned)
    app.on_response_prepare.append(prepared)
    sub = web.Application()
    sub.router.add_get("/page", below)
    app.add_subapp("/below", sub)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "localhost", 8473).start()
    async with aiohttp.ClientSession("http://localhost:8473") as session:
        for path in ("/user", "/nothing", "/below/page", "/below/else"):
            async with session.get(path, headers={"X-User": "ada"}) as response:
                print(path, response.status, await response.text(), response.headers.get("X-Outer"), response.headers.get("X-Prepared"))
        waiting = asyncio.create_task(session.get("/slow"))
        await asyncio.sleep(0.05)
        await runner.cleanup()
        response = await waiting
        print(await response.text())
        try:
            await session.get("/user")
        except aiohttp.ClientConnectorError as error:
            print(type(error).__name__)


asyncio.run(main())
