// SPDX-License-Identifier: MIT
#include "python/vm/generic_alias.h"

#include <vector>

#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/slots.h"
#include "python/vm/type_internal.h"
#include "python/vm/vm.h"

/// types.GenericAlias: list[int].
namespace loopscope::python {
namespace {

struct GenericAlias : Object {
  Value origin;
  Tuple* args;        // owned
  Tuple* parameters;  // owned: its type variables; null until asked for
  bool starred;       // *tuple[int, ...]
  Object* weaklist;
};

GenericAlias* alias(Value v) { return v.as<GenericAlias>(); }

void alias_clear(Object* object) {
  auto* a = static_cast<GenericAlias*>(object);
  clear(a->origin);
  for (Tuple** member : {&a->args, &a->parameters}) {
    Tuple* old = *member;
    *member = nullptr;
    if (old) decref(static_cast<Object*>(old));
  }
}

void alias_dealloc(Object* object) {
  gc_untrack(object);
  alias_clear(object);
  free_object(object);
}

void alias_traverse(Object* object, Visitor& visit) {
  auto* a = static_cast<GenericAlias*>(object);
  visit(a->origin);
  visit(Value(a->args));
  visit(Value(a->parameters));
}

bool is_type_variable(Value v) {
  static Str* const hook = intern("__typing_subst__");
  return !has_type(v, &type_type) && lookup_in_type(type_of(v), hook);
}

/// Type variables of an argument that is itself parameterised, or null (no exception).
Ref parameters_of(Value v) {
  static Str* const name = intern("__parameters__");
  if (has_type(v, &type_type)) return {};
  Ref found = get_attr_or_null(v, name);
  clear_pending();
  return found && is_tuple(found) ? found : Ref();
}

void collect_parameters(Tuple* args, std::vector<Value>* out) {
  auto add = [&](Value v) {
    for (Value known : *out)
      if (known == v) return;
    out->push_back(v);
  };
  for (uint32_t i = 0; i < args->size; i++) {
    Value arg = args->items[i];
    if (is_type_variable(arg)) {
      add(arg);
    } else if (Ref inner = parameters_of(arg)) {
      for (uint32_t k = 0; k < inner.as<Tuple>()->size; k++) add(inner.as<Tuple>()->items[k]);
    }
  }
}

Tuple* parameters(GenericAlias* a) {
  if (!a->parameters) {
    std::vector<Value> found;
    collect_parameters(a->args, &found);
    a->parameters = make_tuple(found.data(), static_cast<uint32_t>(found.size())).release();
  }
  return a->parameters;
}

bool add_argument_text(StrBuilder* out, Value v) {
  if (v == kEllipsis) {
    out->add("...");
    return true;
  }
  if (v == Value(&none_type)) {
    out->add("None");
    return true;
  }
  if (has_type(v, &type_type)) {
    out->add(full_type_name(v.as<Type>()));
    return true;
  }
  if (is_list(v)) {
    out->add("[");
    for (uint32_t i = 0; i < v.as<List>()->size; i++) {
      if (i) out->add(", ");
      if (!add_argument_text(out, v.as<List>()->items[i])) return false;
    }
    out->add("]");
    return true;
  }
  if (is_exact(v, function_type)) {
    Ref module = get_attr_or_null(v, names::__module__), name = get_attr_or_null(v, names::__qualname__);
    if (module && name && is_str(module) && is_str(name)) {
      out->add(to_utf8(module.as<Str>()) + "." + to_utf8(name.as<Str>()));
      return true;
    }
    clear_pending();
  }
  Ref text = repr(v);
  if (!text) return false;
  out->add(text.as<Str>());
  return true;
}

Ref alias_repr(Value v) {
  auto* a = alias(v);
  StrBuilder out;
  if (a->starred) out.add("*");
  if (!add_argument_text(&out, a->origin)) return {};
  out.add("[");
  for (uint32_t i = 0; i < a->args->size; i++) {
    if (i) out.add(", ");
    if (!add_argument_text(&out, a->args->items[i])) return {};
  }
  if (a->args->size == 0) out.add("()");
  out.add("]");
  return out.finish();
}

Ref alias_compare(Value a, Value b, CompareOp op) {
  if ((op != CompareOp::eq && op != CompareOp::ne) || !has_type(b, &generic_alias_type)) return not_implemented();
  int same = alias(a)->starred == alias(b)->starred ? equal(alias(a)->origin, alias(b)->origin) : 0;
  if (same == 1) same = equal(Value(alias(a)->args), Value(alias(b)->args));
  return same < 0 ? Ref() : boolean(same == (op == CompareOp::eq));
}

bool alias_hash(Value v, int64_t* out) {
  int64_t origin, args;
  if (!hash(alias(v)->origin, &origin) || !hash(Value(alias(v)->args), &args)) return false;
  *out = origin ^ args;
  if (*out == -1) *out = -2;
  return true;
}

Ref alias_call(Value v, const Args& args) {
  Ref origin = Ref::share(alias(v)->origin);
  Ref object = call(origin, args);
  if (!object) return {};
  if (!set_attr(object, intern("__orig_class__"), v)) {
    if (!pending_is(exc::AttributeError) && !pending_is(exc::TypeError)) return {};
    clear_pending();
  }
  return object;
}

Ref alias_getattr(Value v, Str* name) {
  static const char* const own[] = {"__origin__",    "__args__",      "__parameters__", "__unpacked__", "__mro_entries__",
                                    "__reduce_ex__", "__reduce__",    "__copy__",       "__deepcopy__", "__class__",
                                    "__typing_unpacked_tuple_args__"};
  std::string text = to_utf8(name);
  bool dunder = text.starts_with("__") && text.ends_with("__");
  bool ours = false;
  for (const char* o : own) ours |= text == o;
  if (!ours && (!dunder || name == names::__name__ || name == names::__qualname__ || name == names::__module__ ||
                name == names::__doc__ || !lookup_in_type(type_of(v), name)))
    return get_attr(alias(v)->origin, name);
  return generic_getattr(v, name);
}

/// Replaces type variables by what they were given.
Ref substitute(Value v, Tuple* variables, Tuple* given) {
  for (uint32_t i = 0; i < variables->size; i++)
    if (variables->items[i] == v) return Ref::share(given->items[i]);
  Ref inner = is_type_variable(v) ? Ref() : parameters_of(v);
  if (!inner || inner.as<Tuple>()->size == 0) return Ref::share(v);
  Own<Tuple> arguments = make_tuple(inner.as<Tuple>()->size);
  for (uint32_t i = 0; i < arguments->size; i++)
    arguments->items[i] = substitute(inner.as<Tuple>()->items[i], variables, given).release();
  return get_item(v, arguments);
}

Ref alias_getitem(Value v, Value key) {
  auto* a = alias(v);
  Tuple* variables = parameters(a);
  Own<Tuple> given = is_tuple(key) ? Own<Tuple>::share(key.as<Tuple>()) : tuple_of(key);
  if (variables->size == 0) return raise(exc::TypeError, "%R is not a generic class", v);
  if (given->size != variables->size)
    return raise(exc::TypeError, "Too %s arguments for %R; actual %d, expected %d",
                 given->size > variables->size ? "many" : "few", v, static_cast<int>(given->size),
                 static_cast<int>(variables->size));
  Own<Tuple> args = make_tuple(a->args->size);
  for (uint32_t i = 0; i < args->size; i++) {
    Ref replaced = substitute(a->args->items[i], variables, given.get());
    if (!replaced) {
      for (uint32_t k = i; k < args->size; k++) args->items[k] = Ref::share(kNone).release();
      return {};
    }
    args->items[i] = replaced.release();
  }
  return make_generic_alias(a->origin, Value(args));
}

Ref alias_mro_entries(Value v, const Value*) { return tuple_of(alias(v)->origin); }
Ref alias_instancecheck(Value, const Value*) {
  return raise(exc::TypeError, "isinstance() argument 2 cannot be a parameterized generic");
}
Ref alias_subclasscheck(Value, const Value*) {
  return raise(exc::TypeError, "issubclass() argument 2 cannot be a parameterized generic");
}
Ref alias_reduce(Value v, const Value*) {
  return tuple_of(Value(&generic_alias_type), Value(tuple_of(alias(v)->origin, Value(alias(v)->args))));
}

/// One item: the alias unpacked, for `tuple[*Ts]`.
Ref alias_iter(Value v) {
  Ref copy = make_generic_alias(alias(v)->origin, Value(alias(v)->args));
  if (!copy) return {};
  alias(copy)->starred = true;
  return iterate(tuple_of(copy.get()));
}

Ref alias_new(Type* type, const Args& args) {
  if (args.positional != 2 || args.keyword_count())
    return raise(exc::TypeError, "GenericAlias expected 2 arguments, got %d", static_cast<int>(args.positional));
  return make_generic_alias(args[0], args[1], type);
}

const NativeDef kMethods[] = {
    {"__mro_entries__", alias_mro_entries, "bases, /"},
    {"__instancecheck__", alias_instancecheck, "instance, /"},
    {"__subclasscheck__", alias_subclasscheck, "subclass, /"},
    {"__reduce__", alias_reduce, ""},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kGetSet[] = {
    {"__origin__", [](Value v) { return Ref::share(alias(v)->origin); }},
    {"__args__", [](Value v) { return Ref::share(alias(v)->args); }},
    {"__parameters__", [](Value v) { return Ref::share(parameters(alias(v))); }},
    {"__unpacked__", [](Value v) { return boolean(alias(v)->starred); }},
    {nullptr, nullptr},
};

Type make_alias_type() {
  Type t;
  t.name = "types.GenericAlias";
  t.flags = kTypeGc | kTypeBase;
  t.basic_size = sizeof(GenericAlias);
  t.weaklist_offset = offsetof(GenericAlias, weaklist);
  t.dealloc = alias_dealloc;
  t.traverse = alias_traverse;
  t.clear = alias_clear;
  t.repr = alias_repr;
  t.compare = alias_compare;
  t.hash = alias_hash;
  t.call = alias_call;
  t.getattr = alias_getattr;
  t.getitem = alias_getitem;
  t.iter = alias_iter;
  t.new_ = alias_new;
  t.binary[static_cast<int>(BinaryOp::or_)] = type_or;
  t.methods = kMethods;
  t.getset = kGetSet;
  return t;
}

// ---- unions ----------------------------------------------------------------------------------------------------------

struct Union : Object {
  Tuple* args;
};

void union_dealloc(Object* object) {
  gc_untrack(object);
  decref(static_cast<Object*>(static_cast<Union*>(object)->args));
  free_object(object);
}
void union_traverse(Object* object, Visitor& visit) { visit(Value(static_cast<Union*>(object)->args)); }

Ref union_repr(Value v) {
  StrBuilder out;
  Tuple* args = union_args(v);
  for (uint32_t i = 0; i < args->size; i++) {
    if (i) out.add(" | ");
    if (!add_argument_text(&out, args->items[i])) return {};
  }
  return out.finish();
}

int holds(Tuple* args, Value v) {
  for (uint32_t i = 0; i < args->size; i++) {
    int same = equal(args->items[i], v);
    if (same) return same;
  }
  return 0;
}

Ref union_compare(Value a, Value b, CompareOp op) {
  if ((op != CompareOp::eq && op != CompareOp::ne) || !is_exact(b, union_type)) return not_implemented();
  Tuple *left = union_args(a), *right = union_args(b);
  int same = left->size == right->size;
  for (uint32_t i = 0; same == 1 && i < left->size; i++) same = holds(right, left->items[i]);
  return same < 0 ? Ref() : boolean(same == (op == CompareOp::eq));
}

bool union_hash(Value v, int64_t* out) {
  int64_t sum = 0x3442;
  for (uint32_t i = 0; i < union_args(v)->size; i++) {
    int64_t h;
    if (!hash(union_args(v)->items[i], &h)) return false;
    sum = static_cast<int64_t>(static_cast<uint64_t>(sum) + static_cast<uint64_t>(h) * 0x9E3779B97F4A7C15ull);
  }
  *out = sum == -1 ? -2 : sum;
  return true;
}

Ref union_check(Value v, Value subject, int (*check)(Value, Value), const char* name) {
  Tuple* args = union_args(v);
  for (uint32_t i = 0; i < args->size; i++)
    if (is_exact(args->items[i], generic_alias_type))
      return raise(exc::TypeError, "%s() argument 2 cannot be a parameterized generic", name);
  for (uint32_t i = 0; i < args->size; i++) {
    int result = check(subject, args->items[i]);
    if (result) return result < 0 ? Ref() : boolean(true);
  }
  return boolean(false);
}

Ref union_parameters(Value v) {
  std::vector<Value> found;
  collect_parameters(union_args(v), &found);
  return make_tuple(found.data(), static_cast<uint32_t>(found.size()));
}

Ref union_getitem(Value v, Value key) {
  Ref variables = union_parameters(v);
  Own<Tuple> given = is_tuple(key) ? Own<Tuple>::share(key.as<Tuple>()) : tuple_of(key);
  if (variables.as<Tuple>()->size == 0) return raise(exc::TypeError, "%R is not a generic class", v);
  if (given->size != variables.as<Tuple>()->size)
    return raise(exc::TypeError, "Too %s arguments for %R", given->size > variables.as<Tuple>()->size ? "many" : "few", v);
  Ref result;
  for (uint32_t i = 0; i < union_args(v)->size; i++) {
    Ref replaced = substitute(union_args(v)->items[i], variables.as<Tuple>(), given.get());
    if (!replaced) return {};
    result = result ? make_union(result, replaced) : replaced;
    if (!result) return {};
  }
  return result;
}

const NativeDef kUnionMethods[] = {
    {"__instancecheck__", [](Value v, const Value* a) { return union_check(v, a[0], is_instance, "isinstance"); },
     "instance, /"},
    {"__subclasscheck__", [](Value v, const Value* a) { return union_check(v, a[0], is_subclass, "issubclass"); },
     "subclass, /"},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kUnionGetSet[] = {
    {"__args__", [](Value v) { return Ref::share(union_args(v)); }},
    {"__parameters__", union_parameters},
    {nullptr, nullptr},
};

Type make_union_type() {
  Type t;
  t.name = "types.UnionType";
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.basic_size = sizeof(Union);
  t.dealloc = union_dealloc;
  t.traverse = union_traverse;
  t.repr = union_repr;
  t.compare = union_compare;
  t.hash = union_hash;
  t.getitem = union_getitem;
  t.binary[static_cast<int>(BinaryOp::or_)] = type_or;
  t.methods = kUnionMethods;
  t.getset = kUnionGetSet;
  return t;
}

}  // namespace

Type generic_alias_type = make_alias_type();
Type union_type = make_union_type();

Ref make_generic_alias(Value origin, Value parameters, Type* type) {
  Own<Tuple> args = is_tuple(parameters) ? Own<Tuple>::share(parameters.as<Tuple>()) : tuple_of(parameters);
  auto* a = allocate_as<GenericAlias>(type ? type : &generic_alias_type);
  if (!a || !args) return {};
  incref(origin);
  a->origin = origin;
  a->args = args.release();
  gc_track(a);
  return Ref::steal(a);
}

Ref class_getitem(Value cls, const Value* args) { return make_generic_alias(cls, args[0]); }

bool is_unionable(Value v) {
  return v == kNone || has_type(v, &type_type) || has_type(v, &generic_alias_type) || is_exact(v, union_type);
}

Tuple* union_args(Value v) { return v.as<Union>()->args; }

Ref make_union(Value a, Value b) {
  Own<List> all = make_list();
  for (Value side : {a, b}) {
    Own<Tuple> parts = is_exact(side, union_type) ? Own<Tuple>::share(union_args(side))
                                                  : tuple_of(side == kNone ? Value(&none_type) : side);
    for (uint32_t i = 0; i < parts->size; i++) {
      bool known = false;
      for (uint32_t k = 0; k < all->size; k++) {
        int same = equal(all->items[k], parts->items[i]);
        if (same < 0) return {};
        known |= same == 1;
      }
      if (!known && !list_append(all.get(), parts->items[i])) return {};
    }
  }
  if (all->size == 1) return Ref::share(all->items[0]);
  auto* u = allocate_as<Union>(&union_type);
  if (!u) return {};
  u->args = make_tuple(all->items, all->size).release();
  gc_track(u);
  return Ref::steal(u);
}

Ref type_or(Value a, Value b) { return is_unionable(a) && is_unionable(b) ? make_union(a, b) : not_implemented(); }

}  // namespace loopscope::python
