// SPDX-License-Identifier: MIT
#include "python/library/files/node.h"

#include <algorithm>
#include <cstring>

#include "python/library/files/error_numbers.h"
#include "python/vm/errors.h"
#include "python/vm/memory.h"
#include "python/vm/vm.h"

namespace loopscope::python::files {

namespace {

auto place_of(const std::vector<Entry>& entries, std::string_view name) {
  return std::lower_bound(entries.begin(), entries.end(), name, [](const Entry& e, std::string_view n) { return e.name < n; });
}

}  // namespace

int64_t time_ns() { return vm.start_unix_ns + static_cast<int64_t>(program_time() * 1e9); }

Node* make_node(Kind kind, uint32_t permissions, uint32_t owner) {
  static uint32_t next_number = 1;
  auto* node = new Node;
  node->kind = kind;
  node->permissions = permissions;
  node->owner = owner;
  node->number = next_number++;
  node->accessed = node->modified = node->changed = time_ns();
  return node;
}

void release_node(Node* node) {
  if (node->names || node->opens) return;
  if (node->data) buffer_free(node->data);
  delete node;
}

Node* Node::find(std::string_view name) const {
  auto at = place_of(entries, name);
  return at != entries.end() && at->name == name ? at->node : nullptr;
}

void Node::add(std::string_view name, Node* node) {
  auto at = place_of(entries, name);
  entries.insert(at, {std::string(name), node});
  node->names++;
  if (node->is_directory()) node->parent = this;
  touch(true);
  node->touch(false);
}

void Node::remove(std::string_view name) {
  auto at = place_of(entries, name);
  Node* node = at->node;
  entries.erase(at);
  node->names--;
  if (node->is_directory()) node->parent = node;
  touch(true);
  node->touch(false);
  release_node(node);
}

int Node::resize(uint64_t length) {
  if (length > capacity) {
    if (length > memory_limit()) return kENOSPC;
    size_t wanted = std::max<size_t>(static_cast<size_t>(length), capacity < (1u << 22) ? capacity * 2 : capacity + capacity / 4);
    auto* bigger = static_cast<uint8_t*>(buffer_resize(data, wanted));
    if (!bigger) {
      clear_pending();
      return kENOSPC;
    }
    data = bigger;
    capacity = wanted;
  }
  if (length > size) std::memset(data + size, 0, static_cast<size_t>(length) - size);
  size = static_cast<size_t>(length);
  if (!size && data) {
    buffer_free(data);
    data = nullptr;
    capacity = 0;
  }
  touch(true);
  return 0;
}

int Node::write(uint64_t offset, const void* bytes, size_t count) {
  if (!count) return 0;
  if (offset + count > size) {
    if (int error = resize(offset + count)) return error;
  }
  std::memcpy(data + offset, bytes, count);
  touch(true);
  return 0;
}

void Node::touch(bool content) {
  changed = time_ns();
  if (content) modified = changed;
}

uint32_t Node::link_count() const {
  if (!is_directory()) return names;
  uint32_t count = 2;
  for (const Entry& e : entries) count += e.node->is_directory();
  return count;
}

}  // namespace loopscope::python::files
