// SPDX-License-Identifier: MIT
#include <cmath>
#include <string>
#include <vector>

#include "python/library/standard_modules.h"
#include "python/number/float_text.h"
#include "python/number/hex_text.h"
#include "python/vm/big_number.h"
#include "python/vm/int.h"
#include "python/vm/list.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"
#include "python/vm/vm.h"

/// `_json`: text to objects and back. json/__init__.py has the classes and defaults.
namespace loopscope::python {

namespace {

// ---- encoding ---------------------------------------------------------------------------------------------------------

struct Encoder {
  StrBuilder out;
  Value fallback;  // default(obj)
  Ref indent;      // str, or null: one line
  Ref item_separator, key_separator;
  bool ascii, sort, skip, allow_nan, check_circular;
  std::vector<Value> open;  // containers being written
  int depth = 0;

  void text(Str* s) {
    out.add('"');
    for (uint32_t i = 0; i < s->length; i++) {
      char32_t c = s->at(i);
      switch (c) {
        case '"': out.add("\\\""); continue;
        case '\\': out.add("\\\\"); continue;
        case '\n': out.add("\\n"); continue;
        case '\r': out.add("\\r"); continue;
        case '\t': out.add("\\t"); continue;
        case '\b': out.add("\\b"); continue;
        case '\f': out.add("\\f"); continue;
        default: break;
      }
      if (c >= 0x20 && (c < 0x7F || !ascii)) {
        out.add(c);
        continue;
      }
      if (c >= 0x10000) {
        c -= 0x10000;
        out.add("\\u" + hex_text(0xD800 + (c >> 10)));
        c = 0xDC00 + (c & 0x3FF);
      }
      out.add("\\u" + hex_text(c, 4));
    }
    out.add('"');
  }
  bool number(Value v, std::string* shown) {
    if (v == kTrue) *shown = "true";
    else if (v == kFalse) *shown = "false";
    else if (v == kNone) *shown = "null";
    else if (is_int(v)) {
      Ref n = exact_int(v);
      if (!int_to_decimal(n, shown)) return false;
    } else {
      double d = v.as<Float>()->value;
      if (std::isfinite(d)) {
        *shown = float_repr(d);
      } else {
        if (!allow_nan) {
          raise(exc::ValueError, "Out of range float values are not JSON compliant: %R", v);
          return false;
        }
        *shown = std::isnan(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity";
      }
    }
    return true;
  }
  void new_line() {
    out.add('\n');
    for (int i = 0; i < depth; i++) out.add(indent.as<Str>());
  }
  bool enter(Value v) {
    for (Value known : open)
      if (check_circular && known == v) return raise(exc::ValueError, "Circular reference detected"), false;
    if (open.size() > 990) return raise(exc::RecursionError, "maximum recursion depth exceeded while encoding a JSON object"), false;
    open.push_back(v);
    depth++;
    return true;
  }
  void leave(bool any) {
    open.pop_back();
    depth--;
    if (any && indent) new_line();
  }
  bool array(Value v) {
    Own<List> items = to_list(v);
    if (!items) return false;
    if (!items->size) return out.add("[]"), true;
    if (!enter(v)) return false;
    out.add('[');
    for (uint32_t i = 0; i < items->size; i++) {
      if (i) out.add(item_separator.as<Str>());
      if (indent) new_line();
      Ref item = Ref::share(items->items[i]);
      if (!value(item)) return false;
    }
    leave(true);
    out.add(']');
    return true;
  }
  bool object(Value v) {
    if (!v.as<Dict>()->used) return out.add("{}"), true;
    if (!enter(v)) return false;
    Ref view = call_method(v, names::items);
    Own<List> items = view ? to_list(view) : Own<List>();
    if (!items || (sort && !list_sort(items.get(), {}, false))) return false;
    out.add('{');
    bool any = false;
    for (uint32_t i = 0; i < items->size; i++) {
      Own<Tuple> pair = to_tuple(items->items[i]);
      if (!pair) return false;
      Value key = pair->items[0];
      Ref key_text;
      if (is_str(key)) {
        key_text = Ref::share(key);
      } else if (is_float(key) || is_int(key) || key == kNone) {
        std::string shown;
        if (!number(key, &shown)) return false;
        key_text = make_str(shown);
      } else if (skip) {
        continue;
      } else {
        return raise(exc::TypeError, "keys must be str, int, float, bool or None, not %T", key), false;
      }
      if (any) out.add(item_separator.as<Str>());
      any = true;
      if (indent) new_line();
      text(key_text.as<Str>());
      out.add(key_separator.as<Str>());
      if (!value(pair->items[1])) return false;
    }
    leave(any);
    out.add('}');
    return true;
  }
  bool value(Value v) {
    if (is_str(v)) return text(v.as<Str>()), true;
    if (v == kNone || is_int(v) || is_float(v)) {
      std::string shown;
      if (!number(v, &shown)) return false;
      out.add(shown);
      return true;
    }
    if (is_list(v) || is_tuple(v)) return array(v);
    if (is_dict(v)) return object(v);
    if (!enter(v)) return false;
    depth--;  // default() is not a level
    Ref other = call(fallback, v);
    if (!other || !value(other)) return false;
    open.pop_back();
    return true;
  }
};

Ref encode(Value, const Value* args) {
  Encoder e;
  e.fallback = args[1];
  if (args[2] != kNone) e.indent = Ref::share(args[2]);
  e.item_separator = Ref::share(args[3]);
  e.key_separator = Ref::share(args[4]);
  bool* flags[] = {&e.ascii, &e.sort, &e.skip, &e.allow_nan, &e.check_circular};
  for (int i = 0; i < 5; i++) *flags[i] = truth(args[5 + i]) == 1;
  if (!is_str(e.item_separator) || !is_str(e.key_separator)) return raise(exc::TypeError, "separators must be strings");
  return e.value(args[0]) ? Ref(e.out.finish()) : Ref();
}

// ---- decoding ---------------------------------------------------------------------------------------------------------

struct Decoder {
  Str* s;
  uint32_t at = 0;
  Value object_hook, parse_float, parse_int, parse_constant, pairs_hook, error;
  bool strict;
  int depth = 0;

