// SPDX-License-Identifier: MIT
#include "python/vm/startup.h"

#include "python/vm/type_internal.h"

namespace loopscope::python {

void ready_all_types() {
  initialize_object_model();
  ready_singleton_types();
  ready_number_types();
  ready_str_type();
  ready_bytes_types();
  ready_sequence_types();
  ready_dict_types();
  ready_set_types();
  ready_slice_type();
  ready_range_type();
  ready_function_type();
  ready_code_type();
  ready_frame_type();
  ready_generator_types();
}

}  // namespace loopscope::python
