// SPDX-License-Identifier: MIT
#include "python/library/standard_modules.h"
#include "python/library/struct_sequence.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/set.h"
#include "python/vm/type_internal.h"

/// `abc`: ABCMeta, whose classes count missing methods at creation and answer isinstance() by __subclasshook__, the MRO and
/// what was registered.
namespace loopscope::python {

namespace {

extern Type abc_meta_type;

Str* registry_name() {
  static Str* const name = intern("_abc_registry");
  return name;
}

bool is_abstract(Value v, bool* out) {
  Ref flag = get_attr_or_null(v, names::__isabstractmethod__);
  int t = flag ? truth(flag) : failed() ? -1 : 0;
  *out = t == 1;
  return t >= 0;
}

/// Which methods of the class and its bases are still abstract.
bool compute_abstract_methods(Type* type) {
  Own<Set> found = make_set({}, false);
  if (!found) return false;
  uint32_t at = 0;
  Value key, value;
  Own<Dict> own = dict_copy(type->dict);
  while (own && dict_next(own.get(), &at, &key, &value)) {
    bool abstract;
    if (!is_abstract(value, &abstract)) return false;
    if (abstract && !set_add(found.get(), key)) return false;
  }
  for (uint32_t i = 0; i < type->bases->size; i++) {
    Ref inherited = get_attr_or_null(type->bases->items[i], names::__abstractmethods__);
    if (!inherited) {
      if (failed()) return false;
      continue;
    }
    bool ok = for_each(inherited, [&](Value name) {
      if (!is_str(name)) return true;
      Ref v = get_attr_or_null(Value(type), intern(name.as<Str>()));
      bool abstract = false;
      if (!v) return !failed();
      return is_abstract(v, &abstract) && (!abstract || set_add(found.get(), name));
    });
    if (!ok) return false;
  }
  Own<Set> frozen = make_set(found, true);
  return frozen && set_attr(Value(type), names::__abstractmethods__, frozen);
}

Ref meta_new(Type* meta, const Args& args) {
  Ref made = type_type.new_(meta, args);
  if (!made || !has_type(made, &abc_meta_type)) return made;
  Type* type = made.as<Type>();
  if (Value bits = dict_get(type->dict, intern("__abc_tpflags__")); bits && bits.is_small())
    type->flags |= bits.small_value() & 1 << 5 ? kTypeSequencePattern : kTypeMappingPattern;
  return compute_abstract_methods(type) ? made : Ref();
}

int subclass_check(Type* cls, Value subclass) {
  if (!has_type(subclass, &type_type)) return raise(exc::TypeError, "issubclass() arg 1 must be a class"), -1;
  static Str* const hook_name = names::__subclasshook__;
  Ref hook = get_attr(Value(cls), hook_name);
  Ref verdict = hook ? call(hook, subclass) : Ref();
  if (!verdict) return -1;
  if (verdict.get() != kNotImplemented) return truth(verdict);
  if (is_subtype(subclass.as<Type>(), cls)) return 1;
  if (Value registry = dict_get(cls->dict, registry_name())) {
    Own<List> registered = to_list(registry);
    for (uint32_t i = 0; i < registered->size; i++) {
      int t = is_subclass(subclass, registered->items[i]);
      if (t) return t;
    }
  }
  for (uint32_t i = 0; i < cls->subclass_count; i++) {
    Ref derived = Ref::share(cls->subclasses[i]);
    int t = is_subclass(subclass, derived);
    if (t) return t;
  }
  return 0;
}

Ref meta_subclasscheck(Value self, const Value* args) {
  int t = subclass_check(self.as<Type>(), args[0]);
  return t < 0 ? Ref() : boolean(t);
}
Ref meta_instancecheck(Value self, const Value* args) {
  Type* type = type_of(args[0]);
  if (is_subtype(type, self.as<Type>())) return boolean(true);
  Ref cls = get_attr_or_null(args[0], names::__class__);
  if (!cls) return failed() ? Ref() : boolean(false);
  // Through the class's own check, which a metaclass may have replaced.
  int t = is_subclass(cls, self);
  if (t == 0 && cls.get() != Value(type)) t = is_subclass(Value(type), self);
  return t < 0 ? Ref() : boolean(t);
}

int64_t cache_token = 0;

Ref meta_register(Value self, const Value* args) {
  Type* cls = self.as<Type>();
  if (!has_type(args[0], &type_type)) return raise(exc::TypeError, "Can only register classes");
  int already = is_subclass(args[0], self);
  if (already < 0) return {};
  if (already) return Ref::share(args[0]);
  int cycle = is_subclass(self, args[0]);
  if (cycle < 0) return {};
  if (cycle) return raise(exc::RuntimeError, "Refusing to create an inheritance cycle");
  Ref registry = Ref::share(dict_get(cls->dict, registry_name()));
  if (!registry) {
    registry = make_list();
    if (!registry || !set_type_attr(cls, registry_name(), registry)) return {};
  }
  cache_token++;
  Type* type = args[0].as<Type>();
  if (type->flags & kTypeHeap) type->flags |= cls->flags & (kTypeSequencePattern | kTypeMappingPattern);
  return list_append(registry.as<List>(), args[0]) ? Ref::share(args[0]) : Ref();
}

const NativeDef kMetaMethods[] = {
    {"register", meta_register, "subclass", kNativePythonStyle},
    {"__instancecheck__", meta_instancecheck, "instance, /"},
    {"__subclasscheck__", meta_subclasscheck, "subclass, /"},
    {nullptr, nullptr, nullptr},
};
Type make_meta_type() {
  Type t;
  t.name = "abc.ABCMeta";
  t.flags = kTypeGc | kTypeBase;
  t.base = &type_type;
  t.new_ = meta_new;
  t.methods = kMetaMethods;
  return t;
}
Type abc_meta_type = make_meta_type();

Ref abstractmethod(Value, const Value* args) {
  return set_attr(args[0], names::__isabstractmethod__, kTrue) ? Ref::share(args[0]) : Ref();
}
Ref update_abstractmethods(Value, const Value* args) {
  if (has_type(args[0], &abc_meta_type) && !compute_abstract_methods(args[0].as<Type>())) return {};
  return Ref::share(args[0]);
}
Ref get_cache_token(Value, const Value*) { return make_int(cache_token); }

/// True if the class has all these methods, NotImplemented if one is missing or None: for __subclasshook__.
Ref check_methods(Value, const Value* args) {
  if (!has_type(args[0], &type_type)) return not_implemented();
  Tuple* wanted = args[1].as<Tuple>();
  for (uint32_t i = 0; i < wanted->size; i++) {
    Value v = lookup_in_type(args[0].as<Type>(), intern(wanted->items[i].as<Str>()));
    if (!v || v == kNone) return not_implemented();
  }
  return boolean(true);
}

const NativeDef kFunctions[] = {
    {"abstractmethod", abstractmethod, "funcobj", kNativePythonStyle},
    {"update_abstractmethods", update_abstractmethods, "cls", kNativePythonStyle},
    {"get_cache_token", get_cache_token, ""},
    {"_check_methods", check_methods, "C, *methods"},
    {nullptr, nullptr, nullptr},
};

bool initialize(Module* m) {
  ready_type(&abc_meta_type);
  static Ref abc_class;
  if (!abc_class) {
    Own<Dict> ns = make_dict();
    Own<Str> module = make_str("abc");
    if (!ns || !dict_set(ns.get(), names::__slots__, Value(empty_tuple())) || !dict_set(ns.get(), names::__module__, module)) return false;
    abc_class = call(Value(&abc_meta_type), Value(intern("ABC")), Value(empty_tuple()), ns);
  }
  return abc_class && module_add(m, kFunctions) && module_add(m, "ABCMeta", &abc_meta_type) && module_add(m, "ABC", abc_class) &&
         module_add_lazy(m, "_abc_more", "abstractclassmethod abstractstaticmethod abstractproperty");
}

}  // namespace

void register_abc_module() {
  register_native_module("abc", initialize);
  register_native_module("_abc", initialize);
}

}  // namespace loopscope::python
