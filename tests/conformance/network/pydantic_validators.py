# Functions of one's own: field and model validators, in methods and in Annotated.
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    ValidationError,
    ValidationInfo,
    WrapValidator,
    field_validator,
    model_validator,
    validate_call,
)


class Account(BaseModel):
    username: str
    password: str
    password_again: str
    tags: list[str] = []

    @field_validator("username")
    @classmethod
    def plain_name(cls, value: str) -> str:
        if not value.isalnum():
            raise ValueError("only letters and digits")
        return value.lower()

    @field_validator("tags", mode="before")
    @classmethod
    def split(cls, value: Any) -> Any:
        return value.split(",") if isinstance(value, str) else value

    @field_validator("password_again")
    @classmethod
    def same(cls, value: str, info: ValidationInfo) -> str:
        assert value == info.data.get("password"), "passwords differ"
        return value

    @model_validator(mode="before")
    @classmethod
    def from_pair(cls, data: Any) -> Any:
        if isinstance(data, dict) and "pw" in data:
            rest = {name: value for name, value in data.items() if name != "pw"}
            return {**rest, "password": data["pw"], "password_again": data["pw"]}
        return data

    @model_validator(mode="after")
    def not_the_name(self) -> "Account":
        if self.username in self.password:
            raise ValueError("the password contains the name")
        return self


def attempt(make):
    try:
        print(repr(make()))
    except ValidationError as error:
        for details in error.errors(include_url=False):
            print(details["loc"], details["type"], details["msg"])


attempt(lambda: Account(username="Ada9", pw="secret", tags="a,b"))
attempt(lambda: Account(username="a d a", password="x", password_again="y"))
attempt(lambda: Account(username="ada", pw="ada1815"))
attempt(lambda: Account(username=3, pw="zzz"))
attempt(lambda: Account.model_validate("nothing"))


def even(value: int) -> int:
    if value % 2:
        raise ValueError(f"{value} is odd")
    return value


def forgiving(value: Any, handler) -> int:
    try:
        return handler(value)
    except ValidationError:
        return -1


Even = Annotated[int, AfterValidator(even)]


class Numbers(BaseModel):
    even: Even
    several: list[Even] = []
    rounded: Annotated[int, BeforeValidator(lambda value: round(value) if isinstance(value, float) else value)] = 0
    forgiven: Annotated[int, WrapValidator(forgiving)] = 0


attempt(lambda: Numbers(even="4", several=[2, 4], rounded=2.6, forgiven="x"))
attempt(lambda: Numbers(even=3, several=[2, 5, 7]))


@validate_call
def area(width: Annotated[int, Field(gt=0)], height: int = 1, *, unit: str = "cm") -> str:
    return f"{width * height} {unit}"


attempt(lambda: area("3", 4))
attempt(lambda: area(3, unit="m"))
attempt(lambda: area(0, "high", colour="red"))
attempt(lambda: area())


class Meeting(BaseModel):
    starts: int
    ends: int
    people: int = 0

    def model_post_init(self, context: Any) -> None:
        print("made", self.starts, context)

    @field_validator("*")
    @classmethod
    def not_negative(cls, value: int) -> int:
        if value < 0:
            raise ValueError("negative")
        return value


attempt(lambda: Meeting(starts=9, ends=-1, people=-2))
attempt(lambda: Meeting.model_validate({"starts": 9, "ends": 10}, context={"room": 3}))
