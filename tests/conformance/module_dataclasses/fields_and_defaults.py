# field(): factories, init, repr, kw_only, metadata; and mistakes with defaults.
from dataclasses import KW_ONLY, MISSING, InitVar, dataclass, field, fields


@dataclass
class Basket:
    owner: str
    items: list[str] = field(default_factory=list)
    total: float = field(init=False, repr=False, default=0.0)
    _: KW_ONLY
    currency: str = field(default="EUR", metadata={"length": 3})
    discount: InitVar[float] = 0.0

    def __post_init__(self, discount):
        print("post_init", discount)
        self.total = len(self.items) * (1 - discount)


a, b = Basket("Ann"), Basket("Bob", ["x", "y"], discount=0.5)
a.items.append("z")
print(a, b, b.total, b.currency)
for f in fields(Basket):
    print(f.name, f.type, f.default is MISSING, f.default_factory is MISSING, f.init, f.repr, f.kw_only, dict(f.metadata))
for arguments in (("C", [], "USD"), ()):
    try:
        Basket(*arguments)
    except TypeError as error:
        print(error)
try:
    @dataclass
    class Shared:
        items: list = []
except ValueError as error:
    print(error)
try:
    @dataclass
    class Order:
        a: int = 1
        b: int
except TypeError as error:
    print(error)
print(Basket.__match_args__, Basket.currency, hasattr(Basket, "items"))
