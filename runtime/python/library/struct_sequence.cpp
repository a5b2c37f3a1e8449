// SPDX-License-Identifier: MIT
#include "python/library/struct_sequence.h"

#include <cstring>
#include <string>

#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"
#include "python/vm/tuple.h"

namespace loopscope::python {

namespace {

template <int i>
Ref field(Value v) {
  return Ref::share(v.as<Tuple>()->items[i]);
}
Ref (*const kGetters[])(Value) = {field<0>,  field<1>,  field<2>,  field<3>,  field<4>,  field<5>,
                                  field<6>,  field<7>,  field<8>,  field<9>,  field<10>, field<11>,
                                  field<12>, field<13>, field<14>, field<15>, field<16>, field<17>};

StructSequence* sequence_of(Value v) { return reinterpret_cast<StructSequence*>(type_of(v)); }

Ref repr_sequence(Value v) {
  StructSequence* s = sequence_of(v);
  std::string text = std::string(s->type.name) + "(";
  for (uint32_t i = 0; i < s->count; i++) {
    Ref shown = repr(v.as<Tuple>()->items[i]);
    if (!shown) return {};
    text += (i ? ", " : "") + std::string(s->fields[i]) + "=" + to_utf8(shown.as<Str>());
  }
  return make_str(text + ")");
}

Ref new_sequence(Type* type, const Args& args) {
  auto* s = reinterpret_cast<StructSequence*>(type);
  BoundArgs bound(*Signature::of("sequence, /"), {type->name}, args);
  Own<Tuple> items = bound ? to_tuple(bound[0]) : Own<Tuple>();
  if (!items) return {};
  if (items->size != s->count)
    return raise(exc::TypeError, "%s() takes a %d-sequence (%d-sequence given)", type->name, static_cast<int>(s->count), static_cast<int>(items->size));
  return make_struct_sequence(s, items->items);
}

Ref lazy_getattr(Value self, const Value* args) {
  Dict* dict = self.as<Module>()->dict;
  Value table = dict_get(dict, intern("__lazy__"));
  Value where = table && is_str(args[0]) ? dict_get(table.as<Dict>(), args[0]) : Value();
  if (!where)
    return raise(exc::AttributeError, "module '%U' has no attribute '%S'", self.as<Module>()->name, args[0]);
  Ref module = import_module(to_utf8(where.as<Str>()));
  // The name of the module itself: a submodule.
  std::string wanted = to_utf8(where.as<Str>());
  bool submodule = wanted == to_utf8(self.as<Module>()->name) + "." + to_utf8(args[0].as<Str>());
  Ref v = submodule ? module : module ? get_attr(module, intern(args[0].as<Str>())) : Ref();
  return v && dict_set(dict, args[0], v) ? v : Ref();
}
const NativeDef kLazyFunctions[] = {{"__getattr__", lazy_getattr, "name, /"}, {nullptr, nullptr, nullptr}};

}  // namespace

void ready_struct_sequence(StructSequence* s, const char* name, const char* const* fields, uint32_t count) {
  s->fields = fields;
  s->count = count;
  s->type.name = name;
  s->type.flags = kTypeGc;
  s->type.base = &tuple_type;
  s->type.repr = repr_sequence;
  s->type.new_ = new_sequence;
  auto* getset = new GetSetDef[count + 1];
  for (uint32_t i = 0; i < count; i++) getset[i] = {fields[i], kGetters[i]};
  getset[count] = {nullptr, nullptr};
  s->type.getset = getset;
  ready_type(&s->type);
}

Ref make_struct_sequence(StructSequence* s, const Value* values) {
  Own<Tuple> t = make_tuple_of(&s->type, s->count);
  for (uint32_t i = 0; t && i < s->count; i++) t->items[i] = Ref::share(values[i]).release();
  return t;
}

bool module_add_lazy(Module* m, const char* python_module, const char* names) {
  static Str* const key = intern("__lazy__");
  Value table = dict_get(m->dict, key);
  if (!table) {
    Own<Dict> made = make_dict();
    if (!made || !dict_set(m->dict, key, made) || !module_add(m, kLazyFunctions)) return false;
    table = Value(made.get());
  }
  Own<Str> where = make_str(python_module);
  std::string_view rest = names;
  while (!rest.empty()) {
    size_t space = rest.find(' ');
    std::string_view name = rest.substr(0, space);
    if (!dict_set(table.as<Dict>(), intern(name), where)) return false;
    rest = space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
  }
  return true;
}

bool module_add_type(Module* m, Type* type) {
  ready_type(type);
  const char* dot = std::strrchr(type->name, '.');
  return module_add(m, dot ? dot + 1 : type->name, type);
}

}  // namespace loopscope::python
