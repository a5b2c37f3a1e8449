// SPDX-License-Identifier: MIT
#include "python/library/binascii.h"
#include "python/vm/protocol.h"

/// binascii's encodings for mail: uuencode and quoted-printable (RFC 2045).
namespace loopscope::python {

namespace {

Ref a2b_uu(Value, const Value* args) {
  BytesView in;
  if (!ascii_input(args[0], &in)) return {};
  size_t at = 0;
  int left = ((in.length ? in.data[at++] : 0) - ' ') & 63;
  BytesBuilder out;
  uint32_t bits = 0;
  for (int held = 0; left > 0; at++) {
    // Spaces at the end of a line may have been lost on the way: they count as zero.
    uint8_t c = at < in.length ? in.data[at] : '\n';
    if (c == '\n' || c == '\r') c = ' ';
    if (c < ' ' || c > ' ' + 64) return raise(*binascii_error, "Illegal char");
    bits = bits << 6 | ((c - ' ') & 63u);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out.add(static_cast<uint8_t>(bits >> held));
    left--;
  }
  for (; at < in.length; at++) {
    uint8_t c = in.data[at];
    if (c != ' ' && c != '`' && c != '\n' && c != '\r') return raise(*binascii_error, "Trailing garbage");
  }
  return out.finish();
}

Ref b2a_uu(Value, const Value* args) {
  BytesView in;
  int backtick = args[1] ? truth(args[1]) : 0;
  if (backtick < 0 || !require_bytes(args[0], &in)) return {};
  if (in.length > 45) return raise(*binascii_error, "At most 45 bytes at once");
  auto shown = [&](uint32_t v) { return static_cast<uint8_t>(backtick && !v ? '`' : ' ' + v); };
  BytesBuilder out;
  out.add(shown(static_cast<uint32_t>(in.length)));
  for (size_t i = 0; i < in.length; i += 3) {
    uint32_t bits = 0;
    for (size_t k = i; k < i + 3; k++) bits = bits << 8 | (k < in.length ? in.data[k] : 0u);
    for (int shift = 18; shift >= 0; shift -= 6) out.add(shown(bits >> shift & 63));
  }
  out.add('\n');
  return out.finish();
}

Ref a2b_qp(Value, const Value* args) {
  BytesView in;
  int header = args[1] ? truth(args[1]) : 0;
  if (header < 0 || !ascii_input(args[0], &in)) return {};
  BytesBuilder out;
  size_t i = 0;
  while (i < in.length) {
    uint8_t c = in.data[i++];
    if (c != '=') {
      out.add(header && c == '_' ? ' ' : c);
      continue;
    }
    if (i == in.length) break;
    c = in.data[i];
    if (c == '\n' || c == '\r') {  // a soft line break
      while (i < in.length && in.data[i] != '\n') i++;
      i++;
    } else if (c == '=') {
      out.add('=');
      i++;
    } else if (i + 1 < in.length && hex_digit(c) >= 0 && hex_digit(in.data[i + 1]) >= 0) {
      out.add(static_cast<uint8_t>(hex_digit(c) << 4 | hex_digit(in.data[i + 1])));
      i += 2;
    } else {
      out.add('=');
    }
  }
  return out.finish();
}

/// Writes quoted-printable lines of at most 76 characters.
class QuotedPrintable {
 public:
  QuotedPrintable(BytesView in, bool quote_tabs, bool text, bool header)
      : in_(in), quote_tabs_(quote_tabs), text_(text), header_(header) {
    size_t i = 0;
    while (i < in.length && in.data[i] != '\n') i++;
    crlf_ = i < in.length && i && in.data[i - 1] == '\r';
  }
  Ref encode() {
    for (size_t i = 0; i < in_.length; i++) {
      uint8_t c = in_.data[i];
      if (must_quote(i)) {
        if (line_ + 3 >= kMaxLine) soft_break();
        quote(c);
        line_ += 3;
      } else if (text_ && (c == '\n' || (c == '\r' && peek(i + 1) == '\n'))) {
        line_ = 0;
        protect_space();
        new_line();
        if (c == '\r') i++;
      } else {
        if (i + 1 != in_.length && peek(i + 1) != '\n' && line_ + 1 >= kMaxLine) soft_break();
        line_++;
        add(header_ && c == ' ' ? '_' : c);
      }
    }
    flush();
    return out_.finish();
  }

 private:
  static constexpr int kMaxLine = 76;
  int peek(size_t i) const { return i < in_.length ? in_.data[i] : -1; }
  bool must_quote(size_t i) const {
    uint8_t c = in_.data[i];
    int next = peek(i + 1);
    if (c > 126 || c == '=' || (header_ && c == '_')) return true;
    if (c == '.' && line_ == 0 && (next <= 0 || next == '\n' || next == '\r')) return true;
    if (c == '\r' || c == '\n') return !text_;
    if (c == '\t' || c == ' ') return next < 0 || quote_tabs_;
    return c < 33;
  }
  /// The last character is held back, since a line must not end with a space.
  void add(int c) {
    flush();
    last_ = c;
  }
  void flush() {
    if (last_ >= 0) out_.add(static_cast<uint8_t>(last_));
    last_ = -1;
  }
  void quote(uint8_t c) {
    add('=');
    add("0123456789ABCDEF"[c >> 4]);
    add("0123456789ABCDEF"[c & 15]);
  }
  void protect_space() {
    if (last_ != ' ' && last_ != '\t') return;
    auto c = static_cast<uint8_t>(last_);
    last_ = -1;
    quote(c);
  }
  void new_line() {
    if (crlf_) add('\r');
    add('\n');
  }
  void soft_break() {
    add('=');
    new_line();
    line_ = 0;
  }

  BytesView in_;
  bool quote_tabs_, text_, header_, crlf_;
  BytesBuilder out_;
  int line_ = 0, last_ = -1;
};

Ref b2a_qp(Value, const Value* args) {
  BytesView in;
  int quote_tabs = args[1] ? truth(args[1]) : 0, text = args[2] ? truth(args[2]) : 1, header = args[3] ? truth(args[3]) : 0;
  if (quote_tabs < 0 || text < 0 || header < 0 || !require_bytes(args[0], &in)) return {};
  return QuotedPrintable(in, quote_tabs, text, header).encode();
}

}  // namespace

const NativeDef kBinasciiMailFunctions[] = {
    {"a2b_uu", a2b_uu, "data, /"},
    {"b2a_uu", b2a_uu, "data, /, *, backtick=False"},
    {"a2b_qp", a2b_qp, "data, header=False"},
    {"b2a_qp", b2a_qp, "data, quotetabs=False, istext=True, header=False"},
    {nullptr, nullptr, nullptr},
};

}  // namespace loopscope::python
