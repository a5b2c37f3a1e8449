# SPDX-License-Identifier: MIT
"""Text of URLs: taking them apart, putting them together, and percent-encoding (RFC 3986).

What the URL types of yarl, httpx and requests share. urllib.parse does nearly the same, but loads three times as much and
knows no encoding that leaves what is already encoded alone."""

UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_HEX = frozenset(b"0123456789ABCDEFabcdef")
_SCHEME = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.")
_STRIPPED = "".join(map(chr, range(33)))

DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21}


def safe_bytes(characters):
    """The bytes that quote() leaves alone."""
    return UNRESERVED | frozenset(characters.encode())


def quote(text, safe, space="%20", keep_encoded=False):
    """Percent-encodes what is not in `safe`; with `keep_encoded`, "%41" is taken as encoded already."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else bytes(text)
    if safe.issuperset(data):
        return data.decode("ascii")
    parts = []
    position = 0
    size = len(data)
    while position < size:
        byte = data[position]
        if keep_encoded and byte == 37 and position + 2 < size and data[position + 1] in _HEX and data[position + 2] in _HEX:
            parts.append(data[position:position + 3].decode("ascii").upper())
            position += 3
            continue
        if byte in safe:
            parts.append(chr(byte))
        elif byte == 32:
            parts.append(space)
        else:
            parts.append("%%%02X" % byte)
        position += 1
    return "".join(parts)


def unquote(text, plus=False, errors="replace"):
    """Percent-decodes; with `plus`, "+" is a space, as in queries."""
    if plus:
        text = text.replace("+", " ")
    if "%" not in text:
        return text
    head, *rest = text.split("%")
    parts = [head.encode("utf-8", "surrogatepass")]
    for piece in rest:
        data = piece.encode("utf-8", "surrogatepass")
        if len(data) >= 2 and data[0] in _HEX and data[1] in _HEX:
            parts.append(bytes([int(data[:2], 16)]))
            parts.append(data[2:])
        else:
            parts.append(b"%")
            parts.append(data)
    return b"".join(parts).decode("utf-8", errors)


_FORM_SAFE = UNRESERVED


def form_encode(pairs):
    """application/x-www-form-urlencoded text of (key, value) pairs of text or bytes."""
    return "&".join(f"{quote(key, _FORM_SAFE, '+')}={quote(value, _FORM_SAFE, '+')}" for key, value in pairs)


def parse_query(text, keep_blank=True):
    """The pairs of a query or of a form."""
    pairs = []
    for piece in text.split("&"):
        if not piece:
            continue
        key, equals, value = piece.partition("=")
        if value or keep_blank:
            pairs.append((unquote(key, plus=True), unquote(value, plus=True)))
    return pairs


def split(url):
    """(scheme, authority or None, path, query or None, fragment or None); nothing is decoded."""
    url = url.lstrip(_STRIPPED)
    for character in "\t\r\n":
        if character in url:
            url = url.replace(character, "")
    scheme = ""
    colon = url.find(":")
    if colon > 0 and url[0].isascii() and url[0].isalpha() and _SCHEME.issuperset(url[1:colon]):
        scheme, url = url[:colon].lower(), url[colon + 1:]
    url, hash_, fragment = url.partition("#")
    url, question, query = url.partition("?")
    authority = None
    if url.startswith("//"):
        slash = url.find("/", 2)
        end = len(url) if slash < 0 else slash
        authority, url = url[2:end], url[end:]
        if ("[" in authority) != ("]" in authority):
            raise ValueError("Invalid IPv6 URL")
    return scheme, authority, url, query if question else None, fragment if hash_ else None


def unsplit(scheme, authority, path, query, fragment):
    """The reverse of split(); None leaves a part out with its mark."""
    parts = [f"{scheme}:"] if scheme else []
    if authority is not None:
        parts.append(f"//{authority}")
        if path and not path.startswith("/"):
            parts.append("/")
    parts.append(path)
    if query is not None:
        parts.append(f"?{query}")
    if fragment is not None:
        parts.append(f"#{fragment}")
    return "".join(parts)


def split_authority(authority):
    """(user, password, host, port): None where there is none; host without the brackets of IPv6."""
    user = password = port = None
    if "@" in authority:
        info, _, authority = authority.rpartition("@")
        user, colon, password = info.partition(":")
        if not colon:
            password = None
    if authority.startswith("["):
        host, _, rest = authority[1:].partition("]")
        port_text = rest.partition(":")[2]
    else:
        host, _, port_text = authority.partition(":")
    if port_text:
        if not (port_text.isascii() and port_text.isdigit()):
            raise ValueError("Invalid URL: port can't be converted to integer")
        port = int(port_text)
        if port > 65535:
            raise ValueError("Port out of range 0-65535")
    return user, password, host, port


def join_authority(user, password, host, port):
    text = f"[{host}]" if ":" in host and not host.startswith("[") else host
    if port is not None:
        text = f"{text}:{port}"
    if user is None and password is None:
        return text
    info = user or ""
    if password is not None:
        info = f"{info}:{password}"
    return f"{info}@{text}"


def encode_host(host):
    """A host as it goes over the wire: small letters, and the ASCII form of others (IDNA)."""
    if host.isascii():
        return host.lower()
    return host.encode("idna").decode("ascii")


def remove_dots(path):
    """Takes "." and ".." out of a path (RFC 3986, 5.2.4)."""
    if "." not in path:
        return path
    kept = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            if len(kept) > 1 or kept and kept[0] != "":
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    text = "/".join(kept)
    return text if not path.startswith("/") or text.startswith("/") else f"/{text}"


def join_paths(base, reference):
    """The path of a relative reference seen from `base`."""
    if reference.startswith("/") or not base:
        return remove_dots(reference if reference.startswith("/") else f"/{reference}")
    return remove_dots(base[:base.rfind("/") + 1] + reference)


def join(base, reference):
    """The URL that `reference` means in a document at `base` (RFC 3986, 5.2)."""
    scheme, authority, path, query, fragment = split(reference)
    of_scheme, of_authority, of_path, of_query, _ = split(base)
    if scheme and (scheme != of_scheme or authority is not None):
        return unsplit(scheme, authority, remove_dots(path), query, fragment)
    if authority is not None:
        return unsplit(of_scheme, authority, remove_dots(path), query, fragment)
    if path:
        return unsplit(of_scheme, of_authority, join_paths(of_path, path), query, fragment)
    return unsplit(of_scheme, of_authority, of_path, of_query if query is None else query, fragment)
