// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "python/vm/bytes_methods.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"

namespace loopscope::python::bytes_methods {

namespace {

using View = std::string_view;

Ref list_of(Value self, const std::vector<View>& parts) {
  Own<List> list = make_list(static_cast<uint32_t>(parts.size()));
  if (!list) return nullptr;
  for (View part : parts) {
    Ref item = like(self, part);
    if (!item || !list_append(list.get(), item)) return nullptr;
  }
  return list;
}

/// Reads (sep=None, maxsplit=-1), the number first: its __index__ may change the separator, and self.
bool split_arguments(const Value* args, View* separator, bool* by_space, int64_t* limit) {
  *limit = -1;
  if (args[1] && !to_int64(args[1], limit, OnOverflow::error)) return false;
  if (*limit < 0) *limit = INT64_MAX;
  *by_space = !args[0] || args[0] == kNone;
  if (*by_space) return true;
  if (!argument(args[0], separator)) return false;
  return !separator->empty() || (raise(exc::ValueError, "empty separator"), false);
}

Ref partition_by(Value self, Value by, bool backwards) {
  View separator, text = content(self);
  if (!argument(by, &separator)) return nullptr;
  if (separator.empty()) return raise(exc::ValueError, "empty separator");
  const ptrdiff_t found = backwards ? rfind_in(text, separator) : find_in(text, separator);
  const auto at = static_cast<size_t>(found);
  Ref first, middle, last;
  if (found < 0) {
    first = like(self, backwards ? View() : text);
    middle = like(self, View());
    last = like(self, backwards ? text : View());
  } else {
    first = like(self, text.substr(0, at));
    middle = is_bytearray(self) ? like(self, separator) : Ref::share(by);
    last = like(self, text.substr(at + separator.size()));
  }
  return first && middle && last ? Ref(tuple_of(first.get(), middle.get(), last.get())) : nullptr;
}

Ref strip_sides(Value self, Value set, bool left, bool right) {
  View text = content(self), chars;
  bool by_space = !set || set == kNone;
  if (!by_space && !argument(set, &chars)) return nullptr;
  auto strips = [&](char c) { return by_space ? is_space(c) : chars.find(c) != View::npos; };
  size_t size = text.size();
  while (left && !text.empty() && strips(text.front())) text.remove_prefix(1);
  while (right && !text.empty() && strips(text.back())) text.remove_suffix(1);
  return text.size() == size ? unchanged(self) : like(self, text);
}

}  // namespace

Ref split(Value self, const Value* args) {
  View separator;
  bool by_space;
  int64_t limit;
  if (!split_arguments(args, &separator, &by_space, &limit)) return nullptr;
  View text = content(self);
  std::vector<View> parts;
  if (by_space) {
    for (;;) {
      while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
      if (text.empty()) break;
      size_t end = limit-- > 0 ? 0 : text.size();
      while (end < text.size() && !is_space(text[end])) end++;
      parts.push_back(text.substr(0, end));
      text.remove_prefix(end);
    }
    return list_of(self, parts);
  }
  ptrdiff_t at;
  while (limit-- > 0 && (at = find_in(text, separator)) >= 0) {
    parts.push_back(text.substr(0, static_cast<size_t>(at)));
    text.remove_prefix(static_cast<size_t>(at) + separator.size());
  }
  parts.push_back(text);
  return list_of(self, parts);
}

Ref rsplit(Value self, const Value* args) {
  View separator;
  bool by_space;
  int64_t limit;
  if (!split_arguments(args, &separator, &by_space, &limit)) return nullptr;
  View text = content(self);
  std::vector<View> parts;
  if (by_space) {
    for (;;) {
      while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
      if (text.empty()) break;
      size_t begin = limit-- > 0 ? text.size() : 0;
      while (begin > 0 && !is_space(text[begin - 1])) begin--;
      parts.push_back(text.substr(begin));
      text = text.substr(0, begin);
    }
  } else {
    ptrdiff_t at;
    while (limit-- > 0 && (at = rfind_in(text, separator)) >= 0) {
      parts.push_back(text.substr(static_cast<size_t>(at) + separator.size()));
      text = text.substr(0, static_cast<size_t>(at));
    }
    parts.push_back(text);
  }
  std::reverse(parts.begin(), parts.end());
  return list_of(self, parts);
}

Ref splitlines(Value self, const Value* args) {
  int keep = args[0] ? truth(args[0]) : 0;
  if (keep < 0) return nullptr;
  View text = content(self);
  std::vector<View> lines;
  while (!text.empty()) {
    size_t end = text.find_first_of("\r\n"), next = end;
    if (end == View::npos) end = next = text.size();
    else next += text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n' ? 2 : 1;
    lines.push_back(text.substr(0, keep ? next : end));
    text.remove_prefix(next);
  }
  return list_of(self, lines);
}

Ref partition(Value self, const Value* args) { return partition_by(self, args[0], false); }
Ref rpartition(Value self, const Value* args) { return partition_by(self, args[0], true); }
Ref strip(Value self, const Value* args) { return strip_sides(self, args[0], true, true); }
Ref lstrip(Value self, const Value* args) { return strip_sides(self, args[0], true, false); }
Ref rstrip(Value self, const Value* args) { return strip_sides(self, args[0], false, true); }

Ref join(Value self, const Value* args) {
  if (!type_of(args[0])->iter && !type_of(args[0])->getitem) return raise(exc::TypeError, "can only join an iterable");
  Own<List> items = to_list(args[0]);
  if (!items) return nullptr;
  BytesBuilder out;
  for (uint32_t i = 0; i < items->size; i++) {
    BytesView view;
    if (!read_bytes(items->items[i], &view)) {
      return raise(exc::TypeError, "sequence item %d: expected a bytes-like object, %T found", static_cast<int>(i), items->items[i]);
    }
    View separator = content(self);
    if (i > 0) out.add(separator.data(), separator.size());
    out.add(view.data, view.length);
  }
  return out.finish(is_bytearray(self));
}

}  // namespace loopscope::python::bytes_methods
