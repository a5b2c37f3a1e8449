# Starlette by itself: routes, converters, mounts, middleware, exception handlers, requests' parts.
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route, Router
from starlette.testclient import TestClient

done = []


async def homepage(request):
    return JSONResponse({"hello": "world", "query": dict(request.query_params), "all": request.query_params.multi_items()})


def user(request: Request):
    return PlainTextResponse(f"{request.path_params} {request.url_for('user', name='x', number=5)}")


async def echo(request: Request):
    body = await request.body()
    return JSONResponse(
        {
            "method": request.method,
            "body": body.decode(),
            "json": await request.json() if request.headers.get("content-type") == "application/json" else None,
            "client": request.client.host,
            "cookies": request.cookies,
            "header": request.headers.getlist("x-many"),
            "url": [str(request.url), request.url.path, request.url.query, request.url.hostname],
            "base": str(request.base_url),
        }
    )


async def failing(request):
    raise HTTPException(status_code=int(request.path_params["code"]), detail="because")


async def later(request):
    return PlainTextResponse("now", background=BackgroundTask(done.append, "later"))


async def upload(request):
    total = 0
    async for chunk in request.stream():
        total += len(chunk)
    return PlainTextResponse(str(total))


async def big(request):
    return PlainTextResponse("x" * 2000)


async def raw_asgi(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": f"raw {scope['path']} below {scope['root_path']}".encode()})


async def not_found(request, exc):
    return PlainTextResponse("lost", status_code=404)


app = Starlette(
    routes=[
        Route("/", homepage),
        Route("/user/{name}/{number:int}", user, name="user"),
        Route("/echo", echo, methods=["GET", "POST"]),
        Route("/fail/{code}", failing),
        Route("/later", later),
        Route("/upload", upload, methods=["PUT"]),
        Route("/big", big),
        Mount("/api", routes=[Route("/price/{amount:float}", lambda request: PlainTextResponse(repr(request.path_params)))]),
        Mount("/raw", raw_asgi),
    ],
    middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=["testserver", "*.example.org"]), Middleware(GZipMiddleware, minimum_size=1000)],
    exception_handlers={404: not_found},
)
client = TestClient(app)


def show(method, path, **kwargs):
    response = client.request(method, path, **kwargs)
    print(method, path, response.status_code, response.text[:300], response.headers.get("content-encoding"))


show("GET", "/?a=1&a=2&b=")
show("GET", "/user/ada/7")
show("GET", "/user/ada/seven")
show("POST", "/echo?x=1", json={"k": [1]}, headers=[("X-Many", "1"), ("X-Many", "2"), ("Cookie", 'a=b; c="d e"')])
show("PUT", "/echo")
show("GET", "/fail/403")
show("GET", "/fail/404")
show("GET", "/later")
show("PUT", "/upload", content=b"z" * 1000)
show("GET", "/big")
show("GET", "/big", headers={"Accept-Encoding": "identity"})
show("GET", "/api/price/2.50")
show("GET", "/raw/deep/path")
show("GET", "/", headers={"Host": "evil.com"})
show("GET", "/", headers={"Host": "www.example.org"})
print(done, app.url_path_for("user", name="bo", number=1))
