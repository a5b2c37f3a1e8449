# SPDX-License-Identifier: MIT
"""Being told of each step of a request: https://docs.aiohttp.org/en/stable/tracing_reference.html."""

from types import SimpleNamespace

from .helpers import frozen_record

# Each signal, and what its receivers are given.
_SIGNALS = {
    "request_start": ("TraceRequestStartParams", "method url headers"),
    "request_chunk_sent": ("TraceRequestChunkSentParams", "method url chunk"),
    "request_headers_sent": ("TraceRequestHeadersSentParams", "method url headers"),
    "request_end": ("TraceRequestEndParams", "method url headers response"),
    "request_exception": ("TraceRequestExceptionParams", "method url headers exception"),
    "request_redirect": ("TraceRequestRedirectParams", "method url headers response"),
    "response_chunk_received": ("TraceResponseChunkReceivedParams", "method url chunk"),
    "connection_queued_start": ("TraceConnectionQueuedStartParams", ""),
    "connection_queued_end": ("TraceConnectionQueuedEndParams", ""),
    "connection_create_start": ("TraceConnectionCreateStartParams", ""),
    "connection_create_end": ("TraceConnectionCreateEndParams", ""),
    "connection_reuseconn": ("TraceConnectionReuseconnParams", ""),
    "dns_resolvehost_start": ("TraceDnsResolveHostStartParams", "host"),
    "dns_resolvehost_end": ("TraceDnsResolveHostEndParams", "host"),
    "dns_cache_hit": ("TraceDnsCacheHitParams", "host"),
    "dns_cache_miss": ("TraceDnsCacheMissParams", "host"),
}

_PARAMS = {}
for _signal, (_name, _fields) in _SIGNALS.items():
    _PARAMS[_signal] = globals()[_name] = type(_name, (frozen_record,), {"_fields": tuple(_fields.split()), "__module__": __name__})

__all__ = ("TraceConfig", *(_name for _name, _ in _SIGNALS.values()))


class _Signal(list):
    """Its receivers; no more may come once a session has it."""

    _frozen = False

    def append(self, receiver):
        if self._frozen:
            raise RuntimeError("Cannot modify frozen list.")
        super().append(receiver)


class TraceConfig:
    def __init__(self, trace_config_ctx_factory=SimpleNamespace):
        self._factory = trace_config_ctx_factory
        for name in _SIGNALS:
            setattr(self, f"on_{name}", _Signal())

    def trace_config_ctx(self, trace_request_ctx=None):
        return self._factory(trace_request_ctx=trace_request_ctx)

    def freeze(self):
        for name in _SIGNALS:
            getattr(self, f"on_{name}")._frozen = True


class Trace:
    """One request seen by one TraceConfig."""

    def __init__(self, session, config, context):
        self._session = session
        self._config = config
        self._context = context

    async def send(self, name, *values):
        for receiver in getattr(self._config, f"on_{name}"):
            await receiver(self._session, self._context, _PARAMS[name](*values))
