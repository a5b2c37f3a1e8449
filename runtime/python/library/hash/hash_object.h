// SPDX-License-Identifier: MIT
#pragma once

#include "python/library/hash/hash.h"
#include "python/vm/bytes.h"

/// What the hashing modules share.
namespace loopscope::python {

/// hashlib's objects: `_hashlib.HASH`, its subclass HASHXOF for SHAKE, `_blake2.blake2b`, `_blake2.blake2s`.
struct HashObject : Object {
  HashState state;
};
extern Type hash_type, hash_xof_type, blake2b_type, blake2s_type;

/// The content of what is to be hashed. TypeError for text and for what is not bytes-like.
bool hash_input(Value v, BytesView* out);
Ref make_hash(Type* type, const HashState& state);
/// By hashlib's name in either case; null (no exception) if unknown.
const HashAlgorithm* find_hash(Value name);

Ref digest_bytes(const HashState& state, size_t size);
Ref digest_hex(const HashState& state, size_t size);

/// RFC 2104.
struct HmacState {
  HashState inner, outer;
  HmacState(const HashAlgorithm& algorithm, BytesView key);
  void digest(uint8_t* out) const;
};

/// Adds key derivation and HMAC to `_hashlib`.
bool add_hmac(Module* m, Type* unsupported);

}  // namespace loopscope::python
