# SPDX-License-Identifier: MIT
"""Addresses as types: HttpUrl and its kin, EmailStr."""

import re

from ._core import LAX, Invalid, Line, Plan
from ._urls import AnyUrl, UrlConstraints, url_class

AnyHttpUrl = url_class("AnyHttpUrl", ("http", "https"))
HttpUrl = url_class("HttpUrl", ("http", "https"), max_length=2083)
AnyWebsocketUrl = url_class("AnyWebsocketUrl", ("ws", "wss"))
WebsocketUrl = url_class("WebsocketUrl", ("ws", "wss"), max_length=2083)
FileUrl = url_class("FileUrl", ("file",))
FtpUrl = url_class("FtpUrl", ("ftp",))
PostgresDsn = url_class("PostgresDsn", ("postgres", "postgresql", "postgresql+asyncpg", "postgresql+psycopg", "postgresql+psycopg2"))
RedisDsn = url_class("RedisDsn", ("redis", "rediss"))
MongoDsn = url_class("MongoDsn", ("mongodb", "mongodb+srv"))
MySQLDsn = url_class("MySQLDsn", ("mysql", "mysql+mysqlconnector", "mysql+aiomysql", "mysql+pymysql"))
AmqpDsn = url_class("AmqpDsn", ("amqp", "amqps"))
KafkaDsn = url_class("KafkaDsn", ("kafka",))

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+$")
_DOMAIN = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$")


def validate_email(value):
    """(display name, address); the address with its domain in lower case."""
    from ._custom_errors import PydanticCustomError

    pretty = re.fullmatch(r"\s*(?:\"?([\w ]*?)\"? *<(.+)>|(.+))\s*", value)
    name, address = (pretty[1], pretty[2] or pretty[3]) if pretty else (None, value)
    local, at, domain = address.strip().rpartition("@")
    reason = None
    if not at:
        reason = "An email address must have an @-sign."
    elif not local:
        reason = "There must be something before the @-sign."
    elif not domain:
        reason = "There must be something after the @-sign."
    elif not _LOCAL.match(local) or ".." in local or local[0] == "." or local[-1] == ".":
        reason = "The email address contains invalid characters before the @-sign."
    elif "." not in domain:
        reason = "The part after the @-sign is not valid. It should have a period."
    elif not _DOMAIN.match(domain):
        reason = "The part after the @-sign is not valid."
    if reason:
        raise PydanticCustomError("value_error", "value is not a valid email address: {reason}", {"reason": reason})
    return name or local, f"{local}@{domain.lower()}"


class EmailStr:
    @classmethod
    def __pydantic_type_plan__(cls, scope):
        def validate(value, run):
            if not isinstance(value, str):
                raise Invalid([Line("string_type", value)])
            try:
                return validate_email(value)[1]
            except ValueError as error:
                raise Invalid([error.line(value)]) from None

        return Plan(validate, "function-after[_validate(), str]", "str")


class NameEmail:
    def __init__(self, name, email):
        self.name = name
        self.email = email

    def __eq__(self, other):
        return isinstance(other, NameEmail) and (self.name, self.email) == (other.name, other.email)

    def __str__(self):
        return f"{self.name} <{self.email}>"

    @classmethod
    def __pydantic_type_plan__(cls, scope):
        def validate(value, run):
            if isinstance(value, cls):
                return value
            run.fit = LAX
            try:
                return cls(*validate_email(value))
            except ValueError as error:
                raise Invalid([error.line(value)]) from None

        return Plan(validate, "name-email", None, lambda value, dump, include, exclude: str(value) if dump.json else value)


class IPvAnyAddress:
    @classmethod
    def __pydantic_type_plan__(cls, scope):
        def validate(value, run):
            import ipaddress

            try:
                return ipaddress.ip_address(value)
            except ValueError:
                raise Invalid([Line("ip_any_address", value, None, "value is not a valid IPv4 or IPv6 address")]) from None

        return Plan(validate, "ip-any-address")