  char32_t peek() const { return at < s->length ? s->at(at) : 0; }
  void space() {
    while (at < s->length && (s->at(at) == ' ' || s->at(at) == '\n' || s->at(at) == '\t' || s->at(at) == '\r')) at++;
  }
  Ref fail(const char* message, uint32_t place) {
    Own<Str> m = make_str(message);
    Ref e = call(error, Value(m), Value(s), make_int(place).get());
    if (e) raise_value(e);
    return {};
  }
  bool literal(std::string_view word) {
    if (s->length - at < word.size()) return false;
    for (size_t i = 0; i < word.size(); i++)
      if (s->at(at + static_cast<uint32_t>(i)) != static_cast<char32_t>(word[i])) return false;
    at += static_cast<uint32_t>(word.size());
    return true;
  }
  bool unit(uint32_t place, char32_t* out) {
    if (s->length < place + 4) return false;
    *out = 0;
    for (uint32_t i = 0; i < 4; i++) {
      char32_t c = s->at(place + i), digit;
      if (c >= '0' && c <= '9') digit = c - '0';
      else if ((c | 32) >= 'a' && (c | 32) <= 'f') digit = (c | 32) - 'a' + 10;
      else return false;
      *out = *out * 16 + digit;
    }
    return true;
  }
  /// `at` is after the opening quote.
  Ref text() {
    uint32_t begin = at - 1;
    StrBuilder out;
    for (;;) {
      if (at >= s->length) return fail("Unterminated string starting at", begin);
      uint32_t from = at;
      while (at < s->length && s->at(at) != '"' && s->at(at) != '\\' && s->at(at) >= 0x20) at++;
      out.add(s, from, at);
      if (at >= s->length) return fail("Unterminated string starting at", begin);
      char32_t c = s->at(at++);
      if (c == '"') return out.finish();
      if (c != '\\') {
        if (strict) return fail("Invalid control character at", at - 1);
        out.add(c);
        continue;
      }
      if (at >= s->length) return fail("Unterminated string starting at", begin);
      c = s->at(at++);
      switch (c) {
        case '"': case '\\': case '/': out.add(c); break;
        case 'b': out.add('\b'); break;
        case 'f': out.add('\f'); break;
        case 'n': out.add('\n'); break;
        case 'r': out.add('\r'); break;
        case 't': out.add('\t'); break;
        case 'u': {
          char32_t u, low;
          if (!unit(at, &u)) return fail("Invalid \\uXXXX escape", at - 1);
          at += 4;
          if (u >= 0xD800 && u < 0xDC00 && s->length > at + 1 && s->at(at) == '\\' && s->at(at + 1) == 'u' && unit(at + 2, &low) &&
              low >= 0xDC00 && low < 0xE000) {
            u = 0x10000 + ((u - 0xD800) << 10 | (low - 0xDC00));
            at += 6;
          }
          out.add(u);
          break;
        }
        default: return fail("Invalid \\escape", at - 2);
      }
    }
  }
  Ref number() {
    uint32_t begin = at;
    auto digits = [&] {
      uint32_t from = at;
      while (at < s->length && s->at(at) >= '0' && s->at(at) <= '9') at++;
      return at > from;
    };
    if (peek() == '-') at++;
    if (peek() == '0') at++;
    else if (!digits()) return fail("Expecting value", begin);
    bool is_real = false;
    uint32_t end = at;
    if (peek() == '.') {
      at++;
      if (digits()) is_real = true, end = at;
      at = end;
    }
    if ((peek() | 32) == 'e') {
      at++;
      if (peek() == '+' || peek() == '-') at++;
      if (digits()) is_real = true, end = at;
      at = end;
    }
    Own<Str> part = str_substring(s, begin, at);
    if (!part) return {};
    Value hook = is_real ? parse_float : parse_int;
    if (hook) return call(hook, part);
    std::string shown = to_utf8(part.get());
    return is_real ? float_from_text(shown, part) : int_from_text(shown, 10, part);
  }
  Ref constant(const char* name, double d) { return parse_constant ? call(parse_constant, make_str(name)) : make_float(d); }
  Ref array() {
    Own<List> list = make_list();
    space();
    if (peek() == ']' && at < s->length) return at++, Ref(list);
    for (;;) {
      Ref v = value();
      if (!v || !list_append(list.get(), v)) return {};
      space();
      if (peek() == ']') return at++, Ref(list);
      if (peek() != ',') return fail("Expecting ',' delimiter", at);
      uint32_t comma = at++;
      space();
      if (peek() == ']') return fail("Illegal trailing comma before end of array", comma);
    }
  }
  Ref object() {
    Own<Dict> dict = make_dict();
    Own<List> pairs = pairs_hook ? make_list() : Own<List>();
    space();
    if (peek() == '}') {
      at++;
    } else {
      if (peek() != '"') return fail("Expecting property name enclosed in double quotes", at);
      for (;;) {
        at++;
        Ref key = text();
        if (!key) return {};
        space();
        if (peek() != ':') return fail("Expecting ':' delimiter", at);
        at++;
        space();
        Ref v = value();
        if (!v) return {};
        if (pairs ? !list_append(pairs.get(), tuple_of(key.get(), v.get())) : !dict_set(dict.get(), key.get(), v)) return {};
        space();
        if (peek() == '}') {
          at++;
          break;
        }
        if (peek() != ',') return fail("Expecting ',' delimiter", at);
        uint32_t comma = at++;
        space();
        if (peek() != '"') {
          if (peek() == '}') return fail("Illegal trailing comma before end of object", comma);
          return fail("Expecting property name enclosed in double quotes", at);
        }
      }
    }
    if (pairs_hook) return call(pairs_hook, pairs);
    return object_hook ? call(object_hook, dict) : Ref(dict);
  }
  Ref value() {
    if (at >= s->length) return fail("Expecting value", at);
    if (++depth > 990) return raise(exc::RecursionError, "maximum recursion depth exceeded while decoding a JSON document");
    Ref v = one();
    depth--;
    return v;
  }
  Ref one() {
    uint32_t begin = at;
    switch (s->at(at)) {
      case '"': at++; return text();
      case '{': at++; return object();
      case '[': at++; return array();
      case 'n': if (literal("null")) return none(); break;
      case 't': if (literal("true")) return boolean(true); break;
      case 'f': if (literal("false")) return boolean(false); break;
      case 'N': if (literal("NaN")) return constant("NaN", NAN); break;
      case 'I': if (literal("Infinity")) return constant("Infinity", INFINITY); break;
      case '-':
        if (literal("-Infinity")) return constant("-Infinity", -INFINITY);
        return number();
      default:
        if (s->at(at) >= '0' && s->at(at) <= '9') return number();
    }
    return fail("Expecting value", begin);
  }
};

/// (value, end)
Ref decode(Value, const Value* args) {
  Decoder d;
  if (!is_str(args[0])) return raise(exc::TypeError, "first argument must be a string, not %T", args[0]);
  d.s = args[0].as<Str>();
  ptrdiff_t start;
  if (!to_ssize(args[1], &start)) return {};
  if (start < 0) return raise(exc::ValueError, "idx cannot be negative");
  d.at = static_cast<uint32_t>(start);
  Value* hooks[] = {&d.object_hook, &d.parse_float, &d.parse_int, &d.parse_constant, &d.pairs_hook};
  for (int i = 0; i < 5; i++)
    if (args[2 + i] != kNone) *hooks[i] = args[2 + i];
  d.strict = truth(args[7]) == 1;
  d.error = args[8];
  Ref v = d.value();
  return v ? Ref(tuple_of(v.get(), make_int(d.at).get())) : Ref();
}

const NativeDef kFunctions[] = {
    {"encode", encode, "obj, default, indent, item_separator, key_separator, ensure_ascii, sort_keys, skipkeys, allow_nan, check_circular, /"},
    {"decode", decode, "s, idx, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, strict, error, /"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

void register_json_module() {
  register_native_module("_json", [](Module* m) { return module_add(m, kFunctions); });
}

}  // namespace loopscope::python
