// SPDX-License-Identifier: MIT
#include <cstring>

#include "python/vm/fold.h"
#include "python/vm/generator.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/special_method.h"
#include "python/vm/str_methods.h"
#include "python/vm/unicode.h"

namespace loopscope::python::str_methods {

namespace {

bool add_part(List* list, Str* self, uint32_t begin, uint32_t end) {
  Own<Str> part = str_substring(self, begin, end);
  return part && list_append(list, part);
}

/// Reads (sep=None, maxsplit=-1); *separator null means white space.
bool split_arguments(const Value* args, Str** separator, int64_t* limit) {
  *separator = nullptr;
  if (args[0] && args[0] != kNone) {
    if (!is_str(args[0])) return raise(exc::TypeError, "must be str or None, not %T", args[0]), false;
    *separator = args[0].as<Str>();
    if ((*separator)->length == 0) return raise(exc::ValueError, "empty separator"), false;
  }
  int64_t count = -1;
  if (args[1] && !to_int64(args[1], &count, OnOverflow::error)) return false;
  *limit = count < 0 ? INT64_MAX : count;
  return true;
}

/// Whether character `k` of the text is white space.
inline bool space_at(const Str* self, uint32_t k) {
  char32_t c = self->at(k);
  return c > ' ' && c < 0x7F ? false : unicode::is_space(c);
}

Own<List> split_space(Str* self, int64_t limit) {
  Own<List> parts = make_list();
  uint32_t n = self->length, i = 0;
  auto space = [self](uint32_t k) { return space_at(self, k); };
  for (;;) {
    while (i < n && space(i)) i++;
    if (i == n) return parts;
    uint32_t begin = i;
    if (limit-- <= 0) return add_part(parts.get(), self, begin, n) ? parts : nullptr;
    while (i < n && !space(i)) i++;
    if (!add_part(parts.get(), self, begin, i)) return nullptr;
  }
}

Own<List> rsplit_space(Str* self, int64_t limit) {
  Own<List> parts = make_list();
  uint32_t i = self->length;
  auto space = [self](uint32_t k) { return space_at(self, k); };
  for (;;) {
    while (i > 0 && space(i - 1)) i--;
    if (i == 0) return parts;
    uint32_t end = i;
    if (limit-- <= 0) return add_part(parts.get(), self, 0, end) ? parts : nullptr;
    while (i > 0 && !space(i - 1)) i--;
    if (!add_part(parts.get(), self, i, end)) return nullptr;
  }
}

void reverse(List* list) {
  for (uint32_t i = 0, j = list->size; i + 1 < j; i++) std::swap(list->items[i], list->items[--j]);
}

Ref partition_at(Str* self, Str* separator, ptrdiff_t at, bool backwards) {
  if (at < 0) {
    Own<Str> empty = empty_str(), whole = exact_str(self);
    return backwards ? tuple_of(empty.get(), empty.get(), whole.get()) : tuple_of(whole.get(), empty.get(), empty.get());
  }
  auto begin = static_cast<uint32_t>(at);
  Own<Str> before = str_substring(self, 0, begin);
  Own<Str> after = str_substring(self, begin + separator->length, self->length);
  if (!before || !after) return nullptr;
  return tuple_of(before.get(), exact_str(separator).get(), after.get());
}

Ref partition_by(Value v, Value argument, bool backwards) {
  if (!is_str(argument)) return raise(exc::TypeError, "must be str, not %T", argument);
  auto self = v.as<Str>(), separator = argument.as<Str>();
  if (separator->length == 0) return raise(exc::ValueError, "empty separator");
  ptrdiff_t at = backwards ? rfind_text(span(self), span(separator)) : find_text(span(self), span(separator));
  return partition_at(self, separator, at, backwards);
}

enum Side { kLeft = 1, kRight = 2 };

Ref strip_sides(Value v, Value argument, int sides) {
  auto self = v.as<Str>();
  Str* set = nullptr;
  if (argument && argument != kNone) {
    if (!is_str(argument)) {
      return raise(exc::TypeError, "%s arg must be None or str",
                   sides == kLeft ? "lstrip" : sides == kRight ? "rstrip" : "strip");
    }
    set = argument.as<Str>();
  }
  auto stripped = [&](char32_t c) {
    if (!set) return unicode::is_space(c);
    for (uint32_t i = 0; i < set->length; i++)
      if (set->at(i) == c) return true;
    return false;
  };
  uint32_t begin = 0, end = self->length;
  if (sides & kLeft)
    while (begin < end && stripped(self->at(begin))) begin++;
  if (sides & kRight)
    while (end > begin && stripped(self->at(end - 1))) end--;
  return str_substring(self, begin, end);
}

}  // namespace

Ref split(Value v, const Value* args) {
  auto self = v.as<Str>();
  Str* separator;
  int64_t limit;
  if (!split_arguments(args, &separator, &limit)) return nullptr;
  if (!separator) return split_space(self, limit);
  Own<List> parts = make_list();
  uint32_t from = 0;
  while (limit-- > 0) {
    ptrdiff_t at = find_text(span(self).part(from, self->length), span(separator));
    if (at < 0) break;
    if (!add_part(parts.get(), self, from, from + static_cast<uint32_t>(at))) return nullptr;
    from += static_cast<uint32_t>(at) + separator->length;
  }
  return add_part(parts.get(), self, from, self->length) ? Ref(parts) : nullptr;
}

Ref rsplit(Value v, const Value* args) {
  auto self = v.as<Str>();
  Str* separator;
  int64_t limit;
  if (!split_arguments(args, &separator, &limit)) return nullptr;
  Own<List> parts;
  if (!separator) {
    parts = rsplit_space(self, limit);
    if (!parts) return nullptr;
  } else {
    parts = make_list();
    uint32_t end = self->length;
    while (limit-- > 0) {
      ptrdiff_t at = rfind_text(span(self).part(0, end), span(separator));
      if (at < 0) break;
      if (!add_part(parts.get(), self, static_cast<uint32_t>(at) + separator->length, end)) return nullptr;
      end = static_cast<uint32_t>(at);
    }
    if (!add_part(parts.get(), self, 0, end)) return nullptr;
  }
  reverse(parts.get());
  return parts;
}

Ref splitlines(Value v, const Value* args) {
  auto self = v.as<Str>();
  int keep = args[0] ? truth(args[0]) : 0;
  if (keep < 0) return nullptr;
  Own<List> lines = make_list();
  uint32_t n = self->length;
  for (uint32_t begin = 0; begin < n;) {
    uint32_t end = begin;
    while (end < n && !unicode::is_line_break(self->at(end))) end++;
    uint32_t next = end;
    if (next < n) next += self->at(next) == '\r' && next + 1 < n && self->at(next + 1) == '\n' ? 2 : 1;
    if (!add_part(lines.get(), self, begin, keep ? next : end)) return nullptr;
    begin = next;
  }
  return lines;
}

Ref partition(Value self, const Value* args) { return partition_by(self, args[0], false); }
Ref rpartition(Value self, const Value* args) { return partition_by(self, args[0], true); }
Ref strip(Value self, const Value* args) { return strip_sides(self, args[0], kLeft | kRight); }
Ref lstrip(Value self, const Value* args) { return strip_sides(self, args[0], kLeft); }
Ref rstrip(Value self, const Value* args) { return strip_sides(self, args[0], kRight); }
Ref join(Value self, const Value* args) {
  if (!is_exact(args[0], generator_type)) return str_join(self.as<Str>(), args[0]);
  Frame* before = current_thread().top;
  return and_then(before, list_tail(args[0]), [](Value separator, Ref list) -> Ref {
    return list ? str_join(separator.as<Str>(), list) : Own<Str>();
  }, self);
}

}  // namespace loopscope::python::str_methods

