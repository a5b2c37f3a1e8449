// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/bytes.h"

namespace loopscope::python {

/// A one-dimensional view of a bytes-like object. Items may be wider than a byte (cast) and apart (slices with a step).
struct MemoryView : Object {
  Value owner;        // what it looks at; null when released
  uint8_t* data;      // first item
  uint32_t length;    // items
  ptrdiff_t stride;   // bytes from item to item
  uint32_t item_size;
  char format;        // as in struct: B b c h H i I l L q Q f d ?
  bool readonly;
};

/// The content if it is contiguous.
bool read_memoryview(MemoryView* m, BytesView* out);
/// The content as bytes, in order. ValueError when released.
Own<Bytes> memoryview_bytes(MemoryView* m);

}  // namespace loopscope::python
