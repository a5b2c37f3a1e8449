"""help() on what a program has defined."""
import enum, dataclasses, typing
class A:
    """Class A doc.

    More."""
    x: int = 3
    y = 4
    def __init__(self, a, b=2, *args, c, **kw):
        "Make it."
    @property
    def p(self) -> int:
        "The p."
        return 1
    @classmethod
    def cm(cls, x: "int") -> None:
        "cm doc"
    @staticmethod
    def sm(x, /, y): pass
    def _private(self): pass
    def __len__(self):
        return 1
    async def co(self): "coroutine doc"
class B(A):
    __slots__ = ('q',)
    def cm2(self): ...
def f(a, b: int = 3, *, c: str = 'x') -> bool:
    """Add things.

    >>> f(1)
    """
async def g(): "g doc"
class E(enum.Enum):
    "An enum"
    R = 1
    G = 2
@dataclasses.dataclass
class D:
    a: int
    b: list = dataclasses.field(default_factory=list)
help(f)
help(g)
help(A)
help(B)
help(A.p)
help(A(1,c=2).cm)
help(D)
import pydoc
print(pydoc.render_doc(A.sm))
print(pydoc.plain(pydoc.render_doc(f, title='T %s')))
help(lambda x: x)
help('nope.nope')
x = A(1, c=2)
help(x)
