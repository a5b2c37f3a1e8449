// SPDX-License-Identifier: MIT
#include "python/library/io/text.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/vm.h"

/// TextIOWrapper: tell() and seek(). A place in text is a number that holds all it takes to come back: where to begin in
/// bytes, the decoder's state there, and how many characters to skip. With nothing but the first it is the byte offset.
namespace loopscope::python::io {

namespace {

struct Cookie {
  uint64_t start = 0;
  uint32_t flags = 0, bytes_to_feed = 0, characters_to_skip = 0;
  uint8_t need_end = 0;
};

void put(uint8_t* out, uint64_t v, int bytes) {
  for (int i = 0; i < bytes; i++) out[i] = static_cast<uint8_t>(v >> 8 * i);
}
uint64_t get(const uint8_t* in, int bytes) {
  uint64_t v = 0;
  for (int i = 0; i < bytes; i++) v |= static_cast<uint64_t>(in[i]) << 8 * i;
  return v;
}
constexpr size_t kCookieBytes = 21;

Ref pack(const Cookie& c) {
  uint8_t bytes[kCookieBytes];
  put(bytes, c.start, 8);
  put(bytes + 8, c.flags, 4);
  put(bytes + 12, c.bytes_to_feed, 4);
  put(bytes + 16, c.characters_to_skip, 4);
  bytes[20] = c.need_end;
  return int_from_bytes(bytes, sizeof bytes, false);
}
bool unpack(Value v, Cookie* c) {
  uint8_t bytes[kCookieBytes];
  if (!int_to_bytes(v, bytes, sizeof bytes, false)) return raise(exc::OverflowError, "int too big to convert"), false;
  c->start = get(bytes, 8);
  c->flags = static_cast<uint32_t>(get(bytes + 8, 4));
  c->bytes_to_feed = static_cast<uint32_t>(get(bytes + 12, 4));
  c->characters_to_skip = static_cast<uint32_t>(get(bytes + 16, 4));
  c->need_end = bytes[20];
  return true;
}

/// Characters that the decoder makes of `length` bytes; -1: exception.
int64_t count_decoded(TextIo* t, const uint8_t* bytes, size_t length, bool final = false) {
  Own<Str> text = t->decoder.decode(bytes, length, final);
  return text ? text->length : -1;
}

/// How to come to `skip` characters behind the snapshot. Disturbs the decoder.
bool locate(TextIo* t, uint32_t skip, Cookie* c) {
  const uint8_t* input = t->snapshot_input->data;
  size_t length = t->snapshot_input->length;
  Own<Bytes> held;
  int64_t flags;
  // A guess from the average width, then back until a place is found where the decoder holds nothing.
  auto guess = static_cast<ptrdiff_t>(t->bytes_per_character * skip);
  if (guess > static_cast<ptrdiff_t>(length)) guess = static_cast<ptrdiff_t>(length);
  ptrdiff_t back = 1;
  while (guess > 0) {
    if (!t->decoder.set_state(nullptr, 0, t->snapshot_flags)) return false;
    int64_t n = count_decoded(t, input, static_cast<size_t>(guess));
    if (n < 0) return false;
    if (n <= skip) {
      if (!t->decoder.get_state(&held, &flags)) return false;
      if (!held->length) {
        c->flags = static_cast<uint32_t>(flags);
        skip -= static_cast<uint32_t>(n);
        break;
      }
      guess -= held->length;
      back = 1;
    } else {
      guess -= back;
      back *= 2;
    }
  }
  if (guess <= 0) {
    guess = 0;
    if (!t->decoder.set_state(nullptr, 0, t->snapshot_flags)) return false;
  }
  c->start += static_cast<uint64_t>(guess);
  c->characters_to_skip = skip;
  if (!skip) return true;
  // From there byte by byte; every place where the decoder holds nothing is a better start.
  uint32_t decoded = 0;
  size_t at = static_cast<size_t>(guess);
  for (; at < length; at++) {
    int64_t n = count_decoded(t, input + at, 1);
    if (n < 0 || !t->decoder.get_state(&held, &flags)) return false;
    c->bytes_to_feed++;
    decoded += static_cast<uint32_t>(n);
    if (!held->length && decoded <= skip) {
      c->start += c->bytes_to_feed;
      skip -= decoded;
      c->flags = static_cast<uint32_t>(flags);
      c->bytes_to_feed = 0;
      decoded = 0;
    }
    if (decoded >= skip) break;
  }
  if (at == length && decoded < skip) {
    int64_t n = count_decoded(t, nullptr, 0, true);
    if (n < 0) return false;
    c->need_end = 1;
    if (decoded + n < skip) return raise(exc::OSError, "can't reconstruct logical file position"), false;
  }
  c->characters_to_skip = skip;
  return true;
}

}  // namespace

Ref text_tell(Value self, const Value*) {
  TextIo* t = text_of(self);
  if (!check_text(t)) return {};
  if (!t->seekable) return raise(unsupported_operation(), "underlying stream is not seekable");
  if (!t->telling) return raise(exc::OSError, "telling position disabled by next() call");
  if (!flush_pending(t) || !call_method(self, names::flush)) return {};
  Ref place = call_method(t->buffer, names::tell);
  int64_t start;
  if (!place || !t->readable || !t->has_snapshot) return place;
  if (!to_int64(place, &start, OnOverflow::error)) return {};
  Cookie c;
  c.start = static_cast<uint64_t>(start) - t->snapshot_input->length;
  c.flags = static_cast<uint32_t>(t->snapshot_flags);
  if (!t->used) return pack(c);
  Own<Bytes> held;
  int64_t flags;
  if (!t->decoder.get_state(&held, &flags)) return {};
  uint8_t seen = t->decoder.newlines.seen;
  bool found = locate(t, t->used, &c);
  Ref in_flight = found ? Ref() : take_pending();
  bool restored = t->decoder.set_state(held->data, held->length, flags);
  t->decoder.newlines.seen = seen;
  if (in_flight) {
    clear_pending();
    restore_pending(std::move(in_flight));
  }
  return found && restored ? pack(c) : Ref();
}

namespace {

bool same(Value v, int64_t n) {
  int64_t i;
  return is_int(v) && int_fits(v, &i) && i == n;
}

Ref seek_to_end(Value self) {
  TextIo* t = text_of(self);
  if (!call_method(self, names::flush)) return {};
  forget_text(t, true);
  if (t->readable && !t->decoder.reset()) return {};
  Ref place = call_method(t->buffer, names::seek, Value::small(0), Value::small(2));
  if (place && t->writable && !t->encoder.reset(same(place, 0))) return {};
  return place;
}

}  // namespace

Ref text_seek(Value self, const Value* args) {
  TextIo* t = text_of(self);
  int64_t whence = 0;
  if (!check_attached(t) || (args[1] && !to_int64(args[1], &whence, OnOverflow::error)) || !check_text(t)) return {};
  if (!t->seekable) return raise(unsupported_operation(), "underlying stream is not seekable");
  Ref target = Ref::share(args[0]);
  if (whence == 1) {
    if (!same(target, 0)) return raise(unsupported_operation(), "can't do nonzero cur-relative seeks");
    // The same place, but the buffers below start anew there.
    target = call_method(self, names::tell);
    if (!target) return {};
  } else if (whence == 2) {
    if (!same(target, 0)) return raise(unsupported_operation(), "can't do nonzero end-relative seeks");
    return seek_to_end(self);
  } else if (whence != 0) {
    return raise(exc::ValueError, "invalid whence (%d, should be 0, 1 or 2)", static_cast<int>(whence));
  }
  target = index(target);
  if (!target) return {};
  if (int_sign(target) < 0) return raise(exc::ValueError, "negative seek position %R", target.get());
  Cookie c;
  if (!call_method(self, names::flush) || !unpack(target, &c)) return {};
  if (!call_method(t->buffer, names::seek, make_int(static_cast<int64_t>(c.start)))) return {};
  forget_text(t, true);
  bool at_start = c.start == 0 && c.flags == 0;
  if (t->readable && !(at_start ? t->decoder.reset() : t->decoder.set_state(nullptr, 0, c.flags))) return {};
  t->has_snapshot = t->readable;
  t->snapshot_flags = c.flags;
  t->snapshot_input = make_bytes("", 0);
  if (c.characters_to_skip) {
    Ref bytes = call_method(t->buffer, names::read, make_int(c.bytes_to_feed));
    if (!bytes) return {};
    if (!is_bytes(bytes)) return raise(exc::TypeError, "underlying read() should have returned a bytes object, not '%T'", bytes.get());
    Own<Bytes> input = Own<Bytes>::share(bytes.as<Bytes>());
    t->snapshot_input = input;
    t->text = t->decoder.decode(input->data, input->length, c.need_end);
    if (!t->text) return {};
    if (t->text->length < c.characters_to_skip) return raise(exc::OSError, "can't restore logical file position");
    t->used = c.characters_to_skip;
  }
  if (t->writable && !t->encoder.reset(at_start)) return {};
  return target;
}

}  // namespace loopscope::python::io
