// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "python/vm/exception_internal.h"
#include "python/vm/int.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/sys_hooks.h"
#include "python/vm/traceback.h"
#include "python/vm/traceback_format.h"
#include "python/vm/type_internal.h"
#include "python/vm/vm.h"

/// Whole exceptions as CPython 3.13 prints them: causes and contexts, groups as trees, notes, syntax errors.
namespace loopscope::python {
namespace {

constexpr uint32_t kMaxGroupWidth = 15;
constexpr int kMaxGroupDepth = 10;

class Formatter {
 public:
  explicit Formatter(Exception* top) { choose_links(top); }
  void format(Exception* e);
  std::string take() { return std::move(out_); }

 private:
  struct Link {
    const char* message;  // printed before it; null for the first
    Exception* exception;
  };
  void choose_links(Exception* top);
  void format_group(Exception* e);
  void emit(std::string_view text, char margin = '|');
  std::string indent() const { return std::string(static_cast<size_t>(2 * depth_), ' '); }

  std::string out_;
  int depth_ = 0;
  bool need_close_ = false;
  std::unordered_set<Exception*> with_cause_, with_context_;
};

const char kCause[] = "\nThe above exception was the direct cause of the following exception:\n\n";
const char kContext[] = "\nDuring handling of the above exception, another exception occurred:\n\n";

/// Every line gets the margin of the group it is in.
void Formatter::emit(std::string_view text, char margin) {
  if (depth_ == 0) {
    out_ += text;
    return;
  }
  std::string prefix = indent() + margin + " ";
  while (!text.empty()) {
    size_t end = text.find('\n');
    end = end == text.npos ? text.size() : end + 1;
    out_ += prefix;
    out_ += text.substr(0, end);
    text.remove_prefix(end);
  }
}

std::string text_of(Value v, const char* otherwise, Ref (*convert)(Value)) {
  Ref text = convert(v);
  if (text) return to_utf8(text.as<Str>());
  clear_pending();
  return otherwise;
}

std::string type_text(Type* type) {
  Ref module = type_module(type);
  std::string name = to_utf8(type->qualname);
  if (!module || !is_str(module)) return "<unknown>." + name;
  std::string prefix = to_utf8(module.as<Str>());
  return prefix == "__main__" || prefix == "builtins" ? name : prefix + "." + name;
}

std::string final_line(Exception* e, const std::string& text) {
  return type_text(e->type) + (text.empty() ? "" : ": " + text) + "\n";
}

int64_t int_or(Value v, int64_t otherwise) {
  int64_t n;
  return v && is_int(v) && int_fits(v, &n) ? n : otherwise;
}

/// The offending line and the ^^^ under it.
std::string syntax_source(Tuple* details) {
  Value filename = details->items[0], text = details->items[3];
  int64_t line = int_or(details->items[1], -1), offset = int_or(details->items[2], -1);
  int64_t end_line = int_or(details->items[4], -1), end_offset = int_or(details->items[5], -1);
  std::string out = "  File \"" + (filename && is_str(filename) ? to_utf8(filename.as<Str>()) : "<string>") + "\", line " +
                    std::to_string(line) + "\n";
  if (!text || !is_str(text)) return out;
  // Offsets count code points.
  Str* s = text.as<Str>();
  int64_t stop = s->length, start = 0;
  while (stop > 0 && s->at(static_cast<uint32_t>(stop - 1)) == '\n') stop--;
  auto is_indent = [](char32_t c) { return c == ' ' || c == '\n' || c == '\f'; };  // tabs are shown
  while (start < stop && is_indent(s->at(static_cast<uint32_t>(start)))) start++;
  Own<Str> shown = str_substring(s, static_cast<uint32_t>(start), static_cast<uint32_t>(stop));
  std::string code = to_utf8(shown.get());
  out += "    " + code + "\n";
  if (offset < 0) return out;
  if (end_line > 0 && end_line != line)
    end_offset = stop + 1;
  else if (end_offset <= 0)
    end_offset = offset;
  if (offset == end_offset || end_offset == -1) end_offset = offset + 1;
  int64_t begin = offset - 1 - start, end = end_offset - 1 - start;
  if (begin < 0) return out;
  std::string marks = "    ";
  for (int64_t i = 0; i < begin; i++) {
    char32_t c = i < stop - start ? s->at(static_cast<uint32_t>(start + i)) : ' ';
    marks += c == '\t' ? '\t' : ' ';  // one blank for a character however wide, unlike the marks of tracebacks
  }
  return out + marks + std::string(end > begin ? static_cast<size_t>(end - begin) : 1, '^') + "\n";
}

std::string notes_text(Exception* e) {
  Ref notes = get_attr_or_null(Value(e), names::__notes__);
  clear_pending();
  if (!notes || notes.get() == kNone) return {};
  std::string out;
  auto add = [&](std::string text) {
    out += text;
    if (text.empty() || text.back() != '\n') out += '\n';
  };
  if (!is_list(notes) && !is_tuple(notes)) {
    add(text_of(notes, "<__notes__ repr() failed>", repr));
    return out;
  }
  Own<Tuple> all = to_tuple(notes);
  for (uint32_t i = 0; all && i < all->size; i++) add(text_of(all->items[i], "<note str() failed>", str));
  clear_pending();
  return out;
}

/// What follows the frames: type, message, suggestion, notes.
std::string exception_only(Exception* e) {
  std::string out;
  if (is_subtype(e->type, &exc::SyntaxError) && e->extra && is_tuple(e->extra)) {
    Tuple* details = e->extra.as<Tuple>();
    bool has_line = details->items[1] && is_int(details->items[1]);
    if (has_line) out = syntax_source(details);
    std::string message = e->value && e->value != kNone ? text_of(e->value, "", str) : "<no detail available>";
    if (!has_line && details->items[0] && is_str(details->items[0]))
      message += " (" + to_utf8(details->items[0].as<Str>()) + ")";
    out += type_text(e->type) + ": " + message + "\n";
  } else {
    out = final_line(e, text_of(Value(e), "<exception str() failed>", str) + suggestion_for(e));
  }
  return out + notes_text(e);
}

/// What sys.tracebacklimit leaves of a traceback: its last levels. Null: none.
Traceback* within_limit(Value traceback) {
  Traceback* t = traceback ? traceback.as<Traceback>() : nullptr;
  Value sys = dict_get(vm.modules, intern("sys"));
  Value limit = sys && is_exact(sys, module_type) ? dict_get(sys.as<Module>()->dict, intern("tracebacklimit")) : Value();
  if (!limit || !is_int(limit)) return t;
  int64_t levels = 0;
  for (Traceback* at = t; at; at = at->next.as<Traceback>()) levels++;
  for (levels -= std::max<int64_t>(int_clamped(limit), 0); t && levels > 0; levels--) t = t->next.as<Traceback>();
  return t;
}

/// An exception that several others lead to is shown with one of them only: that which traceback.TracebackException comes to
/// first, and it takes the last of a group's exceptions first.
void Formatter::choose_links(Exception* top) {
  std::unordered_set<Exception*> seen{top};
  std::vector<Exception*> queue{top};
  auto follow = [&](Value v) {
    if (!v || !seen.insert(v.as<Exception>()).second) return false;
    queue.push_back(v.as<Exception>());
    return true;
  };
  while (!queue.empty()) {
    Exception* e = queue.back();
    queue.pop_back();
    if (follow(e->cause))
      with_cause_.insert(e);
    else if (!e->suppress_context && follow(e->context))
      with_context_.insert(e);
    if (!is_subtype(e->type, &exc::BaseExceptionGroup) || !e->extra) continue;
    Tuple* all = e->extra.as<Tuple>();
    for (uint32_t i = 0; i < all->size; i++) {
      Exception* each = all->items[i].as<Exception>();
      if (seen.insert(each).second) queue.push_back(each);
    }
  }
}

void Formatter::format(Exception* top) {
  std::vector<Link> chain;
  const char* message = nullptr;
  for (Exception* e = top;;) {
    chain.push_back({message, e});
    if (with_cause_.erase(e)) {
      message = kCause;
      e = e->cause.as<Exception>();
    } else if (with_context_.erase(e)) {
      message = kContext;
      e = e->context.as<Exception>();
    } else {
      break;
    }
  }
  // A link's message joins it to the one before it in time, which is the next of the chain.
  for (size_t i = chain.size(); i-- > 0;) {
    Exception* current = chain[i].exception;
    if (i + 1 < chain.size()) emit(chain[i + 1].message);
    if (is_subtype(current->type, &exc::BaseExceptionGroup) && current->extra) {
      format_group(current);
      continue;
    }
    if (Traceback* traceback = within_limit(current->traceback)) {
      emit("Traceback (most recent call last):\n");
      emit(format_frames(traceback));
    }
    emit(exception_only(current));
  }
}

void Formatter::format_group(Exception* e) {
  if (depth_ > kMaxGroupDepth) {
    emit("... (max_group_depth is " + std::to_string(kMaxGroupDepth) + ")\n");
    return;
  }
  bool top = depth_ == 0;
  if (top) depth_++;
  if (Traceback* traceback = within_limit(e->traceback)) {
    emit("Exception Group Traceback (most recent call last):\n", top ? '+' : '|');
    emit(format_frames(traceback));
  }
  emit(exception_only(e));
  Tuple* all = e->extra.as<Tuple>();
  uint32_t shown = all->size <= kMaxGroupWidth ? all->size : kMaxGroupWidth + 1;
  need_close_ = false;
  for (uint32_t i = 0; i < shown; i++) {
    bool last = i + 1 == shown, truncated = i >= kMaxGroupWidth;
    if (last) need_close_ = true;
    out_ += indent() + (i == 0 ? "+-" : "  ") + "+---------------- " + (truncated ? "..." : std::to_string(i + 1)) +
            " ----------------\n";
    depth_++;
    if (truncated) {
      uint32_t rest = all->size - kMaxGroupWidth;
      emit("and " + std::to_string(rest) + " more exception" + (rest == 1 ? "" : "s") + "\n");
    } else {
      format(all->items[i].as<Exception>());
    }
    if (last && need_close_) {
      out_ += indent() + "+------------------------------------\n";
      need_close_ = false;
    }
    depth_--;
  }
  if (top) depth_ = 0;
}

}  // namespace

std::string format_exception_line(Exception* exception) {
  std::string type = type_text(exception->type);
  constexpr std::string_view kUnknown = "<unknown>.";
  if (type.starts_with(kUnknown)) type.erase(kUnknown.size() - 1, 1);  // as print_exception would say it, but without the dot
  return type + ": " + text_of(Value(exception), "<exception str() failed>", str) + "\n";
}

std::string format_exception(Exception* exception) {
  Ref in_flight = take_pending();
  Formatter formatter(exception);
  formatter.format(exception);
  clear_pending();
  if (in_flight) restore_pending(std::move(in_flight));
  return formatter.take();
}

void print_exception(Exception* exception) { write_error_text(format_exception(exception)); }

}  // namespace loopscope::python
