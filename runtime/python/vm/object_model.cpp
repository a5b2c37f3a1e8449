// SPDX-License-Identifier: MIT
#include "python/vm/generic_alias.h"
#include "python/vm/slots.h"
#include "python/vm/traceback_object.h"
#include "python/vm/type_internal.h"
#include "python/vm/weakref.h"

namespace loopscope::python {

extern Type sequence_iterator_type;

void initialize_object_model() {
  ready_type(&object_type);
  ready_type(&type_type);
  for (Type* type : {&slot_wrapper_type, &method_wrapper_type, &native_function_type, &method_descriptor_type,
                     &classmethod_descriptor_type, &getset_descriptor_type, &member_descriptor_type, &property_type,
                     &classmethod_type, &staticmethod_type, &super_type, &method_type, &cell_type, &module_type,
                     &mappingproxy_type, &namespace_type, &generic_alias_type, &union_type, &weakref_type,
                     &weakref_proxy_type, &weakref_callable_proxy_type, &traceback_type, &sequence_iterator_type})
    ready_type(type);
  ready_exception_types();
}

}  // namespace loopscope::python
