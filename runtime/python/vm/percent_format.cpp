// SPDX-License-Identifier: MIT
#include <climits>

#include "python/vm/bytes.h"
#include "python/number/float_text.h"
#include "python/vm/int.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"

/// The % operator of str and of bytes. Bytes are formatted as Latin-1 text and converted back.
namespace loopscope::python {

namespace {

struct Directive {
  bool left = false, plus = false, blank = false, alternate = false, zero = false;
  int64_t width = -1, precision = -1;
  char32_t code = 0;
};

class PercentFormatter {
 public:
  PercentFormatter(TextSpan format, Value arguments, bool bytes) : format_(format), bytes_(bytes), current_(Ref::share(arguments)) {
    if (is_tuple(arguments)) {
      tuple_ = arguments.as<Tuple>();
    } else {
      bool text = bytes ? is_bytes(arguments) || has_type(arguments, &bytearray_type) : is_str(arguments);
      if (type_of(arguments)->getitem && !text) mapping_ = arguments;
    }
  }

  bool run(StrBuilder& out) {
    uint32_t n = format_.length;
    while (at_ < n) {
      uint32_t literal = at_;
      while (at_ < n && format_[at_] != '%') at_++;
      for (uint32_t i = literal; i < at_; i++) out.add(format_[i]);
      if (at_ >= n) break;
      at_++;
      if (at_ < n && format_[at_] == '%') {
        out.add(U'%');
        at_++;
        continue;
      }
      Directive d;
      if (!parse(&d) || !apply(d, out)) return false;
    }
    bool left_over = tuple_ ? next_ < tuple_->size : !used_;
    if (left_over && !mapping_) {
      return raise(exc::TypeError, "not all arguments converted during %s formatting", bytes_ ? "bytes" : "string"), false;
    }
    return true;
  }

 private:
  bool incomplete() { return raise(exc::ValueError, "incomplete format"), false; }

  Ref next_argument() {
    if (tuple_ && next_ < tuple_->size) return Ref::share(tuple_->items[next_++]);
    if (!tuple_ && !used_) {
      used_ = true;
      return current_;
    }
    return raise(exc::TypeError, "not enough arguments for format string");
  }

  bool parse_key() {
    if (!mapping_) return raise(exc::TypeError, "format requires a mapping"), false;
    uint32_t begin = ++at_;
    for (int depth = 1; at_ < format_.length && depth > 0; at_++) {
      if (format_[at_] == '(') depth++;
      if (format_[at_] == ')') depth--;
      if (depth == 0) break;
    }
    if (at_ >= format_.length) return raise(exc::ValueError, "incomplete format key"), false;
    TextSpan part = format_.part(begin, at_++);
    Ref key;
    if (bytes_) key = make_bytes(part.data, part.length);
    else if (part.wide) key = make_str(static_cast<const char32_t*>(part.data), part.length);
    else key = make_latin1(static_cast<const uint8_t*>(part.data), part.length);
    if (!key) return false;
    current_ = get_item(mapping_, key);
    tuple_ = nullptr;
    used_ = false;
    return static_cast<bool>(current_);
  }

  /// "*" or digits. *out stays -1 when there is nothing.
  bool parse_number(int64_t* out, const char* too_big, bool is_precision) {
    if (at_ < format_.length && format_[at_] == '*') {
      at_++;
      Ref v = next_argument();
      if (!v) return false;
      if (!is_int(v)) return raise(exc::TypeError, "* wants int"), false;
      if (!to_int64(v, out, OnOverflow::error)) return false;
      if (is_precision && (*out > INT_MAX || *out < INT_MIN)) {
        return raise(exc::OverflowError, "Python int too large to convert to C int"), false;
      }
      return true;
    }
    int64_t limit = is_precision ? INT_MAX : INT64_MAX;
    for (; at_ < format_.length && format_[at_] >= '0' && format_[at_] <= '9'; at_++) {
      auto digit = static_cast<int>(format_[at_] - '0');
      if (*out < 0) *out = 0;
      if (*out > (limit - digit) / 10) return raise(exc::ValueError, "%s", too_big), false;
      *out = *out * 10 + digit;
    }
    return true;
  }

