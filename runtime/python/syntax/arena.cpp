// SPDX-License-Identifier: MIT
#include "python/syntax/arena.h"

#include <cstdlib>

namespace loopscope::python {

struct Arena::Chunk {
    Chunk* next;
};

Arena::~Arena() {
    for (Chunk* chunk = chunks_; chunk;) {
        Chunk* next = chunk->next;
        std::free(chunk);
        chunk = next;
    }
    std::free(interned_);
}

void Arena::swap(Arena& other) noexcept {
    std::swap(cursor_, other.cursor_);
    std::swap(limit_, other.limit_);
    std::swap(chunks_, other.chunks_);
    std::swap(used_, other.used_);
    std::swap(interned_, other.interned_);
    std::swap(interned_capacity_, other.interned_capacity_);
    std::swap(interned_count_, other.interned_count_);
}

void Arena::grow(size_t bytes) {
    constexpr size_t kFirst = 16 * 1024, kLargest = 512 * 1024;
    constexpr size_t kHeader = (sizeof(Chunk) + 7) & ~size_t{7};
    size_t size = used_ < kFirst ? kFirst : used_ < kLargest ? used_ : kLargest;
    if (size < bytes + kHeader) size = bytes + kHeader;
    auto* chunk = static_cast<Chunk*>(std::malloc(size));
    if (!chunk) std::abort();
    chunk->next = chunks_;
    chunks_ = chunk;
    cursor_ = reinterpret_cast<char*>(chunk) + kHeader;
    limit_ = reinterpret_cast<char*>(chunk) + size;
    used_ += size;
}

std::string_view Arena::copy(std::string_view text) {
    auto* data = static_cast<char*>(allocate(text.size() ? text.size() : 1));
    if (!text.empty()) std::memcpy(data, text.data(), text.size());
    return {data, text.size()};
}

void Arena::rehash(size_t capacity) {
    auto* table = static_cast<InternEntry*>(std::calloc(capacity, sizeof(InternEntry)));
    if (!table) std::abort();
    for (size_t i = 0; i < interned_capacity_; i++) {
        if (!interned_[i].data) continue;
        size_t slot = interned_[i].hash & (capacity - 1);
        while (table[slot].data) slot = (slot + 1) & (capacity - 1);
        table[slot] = interned_[i];
    }
    std::free(interned_);
    interned_ = table;
    interned_capacity_ = capacity;
}

std::string_view Arena::intern(std::string_view text) {
    if ((interned_count_ + 1) * 2 > interned_capacity_) {
        rehash(interned_capacity_ ? interned_capacity_ * 2 : 256);
    }
    uint32_t hash = 2166136261u;
    for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    hash ^= hash >> 15;
    size_t slot = hash & (interned_capacity_ - 1);
    while (interned_[slot].data) {
        const InternEntry& entry = interned_[slot];
        if (entry.hash == hash && entry.size == text.size() &&
            std::memcmp(entry.data, text.data(), text.size()) == 0) {
            return {entry.data, entry.size};
        }
        slot = (slot + 1) & (interned_capacity_ - 1);
    }
    std::string_view stored = copy(text);
    interned_[slot] = {stored.data(), static_cast<uint32_t>(stored.size()), hash};
    interned_count_++;
    return stored;
}

}  // namespace loopscope::python
