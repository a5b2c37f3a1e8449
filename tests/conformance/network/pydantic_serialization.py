# Models to data and JSON: what stays, under which name, in which form.
from datetime import datetime, timedelta
from decimal import Decimal
from enum import IntEnum
from typing import Annotated, Any
from uuid import UUID

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    SecretStr,
    TypeAdapter,
    computed_field,
    field_serializer,
    model_serializer,
)
from pydantic.alias_generators import to_camel


class Size(IntEnum):
    SMALL = 1
    LARGE = 2


class Base(BaseModel):
    id: int


class Derived(Base):
    secret_code: str = "hidden"


class Everything(BaseModel):
    when: datetime = datetime(2024, 1, 2, 3, 4, 5)
    span: timedelta = timedelta(days=1, hours=2, seconds=3)
    price: Decimal = Decimal("9.90")
    key: UUID = UUID(int=5)
    size: Size = Size.LARGE
    raw: bytes = b"bytes"
    numbers: set[int] = {7}
    pair: tuple[int, str] = (1, "one")
    password: SecretStr = SecretStr("s3cret")
    anything: Any = None
    base: Base = Derived(id=1)
    bases: list[Base] = [Derived(id=2)]


everything = Everything()
print(everything.model_dump())
print(everything.model_dump(mode="json"))
print(everything.model_dump_json())
print(everything.password.get_secret_value(), everything.model_dump(include={"base"}, serialize_as_any=True))


class Box(BaseModel):
    width: float
    height: float
    colour: str | None = None
    inner: Base = Base(id=0)

    @computed_field
    @property
    def area(self) -> float:
        return self.width * self.height

    @field_serializer("width", "height")
    def with_unit(self, value: float) -> str:
        return f"{value:.1f} cm"


box = Box(width=2, height=3)
print(box, box.area)
print(box.model_dump())
print(box.model_dump(exclude_none=True, exclude={"inner": {"id"}}))
print(box.model_dump(exclude_defaults=True), box.model_dump(include={"inner": {"id": True}, "area": True}))


class Named(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)
    first_name: str
    birth_year: int = Field(2000, alias="born")


named = Named(firstName="Ada", born=1815)
print(named.model_dump(), named.model_dump(by_alias=True), Named(first_name="Bo", birth_year=1990).model_dump_json(by_alias=True))


class Money(BaseModel):
    amount: Annotated[float, PlainSerializer(lambda value: f"{value:.2f}", return_type=str)]
    currency: str = "EUR"


class Compact(BaseModel):
    money: Money

    @model_serializer
    def short(self) -> dict[str, Any]:
        return {"m": f"{self.money.amount} {self.money.currency}"}


print(Money(amount=1).model_dump(), Compact(money={"amount": 2}).model_dump(), Compact(money={"amount": 3}).model_dump_json())
adapter = TypeAdapter(list[Money])
print(adapter.validate_python([{"amount": "5"}]), adapter.dump_json([Money(amount=6)]), adapter.dump_python([Money(amount=7)]))
print(TypeAdapter(dict[str, int]).validate_json('{"a": "1"}'))
