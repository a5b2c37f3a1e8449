// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "python/vm/list.h"
#include "python/vm/protocol.h"

/// list.sort: stable, asks only `<`, and asks it in few comparisons (runs are found and merged, short ones extended by
/// binary insertion), so that a Python-level __lt__ or key is called about as often as in CPython.
namespace loopscope::python {

namespace {

struct Item {
  Value key, value;
};

class Sorter {
 public:
  explicit Sorter(std::vector<Item>& items) : items_(items), buffer_(items.size()) {}

  bool sort() {
    size_t n = items_.size(), at = 0;
    size_t minimum = minimum_run(n);
    std::vector<Run> stack;
    while (at < n) {
      size_t length;
      if (!count_run(at, &length)) return false;
      if (length < minimum) {
        size_t forced = n - at < minimum ? n - at : minimum;
        if (!insert(at, at + forced, at + length)) return false;
        length = forced;
      }
      stack.push_back({at, length});
      at += length;
      while (stack.size() > 1) {
        size_t k = stack.size();
        if (k > 2 && stack[k - 3].length <= stack[k - 2].length + stack[k - 1].length) {
          if (stack[k - 3].length < stack[k - 1].length ? !merge_at(stack, k - 3) : !merge_at(stack, k - 2)) return false;
        } else if (stack[k - 2].length <= stack[k - 1].length) {
          if (!merge_at(stack, k - 2)) return false;
        } else {
          break;
        }
      }
    }
    while (stack.size() > 1)
      if (!merge_at(stack, stack.size() - 2)) return false;
    return true;
  }

 private:
  struct Run {
    size_t start, length;
  };

  static size_t minimum_run(size_t n) {
    size_t odd = 0;
    while (n >= 64) {
      odd |= n & 1;
      n >>= 1;
    }
    return n + odd;
  }

  /// a < b: 1, 0, -1.
  int before(const Item& a, const Item& b) {
    if (a.key.is_small() && b.key.is_small()) return a.key.small_value() < b.key.small_value();
    return less(a.key, b.key);
  }

  bool count_run(size_t at, size_t* length) {
    size_t n = items_.size(), end = at + 1;
    if (end == n) return *length = 1, true;
    int descending = before(items_[end], items_[at]);
    if (descending < 0) return false;
    for (end++; end < n; end++) {
      int lower = before(items_[end], items_[end - 1]);
      if (lower < 0) return false;
      if (lower != descending) break;
    }
    if (descending) std::reverse(items_.begin() + static_cast<ptrdiff_t>(at), items_.begin() + static_cast<ptrdiff_t>(end));
    *length = end - at;
    return true;
  }

  bool insert(size_t begin, size_t end, size_t from) {
    for (size_t i = from; i < end; i++) {
      Item item = items_[i];
      size_t low = begin, high = i;
      while (low < high) {
        size_t middle = low + (high - low) / 2;
        int t = before(item, items_[middle]);
        if (t < 0) return false;
        if (t)
          high = middle;
        else
          low = middle + 1;
      }
      for (size_t k = i; k > low; k--) items_[k] = items_[k - 1];
      items_[low] = item;
    }
    return true;
  }

  bool merge_at(std::vector<Run>& stack, size_t i) {
    Run a = stack[i], b = stack[i + 1];
    stack[i].length += b.length;
    stack.erase(stack.begin() + static_cast<ptrdiff_t>(i) + 1);
    size_t middle = b.start, end = b.start + b.length;
    for (size_t k = a.start; k < middle; k++) buffer_[k] = items_[k];
    size_t left = a.start, right = middle, out = a.start;
    while (left < middle && right < end) {
      int t = before(items_[right], buffer_[left]);
      if (t < 0) {
        while (left < middle) items_[out++] = buffer_[left++];
        return false;
      }
      items_[out++] = t ? items_[right++] : buffer_[left++];
    }
    while (left < middle) items_[out++] = buffer_[left++];
    return true;
  }

  std::vector<Item>& items_;
  std::vector<Item> buffer_;
};

}  // namespace

bool list_sort(List* list, Value key, bool reverse) {
  if (key == kNone) key = Value();
  // The list is empty while keys and comparisons run, so that they cannot disturb it.
  Value* items = list->items;
  uint32_t size = list->size, capacity = list->capacity;
  list->items = nullptr;
  list->size = list->capacity = 0;
  std::vector<Item> work(size);
  bool ok = true;
  uint32_t keyed = 0;
  for (; keyed < size && ok; keyed++) {
    Ref k = key ? call(key, items[keyed]) : Ref::share(items[keyed]);
    if (!k) {
      ok = false;
      break;
    }
    work[keyed] = {k.release(), items[keyed]};
  }
  if (ok && size > 1) {
    // Equal items keep their order also when reversed.
    if (reverse) std::reverse(work.begin(), work.end());
    ok = Sorter(work).sort();
    if (reverse) std::reverse(work.begin(), work.end());
  }
  if (keyed == size)
    for (uint32_t i = 0; i < size; i++) items[i] = work[i].value;
  for (uint32_t i = 0; i < keyed; i++) decref(work[i].key);
  bool modified = list->items != nullptr;
  Ref pending = ok ? Ref() : take_pending();
  list_clear(list);
  list->items = items;
  list->size = size;
  list->capacity = capacity;
  if (pending) restore_pending(std::move(pending));
  if (ok && modified) {
    raise(exc::ValueError, "list modified during sort");
    return false;
  }
  return ok;
}

}  // namespace loopscope::python
