# dataclasses: defaults, order, frozen, slots, errors.
from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
p = P(1); print(p, p == P(1), asdict(p), astuple(p), replace(p, y=5), [f.name for f in fields(P)])
try: P()
except TypeError as e: print(e)
@dataclass(frozen=True, order=True)
class Q:
    a: int
    b: str = "z"
    def __post_init__(self): pass
q = Q(1); print(q, hash(q) == hash(Q(1)), Q(1) < Q(2), sorted([Q(3), Q(1)]))
try: q.a = 3
except FrozenInstanceError as e: print(type(e).__name__, e)
@dataclass(slots=True, kw_only=True)
class S:
    a: int
    b: int = 2
print(S(a=1), S.__slots__)
try:
    @dataclass
    class Bad:
        l: list = []
except ValueError as e: print(e)
