// SPDX-License-Identifier: MIT
#include <bit>
#include <cstring>
#include <string>
#include <vector>

#include "python/library/hash/hash_object.h"
#include "python/library/hash/merkle_damgard.h"
#include "python/library/struct_sequence.h"
#include "python/number/hex_text.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/vm.h"

/// HMAC, and what is built on it: PBKDF2 (RFC 8018) and scrypt (RFC 7914).
namespace loopscope::python {

HmacState::HmacState(const HashAlgorithm& algorithm, BytesView key) : inner(algorithm.start()), outer(inner) {
  uint8_t block[sizeof inner.buffer] = {};
  if (key.length > algorithm.block_size) {
    HashState shortened = algorithm.start();
    shortened.update(key.data, key.length);
    shortened.digest(block, algorithm.digest_size);
  } else if (key.length) {
    std::memcpy(block, key.data, key.length);
  }
  for (uint8_t& b : block) b ^= 0x36;
  inner.update(block, algorithm.block_size);
  for (uint8_t& b : block) b ^= 0x36 ^ 0x5C;
  outer.update(block, algorithm.block_size);
}

void HmacState::digest(uint8_t* out) const {
  const uint32_t size = inner.digest_size;
  HashState last = outer;
  inner.digest(out, size);
  last.update(out, size);
  last.digest(out, size);
}

namespace {

Type* unsupported_error;

struct HmacObject : Object {
  HmacState state;
};
HmacObject* self_of(Value v) { return v.as<HmacObject>(); }

/// What `digestmod` says: a name, or one of hashlib's constructors. Null: an exception is set.
const HashAlgorithm* algorithm_of(Value digestmod) {
  const HashAlgorithm* found = nullptr;
  if (is_str(digestmod)) {
    found = find_hash(digestmod);
  } else if (is_exact(digestmod, native_function_type)) {
    std::string_view name = digestmod.as<NativeFunction>()->def->name;
    for (auto a = kHashAlgorithms; *a; a++)
      if (name == "openssl_" + std::string((*a)->name)) found = *a;
  }
  if (!found || !found->digest_size) return raise(*unsupported_error, "[digital envelope routines] unsupported"), nullptr;
  return found;
}

Type hmac_type{};

Ref hmac_new(Value, const Value* args) {
  BytesView key, message;
  if (!require_bytes(args[0], &key)) return {};
  if (!args[2]) return raise(exc::TypeError, "Missing required parameter 'digestmod'.");
  if (args[1] && args[1] != kNone && !hash_input(args[1], &message)) return {};
  const HashAlgorithm* algorithm = algorithm_of(args[2]);
  if (!algorithm) return {};
  auto* h = allocate_as<HmacObject>(&hmac_type);
  if (!h) return {};
  h->state = HmacState(*algorithm, key);
  h->state.inner.update(message.data, message.length);
  return Ref::steal(h);
}
Ref hmac_digest(Value, const Value* args) {
  const HashAlgorithm* algorithm = algorithm_of(args[2]);
  BytesView key, message;
  if (!algorithm || !require_bytes(args[0], &key) || !require_bytes(args[1], &message)) return {};
  HmacState state(*algorithm, key);
  state.inner.update(message.data, message.length);
  Own<Bytes> out = new_bytes(algorithm->digest_size);
  if (out) state.digest(out->data);
  return out;
}

Ref update(Value self, const Value* args) {
  BytesView bytes;
  if (!hash_input(args[0], &bytes)) return {};
  self_of(self)->state.inner.update(bytes.data, bytes.length);
  return none();
}
Ref digest(Value self, const Value*) {
  Own<Bytes> out = new_bytes(self_of(self)->state.inner.digest_size);
  if (out) self_of(self)->state.digest(out->data);
  return out;
}
Ref hexdigest(Value self, const Value*) {
  Ref bytes = digest(self, nullptr);
  return bytes ? call_method(bytes, intern("hex")) : Ref();
}
Ref copy(Value self, const Value*) {
  auto* h = allocate_as<HmacObject>(&hmac_type);
  if (!h) return {};
  h->state = self_of(self)->state;
  return Ref::steal(h);
}
std::string name_of(Value v) { return std::string("hmac-") + self_of(v)->state.inner.algorithm->name; }
Ref repr_hmac(Value v) {
  return make_str(std::string("<") + self_of(v)->state.inner.algorithm->name + " HMAC object @ " +
                  address_text(v.object()) + ">");
}

const NativeDef kMethods[] = {{"update", update, "msg"},
                              {"digest", digest, ""},
                              {"hexdigest", hexdigest, ""},
                              {"copy", copy, ""},
                              {nullptr, nullptr, nullptr}};
const GetSetDef kAttributes[] = {
    {"name", [](Value v) -> Ref { return make_str(name_of(v)); }},
    {"digest_size", [](Value v) { return make_int(self_of(v)->state.inner.digest_size); }},
    {"block_size", [](Value v) { return make_int(self_of(v)->state.inner.algorithm->block_size); }},
    {nullptr, nullptr}};

/// In a time that does not depend on the content.
Ref compare_digest(Value, const Value* args) {
  BytesView a, b;
  if (is_str(args[0]) && is_str(args[1])) {
    auto *x = args[0].as<Str>(), *y = args[1].as<Str>();
    if (!x->ascii || !y->ascii)
      return raise(exc::TypeError, "comparing strings with non-ASCII characters is not supported");
    a = {x->narrow(), x->length};
    b = {y->narrow(), y->length};
  } else {
    bool known = read_bytes(args[0], &a), other_known = read_bytes(args[1], &b);
    if (!known && !other_known)
      return raise(exc::TypeError, "unsupported operand types(s) or combination of types: '%T' and '%T'", args[0], args[1]);
    if (!known || !other_known) return raise(exc::TypeError, "a bytes-like object is required, not '%T'", args[known ? 1 : 0]);
  }
  uint8_t difference = a.length != b.length;
  for (size_t i = 0; i < b.length; i++) difference |= (a.length == b.length ? a : b).data[i] ^ b.data[i];
  return boolean(!difference);
}

void pbkdf2(const HashAlgorithm& algorithm, BytesView password, BytesView salt, int64_t iterations, uint8_t* out, size_t length) {
  const HmacState keyed(algorithm, password);
  const uint32_t size = algorithm.digest_size;
  for (uint32_t number = 1; length; number++) {
    uint8_t u[64], sum[64];
    const uint8_t counter[4] = {static_cast<uint8_t>(number >> 24), static_cast<uint8_t>(number >> 16),
                                static_cast<uint8_t>(number >> 8), static_cast<uint8_t>(number)};
    HmacState h = keyed;
    h.inner.update(salt.data, salt.length);
    h.inner.update(counter, 4);
    h.digest(u);
    std::memcpy(sum, u, size);
    for (int64_t i = 1; i < iterations; i++) {
      h = keyed;
      h.inner.update(u, size);
      h.digest(u);
      for (uint32_t k = 0; k < size; k++) sum[k] ^= u[k];
    }
    size_t part = size < length ? size : length;
    std::memcpy(out, sum, part);
    out += part;
    length -= part;
  }
}

Ref pbkdf2_hmac(Value, const Value* args) {
  if (!is_str(args[0])) return raise(exc::TypeError, "pbkdf2_hmac() argument 'hash_name' must be str, not %T", args[0]);
  BytesView password, salt;
  if (!require_bytes(args[1], &password) || !require_bytes(args[2], &salt)) return {};
  int64_t iterations, length = 0;
  if (!to_int64(args[3], &iterations, OnOverflow::error)) return {};
  const HashAlgorithm* algorithm = algorithm_of(args[0]);
  if (!algorithm) return {};
  if (iterations < 1) return raise(exc::ValueError, "iteration value must be greater than 0.");
  if (iterations > INT32_MAX) return raise(exc::OverflowError, "iteration value is too great.");
  if (!args[4] || args[4] == kNone) length = algorithm->digest_size;
  else if (!to_int64(args[4], &length, OnOverflow::error)) return {};
  if (length < 1) return raise(exc::ValueError, "key length must be greater than 0.");
  if (length > INT32_MAX) return raise(exc::OverflowError, "key length is too great.");
  Own<Bytes> out = new_bytes(static_cast<size_t>(length));
  if (out) pbkdf2(*algorithm, password, salt, iterations, out->data, out->length);
  return out;
}

// ---- scrypt -----------------------------------------------------------------------------------------------------------

void salsa20_8(uint32_t b[16]) {
  static const uint8_t kRows[8][4] = {{0, 4, 8, 12}, {5, 9, 13, 1}, {10, 14, 2, 6}, {15, 3, 7, 11},
                                      {0, 1, 2, 3},  {5, 6, 7, 4},  {10, 11, 8, 9}, {15, 12, 13, 14}};
  uint32_t x[16];
  std::memcpy(x, b, sizeof x);
  for (int i = 0; i < 4; i++)
    for (auto& r : kRows) {
      x[r[1]] ^= std::rotl(x[r[0]] + x[r[3]], 7);
      x[r[2]] ^= std::rotl(x[r[1]] + x[r[0]], 9);
      x[r[3]] ^= std::rotl(x[r[2]] + x[r[1]], 13);
      x[r[0]] ^= std::rotl(x[r[3]] + x[r[2]], 18);
    }
  for (int i = 0; i < 16; i++) b[i] += x[i];
}

/// `block` has 2 * r groups of 16 words.
void mix_block(uint32_t* block, uint32_t* scratch, uint32_t r) {
  uint32_t x[16];
  std::memcpy(x, block + (2 * r - 1) * 16, sizeof x);
  for (uint32_t i = 0; i < 2 * r; i++) {
    for (int k = 0; k < 16; k++) x[k] ^= block[i * 16 + k];
    salsa20_8(x);
    std::memcpy(scratch + (i / 2 + (i & 1 ? r : 0)) * 16, x, sizeof x);
  }
  std::memcpy(block, scratch, size_t{r} * 128);
}

Ref scrypt(Value, const Value* args) {
  BytesView password, salt;
  if (!require_bytes(args[0], &password)) return {};
  if (!args[1] || args[1] == kNone) return raise(exc::TypeError, "salt is required");
  if (!require_bytes(args[1], &salt)) return {};
  int64_t cost, r, p, memory = 0, length = 64;
  for (int i : {2, 3, 4})
    if (!args[i] || args[i] == kNone)
      return raise(exc::TypeError, i == 2 ? "n is required and must be an unsigned int" : i == 3 ? "r is required and must be an unsigned int" : "p is required and must be an unsigned int");
  if (!to_int64(args[2], &cost, OnOverflow::error) || !to_int64(args[3], &r, OnOverflow::error) || !to_int64(args[4], &p, OnOverflow::error) ||
      (args[5] && !to_int64(args[5], &memory, OnOverflow::error)) || (args[6] && !to_int64(args[6], &length, OnOverflow::error)))
    return {};
  if (cost < 2 || (cost & (cost - 1))) return raise(exc::ValueError, "n must be a power of 2.");
  if (memory < 0 || memory > INT32_MAX) return raise(exc::ValueError, "maxmem must be positive and smaller than %d", INT32_MAX);
  if (length < 1 || length > INT32_MAX) return raise(exc::ValueError, "dklen must be greater than 0 and smaller than %d", INT32_MAX);
  if (!memory) memory = 32 << 20;
  if (r < 1 || p < 1 || r > (1 << 24) || p > (1 << 24) || cost > (1 << 24) || 128 * r * (cost + p + 2) > memory)
    return raise(exc::ValueError, "Invalid parameter combination for n, r, p, maxmem.");
  const size_t block_bytes = static_cast<size_t>(128 * r), words = block_bytes / 4;
  std::vector<uint8_t> blocks(block_bytes * static_cast<size_t>(p));
  std::vector<uint32_t> x(words), scratch(words), table(words * static_cast<size_t>(cost));
  pbkdf2(kSha256, password, salt, 1, blocks.data(), blocks.size());
  for (int64_t lane = 0; lane < p; lane++) {
    uint8_t* block = blocks.data() + static_cast<size_t>(lane) * block_bytes;
    for (size_t i = 0; i < words; i++) x[i] = load_little<uint32_t>(block + i * 4);
    for (int64_t i = 0; i < cost; i++) {
      std::memcpy(&table[static_cast<size_t>(i) * words], x.data(), block_bytes);
      mix_block(x.data(), scratch.data(), static_cast<uint32_t>(r));
    }
    for (int64_t i = 0; i < cost; i++) {
      size_t chosen = x[words - 16] & static_cast<uint32_t>(cost - 1);
      for (size_t k = 0; k < words; k++) x[k] ^= table[chosen * words + k];
      mix_block(x.data(), scratch.data(), static_cast<uint32_t>(r));
    }
    for (size_t i = 0; i < block_bytes; i++) block[i] = static_cast<uint8_t>(x[i / 4] >> (i % 4 * 8));
  }
  Own<Bytes> out = new_bytes(static_cast<size_t>(length));
  if (out) pbkdf2(kSha256, password, {blocks.data(), blocks.size()}, 1, out->data, out->length);
  return out;
}

const NativeDef kFunctions[] = {
    {"hmac_new", hmac_new, "key, msg=b'', digestmod=None"},
    {"hmac_digest", hmac_digest, "key, msg, digest"},
    {"compare_digest", compare_digest, "a, b, /"},
    {"pbkdf2_hmac", pbkdf2_hmac, "hash_name, password, salt, iterations, dklen=None"},
    {"scrypt", scrypt, "password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64"},
    {nullptr, nullptr, nullptr},
};

}  // namespace

bool add_hmac(Module* m, Type* unsupported) {
  unsupported_error = unsupported;
  Type& t = hmac_type;
  t.name = "_hashlib.HMAC";
  t.basic_size = sizeof(HmacObject);
  t.flags = kTypeNoInstantiate;
  t.dealloc = free_object;
  t.repr = repr_hmac;
  t.methods = kMethods;
  t.getset = kAttributes;
  return module_add_type(m, &t) && module_add(m, kFunctions);
}

}  // namespace loopscope::python