namespace loopscope::python {

Own<Str> str_join(Str* separator, Value iterable) {
  Ref held = Ref::share(iterable);
  if (!is_exact(iterable, list_type) && !is_exact(iterable, tuple_type)) {
    Ref iterator = iterate(iterable);
    Own<List> list = iterator ? to_list(iterator) : Own<List>();
    if (!list) {
      if (pending_is(exc::TypeError) && !type_of(iterable)->iter && !type_of(iterable)->getitem) {
        clear_pending();
        return raise(exc::TypeError, "can only join an iterable");
      }
      return nullptr;
    }
    held = Ref(list);
  }
  bool is_list_object = is_exact(held, list_type);
  const Value* items = is_list_object ? held.as<List>()->items : held.as<Tuple>()->items;
  uint32_t count = is_list_object ? held.as<List>()->size : held.as<Tuple>()->size;
  if (count == 0) return empty_str();
  size_t length = static_cast<size_t>(separator->length) * (count - 1);
  bool wide = separator->wide && count > 1;
  for (uint32_t i = 0; i < count; i++) {
    if (!is_str(items[i])) {
      return raise(exc::TypeError, "sequence item %d: expected str instance, %T found", static_cast<int>(i), items[i]);
    }
    length += items[i].as<Str>()->length;
    wide |= items[i].as<Str>()->wide;
  }
  if (count == 1) return exact_str(items[0].as<Str>());
  Own<Str> result = new_str(length, wide);
  if (!result) return result;
  size_t at = 0;
  auto add = [&](const Str* s) {
    if (!wide) {
      std::memcpy(static_cast<uint8_t*>(result->data) + at, s->data, s->length);
    } else {
      auto out = static_cast<char32_t*>(result->data) + at;
      if (s->wide) std::memcpy(out, s->data, static_cast<size_t>(s->length) * 4);
      else
        for (uint32_t i = 0; i < s->length; i++) out[i] = s->narrow()[i];
    }
    at += s->length;
  };
  for (uint32_t i = 0; i < count; i++) {
    if (i > 0) add(separator);
    add(items[i].as<Str>());
  }
  return str_filled(std::move(result));
}

}  // namespace loopscope::python
