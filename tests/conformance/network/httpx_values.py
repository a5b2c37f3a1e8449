# URLs, queries, headers and responses by themselves, and answers that a function makes.
import asyncio

import httpx

for text in ("https://ann:p%40ss@Mock.Loopscope:8443/a b/../c?q=1 2&q=%26#part", "http://mock.loopscope:80", "/only/path?x", "http://한글.kr/가"):
    url = httpx.URL(text)
    print(repr(url), url.scheme, url.host, url.port, url.path, url.query, url.fragment, url.is_absolute_url)
url = httpx.URL("https://mock.loopscope/a/b?x=1")
print(url.join("../c"), url.join("?y=2"), url.join("//other/z"), url.copy_with(path="/q"), url.copy_merge_params({"y": 2}))
print(url.params, url.params["x"], url == "https://mock.loopscope/a/b?x=1", url.raw_path, url.netloc)

params = httpx.QueryParams({"a": [1, 2], "b": True, "c": None})
print(params, repr(params), params.get_list("a"), params["a"], params.merge({"a": 3}), params.set("b", "x"), len(params))

headers = httpx.Headers({"Accept": "text/html", "X-A": "1"})
headers["x-a"] = "2"
headers.update({"X-B": "3"})
print(headers, headers["X-a"], headers.get("none", "-"), "accept" in headers, list(headers.items()))
print(httpx.Headers([("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")]).get_list("set-cookie"))

response = httpx.Response(201, json={"ok": True}, request=httpx.Request("POST", "https://mock.loopscope/x"))
print(response, response.json(), response.headers, response.is_success, response.url)
print(httpx.Response(404).reason_phrase, httpx.Response(200, text="안녕").content, httpx.Response(200, content=b"a\nb\n").text)
print(httpx.codes.OK, httpx.codes.NOT_FOUND == 404, httpx.codes.get_reason_phrase(503))
request = httpx.Request("POST", "https://mock.loopscope/post", json={"a": [1, 2]}, headers={"X": "y"})
print(request, request.headers, request.content)


def handler(request):
    if request.url.path == "/fail":
        raise httpx.ConnectError("no way", request=request)
    return httpx.Response(200, json={"method": request.method, "path": request.url.path, "body": request.content.decode()})


async def asynchronous_handler(request):
    await asyncio.sleep(0.01)
    return httpx.Response(418, text="I'm a teapot")


with httpx.Client(transport=httpx.MockTransport(handler), base_url="https://example.org/api") as client:
    print(client.get("/users").json(), client.post("/users", content="x").json())
    try:
        client.get("https://example.org/fail")
    except httpx.ConnectError as error:
        print(repr(error), error.request.url)


async def main():
    async with httpx.AsyncClient(transport=httpx.MockTransport(asynchronous_handler)) as client:
        response = await client.get("https://example.org/")
        print(response.status_code, response.text)

    async def app(scope, receive, send):
        body = (await receive())["body"]
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
        await send({"type": "http.response.body", "body": f"{scope['method']} {scope['path']} ".encode() + body})

    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://testserver") as client:
        print((await client.post("/echo", content=b"hello")).text)


asyncio.run(main())
