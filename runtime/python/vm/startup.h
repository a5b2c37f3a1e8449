// SPDX-License-Identifier: MIT
#pragma once

/// Parts of initialize_vm, in the order in which it calls them. Types are constant-initialised statics (so they can be
/// named and their instances made at any moment); these calls give them their MRO, dict and methods.
namespace loopscope::python {

void ready_singleton_types();  // NoneType, ellipsis, NotImplementedType
void ready_number_types();     // int, bool, float, complex
void ready_str_type();         // str and its iterators
void ready_bytes_types();      // bytes, bytearray, memoryview and their iterators

void ready_sequence_types();   // list, tuple and their iterators
void ready_dict_types();       // dict, its views and iterators
void ready_set_types();
void ready_slice_type();
void ready_range_type();
void ready_function_type();
void ready_code_type();
void ready_frame_type();
void ready_generator_types();

/// All of them, after the object model.
void ready_all_types();

}  // namespace loopscope::python
