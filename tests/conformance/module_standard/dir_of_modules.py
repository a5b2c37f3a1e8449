"""dir() of modules names what the documentation does, also what a module makes only when asked."""
import collections
import functools
import inspect
import string
import types
import typing

for module, names in [
    (collections, "ChainMap Counter OrderedDict UserDict UserList UserString defaultdict deque namedtuple abc"),
    (functools, "cache cached_property lru_cache partial partialmethod reduce singledispatch singledispatchmethod total_ordering wraps"),
    (inspect, "signature getsource getmembers Parameter BoundArguments iscoroutinefunction getdoc cleandoc unwrap currentframe"),
    (string, "Template Formatter ascii_letters capwords"),
    (types, "new_class SimpleNamespace MappingProxyType GenericAlias coroutine resolve_bases"),
    (typing, "Any Callable Counter Iterable Mapping Awaitable Pattern Protocol TypedDict ContextManager AsyncIterator Sequence"),
]:
    known = set(dir(module))
    print(module.__name__, [name for name in names.split() if name not in known], all(hasattr(module, name) for name in names.split()))
    print(dir(module) == sorted(dir(module)), "__name__" in known)
