# inspect.signature: parameters, binding, text.
import functools
import inspect


def f(a, b: int = 1, /, c="x", *rest: str, d, e=None, **more) -> float:
    "Doc of f."


s = inspect.signature(f)
print(s, s.return_annotation, list(s.parameters))
for p in s.parameters.values():
    print(p, p.kind.name, p.kind.description, p.default is p.empty, p.annotation is p.empty)
bound = s.bind(1, 2, 3, 4, d=5, z=6)
print(bound, bound.args, bound.kwargs, bound.arguments)
bound = s.bind_partial(1)
bound.apply_defaults()
print(bound.arguments)
for arguments, keywords in (((), {}), ((1,), {}), ((1,), {"d": 1, "a": 2}), ((1, 2, 3), {"c": 3, "d": 1})):
    try:
        print(s.bind(*arguments, **keywords))
    except TypeError as error:
        print(error)


class C:
    def __init__(self, x, *, y=2):
        pass

    def method(self, z):
        pass

    @classmethod
    def make(cls, q=1):
        pass

    @staticmethod
    def plain(p):
        pass

    def __call__(self, w): ...


print(inspect.signature(C), inspect.signature(C.method), inspect.signature(C(1).method), inspect.signature(C.make), inspect.signature(C.plain), inspect.signature(C(1)))
print(inspect.signature(functools.partial(f, 0, c=9)), inspect.signature(lambda *, k=[]: k))
print(s.replace(return_annotation=s.empty), s.replace(parameters=list(s.parameters.values())[:2]), s == inspect.signature(f))
print(inspect.Signature([inspect.Parameter("n", inspect.Parameter.KEYWORD_ONLY, default=3)]), inspect.getfullargspec(f))
for work in (lambda: inspect.signature(5), lambda: inspect.Parameter("1x", inspect.Parameter.VAR_KEYWORD), lambda: inspect.Signature([inspect.Parameter("a", inspect.Parameter.KEYWORD_ONLY), inspect.Parameter("b", inspect.Parameter.POSITIONAL_ONLY)])):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
