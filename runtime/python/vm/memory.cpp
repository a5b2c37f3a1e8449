// SPDX-License-Identifier: MIT
#include "python/vm/memory.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "python/vm/errors.h"
#include "python/vm/gc.h"
#include "python/vm/type.h"

#if defined(__SANITIZE_ADDRESS__)
#define LOOPSCOPE_NO_POOL 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LOOPSCOPE_NO_POOL 1
#endif
#endif

namespace loopscope::python {
namespace {

constexpr size_t kGranule = 2 * sizeof(void*);
constexpr size_t kLargestSmall = 512;
constexpr size_t kClassCount = kLargestSmall / kGranule + 1;
constexpr size_t kChunk = 64 * 1024;
/// Chunks lie in one region, so that a table of one byte per chunk tells the size class of any block. With 32-bit
/// addresses the region is the whole address space; else it is reserved at first use (untouched pages cost nothing).
constexpr bool kWholeSpace = sizeof(void*) == 4;
constexpr size_t kRegion = kWholeSpace ? 0 : size_t{1} << 31;
constexpr size_t kChunkCount = kWholeSpace ? 65536 : (size_t{1} << 31) / kChunk;
constexpr size_t kBatch = 16;  // chunks asked of malloc at a time (32-bit)

struct FreeBlock {
  FreeBlock* next;
};

struct LargeHeader {
  size_t size;
  size_t padding;
};

struct Pool {
  FreeBlock* free[kClassCount] = {};
  char* fresh[kClassCount] = {};  // not yet carved part of the newest chunk
  char* fresh_end[kClassCount] = {};
  uintptr_t base = 0;
  char* next_chunk = nullptr;
  char* region_end = nullptr;
  size_t used = 0;
  size_t limit = size_t{256} << 20;
  size_t reserve = 0;  // allowed beyond the limit, once it has been hit: handlers need room too
  bool exhausted = false;

