// SPDX-License-Identifier: MIT
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/type_internal.h"

/// types.MappingProxyType (a class's __dict__) and types.SimpleNamespace.
namespace loopscope::python {
namespace {

struct MappingProxy : Object {
  Value mapping;
};

Value mapping(Value v) { return v.as<MappingProxy>()->mapping; }

void proxy_dealloc(Object* object) {
  gc_untrack(object);
  xdecref(static_cast<MappingProxy*>(object)->mapping);
  free_object(object);
}
void proxy_traverse(Object* object, Visitor& visit) { visit(static_cast<MappingProxy*>(object)->mapping); }

Ref proxy_new(Type*, const Args& args) {
  if (args.positional != 1 || args.keyword_count())
    return raise(exc::TypeError, "mappingproxy() missing required argument 'mapping' (pos 1)");
  if (!type_of(args[0])->getitem || is_list(args[0]) || is_tuple(args[0]))
    return raise(exc::TypeError, "mappingproxy() argument must be a mapping, not %T", args[0]);
  return make_mappingproxy(args[0]);
}

Ref proxy_repr(Value v) {
  Ref inner = repr(mapping(v));
  if (!inner) return {};
  return make_str("mappingproxy(" + to_utf8(inner.as<Str>()) + ")");
}

Ref proxy_compare(Value a, Value b, CompareOp op) {
  return compare(mapping(a), is_exact(b, mappingproxy_type) ? mapping(b) : b, op);
}

Ref proxy_or(Value a, Value b) {
  Value left = is_exact(a, mappingproxy_type) ? mapping(a) : a;
  Value right = is_exact(b, mappingproxy_type) ? mapping(b) : b;
  return binary_op(BinaryOp::or_, left, right);
}

Ref forward(Value self, Str* name, const Value* args) {
  return call_method(mapping(self), name, args[0], args[0] ? args[1] : Value());
}

const NativeDef kMethods[] = {
    {"get", [](Value self, const Value* args) { return forward(self, names::get, args); }, "key, default=None, /"},
    {"keys", [](Value self, const Value*) { return call_method(mapping(self), names::keys); }, ""},
    {"values", [](Value self, const Value*) { return call_method(mapping(self), names::values); }, ""},
    {"items", [](Value self, const Value*) { return call_method(mapping(self), names::items); }, ""},
    {"copy", [](Value self, const Value*) { return call_method(mapping(self), intern("copy")); }, ""},
    {"__reversed__", [](Value self, const Value*) { return call_method(mapping(self), names::__reversed__); }, ""},
    {nullptr, nullptr, nullptr},
};

Type make_proxy_type() {
  Type t;
  t.name = "mappingproxy";
  t.flags = kTypeGc | kTypeMappingPattern;
  t.basic_size = sizeof(MappingProxy);
  t.dealloc = proxy_dealloc;
  t.traverse = proxy_traverse;
  t.new_ = proxy_new;
  t.repr = proxy_repr;
  t.str = [](Value v) { return str(mapping(v)); };
  t.compare = proxy_compare;
  t.hash = [](Value v, int64_t* out) { return hash(mapping(v), out); };
  t.iter = [](Value v) { return iterate(mapping(v)); };
  t.length = [](Value v) { return length(mapping(v)); };
  t.getitem = [](Value v, Value key) { return get_item(mapping(v), key); };
  t.contains = [](Value v, Value key) { return contains(mapping(v), key); };
  t.binary[static_cast<int>(BinaryOp::or_)] = proxy_or;
  t.methods = kMethods;
  return t;
}

// ---- SimpleNamespace ------------------------------------------------------------------------------------------------

struct Namespace : Object {
  Dict* dict;
};

Dict* entries(Value v) { return v.as<Namespace>()->dict; }

void namespace_clear(Object* object) {
  auto* n = static_cast<Namespace*>(object);
  Dict* dict = n->dict;
  n->dict = nullptr;
  if (dict) decref(static_cast<Object*>(dict));
}
void namespace_dealloc(Object* object) {
  gc_untrack(object);
  namespace_clear(object);
  free_object(object);
}
void namespace_traverse(Object* object, Visitor& visit) { visit(Value(static_cast<Namespace*>(object)->dict)); }

Ref namespace_new(Type* type, const Args&) {
  auto* n = allocate_as<Namespace>(type);
  if (!n) return {};
  n->dict = make_dict().release();
  gc_track(n);
  return Ref::steal(n);
}

bool namespace_init(Value self, const Args& args) {
  if (args.positional > 1) {
    raise(exc::TypeError, "types.SimpleNamespace expected at most 1 argument, got %d", static_cast<int>(args.positional));
    return false;
  }
  if (args.positional == 1 && !dict_update(entries(self), args[0])) return false;
  for (uint32_t i = 0; i < args.keyword_count(); i++)
    if (!dict_set(entries(self), args.names->items[i], args.data[args.positional + i])) return false;
  return true;
}

Ref namespace_repr(Value v) {
  std::string name = type_of(v) == &namespace_type ? "namespace" : to_utf8(type_of(v)->name_object);
  ReprGuard guard(v);
  if (guard.nested()) return make_str(name + "(...)");
  StrBuilder out;
  out.add(name);
  out.add("(");
  uint32_t position = 0;
  Value key, value;
  bool first = true;
  while (dict_next(entries(v), &position, &key, &value)) {
    if (!is_str(key)) continue;
    Ref shown = repr(value);
    if (!shown) return {};
    if (!first) out.add(", ");
    first = false;
    out.add(key.as<Str>());
    out.add("=");
    out.add(shown.as<Str>());
  }
  out.add(")");
  return out.finish();
}

Ref namespace_compare(Value a, Value b, CompareOp op) {
  if (!has_type(a, &namespace_type) || !has_type(b, &namespace_type)) return not_implemented();
  return compare(Value(entries(a)), Value(entries(b)), op);
}

Ref namespace_reduce(Value self, const Value*) {
  return tuple_of(Value(type_of(self)), Value(empty_tuple()), Value(entries(self)));
}

Ref namespace_replace(Value self, const Args& args) {
  if (args.positional) return raise(exc::TypeError, "__replace__() takes no positional arguments");
  Ref copy = call(Value(type_of(self)));
  if (!copy || !dict_update(entries(copy), Value(entries(self)))) return {};
  for (uint32_t i = 0; i < args.keyword_count(); i++)
    if (!dict_set(entries(copy), args.names->items[i], args.data[i])) return {};
  return copy;
}

const NativeDef kNamespaceMethods[] = {
    {"__reduce__", namespace_reduce, ""},
    raw_native("__replace__", namespace_replace),
    {nullptr, nullptr, nullptr},
};

Type make_namespace_type() {
  Type t;
  t.name = "types.SimpleNamespace";
  t.flags = kTypeBase | kTypeGc;
  t.basic_size = sizeof(Namespace);
  t.dict_offset = offsetof(Namespace, dict);
  t.dealloc = namespace_dealloc;
  t.traverse = namespace_traverse;
  t.clear = namespace_clear;
  t.new_ = namespace_new;
  t.init = namespace_init;
  t.repr = namespace_repr;
  t.compare = namespace_compare;
  t.methods = kNamespaceMethods;
  return t;
}

}  // namespace

Type mappingproxy_type = make_proxy_type();
Type namespace_type = make_namespace_type();

Ref make_mappingproxy(Value mapping) {
  auto* p = allocate_as<MappingProxy>(&mappingproxy_type);
  if (!p) return {};
  incref(mapping);
  p->mapping = mapping;
  gc_track(p);
  return Ref::steal(p);
}

}  // namespace loopscope::python
