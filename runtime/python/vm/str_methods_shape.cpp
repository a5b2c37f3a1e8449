// SPDX-License-Identifier: MIT
#include <algorithm>

#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/str_methods.h"

namespace loopscope::python::str_methods {

namespace {

/// The text with `left` and `right` fill characters around it.
Ref padded(Str* self, int64_t left, int64_t right, char32_t fill) {
  if (left <= 0 && right <= 0) return exact_str(self);
  if (left > kMaxStrLength || right > kMaxStrLength) return raise(exc::MemoryError, "");
  StrBuilder out;
  out.pad(fill, static_cast<size_t>(left));
  out.add(self);
  out.pad(fill, static_cast<size_t>(right));
  return out.finish();
}

/// Reads (width, fillchar=' ').
bool width_arguments(const Value* args, int64_t* width, char32_t* fill) {
  if (!to_int64(args[0], width, OnOverflow::error)) return false;
  *width = std::max<int64_t>(*width, 0);
  *fill = ' ';
  if (!args[1]) return true;
  if (!is_str(args[1])) {
    return raise(exc::TypeError, "The fill character must be a unicode character, not %T", args[1]), false;
  }
  auto s = args[1].as<Str>();
  if (s->length != 1) return raise(exc::TypeError, "The fill character must be exactly one character long"), false;
  *fill = s->at(0);
  return true;
}

bool is_char(Value v) { return is_str(v) && v.as<Str>()->length == 1; }

/// The three-argument form of maketrans.
Ref pair_table(Value from, Value to, Value drop) {
  if (!is_str(from)) return raise(exc::TypeError, "first maketrans argument must be a string if there is a second argument");
  if (!expect_str(to, "maketrans", 2) || (drop && !expect_str(drop, "maketrans", 3))) return nullptr;
  auto a = from.as<Str>(), b = to.as<Str>();
  if (a->length != b->length) {
    return raise(exc::ValueError, "the first two maketrans arguments must have equal length");
  }
  Own<Dict> table = make_dict();
  for (uint32_t i = 0; i < a->length; i++) {
    if (!dict_set(table.get(), Value::small(static_cast<intptr_t>(a->at(i))), Value::small(static_cast<intptr_t>(b->at(i))))) {
      return nullptr;
    }
  }
  for (uint32_t i = 0; drop && i < drop.as<Str>()->length; i++) {
    if (!dict_set(table.get(), Value::small(static_cast<intptr_t>(drop.as<Str>()->at(i))), kNone)) return nullptr;
  }
  return table;
}

}  // namespace

Ref center(Value v, const Value* args) {
  int64_t width;
  char32_t fill;
  if (!width_arguments(args, &width, &fill)) return nullptr;
  auto self = v.as<Str>();
  int64_t margin = width - self->length;
  if (margin <= 0) return exact_str(self);
  int64_t left = margin / 2 + (margin & width & 1);
  return padded(self, left, margin - left, fill);
}

Ref ljust(Value v, const Value* args) {
  int64_t width;
  char32_t fill;
  if (!width_arguments(args, &width, &fill)) return nullptr;
  return padded(v.as<Str>(), 0, width - v.as<Str>()->length, fill);
}

Ref rjust(Value v, const Value* args) {
  int64_t width;
  char32_t fill;
  if (!width_arguments(args, &width, &fill)) return nullptr;
  return padded(v.as<Str>(), width - v.as<Str>()->length, 0, fill);
}

Ref zfill(Value v, const Value* args) {
  int64_t width;
  if (!to_int64(args[0], &width, OnOverflow::error)) return nullptr;
  auto self = v.as<Str>();
  int64_t zeros = width < 0 ? 0 : width - self->length;
  if (zeros <= 0) return exact_str(self);
  if (zeros > kMaxStrLength) return raise(exc::MemoryError, "");
  StrBuilder out;
  uint32_t sign = self->length > 0 && (self->at(0) == '+' || self->at(0) == '-') ? 1 : 0;
  out.add(self, 0, sign);
  out.pad('0', static_cast<size_t>(zeros));
  out.add(self, sign, self->length);
  return out.finish();
}

Ref expandtabs(Value v, const Value* args) {
  int64_t size = 8;
  if (args[0] && !to_int64(args[0], &size, OnOverflow::error)) return nullptr;
  if (size > kMaxStrLength) return raise(exc::OverflowError, "Python int too large to convert to C int");
  auto self = v.as<Str>();
  StrBuilder out;
  int64_t column = 0;
  for (uint32_t i = 0; i < self->length; i++) {
    char32_t c = self->at(i);
    if (c == '\t') {
      if (size > 0) {
        int64_t step = size - column % size;
        out.pad(' ', static_cast<size_t>(step));
        column += step;
      }
      continue;
    }
    out.add(c);
    column = c == '\n' || c == '\r' ? 0 : column + 1;
  }
  return out.finish();
}

Ref translate(Value v, const Value* args) {
  auto self = v.as<Str>();
  StrBuilder out;
  for (uint32_t i = 0; i < self->length; i++) {
    char32_t c = self->at(i);
    Ref to;
    if (is_exact(args[0], dict_type)) {
      to = Ref::share(dict_get(args[0].as<Dict>(), Value::small(static_cast<intptr_t>(c))));
    } else {
      to = get_item(args[0], Value::small(static_cast<intptr_t>(c)));
      if (!to && !pending_is(exc::LookupError)) return nullptr;
      if (!to) clear_pending();
    }
    if (!to) {
      out.add(c);
    } else if (is_int(to)) {
      int64_t point;
      if (!int_fits(to, &point) || point < 0 || point > 0x10ffff) {
        return raise(exc::ValueError, "character mapping must be in range(0x110000)");
      }
      out.add(static_cast<char32_t>(point));
    } else if (is_str(to)) {
      out.add(to.as<Str>());
    } else if (to.get() != kNone) {
      return raise(exc::TypeError, "character mapping must return integer, None or str");
    }
  }
  return out.finish();
}

Ref maketrans(Value, const Value* args) {
  if (args[1]) return pair_table(args[0], args[1], args[2]);
  if (!is_dict(args[0])) return raise(exc::TypeError, "if you give only one argument to maketrans it must be a dict");
  Own<Dict> table = make_dict();
  uint32_t position = 0;
  Value key, value;
  while (dict_next(args[0].as<Dict>(), &position, &key, &value)) {
    if (is_str(key)) {
      if (!is_char(key)) return raise(exc::ValueError, "string keys in translate table must be of length 1");
      key = Value::small(static_cast<intptr_t>(key.as<Str>()->at(0)));
    } else if (!is_int(key)) {
      return raise(exc::TypeError, "keys in translate table must be strings or integers");
    }
    if (!dict_set(table.get(), key, value)) return nullptr;
  }
  return table;
}

}  // namespace loopscope::python::str_methods