  bool parse(Directive* d) {
    auto here = [this] { return at_ < format_.length ? format_[at_] : U'\0'; };
    if (here() == '(' && !parse_key()) return false;
    for (bool more = true; more && at_ < format_.length;) {
      switch (here()) {
        case '-': d->left = true; break;
        case '+': d->plus = true; break;
        case ' ': d->blank = true; break;
        case '#': d->alternate = true; break;
        case '0': d->zero = true; break;
        default: more = false;
      }
      if (more) at_++;
    }
    bool star = here() == '*';
    if (!parse_number(&d->width, "width too big", false)) return false;
    if (star && d->width < 0) {
      d->left = true;
      d->width = -d->width;
    }
    if (here() == '.' && at_ < format_.length) {
      at_++;
      d->precision = 0;
      if (!parse_number(&d->precision, "precision too big", true)) return false;
      if (d->precision < 0) d->precision = 0;
    }
    if (here() == 'h' || here() == 'l' || here() == 'L') at_++;
    if (at_ >= format_.length) return incomplete();
    d->code = format_[at_++];
    return true;
  }

  bool apply(const Directive& d, StrBuilder& out) {
    Ref v = next_argument();
    if (!v) return false;
    switch (d.code) {
      case 's': case 'r': case 'a': case 'b': {
        if (d.code == 'b' && !bytes_) break;
        Own<Str> text = text_of(d.code, v);
        if (!text) return false;
        uint32_t end = d.precision >= 0 && d.precision < text->length ? static_cast<uint32_t>(d.precision) : text->length;
        return pad_text_part(d, text.get(), end, out);
      }
      case 'c': {
        Own<Str> text = character(v);
        return text && pad_text_part(d, text.get(), 1, out);
      }
      case 'd': case 'i': case 'u': case 'o': case 'x': case 'X': return integer(d, v, out);
      case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': return floating(d, v, out);
      default: break;
    }
    char shown = d.code > 31 && d.code < 128 ? static_cast<char>(d.code) : '?';
    return raise(exc::ValueError, "unsupported format character '%c' (0x%x) at index %zd", shown, static_cast<unsigned>(d.code),
                 static_cast<ptrdiff_t>(at_ - 1)),
           false;
  }

  Own<Str> text_of(char32_t code, Value v) {
    Ref text;
    if (bytes_ && (code == 's' || code == 'b')) {
      BytesView view;
      if (read_bytes(v, &view)) return make_latin1(view.data, view.length);
      Ref method = lookup_special(v, names::__bytes__);
      if (method) {
        Ref made = call(method);
        if (!made) return nullptr;
        if (is_bytes(made)) return make_latin1(made.as<Bytes>()->data, made.as<Bytes>()->length);
        return raise(exc::TypeError, "__bytes__ returned non-bytes (type %T)", made.get());
      }
      if (failed()) return nullptr;
      return raise(exc::TypeError,
                   "%%b requires a bytes-like object, or an object that implements __bytes__, not '%T'", v);
    }
    if (code == 's') text = str(v);
    else text = code == 'r' && !bytes_ ? repr(v) : ascii(v);
    return text ? Own<Str>::steal(text.release().as<Str>()) : nullptr;
  }

  Own<Str> character(Value v) {
    if (bytes_) {
      BytesView view;
      if ((is_bytes(v) || has_type(v, &bytearray_type)) && read_bytes(v, &view) && view.length == 1) {
        return make_str_char(*view.data);
      }
    } else if (is_str(v) && v.as<Str>()->length == 1) {
      return exact_str(v.as<Str>());
    }
    Ref n = !is_str(v) && type_of(v)->index ? index(v) : Ref();
    if (!n) {
      if (failed()) return nullptr;
      return bytes_ ? raise(exc::TypeError, "%%c requires an integer in range(256) or a single byte")
                    : raise(exc::TypeError, "%%c requires int or char");
    }
    int64_t point = int_clamped(n);
    if (point >= 0 && point <= (bytes_ ? 255 : 0x10ffff)) return make_str_char(static_cast<char32_t>(point));
    return raise(exc::OverflowError, bytes_ ? "%%c arg not in range(256)" : "%%c arg not in range(0x110000)");
  }

