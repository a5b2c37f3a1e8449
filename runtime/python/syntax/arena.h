// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>

namespace loopscope::python {

/// An immutable array that lives in an Arena. Cheap to copy; never owns.
template <class T>
class Seq {
public:
    constexpr Seq() = default;
    constexpr Seq(T* data, size_t size) : data_(data), size_(static_cast<uint32_t>(size)) {}

    T* begin() const { return data_; }
    T* end() const { return data_ + size_; }
    T& operator[](size_t i) const { return data_[i]; }
    T& front() const { return data_[0]; }
    T& back() const { return data_[size_ - 1]; }
    size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }

private:
    T* data_ = nullptr;
    uint32_t size_ = 0;
};

/// Bump allocator for everything one parse produces. Nothing in it is destroyed individually
/// (hence: trivially destructible types only); all memory goes when the arena does.
class Arena {
public:
    Arena() = default;
    ~Arena();
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;
    Arena(Arena&& other) noexcept { swap(other); }
    Arena& operator=(Arena&& other) noexcept {
        swap(other);
        return *this;
    }

    void* allocate(size_t bytes) {
        bytes = (bytes + 7) & ~size_t{7};
        if (static_cast<size_t>(limit_ - cursor_) < bytes) grow(bytes);
        void* result = cursor_;
        cursor_ += bytes;
        return result;
    }

    template <class T, class... Args>
    T* make(Args&&... args) {
        static_assert(std::is_trivially_destructible_v<T> && alignof(T) <= 8);
        return new (allocate(sizeof(T))) T{std::forward<Args>(args)...};
    }

    template <class T>
    Seq<T> copy(const T* items, size_t count) {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 8);
        if (count == 0) return {};
        T* data = static_cast<T*>(allocate(count * sizeof(T)));
        std::memcpy(static_cast<void*>(data), items, count * sizeof(T));
        return {data, count};
    }

    /// A private copy of `text`. Never has a null data(), even when empty.
    std::string_view copy(std::string_view text);

    /// Equal texts yield the same data(): within one arena identifiers compare by pointer.
    std::string_view intern(std::string_view text);

    size_t bytes_used() const { return used_; }

private:
    struct Chunk;
    struct InternEntry {
        const char* data;
        uint32_t size;
        uint32_t hash;
    };

    void grow(size_t bytes);
    void rehash(size_t capacity);
    void swap(Arena& other) noexcept;

    char* cursor_ = nullptr;
    char* limit_ = nullptr;
    Chunk* chunks_ = nullptr;
    size_t used_ = 0;
    InternEntry* interned_ = nullptr;
    size_t interned_capacity_ = 0;
    size_t interned_count_ = 0;
};

}  // namespace loopscope::python
