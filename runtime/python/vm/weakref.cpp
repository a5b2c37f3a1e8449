// SPDX-License-Identifier: MIT
#include "python/vm/weakref.h"

#include <vector>

#include "python/number/hex_text.h"
#include "python/vm/gc.h"
#include "python/vm/generic_alias.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"

/// weakref.ref. Proxies are in weakref_proxy.cpp.
namespace loopscope::python {
namespace {

WeakRef* reference(Value v) { return v.as<WeakRef>(); }

bool is_shared_reference(const WeakRef* r) { return r->type == &weakref_type && !r->callback; }

void weakref_dealloc(Object* object) {
  auto* r = static_cast<WeakRef*>(object);
  gc_untrack(object);
  weakref_detach(r);
  clear(r->callback);
  free_object(object);
}

void weakref_traverse(Object* object, Visitor& visit) { visit(static_cast<WeakRef*>(object)->callback); }

void weakref_clear(Object* object) {
  auto* r = static_cast<WeakRef*>(object);
  weakref_detach(r);
  clear(r->callback);
}

Ref weakref_new(Type* type, const Args& args) {
  if (args.positional == 0 || args.positional > 2)
    return raise(exc::TypeError, "__new__ expected at %s, got %d",
                 args.positional ? "most 2 arguments" : "least 1 argument", static_cast<int>(args.positional));
  Value target = args[0], callback = args.positional > 1 && args[1] != kNone ? args[1] : Value();
  WeakRef** list = target.is_object() ? weakref_list(target.object()) : nullptr;
  if (!list) return raise(exc::TypeError, "cannot create weak reference to '%T' object", target);
  if (type == &weakref_type && !callback) {
    // One plain reference is enough for everybody.
    for (WeakRef* r = *list; r; r = r->next)
      if (is_shared_reference(r) && r->refcount) return Ref::share(r);
  }
  auto* r = allocate_as<WeakRef>(type);
  if (!r) return {};
  r->hash = -1;
  xincref(callback);
  r->callback = callback;
  weakref_attach(r, target.object());
  gc_track(r);
  return Ref::steal(r);
}

bool weakref_init(Value, const Args& args) {
  if (args.keyword_count()) {
    raise(exc::TypeError, "ref() takes no keyword arguments");
    return false;
  }
  if (args.positional > 2) {
    raise(exc::TypeError, "__init__ expected at most 2 arguments, got %d", static_cast<int>(args.positional));
    return false;
  }
  return true;
}

Ref weakref_call(Value v, const Args& args) {
  if (args.positional || args.keyword_count())
    return raise(exc::TypeError, "weakref() takes no arguments (%d given)", static_cast<int>(args.positional));
  Object* target = reference(v)->target;
  return target ? Ref::share(target) : none();
}

Ref weakref_repr(Value v) {
  auto* r = reference(v);
  std::string text = "<weakref at " + address_text(r) + "; ";
  if (!r->target) return make_str(text + "dead>");
  Ref target = Ref::share(r->target);
  std::string line = text + "to '" + weakref_target_name(r->target) + "' at " + address_text(r->target);
  Ref name = get_attr_or_null(target, names::__name__);
  clear_pending();
  if (name && is_str(name)) line += " (" + to_utf8(name.as<Str>()) + ")";
  return make_str(line + ">");
}

bool weakref_hash(Value v, int64_t* out) {
  auto* r = reference(v);
  if (r->hash == -1) {
    if (!r->target) {
      raise(exc::TypeError, "weak object has gone away");
      return false;
    }
    Ref target = Ref::share(r->target);
    if (!hash(target, &r->hash)) return false;
  }
  *out = r->hash;
  return true;
}

Ref weakref_compare(Value a, Value b, CompareOp op) {
  if ((op != CompareOp::eq && op != CompareOp::ne) || !has_type(b, &weakref_type)) return not_implemented();
  if (!reference(a)->target || !reference(b)->target) return boolean((a == b) == (op == CompareOp::eq));
  Ref left = Ref::share(reference(a)->target), right = Ref::share(reference(b)->target);
  return compare(left, right, op);
}

const NativeDef kMethods[] = {
    {"__class_getitem__", class_getitem, "key, /", kNativeClass},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kGetSet[] = {
    {"__callback__", [](Value v) { return reference(v)->callback ? Ref::share(reference(v)->callback) : none(); }},
    {nullptr, nullptr},
};

Type make_weakref_type() {
  Type t;
  t.name = "weakref.ReferenceType";
  t.flags = kTypeBase | kTypeGc;
  t.basic_size = sizeof(WeakRef);
  t.dealloc = weakref_dealloc;
  t.traverse = weakref_traverse;
  t.clear = weakref_clear;
  t.new_ = weakref_new;
  t.init = weakref_init;
  t.call = weakref_call;
  t.repr = weakref_repr;
  t.hash = weakref_hash;
  t.compare = weakref_compare;
  t.methods = kMethods;
  t.getset = kGetSet;
  return t;
}

}  // namespace

Type weakref_type = make_weakref_type();

WeakRef** weakref_list(Object* object) {
  uint32_t offset = object->type->weaklist_offset;
  if (has_type(Value(object), &type_type)) offset = type_type.weaklist_offset;
  return offset ? reinterpret_cast<WeakRef**>(reinterpret_cast<char*>(object) + offset) : nullptr;
}

void weakref_attach(WeakRef* r, Object* target) {
  auto place = [](const WeakRef* w) { return is_shared_reference(w) ? 0 : is_weakref_proxy(w) && !w->callback ? 1 : 2; };
  r->target = target;
  WeakRef** head = weakref_list(target);
  WeakRef* before = nullptr;
  for (WeakRef* at = *head; at && place(at) < place(r); at = at->next) before = at;
  r->previous = before;
  r->next = before ? before->next : *head;
  if (r->next) r->next->previous = r;
  (before ? before->next : *head) = r;
}

std::string weakref_target_name(Object* target) {
  Type* type = target->type;
  std::string name = to_utf8(type->name_object);
  if (!(type->flags & kTypeHeap)) return type->name;
  Ref qualified = get_attr(Value(type), names::__qualname__), module = get_attr(Value(type), names::__module__);
  clear_pending();
  if (qualified && is_str(qualified)) name = to_utf8(qualified.as<Str>());
  if (!module || !is_str(module)) return name;
  std::string in = to_utf8(module.as<Str>());
  return in == "builtins" || in == "__main__" ? name : in + "." + name;
}

void weakref_detach(WeakRef* r) {
  if (!r->target) return;
  if (r->previous)
    r->previous->next = r->next;
  else
    *weakref_list(r->target) = r->next;
  if (r->next) r->next->previous = r->previous;
  r->target = nullptr;
  r->previous = r->next = nullptr;
}

void clear_weakrefs(Object* object) {
  WeakRef** list = weakref_list(object);
  if (!list || !*list) return;
  std::vector<WeakRef*> with_callback;
  while (WeakRef* r = *list) {
    weakref_detach(r);
    if (!r->callback || r->refcount == 0) continue;
    incref(static_cast<Object*>(r));
    with_callback.push_back(r);
  }
  if (with_callback.empty()) return;
  gc_untrack(object);  // a collection in a callback must not find it
  Ref in_flight = take_pending();
  for (WeakRef* r : with_callback) {
    Ref callback = Ref::steal(r->callback);
    r->callback = {};
    if (callback && !call(callback, Value(r))) write_unraisable("Exception ignored in", callback);
    decref(static_cast<Object*>(r));
  }
  if (in_flight) restore_pending(std::move(in_flight));
}

Ref make_weakref(Value target, Value callback) {
  Value args[] = {target, callback};
  return weakref_new(&weakref_type, Args{args, callback ? 2u : 1u, nullptr});
}

}  // namespace loopscope::python
