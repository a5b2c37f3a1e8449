// SPDX-License-Identifier: MIT
#include <cstring>
#include <string>

#include "python/library/binascii.h"
#include "python/library/crc32.h"
#include "python/library/exception_class.h"
#include "python/library/standard_modules.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/vm.h"

/// `binascii`: base64, hexadecimal and checksums. uuencode and quoted-printable: binascii_mail.cpp.
namespace loopscope::python {

Type* binascii_error;

bool ascii_input(Value v, BytesView* out) {
  if (is_str(v)) {
    auto* s = v.as<Str>();
    if (!s->ascii) return raise(exc::ValueError, "string argument should contain only ASCII characters"), false;
    *out = {s->narrow(), s->length};
    return true;
  }
  return read_bytes(v, out) || (raise(exc::TypeError, "argument should be bytes, buffer or ASCII string, not '%T'", v), false);
}

int hex_digit(uint8_t c) {
  if (c >= '0' && c <= '9') return c - '0';
  c |= 0x20;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

namespace {

// ---- base64 -----------------------------------------------------------------------------------------------------------

int base64_digit(uint8_t c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

Ref a2b_base64(Value, const Value* args) {
  BytesView in;
  int strict = args[1] ? truth(args[1]) : 0;
  if (strict < 0 || !ascii_input(args[0], &in)) return {};
  if (strict && in.length && in.data[0] == '=') return raise(*binascii_error, "Leading padding not allowed");
  BytesBuilder out;
  uint32_t bits = 0;
  int digits = 0, pads = 0;  // of the group of four that is being read
  bool padded = false;
  for (size_t i = 0; i < in.length; i++) {
    if (in.data[i] == '=') {
      padded = true;
      if (strict && !digits) return raise(*binascii_error, "Excess padding not allowed");
      if (digits >= 2 && digits + ++pads >= 4) {
        if (strict && i + 1 < in.length) return raise(*binascii_error, "Excess data after padding");
        return out.finish();
      }
      continue;
    }
    int digit = base64_digit(in.data[i]);
    if (digit < 0) {
      if (strict) return raise(*binascii_error, "Only base64 data is allowed");
      continue;
    }
    if (strict && padded) return raise(*binascii_error, "Discontinuous padding not allowed");
    pads = 0;
    bits = bits << 6 | static_cast<uint32_t>(digit);
    if (digits) out.add(static_cast<uint8_t>(bits >> (6 - 2 * digits)));
    digits = (digits + 1) % 4;
  }
  if (digits == 1)
    return raise(*binascii_error, "Invalid base64-encoded string: number of data characters (%zd) cannot be 1 more than a multiple of 4",
                 static_cast<ptrdiff_t>(out.length() / 3 * 4 + 1));
  if (digits) return raise(*binascii_error, "Incorrect padding");
  return out.finish();
}

Ref b2a_base64(Value, const Value* args) {
  static const char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  BytesView in;
  int newline = args[1] ? truth(args[1]) : 1;
  if (newline < 0 || !require_bytes(args[0], &in)) return {};
  Own<Bytes> out = new_bytes((in.length + 2) / 3 * 4 + static_cast<size_t>(newline));
  if (!out) return {};
  uint8_t* to = out->data;
  for (size_t i = 0; i < in.length; i += 3) {
    const size_t count = in.length - i;
    uint32_t bits = static_cast<uint32_t>(in.data[i]) << 16;
    if (count > 1) bits |= static_cast<uint32_t>(in.data[i + 1]) << 8;
    if (count > 2) bits |= in.data[i + 2];
    for (int k = 0; k < 4; k++) *to++ = static_cast<uint8_t>(k > static_cast<int>(count) ? '=' : kDigits[bits >> (18 - 6 * k) & 63]);
  }
  if (newline) *to = '\n';
  return out;
}

// ---- hexadecimal ------------------------------------------------------------------------------------------------------

Ref unhexlify(Value, const Value* args) {
  BytesView in;
  if (!ascii_input(args[0], &in)) return {};
  if (in.length % 2) return raise(*binascii_error, "Odd-length string");
  Own<Bytes> out = new_bytes(in.length / 2);
  for (size_t i = 0; out && i < in.length; i += 2) {
    int high = hex_digit(in.data[i]), low = hex_digit(in.data[i + 1]);
    if (high < 0 || low < 0) return raise(*binascii_error, "Non-hexadecimal digit found");
    out->data[i / 2] = static_cast<uint8_t>(high << 4 | low);
  }
  return out;
}

Ref hexlify(Value, const Value* args) {
  BytesView in, mark;
  int64_t group = 1;
  uint8_t separator = 0;
  if (!require_bytes(args[0], &in) || (args[2] && !to_int64(args[2], &group, OnOverflow::clamp))) return {};
  if (args[1]) {
    ptrdiff_t size = length(args[1]);
    if (size < 0) return {};
    if (size != 1) return raise(exc::ValueError, "sep must be length 1.");
    if (is_str(args[1])) separator = static_cast<uint8_t>(args[1].as<Str>()->at(0));
    else if (read_bytes(args[1], &mark)) separator = mark.data[0];
    else return raise(exc::TypeError, "sep must be str or bytes.");
    if (is_str(args[1]) && args[1].as<Str>()->at(0) > 0xFF) return raise(exc::ValueError, "sep must be ASCII.");
  }
  BytesBuilder out;
  const size_t step = static_cast<size_t>(group < 0 ? -group : group);
  for (size_t i = 0; i < in.length; i++) {
    // Groups are counted from the right, with a negative size from the left.
    if (args[1] && step && i && (group > 0 ? in.length - i : i) % step == 0) out.add(separator);
    out.add(static_cast<uint8_t>("0123456789abcdef"[in.data[i] >> 4]));
    out.add(static_cast<uint8_t>("0123456789abcdef"[in.data[i] & 15]));
  }
  return out.finish();
}

// ---- checksums --------------------------------------------------------------------------------------------------------

Ref crc32_of(Value, const Value* args) {
  BytesView in;
  uint32_t start = 0;
  if (!require_bytes(args[0], &in) || (args[1] && !low_32_bits(args[1], &start))) return {};
  return make_int(crc32(start, in.data, in.length));
}

Ref crc_hqx(Value, const Value* args) {
  BytesView in;
  uint32_t crc;
  if (!require_bytes(args[0], &in) || !low_32_bits(args[1], &crc)) return {};
  crc &= 0xFFFF;
  for (size_t i = 0; i < in.length; i++) {
    crc ^= static_cast<uint32_t>(in.data[i]) << 8;
    for (int bit = 0; bit < 8; bit++) crc = (crc << 1 ^ (crc & 0x8000 ? 0x1021u : 0u)) & 0xFFFF;
  }
  return make_int(crc);
}

const NativeDef kFunctions[] = {
    {"a2b_base64", a2b_base64, "data, /, *, strict_mode=False"},
    {"b2a_base64", b2a_base64, "data, /, *, newline=True"},
    {"a2b_hex", unhexlify, "hexstr, /"},
    {"unhexlify", unhexlify, "hexstr, /"},
    {"b2a_hex", hexlify, "data, sep=None, bytes_per_sep=1"},
    {"hexlify", hexlify, "data, sep=None, bytes_per_sep=1"},
    {"crc32", crc32_of, "data, crc=0, /"},
    {"crc_hqx", crc_hqx, "data, crc, /"},
    {nullptr, nullptr, nullptr},
};

bool initialize(Module* m) {
  binascii_error = make_exception_class(m, "Error", exc::ValueError);
  return binascii_error && make_exception_class(m, "Incomplete", exc::Exception) && module_add(m, kFunctions) &&
         module_add(m, kBinasciiMailFunctions);
}

}  // namespace

bool low_32_bits(Value v, uint32_t* out) {
  Ref n = index(v);
  Ref low = n ? int_binary(BinaryOp::and_, n, make_int(0xFFFFFFFF)) : Ref();
  int64_t bits;
  if (!low || !int_fits(low, &bits)) return false;
  *out = static_cast<uint32_t>(bits);
  return true;
}

void register_binascii_module() { register_native_module("binascii", initialize); }

}  // namespace loopscope::python
