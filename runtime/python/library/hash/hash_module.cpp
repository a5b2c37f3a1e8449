// SPDX-License-Identifier: MIT
#include <cctype>
#include <string>

#include "python/library/exception_class.h"
#include "python/library/hash/hash_object.h"
#include "python/library/standard_modules.h"
#include "python/library/struct_sequence.h"
#include "python/number/hex_text.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"
#include "python/vm/vm.h"

/// `_hashlib`: hashlib's constructors but BLAKE2, named as CPython's OpenSSL module, so that hashlib and hmac take it.
/// `_md5`, `_sha1`, `_sha2`, `_sha3` have the same constructors under their own names.
namespace loopscope::python {

namespace {

HashObject* self_of(Value v) { return v.as<HashObject>(); }
Type* unsupported_error;

const char kParameters[] = "string=b'', *, usedforsecurity=True";

Ref construct(const HashAlgorithm& algorithm, Value data) {
  HashState state = algorithm.start();
  BytesView bytes;
  if (data && !hash_input(data, &bytes)) return {};
  state.update(bytes.data, bytes.length);
  return make_hash(algorithm.digest_size ? &hash_type : &hash_xof_type, state);
}
template <const HashAlgorithm& algorithm>
Ref constructor(Value, const Value* args) {
  return construct(algorithm, args[0]);
}
Ref new_hash(Value, const Value* args) {
  if (!is_str(args[0])) return raise(exc::TypeError, "name must be a string");
  const HashAlgorithm* algorithm = find_hash(args[0]);
  if (!algorithm) return raise(*unsupported_error, "[digital envelope routines] unsupported");
  return construct(*algorithm, args[1]);
}

Ref update(Value self, const Value* args) {
  BytesView bytes;
  if (!hash_input(args[0], &bytes)) return {};
  self_of(self)->state.update(bytes.data, bytes.length);
  return none();
}
Ref digest(Value self, const Value*) { return digest_bytes(self_of(self)->state, self_of(self)->state.digest_size); }
Ref hexdigest(Value self, const Value*) { return digest_hex(self_of(self)->state, self_of(self)->state.digest_size); }
Ref copy(Value self, const Value*) { return make_hash(type_of(self), self_of(self)->state); }

/// SHAKE's chosen length.
bool read_length(Value v, size_t* out) {
  int64_t length;
  if (!to_int64(v, &length, OnOverflow::error)) return false;
  if (length < 0) return raise(exc::SystemError, "Negative size passed to PyBytes_FromStringAndSize"), false;
  if (length > 1 << 29) return raise(exc::MemoryError, nullptr), false;
  *out = static_cast<size_t>(length);
  return true;
}
Ref xof_digest(Value self, const Value* args) {
  size_t size;
  return read_length(args[0], &size) ? digest_bytes(self_of(self)->state, size) : Ref();
}
Ref xof_hexdigest(Value self, const Value* args) {
  size_t size;
  return read_length(args[0], &size) ? digest_hex(self_of(self)->state, size) : Ref();
}

Ref get_name(Value v) { return make_str(self_of(v)->state.algorithm->name); }
Ref get_digest_size(Value v) { return make_int(self_of(v)->state.digest_size); }
Ref get_block_size(Value v) { return make_int(self_of(v)->state.algorithm->block_size); }

const GetSetDef kAttributes[] = {
    {"name", get_name}, {"digest_size", get_digest_size}, {"block_size", get_block_size}, {nullptr, nullptr}};
const NativeDef kMethods[] = {{"update", update, "obj, /"},
                              {"digest", digest, ""},
                              {"hexdigest", hexdigest, ""},
                              {"copy", copy, ""},
                              {nullptr, nullptr, nullptr}};
const NativeDef kXofMethods[] = {
    {"digest", xof_digest, "length"}, {"hexdigest", xof_hexdigest, "length"}, {nullptr, nullptr, nullptr}};

Ref repr_hash(Value v) {
  return make_str(std::string("<") + self_of(v)->state.algorithm->name + " " + type_of(v)->name + " object @ " +
                  address_text(v.object()) + ">");
}

Type describe(const char* name, const NativeDef* methods) {
  Type t;
  t.name = name;
  t.basic_size = sizeof(HashObject);
  t.flags = kTypeBase | kTypeNoInstantiate;
  t.dealloc = free_object;
  t.methods = methods;
  t.getset = kAttributes;
  return t;
}
Type describe_openssl(const char* name, const NativeDef* methods) {
  Type t = describe(name, methods);
  t.repr = repr_hash;
  return t;
}

// ---- BLAKE2 -----------------------------------------------------------------------------------------------------------

bool in_range(Value v, int64_t low, int64_t high, const char* message, int64_t* out) {
  if (!v) return true;
  if (!to_int64(v, out, OnOverflow::error)) return false;
  return (*out >= low && *out <= high) || (raise(exc::ValueError, message), false);
}
/// Sizes and offsets: any unsigned int up to `limit`.
bool unsigned_parameter(Value v, const char* name, uint64_t limit, uint64_t* out) {
  if (!v) return true;
  Ref n = index(v);
  if (!n) return false;
  if (int_sign(n) < 0) return raise(exc::ValueError, "value must be positive"), false;
  uint8_t bytes[8];
  if (!int_to_bytes(n, bytes, 8, false)) return raise(exc::OverflowError, "int too big to convert"), false;
  *out = 0;
  for (int i = 7; i >= 0; i--) *out = *out << 8 | bytes[i];
  return *out <= limit || (raise(exc::OverflowError, "%s is too large", name), false);
}
bool text_parameter(Value v, const char* name, size_t limit, std::string_view* out) {
  BytesView bytes;
  if (!v) return true;
  if (!require_bytes(v, &bytes)) return false;
  if (bytes.length > limit) return raise(exc::ValueError, "maximum %s length is %d bytes", name, static_cast<int>(limit)), false;
  *out = {reinterpret_cast<const char*>(bytes.data), bytes.length};
  return true;
}

template <const HashAlgorithm& algorithm>
Ref new_blake2(Type* type, const Args& args) {
  BoundArgs bound(*Signature::of("data=b'', /, *, digest_size=64, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, "
                                 "node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True"),
                  {algorithm.name}, args);
  if (!bound) return {};
  const int size = algorithm.digest_size;
  Blake2Parameters p;
  int64_t digest_size = size, fanout = 1, depth = 1, node_depth = 0, inner_size = 0;
  uint64_t leaf_size = 0;
  std::string message = "digest_size must be between 1 and " + std::to_string(size) + " bytes";
  BytesView data;
  if (!in_range(bound[1], 1, size, message.c_str(), &digest_size) || !text_parameter(bound[3], "salt", size / 4u, &p.salt) ||
      !text_parameter(bound[4], "person", size / 4u, &p.person) ||
      !in_range(bound[5], 0, 255, "fanout must be between 0 and 255", &fanout) ||
      !in_range(bound[6], 1, 255, "depth must be between 1 and 255", &depth) ||
      !unsigned_parameter(bound[7], "leaf_size", 0xffffffff, &leaf_size) ||
      !unsigned_parameter(bound[8], "node_offset", size == 64 ? ~uint64_t{0} : (uint64_t{1} << 48) - 1, &p.node_offset) ||
      !in_range(bound[9], 0, 255, "node_depth must be between 0 and 255", &node_depth) ||
      !in_range(bound[10], 0, size, size == 64 ? "inner_size must be between 0 and is 64" : "inner_size must be between 0 and is 32", &inner_size) ||
      !text_parameter(bound[2], "key", static_cast<size_t>(size), &p.key) || (bound[0] && !hash_input(bound[0], &data)))
    return {};
  int last_node = bound[11] ? truth(bound[11]) : 0;
  if (last_node < 0) return {};
  p.digest_size = static_cast<uint8_t>(digest_size);
  p.fanout = static_cast<uint8_t>(fanout);
  p.depth = static_cast<uint8_t>(depth);
  p.node_depth = static_cast<uint8_t>(node_depth);
  p.inner_size = static_cast<uint8_t>(inner_size);
  p.leaf_size = static_cast<uint32_t>(leaf_size);
  p.last_node = last_node;
  HashState state = blake2_start(algorithm, p);
  state.update(data.data, data.length);
  return make_hash(type, state);
}

Type describe_blake2(const char* name, Ref (*construct)(Type*, const Args&)) {
  Type t = describe(name, kMethods);
  t.flags = kTypeBase;
  t.new_ = construct;
  return t;
}

bool initialize_blake2(Module* m) {
  for (Type* type : {&blake2b_type, &blake2s_type}) {
    if (!module_add_type(m, type)) return false;
    const int size = type == &blake2b_type ? 64 : 32;
    const struct {
      const char* name;
      int value;
    } limits[] = {{"SALT_SIZE", size / 4}, {"PERSON_SIZE", size / 4}, {"MAX_KEY_SIZE", size}, {"MAX_DIGEST_SIZE", size}};
    for (auto& limit : limits) {
      std::string global = std::string(size == 64 ? "BLAKE2B_" : "BLAKE2S_") + limit.name;
      Ref value = make_int(limit.value);
      if (!set_type_attr(type, intern(limit.name), value) || !module_add(m, global.c_str(), value)) return false;
    }
  }
  return true;
}

// ---- modules ----------------------------------------------------------------------------------------------------------

#define LOOPSCOPE_HASH(name, algorithm) {name, constructor<algorithm>, kParameters}

const NativeDef kFunctions[] = {
    LOOPSCOPE_HASH("openssl_md5", kMd5),
    LOOPSCOPE_HASH("openssl_sha1", kSha1),
    LOOPSCOPE_HASH("openssl_sha224", kSha224),
    LOOPSCOPE_HASH("openssl_sha256", kSha256),
    LOOPSCOPE_HASH("openssl_sha384", kSha384),
    LOOPSCOPE_HASH("openssl_sha512", kSha512),
    LOOPSCOPE_HASH("openssl_sha3_224", kSha3_224),
    LOOPSCOPE_HASH("openssl_sha3_256", kSha3_256),
    LOOPSCOPE_HASH("openssl_sha3_384", kSha3_384),
    LOOPSCOPE_HASH("openssl_sha3_512", kSha3_512),
    LOOPSCOPE_HASH("openssl_shake_128", kShake128),
    LOOPSCOPE_HASH("openssl_shake_256", kShake256),
    {"new", new_hash, "name, string=b'', *, usedforsecurity=True"},
    {"get_fips_mode", [](Value, const Value*) { return make_int(0); }, ""},
    {nullptr, nullptr, nullptr},
};
const NativeDef kMd5Functions[] = {LOOPSCOPE_HASH("md5", kMd5), {nullptr, nullptr, nullptr}};
const NativeDef kSha1Functions[] = {LOOPSCOPE_HASH("sha1", kSha1), {nullptr, nullptr, nullptr}};
const NativeDef kSha2Functions[] = {LOOPSCOPE_HASH("sha224", kSha224), LOOPSCOPE_HASH("sha256", kSha256),
                                    LOOPSCOPE_HASH("sha384", kSha384), LOOPSCOPE_HASH("sha512", kSha512),
                                    {nullptr, nullptr, nullptr}};
const NativeDef kSha3Functions[] = {LOOPSCOPE_HASH("sha3_224", kSha3_224),   LOOPSCOPE_HASH("sha3_256", kSha3_256),
                                    LOOPSCOPE_HASH("sha3_384", kSha3_384),   LOOPSCOPE_HASH("sha3_512", kSha3_512),
                                    LOOPSCOPE_HASH("shake_128", kShake128), LOOPSCOPE_HASH("shake_256", kShake256),
                                    {nullptr, nullptr, nullptr}};

bool initialize(Module* m) {
  unsupported_error = make_exception_class(m, "UnsupportedDigestmodError", exc::ValueError);
  if (!unsupported_error || !module_add_type(m, &hash_type) || !module_add_type(m, &hash_xof_type)) return false;
  Own<Set> names = make_set({}, true);
  for (auto a = kHashAlgorithms; names && *a; a++)
    if (!set_add(names.get(), make_str((*a)->name))) return false;
  return names && module_add(m, "openssl_md_meth_names", names) && module_add(m, kFunctions) && add_hmac(m, unsupported_error);
}

}  // namespace

Type hash_type = describe_openssl("_hashlib.HASH", kMethods);
Type hash_xof_type = [] {
  Type t = describe_openssl("_hashlib.HASHXOF", kXofMethods);
  t.base = &hash_type;
  return t;
}();
Type blake2b_type = describe_blake2("_blake2.blake2b", new_blake2<kBlake2b>);
Type blake2s_type = describe_blake2("_blake2.blake2s", new_blake2<kBlake2s>);

bool hash_input(Value v, BytesView* out) {
  if (is_str(v)) return raise(exc::TypeError, "Strings must be encoded before hashing"), false;
  return read_bytes(v, out) || (raise(exc::TypeError, "object supporting the buffer API required"), false);
}

Ref make_hash(Type* type, const HashState& state) {
  auto* h = allocate_as<HashObject>(type);
  if (!h) return {};
  h->state = state;
  return Ref::steal(h);
}

const HashAlgorithm* find_hash(Value name) {
  std::string wanted = to_utf8(name.as<Str>());
  for (char& c : wanted) c = c == '-' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  for (auto a = kHashAlgorithms; *a; a++)
    if (wanted == (*a)->name) return *a;
  return nullptr;
}

Ref digest_bytes(const HashState& state, size_t size) {
  Own<Bytes> out = new_bytes(size);
  if (out) state.digest(out->data, size);
  return out;
}
Ref digest_hex(const HashState& state, size_t size) {
  static const char kDigits[] = "0123456789abcdef";
  std::string bytes(size, '\0'), text;
  state.digest(reinterpret_cast<uint8_t*>(bytes.data()), size);
  text.reserve(size * 2);
  for (char c : bytes) (text += kDigits[static_cast<uint8_t>(c) >> 4]) += kDigits[c & 15];
  return make_str(text);
}

void register_hash_modules() {
  register_native_module("_hashlib", initialize);
  register_native_module("_blake2", initialize_blake2);
  register_native_module("_md5", [](Module* m) { return module_add(m, kMd5Functions); });
  register_native_module("_sha1", [](Module* m) { return module_add(m, kSha1Functions); });
  register_native_module("_sha2", [](Module* m) { return module_add(m, kSha2Functions); });
  register_native_module("_sha3", [](Module* m) { return module_add(m, kSha3Functions); });
}

}  // namespace loopscope::python