  bool fits(size_t bytes) const { return bytes <= limit && used + bytes <= limit + reserve; }
};
/// What a handler of MemoryError may use.
constexpr size_t kReserve = size_t{4} << 20;
Pool pool;
uint8_t chunk_class[kChunkCount];

char* take_chunk() {
  if (pool.next_chunk == pool.region_end) {
    if (pool.exhausted) return nullptr;
    size_t size = kWholeSpace ? kBatch * kChunk : kRegion;
    char* region = static_cast<char*>(std::aligned_alloc(kChunk, size));
    if (!region) {
      pool.exhausted = !kWholeSpace;
      return nullptr;
    }
    if (!kWholeSpace) {
      pool.base = reinterpret_cast<uintptr_t>(region);
      pool.exhausted = true;  // there is only one region
    }
    pool.next_chunk = region;
    pool.region_end = region + size;
  }
  char* chunk = pool.next_chunk;
  pool.next_chunk += kChunk;
  return chunk;
}

inline size_t chunk_index(const void* p) { return (reinterpret_cast<uintptr_t>(p) - pool.base) / kChunk; }

void* allocate_large(size_t bytes) {
  if (!pool.fits(bytes)) return nullptr;
  // An empty block has a byte too: a pointer past the end would hide it from LeakSanitizer.
  auto* header = static_cast<LargeHeader*>(std::malloc((bytes ? bytes : 1) + sizeof(LargeHeader)));
  if (!header) return nullptr;
  header->size = bytes;
  pool.used += bytes;
  return header + 1;
}

void* allocate_slow(size_t cls) {
  size_t size = cls * kGranule;
  if (pool.fresh[cls] == pool.fresh_end[cls]) {
    if (!pool.fits(kChunk)) return nullptr;
    char* chunk = take_chunk();
    if (!chunk) return allocate_large(size);
    pool.used += kChunk;
    chunk_class[chunk_index(chunk)] = static_cast<uint8_t>(cls);
    pool.fresh[cls] = chunk;
    pool.fresh_end[cls] = chunk + kChunk / size * size;
  }
  char* block = pool.fresh[cls];
  pool.fresh[cls] += size;
  return block;
}

/// Size class of a block, or 0 for a large one.
inline size_t class_of(const void* p) {
#ifdef LOOPSCOPE_NO_POOL
  (void)p;
  return 0;
#else
  size_t chunk = chunk_index(p);
  return chunk < kChunkCount ? chunk_class[chunk] : 0;
#endif
}

void raise_memory_error(size_t wanted) {
  // A request that is too large by itself leaves enough for handlers.
  if (wanted < pool.limit / 4 && pool.reserve == 0) pool.reserve = kReserve;
  // Room for the exception itself and its traceback.
  pool.reserve += kReserve / 2;
  raise(exc::MemoryError, nullptr);
  pool.reserve -= kReserve / 2;
}

}  // namespace

namespace detail {

void* pool_allocate(size_t bytes) {
#ifdef LOOPSCOPE_NO_POOL
  return allocate_large(bytes);
#else
  if (bytes > kLargestSmall) return allocate_large(bytes);
  size_t cls = (bytes + kGranule - 1) / kGranule;
  cls += cls == 0;
  if (FreeBlock* block = pool.free[cls]) {
    pool.free[cls] = block->next;
    return block;
  }
  return allocate_slow(cls);
#endif
}

void pool_free(void* p) {
  if (size_t cls = class_of(p)) {
    auto* block = static_cast<FreeBlock*>(p);
    block->next = pool.free[cls];
    pool.free[cls] = block;
    return;
  }
  auto* header = static_cast<LargeHeader*>(p) - 1;
  pool.used -= header->size;
  std::free(header);
}

void* pool_allocate_or_abort(size_t bytes) {
  if (void* p = pool_allocate(bytes)) return p;
  size_t reserve = pool.reserve;
  pool.reserve = SIZE_MAX / 2;
  void* p = pool_allocate(bytes);
  pool.reserve = reserve;
  if (!p) std::abort();
  return p;
}

}  // namespace detail

void set_memory_limit(size_t bytes) { pool.limit = bytes; }
size_t memory_limit() { return pool.limit; }
size_t memory_in_use() { return pool.used; }

void* buffer_allocate(size_t bytes) {
  void* p = detail::pool_allocate(bytes);
  if (!p) raise_memory_error(bytes);
  return p;
}

void* buffer_resize(void* p, size_t bytes) {
  if (!p) return buffer_allocate(bytes);
  size_t cls = class_of(p);
  if (cls == 0 && bytes > kLargestSmall) {
    auto* header = static_cast<LargeHeader*>(p) - 1;
    size_t old = header->size;
    if (bytes > old && (bytes > pool.limit || !pool.fits(bytes - old))) {
      raise_memory_error(bytes);
      return nullptr;
    }
    header = static_cast<LargeHeader*>(std::realloc(header, bytes + sizeof(LargeHeader)));
    if (!header) {
      raise_memory_error(bytes);
      return nullptr;
    }
    header->size = bytes;
    pool.used = pool.used - old + bytes;
    return header + 1;
  }
  size_t old = cls ? cls * kGranule : (static_cast<LargeHeader*>(p) - 1)->size;
  if (cls && bytes <= old && bytes + kGranule > old) return p;
  void* moved = buffer_allocate(bytes);
  if (!moved) return nullptr;
  std::memcpy(moved, p, bytes < old ? bytes : old);
  detail::pool_free(p);
  return moved;
}

void buffer_free(void* p) {
  if (p) detail::pool_free(p);
}

Object* allocate(Type* type, size_t extra) {
  size_t size = type->basic_size + extra;
  Object* object;
  if (type->flags & kTypeGc) {
    auto* head = static_cast<GcHead*>(detail::pool_allocate(size + sizeof(GcHead)));
    if (!head) {
      raise_memory_error(size);
      return nullptr;
    }
    head->next = nullptr;
    head->bits = 0;
    object = reinterpret_cast<Object*>(head + 1);
  } else {
    object = static_cast<Object*>(detail::pool_allocate(size));
    if (!object) {
      raise_memory_error(size);
      return nullptr;
    }
  }
  std::memset(static_cast<void*>(object), 0, type->basic_size);
  object->refcount = 1;
  object->type = type;
  if (type->flags & kTypeHeap) {
    incref(static_cast<Object*>(type));
    // Native constructors of a base that needs no collector do not know about the subclass's __dict__.
    if (type->flags & kTypeGc) gc_track(object);
  }
  return object;
}

void free_object(Object* object) {
  Type* type = object->type;
  void* block = object;
  if (type->flags & kTypeGc) {
    GcHead* head = gc_head(object);
    if (head->bits & ~kGcFinalized) gc_untrack(object);
    block = head;
  }
  detail::pool_free(block);
  if (type->flags & kTypeHeap) decref(static_cast<Object*>(type));
}

}  // namespace loopscope::python
