// SPDX-License-Identifier: MIT
#include "trace/record_buffer.h"

#include <cstring>

namespace loopscope::trace {

RecordBuffer::RecordBuffer(size_t capacity) { set_capacity(capacity); }

RecordBuffer::~RecordBuffer() {
  while (!blocks_.empty()) delete blocks_.pop();
  delete spare_;
}

void RecordBuffer::set_capacity(size_t capacity) {
  max_blocks_ = capacity / kBlockBytes;
  if (max_blocks_ < 2) max_blocks_ = 2;
}

unsigned char* RecordBuffer::reserve(size_t size) {
  Block* last = blocks_.empty() ? nullptr : blocks_[blocks_.size() - 1];
  if (!last || last->used + size > kBlockBytes) {
    while (blocks_.size() >= max_blocks_) drop_oldest();
    last = spare_ ? std::exchange(spare_, nullptr) : new Block;
    last->used = 0;
    last->records = 0;
    blocks_.push(last);
  }
  unsigned char* place = last->bytes + last->used;
  last->used += size;
  ++last->records;
  return place;
}

void RecordBuffer::append(EventKind kind, uint32_t by, double time, const void* fields, size_t field_bytes, std::string_view text) {
  size_t size = record_size(field_bytes + text.size());
  unsigned char* place = reserve(size);
  std::memset(place + size - 8, 0, 8);
  Header header{kind, static_cast<uint16_t>(size), by, time};
  std::memcpy(place, &header, sizeof header);
  std::memcpy(place + sizeof header, fields, field_bytes);
  if (!text.empty()) std::memcpy(place + sizeof header + field_bytes, text.data(), text.size());
}

void RecordBuffer::drop_oldest() {
  Block* block = blocks_.pop();
  uint32_t kept = 0;
  RecordReader reader(std::string_view(reinterpret_cast<const char*>(block->bytes), block->used));
  size_t at = 0;
  while (reader.next()) {
    const Header& header = reader.header();
    if (header.kind == EventKind::kStringDefined || header.kind == EventKind::kFrameDefined) {
      kept_.append(reinterpret_cast<const char*>(block->bytes) + at, header.size);
      ++kept;
    }
    drop_time_ = header.time;
    at += header.size;
  }
  newly_dropped_ += block->records - kept;
  dropped_ += block->records - kept;
  if (spare_) {
    delete block;
  } else {
    spare_ = block;
  }
}

std::string_view RecordBuffer::drain() {
  out_.clear();
  out_.swap(kept_);
  if (newly_dropped_) {
    event::Dropped lost{newly_dropped_};
    Header header{event::Dropped::kKind, static_cast<uint16_t>(record_size(sizeof lost)), 0, drop_time_};
    out_.append(reinterpret_cast<const char*>(&header), sizeof header);
    out_.append(reinterpret_cast<const char*>(&lost), sizeof lost);
    out_.append(header.size - sizeof header - sizeof lost, '\0');
    newly_dropped_ = 0;
  }
  while (!blocks_.empty()) {
    Block* block = blocks_.pop();
    out_.append(reinterpret_cast<const char*>(block->bytes), block->used);
    if (spare_) {
      delete block;
    } else {
      spare_ = block;
    }
  }
  return out_;
}

bool RecordReader::next() {
  if (rest_.size() < sizeof header_) return false;
  std::memcpy(&header_, rest_.data(), sizeof header_);
  if (header_.size < sizeof header_ || header_.size > rest_.size()) return false;
  fields_ = rest_.data() + sizeof header_;
  rest_.remove_prefix(header_.size);
  return true;
}

std::string_view RecordReader::text() const {
  event::StringDefined defined = as<event::StringDefined>();
  return std::string_view(fields_ + kFieldBytes<event::StringDefined>, defined.length);
}

}  // namespace loopscope::trace
