# What mock.loopscope answers, place by place: the stand-in that programs are recorded with was written apart from it.
import json
import urllib.error
import urllib.request

BASE = "https://mock.loopscope"


class NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


opener = urllib.request.build_opener(NoRedirects)
opener.addheaders = [("User-Agent", "conformance")]


def ask(path, method="GET", data=None, **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(BASE + path, data=data, method=method, headers=headers)
    try:
        response = opener.open(request)
    except urllib.error.HTTPError as error:
        response = error
    body = response.read()
    print(method, path, response.status, response.reason)
    for name, value in sorted(response.headers.items()):
        if name.lower() not in ("connection", "keep-alive"):
            print("   ", f"{name}: {value}")
    text = body.decode("utf-8", "backslashreplace")
    print("    |", text.replace("\n", "\n    | ") if len(text) < 1500 else f"{len(text)} {hash_of(body)}")


def hash_of(data):
    value = 0
    for byte in data:
        value = (value * 31 + byte) % 1_000_000_007
    return value


for path in ("/get", "/get?a=1&b=&a=2&c=%ED%95%9C", "/headers", "/ip", "/user-agent", "/json", "/html", "/uuid", "/robots.txt", "/links/3", "/links/3/2",
             "/bytes/12?seed=3", "/bytes/0", "/bytes/70000?seed=9", "/stream/2", "/drip?duration=0.1&numbytes=4",
             "/drip?numbytes=0", "/delay/0.1?x=y", "/response-headers?X-One=1&X-Two=two"):
    ask(path)
for path in ("/status/200", "/status/204", "/status/302", "/status/401", "/status/404", "/status/418", "/status/422", "/status/500",
             "/status/9", "/status/200:1,500:1,404:2", "/redirect/1", "/redirect/3", "/redirect/0", "/relative-redirect/2",
             "/redirect-to?url=/html", "/redirect-to?url=/html&status_code=307", "/redirect-to"):
    ask(path)
ask("/post", "POST", b"plain text", Content_Type="text/plain")
ask("/post", "POST", json.dumps({"b": [1, 2.5, None, True], "a": {"한": "글", "e": 1e100}}).encode(), Content_Type="application/json")
ask("/post", "POST", b"a=1&b=two+words&a=3", Content_Type="application/x-www-form-urlencoded")
form = (b'--xyz\r\nContent-Disposition: form-data; name="field"\r\n\r\nvalue\r\n'
        b'--xyz\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\ncontents\r\n--xyz--\r\n')
ask("/post", "POST", form, Content_Type="multipart/form-data; boundary=xyz")
ask("/put", "PUT", b"x", Content_Type="text/plain")
ask("/patch", "PATCH", b"[1]", Content_Type="application/json")
ask("/delete", "DELETE")
ask("/anything/at/all?q=1", "DELETE", b"body", Content_Type="text/plain")
ask("/delay/0", "POST", b"late", Content_Type="text/plain")
for method in ("POST", "OPTIONS", "HEAD"):
    ask("/get", method)
ask("/post")
ask("/no/such/place")
ask("/cookies", Cookie="a=1; b=2")
for path in ("/cookies/set?a=1&b=2", "/cookies/set/name/value", "/cookies/delete?a"):
    ask(path)
ask("/basic-auth/user/pass")
ask("/basic-auth/user/pass", Authorization="Basic dXNlcjpwYXNz")
ask("/bearer")
ask("/bearer", Authorization="Bearer token")
for _ in range(6):
    ask("/flaky/50")
for _ in range(3):
    ask("/ratelimit/2")
for path in ("/site/", "/site", "/site/harbour", "/site/market/fish", "/site/town-hall", "/site/lost-property"):
    ask(path)


def chat(**options):
    body = {"model": "mock-1", "messages": [{"role": "user", "content": "What is an event loop?"}], **options}
    ask("/v1/chat/completions", "POST", json.dumps(body).encode(), Content_Type="application/json")


chat()
chat(max_tokens=3)
chat(stream=True, max_tokens=2, stream_options={"include_usage": True})
chat(messages=[{"role": "system", "content": "간단히"}, {"role": "user", "content": [{"type": "text", "text": "이벤트 루프가 뭐예요?"}]}], max_tokens=4)
chat(messages=[])
chat(model=None)
ask("/v1/chat/completions", "POST", b"no json", Content_Type="application/json")
ask("/v1/chat/completions")
ask("/v1/models")
ask("/v1/embeddings", "POST", json.dumps({"model": "e", "input": ["a b", "b, c!"]}).encode(), Content_Type="application/json")
ask("/v1/embeddings", "POST", b"{}", Content_Type="application/json")
