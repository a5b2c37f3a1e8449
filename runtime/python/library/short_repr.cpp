// SPDX-License-Identifier: MIT
#include "python/library/short_repr.h"

#include "python/library/deque.h"
#include "python/number/hex_text.h"
#include "python/vm/errors.h"
#include "python/vm/protocol.h"

/// The limits are those of reprlib's `aRepr`.
namespace loopscope::python {

namespace {

constexpr uint32_t kMaxItems = 6, kMaxPairs = 4, kMaxText = 30, kMaxDigits = 40;
constexpr int kMaxLevel = 6;

Ref show(Value v, int level);

/// First and last part of `text`, so that it becomes `limit` long.
Ref cut(Str* text, uint32_t limit) {
  uint32_t head = (limit - 3) / 2, tail = limit - 3 - head;
  StrBuilder out;
  out.add(text, 0, head);
  out.add("...");
  out.add(text, text->length - tail, text->length);
  return out.finish();
}

Ref show_plain(Value v, uint32_t limit) {
  Ref text = repr(v);
  if (text) return text.as<Str>()->length > limit ? cut(text.as<Str>(), limit) : text;
  clear_pending();
  return make_str("<" + to_utf8(type_of(v)->name_object) + " instance at " +
                  address_text(v.is_small() ? nullptr : v.object()) + ">");
}

Ref show_text(Str* s) {
  Own<Str> begin = str_substring(s, 0, s->length < kMaxText ? s->length : kMaxText);
  Ref text = begin ? repr(begin) : Ref();
  if (!text || text.as<Str>()->length <= kMaxText) return text;
  uint32_t head = (kMaxText - 3) / 2, tail = kMaxText - 3 - head;
  Own<Str> first = str_substring(s, 0, head);
  Own<Str> last = str_substring(s, s->length > tail ? s->length - tail : 0, s->length);
  Own<Str> both = first && last ? str_concat(first.get(), last.get()) : Own<Str>();
  text = both ? repr(both) : Ref();
  return text ? cut(text.as<Str>(), kMaxText) : Ref();
}

/// In their own order if they can be ordered.
Own<List> sorted_if_possible(Value iterable) {
  Own<List> items = to_list(iterable);
  if (!items || list_sort(items.get(), Value(), false)) return items;
  clear_pending();
  return to_list(iterable);
}

Ref show_items(List* items, int level, const char* left, const char* right, bool is_tuple = false) {
  StrBuilder out;
  out.add(left);
  if (level <= 0 && items->size) {
    out.add("...");
  } else {
    for (uint32_t i = 0; i < items->size && i < kMaxItems; i++) {
      Ref text = show(items->items[i], level - 1);
      if (!text) return {};
      if (i) out.add(", ");
      out.add(text.as<Str>());
    }
    if (items->size > kMaxItems) out.add(", ...");
    if (is_tuple && items->size == 1) out.add(",");
  }
  out.add(right);
  return out.finish();
}

Ref show_dict(Dict* dict, int level) {
  if (!dict->used) return make_str("{}");
  if (level <= 0) return make_str("{...}");
  Own<List> keys = sorted_if_possible(dict);
  if (!keys) return {};
  StrBuilder out;
  out.add("{");
  for (uint32_t i = 0; i < keys->size && i < kMaxPairs; i++) {
    Ref key = show(keys->items[i], level - 1);
    Ref item = key ? get_item(dict, keys->items[i]) : Ref();
    Ref value = item ? show(item, level - 1) : Ref();
    if (!value) return {};
    if (i) out.add(", ");
    out.add(key.as<Str>());
    out.add(": ");
    out.add(value.as<Str>());
  }
  if (keys->size > kMaxPairs) out.add(", ...");
  out.add("}");
  return out.finish();
}

Ref show(Value v, int level) {
  Type* type = type_of(v);
  if (type == &str_type) return show_text(v.as<Str>());
  if (type == &int_type) return show_plain(v, kMaxDigits);
  if (type == &dict_type) return show_dict(v.as<Dict>(), level);
  bool is_set = type == &set_type || type == &frozenset_type;
  if (!is_set && type != &list_type && type != &tuple_type && type != &deque_type) return show_plain(v, kMaxText);
  Own<List> items = is_set ? sorted_if_possible(v) : to_list(v);
  if (!items) return {};
  if (is_set && !items->size) return repr(v);
  if (type == &set_type) return show_items(items.get(), level, "{", "}");
  if (type == &frozenset_type) return show_items(items.get(), level, "frozenset({", "})");
  if (type == &list_type) return show_items(items.get(), level, "[", "]");
  if (type == &tuple_type) return show_items(items.get(), level, "(", ")", true);
  return show_items(items.get(), level, "deque([", "])");
}

}  // namespace

Ref short_repr(Value v) { return show(v, kMaxLevel); }

}  // namespace loopscope::python
