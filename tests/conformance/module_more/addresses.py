"""ipaddress, urllib.parse, http.HTTPStatus, html, mimetypes: what web programs do without a web."""
import html
import http
import ipaddress
import mimetypes
from html.parser import HTMLParser
from http import HTTPMethod, HTTPStatus
from http.cookies import SimpleCookie
from urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, urldefrag, urlencode, urljoin, urlparse, urlsplit, urlunparse

address = ipaddress.ip_address("192.168.1.10")
network = ipaddress.ip_network("192.168.1.0/28")
print(address, int(address), address.is_private, address in network, network.num_addresses, network.netmask, network.broadcast_address)
print([str(host) for host in network.hosts()][:3], list(map(str, network.subnets(new_prefix=30))), network.supernet())
print(ipaddress.ip_address("::1").is_loopback, ipaddress.ip_address("2001:db8::ff00:42:8329").exploded, ipaddress.ip_interface("10.0.0.5/8").network)
print(sorted([ipaddress.ip_address("10.0.0.2"), ipaddress.ip_address("9.9.9.9")]), address + 5, ipaddress.summarize_address_range)if False else print(address + 5)
for text in ("256.1.1.1", "1.2.3", "hello", "10.0.0.1/8"):
    try:
        ipaddress.ip_network(text)
    except ValueError as error:
        print(error)

url = "https://user:pw@example.org:8443/a/b;p?q=1&q=2&empty=&k=%20x#frag"
parts = urlparse(url)
print(parts)
print(parts.hostname, parts.port, parts.username, parts.password, urlunparse(parts) == url, urlsplit(url).query)
print(parse_qs(parts.query), parse_qs(parts.query, keep_blank_values=True), parse_qsl("a=1&b=2&a=3"))
print(urljoin("http://a/b/c/d", "../e"), urljoin("http://a/b/", "//x/y"), urljoin("http://a/b", "?z"), urldefrag(url).fragment)
print(quote("a b/ü&"), quote_plus("a b/ü&"), unquote("%ED%95%9C+x"), urlencode({"q": "a b", "n": [1, 2]}, doseq=True))

print(HTTPStatus.NOT_FOUND, repr(HTTPStatus(200)), HTTPStatus.OK.phrase, HTTPStatus.IM_A_TEAPOT.description, HTTPStatus.CREATED + 1, HTTPStatus(503).is_server_error)
print(HTTPMethod.GET, HTTPMethod.POST.description, f"{HTTPStatus.OK:d}", http.HTTPStatus["GONE"].value)
try:
    HTTPStatus(299)
except ValueError as error:
    print(error)
print(html.escape('<a href="x">&\'</a>'), html.unescape("&lt;&eacute;&#8364;&#x1F600;&nbsp;&unknown;"))
print(mimetypes.guess_type("a.html"), mimetypes.guess_type("x.tar.gz"), mimetypes.guess_type("pic.png"), mimetypes.guess_extension("text/plain"))


class Links(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs, self.getpos())

    def handle_endtag(self, tag):
        print("end", tag)

    def handle_data(self, data):
        print("data", repr(data))

    def handle_comment(self, data):
        print("comment", data)


parser = Links()
parser.feed('<p class="x" hidden>Hello <b>w&amp;d</b><br/><!-- note --></p>')
parser.close()
cookie = SimpleCookie("sid=abc; theme=dark")
cookie["sid"]["path"] = "/"
print(cookie.output(), cookie["theme"].value)
