// SPDX-License-Identifier: MIT
#include "python/library/standard_modules.h"

#include "python/library/files/source_modules.h"
#include "python/library/missing_modules.h"
#include "python/vm/import.h"

namespace loopscope::python {

void register_standard_modules() {
  register_time_module();
  register_math_module();
  register_random_module();
  register_heapq_module();
  register_bisect_module();
  register_itertools_module();
  register_functools_module();
  register_operator_module();
  register_collections_module();
  register_abc_module();
  register_types_module();
  register_weakref_module();
  register_gc_module();
  register_atexit_module();
  register_json_module();
  register_sre_module();
  register_string_module();
  register_traceback_module();
  register_cmath_module();
  register_codec_hooks_module();
  register_hash_modules();
  register_http_module();
  register_array_module();
  register_binascii_module();
  register_struct_module();
  register_syntax_tree_module();
  register_zlib_module();
  set_missing_module_hint(missing_module_hint);
  set_source_finder(files::find_source_module);
}

}  // namespace loopscope::python
