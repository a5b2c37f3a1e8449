// SPDX-License-Identifier: MIT
#include "python/vm/object_methods.h"

#include <string>

#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/type_attributes.h"
#include "python/vm/type_internal.h"
#include "python/vm/vm.h"

namespace loopscope::python {
namespace {

Ref object_format(Value self, const Value* args) {
  if (!is_str(args[0])) return raise(exc::TypeError, "__format__() argument must be str, not %T", args[0]);
  if (args[0].as<Str>()->length > 0)
    return raise(exc::TypeError, "unsupported format string passed to %T.__format__", self);
  return str(self);
}

Ref object_dir(Value self, const Value*) {
  Own<Dict> all = make_dict();
  auto merge = [&](Value mapping) {
    uint32_t position = 0;
    Value key, value;
    if (!mapping || !is_dict(mapping)) return;
    while (dict_next(mapping.as<Dict>(), &position, &key, &value)) dict_set(all.get(), key, kNone);
  };
  Ref own = get_attr_or_null(self, names::__dict__);
  merge(own);
  Ref cls = get_attr_or_null(self, names::__class__);
  if (cls && has_type(cls, &type_type)) {
    Tuple* mro = cls.as<Type>()->mro;
    for (uint32_t i = 0; i < mro->size; i++) merge(Value(mro->items[i].as<Type>()->dict));
  }
  return to_list(all);
}

Ref object_sizeof(Value self, const Value*) { return make_int(type_of(self)->basic_size); }
Ref object_init_subclass(Value self, const Args& args) {
  if (args.keyword_count())
    return raise(exc::TypeError, "%U.__init_subclass__() takes no keyword arguments", self.as<Type>()->qualname);
  if (args.positional)
    return raise(exc::TypeError, "object.__init_subclass__() takes no arguments (%d given)",
                 static_cast<int>(args.positional));
  return none();
}
Ref object_subclasshook(Value, const Args&) { return not_implemented(); }

// ---- copying and pickling ----------------------------------------------------------------------------------------

/// (__dict__ or None), or (that, {slot: value}) when there are __slots__ with values.
Ref object_getstate(Value self, const Value*) {
  Dict** dict = instance_dict_slot(self);
  Ref state = dict && *dict ? Ref::share(*dict) : none();
  if (dict && !*dict) state = make_dict();
  Own<Dict> slots = make_dict();
  Tuple* mro = type_of(self)->mro;
  for (uint32_t i = 0; i < mro->size; i++) {
    Dict* names = mro->items[i].as<Type>()->dict;
    uint32_t position = 0;
    Value key, value;
    while (dict_next(names, &position, &key, &value)) {
      if (!is_exact(value, member_descriptor_type)) continue;
      Ref member = get_attr_or_null(self, key.as<Str>());
      if (member) dict_set(slots.get(), key, member);
    }
  }
  if (state.get() != kNone && dict && (*dict == nullptr || (*dict)->used == 0) && slots->used == 0) return none();
  if (slots->used == 0) return state;
  return tuple_of(state.get(), Value(slots));
}

Ref call_in_copyreg(std::string_view function) {
  Ref module = import_module("copyreg");
  return module ? get_attr(module, intern(function)) : Ref();
}

Ref reduce_new(Value self) {
  Type* type = type_of(self);
  Ref arguments, keywords;
  if (Ref get = lookup_special(self, intern("__getnewargs_ex__"))) {
    Ref both = call(get);
    if (!both) return {};
    if (!is_tuple(both) || both.as<Tuple>()->size != 2)
      return raise(exc::TypeError, "__getnewargs_ex__ should return a tuple, not '%T'", both.get());
    arguments = Ref::share(both.as<Tuple>()->items[0]);
    keywords = Ref::share(both.as<Tuple>()->items[1]);
  } else if (failed()) {
    return {};
  } else if (Ref plain = lookup_special(self, intern("__getnewargs__"))) {
    arguments = call(plain);
    if (!arguments) return {};
    if (!is_tuple(arguments))
      return raise(exc::TypeError, "__getnewargs__ should return a tuple, not '%T'", arguments.get());
  }
  if (!arguments && (!type->new_ || (!(type->flags & kTypeHeap) && !is_list(self) && !is_dict(self) &&
                                     type->new_ != object_new && !is_exception(self))))
    return raise(exc::TypeError, "cannot pickle '%N' object", type);
  Ref state = call_method(self, intern("__getstate__"));
  if (!state) return {};
  bool with_keywords = keywords && is_dict(keywords) && keywords.as<Dict>()->used > 0;
  Ref make = call_in_copyreg(with_keywords ? "__newobj_ex__" : "__newobj__");
  if (!make) return {};
  Own<Tuple> parameters;
  if (with_keywords) {
    parameters = tuple_of(Value(type), arguments.get(), keywords.get());
  } else {
    uint32_t count = arguments ? arguments.as<Tuple>()->size : 0;
    parameters = make_tuple(count + 1);
    parameters->items[0] = Ref::share(type).release();
    for (uint32_t i = 0; i < count; i++)
      parameters->items[i + 1] = Ref::share(arguments.as<Tuple>()->items[i]).release();
  }
  Ref list_items = none(), dict_items = none();
  if (is_list(self)) list_items = iterate(self);
  if (is_dict(self)) {
    Ref items = call_method(self, names::items);
    dict_items = items ? iterate(items) : Ref();
  }
  if (!list_items || !dict_items) return {};
  return tuple_of(make.get(), Value(parameters), state.get(), list_items.get(), dict_items.get());
}

Ref reduce_with(Value self, intptr_t protocol) {
  if (protocol >= 2) return reduce_new(self);
  Ref function = call_in_copyreg("_reduce_ex");
  return function ? call(function, self, Value::small(protocol)) : Ref();
}

Ref object_reduce(Value self, const Value*) { return reduce_with(self, 0); }

Ref object_reduce_ex(Value self, const Value* args) {
  ptrdiff_t protocol;
  if (!to_ssize(args[0], &protocol)) return {};
  Value reduce = lookup_in_type(type_of(self), names::__reduce__);
  if (reduce && reduce != dict_get(object_type.dict, names::__reduce__)) return call_method(self, names::__reduce__);
  return reduce_with(self, protocol);
}

// ---- __class__ --------------------------------------------------------------------------------------------------------

Ref get_class(Value self) { return Ref::share(type_of(self)); }

bool set_class(Value self, Value value) {
  if (!value) {
    raise(exc::TypeError, "can't delete __class__ attribute");
    return false;
  }
  if (!has_type(value, &type_type)) {
    raise(exc::TypeError, "__class__ must be set to a class, not '%T' object", value);
    return false;
  }
  Type *to = value.as<Type>(), *from = type_of(self);
  bool modules = is_subtype(to, &module_type) && is_subtype(from, &module_type);
  if (!modules && !((to->flags & kTypeHeap) && (from->flags & kTypeHeap))) {
    raise(exc::TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses");
    return false;
  }
  if (!same_type_layout(from, to, "__class__")) return false;
  if (to->flags & kTypeHeap) incref(value);
  self.object()->type = to;
  if (from->flags & kTypeHeap) decref(static_cast<Object*>(from));
  return true;
}

}  // namespace

const NativeDef kObjectMethods[] = {
    {"__format__", object_format, "format_spec, /"},
    {"__dir__", object_dir, ""},
    {"__sizeof__", object_sizeof, ""},
    {"__reduce__", object_reduce, ""},
    {"__reduce_ex__", object_reduce_ex, "protocol, /"},
    {"__getstate__", object_getstate, ""},
    raw_native("__subclasshook__", object_subclasshook, kNativeClass),
    raw_native("__init_subclass__", object_init_subclass, kNativeClass),
    {nullptr, nullptr, nullptr},
};

const GetSetDef kObjectGetSet[] = {
    {"__class__", get_class, set_class},
    {nullptr, nullptr},
};

}  // namespace loopscope::python
