# SPDX-License-Identifier: MIT
"""A finished model class to the functions that validate into it and serialise it."""

from collections.abc import Mapping

from ._compile import compile_field
from ._core import LAX, MISSING, Invalid, Line, Plan, invalid, under
from ._dump import narrowed
from ._functions import with_function
from ._structures import _WITHOUT_FIELDS

_set = object.__setattr__


class Step:
    """One field on the way in: where its value is found, how it is validated, what stands in for it."""

    __slots__ = ("name", "key", "find", "plan", "field", "validate", "takes_data")

    def __init__(self, name, field, plan, populate_by_name):
        self.name = name
        self.field = field
        self.plan = plan
        alias = field.validation_alias
        self.key = alias if isinstance(alias, str) else name
        self.find = None
        if alias is not None and (populate_by_name or not isinstance(alias, str)):
            self.find, self.key = _finder(name, alias, populate_by_name)
        self.validate = plan.validate
        self.takes_data = field.default_factory is not None and field.takes_data()

    def default(self, values, run):
        field = self.field
        value = field.get_default(call_default_factory=True, validated_data=values) if self.takes_data else field.get_default(call_default_factory=True)
        return self.validate(value, run) if field.validate_default else value


def _finder(name, alias, populate_by_name):
    """How a field with several names is found in the data; and the name that errors give it."""
    paths = [[alias]] if isinstance(alias, str) else alias.convert_to_aliases()
    if paths and not isinstance(paths[0], list):
        paths = [paths]
    if populate_by_name:
        paths = [*paths, [name]]

    def find(data):
        for path in paths:
            value = data
            for step in path:
                if isinstance(step, int) and isinstance(value, (list, tuple)) and -len(value) <= step < len(value):
                    value = value[step]
                elif value is data or isinstance(value, dict):
                    value = value.get(step, MISSING)
                else:
                    value = MISSING
                if value is MISSING:
                    break
            if value is not MISSING:
                return value
        return MISSING

    return find, paths[0][0]


class _Attributes:
    """An object's attributes, looked up as a dictionary's keys are (from_attributes)."""

    def __init__(self, source):
        self.source = source

    def get(self, name, default=None):
        return getattr(self.source, name, default)

    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())


def finish(cls, scope):
    """Compiles all fields of `cls`; its validate and serialize are whole afterwards."""
    config = cls.model_config
    decorated = cls.__pydantic_decorators__
    fields = cls.__pydantic_fields__
    by_name = bool(config.get("populate_by_name"))
    steps = []
    for name, field in fields.items():
        plan = compile_field(field, scope, name)
        for each in decorated:
            if each.kind == "field" and (name in each.fields or "*" in each.fields):
                plan = with_function(plan, each.mode, each.function.__get__(None, cls), name, config)
                if each.options.get("always"):
                    field.validate_default = True
        if config.get("validate_default") and field.validate_default is None:
            field.validate_default = True
        steps.append(Step(name, field, plan, by_name))
    cls.__pydantic_steps__ = steps
    read_fields = _fields_reader(cls, steps, config)
    cls.__pydantic_read_fields__ = staticmethod(read_fields)
    validate = _instance_maker(cls, read_fields, config)
    plan = Plan(validate, cls.__name__, cls)
    for each in decorated:
        if each.kind == "model":
            function = each.function if each.mode == "after" and not isinstance(each.function, classmethod) else each.function.__get__(None, cls)
            if each.mode == "after":
                plan = with_function(plan, "after", function, None, config)
            else:
                plan = with_function(plan, each.mode, function, None, config)
    cls.__pydantic_validate__ = staticmethod(plan.validate)
    cls.__pydantic_serialize__ = staticmethod(_serializer(cls, steps, decorated, scope))


