// SPDX-License-Identifier: MIT
#pragma once

/// The standard library's native modules, each in NAME_module.cpp. Registering costs nothing; a module's types and
/// functions are made when it is first imported. Those written in Python are in modules/.
namespace loopscope::python {

void register_time_module();
void register_math_module();
void register_random_module();
void register_heapq_module();
void register_bisect_module();
void register_itertools_module();
void register_functools_module();
void register_operator_module();
void register_collections_module();
void register_abc_module();
void register_types_module();
void register_weakref_module();
void register_gc_module();
void register_atexit_module();
void register_json_module();
void register_sre_module();
void register_string_module();
void register_traceback_module();
void register_cmath_module();
void register_codec_hooks_module();
void register_hash_modules();
void register_http_module();
void register_array_module();
void register_binascii_module();
void register_struct_module();
void register_syntax_tree_module();
void register_zlib_module();

/// All of them, and the hints for modules that are not here.
void register_standard_modules();
/// The program is over: nothing comes from the network any more.
void shut_network_down();
/// atexit callbacks, last registered first.
void run_atexit_callbacks();

}  // namespace loopscope::python
