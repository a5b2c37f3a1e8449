// SPDX-License-Identifier: MIT
#include <cmath>
#include <string>
#include <vector>

#include "python/library/hash/hash.h"
#include "python/library/standard_modules.h"
#include "python/vm/big_number.h"
#include "python/vm/bytes.h"
#include "python/vm/int.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"
#include "python/vm/vm.h"
#include "python/vm/warning.h"

/// `random` with CPython's numbers: the Mersenne Twister MT19937, its ways of seeding, and the same use of the stream by
/// every method. Without a seed the numbers depend on the run's seed, or else on when the program started.
namespace loopscope::python {

namespace {

constexpr int kStateWords = 624;

struct Random : Object {
  uint32_t state[kStateWords];
  uint32_t at;
  bool has_gauss, is_system;
  double gauss_next;
};
Random* self_of(Value v) { return v.as<Random>(); }

// ---- the generator ----------------------------------------------------------------------------------------------------

void seed_word(Random* r, uint32_t seed) {
  r->state[0] = seed;
  for (uint32_t i = 1; i < kStateWords; i++) r->state[i] = 1812433253u * (r->state[i - 1] ^ r->state[i - 1] >> 30) + i;
  r->at = kStateWords;
}
void seed_array(Random* r, const uint32_t* key, uint32_t length) {
  seed_word(r, 19650218u);
  uint32_t i = 1, j = 0;
  for (uint32_t k = length > kStateWords ? length : kStateWords; k; k--) {
    r->state[i] = (r->state[i] ^ (r->state[i - 1] ^ r->state[i - 1] >> 30) * 1664525u) + key[j] + j;
    if (++i >= kStateWords) r->state[0] = r->state[kStateWords - 1], i = 1;
    if (++j >= length) j = 0;
  }
  for (uint32_t k = kStateWords - 1; k; k--) {
    r->state[i] = (r->state[i] ^ (r->state[i - 1] ^ r->state[i - 1] >> 30) * 1566083941u) - i;
    if (++i >= kStateWords) r->state[0] = r->state[kStateWords - 1], i = 1;
  }
  r->state[0] = 0x80000000u;
}
uint32_t word(Random* r) {
  if (r->at >= kStateWords) {
    for (int k = 0; k < kStateWords; k++) {
      uint32_t y = (r->state[k] & 0x80000000u) | (r->state[(k + 1) % kStateWords] & 0x7fffffffu);
      r->state[k] = r->state[(k + 397) % kStateWords] ^ y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
    }
    r->at = 0;
  }
  uint32_t y = r->state[r->at++];
  y ^= y >> 11;
  y ^= y << 7 & 0x9d2c5680u;
  y ^= y << 15 & 0xefc60000u;
  return y ^ y >> 18;
}
double next_double(Random* r) {
  uint32_t a = word(r) >> 5, b = word(r) >> 6;
  return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
}

void seed_magnitude(Random* r, const std::string& little_endian) {
  std::vector<uint32_t> key((little_endian.size() + 3) / 4);
  for (size_t i = 0; i < little_endian.size(); i++) key[i / 4] |= static_cast<uint32_t>(static_cast<uint8_t>(little_endian[i])) << (i % 4 * 8);
  while (key.size() > 1 && key.back() == 0) key.pop_back();
  if (key.empty()) key.push_back(0);
  seed_array(r, key.data(), static_cast<uint32_t>(key.size()));
}
void seed_by_chance(Random* r) {
  static uint32_t count = 0;
  uint64_t origin = vm.has_seed ? vm.seed : static_cast<uint64_t>(vm.start_unix_ns);
  uint32_t key[] = {static_cast<uint32_t>(origin), static_cast<uint32_t>(origin >> 32), ++count, vm.has_seed, 0x4c6f6f70u};
  seed_array(r, key, 5);
}

bool seed_with(Random* r, Value v, bool old_version) {
  r->has_gauss = false;
  if (!v || v == kNone || r->is_system) {
    seed_by_chance(r);
    return true;
  }
  if (is_int(v)) {
    seed_magnitude(r, big::magnitude_bytes(*BigOperand(v)));
    return true;
  }
  std::string text;
  BytesView view;
  bool has_bytes = !is_str(v) && !is_float(v) && read_bytes(v, &view);
  if (old_version && (is_str(v) || (has_bytes && is_bytes(v)))) {
    // Version 1 hashed texts as Python 2 did.
    Str* s = is_str(v) ? v.as<Str>() : nullptr;
    uint64_t n = s ? s->length : view.length, x = 0;
    auto at = [&](uint64_t i) -> uint64_t { return s ? s->at(static_cast<uint32_t>(i)) : view.data[i]; };
    if (n) x = at(0) << 7;
    for (uint64_t i = 0; i < n; i++) x = (1000003 * x) ^ at(i);
    x ^= n;
    std::string bytes(8, '\0');
    for (int i = 0; i < 8; i++) bytes[i] = static_cast<char>(x >> (i * 8));
    seed_magnitude(r, bytes);
    return true;
  }
  if (is_str(v)) {
    text = to_utf8(v.as<Str>());
  } else if (has_bytes) {
    text.assign(reinterpret_cast<const char*>(view.data), view.length);
  } else if (is_float(v)) {
    int64_t h;
    if (!hash(v, &h)) return false;
    std::string bytes(8, '\0');
    for (int i = 0; i < 8; i++) bytes[i] = static_cast<char>(static_cast<uint64_t>(h) >> (i * 8));
    seed_magnitude(r, bytes);
    return true;
  } else {
    raise(exc::TypeError, "The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.");
    return false;
  }
  HashState state = kSha512.start();
  state.update(text.data(), text.size());
  uint8_t digest[64];
  state.digest(digest, sizeof digest);
  text.append(reinterpret_cast<const char*>(digest), sizeof digest);
  seed_magnitude(r, std::string(text.rbegin(), text.rend()));
  return true;
}

extern Type random_type, system_random_type;

/// A subclass may define random() of its own; then everything rests on that one.
bool uniform01(Value self, double* out) {
  if (type_of(self)->flags & kTypeHeap) {
    static Str* const name = intern("random");
    if (lookup_in_type(type_of(self), name) != dict_get(random_type.dict, name)) {
      Ref v = call_method(self, name);
      return v && to_double(v, out);
    }
  }
  *out = next_double(self_of(self));
  return true;
}

Ref bits(Random* r, int64_t k) {
  if (k == 0) return Ref::small(0);
  if (k <= 32) return make_int(word(r) >> (32 - k));
  std::vector<uint8_t> data;
  for (int64_t left = k; left > 0; left -= 32) {
    uint32_t w = word(r);
    if (left < 32) w >>= 32 - left;
    for (int i = 0; i < 4; i++) data.push_back(static_cast<uint8_t>(w >> (i * 8)));
  }
  return int_from_bytes(data.data(), data.size(), false);
}

Ref below_by_bits(Random* r, Value n) {
  int64_t k = int_bit_length(n), limit;
  if (k <= 32 && int_fits(n, &limit)) {
    uint32_t v;
    do v = word(r) >> (32 - k);
    while (v >= limit);
    return make_int(v);
  }
  for (;;) {
    Ref v = bits(r, k);
    if (!v || int_compare(v, n) < 0) return v;
  }
}

/// What the draws of a subclass rest on: the first of its classes that defines one of these says (CPython: Random.__init_subclass__).
enum class Basis : uint8_t { own, bits, doubles, below };
Basis basis_of(Type* type) {
  static Str *const below = intern("_randbelow"), *const bits = intern("getrandbits"), *const doubles = intern("random");
  for (uint32_t i = 0; type->flags & kTypeHeap && i < type->mro->size; i++) {
    Type* t = type->mro->items[i].as<Type>();
    if (!(t->flags & kTypeHeap)) break;
    if (dict_get(t->dict, below)) return Basis::below;
    if (dict_get(t->dict, bits)) return Basis::bits;
    if (dict_get(t->dict, doubles)) return Basis::doubles;
  }
  return Basis::own;
}

/// As CPython's _randbelow_without_getrandbits: 53 random bits, those that would make some results likelier drawn again.
Ref below_by_doubles(Value self, Value n) {
  constexpr double kMost = 9007199254740992.0;
  double u, count;
  if (!to_double(n, &count)) return {};
  if (count >= kMost) {
    if (!warn(exc::UserWarning, "Underlying random() generator does not supply \nenough bits to choose from a population range this large.\n"
                                "To remove the range limitation, add a getrandbits() method."))
      return {};
    return uniform01(self, &u) ? make_int_from_double(std::floor(u * count)) : Ref();
  }
  double limit = (kMost - std::fmod(kMost, count)) / kMost;
  do
    if (!uniform01(self, &u)) return {};
  while (u >= limit);
  return make_int(static_cast<int64_t>(std::fmod(std::floor(u * kMost), count)));
}

/// 0 <= result < n, n > 0.
Ref below(Value self, Value n) {
  Random* r = self_of(self);
  Basis basis = basis_of(type_of(self));
  if (basis == Basis::below) return call_method(self, intern("_randbelow"), n);
  if (basis == Basis::doubles) return below_by_doubles(self, n);
  if (basis == Basis::bits) {
    Ref length = make_int(int_bit_length(n));
    for (;;) {
      Ref v = call_method(self, intern("getrandbits"), length);
      int smaller = v ? less(v, n) : -1;
      if (smaller < 0) return {};
      if (smaller) return v;
    }
  }
  return below_by_bits(r, n);
}
int64_t below(Value self, int64_t n) {
  Ref v = below(self, make_int(n).get());
  int64_t out = 0;
  int_fits(v, &out);
  return out;
}

// ---- Random -----------------------------------------------------------------------------------------------------------

Ref random_new(Type* type, const Args&) {
  auto* r = allocate_as<Random>(type);
  if (!r) return {};
  r->is_system = is_subtype(type, &system_random_type);
  seed_by_chance(r);
  if (type->flags & kTypeGc) gc_track(r);
  return Ref::steal(r);
}
bool random_init(Value self, const Args& args) {
  BoundArgs bound(*Signature::of("x=None"), {"Random"}, args);
  return bound && seed_with(self_of(self), bound[0], false);
}
void random_dealloc(Object* o) { free_object(o); }

Ref seed_(Value self, const Value* args) {
  int64_t version = 2;
  if (args[1] && !int_fits(args[1], &version)) return {};
  return seed_with(self_of(self), args[0], version == 1) ? none() : Ref();
}
Ref random_(Value self, const Value*) { return make_float(next_double(self_of(self))); }
Ref getrandbits(Value self, const Value* args) {
  int64_t k;
  if (!to_int64(args[0], &k, OnOverflow::error)) return {};
  if (k < 0) return raise(exc::ValueError, "number of bits must be non-negative");
  return big::room_for(static_cast<uint64_t>(k)) ? bits(self_of(self), k) : Ref();
}
Ref randbelow_(Value self, const Value* args) {
  Random* r = self_of(self);
  // What a subclass's own _randbelow calls with super().
  return basis_of(type_of(self)) == Basis::below && int_sign(args[0]) > 0 ? below_by_bits(r, args[0]) : below(self, args[0]);
}
Ref getstate(Value self, const Value*) {
  Random* r = self_of(self);
  if (r->is_system) return raise(exc::NotImplementedError, "System entropy source does not have state.");
  Own<Tuple> words = make_tuple(kStateWords + 1);
  for (int i = 0; words && i < kStateWords; i++) words->items[i] = make_int(r->state[i]).release();
  if (!words) return {};
  words->items[kStateWords] = make_int(r->at).release();
  return tuple_of(Value::small(3), Value(words), r->has_gauss ? make_float(r->gauss_next) : none());
}
Ref setstate(Value self, const Value* args) {
  Random* r = self_of(self);
  int64_t version = 0;
  if (r->is_system) return raise(exc::NotImplementedError, "System entropy source does not have state.");
  Own<Tuple> parts = to_tuple(args[0]);
  if (!parts) return {};
  if (parts->size != 3 || !int_fits(parts->items[0], &version) || (version != 2 && version != 3))
    return raise(exc::ValueError, "state with version %S passed to Random.setstate() of version 3", parts->size ? parts->items[0] : kNone);
  Own<Tuple> words = to_tuple(parts->items[1]);
  if (!words) return {};
  if (words->size != kStateWords + 1) return raise(exc::ValueError, "state vector is the wrong size");
  for (int i = 0; i <= kStateWords; i++) {
    int64_t n;
    if (!to_int64(words->items[i], &n, OnOverflow::error)) return {};
    if (i < kStateWords) r->state[i] = static_cast<uint32_t>(n);
    else if (n < 0 || n > kStateWords) return raise(exc::ValueError, "invalid state");
    else r->at = static_cast<uint32_t>(n);
  }
  r->has_gauss = parts->items[2] != kNone;
  if (r->has_gauss && !to_double(parts->items[2], &r->gauss_next)) return {};
  return none();
}

Ref add(Value a, Value b) { return int_binary(BinaryOp::add, a, b); }

Ref randrange(Value self, const Value* args) {
  Ref start = index(args[0]);
  if (!start) return {};
  Ref step = args[2] ? index(args[2]) : Ref::small(1);
  if (!step) return {};
  if (!args[1] || args[1] == kNone) {
    if (args[2] && !(step == Value::small(1))) return raise(exc::TypeError, "Missing a non-None stop argument");
    if (int_sign(start) <= 0) return raise(exc::ValueError, "empty range for randrange()");
    return below(self, start);
  }
  Ref stop = index(args[1]);
  if (!stop) return {};
  Ref width = int_binary(BinaryOp::subtract, stop, start);
  if (step == Value::small(1)) {
    if (int_sign(width) <= 0) return raise(exc::ValueError, "empty range in randrange(%S, %S)", start.get(), stop.get());
    Ref r = below(self, width);
    return r ? add(start, r) : Ref();
  }
  int sign = int_sign(step);
  if (sign == 0) return raise(exc::ValueError, "zero step for randrange()");
  Ref rounded = add(add(width, step), Value::small(sign > 0 ? -1 : 1));
  Ref n = int_binary(BinaryOp::floor_divide, rounded, step);
  if (!n) return {};
  if (int_sign(n) <= 0) return raise(exc::ValueError, "empty range in randrange(%S, %S, %S)", start.get(), stop.get(), step.get());
  Ref r = below(self, n);
  return r ? add(start, int_binary(BinaryOp::multiply, step, r)) : Ref();
}
Ref randint(Value self, const Value* args) {
  Ref end = is_int(args[1]) ? add(args[1], Value::small(1)) : binary_op(BinaryOp::add, args[1], Value::small(1));
  if (!end) return {};
  const Value bounds[] = {args[0], end, Value()};
  return randrange(self, bounds);
}
Ref randbytes(Value self, const Value* args) {
  int64_t n;
  if (!to_int64(args[0], &n, OnOverflow::error)) return {};
  if (n < 0) return raise(exc::ValueError, "number of bits must be non-negative");
  if (type_of(self)->flags & kTypeHeap && lookup_in_type(type_of(self), intern("getrandbits")) != dict_get(random_type.dict, intern("getrandbits"))) {
    Ref all = call_method(self, intern("getrandbits"), make_int(n * 8));
    return all ? call_method(all, intern("to_bytes"), make_int(n), Value(intern("little"))) : Ref();
  }
  Own<Bytes> out = new_bytes(static_cast<size_t>(n));
  if (!out) return {};
  for (int64_t i = 0; i < n; i += 4) {
    uint32_t w = word(self_of(self));
    int64_t left = n - i;
    if (left < 4) w >>= 8 * (4 - left);
    for (int64_t k = 0; k < 4 && k < left; k++) out->data[i + k] = static_cast<uint8_t>(w >> (k * 8));
  }
  return out;
}
Ref choice(Value self, const Value* args) {
  int64_t n = long_length(args[0]);
  if (n < 0) return {};
  if (n == 0) return raise(exc::IndexError, "Cannot choose from an empty sequence");
  return get_item(args[0], make_int(below(self, static_cast<int64_t>(n))));
}
Ref shuffle(Value self, const Value* args) {
  ptrdiff_t n = length(args[0]);
  if (n < 0) return {};
  for (ptrdiff_t i = n - 1; i > 0; i--) {
    int64_t j = below(self, static_cast<int64_t>(i) + 1);
    if (is_exact(args[0], list_type)) {
      List* list = args[0].as<List>();
      if (i < static_cast<ptrdiff_t>(list->size)) std::swap(list->items[i], list->items[j]);
      continue;
    }
    Ref at_i = make_int(i), at_j = make_int(j);
    Ref a = get_item(args[0], at_i);
    Ref b = a ? get_item(args[0], at_j) : Ref();
    if (!b || !set_item(args[0], at_i, b) || !set_item(args[0], at_j, a)) return {};
  }
  return none();
}

/// Running totals of an iterable.
Own<List> accumulated(Value v) {
  Own<List> sums = make_list();
  bool ok = for_each(v, [&](Value item) {
    if (!sums->size) return list_append(sums.get(), item);
    Ref sum = binary_op(BinaryOp::add, sums->items[sums->size - 1], item);
    return sum && list_append(sums.get(), sum);
  });
  return ok ? std::move(sums) : Own<List>();
}
/// First place in list[0:high] whose item is greater than x; -1.
ptrdiff_t bisect(List* list, Value x, uint32_t high) {
  uint32_t low = 0;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    int t = less(x, list->items[middle]);
    if (t < 0) return -1;
    if (t) high = middle;
    else low = middle + 1;
  }
  return low;
}

Ref sample_of(Value self, Value population, Value count) {
  int64_t k, n = long_length(population);
  if (n < 0 || !to_int64(count, &k, OnOverflow::error)) return {};
  if (k < 0 || k > n) return raise(exc::ValueError, "Sample larger than population or is negative");
  Own<List> result = make_list(static_cast<uint32_t>(k));
  double set_size = 21;
  if (k > 5) set_size += std::pow(4, std::ceil(std::log(static_cast<double>(k * 3)) / std::log(4.0)));
  if (static_cast<double>(n) <= set_size) {
    Own<List> pool = to_list(population);
    for (int64_t i = 0; pool && i < k; i++) {
      int64_t j = below(self, static_cast<int64_t>(n) - i);
      if (!list_append(result.get(), pool->items[j])) return {};
      assign(pool->items[j], pool->items[n - i - 1]);
    }
    return pool ? Ref(result) : Ref();
  }
  Own<Set> selected = make_set();
  for (int64_t i = 0; i < k; i++) {
    Ref j = make_int(below(self, static_cast<int64_t>(n)));
    while (set_contains(selected.get(), j)) j = make_int(below(self, static_cast<int64_t>(n)));
    set_add(selected.get(), j);
    Ref item = get_item(population, j);
    if (!item || !list_append(result.get(), item)) return {};
  }
  return result;
}
Ref sample(Value self, const Value* args) {
  Value population = args[0];
  Type* t = type_of(population);
  bool sequence = (t->flags & kTypeSequencePattern) || is_str(population) || is_bytes(population) || is_bytearray(population);
  if (!sequence && (is_dict(population) || t->flags & kTypeSetSubclass || !t->getitem || !t->length))
    return raise(exc::TypeError, "Population must be a sequence.  For dicts or sets, use sorted(d).");
  if (!args[2] || args[2] == kNone) return sample_of(self, population, args[1]);
  ptrdiff_t n = length(population);
  Own<List> sums = n < 0 ? Own<List>() : accumulated(args[2]);
  if (!sums) return {};
  if (sums->size != static_cast<size_t>(n)) return raise(exc::ValueError, "The number of counts does not match the population");
  Ref total = sums->size ? Ref::share(sums->items[sums->size - 1]) : Ref::small(0);
  if (!is_int(total)) return raise(exc::TypeError, "Counts must be integers");
  if (int_sign(total) < 0) return raise(exc::ValueError, "Counts must be non-negative");
  Ref all = call(Value(&range_type), total);
  Ref chosen = all ? sample_of(self, all, args[1]) : Ref();
  if (!chosen) return {};
  Own<List> result = make_list();
  for (uint32_t i = 0; i < chosen.as<List>()->size; i++) {
    ptrdiff_t at = bisect(sums.get(), chosen.as<List>()->items[i], sums->size - 1);
    Ref item = at < 0 ? Ref() : get_item(population, make_int(at));
    if (!item || !list_append(result.get(), item)) return {};
  }
  return result;
}
Ref choices(Value self, const Value* args) {
  ptrdiff_t n = length(args[0]);
  if (n < 0) return {};
  int64_t k = 1;
  if (args[3] && !to_int64(args[3], &k, OnOverflow::error)) return {};
  Value weights = args[1] && args[1] != kNone ? args[1] : Value(), sums_given = args[2] && args[2] != kNone ? args[2] : Value();
  Own<List> result = make_list();
  double u;
  if (!weights && !sums_given) {
    for (int64_t i = 0; i < k; i++) {
      if (!uniform01(self, &u)) return {};
      Ref item = get_item(args[0], make_int(static_cast<int64_t>(u * static_cast<double>(n))));
      if (!item || !list_append(result.get(), item)) return {};
    }
    return result;
  }
  if (weights && sums_given) return raise(exc::TypeError, "Cannot specify both weights and cumulative weights");
  if (weights && is_int(weights)) return raise(exc::TypeError, "The number of choices must be a keyword argument: k=%S", weights);
  Own<List> sums = weights ? accumulated(weights) : to_list(sums_given);
  if (!sums) return {};
  if (sums->size != static_cast<size_t>(n)) return raise(exc::ValueError, "The number of weights does not match the population");
  if (!sums->size) return raise(exc::IndexError, "list index out of range");
  double total = 0;
  if (!to_double(sums->items[sums->size - 1], &total)) return {};
  if (total <= 0) return raise(exc::ValueError, "Total of weights must be greater than zero");
  if (!std::isfinite(total)) return raise(exc::ValueError, "Total of weights must be finite");
  for (int64_t i = 0; i < k; i++) {
    if (!uniform01(self, &u)) return {};
    ptrdiff_t at = bisect(sums.get(), make_float(u * total), sums->size - 1);
    Ref item = at < 0 ? Ref() : get_item(args[0], make_int(at));
    if (!item || !list_append(result.get(), item)) return {};
  }
  return result;
}

// ---- distributions ----------------------------------------------------------------------------------------------------

constexpr double kTwoPi = 6.283185307179586;

/// args[i] as a double, or `fallback` if omitted.
bool number(const Value* args, int i, double fallback, double* out) {
  *out = fallback;
  return !args[i] || to_double(args[i], out);
}
Ref uniform(Value self, const Value* args) {
  double a, b, u;
  if (!to_double(args[0], &a) || !to_double(args[1], &b) || !uniform01(self, &u)) return {};
  return make_float(a + (b - a) * u);
}
Ref triangular(Value self, const Value* args) {
  double low, high, mode = 0, u;
  if (!number(args, 0, 0, &low) || !number(args, 1, 1, &high) || !uniform01(self, &u)) return {};
  double c = 0.5;
  if (args[2] && args[2] != kNone) {
    if (!to_double(args[2], &mode)) return {};
    if (high == low) return Ref::share(args[0] ? args[0] : Value::small(0));
    c = (mode - low) / (high - low);
  }
  if (u > c) {
    u = 1 - u;
    c = 1 - c;
    std::swap(low, high);
  }
  return make_float(low + (high - low) * std::sqrt(u * c));
}
bool normal(Value self, double mu, double sigma, double* out) {
  const double magic = 4 * std::exp(-0.5) / std::sqrt(2.0);
  for (;;) {
    double u1, u2;
    if (!uniform01(self, &u1) || !uniform01(self, &u2)) return false;
    u2 = 1.0 - u2;
    double z = magic * (u1 - 0.5) / u2;
    if (z * z / 4.0 <= -std::log(u2)) {
      *out = mu + z * sigma;
      return true;
    }
  }
}
Ref normalvariate(Value self, const Value* args) {
  double mu, sigma, x;
  return number(args, 0, 0, &mu) && number(args, 1, 1, &sigma) && normal(self, mu, sigma, &x) ? make_float(x) : Ref();
}
Ref lognormvariate(Value self, const Value* args) {
  double mu, sigma, x;
  return number(args, 0, 0, &mu) && number(args, 1, 1, &sigma) && normal(self, mu, sigma, &x) ? make_float(std::exp(x)) : Ref();
}
Ref gauss(Value self, const Value* args) {
  double mu, sigma, z;
  if (!number(args, 0, 0, &mu) || !number(args, 1, 1, &sigma)) return {};
  Random* r = self_of(self);
  if (r->has_gauss) {
    z = r->gauss_next;
    r->has_gauss = false;
  } else {
    double angle, u;
    if (!uniform01(self, &angle) || !uniform01(self, &u)) return {};
    angle *= kTwoPi;
    double radius = std::sqrt(-2.0 * std::log(1.0 - u));
    z = std::cos(angle) * radius;
    r->gauss_next = std::sin(angle) * radius;
    r->has_gauss = true;
  }
  return make_float(mu + z * sigma);
}
Ref expovariate(Value self, const Value* args) {
  double rate, u;
  if (!number(args, 0, 1, &rate) || !uniform01(self, &u)) return {};
  if (rate == 0) return raise(exc::ZeroDivisionError, "float division by zero");
  return make_float(-std::log(1.0 - u) / rate);
}
Ref vonmisesvariate(Value self, const Value* args) {
  double mu, kappa, u1, u2, u3, z;
  if (!to_double(args[0], &mu) || !to_double(args[1], &kappa)) return {};
  if (kappa <= 1e-6) return uniform01(self, &u1) ? make_float(kTwoPi * u1) : Ref();
  double s = 0.5 / kappa, r = s + std::sqrt(1.0 + s * s);
  for (;;) {
    if (!uniform01(self, &u1) || !uniform01(self, &u2)) return {};
    z = std::cos(kTwoPi / 2 * u1);
    double d = z / (r + z);
    if (u2 < 1.0 - d * d || u2 <= (1.0 - d) * std::exp(d)) break;
  }
  if (!uniform01(self, &u3)) return {};
  double q = 1.0 / r, f = (q + z) / (1.0 + q * z), theta = std::acos(f);
  double sum = u3 > 0.5 ? mu + theta : mu - theta;
  double wrapped = std::fmod(sum, kTwoPi);
  return make_float(wrapped < 0 ? wrapped + kTwoPi : wrapped);
}
bool gamma(Value self, double alpha, double beta, double* out) {
  double u, u1, u2;
  if (alpha <= 0 || beta <= 0) return raise(exc::ValueError, "gammavariate: alpha and beta must be > 0.0"), false;
  if (alpha > 1) {
    double ainv = std::sqrt(2.0 * alpha - 1.0), b = alpha - std::log(4.0), c = alpha + ainv;
    for (;;) {
      if (!uniform01(self, &u1)) return false;
      if (!(1e-7 < u1 && u1 < 0.9999999)) continue;
      if (!uniform01(self, &u2)) return false;
      u2 = 1.0 - u2;
      double v = std::log(u1 / (1.0 - u1)) / ainv, x = alpha * std::exp(v), z = u1 * u1 * u2, r = b + c * v - x;
      if (r + (1.0 + std::log(4.5)) - 4.5 * z >= 0.0 || r >= std::log(z)) {
        *out = x * beta;
        return true;
      }
    }
  }
  if (alpha == 1) {
    if (!uniform01(self, &u)) return false;
    *out = -std::log(1.0 - u) * beta;
    return true;
  }
  const double e = 2.718281828459045;
  for (;;) {
    if (!uniform01(self, &u)) return false;
    double b = (e + alpha) / e, p = b * u;
    double x = p <= 1.0 ? std::pow(p, 1.0 / alpha) : -std::log((b - p) / alpha);
    if (!uniform01(self, &u1)) return false;
    if (p > 1.0 ? u1 <= std::pow(x, alpha - 1.0) : u1 <= std::exp(-x)) {
      *out = x * beta;
      return true;
    }
  }
}
Ref gammavariate(Value self, const Value* args) {
  double alpha, beta, x;
  return to_double(args[0], &alpha) && to_double(args[1], &beta) && gamma(self, alpha, beta, &x) ? make_float(x) : Ref();
}
Ref betavariate(Value self, const Value* args) {
  double alpha, beta, y, z;
  if (!to_double(args[0], &alpha) || !to_double(args[1], &beta) || !gamma(self, alpha, 1.0, &y)) return {};
  if (y == 0) return make_float(0);
  return gamma(self, beta, 1.0, &z) ? make_float(y / (y + z)) : Ref();
}
Ref paretovariate(Value self, const Value* args) {
  double alpha, u;
  return to_double(args[0], &alpha) && uniform01(self, &u) ? make_float(std::pow(1.0 - u, -1.0 / alpha)) : Ref();
}
Ref weibullvariate(Value self, const Value* args) {
  double alpha, beta, u;
  if (!to_double(args[0], &alpha) || !to_double(args[1], &beta) || !uniform01(self, &u)) return {};
  return make_float(alpha * std::pow(-std::log(1.0 - u), 1.0 / beta));
}
/// Number of successes among n: one draw for n == 1, geometric jumps for small n*p, else transformed rejection (BTRS).
bool binomial(Value self, int64_t n, double p, int64_t* out) {
  double u;
  *out = 0;
  if (n < 0) return raise(exc::ValueError, "n must be non-negative"), false;
  if (p <= 0 || p >= 1) {
    if (p == 0) return true;
    if (p == 1) return *out = n, true;
    return raise(exc::ValueError, "p must be in the range 0.0 <= p <= 1.0"), false;
  }
  if (n == 1) {
    if (!uniform01(self, &u)) return false;
    *out = u < p;
    return true;
  }
  if (p > 0.5) {
    if (!binomial(self, n, 1.0 - p, out)) return false;
    *out = n - *out;
    return true;
  }
  if (static_cast<double>(n) * p < 10.0) {
    int64_t x = 0, y = 0;
    double c = std::log2(1.0 - p);
    if (c == 0) return true;
    for (;;) {
      if (!uniform01(self, &u)) return false;
      y += static_cast<int64_t>(std::floor(std::log2(u) / c)) + 1;
      if (y > n) return *out = x, true;
      x++;
    }
  }
  double count = static_cast<double>(n), spq = std::sqrt(count * p * (1.0 - p)), b = 1.15 + 2.53 * spq;
  double a = -0.0873 + 0.0248 * b + 0.01 * p, c = count * p + 0.5, vr = 0.92 - 4.2 / b;
  double alpha = (2.83 + 5.1 / b) * spq, lpq = std::log(p / (1.0 - p)), m = std::floor((count + 1) * p);
  double h = std::lgamma(m + 1) + std::lgamma(count - m + 1);
  for (;;) {
    if (!uniform01(self, &u)) return false;
    u -= 0.5;
    double us = 0.5 - std::fabs(u), k = std::floor((2.0 * a / us + b) * u + c), v;
    if (k < 0 || k > count) continue;
    if (!uniform01(self, &v)) return false;
    if (us >= 0.07 && v <= vr) return *out = static_cast<int64_t>(k), true;
    v *= alpha / (a / (us * us) + b);
    if (std::log(v) <= h - std::lgamma(k + 1) - std::lgamma(count - k + 1) + (k - m) * lpq)
      return *out = static_cast<int64_t>(k), true;
  }
}
Ref binomialvariate(Value self, const Value* args) {
  int64_t n = 1, x;
  double p;
  if (args[0] && !to_int64(args[0], &n, OnOverflow::error)) return {};
  return number(args, 1, 0.5, &p) && binomial(self, n, p, &x) ? make_int(x) : Ref();
}

Ref reduce(Value self, const Value*) {
  Ref state = getstate(self, nullptr);
  return state ? Ref(tuple_of(Value(type_of(self)), Value(make_tuple(0)), state.get())) : Ref();
}

const NativeDef kMethods[] = {
    {"__getstate__", getstate, "", kNativePythonStyle},
    {"__reduce__", reduce, "", kNativePythonStyle},
    {"__setstate__", setstate, "state", kNativePythonStyle},
    {"seed", seed_, "a=None, version=2", kNativePythonStyle},
    {"random", random_, ""},
    {"getrandbits", getrandbits, "k, /"},
    {"_randbelow", randbelow_, "n", kNativePythonStyle},
    {"getstate", getstate, "", kNativePythonStyle},
    {"setstate", setstate, "state", kNativePythonStyle},
    {"randrange", randrange, "start, stop=None, step=1", kNativePythonStyle},
    {"randint", randint, "a, b", kNativePythonStyle},
    {"randbytes", randbytes, "n", kNativePythonStyle},
    {"choice", choice, "seq", kNativePythonStyle},
    {"shuffle", shuffle, "x", kNativePythonStyle},
    {"sample", sample, "population, k, *, counts=None", kNativePythonStyle},
    {"choices", choices, "population, weights=None, *, cum_weights=None, k=1", kNativePythonStyle},
    {"uniform", uniform, "a, b", kNativePythonStyle},
    {"triangular", triangular, "low=0.0, high=1.0, mode=None", kNativePythonStyle},
    {"normalvariate", normalvariate, "mu=0.0, sigma=1.0", kNativePythonStyle},
    {"lognormvariate", lognormvariate, "mu, sigma", kNativePythonStyle},
    {"gauss", gauss, "mu=0.0, sigma=1.0", kNativePythonStyle},
    {"expovariate", expovariate, "lambd=1.0", kNativePythonStyle},
    {"vonmisesvariate", vonmisesvariate, "mu, kappa", kNativePythonStyle},
    {"gammavariate", gammavariate, "alpha, beta", kNativePythonStyle},
    {"betavariate", betavariate, "alpha, beta", kNativePythonStyle},
    {"paretovariate", paretovariate, "alpha", kNativePythonStyle},
    {"weibullvariate", weibullvariate, "alpha, beta", kNativePythonStyle},
    {"binomialvariate", binomialvariate, "n=1, p=0.5", kNativePythonStyle},
    {nullptr, nullptr, nullptr},
};

Type make_random_type() {
  Type t;
  t.name = "random.Random";
  t.flags = kTypeBase;
  t.basic_size = sizeof(Random);
  t.dealloc = random_dealloc;
  t.new_ = random_new;
  t.init = random_init;
  t.methods = kMethods;
  return t;
}
Type random_type = make_random_type();
Type make_system_type() {
  Type t;
  t.name = "random.SystemRandom";
  t.flags = kTypeBase;
  t.base = &random_type;
  return t;
}
Type system_random_type = make_system_type();

bool initialize(Module* m) {
  ready_type(&random_type);
  ready_type(&system_random_type);
  Ref shared = random_new(&random_type, {});
  if (!shared) return false;
  for (const NativeDef* def = kMethods; def->name; def++) {
    Ref method = get_attr(shared, intern(def->name));
    if (def->name[0] != '_' && !module_add(m, def->name, method)) return false;
  }
  Own<List> all = make_list();
  for (const char* name : {"Random", "SystemRandom", "betavariate", "binomialvariate", "choice", "choices", "expovariate", "gammavariate",
                           "gauss", "getrandbits", "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint",
                           "random", "randrange", "sample", "seed", "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate",
                           "weibullvariate"})
    list_append(all.get(), Value(intern(name)));
  const std::pair<const char*, double> constants[] = {{"NV_MAGICCONST", 4 * std::exp(-0.5) / std::sqrt(2.0)},
                                                      {"LOG4", std::log(4.0)},
                                                      {"SG_MAGICCONST", 1.0 + std::log(4.5)},
                                                      {"RECIP_BPF", 1.0 / 9007199254740992.0},
                                                      {"TWOPI", kTwoPi}};
  for (auto& [name, value] : constants)
    if (!module_add(m, name, make_float(value))) return false;
  return module_add(m, "__all__", all) && module_add(m, "BPF", Value::small(53)) && module_add(m, "Random", &random_type) && module_add(m, "SystemRandom", &system_random_type) && module_add(m, "_inst", shared);
}

}  // namespace

void register_random_module() { register_native_module("random", initialize); }

}  // namespace loopscope::python
