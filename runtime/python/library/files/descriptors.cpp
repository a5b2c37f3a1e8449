// SPDX-License-Identifier: MIT
#include "python/library/files/descriptors.h"

#include <cstring>

#include "python/library/files/chance.h"
#include "python/library/files/host_input.h"
#include "python/vm/vm.h"

namespace loopscope::python::files {

namespace {

Node* device_node(Device device) {
  Node* node = make_node(Kind::device, 0620, kUserId);
  node->device = device;
  return node;
}

/// The open files by number. The streams are there without the file system.
std::vector<OpenFile*>& table() {
  static std::vector<OpenFile*>* const files = [] {
    auto* made = new std::vector<OpenFile*>();
    for (Device device : {Device::standard_input, Device::standard_output, Device::standard_error}) {
      Node* node = device_node(device);
      node->opens++;
      made->push_back(new OpenFile{.node = node, .flags = device == Device::standard_input ? kReadOnly : kWriteOnly});
    }
    return made;
  }();
  return *files;
}

int lowest_free(size_t from = 0) {
  auto& files = table();
  size_t n = from;
  while (n < files.size() && files[n]) n++;
  if (n >= files.size()) files.resize(n + 1);
  return static_cast<int>(n);
}

}  // namespace

OpenFile* open_file_of(int descriptor) {
  auto& files = table();
  return descriptor >= 0 && static_cast<size_t>(descriptor) < files.size() ? files[static_cast<size_t>(descriptor)] : nullptr;
}

int open_file(std::string_view path, int flags, uint32_t permissions, int* descriptor) {
  FileSystem& files = FileSystem::get();
  Place place;
  bool exclusive = (flags & kCreate) && (flags & kExclusive);
  if (int error = files.find(path, exclusive || flags & kNoFollow ? Follow::no : Follow::yes, &place)) return error;
  Node* node = place.node;
  bool writes = (flags & kAccessMode) != kReadOnly;
  if (!node) {
    if (!(flags & kCreate)) return kENOENT;
    if (path.ends_with('/')) return kEISDIR;
    if (int error = files.create(place, permissions, &node)) return error;
  } else {
    if (exclusive) return kEEXIST;
    if (node->kind == Kind::link) return kELOOP;
    if (node->is_directory() && (writes || flags & kCreate)) return kEISDIR;
    if (!node->is_directory() && flags & kDirectoryOnly) return kENOTDIR;
    uint32_t access = ((flags & kAccessMode) != kWriteOnly ? kRead : 0) | (writes ? kWrite : 0);
    if (int error = check_access(node, access)) return error;
    if (flags & kTruncate && writes && node->kind == Kind::file) node->resize(0);
  }
  node->opens++;
  *descriptor = lowest_free();
  table()[static_cast<size_t>(*descriptor)] = new OpenFile{.node = node, .flags = flags};
  return 0;
}

int open_socket() {
  Node* node = make_node(Kind::socket, 0777, kUserId);
  node->opens++;
  // CPython's event loop has three of its own before it.
  int descriptor = lowest_free(6);
  table()[static_cast<size_t>(descriptor)] = new OpenFile{.node = node, .flags = kReadWrite, .source = std::make_unique<loop::Source>()};
  return descriptor;
}

int close_descriptor(int descriptor) {
  OpenFile* file = open_file_of(descriptor);
  if (!file) return kEBADF;
  table()[static_cast<size_t>(descriptor)] = nullptr;
  if (--file->references) return 0;
  file->node->opens--;
  release_node(file->node);
  delete file;
  return 0;
}

int duplicate(int descriptor, int wanted, int* out) {
  OpenFile* file = open_file_of(descriptor);
  if (!file || wanted > 1 << 16) return kEBADF;
  *out = wanted;
  if (wanted == descriptor) return 0;
  if (wanted < 0) {
    *out = lowest_free();
  } else {
    if (open_file_of(wanted)) close_descriptor(wanted);
    if (table().size() <= static_cast<size_t>(wanted)) table().resize(static_cast<size_t>(wanted) + 1);
  }
  file->references++;
  table()[static_cast<size_t>(*out)] = file;
  return 0;
}

int read_descriptor(int descriptor, void* buffer, size_t count, size_t* got, int64_t at) {
  *got = 0;
  OpenFile* file = open_file_of(descriptor);
  if (!file || !file->readable()) return kEBADF;
  Node* node = file->node;
  if (node->is_directory()) return kEISDIR;
  if (file->source) return kEINVAL;
  switch (node->device) {
    case Device::none: break;
    case Device::standard_input: return take_input(static_cast<char*>(buffer), count, got) ? 0 : kWouldWait;
    case Device::zero: std::memset(buffer, 0, *got = count); return 0;
    case Device::random: chance_bytes(buffer, *got = count); return 0;
    default: return 0;
  }
  uint64_t from = static_cast<uint64_t>(at < 0 ? file->offset : at);
  if (from < node->size) *got = std::min(count, static_cast<size_t>(node->size - from));
  if (*got) std::memcpy(buffer, node->data + from, *got);
  if (at < 0) file->offset += static_cast<int64_t>(*got);
  node->accessed = time_ns();
  return 0;
}

int write_descriptor(int descriptor, const void* bytes, size_t count, size_t* written, int64_t at) {
  *written = 0;
  OpenFile* file = open_file_of(descriptor);
  if (!file || !file->writable()) return kEBADF;
  Node* node = file->node;
  if (file->source) return kEINVAL;
  *written = count;
  switch (node->device) {
    case Device::none: break;
    case Device::standard_output:
    case Device::standard_error:
      write_stream(node->device == Device::standard_output ? 1 : 2, {static_cast<const char*>(bytes), count});
      return 0;
    default: return 0;
  }
  if (file->flags & kAppend) file->offset = static_cast<int64_t>(node->size);
  int error = node->write(static_cast<uint64_t>(at < 0 ? file->offset : at), bytes, count);
  if (error) *written = 0;
  if (at < 0) file->offset += static_cast<int64_t>(*written);
  return error;
}

int seek_descriptor(int descriptor, int64_t offset, int whence, int64_t* place) {
  OpenFile* file = open_file_of(descriptor);
  if (!file) return kEBADF;
  Node* node = file->node;
  if (node->device == Device::standard_input || node->device == Device::standard_output || node->device == Device::standard_error ||
      file->source)
    return kESPIPE;
  if (whence < 0 || whence > 2) return kEINVAL;
  if (node->kind == Kind::device) return *place = 0, 0;
  int64_t base = whence == 0 ? 0 : whence == 1 ? file->offset : static_cast<int64_t>(node->size);
  if (__builtin_add_overflow(base, offset, place)) return kEOVERFLOW;
  if (*place < 0) return kEINVAL;
  file->offset = *place;
  return 0;
}

int truncate_descriptor(int descriptor, int64_t length) {
  OpenFile* file = open_file_of(descriptor);
  if (!file) return kEBADF;
  if (!file->writable() || file->node->kind != Kind::file || length < 0) return kEINVAL;
  return file->node->resize(static_cast<uint64_t>(length));
}

}  // namespace loopscope::python::files
