// SPDX-License-Identifier: MIT
#include "python/vm/dict.h"
#include "python/vm/gc.h"
#include "python/vm/generic_alias.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"

/// dict: slots and methods. Views and iterators are in dict_views.cpp.
namespace loopscope::python {

namespace {

Dict* self_of(Value v) { return v.as<Dict>(); }

Ref repr_dict(Value self) {
  Dict* d = self_of(self);
  if (!d->used) return make_str("{}");
  ReprGuard guard(self);
  if (guard.nested()) return make_str("{...}");
  StrBuilder text;
  text.add(U'{');
  uint32_t position = 0;
  bool first = true;
  Value key, value;
  while (dict_next(d, &position, &key, &value)) {
    Ref k = Ref::share(key), v = Ref::share(value);
    if (!first) text.add(", ");
    first = false;
    Ref key_text = repr(k);
    if (!key_text) return {};
    text.add(key_text.as<Str>());
    text.add(": ");
    Ref value_text = repr(v);
    if (!value_text) return {};
    text.add(value_text.as<Str>());
  }
  text.add(U'}');
  return text.finish();
}

Ref compare_dict(Value a, Value b, CompareOp op) {
  if (!is_dict(a) || !is_dict(b) || (op != CompareOp::eq && op != CompareOp::ne)) return not_implemented();
  Dict *x = self_of(a), *y = self_of(b);
  int same = x->used == y->used;
  for (uint32_t i = 0; same == 1 && i < x->count; i++) {
    if (!x->entries[i].key) continue;
    Ref k = Ref::share(x->entries[i].key), v = Ref::share(x->entries[i].value);
    Ref other = Ref::share(dict_get_hashed(y, k.get(), x->entries[i].hash));
    if (!other) {
      if (failed()) return {};
      same = 0;
    } else {
      same = equal(v, other);
    }
  }
  if (same < 0) return {};
  return boolean(same == (op == CompareOp::eq));
}

ptrdiff_t length_dict(Value self) { return self_of(self)->used; }
int contains_slot(Value self, Value key) { return dict_contains(self_of(self), key); }

Ref getitem(Value self, Value key) {
  Value v = dict_get(self_of(self), key);
  if (v) return Ref::share(v);
  if (failed()) return {};
  if (type_of(self) != &dict_type) {
    Ref missing = lookup_special(self, names::__missing__);
    if (missing) return call(missing, key);
    if (failed()) return {};
  }
  return raise_with(exc::KeyError, key);
}

bool setitem(Value self, Value key, Value v) {
  if (v) return dict_set(self_of(self), key, v);
  int gone = dict_delete(self_of(self), key);
  if (gone == 0) raise_with(exc::KeyError, key);
  return gone == 1;
}

Ref merge(Value a, Value b) {
  if (!is_dict(a) || !is_dict(b)) return not_implemented();
  Own<Dict> result = dict_copy(self_of(a));
  return result && dict_update(result.get(), b) ? Ref(result) : Ref();
}
Ref inplace_merge(Value a, Value b) { return dict_update(self_of(a), b) ? Ref::share(a) : Ref(); }

Ref new_dict(Type* type, const Args&) { return make_dict_of(type); }

bool update_from_args(Value self, const Args& args, const char* name) {
  if (args.positional > 1) {
    raise(exc::TypeError, "%s expected at most 1 argument, got %zd", name, static_cast<ptrdiff_t>(args.positional));
    return false;
  }
  if (args.positional && !dict_update(self_of(self), args[0])) return false;
  for (uint32_t i = 0; i < args.keyword_count(); i++)
    if (!dict_set(self_of(self), args.names->items[i], args.data[args.positional + i])) return false;
  return true;
}
bool init_dict(Value self, const Args& args) { return update_from_args(self, args, "dict"); }
Ref update(Value self, const Args& args) { return update_from_args(self, args, "update") ? none() : Ref(); }

Ref get(Value self, const Value* args) {
  Value v = dict_get(self_of(self), args[0]);
  if (v) return Ref::share(v);
  if (failed()) return {};
  return args[1] ? Ref::share(args[1]) : none();
}

Ref setdefault(Value self, const Value* args) {
  return Ref::share(dict_set_default(self_of(self), args[0], args[1] ? args[1] : kNone));
}

Ref pop(Value self, const Value* args) {
  Ref v = dict_pop(self_of(self), args[0]);
  if (v || failed()) return v;
  if (args[1]) return Ref::share(args[1]);
  return raise_with(exc::KeyError, args[0]);
}

Ref popitem(Value self, const Value*) {
  Dict* d = self_of(self);
  for (uint32_t i = d->count; i-- > 0;) {
    if (!d->entries[i].key) continue;
    Own<Tuple> pair = tuple_of(d->entries[i].key, d->entries[i].value);
    dict_delete_entry(d, static_cast<int32_t>(i));
    dict_trim(d);
    return pair;
  }
  return raise(exc::KeyError, "popitem(): dictionary is empty");
}

Ref clear_method(Value self, const Value*) {
  dict_clear(self_of(self));
  return none();
}
Ref copy(Value self, const Value*) { return dict_copy(self_of(self)); }

Ref fromkeys(Value cls, const Value* args) {
  Ref result = call(cls);
  if (!result) return {};
  Value v = args[1] ? args[1] : kNone;
  bool exact = is_exact(result, dict_type);
  bool ok = for_each(args[0], [&](Value key) {
    return exact ? dict_set(result.as<Dict>(), key, v) : set_item(result, key, v);
  });
  return ok ? result : Ref();
}

Ref keys(Value self, const Value*) { return dict_view(self, DictPart::keys); }
Ref values(Value self, const Value*) { return dict_view(self, DictPart::values); }
Ref items(Value self, const Value*) { return dict_view(self, DictPart::items); }
Ref reversed_method(Value self, const Value*) { return dict_iterate(self, DictPart::keys, true); }
Ref iterate_dict(Value self) { return dict_iterate(self, DictPart::keys, false); }
Ref getitem_method(Value self, const Value* args) { return getitem(self, args[0]); }

constexpr NativeDef kMethods[] = {
    {"get", get, "key, default=None, /"},
    {"setdefault", setdefault, "key, default=None, /"},
    {"pop", pop, "key, default=<unrepresentable>, /"},
    {"popitem", popitem, ""},
    {"keys", keys, ""},
    {"values", values, ""},
    {"items", items, ""},
    raw_native("update", update),
    {"clear", clear_method, ""},
    {"copy", copy, ""},
    {"fromkeys", fromkeys, "iterable, value=None, /", kNativeClass},
    {"__reversed__", reversed_method, ""},
    {"__getitem__", getitem_method, "key, /"},
    {"__class_getitem__", class_getitem, "item, /", kNativeClass},
    {nullptr, nullptr, nullptr},
};

constexpr Type definition() {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = "dict";
  t.basic_size = sizeof(Dict);
  t.flags = kTypeBase | kTypeGc | kTypeDictSubclass | kTypeMappingPattern;
  t.dealloc = dict_dealloc;
  t.traverse = dict_traverse;
  t.clear = [](Object* o) { dict_clear(static_cast<Dict*>(o)); };
  t.repr = repr_dict;
  t.compare = compare_dict;
  t.iter = iterate_dict;
  t.length = length_dict;
  t.contains = contains_slot;
  t.getitem = getitem;
  t.setitem = setitem;
  t.binary[static_cast<int>(BinaryOp::or_)] = merge;
  t.inplace[static_cast<int>(BinaryOp::or_)] = inplace_merge;
  t.new_ = new_dict;
  t.init = init_dict;
  t.methods = kMethods;
  return t;
}

}  // namespace

constinit Type dict_type = definition();

}  // namespace loopscope::python
