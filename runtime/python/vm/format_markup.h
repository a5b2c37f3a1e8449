// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/objects.h"

/// Reading the templates of str.format: text with replacement fields. What the fields stand for is others' matter.
namespace loopscope::python {

/// A part [begin, end) of a template.
struct FormatPart {
  uint32_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};
inline Own<Str> part_text(Str* text, FormatPart p) { return str_substring(text, p.begin, p.end); }

enum class FormatRead : uint8_t { end, read, error };

/// A template as a series of literal texts, each perhaps with a field after it. An escaped brace ends a literal.
class FormatMarkup {
 public:
  FormatMarkup(Str* text, FormatPart part) : text_(text), at_(part.begin), end_(part.end) {}
  /// error: ValueError is set.
  FormatRead next();

  FormatPart literal;
  bool has_field = false;
  FormatPart name, spec;
  char32_t conversion = 0;  // 0: none
  bool nested = false;      // the spec has fields of its own

 private:
  bool read_field();
  Str* text_;
  uint32_t at_, end_;
};

/// The name of a field: what begins it, then attributes and items.
class FormatName {
 public:
  FormatName(Str* text, FormatPart name) : text_(text), end_(name.end), at_(name.begin) {}
  /// Call once, before next(). False: ValueError.
  bool first();
  FormatRead next();

  FormatPart part;
  int64_t index = -1;  // the part is this number; -1: it is not a number
  bool is_attribute = false;

 private:
  bool read_index();
  Str* text_;
  uint32_t end_, at_;
};

}  // namespace loopscope::python
