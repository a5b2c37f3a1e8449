// SPDX-License-Identifier: MIT
#include <cstring>

#include "python/vm/bytes_methods.h"
#include "python/vm/int.h"
#include "python/vm/str.h"

namespace loopscope::python::bytes_methods {

namespace {

using View = std::string_view;

/// Arguments sub (bytes-like or one byte as int), start, end.
struct Search {
  View needle;
  char byte;
  int64_t start = 0, end = INT64_MAX;
  View range;
  bool possible = false;

  bool read(Value self, const Value* args) {
    // The bounds first: their __index__ may change what is searched and what for.
    if (!slice_bound(args[1], &start) || !slice_bound(args[2], &end)) return false;
    BytesView view;
    if (read_bytes(args[0], &view)) {
      needle = {reinterpret_cast<const char*>(view.data), view.length};
    } else if (type_of(args[0])->index) {
      uint8_t value;
      if (!to_byte(args[0], &value)) return false;
      byte = static_cast<char>(value);
      needle = {&byte, 1};
    } else {
      return raise(exc::TypeError, "argument should be integer or bytes-like object, not '%T'", args[0]), false;
    }
    View text = content(self);
    adjust_range(static_cast<int64_t>(text.size()), &start, &end);
    possible = start <= end;
    if (possible) range = text.substr(static_cast<size_t>(start), static_cast<size_t>(end - start));
    return true;
  }
};

Ref find_or(Value self, const Value* args, bool backwards, bool must) {
  Search search;
  if (!search.read(self, args)) return nullptr;
  ptrdiff_t at = !search.possible ? -1 : backwards ? rfind_in(search.range, search.needle) : find_in(search.range, search.needle);
  if (at < 0) return must ? Ref(raise(exc::ValueError, "subsection not found")) : Ref::small(-1);
  return Ref::small(at + static_cast<intptr_t>(search.start));
}

bool affix_matches(View text, View affix, bool at_end) {
  if (affix.size() > text.size()) return false;
  return (at_end ? text.substr(text.size() - affix.size()) : text.substr(0, affix.size())) == affix;
}

Ref has_affix(Value self, const Value* args, const char* method, bool at_end) {
  int64_t start = 0, end = INT64_MAX;
  if (!slice_bound(args[1], &start) || !slice_bound(args[2], &end)) return nullptr;
  View text = content(self);
  adjust_range(static_cast<int64_t>(text.size()), &start, &end);
  bool possible = start <= end;
  if (possible) text = text.substr(static_cast<size_t>(start), static_cast<size_t>(end - start));
  View affix;
  if (is_tuple(args[0])) {
    auto options = args[0].as<Tuple>();
    for (uint32_t i = 0; i < options->size; i++) {
      if (!argument(options->items[i], &affix)) return nullptr;
      if (possible && affix_matches(text, affix, at_end)) return boolean(true);
    }
    return boolean(false);
  }
  BytesView view;
  if (!read_bytes(args[0], &view)) {
    return raise(exc::TypeError, "%s first arg must be bytes or a tuple of bytes, not %T", method, args[0]);
  }
  affix = {reinterpret_cast<const char*>(view.data), view.length};
  return boolean(possible && affix_matches(text, affix, at_end));
}

}  // namespace

Ref find(Value self, const Value* args) { return find_or(self, args, false, false); }
Ref rfind(Value self, const Value* args) { return find_or(self, args, true, false); }
Ref index(Value self, const Value* args) { return find_or(self, args, false, true); }
Ref rindex(Value self, const Value* args) { return find_or(self, args, true, true); }

Ref count(Value self, const Value* args) {
  Search search;
  if (!search.read(self, args)) return nullptr;
  if (!search.possible) return Ref::small(0);
  View text = search.range;
  if (search.needle.empty()) return make_int(static_cast<int64_t>(text.size()) + 1);
  intptr_t found = 0;
  for (ptrdiff_t at; (at = find_in(text, search.needle)) >= 0; found++) {
    text.remove_prefix(static_cast<size_t>(at) + search.needle.size());
  }
  return Ref::small(found);
}

Ref startswith(Value self, const Value* args) { return has_affix(self, args, "startswith", false); }
Ref endswith(Value self, const Value* args) { return has_affix(self, args, "endswith", true); }

Ref replace(Value self, const Value* args) {
  HeldBytes held_old, held_replacement;
  if (!held_old.acquire(args[0]) || !held_replacement.acquire(args[1])) return nullptr;
  int64_t count = -1;
  if (args[2] && !to_int64(args[2], &count, OnOverflow::error)) return nullptr;
  if (count < 0) count = INT64_MAX;
  const View old = text_of(held_old), replacement = text_of(held_replacement);
  View text = content(self);
  BytesBuilder out;
  if (old.empty()) {
    for (size_t i = 0; i <= text.size(); i++) {
      if (count-- > 0) out.add(replacement.data(), replacement.size());
      if (i < text.size()) out.add(static_cast<uint8_t>(text[i]));
    }
    return out.finish(is_bytearray(self));
  }
  ptrdiff_t at;
  while (count-- > 0 && (at = find_in(text, old)) >= 0) {
    out.add(text.data(), static_cast<size_t>(at));
    out.add(replacement.data(), replacement.size());
    text.remove_prefix(static_cast<size_t>(at) + old.size());
  }
  out.add(text.data(), text.size());
  return out.finish(is_bytearray(self));
}

Ref removeprefix(Value self, const Value* args) {
  View affix, text = content(self);
  if (!argument(args[0], &affix)) return nullptr;
  return affix_matches(text, affix, false) ? like(self, text.substr(affix.size())) : unchanged(self);
}

Ref removesuffix(Value self, const Value* args) {
  View affix, text = content(self);
  if (!argument(args[0], &affix)) return nullptr;
  return affix_matches(text, affix, true) ? like(self, text.substr(0, text.size() - affix.size())) : unchanged(self);
}

Ref translate(Value self, const Value* args) {
  View table, removed, text = content(self);
  bool has_table = args[0] != kNone;
  if (has_table) {
    if (!argument(args[0], &table)) return nullptr;
    if (table.size() != 256) return raise(exc::ValueError, "translation table must be 256 characters long");
  }
  if (args[1] && !argument(args[1], &removed)) return nullptr;
  BytesBuilder out;
  for (char c : text) {
    if (removed.find(c) != View::npos) continue;
    out.add(static_cast<uint8_t>(has_table ? table[static_cast<uint8_t>(c)] : c));
  }
  return out.finish(is_bytearray(self));
}

Ref maketrans(Value, const Value* args) {
  View from, to;
  if (!argument(args[0], &from) || !argument(args[1], &to)) return nullptr;
  if (from.size() != to.size()) return raise(exc::ValueError, "maketrans arguments must have same length");
  uint8_t table[256];
  for (int i = 0; i < 256; i++) table[i] = static_cast<uint8_t>(i);
  for (size_t i = 0; i < from.size(); i++) table[static_cast<uint8_t>(from[i])] = static_cast<uint8_t>(to[i]);
  return make_bytes(table, 256);
}

}  // namespace loopscope::python::bytes_methods
