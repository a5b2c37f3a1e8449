// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

/// Memory of the Python program: small blocks come from size-class free lists carved out of 64 KB chunks, large ones
/// from malloc. Everything counts towards one limit.
namespace loopscope::python {

/// Bytes the program may use before MemoryError; chunks are never given back, so this bounds the peak. Default 256 MB.
void set_memory_limit(size_t bytes);
size_t memory_limit();
/// Bytes held now (chunks in use by small blocks, plus large blocks).
size_t memory_in_use();

/// Untyped memory for what objects own (list items, dict tables, text). Null: MemoryError is set.
/// Zero bytes give a valid pointer. Free only with buffer_free.
void* buffer_allocate(size_t bytes);
/// As realloc: keeps the contents; on failure the old block stays valid. `p` may be null.
void* buffer_resize(void* p, size_t bytes);
void buffer_free(void* p);

namespace detail {
/// No exception on failure.
void* pool_allocate(size_t bytes);
void pool_free(void* p);
/// For what has no way to fail: beyond the limit it goes on, without any memory it aborts.
void* pool_allocate_or_abort(size_t bytes);
}  // namespace detail

/// Base of small C++ objects that come and go with Python's (bodies of native coroutines, native frames, handles): they
/// live in the program's memory, whose free lists are quicker than the general allocator.
struct Pooled {
  static void* operator new(size_t bytes) { return detail::pool_allocate_or_abort(bytes); }
  static void operator delete(void* p) { detail::pool_free(p); }
};

}  // namespace loopscope::python