  bool integer(const Directive& d, Value v, StrBuilder& out) {
    bool hex = d.code == 'x' || d.code == 'X', octal = d.code == 'o';
    Type* type = type_of(v);
    Ref n;
    if (is_int(v)) {
      n = exact_int(v);
    } else if (type->index || type->to_int || type->to_float) {
      n = hex || octal ? index(v) : to_int_object(v);
      if (!n && !pending_is(exc::TypeError)) return false;
      if (!n) clear_pending();
    }
    if (!n) {
      const char* text = hex || octal ? "%%%c format: an integer is required, not %T"
                                      : "%%%c format: a real number is required, not %T";
      return raise(exc::TypeError, text, static_cast<char>(d.code), v), false;
    }
    std::string digits;
    if (hex || octal) digits = int_to_text(n, hex ? 16 : 8);
    else if (!int_to_decimal(n, &digits)) return false;
    bool negative = digits[0] == '-';
    if (negative) digits.erase(0, 1);
    if (d.precision > kMaxDigits) return raise(exc::MemoryError, ""), false;
    if (d.precision > static_cast<int64_t>(digits.size())) {
      digits.insert(0, static_cast<size_t>(d.precision) - digits.size(), '0');
    }
    std::string prefix;
    if (d.alternate && (hex || octal)) prefix = octal ? "0o" : "0x";
    if (d.code == 'X') {
      for (std::string* part : {&digits, &prefix})
        for (char& c : *part)
          if (c >= 'a') c = static_cast<char>(c & ~0x20);
    }
    return number(d, negative, prefix, digits, out);
  }

  bool floating(const Directive& d, Value v, StrBuilder& out) {
    double value;
    if (!to_double(v, &value)) {
      if (bytes_ && pending_is(exc::TypeError)) {
        clear_pending();
        raise(exc::TypeError, "float argument required, not %T", v);
      }
      return false;
    }
    if (d.precision > kMaxDigits) return raise(exc::MemoryError, ""), false;
    int precision = d.precision >= 0 ? static_cast<int>(d.precision) : 6;
    std::string text = double_to_text(value, static_cast<char>(d.code), precision, d.alternate ? kDoubleAlternate : 0);
    bool negative = text[0] == '-';
    if (negative) text.erase(0, 1);
    return number(d, negative, "", text, out);
  }

  bool number(const Directive& d, bool negative, const std::string& prefix, const std::string& digits, StrBuilder& out) {
    const char* sign = negative ? "-" : d.plus ? "+" : d.blank ? " " : "";
    int64_t length = static_cast<int64_t>((*sign ? 1 : 0) + prefix.size() + digits.size());
    int64_t padding = d.width > length ? d.width - length : 0;
    if (padding > kMaxDigits) return raise(exc::MemoryError, ""), false;
    auto fill = static_cast<size_t>(padding);
    if (!d.left && !d.zero) out.pad(' ', fill);
    out.add(std::string_view(sign));
    out.add(std::string_view(prefix));
    if (!d.left && d.zero) out.pad('0', fill);
    out.add(std::string_view(digits));
    if (d.left) out.pad(' ', fill);
    return true;
  }

  bool pad_text_part(const Directive& d, const Str* text, uint32_t end, StrBuilder& out) {
    int64_t padding = d.width > end ? d.width - end : 0;
    if (padding > kMaxDigits) return raise(exc::MemoryError, ""), false;
    if (!d.left) out.pad(' ', static_cast<size_t>(padding));
    out.add(text, 0, end);
    if (d.left) out.pad(' ', static_cast<size_t>(padding));
    return true;
  }

  static constexpr int64_t kMaxDigits = kMaxStrLength;
  TextSpan format_;
  bool bytes_;
  uint32_t at_ = 0;
  Ref current_;             // the argument when there is no tuple
  Tuple* tuple_ = nullptr;  // borrowed from the caller
  uint32_t next_ = 0;
  bool used_ = false;
  Value mapping_;
};

}  // namespace

Ref str_percent(Value format, Value arguments) {
  StrBuilder out;
  PercentFormatter formatter(span(format.as<Str>()), arguments, false);
  return formatter.run(out) ? Ref(out.finish()) : nullptr;
}

Ref bytes_percent(BytesView format, Value arguments, bool as_bytearray) {
  StrBuilder out;
  PercentFormatter formatter({format.data, static_cast<uint32_t>(format.length), false}, arguments, true);
  if (!formatter.run(out)) return nullptr;
  Own<Str> text = out.finish();
  if (!text) return nullptr;
  return as_bytearray ? Ref(make_bytearray(text->narrow(), text->length)) : Ref(make_bytes(text->narrow(), text->length));
}

}  // namespace loopscope::python
