// SPDX-License-Identifier: MIT
#include <cstring>

#include "python/library/io/buffered.h"
#include "python/library/io/text.h"
#include "python/library/stream.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/int.h"
#include "python/vm/memory.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"
#include "python/vm/vm.h"

/// _io.TextIOWrapper: making, configuring, writing, closing.
namespace loopscope::python::io {

bool check_attached(TextIo* t) {
  if (t->buffer) return true;
  return raise(exc::ValueError, t->detached ? "underlying buffer has been detached" : "I/O operation on uninitialized object"), false;
}

bool check_text(TextIo* t) {
  if (!check_attached(t)) return false;
  // The usual stack of files is asked directly.
  if (type_of(t->buffer) == &buffered_reader_type || type_of(t->buffer) == &buffered_writer_type) {
    Buffered* b = buffered_of(t->buffer);
    if (b->raw && is_exact(b->raw, file_io_type))
      return b->raw.as<FileIo>()->descriptor >= 0 || (raise_closed(), false);
  }
  return check_open(t->buffer);
}

bool flush_pending(TextIo* t) {
  if (!t->pending_size) return true;
  Own<Bytes> bytes = make_bytes(t->pending, t->pending_size);
  if (!bytes) return false;
  t->pending_size = 0;
  return static_cast<bool>(call_method(t->buffer, names::write, bytes));
}

namespace {

// ---- making -------------------------------------------------------------------------------------------------------------

/// Encoder and decoder for the encoding, as far as the buffer can be written and read.
bool set_codecs(TextIo* t) {
  Encoding codec = find_encoding(t->encoding);
  if (codec == Encoding::unicode_escape) codec = Encoding::unknown;
  clear(t->decoder.python);
  clear(t->encoder.python);
  t->decoder.codec = t->encoder.codec = codec;
  t->decoder.errors = t->encoder.errors = intern(t->error_name);
  t->decoder.uniform = t->newline.universal;
  t->decoder.newlines = NewlineState{.translate = t->newline.translate};
  if (codec == Encoding::unknown) {
    Ref info = lookup_codec(t->encoding);
    if (!info) return false;
    const std::pair<bool, const char*> kinds[] = {{t->readable, "incrementaldecoder"}, {t->writable, "incrementalencoder"}};
    for (int i = 0; i < 2; i++) {
      if (!kinds[i].first) continue;
      Ref factory = get_attr(info, intern(kinds[i].second));
      Ref made = factory ? call(factory, t->error_name) : Ref();
      if (!made) return false;
      assign(i ? t->encoder.python : t->decoder.python, made);
    }
  } else if (!t->decoder.reset()) {
    return false;
  }
  t->encoder.at_start = true;
  if (t->seekable && t->writable) {
    Ref place = call_method(t->buffer, names::tell);
    if (!place) return false;
    bool at_start = place.get() == Value::small(0);
    if (!at_start && !t->encoder.reset(false)) return false;
  }
  return true;
}

int ask(Value file, Str* question) {
  Ref answer = call_method(file, question);
  return answer ? truth(answer) : -1;
}

void set_text(Str*& member, Str* value) {
  Str* old = member;
  if (value) incref(static_cast<Object*>(value));
  member = value;
  if (old) decref(static_cast<Object*>(old));
}

Ref new_text(Type* type, const Args&) { return Ref::steal(allocate_io<TextIo>(type)); }

bool init_text(Value self, const Args& args) {
  BoundArgs bound(*Signature::of("buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False"),
                  {"TextIOWrapper"}, args);
  if (!bound) return false;
  TextIo* t = text_of(self);
  static Str *const locale = intern("UTF-8"), *const strict = intern("strict");
  Value encoding = bound[1] ? bound[1] : kNone, errors = bound[2] ? bound[2] : kNone;
  if (encoding != kNone && !is_str(encoding))
    return raise(exc::TypeError, "TextIOWrapper() argument 'encoding' must be str or None, not %T", encoding), false;
  if (errors != kNone && !is_str(errors))
    return raise(exc::TypeError, "TextIOWrapper() argument 'errors' must be str or None, not %T", errors), false;
  if (bound[3] && bound[3] != kNone && !is_str(bound[3]))
    return raise(exc::TypeError, "TextIOWrapper() argument 'newline' must be str or None, not %T", bound[3]), false;
  clear(t->buffer);
  t->detached = false;
  if (!t->newline.read(bound[3])) return false;
  int lines = bound[4] ? truth(bound[4]) : 0, through = bound[5] ? truth(bound[5]) : 0;
  if (lines < 0 || through < 0) return false;
  t->line_buffering = lines;
  t->write_through = through;
  set_text(t->encoding, encoding == kNone || str_equals(encoding.as<Str>(), "locale") ? locale : encoding.as<Str>());
  set_text(t->error_name, errors == kNone ? strict : errors.as<Str>());
  t->chunk_size = kDefaultBufferSize;
  forget_text(t, true);
  t->pending_size = 0;
  Value buffer = bound[0];
  int readable = ask(buffer, names::readable);
  int writable = readable < 0 ? -1 : ask(buffer, names::writable);
  int seekable = writable < 0 ? -1 : ask(buffer, names::seekable);
  if (seekable < 0) return false;
  t->readable = readable;
  t->writable = writable;
  t->seekable = t->telling = seekable;
  Ref read1 = get_attr_or_null(buffer, names::read1);
  if (!read1 && failed()) return false;
  t->has_read1 = static_cast<bool>(read1);
  assign(t->buffer, buffer);
  if (!set_codecs(t)) return clear(t->buffer), false;
  return true;
}

// ---- writing ------------------------------------------------------------------------------------------------------------

bool append_pending(TextIo* t, const Bytes* bytes) {
  size_t wanted = t->pending_size + bytes->length;
  if (wanted > t->pending_capacity) {
    size_t capacity = std::max(wanted, std::min<size_t>(t->pending_capacity * 2, kDefaultBufferSize));
    auto* bigger = static_cast<uint8_t*>(buffer_resize(t->pending, capacity));
    if (!bigger) return false;
    t->pending = bigger;
    t->pending_capacity = capacity;
  }
  if (bytes->length) std::memcpy(t->pending + t->pending_size, bytes->data, bytes->length);
  t->pending_size = wanted;
  return true;
}

bool put(TextIo* t, Str* given) {
  if (!t->writable) return raise(unsupported_operation(), "not writable"), false;
  if (t->stream) finish_print_in_progress();
  Own<Str> text = Own<Str>::share(given);
  bool has_lf = (t->line_buffering || t->newline.written) && find_line_end(given, 0, false, nullptr) >= 0;
  bool flush_lines = t->line_buffering && (has_lf || find_line_end(given, 0, true, nullptr) >= 0);
  if (has_lf && t->newline.written) {
    static Str* const lf = intern("\n");
    text = str_replace(given, span(lf), span(t->newline.written), -1);
    if (!text) return false;
  }
  Ref encoded = t->encoder.encode(text.get());
  if (!encoded) return false;
  const Bytes* bytes = encoded.as<Bytes>();
  size_t chunk = static_cast<size_t>(t->chunk_size);
  if (t->pending_size && t->pending_size + bytes->length > chunk && !flush_pending(t)) return false;
  if (!append_pending(t, bytes)) return false;
  bool now = flush_lines || t->write_through || t->stream;
  if ((t->pending_size >= chunk || now) && !flush_pending(t)) return false;
  if (flush_lines && !call_method(t->buffer, names::flush)) return false;
  if (t->has_snapshot) forget_text(t, true);
  return !t->readable || t->decoder.reset();
}

Ref write(Value self, const Value* args) {
  TextIo* t = text_of(self);
  if (!is_str(args[0])) return raise(exc::TypeError, "write() argument must be str, not %T", args[0]);
  if (!check_text(t)) return {};
  return put(t, args[0].as<Str>()) ? make_int(args[0].as<Str>()->length) : Ref();
}

Ref flush(Value self, const Value*) {
  TextIo* t = text_of(self);
  if (!check_text(t)) return {};
  t->telling = t->seekable;
  return flush_pending(t) ? call_method(t->buffer, names::flush) : Ref();
}

Ref close(Value self, const Value*) {
  TextIo* t = text_of(self);
  if (!check_attached(t)) return {};
  int closed = is_closed(t->buffer);
  if (closed) return closed < 0 ? Ref() : none();
  if (t->finalizing && !call_method(t->buffer, names::_dealloc_warn, self)) clear_pending();
  Ref flushed = call_method(self, names::flush);
  Ref first = flushed ? Ref() : take_pending();
  Ref result = call_method(t->buffer, names::close);
  if (!first) return result;
  if (result) {
    restore_pending(std::move(first));
  } else {
    Ref second = take_pending();
    set_exception_context(second.as<Exception>(), first);
    restore_pending(std::move(second));
  }
  return {};
}

Ref detach(Value self, const Value*) {
  TextIo* t = text_of(self);
  if (!check_attached(t) || !call_method(self, names::flush)) return {};
  Ref buffer = Ref::steal(t->buffer);
  t->buffer = {};
  t->detached = true;
  return buffer;
}

Ref truncate(Value self, const Value* args) {
  TextIo* t = text_of(self);
  if (!check_attached(t) || !call_method(self, names::flush)) return {};
  return call_method(t->buffer, names::truncate, args[0] ? args[0] : kNone);
}

Ref reconfigure(Value self, const Value* args) {
  TextIo* t = text_of(self);
  if (!check_attached(t)) return {};
  auto given = [&](int i) { return args[i] && args[i] != kNone; };
  if (given(0) && !is_str(args[0])) return raise(exc::TypeError, "reconfigure() argument 'encoding' must be str or None, not %T", args[0]);
  if (given(1) && !is_str(args[1])) return raise(exc::TypeError, "reconfigure() argument 'errors' must be str or None, not %T", args[1]);
  bool coding = given(0) || given(1) || args[2];
  if (t->text && coding)
    return raise(unsupported_operation(), "It is not possible to set the encoding or newline of stream after the first read");
  NewlineMode newline = t->newline;
  if (args[2] && !newline.read(args[2])) return {};
  int lines = given(3) ? truth(args[3]) : t->line_buffering, through = given(4) ? truth(args[4]) : t->write_through;
  if (lines < 0 || through < 0 || !call_method(self, names::flush)) return {};
  if (coding) {
    static Str *const strict = intern("strict"), *const locale = intern("UTF-8");
    Own<Str> old_encoding = Own<Str>::share(t->encoding), old_errors = Own<Str>::share(t->error_name);
    if (given(0)) {
      set_text(t->encoding, str_equals(args[0].as<Str>(), "locale") ? locale : args[0].as<Str>());
      if (!given(1)) set_text(t->error_name, strict);
    }
    if (given(1)) set_text(t->error_name, args[1].as<Str>());
    t->newline = newline;
    if (!set_codecs(t)) {
      Ref in_flight = take_pending();
      set_text(t->encoding, old_encoding.get());
      set_text(t->error_name, old_errors.get());
      if (!set_codecs(t)) clear_pending();
      restore_pending(std::move(in_flight));
      return {};
    }
  }
  t->line_buffering = lines;
  t->write_through = through;
  return none();
}

template <Str** name>
Ref forward(Value self, const Value*) {
  return check_attached(text_of(self)) ? call_method(text_of(self)->buffer, *name) : Ref();
}
template <Str** name>
Ref forward_attribute(Value self) {
  return check_attached(text_of(self)) ? get_attr(text_of(self)->buffer, *name) : Ref();
}

Ref repr_text(Value self) {
  TextIo* t = text_of(self);
  if (!check_attached(t)) return {};
  Ref mode = get_attr_or_null(self, names::mode);
  Ref shown_mode = mode ? repr(mode) : Ref();
  Ref encoding = repr(t->encoding);
  if (failed() || !encoding) return {};
  std::string rest = (shown_mode ? " mode=" + to_utf8(shown_mode.as<Str>()) : "") + " encoding=" + to_utf8(encoding.as<Str>());
  return repr_with_name(self, "_io.TextIOWrapper", rest);
}
Ref pickle(Value self, const Value*) {
  Ref name = get_attr(Value(type_of(self)), intern("__name__"));
  return raise(exc::TypeError, "cannot pickle '%S' instances", name.get());
}

const NativeDef kMethods[] = {
    {"detach", detach, ""},
    {"reconfigure", reconfigure, "*, encoding=None, errors=None, newline=<unrepresentable>, line_buffering=None, write_through=None"},
    {"write", write, "text, /"},
    {"read", text_read, "size=-1, /"},
    {"readline", text_readline, "size=-1, /"},
    {"__next__", text_next_method, ""},
    {"flush", flush, ""},
    {"close", close, ""},
    {"fileno", forward<&names::fileno>, ""},
    {"seekable", forward<&names::seekable>, ""},
    {"readable", forward<&names::readable>, ""},
    {"writable", forward<&names::writable>, ""},
    {"isatty", forward<&names::isatty>, ""},
    {"seek", text_seek, "cookie, whence=0, /"},
    {"tell", text_tell, ""},
    {"truncate", truncate, "pos=None, /"},
    {"__getstate__", pickle, ""},
    {"__reduce__", pickle, ""},
    {"__reduce_ex__", pickle, "protocol, /"},
    {nullptr, nullptr, nullptr},
};

template <bool TextIo::* member>
Ref get_flag(Value v) {
  return check_attached(text_of(v)) ? boolean(text_of(v)->*member) : Ref();
}
const GetSetDef kAttributes[] = {
    {"encoding", [](Value v) { return check_attached(text_of(v)) ? Ref::share(text_of(v)->encoding) : Ref(); }},
    {"errors", [](Value v) { return check_attached(text_of(v)) ? Ref::share(text_of(v)->error_name) : Ref(); }},
    {"buffer", [](Value v) { return check_attached(text_of(v)) ? Ref::share(text_of(v)->buffer) : Ref(); }},
    {"line_buffering", get_flag<&TextIo::line_buffering>},
    {"write_through", get_flag<&TextIo::write_through>},
    {"name", forward_attribute<&names::name>},
    {"closed", forward_attribute<&names::closed>},
    {"newlines",
     [](Value v) {
       if (!check_attached(text_of(v))) return Ref();
       return text_of(v)->decoder.uniform ? text_of(v)->decoder.newlines.newlines() : none();
     }},
    {"_CHUNK_SIZE", [](Value v) { return make_int(text_of(v)->chunk_size); },
     [](Value v, Value size) {
       int64_t n;
       if (!size) return raise(exc::AttributeError, "cannot delete attribute"), false;
       if (!to_int64(size, &n, OnOverflow::error)) return false;
       if (n <= 0) return raise(exc::ValueError, "a strictly positive integer is required"), false;
       text_of(v)->chunk_size = static_cast<ptrdiff_t>(n);
       return true;
     }},
    {"_finalizing", [](Value v) { return boolean(text_of(v)->finalizing); },
     [](Value v, Value on) {
       text_of(v)->finalizing = on == kTrue;
       return true;
     }},
    {nullptr, nullptr},
};

void clear_references(TextIo* t) {
  clear(t->buffer);
  clear(t->decoder.python);
  clear(t->encoder.python);
  drop_io_base(t);
}

}  // namespace

Type text_io_wrapper_type{};

void ready_text_type() {
  Type& t = text_io_wrapper_type;
  t.name = "_io.TextIOWrapper";
  t.base = &text_io_base_type;
  t.flags = kTypeGc | kTypeBase | kTypeNextMayWait;
  t.basic_size = sizeof(TextIo);
  t.dict_offset = offsetof(IoBase, dict);
  t.weaklist_offset = offsetof(IoBase, weaklist);
  t.new_ = new_text;
  t.init = init_text;
  t.dealloc = [](Object* o) {
    gc_untrack(o);
    auto* t = static_cast<TextIo*>(o);
    forget_text(t, true);
    if (t->pending) buffer_free(t->pending);
    t->pending = nullptr;
    set_text(t->encoding, nullptr);
    set_text(t->error_name, nullptr);
    clear_references(t);
    free_object(o);
  };
  t.traverse = [](Object* o, Visitor& visit) {
    auto* t = static_cast<TextIo*>(o);
    visit(t->buffer);
    visit(t->decoder.python);
    visit(t->encoder.python);
    visit_io_base(t, visit);
  };
  t.clear = [](Object* o) { clear_references(static_cast<TextIo*>(o)); };
  t.finalize = finalize_io;
  t.repr = repr_text;
  t.next = text_next;
  t.methods = kMethods;
  t.getset = kAttributes;
  ready_type(&t);
}

}  // namespace loopscope::python::io

