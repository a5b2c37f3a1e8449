// SPDX-License-Identifier: MIT
#include "python/vm/format.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"
#include "python/vm/unicode.h"

/// str.format: replacement fields with attributes, items, conversions and nested specs.
namespace loopscope::python {

namespace {

bool value_error(const char* text) { return raise(exc::ValueError, "%s", text), false; }

/// A part [begin, end) of the template.
struct Part {
  uint32_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};

class Formatter {
 public:
  Formatter(Str* text, const Args& args, Value mapping) : text_(text), args_(args), mapping_(mapping) {}

  bool run(Part part, int depth, StrBuilder& out) {
    if (depth <= 0) return value_error("Max string recursion exceeded");
    for (uint32_t i = part.begin; i < part.end;) {
      uint32_t literal = i;
      while (i < part.end && at(i) != '{' && at(i) != '}') i++;
      out.add(text_, literal, i);
      if (i >= part.end) return true;
      char32_t brace = at(i++);
      if (i < part.end && at(i) == brace) {
        out.add(brace);
        i++;
        continue;
      }
      if (brace == '}') return value_error("Single '}' encountered in format string");
      if (i >= part.end) return value_error("Single '{' encountered in format string");
      if (!field(&i, part.end, depth, out)) return false;
    }
    return true;
  }

 private:
  char32_t at(uint32_t i) const { return text_->at(i); }
  Own<Str> text_of(Part p) const { return str_substring(text_, p.begin, p.end); }

  /// One field; `*i` is behind its '{' and then behind its '}'.
  bool field(uint32_t* i, uint32_t end, int depth, StrBuilder& out) {
    Part name{*i, *i}, spec;
    char32_t conversion = 0;
    bool nested = false;
    if (!split_field(i, end, &name, &conversion, &spec, &nested)) return false;
    Ref value = resolve(name);
    if (!value) return false;
    if (conversion) {
      value = convert(value, conversion);
      if (!value) return false;
    }
    Own<Str> spec_text;
    if (nested) {
      StrBuilder expanded;
      if (!run(spec, depth - 1, expanded)) return false;
      spec_text = expanded.finish();
    } else {
      spec_text = spec.empty() ? empty_str() : text_of(spec);
    }
    if (!spec_text) return false;
    Ref formatted = format(value, spec_text.get());
    if (!formatted) return false;
    out.add(formatted.as<Str>());
    return true;
  }

  bool split_field(uint32_t* i, uint32_t end, Part* name, char32_t* conversion, Part* spec, bool* nested) {
    char32_t c = 0;
    while (*i < end) {
      c = at((*i)++);
      if (c == '{') return value_error("unexpected '{' in field name");
      if (c == '[') {
        while (*i < end && at(*i) != ']') ++*i;
      } else if (c == '}' || c == ':' || c == '!') {
        break;
      }
    }
    name->end = *i - 1;
    if (c == '}') return true;
    if (c != '!' && c != ':') return value_error("expected '}' before end of string");
    if (c == '!') {
      if (*i >= end) return value_error("end of string while looking for conversion specifier");
      *conversion = at((*i)++);
      if (*i < end) {
        c = at((*i)++);
        if (c == '}') return true;
        if (c != ':') return value_error("expected ':' after conversion specifier");
      }
    }
    spec->begin = *i;
    int open = 1;
    for (; *i < end; ++*i) {
      if (at(*i) == '{') {
        *nested = true;
        open++;
      } else if (at(*i) == '}' && --open == 0) {
        spec->end = (*i)++;
        return true;
      }
    }
    return value_error("unmatched '{' in format spec");
  }

  /// -1: not a number (or empty); false: too many digits.
  bool read_index(Part p, int64_t* out) const {
    *out = -1;
    int64_t n = 0;
    for (uint32_t i = p.begin; i < p.end; i++) {
      int digit = unicode::decimal_value(at(i));
      if (digit < 0) return true;
      if (n > (INT64_MAX - digit) / 10) return value_error("Too many decimal digits in format string");
      n = n * 10 + digit;
    }
    if (!p.empty()) *out = n;
    return true;
  }

