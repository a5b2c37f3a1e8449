// SPDX-License-Identifier: MIT
#include <utility>

#include "python/number/hex_text.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/weakref.h"

/// weakref.proxy: acts as its target while that lives.
namespace loopscope::python {
namespace {

bool is_proxy(Value v) { return v.is_object() && is_weakref_proxy(v.object()); }

void proxy_dealloc(Object* object) {
  auto* r = static_cast<WeakRef*>(object);
  gc_untrack(object);
  weakref_detach(r);
  clear(r->callback);
  free_object(object);
}

void proxy_traverse(Object* object, Visitor& visit) { visit(static_cast<WeakRef*>(object)->callback); }

template <BinaryOp op>
Ref proxy_binary(Value a, Value b) {
  Ref left = weakref_unwrap(a), right = left ? weakref_unwrap(b) : Ref();
  return right ? binary_op(op, left, right) : Ref();
}
template <BinaryOp op>
Ref proxy_inplace(Value a, Value b) {
  Ref left = weakref_unwrap(a), right = left ? weakref_unwrap(b) : Ref();
  return right ? inplace_op(op, left, right) : Ref();
}
template <UnaryOp op>
Ref proxy_unary(Value v) {
  Ref target = weakref_unwrap(v);
  return target ? unary_op(op, target) : Ref();
}

template <int... i>
void set_operators(Type& t, std::integer_sequence<int, i...>) {
  ((t.binary[i] = proxy_binary<static_cast<BinaryOp>(i)>, t.inplace[i] = proxy_inplace<static_cast<BinaryOp>(i)>), ...);
}

Ref proxy_repr(Value v) {
  Object* target = v.as<WeakRef>()->target;
  std::string text = "<weakproxy at " + address_text(v.object());
  if (!target) return make_str(text + "; dead>");
  return make_str(text + "; to '" + weakref_target_name(target) + "' at " + address_text(target) + ">");
}

Ref proxy_compare(Value a, Value b, CompareOp op) {
  Ref left = weakref_unwrap(a), right = left ? weakref_unwrap(b) : Ref();
  return right ? compare(left, right, op) : Ref();
}

template <auto operation>
auto forward(Value v) {
  Ref target = weakref_unwrap(v);
  return target ? operation(target.get()) : decltype(operation(v)){};
}

template <Str*& name>
Ref forward_method(Value v, const Value*) {
  Ref target = weakref_unwrap(v);
  Ref method = target ? get_attr(target, name) : Ref();
  return method ? call(method) : Ref();
}
const NativeDef kProxyMethods[] = {
    {"__bytes__", forward_method<names::__bytes__>, ""},
    {"__reversed__", forward_method<names::__reversed__>, ""},
    {nullptr, nullptr, nullptr},
};

Type make_proxy_type(const char* name, bool callable) {
  Type t;
  t.name = name;
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.basic_size = sizeof(WeakRef);
  t.dealloc = proxy_dealloc;
  t.traverse = proxy_traverse;
  t.repr = proxy_repr;
  t.str = forward<str>;
  t.hash = [](Value v, int64_t*) {
    raise(exc::TypeError, "unhashable type: '%T'", v);
    return false;
  };
  t.compare = proxy_compare;
  t.getattr = [](Value v, Str* name) {
    Ref target = weakref_unwrap(v);
    return target ? get_attr(target, name) : Ref();
  };
  t.setattr = [](Value v, Str* name, Value value) {
    Ref target = weakref_unwrap(v);
    return target && set_attr(target, name, value);
  };
  t.truth = [](Value v) {
    Ref target = weakref_unwrap(v);
    return target ? truth(target) : -1;
  };
  t.length = [](Value v) {
    Ref target = weakref_unwrap(v);
    return target ? length(target) : static_cast<ptrdiff_t>(-1);
  };
  t.getitem = [](Value v, Value key) {
    Ref target = weakref_unwrap(v);
    return target ? get_item(target, key) : Ref();
  };
  t.setitem = [](Value v, Value key, Value value) {
    Ref target = weakref_unwrap(v);
    return target && (value ? set_item(target, key, value) : delete_item(target, key));
  };
  t.contains = [](Value v, Value item) {
    Ref target = weakref_unwrap(v);
    return target ? contains(target, item) : -1;
  };
  t.iter = forward<iterate>;
  t.next = [](Value v) {
    Ref target = weakref_unwrap(v);
    if (!target) return Ref();
    if (!type_of(target)->next) return Ref(raise(exc::TypeError, "Weakref proxy referenced a non-iterator '%T' object", target.get()));
    return next(target);
  };
  t.methods = kProxyMethods;
  t.index = forward<index>;
  t.unary[0] = proxy_unary<UnaryOp::negative>;
  t.unary[1] = proxy_unary<UnaryOp::positive>;
  t.unary[2] = proxy_unary<UnaryOp::invert>;
  set_operators(t, std::make_integer_sequence<int, kBinaryOpCount>());
  if (callable)
    t.call = [](Value v, const Args& args) {
      Ref target = weakref_unwrap(v);
      return target ? call(target, args) : Ref();
    };
  return t;
}

}  // namespace

Type weakref_proxy_type = make_proxy_type("weakref.ProxyType", false);
Type weakref_callable_proxy_type = make_proxy_type("weakref.CallableProxyType", true);

Ref weakref_unwrap(Value v) {
  if (!is_proxy(v)) return Ref::share(v);
  Object* target = v.as<WeakRef>()->target;
  if (!target) return raise(exc::ReferenceError, "weakly-referenced object no longer exists");
  return Ref::share(target);
}

Ref make_weakref_proxy(Value target, Value callback) {
  WeakRef** list = target.is_object() ? weakref_list(target.object()) : nullptr;
  if (!list) return raise(exc::TypeError, "cannot create weak reference to '%T' object", target);
  Type* type = is_callable(target) ? &weakref_callable_proxy_type : &weakref_proxy_type;
  if (!callback || callback == kNone) {
    for (WeakRef* r = *list; r; r = r->next)  // one is enough for everybody
      if (r->type == type && !r->callback && r->refcount) return Ref::share(r);
  }
  auto* r = allocate_as<WeakRef>(type);
  if (!r) return {};
  r->hash = -1;
  if (callback && callback != kNone) {
    incref(callback);
    r->callback = callback;
  }
  weakref_attach(r, target.object());
  gc_track(r);
  return Ref::steal(r);
}

}  // namespace loopscope::python
