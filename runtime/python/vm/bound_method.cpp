// SPDX-License-Identifier: MIT

#include "python/number/hex_text.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/slots.h"
#include "python/vm/type_internal.h"
#include "python/vm/vm.h"

/// "method" (a function with its receiver) and "cell".
namespace loopscope::python {
namespace {

BoundMethod* method(Value v) { return v.as<BoundMethod>(); }

void method_dealloc(Object* object) {
  auto* m = static_cast<BoundMethod*>(object);
  gc_untrack(object);
  xdecref(m->function);
  xdecref(m->self);
  free_object(object);
}

void method_traverse(Object* object, Visitor& visit) {
  visit(static_cast<BoundMethod*>(object)->function);
  visit(static_cast<BoundMethod*>(object)->self);
}

Ref method_call(Value v, const Args& args) {
  PrefixedArgs all(method(v)->self, args);
  Ref keep = Ref::share(method(v)->function);
  return tail_call(keep, all.args());
}

Ref method_repr(Value v) {
  auto* m = method(v);
  Ref name = get_attr_or_null(m->function, names::__qualname__);
  if (!name && !failed()) name = get_attr_or_null(m->function, names::__name__);
  if (failed()) return {};
  Ref self = repr(m->self);
  if (!self) return {};
  std::string text = name && is_str(name) ? to_utf8(name.as<Str>()) : "?";
  return make_str("<bound method " + text + " of " + to_utf8(self.as<Str>()) + ">");
}

Ref method_compare(Value a, Value b, CompareOp op) {
  if ((op != CompareOp::eq && op != CompareOp::ne) || !is_exact(b, method_type)) return not_implemented();
  int same = equal(method(a)->function, method(b)->function);
  if (same < 0) return {};
  bool result = same && method(a)->self == method(b)->self;
  return boolean(result == (op == CompareOp::eq));
}

bool method_hash(Value v, int64_t* out) {
  int64_t function;
  if (!hash(method(v)->function, &function)) return false;
  *out = static_cast<int64_t>(method(v)->self.bits() >> 4) ^ function;
  if (*out == -1) *out = -2;
  return true;
}

/// What the method does not have itself comes from its function.
Ref method_getattr(Value v, Str* name) {
  if (lookup_in_type(&method_type, name)) return generic_getattr(v, name);
  return get_attr(method(v)->function, name);
}

Ref method_get(Value v, Value, Type*) { return Ref::share(v); }

Ref method_new(Type*, const Args& args) {
  if (args.keyword_count()) return raise(exc::TypeError, "method() takes no keyword arguments");
  if (args.positional != 2)
    return raise(exc::TypeError, "method expected 2 arguments, got %d", static_cast<int>(args.positional));
  if (!is_callable(args[0])) return raise(exc::TypeError, "first argument must be callable");
  if (args[1] == kNone) return raise(exc::TypeError, "instance must not be None");
  return make_bound_method(args[0], args[1]);
}

Ref method_reduce(Value v, const Value*) {
  Ref builtins = import_module("builtins");
  Ref getattr = builtins ? get_attr(builtins, intern("getattr")) : Ref();
  Ref name = getattr ? get_attr(method(v)->function, names::__name__) : Ref();
  if (!name) return {};
  return tuple_of(getattr.get(), Value(tuple_of(method(v)->self, name.get())));
}

const NativeDef kMethodMethods[] = {{"__reduce__", method_reduce, ""}, {nullptr, nullptr, nullptr}};
const GetSetDef kMethodGetSet[] = {
    {"__self__", [](Value v) { return Ref::share(method(v)->self); }},
    {"__func__", [](Value v) { return Ref::share(method(v)->function); }},
    {"__doc__", [](Value v) { return get_attr(method(v)->function, names::__doc__); }},
    {nullptr, nullptr},
};

Type make_method_type() {
  Type t;
  t.name = "method";
  t.flags = kTypeGc;
  t.basic_size = sizeof(BoundMethod);
  t.weaklist_offset = offsetof(BoundMethod, weaklist);
  t.dealloc = method_dealloc;
  t.traverse = method_traverse;
  t.call = method_call;
  t.repr = method_repr;
  t.compare = method_compare;
  t.hash = method_hash;
  t.getattr = method_getattr;
  t.get = method_get;
  t.new_ = method_new;
  t.methods = kMethodMethods;
  t.getset = kMethodGetSet;
  return t;
}

// ---- cell ----------------------------------------------------------------------------------------------------------------

void cell_clear(Object* object) { clear(static_cast<Cell*>(object)->value); }

void cell_dealloc(Object* object) {
  gc_untrack(object);
  cell_clear(object);
  free_object(object);
}

void cell_traverse(Object* object, Visitor& visit) { visit(static_cast<Cell*>(object)->value); }

Ref cell_get_contents(Value v) {
  Value value = v.as<Cell>()->value;
  if (!value) return raise(exc::ValueError, "Cell is empty");
  return Ref::share(value);
}

bool cell_set_contents(Value v, Value value) {
  assign(v.as<Cell>()->value, value);
  return true;
}

Ref cell_repr(Value v) {
  Value value = v.as<Cell>()->value;
  std::string text = "<cell at " + address_text(v.object()) + ": ";
  if (!value) return make_str(text + "empty>");
  return make_str(text + to_utf8(type_of(value)->name_object) + " object at " +
                  address_text(reinterpret_cast<void*>(value.bits())) + ">");
}

Ref cell_new(Type*, const Args& args) {
  if (args.positional > 1 || args.keyword_count())
    return raise(exc::TypeError, "cell expected at most 1 argument, got %d", static_cast<int>(args.positional));
  return make_cell(args.positional ? args[0] : Value());
}

const GetSetDef kCellGetSet[] = {{"cell_contents", cell_get_contents, cell_set_contents}, {nullptr, nullptr}};

Type make_cell_type() {
  Type t;
  t.name = "cell";
  t.flags = kTypeGc;
  t.basic_size = sizeof(Cell);
  t.dealloc = cell_dealloc;
  t.traverse = cell_traverse;
  t.clear = cell_clear;
  t.repr = cell_repr;
  t.new_ = cell_new;
  t.getset = kCellGetSet;
  return t;
}

}  // namespace

Type method_type = make_method_type();
Type cell_type = make_cell_type();

Ref make_bound_method(Value function, Value self) {
  auto* m = allocate_as<BoundMethod>(&method_type);
  if (!m) return {};
  incref(function);
  m->function = function;
  incref(self);
  m->self = self;
  gc_track(m);
  return Ref::steal(m);
}

Own<Cell> make_cell(Value v) {
  auto* cell = allocate_as<Cell>(&cell_type);
  if (!cell) return {};
  xincref(v);
  cell->value = v;
  gc_track(cell);
  return Own<Cell>::steal(cell);
}

}  // namespace loopscope::python
