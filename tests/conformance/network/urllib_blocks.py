# urllib.request blocks: inside a coroutine it stops the whole loop, in a thread it does not.
import asyncio
import json
import time
import urllib.error
import urllib.parse
import urllib.request

BASE = "https://mock.loopscope"


def fetch(path, **query):
    url = f"{BASE}{path}" + (f"?{urllib.parse.urlencode(query)}" if query else "")
    with urllib.request.urlopen(url) as response:
        return response.status, json.load(response)


def simple():
    status, data = fetch("/get", city="서울", days=3)
    print(status, data["args"])
    request = urllib.request.Request(f"{BASE}/post", data=json.dumps({"n": [1, 2]}).encode(),
                                     headers={"Content-Type": "application/json", "X-Trace": "7"})
    with urllib.request.urlopen(request) as response:
        data = json.load(response)
    print(request.get_method(), data["json"], data["headers"]["X-Trace"], data["headers"]["Content-Length"])
    form = urllib.parse.urlencode({"a": "1", "b": "two words"}).encode()
    print(json.load(urllib.request.urlopen(f"{BASE}/post", data=form))["form"])
    request = urllib.request.Request(f"{BASE}/delete", method="DELETE")
    print(json.load(urllib.request.urlopen(request))["url"])
    request = urllib.request.Request(f"{BASE}/json", method="HEAD")
    with urllib.request.urlopen(request) as response:
        print(response.status, response.headers.get_content_type(), response.read())


def redirects_and_errors():
    with urllib.request.urlopen(f"{BASE}/redirect/3") as response:
        print(response.status, response.url)
    for code in (404, 418, 503):
        try:
            urllib.request.urlopen(f"{BASE}/status/{code}")
        except urllib.error.HTTPError as error:
            print(error, error.code, error.reason, error.headers["Content-Type"], len(error.read()))
    try:
        urllib.request.urlopen(f"{BASE}/delay/2", timeout=0.3)
    except TimeoutError as error:
        print(type(error).__name__)
    try:
        urllib.request.urlopen("http://127.0.0.1:9/")
    except urllib.error.URLError as error:
        print(error, type(error.reason).__name__)
    try:
        urllib.request.urlopen(f"{BASE}/flaky/100?how=reset")
    except OSError as error:
        print(type(error).__mro__[-5].__name__ == "ConnectionResetError" or type(error).__name__)


def in_pieces():
    began = time.monotonic()
    with urllib.request.urlopen(f"{BASE}/stream/3") as response:
        print(response.headers["Transfer-Encoding"], response.length)
        for line in response:
            print(json.loads(line)["id"], time.monotonic() - began > 0)
    with urllib.request.urlopen(f"{BASE}/bytes/100000?seed=5") as response:
        first = response.read(10)
        rest = response.read()
    print(len(first), len(rest), response.headers["Content-Length"])


async def ticker(ticks):
    while True:
        ticks.append(1)
        await asyncio.sleep(0.05)


async def main():
    ticks = []
    task = asyncio.create_task(ticker(ticks))
    await asyncio.sleep(0)
    fetch("/delay/0.5")
    print("while it blocked the loop:", len(ticks))
    began = time.monotonic()
    await asyncio.gather(*(asyncio.to_thread(fetch, "/delay/0.5") for _ in range(3)))
    print("in threads:", len(ticks) > 5, time.monotonic() - began < 1.4)
    task.cancel()


simple()
redirects_and_errors()
in_pieces()
asyncio.run(main())