  /// The object that a field name stands for.
  Ref resolve(Part name) {
    Part first{name.begin, name.begin};
    while (first.end < name.end && at(first.end) != '.' && at(first.end) != '[') first.end++;
    int64_t index;
    if (!read_index(first, &index)) return nullptr;
    if (first.empty() || index >= 0) {
      bool automatic = first.empty();
      if (numbering_ == Numbering::unknown) numbering_ = automatic ? Numbering::automatic : Numbering::manual;
      if (automatic != (numbering_ == Numbering::automatic)) {
        return automatic ? raise(exc::ValueError,
                                 "cannot switch from manual field specification to automatic field numbering")
                         : raise(exc::ValueError,
                                 "cannot switch from automatic field numbering to manual field specification");
      }
      if (automatic) index = next_index_++;
    }
    Ref value = index >= 0 ? positional(index) : named(first);
    uint32_t i = first.end;
    while (value && i < name.end) {
      char32_t c = at(i++);
      if (c == '.') {
        Part attribute{i, i};
        while (i < name.end && at(i) != '.' && at(i) != '[') i++;
        attribute.end = i;
        if (attribute.empty()) return raise(exc::ValueError, "Empty attribute in format string");
        value = get_attr(value, intern(text_of(attribute).get()));
      } else if (c == '[') {
        Part item{i, i};
        while (i < name.end && at(i) != ']') i++;
        item.end = i;
        if (i >= name.end) return raise(exc::ValueError, "Missing ']' in format string");
        i++;
        int64_t number;
        if (!read_index(item, &number)) return nullptr;
        if (item.empty()) return raise(exc::ValueError, "Empty attribute in format string");
        value = number >= 0 ? get_item(value, make_int(number)) : get_item(value, text_of(item));
      } else {
        return raise(exc::ValueError, "Only '.' or '[' may follow ']' in format field specifier");
      }
    }
    return value;
  }

  Ref positional(int64_t index) {
    if (mapping_) return raise(exc::ValueError, "Format string contains positional fields");
    if (index >= args_.positional) {
      return raise(exc::IndexError, "Replacement index %lld out of range for positional args tuple",
                   static_cast<long long>(index));
    }
    return Ref::share(args_[static_cast<size_t>(index)]);
  }

  Ref named(Part name) {
    Own<Str> key = text_of(name);
    if (!key) return nullptr;
    if (mapping_) return get_item(mapping_, key);
    for (uint32_t k = 0; k < args_.keyword_count(); k++) {
      if (str_equal(args_.names->items[k].as<Str>(), key.get())) return Ref::share(args_[args_.positional + k]);
    }
    return raise_with(exc::KeyError, key);
  }

  static Ref convert(Value value, char32_t conversion) {
    switch (conversion) {
      case 's': return str(value);
      case 'r': return repr(value);
      case 'a': return ascii(value);
      default: break;
    }
    if (conversion > 32 && conversion < 127) {
      return raise(exc::ValueError, "Unknown conversion specifier %c", static_cast<char>(conversion));
    }
    return raise(exc::ValueError, "Unknown conversion specifier \\x%x", static_cast<unsigned>(conversion));
  }

  enum class Numbering : uint8_t { unknown, automatic, manual };
  Str* text_;
  const Args& args_;
  Value mapping_;
  Numbering numbering_ = Numbering::unknown;
  int64_t next_index_ = 0;
};

}  // namespace

Ref str_format(Str* text, const Args& args, Value mapping) {
  StrBuilder out;
  if (!Formatter(text, args, mapping).run({0, text->length}, 2, out)) return nullptr;
  return out.finish();
}

}  // namespace loopscope::python
