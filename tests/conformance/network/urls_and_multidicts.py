# yarl.URL and multidict, which aiohttp's programs meet.
from multidict import CIMultiDict, CIMultiDictProxy, MultiDict, MultiDictProxy
from yarl import URL

for text in ("https://ann:p%40ss@Mock.Loopscope:8443/a b/../c.txt?q=1 2&q=%26&가=나#part", "http://mock.loopscope:80/", "/only/path?x=", "mailto:x@y.z"):
    url = URL(text)
    print(repr(url), url.scheme, url.host, url.port, url.explicit_port, url.path, url.raw_path, dict(url.query), url.fragment, url.absolute)
    print("   ", url.parts, url.name, url.suffix, url.parent, url.path_qs, url.raw_query_string, url.human_repr())
base = URL("https://mock.loopscope/a/b?x=1")
print(base / "c d" / "e", base.join(URL("../z?y=2")), base.join(URL("?k=v")), base.join(URL("/abs")), base.join(URL("//other/p")))
print(base.with_query(a=1, b="x y"), base.with_query([("a", 1), ("a", 2)]), base.update_query(x=5, z=[6, 7]), base % {"k": 2.5})
print(base.with_path("/q r"), base.with_host("Example.org"), base.with_port(8), base.with_scheme("http"), base.with_fragment("f"))
print(base.origin(), base.relative(), base.with_name("n.txt").with_suffix(".md"), base.with_user("me"), base.extend_query({"x": 7}))
print(URL.build(scheme="https", host="mock.loopscope", path="/a b", query={"x": "1 2"}), URL("http://h") == URL("http://h/"))
for wrong in (lambda: URL(5), lambda: URL("http://h:port/"), lambda: base.with_query(a=True), lambda: base / "/x", lambda: URL("/x").origin()):
    try:
        print(wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

headers = CIMultiDict([("Accept", "a"), ("X-One", "1"), ("accept", "b")])
print(headers, headers["ACCEPT"], headers.getall("accept"), "x-one" in headers, len(headers), list(headers))
headers.add("X-One", "2")
headers["Accept"] = "c"
headers.update({"x-one": "3"})
print(headers, headers.get("none"), headers.getall("none", []), headers.popall("x-one"), headers)
proxy = CIMultiDictProxy(headers)
print(proxy, proxy == headers, proxy == {"accept": "c"}, proxy.copy())
plain = MultiDict(a=1)
plain.extend([("a", 2), ("b", 3)])
print(plain, plain.getone("a"), plain.items(), plain.keys(), plain.values(), MultiDictProxy(plain)["b"], plain.popitem())
for wrong in (lambda: plain["none"], lambda: plain.getall("none"), lambda: MultiDict({1: 2}), lambda: MultiDictProxy({})):
    try:
        print(wrong())
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
