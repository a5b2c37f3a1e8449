# Credentials of one's own, prepared requests, raw bodies, generators.
import json

import requests
from requests.compat import urljoin
from requests.structures import CaseInsensitiveDict

HOST = "https://mock.loopscope"


class Token(requests.auth.AuthBase):
    def __call__(self, request):
        request.headers["X-Token"] = "abc"
        return request


print(requests.get(HOST + "/get", auth=Token()).json()["headers"]["X-Token"])
response = requests.get(HOST + "/stream/2", stream=True)
print(response.raw.read(5))
response.close()
session = requests.Session()
prepared = session.prepare_request(requests.Request("POST", HOST + "/post", data={"a": 1}))
print(prepared.method, prepared.url, prepared.body, prepared.headers["Content-Length"], prepared.path_url)
print(urljoin(HOST, "/x"))
print(requests.get(HOST + "/response-headers", params={"Link": '<https://mock.loopscope/2>; rel="next"'}).links)
try:
    requests.get(HOST + "/html").json()
except json.JSONDecodeError as error:
    print(type(error).__name__, isinstance(error, ValueError), error)
print(requests.post(HOST + "/post", data=(chunk for chunk in [b"a", b"b"])).json()["data"])
print(requests.request("get", HOST + "/get", params=b"x=1").url)
headers = CaseInsensitiveDict({"Accept": "a"})
headers["ACCEPT"] = "b"
print(headers, headers["accept"], headers == {"accept": "b"}, list(headers.lower_items()))
response = requests.get(HOST + "/html")
print(response.encoding, response.apparent_encoding)
response.encoding = "ascii"
print(response.text[:15])
with requests.Session() as session:
    session.auth = ("ann", "pw")
    print(session.get(HOST + "/basic-auth/ann/pw").json())
    session.cookies.set("a", "1", domain="mock.loopscope")
    print(session.cookies, session.cookies["a"], session.get(HOST + "/cookies").json())
    print(requests.utils.dict_from_cookiejar(session.cookies))
