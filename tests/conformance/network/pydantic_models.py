# Models: fields, defaults, conversion, nesting, copies.
from datetime import date, datetime
from enum import Enum
from typing import Optional

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError


class Level(str, Enum):
    BEGINNER = "beginner"
    EXPERT = "expert"


class Address(BaseModel):
    street: str
    city: str = "Seoul"


class Student(BaseModel):
    id: int
    name: str
    level: Level = Level.BEGINNER
    joined: date = date(2024, 3, 1)
    tags: list[str] = []
    grades: dict[str, float] = Field(default_factory=dict)
    address: Optional[Address] = None
    _notes: list = PrivateAttr(default_factory=list)


student = Student(id="7", name="Mina", level="expert", joined="2024-05-06", grades={"async": "4.5"}, address={"street": "Main 1"})
print(student)
print(repr(student))
print(student.level is Level.EXPERT, student.joined, student.address.city)
print(student.model_dump())
print(student.model_dump(exclude_unset=True, exclude={"id", "address"}))
print(student.model_dump_json())
print(student.model_dump_json(indent=2, include={"id", "tags"}))
print(sorted(student.model_fields_set))

# Every instance has lists of its own.
other = Student(id=8, name="Jun")
other.tags.append("new")
print(Student(id=9, name="Ada").tags, other.tags, other._notes)
other._notes.append("private")
print(other, other._notes)

copy = student.model_copy(update={"name": "Minji"})
print(copy.name, student.name, copy == student, copy.model_copy() == copy)
print(dict(Address(street="x")), list(Address(street="y")))

# Unknown names are ignored, forbidden or kept.
print(Address(street="a", zip=123))


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")
    a: int


class Open(BaseModel):
    model_config = ConfigDict(extra="allow")
    a: int


try:
    Strict(a=1, b=2)
except ValidationError as error:
    print(error)
kept = Open(a=1, b=2)
print(kept, kept.b, kept.model_extra, kept.model_dump())

# Assignment is not checked, unless the model says so.
student.id = "not a number"
print(student.id)


class Checked(BaseModel):
    model_config = ConfigDict(validate_assignment=True)
    port: int = Field(8000, gt=0, lt=65536)


server = Checked()
server.port = "8080"
print(server)
try:
    server.port = 0
except ValidationError as error:
    print(error.errors()[0]["msg"], server.port)


class Point(BaseModel):
    model_config = ConfigDict(frozen=True)
    x: int
    y: int


print(Point(x=1, y=2) == Point(x=1, y=2), hash(Point(x=1, y=2)) == hash(Point(x=1, y=2)), len({Point(x=1, y=2), Point(x=1, y=2)}))
try:
    Point(x=1, y=2).x = 5
except ValidationError as error:
    print(error)
for attempt in (lambda: setattr(other, "nickname", "x"), lambda: other.nickname):
    try:
        attempt()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
print(Student.model_validate({"id": 1, "name": "Bo"}) == Student(id=1, name="Bo"))
print(Student.model_validate_json('{"id": 2, "name": "Cy", "joined": "2023-01-02"}').joined)
print({name: str(field.annotation) for name, field in Address.model_fields.items()}, Address.model_fields["city"].default)


class Visit(BaseModel):
    at: datetime
    by: Student


print(Visit(at="2024-01-02T03:04:05Z", by={"id": 3, "name": "Di"}).model_dump(mode="json"))