namespace loopscope::python {

using namespace io;

Ref make_host_stream(int number) {
  ready_io_types();
  static Str *const utf8 = intern("utf-8"), *const strict = intern("strict"), *const escape = intern("backslashreplace");
  Ref raw = make_stream_file(number);
  Ref buffer = raw ? make_buffered(number ? &buffered_writer_type : &buffered_reader_type, raw, kDefaultBufferSize) : Ref();
  if (!buffer) return {};
  Value args[] = {buffer, utf8, number == 2 ? escape : strict, number ? Value(intern("\n")) : kNone, boolean(number == 2).get()};
  Ref made = call(Value(&text_io_wrapper_type), Args{args, 5, nullptr});
  if (!made || !set_attr(made, io::names::mode, make_str(number ? "w" : "r"))) return {};
  text_of(made)->stream = static_cast<int8_t>(number);
  return made;
}

int plain_stream(Value file) {
  if (!is_exact(file, text_io_wrapper_type)) return 0;
  TextIo* t = text_of(file);
  if (!t->stream || !t->buffer || t->pending_size || t->encoder.codec != Encoding::utf8 || t->newline.written) return 0;
  static Str *const strict = intern("strict"), *const escape = intern("backslashreplace");
  if (t->encoder.errors != (t->stream == 2 ? escape : strict)) return 0;
  // mode is the only attribute of its own; with more, write() may be one.
  if (t->dict && t->dict->used > 1) return 0;
  Buffered* b = buffered_of(t->buffer);
  bool plain = b->raw && !b->written && is_exact(b->raw, file_io_type) && b->raw.as<FileIo>()->descriptor == t->stream;
  return plain ? t->stream : 0;
}

bool write_plain(int stream, Str* text) {
  if (text->wide) {
    // Only wide text can hold surrogates.
    static Str *const strict = intern("strict"), *const escape = intern("backslashreplace");
    Ref bytes = encode_text(text, Encoding::utf8, stream == 2 ? escape : strict);
    if (!bytes) return false;
    write_stream(stream, {reinterpret_cast<const char*>(bytes.as<Bytes>()->data), bytes.as<Bytes>()->length});
  } else if (text->ascii) {
    write_stream(stream, text->ascii_view());
  } else {
    write_stream(stream, to_utf8(text));
  }
  return true;
}

}  // namespace loopscope::python
