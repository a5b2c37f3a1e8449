# SPDX-License-Identifier: MIT
"""A real server that answers as mock.loopscope does: what programs of tests/conformance/network are recorded against.

    mock_server.py [--certificate CERT.pem --key KEY.pem]

Written after docs/network.md, over aiohttp.web, and apart from the C++ one: where the two differ, a recording shows it.
Listens on loopback at free ports, prints `PORT TLS_PORT` (0: no TLS), and serves until its standard input ends."""

import argparse
import asyncio
import base64
import json
import math
import re
import ssl
import sys
import time

from aiohttp import web

LATENCY = 0.02
SEED = 0
MASK = (1 << 64) - 1
ORIGIN = "127.0.0.1"


# -- chance


class SplitMix64:
    def __init__(self, seed):
        self.state = seed & MASK

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & MASK
        z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
        return z ^ z >> 31

    def below(self, limit):
        return self.next() % limit


def fnv1a(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & MASK
    return value


# -- what answers say of a request


def grouped(pairs):
    result = {}
    for key, value in pairs:
        if key not in result:
            result[key] = value
        elif isinstance(result[key], list):
            result[key].append(value)
        else:
            result[key] = [result[key], value]
    return result


def arguments(request):
    return grouped(request.query.items())


def headers(request):
    result = {}
    for name, value in request.headers.items():
        name = "-".join(word[:1].upper() + word[1:].lower() for word in name.split("-"))
        result[name] = f"{result[name]},{value}" if name in result else value
    return result


def url(request):
    return f"{request.scheme}://{request.headers.get('Host', 'mock.loopscope')}{request.raw_path}"


async def body(request, with_json=True):
    kind = request.content_type
    described = {"data": "", "files": {}, "form": {}}
    is_form = kind in ("application/x-www-form-urlencoded", "multipart/form-data")
    if is_form:
        fields, files = [], []
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files.append((name, value.file.read().decode("utf-8", "replace")))
            else:
                fields.append((name, value))
        described["form"], described["files"] = grouped(fields), grouped(files)
    else:
        described["data"] = (await request.read()).decode("utf-8", "replace")
    if with_json:
        try:
            described["json"] = json.loads(described["data"])
        except ValueError:
            described["json"] = None
    return described


# -- answers


def as_json(data, status=200, headers=None):
    text = json.dumps(data, indent=2, sort_keys=True) + "\n"
    return web.Response(body=text.encode(), status=status, headers={"Content-Type": "application/json", **(headers or {})})


def as_line(data, status=200):
    return web.Response(body=json.dumps(data).encode(), status=status, headers={"Content-Type": "application/json"})


def as_html(status, title, text, headers=()):
    page = (f"<!doctype html>\n<html lang=\"en\">\n<title>{title}</title>\n<h1>{title}</h1>\n<p>{text}</p>\n</html>\n")
    response = web.Response(body=page.encode(), status=status, headers={"Content-Type": "text/html; charset=utf-8"})
    for name, value in headers:
        response.headers.add(name, value)
    return response


def empty(status, headers=()):
    response = web.Response(body=b"", status=status, headers={"Content-Type": "text/html; charset=utf-8"})
    for name, value in headers:
        response.headers.add(name, value)
    return response


async def pause(seconds=LATENCY):
    await asyncio.sleep(seconds)


async def stream(request, kind, pieces, length=None):
    """`pieces`: (seconds to wait, bytes)."""
    response = web.StreamResponse(headers={"Content-Type": kind})
    if length is None:
        response.enable_chunked_encoding()
    else:
        response.content_length = length
    await response.prepare(request)
    for seconds, data in pieces:
        if seconds:
            await asyncio.sleep(seconds)
        await response.write(data)
    await response.write_eof()
    return response


# -- places

routes = []
counts = {"requests": 0, "flaky": 0}
windows = {}


def place(pattern, methods="GET HEAD OPTIONS"):
    def register(function):
        routes.append((re.compile(pattern + r"\Z"), methods.split() if methods else None, function))
        return function
    return register


@place("/get")
async def _(request):
    await pause()
    return as_json({"args": arguments(request), "headers": headers(request), "origin": ORIGIN, "url": url(request)})


async def with_body(request, **more):
    described = await body(request)
    await pause()
    return as_json({"args": arguments(request), "headers": headers(request), "origin": ORIGIN, "url": url(request),
                    **described, **more})


for _name in ("post", "put", "patch", "delete"):
    place(f"/{_name}", f"{_name.upper()} OPTIONS")(with_body)


@place("/anything(?:/.*)?", None)
async def _(request):
    return await with_body(request, method=request.method)


@place("/headers")
async def _(request):
    await pause()
    return as_json({"headers": headers(request)})


@place("/ip")
async def _(request):
    await pause()
    return as_json({"origin": ORIGIN})


@place("/user-agent")
async def _(request):
    await pause()
    return as_json({"user-agent": request.headers.get("User-Agent")})


@place("/json")
async def _(request):
    await pause()
    return as_json({"slideshow": {
        "author": "Loopscope", "date": "2026-11-25", "title": "Sample Slide Show",
        "slides": [
            {"title": "One thread, many waits", "type": "all"},
            {"title": "What a loop does", "type": "all",
             "items": ["It <em>waits</em> for whatever comes first", "It <em>runs</em> what is ready"]}]}})


@place("/html")
async def _(request):
    await pause()
    return as_html(200, "A page", "It has a heading and this one paragraph.")


@place("/robots.txt")
async def _(request):
    await pause()
    return web.Response(body=b"User-agent: *\nDisallow: /site/museum/archive\n", headers={"Content-Type": "text/plain"})


@place("/links/(\\d+)(?:/(\\d+))?")
async def _(request, count, offset):
    count = min(int(count), 200)
    links = "".join(f"{i} " if i == int(offset or 0) else f"<a href='/links/{count}/{i}'>{i}</a> " for i in range(count))
    await pause()
    return web.Response(body=f"<html><head><title>Links</title></head><body>{links}</body></html>".encode(),
                        headers={"Content-Type": "text/html; charset=utf-8"})


@place("/response-headers", "GET POST OPTIONS")
async def _(request):
    await pause()
    response = as_json(dict(request.query))
    for name, value in request.query.items():
        response.headers.add(name, value)
    return response


@place("/bytes/(\\d+)")
async def _(request, count):
    size = min(int(count), 100_000_000)
    chance = SplitMix64(int(request.query.get("seed", SEED + counts["requests"])))
    data = b"".join(chance.next().to_bytes(8, "little") for _ in range((size + 7) // 8))[:size]
    await pause()
    return web.Response(body=data, headers={"Content-Type": "application/octet-stream"})


@place("/uuid")
async def _(request):
    chance = SplitMix64(SEED * 1000003 + counts["requests"])
    digits = [chance.below(16) for _ in range(32)]
    digits[12], digits[16] = 4, 8 + digits[16] % 4
    text = "".join(f"{digit:x}" for digit in digits)
    await pause()
    return as_json({"uuid": "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))})


@place("/delay/([\\d.]+)", None)
async def _(request, seconds):
    described = await body(request, with_json=False)
    await pause(LATENCY + min(float(seconds), 10))
    return as_json({"args": arguments(request), "headers": headers(request), "origin": ORIGIN, "url": url(request), **described})


@place("/stream/(\\d+)")
async def _(request, count):
    await pause()
    line = {"url": url(request), "args": arguments(request), "headers": headers(request), "origin": ORIGIN}
    return await stream(request, "application/json", [
        (0.1 if i else 0, json.dumps({**line, "id": i}).encode() + b"\n") for i in range(min(int(count), 100))])


@place("/drip")
async def _(request):
    duration = float(request.query.get("duration", 2))
    delay = float(request.query.get("delay", 0))
    count = int(request.query.get("numbytes", 10))
    if not 0 < count <= 10_000 or delay + duration > 10:
        return as_html(400, "400 Bad Request", "Too much, or nothing")
    await pause(LATENCY + delay)
    return await stream(request, "application/octet-stream", [(duration / count, b"*")] * count, count)


@place("/status/([\\d.,:]+)", None)
async def _(request, codes):
    choices = []
    for item in codes.split(","):
        code, _, weight = item.partition(":")
        choices.append((int(code or 0), float(weight or 1)))
    await pause()
    if not all(100 <= code <= 599 for code, _ in choices):
        return as_html(400, "400 Bad Request", "Invalid status code")
    status = choices[0][0]
    if len(choices) > 1:
        at = SplitMix64(SEED + counts["requests"]).below(1_000_000) / 1e6 * sum(weight for _, weight in choices)
        for status, weight in choices:
            if at < weight:
                break
            at -= weight
    if status in (301, 302, 303, 305, 307):
        return empty(status, [("Location", "/redirect/1")])
    if status == 401:
        return empty(status, [("WWW-Authenticate", 'Basic realm="Fake Realm"')])
    if status == 407:
        return empty(status, [("Proxy-Authenticate", 'Basic realm="Fake Realm"')])
    if status == 418:
        pot = "\n    I am a teapot.\n\n       _...._\n     .'  _  `.\n    | ( `_` ) |=\n     \\_______/\n"
        return web.Response(body=pot.encode(), status=418, headers={"Content-Type": "text/html; charset=utf-8"})
    return empty(status)


def redirect(location, status=302):
    return as_html(status, "Redirecting...", f"The page is at {location}", [("Location", location)])


@place("/(redirect|relative-redirect)/(\\d+)")
async def _(request, kind, count):
    await pause()
    if int(count) == 0:
        return as_html(404, "404 Not Found", "A number of redirects is needed: /redirect/3")
    return redirect("/get" if int(count) == 1 else f"/relative-redirect/{int(count) - 1}")


@place("/redirect-to", None)
async def _(request):
    await pause()
    if "url" not in request.query:
        return as_html(400, "400 Bad Request", "An address is needed: ?url=...")
    status = request.query.get("status_code", "302")
    return redirect(request.query["url"], int(status) if status.isdigit() and 300 <= int(status) <= 399 else 302)


@place("/flaky/(\\d+)", None)
async def _(request, percent):
    counts["flaky"] += 1
    attempt = counts["flaky"]
    fails = SplitMix64(SEED * 1000003 + attempt).below(100) < int(percent)
    await pause()
    if not fails:
        return as_json({"args": arguments(request), "attempt": attempt, "url": url(request)})
    if request.query.get("how") == "reset":
        request.transport.abort()
        return empty(500)
    return as_json({"error": "out of order, try again"}, 503)


@place("/ratelimit/(\\d+)", None)
async def _(request, limit):
    limit, now = int(limit), time.monotonic()
    begin, used = windows.get(limit, (now, 0))
    if now >= begin + 1:
        begin, used = now, 0
    passes = used < limit
    used += passes
    windows[limit] = begin, used
    await pause()
    about = {"X-RateLimit-Limit": str(limit), "X-RateLimit-Remaining": str(limit - used)}
    if passes:
        return as_json({"args": arguments(request), "url": url(request)}, headers=about)
    return as_json({"error": "too many requests"}, 429, {**about, "Retry-After": "1"})


@place("/cookies(/.*)?")
async def _(request, rest):
    await pause()
    words = (rest or "").split("/")[1:]
    if not words:
        return as_json({"cookies": dict(request.cookies)})
    response = redirect("/cookies")
    if words[0] == "set":
        pairs = [words[1:3]] if len(words) == 3 else request.query.items()
        for name, value in pairs:
            response.headers.add("Set-Cookie", f"{name}={value}; Path=/")
    elif words[0] == "delete":
        for name in request.query:
            response.headers.add("Set-Cookie", f"{name}=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/")
    return response


@place("/basic-auth/([^/]+)/([^/]+)")
async def _(request, user, password):
    await pause()
    wanted = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
    if request.headers.get("Authorization") == wanted:
        return as_json({"authenticated": True, "user": user})
    return empty(401, [("WWW-Authenticate", 'Basic realm="Fake Realm"')])


@place("/bearer")
async def _(request):
    await pause()
    given = request.headers.get("Authorization", "")
    if given.startswith("Bearer "):
        return as_json({"authenticated": True, "token": given[7:]})
    return empty(401, [("WWW-Authenticate", "Bearer")])


# -- the site

SITE = {
    "": ("The town", "A small town by the sea. Everything in it is within walking distance.",
         "/site/harbour /site/market /site/library /site/museum /site/town-hall"),
    "harbour": ("The harbour", "Boats come in with the tide and leave with the next one.", "harbour/ferries market /site/"),
    "harbour/ferries": ("Ferries", "Three ferries a day, five in summer. The island is an hour away.", "../harbour island"),
    "harbour/island": ("The island", "Sheep, a lighthouse, and no cars at all.", "ferries"),
    "market": ("The market", "Every Tuesday and Saturday, in any weather.", "market/fruit market/fish market/bread /site/"),
    "market/fruit": ("Fruit", "Apples from the hills, strawberries in June.", "fish ../market"),
    "market/fish": ("Fish", "What the boats brought this morning.", "fruit bread /site/harbour"),
    "market/bread": ("Bread", "Four bakers, and four opinions about rye.", "fish fruit"),
    "library": ("The library", "Forty thousand books and a cat.", "library/hours library/catalogue museum"),
    "library/hours": ("Opening hours", "Open from ten to six, closed on Mondays.", "../library"),
    "library/catalogue": ("The catalogue", "Cards until 1998, a computer since.", "../library /site/museum/archive"),
    "museum": ("The museum", "The history of the town in seven rooms.", "museum/archive library https://mock.loopscope/html"),
    "museum/archive": ("The archive", "Old maps and letters. Fetching them takes its time.", "../museum"),
    "town-hall": ("The town hall", "The mayor's office is on the second floor.",
                  "lost-property /site/ mailto:mayor@town.example"),
}


@place("/site(/.*)?")
async def _(request, rest):
    path = (rest or "").removeprefix("/")
    if path not in SITE:
        await pause(0.1)
        return as_html(404, "404 Not Found", "There is no such page in this town.")
    await pause(2 if path == "museum/archive" else 0.1)
    title, text, links = SITE[path]
    items = "".join(f'<li><a href="{link}">{link}</a></li>\n' for link in links.split())
    page = (f'<!doctype html>\n<html lang="en">\n<head><title>{title}</title></head>\n<body>\n<h1>{title}</h1>\n<p>{text}</p>\n'
            f'<ul>\n{items}</ul>\n</body>\n</html>\n')
    return web.Response(body=page.encode(), headers={"Content-Type": "text/html; charset=utf-8"})


# -- the language model

ENGLISH = ('You asked about "', '".', [
    "The short answer is that it depends on what you are waiting for.", "Start with the smallest program that shows it.",
    "Two things at once are fine as long as one of them waits.", "Measure first, then change one thing, then measure again.",
    "Most of the time goes by in places where nobody looks.", "A queue between the two sides makes both of them simpler.",
    "If it can fail, decide what should happen when it does.", "Read it aloud once, and the mistake shows itself."])
KOREAN = ('"', '"에 대해 물으셨네요.', [
    "짧게 답하면, 무엇을 기다리느냐에 따라 다릅니다.", "문제를 보여 주는 가장 작은 프로그램부터 시작해 보세요.",
    "하나가 기다리는 동안이라면 두 가지 일을 함께 해도 괜찮습니다.", "먼저 재고, 하나만 바꾸고, 다시 재 보세요.",
    "시간은 대개 아무도 보지 않는 곳에서 흘러갑니다.", "둘 사이에 큐를 두면 양쪽 모두 단순해집니다.",
    "실패할 수 있다면, 실패했을 때 어떻게 할지 정해 두세요.", "한 번 소리 내어 읽으면 실수가 스스로 드러납니다."])


def reply(prompt):
    raw = prompt.encode()
    before, after, sentences = KOREAN if any(0xEA <= byte <= 0xED for byte in raw) else ENGLISH
    chance = SplitMix64(fnv1a(raw))
    shown = raw[:60].decode(errors="ignore").replace("\n", " ").replace("\r", " ").replace("\t", " ")
    count, first, step = 2 + chance.below(3), chance.below(8), 1 + 2 * chance.below(4)
    return " ".join([before + shown + ("…" if len(raw) > 60 else "") + after,
                     *(sentences[(first + i * step) % 8] for i in range(count))])


def tokens(text):
    """Words with the space before them."""
    return [word for word in re.findall(r"(?:\A| )[^ ]*", text) if word]


def content(message):
    value = message.get("content")
    if isinstance(value, str):
        return value
    return "".join(part.get("text", "") for part in value or [])


def bad_request(message, parameter=None):
    return as_json({"error": {"message": message, "type": "invalid_request_error", "param": parameter, "code": None}}, 400)


CREATED = 1764028800


@place("/v1/chat/completions", "POST")
async def _(request):
    try:
        asked = json.loads(await request.read())
        assert isinstance(asked, dict)
    except (ValueError, AssertionError):
        await pause()
        return bad_request("We could not parse the JSON body of your request.")
    if not isinstance(asked.get("model"), str):
        await pause()
        return bad_request("you must provide a model parameter")
    messages = asked.get("messages")
    if not messages:
        await pause()
        return bad_request("Missing required parameter: 'messages'.", "messages")
    everything = "".join(content(message) + "\n" for message in messages)
    question = next((content(message) for message in reversed(messages) if message.get("role") == "user"), "")
    words = tokens(reply(question or everything))
    most = asked.get("max_completion_tokens", asked.get("max_tokens"))
    finish = "stop"
    if most is not None and most < len(words):
        words, finish = words[:most], "length"
    prompt = len(tokens(everything))
    usage = {"prompt_tokens": prompt, "completion_tokens": len(words), "total_tokens": prompt + len(words)}
    envelope = {"id": f"chatcmpl-{fnv1a(everything.encode()):016x}", "object": "chat.completion", "created": CREATED,
                "model": asked["model"]}
    if not asked.get("stream"):
        await pause(0.2 + 0.03 * len(words))
        message = {"role": "assistant", "content": "".join(words), "refusal": None}
        return as_line({**envelope, "choices": [{"index": 0, "message": message, "logprobs": None, "finish_reason": finish}],
                        "usage": usage})
    envelope["object"] += ".chunk"
    with_usage = (asked.get("stream_options") or {}).get("include_usage")

    def chunk(delta, finish=None):
        data = {**envelope, "choices": [{"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}]}
        if with_usage:
            data["usage"] = None
        return f"data: {json.dumps(data)}\n\n".encode()

    last = chunk({}, finish)
    if with_usage:
        last += f"data: {json.dumps({**envelope, 'choices': [], 'usage': usage})}\n\n".encode()
    pieces = [(0, chunk({"role": "assistant", "content": ""}))]
    pieces += [(0.03 if i else 0, chunk({"content": word})) for i, word in enumerate(words)]
    await pause(0.2)
    request["headers"] = {"Cache-Control": "no-cache"}
    return await stream(request, "text/event-stream; charset=utf-8", [*pieces, (0.03, last + b"data: [DONE]\n\n")])


def embedding(text):
    sums = [0.0] * 64
    for word in re.split(r"[ \t\n\r.,;:!?()\"']", "".join(c.lower() if c < "\x80" else c for c in text)):
        if word:
            chance = SplitMix64(fnv1a(word.encode()))
            sums = [value + chance.below(2001) / 1000 - 1 for value in sums]
    length = math.sqrt(sum(value * value for value in sums)) or 1
    return [math.floor(value / length * 1e6 + 0.5) / 1e6 for value in sums]


@place("/v1/embeddings", "POST")
async def _(request):
    asked = json.loads(await request.read())
    if "input" not in asked:
        await pause()
        return bad_request("Missing required parameter: 'input'.", "input")
    texts = [asked["input"]] if isinstance(asked["input"], str) else asked["input"]
    count = sum(len(tokens(text)) for text in texts)
    await pause(0.2)
    return as_line({"object": "list",
                    "data": [{"object": "embedding", "index": i, "embedding": embedding(text)} for i, text in enumerate(texts)],
                    "model": asked.get("model"), "usage": {"prompt_tokens": count, "total_tokens": count}})


@place("/v1/models")
async def _(request):
    await pause()
    return as_line({"object": "list", "data": [
        {"id": "mock-1", "object": "model", "created": CREATED, "owned_by": "loopscope"}]})


# -- serving


async def handle(request):
    try:
        return await route(request)
    except ConnectionResetError:  # the client is gone
        return web.Response()


async def route(request):
    counts["requests"] += 1
    path = request.path
    other = None
    for pattern, methods, function in routes:
        if not (match := pattern.match(path)):
            continue
        if methods is None or request.method in methods and request.method != "OPTIONS":
            return await function(request, *(match.groups() if function is not with_body else ()))
        other = methods
    await pause()
    if other and request.method == "OPTIONS":
        return empty(200, [("Allow", ", ".join(other))])
    if other:
        return as_html(405, "405 Method Not Allowed", "The method is not allowed for the requested URL.",
                       [("Allow", ", ".join(other))])
    return as_html(404, "404 Not Found", "The requested URL was not found on the server.")


async def finish_headers(request, response):
    response.headers["Server"] = "mock.loopscope"
    response.headers.popall("Date", None)
    for name, value in request.get("headers", {}).items():
        response.headers[name] = value


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    options = parser.parse_args()
    app = web.Application(client_max_size=1 << 30)
    app.router.add_route("*", "/{path:.*}", handle)
    app.on_response_prepare.append(finish_headers)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    ports = [0, 0]
    context = None
    if options.certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(options.certificate, options.key)
    for i in range(2 if context else 1):
        site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context if i else None)
        await site.start()
        ports[i] = site._server.sockets[0].getsockname()[1]
    print(*ports, flush=True)
    await asyncio.to_thread(sys.stdin.read)


asyncio.run(main())