def _fields_reader(cls, steps, config):
    """(data, run, original) -> (values, extra, names that were given); raises Invalid with the lines of all fields."""
    extra_policy = config.get("extra") or "ignore"
    known = {step.key for step in steps}
    for step in steps:
        if step.find is not None:
            known.add(step.name)
            alias = step.field.validation_alias
            if not isinstance(alias, str):
                known.update(path[0] for path in alias.convert_to_aliases() if isinstance(path, list))
    plain = [(step.name, step.key, step.find, step.validate, step) for step in steps]
    extra_value = _extra_validator(cls, extra_policy)

    def read(data, run, original):
        values, given = {}, set()
        lines = None
        outer, run.data = run.data, values
        get = data.get
        for name, key, find, validate, step in plain:
            value = get(key, MISSING) if find is None else find(data)
            if value is MISSING:
                field = step.field
                if field.default is MISSING and field.default_factory is None:
                    lines = lines or []
                    lines.append(Line("missing", original, loc=(key,)))
                    continue
                try:
                    values[name] = step.default(values, run)
                except Invalid as error:
                    lines = (lines or []) + under(error, key)
                continue
            try:
                values[name] = validate(value, run)
                given.add(name)
            except Invalid as error:
                lines = (lines or []) + under(error, key)
        run.data = outer
        extra = None
        if extra_policy != "ignore":
            extra = {}
            for key in data:
                if key not in known:
                    if extra_policy == "forbid":
                        lines = (lines or []) + under(invalid("extra_forbidden", data[key]), key)
                    elif not isinstance(key, str):
                        lines = (lines or []) + under(invalid("invalid_key", key), str(key), "[key]")
                    else:
                        try:
                            extra[key] = extra_value(data[key], run) if extra_value else data[key]
                        except Invalid as error:
                            lines = (lines or []) + under(error, key)
            given.update(extra)
            if extra_policy == "forbid":
                extra = None
        if lines:
            raise Invalid(lines)
        run.fields_set += len(given)
        return values, extra, given

    return read


def _extra_validator(cls, policy):
    hint = cls.__dict__.get("__annotations__", {}).get("__pydantic_extra__") if policy == "allow" else None
    args = getattr(hint, "__args__", ())
    if not args:
        return None
    from ._annotations import scope_of_class
    from ._compile import compile_type

    return compile_type(args[-1], scope_of_class(cls)).validate


def _instance_maker(cls, read_fields, config):
    name = cls.__name__
    from_attributes_default = config.get("from_attributes")
    strict_default = config.get("strict")
    root = cls.__pydantic_root_model__
    post_init = cls.__pydantic_has_post_init__
    private = cls.__private_attributes__
    own_init = cls.__pydantic_custom_init__
    revalidate = config.get("revalidate_instances", "never")

    def validate(value, run):
        instance = run.self_instance
        if instance is None:
            if isinstance(value, cls):
                if not root and (revalidate == "always" or revalidate == "subclass-instances" and type(value) is not cls):
                    value = {**value.__dict__, **(value.__pydantic_extra__ or {})}
                else:
                    run.fields_set += len(value.__pydantic_fields_set__)
                    return value
        else:
            run.self_instance = None
        outer_strict = run.strict
        if strict_default is not None:
            run.strict = strict_default
        try:
            if root:
                values, extra, given = _root_values(cls, value, run)
            else:
                data = value
                if instance is None:
                    run.fit = LAX
                if type(value) is not dict:
                    data = _as_data(value, run, name, from_attributes_default)
                if own_init and instance is None:
                    return cls(**data)
                values, extra, given = read_fields(data, run, value)
        finally:
            run.strict = outer_strict
        if instance is None:
            instance = cls.__new__(cls)
        _set(instance, "__dict__", values)
        _set(instance, "__pydantic_fields_set__", given)
        _set(instance, "__pydantic_extra__", extra)
        if private:
            start_private(instance, private)
        else:
            _set(instance, "__pydantic_private__", None)
        if post_init:
            instance.model_post_init(run.context)
        return instance

    return validate


def start_private(instance, private):
    values = {}
    for name, attribute in private.items():
        value = attribute.get_default()
        if value is not MISSING:
            values[name] = value
    _set(instance, "__pydantic_private__", values)


def _as_data(value, run, name, from_attributes_default):
    from_attributes = run.from_attributes if run.from_attributes is not None else from_attributes_default
    if isinstance(value, Mapping) and not run.strict:
        return value if isinstance(value, dict) else dict(value)
    if not from_attributes:
        raise invalid("model_type", value, class_name=name)
    if isinstance(value, _WITHOUT_FIELDS):
        raise invalid("model_attributes_type", value)
    return _Attributes(value)


def _root_values(cls, value, run):
    step = cls.__pydantic_steps__[0]
    if value is MISSING:
        return {"root": step.default({}, run)}, None, set()
    return {"root": step.validate(value, run)}, None, {"root"}


