// SPDX-License-Identifier: MIT
#include "python/vm/format.h"
#include "python/vm/format_markup.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"

/// str.format: replacement fields with attributes, items, conversions and nested specs.
namespace loopscope::python {

namespace {

class Formatter {
 public:
  Formatter(Str* text, const Args& args, Value mapping) : text_(text), args_(args), mapping_(mapping) {}

  bool run(FormatPart part, int depth, StrBuilder& out) {
    if (depth <= 0) return raise(exc::ValueError, "Max string recursion exceeded"), false;
    FormatMarkup markup(text_, part);
    for (;;) {
      switch (markup.next()) {
        case FormatRead::end: return true;
        case FormatRead::error: return false;
        case FormatRead::read: break;
      }
      out.add(text_, markup.literal.begin, markup.literal.end);
      if (markup.has_field && !field(markup, depth, out)) return false;
    }
  }

 private:
  bool field(const FormatMarkup& f, int depth, StrBuilder& out) {
    Ref value = resolve(f.name);
    if (!value) return false;
    if (f.conversion) {
      value = convert(value, f.conversion);
      if (!value) return false;
    }
    Own<Str> spec;
    if (f.nested) {
      StrBuilder expanded;
      if (!run(f.spec, depth - 1, expanded)) return false;
      spec = expanded.finish();
    } else {
      spec = f.spec.empty() ? empty_str() : part_text(text_, f.spec);
    }
    if (!spec) return false;
    Ref formatted = format(value, spec.get());
    if (!formatted) return false;
    out.add(formatted.as<Str>());
    return true;
  }

  /// The object that a field name stands for.
  Ref resolve(FormatPart whole) {
    FormatName name(text_, whole);
    if (!name.first()) return nullptr;
    int64_t index = name.index;
    if (name.part.empty() || index >= 0) {
      bool automatic = name.part.empty();
      if (numbering_ == Numbering::unknown) numbering_ = automatic ? Numbering::automatic : Numbering::manual;
      if (automatic != (numbering_ == Numbering::automatic)) {
        return automatic ? raise(exc::ValueError,
                                 "cannot switch from manual field specification to automatic field numbering")
                         : raise(exc::ValueError,
                                 "cannot switch from automatic field numbering to manual field specification");
      }
      if (automatic) index = next_index_++;
    }
    Ref value = index >= 0 ? positional(index) : named(name.part);
    while (value) {
      switch (name.next()) {
        case FormatRead::end: return value;
        case FormatRead::error: return nullptr;
        case FormatRead::read: break;
      }
      Own<Str> text = part_text(text_, name.part);
      if (!text) return nullptr;
      if (name.is_attribute) value = get_attr(value, intern(text.get()));
      else value = name.index >= 0 ? get_item(value, make_int(name.index)) : get_item(value, text);
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

  Ref named(FormatPart name) {
    Own<Str> key = part_text(text_, name);
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
