# The blocking client, as scripts use it.
import time

import requests

URL = "https://mock.loopscope"

response = requests.get(f"{URL}/get", params={"city": "서울", "days": [1, 2], "none": None}, timeout=5)
print(response, response.status_code, response.reason, response.ok, bool(response))
print(response.url, response.json()["args"], response.encoding, response.headers["Content-Type"])
print(response.request, response.request.headers["User-Agent"].startswith("python-requests/"), response.elapsed.total_seconds() < 5)
print(type(response.headers).__name__, response.headers.get("content-TYPE"))

response = requests.post(f"{URL}/post", json={"name": "지수"})
print(response.json()["json"], response.request.body, response.request.headers["Content-Type"])
response = requests.post(f"{URL}/post", data={"a": "1 2", "b": ["x", "y"]})
print(response.json()["form"], response.request.body)
response = requests.post(f"{URL}/post", files={"file": ("notes.txt", b"text")}, data={"title": "Notes"})
print(response.json()["files"], response.json()["form"])
print(requests.put(f"{URL}/put", data="plain").json()["data"], requests.patch(f"{URL}/patch", data=b"b").json()["data"])
print(requests.delete(f"{URL}/delete").status_code, requests.head(f"{URL}/get").text == "", requests.options(f"{URL}/status/204").status_code)

response = requests.get(f"{URL}/redirect/2")
print(response.url, response.history, [hop.headers["Location"] for hop in response.history])
print(requests.get(f"{URL}/redirect/1", allow_redirects=False).is_redirect)
print(requests.get(f"{URL}/basic-auth/ann/pw", auth=("ann", "pw")).status_code)
print(requests.codes.ok, requests.codes.not_found, requests.get(f"{URL}/status/404").status_code == requests.codes.not_found)

with requests.get(f"{URL}/stream/3", stream=True) as response:
    for line in response.iter_lines():
        print(line[:7], line[-7:])
response = requests.get(f"{URL}/bytes/1000?seed=3", stream=True)
print([len(chunk) for chunk in response.iter_content(chunk_size=400)])

with requests.Session() as session:
    session.headers.update({"X-Course": "asyncio"})
    session.params = {"lang": "ko"}
    print(session.get(f"{URL}/get?page=1").json()["args"])
    session.get(f"{URL}/cookies/set?theme=dark", params={"lang": None})
    print(session.cookies.get_dict()["theme"], session.get(f"{URL}/headers").json()["headers"]["X-Course"])
    response = session.get(f"{URL}/get", hooks={"response": lambda response, **kwargs: print("hook:", response.status_code)})

start = time.monotonic()
for _ in range(3):
    requests.get(f"{URL}/delay/0.3")
print("one by one:", 0.8 < time.monotonic() - start < 1.6)
