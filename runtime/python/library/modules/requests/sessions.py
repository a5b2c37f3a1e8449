# SPDX-License-Identifier: MIT
"""Sessions: https://requests.readthedocs.io/en/latest/user/advanced/#session-objects."""

import time
from collections.abc import Mapping

import _url_text as _text

from ._prepare import PreparedRequest, Request, default_hooks, merged_cookies
from .adapters import HTTPAdapter
from .cookies import RequestsCookieJar, cookiejar_from_dict
from .exceptions import InvalidSchema, TooManyRedirects
from .models import DEFAULT_REDIRECT_LIMIT
from .structures import CaseInsensitiveDict
from .utils import default_headers


def merge_setting(of_request, of_session, dict_class=dict):
    """The request's; of mappings both, without what the request sets to None."""
    if of_session is None:
        return of_request
    if of_request is None:
        return of_session
    if not (isinstance(of_session, Mapping) and isinstance(of_request, Mapping)):
        return of_request
    merged = dict_class(of_session)
    merged.update(of_request)
    for key in [key for key, value in merged.items() if value is None]:
        del merged[key]
    return merged


class Session:
    """Defaults and cookies that requests share."""

    def __init__(self):
        self.headers = default_headers()
        self.auth = None
        self.proxies = {}
        self.hooks = default_hooks()
        self.params = {}
        self.stream = False
        self.verify = True
        self.cert = None
        self.max_redirects = DEFAULT_REDIRECT_LIMIT
        self.trust_env = True
        self.cookies = cookiejar_from_dict({})
        self.adapters = {}
        self.mount("https://", HTTPAdapter())
        self.mount("http://", HTTPAdapter())

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def prepare_request(self, request):
        cookies = request.cookies or {}
        if not isinstance(cookies, RequestsCookieJar):
            cookies = cookiejar_from_dict(cookies)
        prepared = PreparedRequest()
        prepared.prepare(method=request.method.upper(), url=request.url, files=request.files, data=request.data, json=request.json,
                         headers=merge_setting(request.headers, self.headers, CaseInsensitiveDict),
                         params=merge_setting(request.params, self.params), auth=merge_setting(request.auth, self.auth),
                         cookies=merged_cookies(self.cookies, cookies),
                         hooks=request.hooks if request.hooks.get("response") else self.hooks)
        return prepared

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None, timeout=None,
                allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None, json=None):
        if proxies:
            raise NotImplementedError("Loopscope reaches servers without proxies; leave proxies out.")
        request = Request(method=method.upper(), url=url, headers=headers, files=files, data=data or {}, json=json, params=params or {},
                          auth=auth, cookies=cookies, hooks=hooks)
        return self.send(self.prepare_request(request), timeout=timeout, allow_redirects=allow_redirects,
                         stream=merge_setting(stream, self.stream))

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def options(self, url, **kwargs):
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        kwargs.setdefault("allow_redirects", False)
        return self.request("HEAD", url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request("POST", url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    def send(self, request, *, stream=None, timeout=None, allow_redirects=True, verify=None, cert=None, proxies=None):
        if isinstance(request, Request):
            raise ValueError("You can only send PreparedRequests.")
        stream = self.stream if stream is None else stream
        response = self._send_single(request, timeout)
        history = []
        while response.is_redirect and allow_redirects:
            history.append(response)
            response.history = history[:-1]
            response.content
            if len(response.history) >= self.max_redirects:
                raise TooManyRedirects(f"Exceeded {self.max_redirects} redirects.", response=response)
            request = self._redirected(request, response)
            response = self._send_single(request, timeout)
        if history:
            response.history = history
        if not allow_redirects and response.is_redirect:
            response._next = self._redirected(request, response)
        if not stream:
            response.content
        return response

    def _send_single(self, request, timeout):
        from datetime import timedelta
        start = time.perf_counter()
        response = self.get_adapter(request.url).send(request, stream=True, timeout=timeout)
        response.elapsed = timedelta(seconds=time.perf_counter() - start)
        for hook in request.hooks["response"]:
            changed = hook(response, timeout=timeout, stream=True, verify=self.verify, cert=self.cert, proxies={})
            response = response if changed is None else changed
        self.cookies.update(response.cookies)
        return response

    def _redirected(self, request, response):
        """The request that follows."""
        new = request.copy()
        location = response.headers["location"]
        new.url = _text.quote(_text.join(response.url, location), _text.safe_bytes("!#$%&'()*+,/:;=?@[]~"))
        status = response.status_code
        if status in (302, 303) and request.method != "HEAD" or status == 301 and request.method == "POST":
            new.method = "GET"
        headers = new.headers
        if status not in (307, 308):
            for name in ("Content-Length", "Content-Type", "Transfer-Encoding"):
                headers.pop(name, None)
            new.body = None
        headers.pop("Cookie", None)
        if _text.split(new.url)[:2] != _text.split(request.url)[:2]:
            headers.pop("Authorization", None)
        new.prepare_cookies(merged_cookies(new._cookies, self.cookies))
        return new

    def get_adapter(self, url):
        for prefix, adapter in self.adapters.items():
            if url.lower().startswith(prefix.lower()):
                return adapter
        raise InvalidSchema(f"No connection adapters were found for {url!r}")

    def mount(self, prefix, adapter):
        """The longest prefix that fits decides."""
        self.adapters[prefix] = adapter
        self.adapters = dict(sorted(self.adapters.items(), key=lambda entry: len(entry[0]), reverse=True))

    def close(self):
        for adapter in self.adapters.values():
            adapter.close()


def session():
    return Session()
