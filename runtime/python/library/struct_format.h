// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "python/vm/objects.h"

/// The format language of `struct` (also `array`'s items): sizes are those of 64-bit Linux everywhere.
namespace loopscope::python {

enum class ItemKind : uint8_t { signed_int, unsigned_int, real, flag, character, text, pascal, pad, pointer };

struct ItemType {
  char code;
  ItemKind kind;
  uint8_t size;
  bool overflows = false;  // a real too large becomes infinite instead of an error: the native 'f'
};
/// Null: not a code. `native`: the sizes of '@'.
const ItemType* find_item_type(char code, bool native);

/// A run of equal items.
struct StructField {
  ItemType type;
  uint32_t offset;
  uint32_t count;  // for s and p: the length of the one item
};

struct StructFormat {
  std::vector<StructField> fields;
  size_t size = 0, items = 0;
  bool big_endian = false;
};

/// struct.error; made when `_struct` is first imported.
extern Type* struct_error;
/// False: struct.error is raised.
bool parse_struct_format(std::string_view text, StructFormat* out);

/// One number or character, `p` little or big endian.
Ref unpack_item(const ItemType& type, const uint8_t* p, bool big_endian);
bool pack_item(const ItemType& type, uint8_t* p, Value v, bool big_endian);

double unpack_half(uint16_t bits);
/// False when it is too large for half precision.
bool pack_half(double d, uint16_t* bits);

}  // namespace loopscope::python
