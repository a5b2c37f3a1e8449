// SPDX-License-Identifier: MIT
#include "python/library/deque.h"
#include "python/library/standard_modules.h"
#include "python/library/struct_sequence.h"
#include "python/vm/dict.h"
#include "python/vm/generic_alias.h"
#include "python/vm/library_file.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"

/// `collections`: defaultdict, OrderedDict and what Counter and namedtuple need from C++. The classes written in Python
/// (modules/_namedtuple.py, _counter.py, _user_collections.py) are loaded when asked for.
namespace loopscope::python {

namespace {

// ---- defaultdict ------------------------------------------------------------------------------------------------------

struct DefaultDict : Dict {
  Value factory;  // null: None
};
extern Type defaultdict_type, ordered_dict_type;
DefaultDict* default_of(Value v) { return v.as<DefaultDict>(); }
Ref factory_of(Value v) { return default_of(v)->factory ? Ref::share(default_of(v)->factory) : none(); }

void default_dealloc(Object* o) {
  clear(static_cast<DefaultDict*>(o)->factory);
  dict_dealloc(o);
}
void default_traverse(Object* o, Visitor& visit) {
  visit(static_cast<DefaultDict*>(o)->factory);
  dict_traverse(o, visit);
}
bool default_init(Value self, const Args& args) {
  Value factory = args.positional ? args[0] : kNone;
  if (factory != kNone && !is_callable(factory)) return raise(exc::TypeError, "first argument must be callable or None"), false;
  Args rest = args;
  if (rest.positional) {
    rest.data++;
    rest.positional--;
  }
  assign(default_of(self)->factory, factory == kNone ? Value() : factory);
  return dict_type.init(self, rest);
}
Ref default_missing(Value self, const Value* args) {
  Ref factory = Ref::share(default_of(self)->factory);
  if (!factory) return raise_with(exc::KeyError, args[0]);
  Ref value = call(factory);
  return value && set_item(self, args[0], value) ? value : Ref();
}
Ref default_getitem(Value self, Value key) {
  if (!is_exact(self, defaultdict_type)) return dict_type.getitem(self, key);
  Value found = dict_get(self.as<Dict>(), key);
  if (found) return Ref::share(found);
  return failed() ? Ref() : default_missing(self, &key);
}
Ref default_repr(Value self) {
  Ref contents = dict_type.repr(self);
  if (!contents) return {};
  ReprGuard guard(self);
  StrBuilder out;
  out.add(type_of(self)->name_object);
  out.add("(");
  if (guard.nested()) {
    out.add("...");
  } else {
    Ref factory = repr(factory_of(self));
    if (!factory) return {};
    out.add(factory.as<Str>());
  }
  out.add(", ");
  out.add(contents.as<Str>());
  out.add(")");
  return out.finish();
}
Ref default_copy(Value self, const Value*) { return call(Value(type_of(self)), factory_of(self), self); }
Ref default_reduce(Value self, const Value*) {
  Ref items = call_method(self, names::items);
  Ref it = items ? iterate(items) : Ref();
  Own<Tuple> args = default_of(self)->factory ? tuple_of(default_of(self)->factory) : make_tuple(0);
  return it ? Ref(tuple_of(Value(type_of(self)), Value(args), kNone, kNone, it.get())) : Ref();
}
Ref default_or(Value a, Value b) {
  if (!is_dict(a) || !is_dict(b)) return not_implemented();
  Value own = has_type(a, &defaultdict_type) ? a : b;
  Ref result = call(Value(type_of(own)), factory_of(own), a);
  return result && dict_update(result.as<Dict>(), b) ? result : Ref();
}
bool set_factory(Value self, Value v) {
  assign(default_of(self)->factory, v == kNone ? Value() : v);
  return true;
}
const NativeDef kDefaultMethods[] = {
    {"__missing__", default_missing, "key, /"},
    {"copy", default_copy, ""},
    {"__copy__", default_copy, ""},
    {"__reduce__", default_reduce, ""},
    {"__class_getitem__", class_getitem, "item, /", kNativeClass},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kDefaultGetSet[] = {{"default_factory", factory_of, set_factory}, {nullptr, nullptr}};
Type make_default_type() {
  Type t;
  t.name = "collections.defaultdict";
  t.flags = kTypeGc | kTypeBase;
  t.base = &dict_type;
  t.basic_size = sizeof(DefaultDict);
  t.dealloc = default_dealloc;
  t.traverse = default_traverse;
  t.clear = [](Object* o) {
    clear(static_cast<DefaultDict*>(o)->factory);
    dict_clear(static_cast<Dict*>(o));
  };
  t.init = default_init;
  t.repr = default_repr;
  t.getitem = default_getitem;
  t.binary[static_cast<int>(BinaryOp::or_)] = default_or;
  t.methods = kDefaultMethods;
  t.getset = kDefaultGetSet;
  return t;
}
Type defaultdict_type = make_default_type();

// ---- OrderedDict ------------------------------------------------------------------------------------------------------

Ref ordered_repr(Value self) {
  ReprGuard guard(self);
  if (guard.nested()) return make_str("...");
  StrBuilder out;
  out.add(type_of(self)->name_object);
  out.add("(");
  if (self.as<Dict>()->used) {
    Own<Dict> plain = dict_copy(self.as<Dict>());
    Ref contents = plain ? repr(plain) : Ref();
    if (!contents) return {};
    out.add(contents.as<Str>());
  }
  out.add(")");
  return out.finish();
}
bool ordered_init(Value self, const Args& args) {
  if (args.positional > 1)
    return raise(exc::TypeError, "expected at most 1 arguments, got %d", static_cast<int>(args.positional)), false;
  if (type_of(self)->setitem == dict_type.setitem) return dict_type.init(self, args);
  // A subclass with a __setitem__ of its own sees every item.
  Own<Dict> given = make_dict();
  if (!given || !dict_type.init(given, args)) return false;
  uint32_t at = 0;
  Value key, value;
  while (dict_next(given.get(), &at, &key, &value))
    if (!set_item(self, key, value)) return false;
  return true;
}
/// Python's dict_next position is one past the entry that it gave.
Ref ordered_popitem(Value self, const Value* args) {
  Dict* d = self.as<Dict>();
  int last = args[0] ? truth(args[0]) : 1;
  if (last < 0) return {};
  if (!d->used) return raise_with(exc::KeyError, make_str("dictionary is empty").operator Value());
  int32_t i = last ? static_cast<int32_t>(d->count) - 1 : 0;
  while (!d->entries[i].key) i += last ? -1 : 1;
  Own<Tuple> pair = tuple_of(d->entries[i].key, d->entries[i].value);
  if (pair) dict_delete_entry(d, i);
  return pair;
}
Ref move_to_end(Value self, const Value* args) {
  Dict* d = self.as<Dict>();
  int last = args[1] ? truth(args[1]) : 1;
  if (last < 0) return {};
  Ref value = Ref::share(dict_get(d, args[0]));
  if (!value) return failed() ? Ref() : Ref(raise_with(exc::KeyError, args[0]));
  if (last) return dict_delete(d, args[0]) > 0 && dict_set(d, args[0], value) ? none() : Ref();
  Own<Dict> others = dict_copy(d);
  if (!others || dict_delete(others.get(), args[0]) < 0) return {};
  dict_clear(d);
  return dict_set(d, args[0], value) && dict_update(d, others) ? none() : Ref();
}
Ref ordered_compare(Value a, Value b, CompareOp op) {
  if (!has_type(b, &ordered_dict_type) || !has_type(a, &ordered_dict_type)) return dict_type.compare(a, b, op);
  Ref same = dict_type.compare(a, b, op);
  if (!same || same.get() == kNotImplemented || same.get() != boolean(op == CompareOp::eq)) return same;
  Own<List> p = to_list(a), q = to_list(b);
  return p && q ? compare(p, q, op) : Ref();
}
Ref ordered_copy(Value self, const Value*) { return call(Value(type_of(self)), self); }
Ref ordered_or(Value a, Value b) {
  if (!is_dict(a) || !is_dict(b)) return not_implemented();
  Value own = has_type(a, &ordered_dict_type) ? a : b;
  Ref result = call(Value(type_of(own)), a);
  return result && dict_update(result.as<Dict>(), b) ? result : Ref();
}
Ref ordered_reduce(Value self, const Value*) {
  Ref items = call_method(self, names::items);
  Ref it = items ? iterate(items) : Ref();
  return it ? Ref(tuple_of(Value(type_of(self)), Value(make_tuple(0)), kNone, kNone, it.get())) : Ref();
}
const NativeDef kOrderedMethods[] = {
    {"popitem", ordered_popitem, "last=True"},
    {"move_to_end", move_to_end, "key, last=True"},
    {"copy", ordered_copy, ""},
    {"__copy__", ordered_copy, ""},
    {"__reduce__", ordered_reduce, ""},
    {nullptr, nullptr, nullptr},
};
Type make_ordered_type() {
  Type t;
  t.name = "collections.OrderedDict";
  t.flags = kTypeGc | kTypeBase;
  t.base = &dict_type;
  t.repr = ordered_repr;
  t.init = ordered_init;
  t.compare = ordered_compare;
  t.hash = dict_type.hash;
  t.binary[static_cast<int>(BinaryOp::or_)] = ordered_or;
  t.methods = kOrderedMethods;
  return t;
}
Type ordered_dict_type = make_ordered_type();

// ---- for namedtuple and Counter ---------------------------------------------------------------------------------------

/// The descriptor of one field.
struct TupleGetter : Object {
  Value doc;
  uint32_t index;
};
extern Type getter_type;
Ref getter_new(Type* type, const Args& args) {
  int64_t index = 0;
  if (args.positional != 2 || !int_fits(args[0], &index)) return raise(exc::TypeError, "_tuplegetter expected 2 arguments");
  auto* g = allocate_as<TupleGetter>(type);
  if (!g) return {};
  g->index = static_cast<uint32_t>(index);
  assign(g->doc, args[1]);
  return Ref::steal(g);
}
Ref getter_get(Value self, Value instance, Type*) {
  if (!instance || instance == kNone) return Ref::share(self);
  uint32_t i = self.as<TupleGetter>()->index;
  if (!is_tuple(instance))
    return raise(exc::TypeError, "descriptor for index '%d' for tuple subclasses doesn't apply to '%T' object", static_cast<int>(i), instance);
  if (i >= instance.as<Tuple>()->size) return raise(exc::IndexError, "tuple index out of range");
  return Ref::share(instance.as<Tuple>()->items[i]);
}
bool getter_set(Value, Value, Value v) {
  raise(exc::AttributeError, v ? "can't set attribute" : "can't delete attribute");
  return false;
}
Ref getter_repr(Value self) {
  auto* g = self.as<TupleGetter>();
  Ref doc = repr(g->doc);
  return doc ? make_str("_tuplegetter(" + std::to_string(g->index) + ", " + to_utf8(doc.as<Str>()) + ")") : Ref();
}
Ref getter_reduce(Value self, const Value*) {
  auto* g = self.as<TupleGetter>();
  return tuple_of(Value(type_of(self)), Value(tuple_of(make_int(g->index).get(), g->doc)));
}
const NativeDef kGetterMethods[] = {{"__reduce__", getter_reduce, ""}, {nullptr, nullptr, nullptr}};
const GetSetDef kGetterGetSet[] = {
    {"__doc__", [](Value v) { return Ref::share(v.as<TupleGetter>()->doc); },
     [](Value v, Value doc) {
       assign(v.as<TupleGetter>()->doc, doc ? doc : kNone);
       return true;
     }},
    {nullptr, nullptr}};
Type make_getter_type() {
  Type t;
  t.name = "collections._tuplegetter";
  t.basic_size = sizeof(TupleGetter);
  t.dealloc = [](Object* o) {
    clear(static_cast<TupleGetter*>(o)->doc);
    free_object(o);
  };
  t.new_ = getter_new;
  t.repr = getter_repr;
  t.methods = kGetterMethods;
  t.get = getter_get;
  t.set = getter_set;
  t.getset = kGetterGetSet;
  return t;
}
Type getter_type = make_getter_type();

/// Counts the items of an iterable into a mapping.
Ref count_elements(Value, const Value* args) {
  Value mapping = args[0];
  bool plain = is_dict(mapping) && type_of(mapping)->setitem == dict_type.setitem;
  Ref it = iterate(args[1]);
  if (!it) return {};
  while (Ref item = next(it)) {
    if (plain) {
      Value old = dict_get(mapping.as<Dict>(), item.get());
      if (!old && failed()) return {};
      Ref n = old ? binary_op(BinaryOp::add, old, Value::small(1)) : Ref::small(1);
      if (!n || !dict_set(mapping.as<Dict>(), item.get(), n)) return {};
    } else {
      Ref old = call_method(mapping, names::get, item, Value::small(0));
      Ref n = old ? binary_op(BinaryOp::add, old, Value::small(1)) : Ref();
      if (!n || !set_item(mapping, item, n)) return {};
    }
  }
  return failed() ? Ref() : none();
}

const NativeDef kFunctions[] = {{"_count_elements", count_elements, "mapping, iterable, /"}, {nullptr, nullptr, nullptr}};

bool initialize(Module* m) {
  ready_deque_types();
  Own<List> all = make_list();
  for (const char* name : {"ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"})
    list_append(all.get(), Value(intern(name)));
  Own<List> path = make_list();
  list_append(path.get(), make_str(std::string(kLibraryFolder) + "collections"));
  return module_add(m, kFunctions) && module_add_type(m, &deque_type) && module_add_type(m, &defaultdict_type) &&
         module_add_type(m, &ordered_dict_type) && module_add_type(m, &getter_type) && module_add(m, "__all__", all) &&
         module_add(m, "__path__", path) && module_add_lazy(m, "_namedtuple", "namedtuple") && module_add_lazy(m, "_counter", "Counter") &&
         module_add_lazy(m, "_user_collections", "ChainMap UserDict UserList UserString") && module_add_lazy(m, "collections.abc", "abc");
}

}  // namespace

void register_collections_module() { register_native_module("collections", initialize); }

}  // namespace loopscope::python
