// SPDX-License-Identifier: MIT
#include "python/library/exception_class.h"

#include "python/vm/names.h"

namespace loopscope::python {

Type* make_exception_class(Module* module, const char* name, Type& base) {
  Own<Dict> ns = make_dict();
  Own<Tuple> bases = tuple_of(Value(&base));
  if (!ns || !bases || !dict_set(ns.get(), names::__module__, module->name)) return nullptr;
  Ref type = new_heap_type(&type_type, intern(name), bases.get(), ns.get(), Args{});
  if (!type || !module_add(module, name, type)) return nullptr;
  return type.release().as<Type>();  // kept by the module's C++ side for ever
}

}  // namespace loopscope::python
