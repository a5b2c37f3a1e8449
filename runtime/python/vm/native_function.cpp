// SPDX-License-Identifier: MIT
#include <cassert>
#include <cstring>

#include "python/number/hex_text.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"
#include "python/vm/slot_docs.h"
#include "python/vm/type_internal.h"
#include "python/vm/vm.h"

/// Functions written in C++: builtin_function_or_method, method_descriptor, classmethod_descriptor.
namespace loopscope::python {
namespace {

NativeFunction* native(Value v) { return v.as<NativeFunction>(); }

/// `signature`: the definition's, if it is at hand.
NativeFunction* make(Type* kind, const NativeDef* def, Value self, Type* owner, Value module, const Signature* signature = nullptr) {
  auto* f = allocate_as<NativeFunction>(kind);
  if (!f) return nullptr;
  f->def = def;
  f->plain_count = kNotPlain;
  if (!def->raw) {
    f->signature = signature ? signature : Signature::of(def->signature);
    if (f->signature->is_plain()) f->plain_count = f->signature->positional();
  }
  xincref(self);
  f->self = self;
  if (owner) incref(static_cast<Object*>(owner));
  f->owner = owner;
  xincref(module);
  f->module = module;
  // A method of a built-in type refers to nothing that could refer to it.
  if (self || module || !owner || owner->flags & kTypeHeap) gc_track(f);
  return f;
}

void native_dealloc(Object* object) {
  auto* f = static_cast<NativeFunction*>(object);
  gc_untrack(object);
  xdecref(f->self);
  if (f->owner) decref(static_cast<Object*>(f->owner));
  xdecref(f->module);
  free_object(object);
}

void native_traverse(Object* object, Visitor& visit) {
  auto* f = static_cast<NativeFunction*>(object);
  visit(f->self);
  visit(Value(f->owner));
  visit(f->module);
}

std::string address_of(Value v) { return address_text(v.is_object() ? v.object() : nullptr); }

bool is_bound(const NativeFunction* f) { return f->self && !is_exact(f->self, module_type); }

Ref native_repr(Value v) {
  auto* f = native(v);
  std::string name = f->def->name;
  if (f->def->flags & kNativePythonStyle) {
    Ref qualified = get_attr(v, names::__qualname__), self = is_bound(f) ? repr(f->self) : none();
    if (!qualified || !self) return {};
    name = to_utf8(qualified.as<Str>());
    if (is_bound(f)) return make_str("<bound method " + name + " of " + to_utf8(self.as<Str>()) + ">");
    return make_str("<function " + name + " at " + address_of(v) + ">");
  }
  if (!is_bound(f)) return make_str("<built-in function " + name + ">");
  return make_str("<built-in method " + name + " of " + to_utf8(type_of(f->self)->name_object) + " object at " +
                  address_of(f->self) + ">");
}

Ref descriptor_repr(Value v) {
  auto* f = native(v);
  if (f->def->flags & kNativePythonStyle)
    return make_str("<function " + to_utf8(f->owner->qualname) + "." + f->def->name + " at " + address_of(v) + ">");
  return make_str("<method '" + std::string(f->def->name) + "' of '" + std::string(f->owner->name) + "' objects>");
}

Ref native_call(Value v, const Args& args) {
  auto* f = native(v);
  return call_native(f, f->self, args);
}

Ref descriptor_call(Value v, const Args& args) {
  auto* f = native(v);
  if (args.positional == 0)
    return raise(exc::TypeError, "unbound method %N.%s() needs an argument", f->owner, f->def->name);
  Value self = args[0];
  if (type_of(self) != f->owner && !is_subtype(type_of(self), f->owner))
    return raise(exc::TypeError, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object", f->def->name,
                 f->owner, self);
  return call_native(f, self, Args{args.data + 1, args.positional - 1, args.names});
}

Ref class_descriptor_call(Value v, const Args& args) {
  auto* f = native(v);
  if (args.positional == 0)
    return raise(exc::TypeError, "descriptor '%s' of '%N' object needs an argument", f->def->name, f->owner);
  if (!has_type(args[0], &type_type) || !is_subtype(args[0].as<Type>(), f->owner))
    return raise(exc::TypeError, "descriptor '%s' requires a subtype of '%N' but received '%R'", f->def->name, f->owner,
                 args[0]);
  return call_native(f, args[0], Args{args.data + 1, args.positional - 1, args.names});
}

Ref descriptor_get(Value v, Value instance, Type*) {
  if (!instance) return Ref::share(v);
  auto* f = native(v);
  if (!is_subtype(type_of(instance), f->owner))
    return raise(exc::TypeError, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object", f->def->name,
                 f->owner, instance);
  return Ref::steal(make(&native_function_type, f->def, instance, f->owner, {}, f->signature));
}

Ref class_descriptor_get(Value v, Value instance, Type* owner) {
  auto* f = native(v);
  Type* cls = owner ? owner : type_of(instance);
  return Ref::steal(make(&native_function_type, f->def, Value(cls), f->owner, {}));
}

Ref native_compare(Value a, Value b, CompareOp op) {
  if ((op != CompareOp::eq && op != CompareOp::ne) || !is_exact(b, native_function_type)) return not_implemented();
  bool same = native(a)->def == native(b)->def && native(a)->self == native(b)->self;
  return boolean(same == (op == CompareOp::eq));
}

bool native_hash(Value v, int64_t* out) {
  *out = static_cast<int64_t>((native(v)->self.bits() >> 4) ^ (reinterpret_cast<uintptr_t>(native(v)->def) >> 3));
  if (*out == -1) *out = -2;
  return true;
}

// ---- attributes -------------------------------------------------------------------------------------------------------

Ref get_qualname(Value v) {
  auto* f = native(v);
  Type* owner = f->owner;
  if (!owner && f->self && has_type(f->self, &type_type)) owner = f->self.as<Type>();
  if (!owner) return make_str(f->def->name);
  return make_str(to_utf8(owner->qualname) + "." + f->def->name);
}

/// "($self, iterable, /)": what help() and inspect read.
Ref get_text_signature(Value v) {
  auto* f = native(v);
  if (!f->signature) return none();
  std::string text = f->signature->text();
  const char* receiver = f->owner ? "$self" : f->self ? "$module" : nullptr;
  if (f->def->flags & kNativeClass) receiver = "$type";
  if (f->def->flags & kNativeStatic) receiver = nullptr;
  std::string all = receiver ? receiver : "";
  bool slash = text.find("/") != std::string::npos || (f->def->flags & kNativePythonStyle);
  if (receiver && !slash) all += text.empty() ? ", /" : ", /, ";
  if (receiver && slash && !text.empty()) all += ", ";
  return make_str("(" + all + text + ")");
}

Ref get_module(Value v) { return native(v)->module ? Ref::share(native(v)->module) : none(); }
Ref get_self(Value v) { return native(v)->self ? Ref::share(native(v)->self) : none(); }
Ref reduce(Value v, const Value*) {
  auto* f = native(v);
  if (!f->self || is_exact(f->self, module_type)) return get_qualname(v);
  Ref builtins = import_module("builtins");
  Ref getattr = builtins ? get_attr(builtins, intern("getattr")) : Ref();
  if (!getattr) return {};
  return tuple_of(getattr.get(), Value(tuple_of(f->self, Value(intern(f->def->name)))));
}

Ref get_is_coroutine_function(Value v) { return boolean(native(v)->def->flags & kNativeCoroutine); }

const GetSetDef kNativeGetSet[] = {
    {"_is_coroutine_function", get_is_coroutine_function},
    {"__name__", [](Value v) { return Ref(make_str(native(v)->def->name)); }},
    {"__qualname__", get_qualname},
    {"__module__", get_module},
    {"__self__", get_self},
    {"__doc__", [](Value v) { return std::string_view(native(v)->def->name) == "__new__" ? slot_doc("__new__") : none(); }},
    {"__text_signature__", get_text_signature},
    {nullptr, nullptr},
};
const NativeDef kNativeMethods[] = {{"__reduce__", reduce, ""}, {nullptr, nullptr, nullptr}};

/// getattr(str, "upper")
Ref reduce_descriptor(Value v, const Value*) {
  Ref builtins = import_module("builtins");
  Ref getattr = builtins ? get_attr(builtins, intern("getattr")) : Ref();
  if (!getattr) return {};
  return tuple_of(getattr.get(), Value(tuple_of(Value(native(v)->owner), Value(intern(native(v)->def->name)))));
}
const NativeDef kDescriptorMethods[] = {{"__reduce__", reduce_descriptor, ""}, {nullptr, nullptr, nullptr}};

const GetSetDef kDescriptorGetSet[] = {
    {"_is_coroutine_function", get_is_coroutine_function},
    {"__name__", [](Value v) { return Ref(make_str(native(v)->def->name)); }},
    {"__qualname__", get_qualname},
    {"__objclass__", [](Value v) { return Ref::share(native(v)->owner); }},
    {"__doc__", [](Value) { return none(); }},
    {"__text_signature__", get_text_signature},
    {nullptr, nullptr},
};

Type make_type(const char* name) {
  Type t;
  t.name = name;
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.basic_size = sizeof(NativeFunction);
  t.dealloc = native_dealloc;
  t.traverse = native_traverse;
  return t;
}

Type make_native_function_type() {
  Type t = make_type("builtin_function_or_method");
  t.repr = native_repr;
  t.call = native_call;
  t.compare = native_compare;
  t.hash = native_hash;
  t.methods = kNativeMethods;
  t.getset = kNativeGetSet;
  return t;
}

Type make_method_descriptor_type() {
  Type t = make_type("method_descriptor");
  t.flags |= kTypeMethodDescriptor;
  t.repr = descriptor_repr;
  t.call = descriptor_call;
  t.get = descriptor_get;
  t.methods = kDescriptorMethods;
  t.getset = kDescriptorGetSet;
  return t;
}

Type make_classmethod_descriptor_type() {
  Type t = make_type("classmethod_descriptor");
  t.repr = descriptor_repr;
  t.call = class_descriptor_call;
  t.get = class_descriptor_get;
  t.getset = kDescriptorGetSet;
  return t;
}

/// `T.__new__`: checks the class it is given, then calls T's constructor.
Ref call_new(Value self, const Args& args) {
  Type* type = self.as<Type>();
  if (args.positional == 0) return raise(exc::TypeError, "%N.__new__(): not enough arguments", type);
  if (!has_type(args[0], &type_type))
    return raise(exc::TypeError, "%N.__new__(X): X is not a type object (%T)", type, args[0]);
  Type* wanted = args[0].as<Type>();
  if (!is_subtype(wanted, type))
    return raise(exc::TypeError, "%N.__new__(%N): %N is not a subtype of %N", type, wanted, wanted, type);
  Type* native_base = wanted;
  while (native_base && native_base->new_ != type->new_ && (native_base->flags & kTypeHeap)) native_base = native_base->base;
  if (native_base && native_base->new_ != type->new_)
    return raise(exc::TypeError, "%N.__new__(%N) is not safe, use %N.__new__()", type, wanted, native_base);
  return type->new_(wanted, Args{args.data + 1, args.positional - 1, args.names});
}
const NativeDef kNewDef = raw_native("__new__", call_new);

}  // namespace

Type native_function_type = make_native_function_type();
Type method_descriptor_type = make_method_descriptor_type();
Type classmethod_descriptor_type = make_classmethod_descriptor_type();

namespace {
/// Keywords, *args, a wrong number of arguments.
[[gnu::noinline]] Ref call_native_bound(const NativeFunction* f, Value self, const Args& args) {
  const NativeDef* def = f->def;
  BoundArgs bound(*f->signature, {def->name, f}, args);
  if (!bound) return {};
  return def->fn(self, bound.data());
}

inline Ref call_directly(const NativeFunction* f, Value self, const Args& args) {
  const NativeDef* def = f->def;
  if (def->raw) return def->raw(self, args);
  const Signature& signature = *f->signature;
  if (signature.is_plain() && !args.names) {
    uint32_t count = signature.positional();
    if (args.positional == count) return def->fn(self, args.data);
    // All but the last few, as most calls of natives are.
    constexpr uint32_t kFew = 6;
    if (args.positional < count && args.positional >= signature.required() && count <= kFew) {
      Value all[kFew] = {};
      for (uint32_t i = 0; i < args.positional; i++) all[i] = args.data[i];
      return def->fn(self, all);
    }
  }
  return call_native_bound(f, self, args);
}
}  // namespace

Ref call_native(const NativeFunction* f, Value self, const Args& args) {
  Ref result = call_directly(f, self, args);
  // Only a pushed frame may come with an exception, which is to be raised in it (throw()).
  assert((!result || result == kFramePushed || !failed()) && "a native function has both a result and an exception");
  return result;
}

Ref call_native_function(Value callable, const Args& args) { return type_of(callable)->call(callable, args); }

std::string native_qualifier(const NativeFunction* f) {
  if (f->owner) return to_utf8(f->owner->qualname) + ".";
  if (f->module && is_str(f->module) && !str_equals(f->module.as<Str>(), "builtins"))
    return to_utf8(f->module.as<Str>()) + ".";
  return {};
}

Ref make_native_function(const NativeDef* def, Value self, Value module) {
  return Ref::steal(make(&native_function_type, def, self, nullptr, module));
}

Ref make_method_descriptor(Type* owner, const NativeDef* def) {
  return Ref::steal(make(&method_descriptor_type, def, {}, owner, {}));
}

Ref make_classmethod_descriptor(Type* owner, const NativeDef* def) {
  return Ref::steal(make(&classmethod_descriptor_type, def, {}, owner, {}));
}

Ref make_new_wrapper(Type* owner) { return Ref::steal(make(&native_function_type, &kNewDef, Value(owner), nullptr, {})); }

}  // namespace loopscope::python
