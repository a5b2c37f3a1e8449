// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace loopscope::python {

/// `Count` values that few programs need. `Write` is generated code that writes them, eight bytes at a time: the wasm's division
/// (runtime/toolchain/split.mjs) puts functions into the rare part, but all data into the main one.
template <class T, size_t Count, void (*Write)(uint64_t*)>
const T* rare_table() {
  static_assert(std::endian::native == std::endian::little);
  static uint64_t words[(Count * sizeof(T) + 7) / 8];
  // Whoever links must not see through this: inlined into its only caller the code would not be rare.
  static void (*volatile write)(uint64_t*) = Write;
  if (write) write(words);
  write = nullptr;
  return reinterpret_cast<const T*>(words);
}

}  // namespace loopscope::python
