// SPDX-License-Identifier: MIT
#include "python/vm/bytecode_ops.h"
#include "python/vm/interpreter.h"
#include "python/vm/names.h"

/// PEP 695: type parameters and aliases are objects of the typing module, imported when first needed.
namespace loopscope::python {

namespace {
Ref typing_attribute(const char* name) {
  Ref typing = import_module("typing");
  return typing ? get_attr(typing, intern(name)) : Ref();
}

/// typing.X(name, **{keyword: thunk()})
Ref new_parameter(const char* cls, Value name, const char* keyword, Value thunk) {
  Ref type = typing_attribute(cls);
  if (!type) return {};
  if (!thunk) return call(type, name);
  Ref v = call(thunk);
  if (!v) return {};
  if (!keyword) {  // constraints, positionally
    Own<List> all = make_list();
    list_append(all.get(), name);
    if (!list_extend(all.get(), v)) return {};
    return call(type, Args{all->items, all->size, nullptr});
  }
  Own<Tuple> names = tuple_of(Value(intern(keyword)));
  Value data[] = {name, v};
  return call(type, Args{data, 1, names.get()});
}

/// Its variance is inferred, unlike that of a TypeVar that the program makes by hand.
Ref make_parameter(const char* cls, Value name, const char* keyword, Value thunk) {
  Ref made = new_parameter(cls, name, keyword, thunk);
  return made && set_attr(made, intern("__infer_variance__"), kTrue) ? made : Ref();
}
}  // namespace

Ref intrinsic_type_parameter(uint32_t op, Value* operands) {
  switch (static_cast<Op>(op)) {
    case Op::MAKE_TYPEVAR: return make_parameter("TypeVar", operands[0], nullptr, Value());
    case Op::MAKE_TYPEVAR_WITH_BOUND: return make_parameter("TypeVar", operands[0], "bound", operands[1]);
    case Op::MAKE_TYPEVAR_WITH_CONSTRAINTS: return make_parameter("TypeVar", operands[0], nullptr, operands[1]);
    case Op::MAKE_PARAMSPEC: return make_parameter("ParamSpec", operands[0], nullptr, Value());
    case Op::MAKE_TYPEVARTUPLE: return make_parameter("TypeVarTuple", operands[0], nullptr, Value());
    case Op::SET_TYPEPARAM_DEFAULT: {
      Ref v = call(operands[1]);
      if (!v || !set_attr(operands[0], intern("__default__"), v)) return {};
      return Ref::share(operands[0]);
    }
    case Op::SET_FUNCTION_TYPE_PARAMS:
      if (!set_attr(operands[0], names::__type_params__, operands[1])) return {};
      return Ref::share(operands[0]);
    case Op::SUBSCRIPT_GENERIC: {
      Ref generic = typing_attribute("Generic");
      return generic ? get_item(generic, operands[0]) : Ref();
    }
    case Op::MAKE_TYPE_ALIAS: {
      Tuple* parts = operands[0].as<Tuple>();
      Ref make = typing_attribute("_lazy_alias");
      if (!make) return {};
      Value params = parts->items[1] == kNone ? Value(empty_tuple()) : parts->items[1];
      Value data[] = {parts->items[0], parts->items[2], params};
      return call(make, Args{data, 3, nullptr});
    }
    default: return raise(exc::SystemError, "unknown intrinsic");
  }
}

}  // namespace loopscope::python
