// SPDX-License-Identifier: MIT
#include "loop/readiness.h"
#include "python/library/exception_class.h"
#include "python/library/files/descriptors.h"
#include "python/library/network/http_objects.h"
#include "python/vm/bytes.h"
#include "python/vm/exception.h"
#include "python/vm/library_file.h"
#include "python/vm/memory.h"
#include "python/vm/str.h"

/// What crosses between Python and the network.
namespace loopscope::python {

namespace {

Type* network_error = nullptr;

/// Headers are bytes of which each stands for the character with its number (RFC 9110 §5.5); what does not fit goes as UTF-8.
std::string latin1(Str* text) {
  if (text->wide) return to_utf8(text);
  return {reinterpret_cast<const char*>(text->narrow()), text->length};
}

Own<Str> text_of_latin1(const std::string& bytes) {
  StrBuilder text;
  for (char c : bytes) text.add(static_cast<char32_t>(static_cast<unsigned char>(c)));
  return text.finish();
}

}  // namespace

bool add_network_error(Module* module) {
  network_error = make_exception_class(module, "NetworkError", exc::OSError);
  return network_error != nullptr;
}

std::nullptr_t raise_network_error(const network::Failure& failure) {
  Own<Str> message = make_str(failure.message);
  Ref error = call(Value(network_error), message);
  if (!error || !set_attr(error, intern("kind"), make_str(network::name_of(failure.kind))) ||
      !set_attr(error, intern("message"), message))
    return nullptr;
  return raise_value(error);
}

void make_readable(int descriptor) {
  files::OpenFile* file = descriptor >= 0 ? files::open_file_of(descriptor) : nullptr;
  if (file && file->source) file->source->update(file->source->state() | loop::kReadable, loop::kReadable);
}

bool read_headers(Value list, network::Headers* out) {
  return for_each(list, [&](Value pair) {
    Own<Tuple> both = to_tuple(pair);
    if (!both) return false;
    if (both->size != 2 || !is_str(both->items[0]) || !is_str(both->items[1])) {
      raise(exc::TypeError, "headers are pairs of str, not %R", pair);
      return false;
    }
    out->emplace_back(latin1(both->items[0].as<Str>()), latin1(both->items[1].as<Str>()));
    return true;
  });
}

Ref make_headers(const network::Headers& headers) {
  Own<List> list = make_list();
  for (const auto& [name, value] : headers) {
    Own<Tuple> pair = tuple_of(Value(text_of_latin1(name)), Value(text_of_latin1(value)));
    if (!list || !pair || !list_append(list.get(), pair)) return {};
  }
  return list;
}

bool read_body(Value body, std::string* out) {
  BytesView view;
  if (!body) return true;
  if (!require_bytes(body, &view)) return false;
  // It is the program's memory too, until the request is over.
  if (memory_in_use() + view.length > memory_limit()) return raise(exc::MemoryError, nullptr), false;
  out->assign(reinterpret_cast<const char*>(view.data), view.length);
  return true;
}

uint32_t program_line() {
  Frame* frame = current_thread().top;
  while (frame && (!frame->code || is_library_file(to_utf8(frame->code->filename)))) frame = frame->back;
  int line = frame ? frame->line() : 0;
  return line > 0 ? static_cast<uint32_t>(line) : 0;
}

uint32_t running_task_id() {
  LoopObject* loop = running_loop();
  return loop ? loop->core->current_task_id() : 0;
}

}  // namespace loopscope::python