def _serializer(cls, steps, decorated, scope):
    """(model, dump, include, exclude) -> plain data."""
    own = {}
    model_serializer = None
    for each in decorated:
        if each.kind == "field_serializer":
            for name in each.fields:
                own[name] = each
        elif each.kind == "model_serializer":
            model_serializer = each
    if cls.__pydantic_root_model__:
        plan = steps[0].plan

        def serialize(model, dump, include, exclude):
            return dump.with_plan(plan, model.root, include, exclude)

    else:
        serialize = _fields_serializer(cls, steps, own, scope)
    if model_serializer is not None:
        from ._serializers import with_model_serializer

        serialize = with_model_serializer(serialize, model_serializer)
    plain = serialize

    def checked(model, dump, include=None, exclude=None):
        if not isinstance(model, cls) or dump.as_any and type(model) is not cls:
            return dump.infer(model, dump, include, exclude)
        return plain(model, dump, include, exclude)

    return checked


def _fields_serializer(cls, steps, own, scope):
    rows = []
    for step in steps:
        field = step.field
        if field.exclude:
            continue
        alias = field.serialization_alias or step.name
        if step.name in own or "*" in own:
            from ._serializers import field_serializer_of

            custom = field_serializer_of(own.get(step.name) or own["*"], step.plan, step.name)
            rows.append((step.name, alias, None, custom, field))
        else:
            rows.append((step.name, alias, step.plan.serialize, None, field))
    computed = _computed_rows(cls, own, scope)

    def serialize(model, dump, include, exclude):
        values = model.__dict__
        infer = dump.infer
        result = {}
        if dump.plain and include is None and exclude is None and not dump.as_any:
            for name, alias, function, custom, field in rows:
                if name in values:
                    value = values[name]
                    if custom is not None:
                        result[name] = custom(model, value, dump, None, None)
                    elif value is None or type(value) is str or type(value) is int:
                        result[name] = value if function is None else function(value, dump, None, None)
                    else:
                        result[name] = (function or infer)(value, dump, None, None)
        else:
            _dump_selected(model, rows, dump, include, exclude, result)
        extra = model.__pydantic_extra__
        if extra:
            for name, value in extra.items():
                keep, inner_include, inner_exclude = narrowed(name, include, exclude)
                if keep and not (dump.exclude_none and value is None):
                    result[name] = infer(value, dump, inner_include, inner_exclude)
        if computed and not dump.round_trip:
            for name, alias, plan, custom in computed:
                keep, inner_include, inner_exclude = narrowed(name, include, exclude)
                if keep:
                    value = getattr(model, name)
                    if not (dump.exclude_none and value is None):
                        shown = alias if dump.by_alias and alias else name
                        if custom is not None:
                            result[shown] = custom(model, value, dump, inner_include, inner_exclude)
                        else:
                            result[shown] = dump.with_plan(plan, value, inner_include, inner_exclude)
        return result

    return serialize


def _dump_selected(model, rows, dump, include, exclude, result):
    values, given = model.__dict__, model.__pydantic_fields_set__
    for name, alias, function, custom, field in rows:
        if name not in values or dump.exclude_unset and name not in given:
            continue
        value = values[name]
        if dump.exclude_none and value is None or dump.exclude_defaults and custom is None and _is_default(field, value):
            continue
        keep, inner_include, inner_exclude = narrowed(name, include, exclude)
        if not keep:
            continue
        shown = alias if dump.by_alias else name
        if custom is not None:
            result[shown] = custom(model, value, dump, inner_include, inner_exclude)
        else:
            chosen = function if function is not None and not dump.as_any else dump.infer
            result[shown] = chosen(value, dump, inner_include, inner_exclude)


def _is_default(field, value):
    if field.default_factory is not None:
        return not field.takes_data() and value == field.default_factory()
    return value == field.default


def _computed_rows(cls, own, scope):
    rows = []
    for name, info in cls.__pydantic_computed_fields__.items():
        plan = None
        if info.return_type is not MISSING:
            from ._compile import compile_type

            try:
                plan = compile_type(info.return_type, scope)
            except (NameError, TypeError):
                pass
        custom = None
        if name in own:
            from ._serializers import field_serializer_of

            custom = field_serializer_of(own[name], plan, name)
        rows.append((name, info.alias, plan, custom))
    return rows
