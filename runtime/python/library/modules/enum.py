# SPDX-License-Identifier: MIT
"""Enumerations."""
import sys
from types import DynamicClassAttribute, MappingProxyType

__all__ = [
    "EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
    "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "CONTINUOUS",
    "NAMED_FLAGS", "UNIQUE", "EnumCheck", "global_enum", "show_flag_values",
]  # fmt: skip

_property = property
Enum = Flag = ReprEnum = None  # while they are being made


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class auto:
    """Stands for the next value."""

    _unset = object()

    def __init__(self, value=_unset):
        self.value = value


class property(DynamicClassAttribute):
    """A property whose name may also be a member's."""

    member = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        if self.fget is not None:
            return self.fget(instance)
        raise AttributeError(f"{ownerclass!r} member has no attribute {self.name!r}")

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    start = f"_{cls_name}__"
    return len(name) > len(start) and name.startswith(start) and not (name[-1] == name[-2] == "_")


_SUNDERS = (
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_", "_iter_member_by_value_",
    "_iter_member_by_def_", "_add_alias_", "_add_value_alias_",
)  # fmt: skip


class EnumDict(dict):
    """The namespace of an enum's body: knows which names become members."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._generate = None

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if Flag is not None and key not in _SUNDERS and not key.startswith("_repr_"):
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
            if key == "_generate_next_value_":
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == "_ignore_":
                self._ignore = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                value = self._ignore
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value) and not isinstance(value, member):
            pass
        else:
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            value = self._resolve(key, value)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _resolve(self, key, value):
        if isinstance(value, auto):
            if value.value is auto._unset:
                generate = self._generate or Enum._generate_next_value_
                value.value = generate(key, 1, len(self._member_names), self._last_values[:])
            return value.value
        if type(value) is tuple and any(isinstance(v, auto) for v in value):
            return tuple(self._resolve(key, v) if isinstance(v, auto) else v for v in value)
        return value

    @_property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, *more, **kw):
        for key, value in members.items() if hasattr(members, "keys") else members:
            self[key] = value
        for key, value in kw.items():
            self[key] = value


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        if Enum is None:
            return {}
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f"<enum {cls!r}> cannot extend {base!r}")
        namespace = EnumDict(cls)
        if bases:
            first = bases[-1]
            namespace._generate = getattr(first, "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if Enum is None:
            return super().__new__(metacls, cls, bases, dict(classdict), **kwds)
        if not isinstance(classdict, EnumDict):
            plain, classdict = classdict, EnumDict(cls)
            classdict.update(plain)
        names = list(classdict._member_names)
        for name in names:
            if name == "mro":
                raise ValueError(f"invalid enum member name(s) {name!r}")
        namespace = {k: v for k, v in classdict.items() if k not in classdict._member_names and k not in classdict._ignore}
        namespace.pop("_ignore_", None)
        order = namespace.pop("_order_", None)
        if "_generate_next_value_" in namespace and not isinstance(namespace["_generate_next_value_"], staticmethod):
            namespace["_generate_next_value_"] = staticmethod(namespace["_generate_next_value_"])
        data_type = _data_type(cls, bases)
        namespace["_member_names_"] = []
        namespace["_member_map_"] = {}
        namespace["_value2member_map_"] = {}
        namespace["_unhashable_values_"] = []
        namespace["_member_type_"] = data_type
        custom_new = namespace.pop("__new__", None)
        if custom_new is None:
            for base in bases:
                found = getattr(base, "__new_member__", None)
                if found is not None:
                    custom_new = found
        if custom_new is not None:
            namespace["__new_member__"] = custom_new
        try:
            enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
        except RuntimeError as e:
            if e.__cause__ is not None:
                raise e.__cause__
            raise
        enum_class.__new__ = Enum.__new__
        is_flag = Flag is not None and issubclass(enum_class, Flag)
        if is_flag:
            enum_class._boundary_ = boundary or getattr(bases[-1], "_boundary_", None)
            enum_class._flag_mask_ = enum_class._singles_mask_ = enum_class._all_bits_ = 0
        if ReprEnum is not None and ReprEnum in bases:
            # str() and format() of the data type, which stands before Enum in the MRO but may not define them.
            if "__format__" not in namespace:
                enum_class.__format__ = data_type.__format__
            if "__str__" not in namespace:
                enum_class.__str__ = data_type.__repr__ if data_type.__str__ is object.__str__ else data_type.__str__
        if is_flag:
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in namespace:
                    setattr(enum_class, name, getattr(Flag, name))
        for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            if name in namespace:
                continue
            current = getattr(enum_class, name)
            from_enum = getattr(Enum, name)
            if current in (getattr(data_type, name, None), getattr(object, name, None)):
                if name in ("__str__", "__format__") and ReprEnum is not None and issubclass(enum_class, ReprEnum):
                    continue
                setattr(enum_class, name, from_enum)
        new = custom_new.__func__ if isinstance(custom_new, staticmethod) else custom_new
        for name in names:
            enum_class._make_member(name, classdict[name], new, data_type, is_flag)
        if is_flag:
            enum_class._flag_finish()
        if order is not None:
            wanted = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            if [n for n in wanted if n in enum_class._member_map_ and enum_class._member_map_[n]._name_ == n] != list(
                enum_class._member_names_
            ):
                raise TypeError(
                    f"member order does not match _order_:\n  {enum_class._member_names_!r}\n  {wanted!r}"
                )
        return enum_class

    def __init__(cls, *args, **kwds):
        super().__init__(*args)

    def _make_member(cls, name, value, new, data_type, is_flag):
        args = value if isinstance(value, tuple) else (value,)
        if data_type is tuple:
            args = (args,)
        if new is not None:
            obj = new(cls, *args)
        elif data_type is not object:
            obj = data_type.__new__(cls, *args)
        else:
            obj = object.__new__(cls)
        if not hasattr(obj, "_value_"):
            if data_type is object:
                obj._value_ = value
            else:
                try:
                    obj._value_ = data_type(*args)
                except Exception as exc:
                    raise TypeError("_value_ not set in __new__, unable to create it") from exc
        value = obj._value_
        canonical = None
        try:
            canonical = cls._value2member_map_.get(value)
        except TypeError:
            for m in cls._member_map_.values():
                if m._value_ == value:
                    canonical = m
                    break
        if canonical is None:
            obj._name_ = name
            obj.__objclass__ = cls
            obj._sort_order_ = len(cls._member_names_)
            obj.__init__(*args)
            canonical = obj
            single = not is_flag or isinstance(value, int) and value > 0 and value & (value - 1) == 0
            if single:
                cls._member_names_.append(name)
            if is_flag and isinstance(value, int):
                cls._flag_mask_ |= value
                if single:
                    cls._singles_mask_ |= value
        cls._add_member(name, canonical)
        try:
            cls._value2member_map_.setdefault(value, canonical)
        except TypeError:
            cls._unhashable_values_.append(value)

    def _add_member(cls, name, m):
        for base in cls.__mro__[1:]:
            descriptor = base.__dict__.get(name)
            if isinstance(descriptor, (property, DynamicClassAttribute)):
                redirect = property(getattr(descriptor, "fget", None))
                redirect.member = m
                redirect.name = name
                type.__setattr__(cls, name, redirect)
                break
        else:
            type.__setattr__(cls, name, m)
        cls._member_map_[name] = m

    def _flag_finish(cls):
        cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
        values = [cls._member_map_[n]._value_ for n in cls._member_names_]
        if sorted(values) != values:
            cls._iter_member_ = cls._iter_member_by_def_

    def __bool__(cls):
        return True

    def __call__(cls, value=auto._unset, names=auto._unset, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_ or names is auto._unset and value is not auto._unset and cls is not Enum and not _is_bare(cls):
            if names is not auto._unset:
                value = (value, names, *values)
            if value is auto._unset:
                raise TypeError(f"EnumType.__call__() missing 1 required positional argument: 'value'")
            return cls.__new__(cls, value)
        if names is auto._unset:
            raise TypeError(f"{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum")
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            last = []
            pairs = []
            for count, name in enumerate(names):
                value = cls._generate_next_value_(name, start, count, last[:])
                last.append(value)
                pairs.append((name, value))
            names = pairs
        for item in names if names is not None else ():
            name, value = (item, names[item]) if isinstance(item, str) else item
            classdict[name] = value
        classdict["__module__"] = module or sys._getframe(2).f_globals.get("__name__", "__main__")
        if qualname is not None:
            classdict["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            cls(value)
            return True
        except ValueError:
            return value in cls._unhashable_values_ or False

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __dir__(cls):
        return sorted(
            {"__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__",
             "__members__", "__module__", "__name__", "__qualname__"} | set(cls._member_names_)
        )  # fmt: skip

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if Flag is not None and issubclass(cls, Flag) else "enum"
        return f"<{kind} {cls.__name__!r}>"


EnumMeta = EnumType


def _is_bare(cls):
    return not cls._member_map_


def _data_type(class_name, bases):
    """The type of the members besides Enum: int, str..., or object."""
    found = []
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if base._member_type_ is not object:
                    if base._member_type_ not in found:
                        found.append(base._member_type_)
                    break
            elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                kind = candidate or base
                if kind not in found:
                    found.append(kind)
                break
            else:
                candidate = candidate or base
    if len(found) > 1:
        raise TypeError(f"too many data types for {class_name!r}: {set(found)!r}")
    return found[0] if found else object


def _value_of(self):
    return self._value_


class Enum(metaclass=EnumType):
    _member_names_ = []
    _member_map_ = {}
    _value2member_map_ = {}
    _unhashable_values_ = []
    _member_type_ = object

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for m in cls._member_map_.values():
                if m._value_ == value:
                    return m
        if not cls._member_map_:
            raise TypeError(f"{cls!r} has no members defined")
        error = None
        try:
            result = cls._missing_(value)
        except Exception as e:
            error = e
            result = None
        if isinstance(result, cls):
            return result
        if Flag is not None and issubclass(cls, Flag) and isinstance(result, int) and cls._boundary_ is EJECT:
            return result
        invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if error is None and result is None:
            raise invalid
        if error is None:
            error = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")
        if not isinstance(error, ValueError):
            error.__context__ = invalid
        raise error

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self._member_type_.__repr__ if self._member_type_ is not object else repr
        return f"<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        own = {"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"}
        return sorted(own | {n for c in self.__class__.__mro__ for n in c.__dict__ if n[0] != "_" and n not in self._member_map_})

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self


class ReprEnum(Enum):
    """Only __repr__ is the enum's; str() and format() are the data type's."""


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if values and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        member = str.__new__(cls, str(*values))
        member._value_ = str(*values)
        return member

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum):
    _numeric_repr_ = repr
    _boundary_ = STRICT
    _flag_mask_ = _singles_mask_ = _all_bits_ = 0

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        return 2 ** last.bit_length()

    @classmethod
    def _iter_member_by_value_(cls, value):
        value &= cls._flag_mask_
        while value:
            bit = value & -value
            if bit in cls._value2member_map_:
                yield cls._value2member_map_[bit]
            value ^= bit

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, singles, all_bits = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        neg = None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n    given {_bits(value, bits)}\n  allowed {_bits(mask, bits)}"
                )
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(all_bits + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value = all_bits + 1 + value
        unknown = value & ~mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError(f"{cls.__name__}({value!r}) --> unknown values {unknown!r} [{bin(unknown)}]")
        if value in cls._value2member_map_:
            return cls._value2member_map_[value]
        if cls._member_type_ is object:
            pseudo = object.__new__(cls)
        else:
            pseudo = cls._member_type_.__new__(cls, value)
        pseudo._value_ = value
        pseudo.__objclass__ = cls
        parts = [m._name_ for m in cls._iter_member_(value)]
        pseudo._name_ = "|".join(parts) if parts else None
        if parts and unknown:
            pseudo._name_ += f"|{cls._numeric_repr_(unknown)}"
        cls._value2member_map_[value] = pseudo
        return pseudo

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}"
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        show = repr if self._member_type_ is object else self._member_type_.__repr__
        if self._name_ is None:
            return f"<{self.__class__.__name__}: {show(self._value_)}>"
        return f"<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__


def _bits(value, width):
    digits = bin(value if value >= 0 else value + 2**width)[2:].rjust(width, "0")
    return ("0b1 " if value < 0 else "0b0 ") + digits


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    pass


def unique(enumeration):
    duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if duplicates:
        shown = ", ".join(f"{alias} -> {name}" for alias, name in duplicates)
        raise ValueError(f"duplicate values found in {enumeration!r}: {shown}")
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                aliases = [(n, m.name) for n, m in enumeration.__members__.items() if n != m.name]
                if aliases:
                    shown = ", ".join(f"{alias} -> {name}" for alias, name in aliases)
                    raise ValueError(f"aliases found in {enumeration!r}: {shown}")
            elif check is CONTINUOUS:
                values = {m.value for m in enumeration}
                if len(values) > 1:
                    low, high = min(values), max(values)
                    wanted = (
                        {1 << i for i in range(low.bit_length() - 1, high.bit_length())}
                        if issubclass(enumeration, Flag)
                        else set(range(low, high + 1))
                    )
                    missing = sorted(wanted - values)
                    if missing:
                        shown = ", ".join(map(str, missing))
                        raise ValueError(f"invalid {'Flag' if issubclass(enumeration, Flag) else 'enum'} {enumeration.__name__!r}: missing values {shown}")
        return enumeration


def show_flag_values(value):
    value = int(value)
    return [1 << i for i in range(value.bit_length()) if value >> i & 1]


def _in_module(self, name):
    return f"{type(self).__module__.rpartition('.')[2]}.{name}"


def global_enum_repr(self):
    return _in_module(self, self._name_)


def global_flag_repr(self):
    if self._name_ is None:
        return _in_module(self, f"{type(self).__name__}({self._value_!r})")
    return "|".join(part if part[0].isdigit() else _in_module(self, part) for part in self._name_.split("|"))


def global_str(self):
    return f"{type(self).__name__}({self._value_!r})" if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    """Decorator: the members become names of the module, and show themselves so."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    vars(sys.modules[cls.__module__]).update(cls.__members__)
    return cls


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """Decorator: makes an enumeration of a plain class, as the standard library writes some of its own."""

    def convert(cls):
        namespace = type(etype).__prepare__(cls.__name__, (etype,))
        for name, value in vars(cls).items():
            if name not in ("__dict__", "__weakref__"):
                namespace[name] = value
        return type(etype)(cls.__name__, (etype,), namespace, boundary=boundary)

    return convert
