// SPDX-License-Identifier: MIT
#include <cmath>

#include "python/library/iterators.h"
#include "python/library/library.h"
#include "python/library/stream.h"
#include "python/library/sys/sys_parts.h"
#include "python/vm/bytes.h"
#include "python/vm/class_builder.h"
#include "python/vm/exception.h"
#include "python/vm/fold.h"
#include "python/vm/generator.h"
#include "python/vm/import.h"
#include "python/vm/int.h"
#include "python/vm/names.h"
#include "python/vm/signature.h"
#include "python/vm/slot_functions.h"
#include "python/vm/special_method.h"
#include "python/vm/suggestions.h"
#include "python/vm/vm.h"

/// The functions of `builtins`. Its types live with their implementations.
namespace loopscope::python {

namespace {

Frame* python_frame() {
  Frame* frame = current_thread().top;
  while (frame && !frame->code) frame = frame->back;
  return frame;
}

// ---- iteration ----------------------------------------------------------------------------------------------------------

Ref len(Value, const Value* args) {
  if (Function* f = special_function(args[0], names::__len__))
    return call_then(f, args[0], [](Value, Ref result) -> Ref {
      ptrdiff_t n = result ? length_of_len(result) : -1;
      return n < 0 ? Ref() : make_int(n);
    });
  int64_t n = long_length(args[0]);
  return n < 0 ? Ref() : make_int(n);
}

Ref iter_(Value, const Value* args) {
  if (!args[1]) return iterate_tail(args[0]);
  if (!is_callable(args[0])) return raise(exc::TypeError, "iter(v, w): v must be callable");
  return make_callable_iterator(args[0], args[1]);
}

Ref next_(Value, const Value* args) {
  Value it = args[0];
  if (!type_of(it)->next) return raise(exc::TypeError, "'%T' object is not an iterator", it);
  // Through a frame, so that what the iterator does may block or be paused.
  if (is_exact(it, generator_type) || type_of(it)->flags & (kTypeHeap | kTypeNextMayWait)) {
    Ref method = lookup_special(it, names::__next__);
    if (!args[1] || !method) return method ? tail_call(method) : Ref();
    return call_then(method, Args{}, [](Value fallback, Ref value) -> Ref {
      if (value || !pending_is(exc::StopIteration)) return value;
      clear_pending();
      return Ref::share(fallback);
    }, args[1]);
  }
  Ref v = type_of(it)->next(it);  // its own StopIteration goes through: it may carry a value
  if (v || (failed() && (!args[1] || !pending_is(exc::StopIteration)))) return v;
  clear_pending();
  if (args[1]) return Ref::share(args[1]);
  return raise(exc::StopIteration, nullptr);
}

Ref aiter_(Value, const Value* args) {
  if (!type_of(args[0])->aiter) return raise(exc::TypeError, "'%T' object is not an async iterable", args[0]);
  Ref it = type_of(args[0])->aiter(args[0]);
  if (it && !type_of(it)->anext) return raise(exc::TypeError, "aiter() returned not an async iterator of type '%T'", it.get());
  return it;
}

/// anext(it, default): the awaitable of it.__anext__(), with StopAsyncIteration turned into the default.
class AnextOrDefault final : public NativeBody {
 public:
  AnextOrDefault(Ref awaitable, Value fallback) : inner_(std::move(awaitable)), default_(Ref::share(fallback)) {}
  SendStatus send(Value value, Ref* result) override {
    // Whether it can be awaited at all shows when it is.
    if (!begun_) {
      Ref inner = get_awaitable(inner_);
      if (!inner) return SendStatus::raised;
      inner_ = std::move(inner);
      begun_ = true;
    }
    return finish(send_to(inner_, value, result), result);
  }
  SendStatus throw_in(Ref* result) override { return finish(throw_into(inner_, take_pending(), result), result); }
  void traverse(Visitor& visit) override {
    visit(inner_);
    visit(default_);
  }
  Value awaiting() override { return inner_; }

 private:
  SendStatus finish(SendStatus status, Ref* result) {
    if (status != SendStatus::raised || !pending_is(exc::StopAsyncIteration)) return status;
    clear_pending();
    *result = default_;
    return SendStatus::returned;
  }
  Ref inner_, default_;
  bool begun_ = false;
};

constexpr NativeCoroutine kAnext{"anext", "anext", "", 0, 0};

Ref anext_(Value, const Value* args) {
  if (!type_of(args[0])->anext) return raise(exc::TypeError, "'%T' object is not an async iterator", args[0]);
  Ref awaitable = type_of(args[0])->anext(args[0]);
  if (!awaitable || !args[1]) return awaitable;
  Ref all = make_native_coroutine(std::make_unique<AnextOrDefault>(std::move(awaitable), args[1]), kAnext);
  if (all) all.as<Generator>()->awaited = true;  // "never awaited" is said of what it holds
  return all;
}

/// all() and any(): `decisive` is the truth that decides.
class Quantifier final : public Fold {
 public:
  explicit Quantifier(bool decisive) : decisive_(decisive), truth_(!decisive) {}

 protected:
  bool add(Value item) override {
    int t = fast_truth(item);
    if (t >= 0) truth_ = t;
    return t >= 0 && truth_ != decisive_;
  }
  Ref result() override { return boolean(truth_); }

 private:
  bool decisive_, truth_;
};
Ref all(Value, const Value* args) { return fold_over(args[0], std::make_unique<Quantifier>(false)); }
Ref any(Value, const Value* args) { return fold_over(args[0], std::make_unique<Quantifier>(true)); }

/// Floats are summed with compensation, as CPython has done since 3.12.
class Sum final : public Fold {
 public:
  explicit Sum(Ref start) : total_(std::move(start)) {}

 protected:
  bool add(Value item) override {
    if (!compensated_ && is_exact(total_, float_type)) {
      compensated_ = true;
      high_ = total_.get().as<Float>()->value;
      low_ = 0;
    }
    if (compensated_) {
      double x;
      if (is_exact(item, float_type)) {
        x = item.as<Float>()->value;
        double t = high_ + x;
        low_ += std::fabs(high_) >= std::fabs(x) ? (high_ - t) + x : (x - t) + high_;
        high_ = t;
        return true;
      }
      int64_t n;
      if (item.is_small() || (type_of(item) == &int_type && int_fits(item, &n))) {
        if (item.is_small()) n = item.small_value();
        high_ += static_cast<double>(n);
        return true;
      }
      compensated_ = false;
      total_ = compensated_total();
    }
    total_ = binary_op(BinaryOp::add, total_, item);
    return static_cast<bool>(total_);
  }
  Ref result() override { return compensated_ ? compensated_total() : std::move(total_); }

 private:
  Ref compensated_total() const { return make_float(low_ != 0 && std::isfinite(low_) ? high_ + low_ : high_); }
  Ref total_;
  bool compensated_ = false;
  double high_ = 0, low_ = 0;
};
Ref sum(Value, const Value* args) {
  Ref start = args[1] ? Ref::share(args[1]) : Ref::small(0);
  if ((is_str(start) || is_bytes(start)) && !Ref(iterate(args[0]))) return {};
  if (is_str(start)) return raise(exc::TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
  if (is_bytes(start)) return raise(exc::TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
  return fold_over(args[0], std::make_unique<Sum>(std::move(start)));
}

class Extreme final : public Fold {
 public:
  Extreme(const char* name, CompareOp op, Value key, Value fallback)
      : name_(name), op_(op), key_(Ref::share(key)), fallback_(Ref::share(fallback)) {}
  bool add(Value item) override {
    Ref k = key_ ? call(key_, item) : Ref::share(item);
    if (!k) return false;
    if (best_) {
      Ref verdict = compare(k, best_key_, op_);
      int t = verdict ? fast_truth(verdict) : -1;
      if (t <= 0) return t == 0;
    }
    best_ = Ref::share(item);
    best_key_ = std::move(k);
    return true;
  }
  Ref result() override {
    if (best_) return std::move(best_);
    if (fallback_) return std::move(fallback_);
    return raise(exc::ValueError, "%s() iterable argument is empty", name_);
  }

 private:
  const char* name_;
  CompareOp op_;
  Ref key_, fallback_, best_, best_key_;
};

/// max() and min() over an iterable or the arguments.
Ref extreme(const Args& args, const char* name, CompareOp op) {
  Value key, fallback;
  if (!args.positional) return raise(exc::TypeError, "%s expected at least 1 argument, got 0", name);
  for (uint32_t i = 0; i < args.keyword_count(); i++) {
    Str* k = args.names->items[i].as<Str>();
    Value v = args.data[args.positional + i];
    if (str_equals(k, "key"))
      key = v == kNone ? Value() : v;
    else if (str_equals(k, "default"))
      fallback = v;
    else
      return raise(exc::TypeError, "%s() got an unexpected keyword argument '%U'%s", name, k,
                   keyword_hint({"key", "default"}, k).c_str());
  }
  if (args.positional > 1 && fallback)
    return raise(exc::TypeError, "Cannot specify a default for %s() with multiple positional arguments", name);
  auto fold = std::make_unique<Extreme>(name, op, key, fallback);
  if (args.positional == 1) return fold_over(args[0], std::move(fold));
  for (uint32_t i = 0; i < args.positional; i++)
    if (!fold->add(args[i])) return {};
  return fold->result();
}
Ref max_(Value, const Args& args) { return extreme(args, "max", CompareOp::gt); }
Ref min_(Value, const Args& args) { return extreme(args, "min", CompareOp::lt); }

/// Its keyword arguments are list.sort's, and so are the complaints about them.
Ref sorted(Value, const Args& args) {
  if (args.positional != 1)
    return raise(exc::TypeError, "sorted expected 1 argument, got %d", static_cast<int>(args.positional));
  BoundArgs bound(*Signature::of("*, key=None, reverse=False"), {"sort"}, Args{args.data + 1, 0, args.names});
  if (!bound) return {};
  int reverse = bound[1] ? truth(bound[1]) : 0;
  if (reverse < 0) return {};
  Own<Tuple> order = tuple_of(bound[0] ? bound[0] : kNone, reverse ? kTrue : kFalse);
  Frame* before = current_thread().top;
  return and_then(before, list_tail(args.data[0]), [](Value kept, Ref list) -> Ref {
    Value* how = kept.as<Tuple>()->items;
    return list && list_sort(list.get().as<List>(), how[0], how[1] == kTrue) ? list : Ref();
  }, order);
}

// ---- numbers and text ---------------------------------------------------------------------------------------------------

Ref abs_(Value, const Value* args) {
  Ref method = lookup_special(args[0], names::__abs__);
  if (method) return tail_call(method);
  return failed() ? Ref() : Ref(raise(exc::TypeError, "bad operand type for abs(): '%T'", args[0]));
}
Ref divmod_(Value, const Value* args) { return binary_op(BinaryOp::divmod, args[0], args[1]); }
Ref pow_(Value, const Value* args) { return power(args[0], args[1], args[2] && args[2] != kNone ? args[2] : Value()); }

Ref round_(Value, const Value* args) {
  Ref method = lookup_special(args[0], names::__round__);
  if (!method) return failed() ? Ref() : Ref(raise(exc::TypeError, "type %T doesn't define __round__ method", args[0]));
  return args[1] && args[1] != kNone ? tail_call(method, args[1]) : tail_call(method);
}

Ref in_base(Value v, int base, const char* prefix) {
  Ref n = index(v);
  if (!n) return {};
  std::string text = int_to_text(n, base);
  bool negative = text[0] == '-';
  return make_str((negative ? "-" : "") + std::string(prefix) + text.substr(negative));
}
Ref bin(Value, const Value* args) { return in_base(args[0], 2, "0b"); }
Ref oct(Value, const Value* args) { return in_base(args[0], 8, "0o"); }
Ref hex(Value, const Value* args) { return in_base(args[0], 16, "0x"); }

Ref chr(Value, const Value* args) {
  int64_t n;
  Ref v = index(args[0]);
  if (!v) return {};
  if (!int_fits(v, &n) || n < 0 || n > 0x10FFFF) return raise(exc::ValueError, "chr() arg not in range(0x110000)");
  return make_str_char(static_cast<char32_t>(n));
}
Ref ord(Value, const Value* args) {
  Value v = args[0];
  ptrdiff_t n;
  if (is_str(v)) {
    if (v.as<Str>()->length == 1) return make_int(v.as<Str>()->at(0));
    n = v.as<Str>()->length;
  } else if (is_bytes(v)) {
    if (v.as<Bytes>()->length == 1) return make_int(v.as<Bytes>()->data[0]);
    n = v.as<Bytes>()->length;
  } else if (has_type(v, &bytearray_type)) {
    if (v.as<ByteArray>()->length == 1) return make_int(v.as<ByteArray>()->data[0]);
    n = v.as<ByteArray>()->length;
  } else {
    return raise(exc::TypeError, "ord() expected string of length 1, but %T found", v);
  }
  return raise(exc::TypeError, "ord() expected a character, but string of length %zd found", n);
}
Ref repr_(Value, const Value* args) { return repr_tail(args[0]); }
Ref ascii_(Value, const Value* args) { return ascii(args[0]); }
Ref format_(Value, const Value* args) {
  if (args[1] && !is_str(args[1])) return raise(exc::TypeError, "format() argument 2 must be str, not %T", args[1]);
  return format_tail(args[0], args[1] ? args[1].as<Str>() : nullptr);
}

// ---- objects --------------------------------------------------------------------------------------------------------------

Ref hash_(Value, const Value* args) {
  int64_t h;
  return hash(args[0], &h) ? make_int(h) : Ref();
}
Ref id(Value, const Value* args) { return make_int_unsigned(args[0].bits()); }
Ref callable(Value, const Value* args) { return boolean(is_callable(args[0])); }
Ref isinstance(Value, const Value* args) {
  int t = is_instance(args[0], args[1]);
  return t < 0 ? Ref() : boolean(t);
}
Ref issubclass(Value, const Value* args) {
  int t = is_subclass(args[0], args[1]);
  return t < 0 ? Ref() : boolean(t);
}

Str* attribute_name(Value v, const char*) {
  if (is_str(v)) return intern(v.as<Str>());
  raise(exc::TypeError, "attribute name must be string, not '%T'", v);
  return nullptr;
}
/// No attribute came: that is all; an AttributeError is dropped. False: another exception.
bool attribute_is_absent() {
  if (!failed()) return true;
  if (!pending_is(exc::AttributeError)) return false;
  clear_pending();
  return true;
}
Ref getattr_(Value, const Value* args) {
  Str* name = attribute_name(args[1], "getattr");
  if (!name) return {};
  Frame* before = current_thread().top;
  Ref found = get_attr_tail(args[0], name, static_cast<bool>(args[2]));
  if (!args[2]) return found;
  return and_then(before, std::move(found), [](Value fallback, Ref v) -> Ref {
    return v || !attribute_is_absent() ? v : Ref::share(fallback);
  }, args[2]);
}
Ref hasattr_(Value, const Value* args) {
  Str* name = attribute_name(args[1], "hasattr");
  if (!name) return {};
  Frame* before = current_thread().top;
  return and_then(before, get_attr_tail(args[0], name, true), [](Value, Ref v) -> Ref {
    return v || attribute_is_absent() ? boolean(static_cast<bool>(v)) : Ref();
  });
}
/// `value` null: deletes.
Ref set_attribute(Value object, Value named, const char* function, Value value) {
  Str* name = attribute_name(named, function);
  if (!name) return {};
  if (push_set_attr(object, name, value)) {
    Frame* setter = current_thread().top;
    setter->on_return = OnReturn::then;
    setter->then = [](Value, Ref result) -> Ref { return result ? none() : result; };
    return frame_pushed();
  }
  return !failed() && set_attr(object, name, value) ? none() : Ref();
}
Ref setattr_(Value, const Value* args) { return set_attribute(args[0], args[1], "setattr", args[2]); }
Ref delattr_(Value, const Value* args) { return set_attribute(args[0], args[1], "delattr", Value()); }

Ref globals(Value, const Value*) {
  Frame* frame = python_frame();
  return frame ? Ref::share(frame->globals) : none();
}
Ref locals(Value, const Value*) {
  Frame* frame = python_frame();
  return frame ? frame_locals(frame) : none();
}
Ref vars(Value, const Value* args) {
  if (!args[0]) return locals({}, nullptr);
  Ref dict = get_attr_or_null(args[0], names::__dict__);
  if (dict || failed()) return dict;
  return raise(exc::TypeError, "vars() argument must have __dict__ attribute");
}
Ref dir(Value, const Value* args) {
  Ref found;
  if (args[0]) {
    Ref method = lookup_special(args[0], names::__dir__);
    if (!method) return failed() ? Ref() : Ref(raise(exc::TypeError, "object does not provide __dir__"));
    found = call(method);
  } else {
    found = locals({}, nullptr);
  }
  if (!found) return {};
  Own<List> list = to_list(found);
  return list && list_sort(list.get(), {}, false) ? Ref(list) : Ref();
}

// ---- code -----------------------------------------------------------------------------------------------------------------

/// The text of a str or of anything bytes-like.
bool read_source(Value source, std::string* text) {
  BytesView bytes;
  if (is_str(source)) *text = to_utf8(source.as<Str>());
  else if (read_bytes(source, &bytes)) text->assign(reinterpret_cast<const char*>(bytes.data), bytes.length);
  else return false;
  return true;
}

Own<CodeObject> code_from(Value source, const char* mode, const char* name) {
  if (is_exact(source, code_type)) return Own<CodeObject>::share(source.as<CodeObject>());
  std::string text;
  if (!read_source(source, &text)) {
    raise(exc::TypeError, "%s() arg 1 must be a string, bytes or code object", name);
    return {};
  }
  if (mode[1] == 'v') text.erase(0, text.find_first_not_of(" \t"));
  return compile_source(text, "<string>", mode);
}

Ref run_source(const Value* args, const char* mode, const char* name) {
  Frame* frame = python_frame();
  Value g = args[1] && args[1] != kNone ? args[1] : Value();
  Value l = args[2] && args[2] != kNone ? args[2] : Value();
  bool evaluates = mode[1] == 'v';
  if (l && !type_of(l)->getitem)
    return evaluates ? raise(exc::TypeError, "locals must be a mapping")
                     : raise(exc::TypeError, "%s() locals must be a mapping or None, not %T", name, l);
  if (g && !is_dict(g))
    return !evaluates       ? raise(exc::TypeError, "%s() globals must be a dict, not %T", name, g)
           : type_of(g)->getitem ? raise(exc::TypeError, "globals must be a real dict; try eval(code, {}, mapping)")
                           : raise(exc::TypeError, "globals must be a dict");
  Ref own_locals;
  if (!g) {
    g = Value(frame->globals);
    if (!l) {
      own_locals = frame_locals(frame);
      if (!own_locals) return {};
      l = own_locals;
    }
  }
  if (!l) l = g;
  Own<CodeObject> code = code_from(args[0], mode, name);
  if (!code) return {};
  if (code->free_count && evaluates)
    return raise(exc::TypeError, "code object passed to eval() may not contain free variables");
  if (code->free_count)
    return raise(exc::TypeError, "code object requires a closure of exactly length %d", static_cast<int>(code->free_count));
  if (!dict_get(g.as<Dict>(), names::__builtins__) && !dict_set(g.as<Dict>(), names::__builtins__, Value(vm.builtins))) return {};
  if (!push_code(code.get(), g.as<Dict>(), l, OnReturn::push)) return {};
  return frame_pushed();
}
Ref exec(Value, const Value* args) { return run_source(args, "exec", "exec"); }
Ref eval(Value, const Value* args) { return run_source(args, "eval", "eval"); }
constexpr int64_t kOnlyTree = 0x400;  // ast.PyCF_ONLY_AST

/// From or to a tree of `ast` nodes: what trees are is known to modules in Python only.
Ref compile_with_trees(const Value* args) {
  if (!is_str(args[0]) && !is_bytes(args[0])) {
    Value nodes = dict_get(vm.modules, intern("_ast"));
    Ref base = nodes ? get_attr(nodes, intern("AST")) : Ref();
    int is_tree = base ? is_instance(args[0], base) : 0;
    if (is_tree < 0) return {};
    if (!is_tree) return raise(exc::TypeError, "compile() arg 1 must be a string, bytes or AST object");
  }
  Ref module = import_module("_ast_tree");
  Ref function = module ? get_attr(module, intern("compile")) : Ref();
  if (!function) return {};
  Ref flags = args[3] ? Ref::share(args[3]) : Ref::small(0), optimize = args[5] ? Ref::share(args[5]) : Ref::small(-1);
  const Value values[] = {args[0], args[1], args[2], flags, optimize};
  return tail_call(function, Args{values, 5, nullptr});
}

Ref compile_(Value, const Value* args) {
  if (!is_str(args[2])) return raise(exc::TypeError, "compile() argument 'mode' must be str, not %T", args[2]);
  std::string mode = to_utf8(args[2].as<Str>());
  if (mode != "exec" && mode != "eval" && mode != "single")
    return raise(exc::ValueError, "compile() mode must be 'exec', 'eval' or 'single'");
  Ref filename = str(args[1]);
  std::string text;
  if (!read_source(args[0], &text)) return compile_with_trees(args);
  int64_t flags = 0;
  if (args[3] && !to_int64(args[3], &flags, OnOverflow::error)) return {};
  if (flags & kOnlyTree) return compile_with_trees(args);
  return compile_source(text, to_utf8(filename.as<Str>()), mode);
}
Ref import_(Value, const Value* args) {
  if (!is_str(args[0])) return raise(exc::TypeError, "__import__() argument 1 must be str, not %T", args[0]);
  int64_t level = 0;
  if (args[4] && !to_int64(args[4], &level, OnOverflow::error)) return {};
  if (level < 0) return raise(exc::ValueError, "level must be >= 0");
  Dict* g = args[1] && is_dict(args[1]) ? args[1].as<Dict>() : nullptr;
  return import_with_level(to_utf8(args[0].as<Str>()), g, args[3], static_cast<int>(level));
}

const NativeDef kFunctions[] = {
    {"print", builtin_print, kPrintSignature},
    {"input", builtin_input, "prompt='', /"},
    {"len", len, "obj, /"},
    {"iter", iter_, "object, sentinel=<unrepresentable>, /"},
    {"next", next_, "iterator, default=<unrepresentable>, /"},
    {"aiter", aiter_, "async_iterable, /"},
    {"anext", anext_, "async_iterator, default=<unrepresentable>, /"},
    {"all", all, "iterable, /"},
    {"any", any, "iterable, /"},
    {"sum", sum, "iterable, /, start=0"},
    raw_native("max", max_),
    raw_native("min", min_),
    raw_native("sorted", sorted),
    {"abs", abs_, "x, /"},
    {"divmod", divmod_, "x, y, /"},
    {"pow", pow_, "base, exp, mod=None"},
    {"round", round_, "number, ndigits=None"},
    {"bin", bin, "number, /"},
    {"oct", oct, "number, /"},
    {"hex", hex, "number, /"},
    {"chr", chr, "i, /"},
    {"ord", ord, "c, /"},
    {"repr", repr_, "obj, /"},
    {"ascii", ascii_, "obj, /"},
    {"format", format_, "value, format_spec='', /"},
    {"hash", hash_, "obj, /"},
    {"id", id, "obj, /"},
    {"callable", callable, "obj, /"},
    {"isinstance", isinstance, "obj, class_or_tuple, /"},
    {"issubclass", issubclass, "cls, class_or_tuple, /"},
    {"getattr", getattr_, "object, name, default=<unrepresentable>, /"},
    {"hasattr", hasattr_, "obj, name, /"},
    {"setattr", setattr_, "obj, name, value, /"},
    {"delattr", delattr_, "obj, name, /"},
    {"globals", globals, ""},
    {"locals", locals, ""},
    {"vars", vars, "object=<unrepresentable>, /"},
    {"dir", dir, "object=<unrepresentable>, /"},
    {"exec", exec, "source, /, globals=None, locals=None, *, closure=None"},
    {"eval", eval, "source, /, globals=None, locals=None"},
    {"compile", compile_, "source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1"},
    {"__import__", import_, "name, globals=None, locals=None, fromlist=(), level=0"},
    raw_native("__build_class__", build_class),
    raw_native("breakpoint", builtin_breakpoint),
    {nullptr, nullptr, nullptr},
};

}  // namespace

bool install_builtins() {
  ready_iterator_types();
  Own<Module> m = make_module("builtins");
  if (!m || !module_add(m.get(), kFunctions) || !add_open_builtin(m.get())) return false;
  const std::pair<const char*, Value> values[] = {
      {"None", kNone},
      {"True", kTrue},
      {"False", kFalse},
      {"NotImplemented", kNotImplemented},
      {"Ellipsis", kEllipsis},
      {"__debug__", kTrue},
      {"object", &object_type},
      {"type", &type_type},
      {"int", &int_type},
      {"bool", &bool_type},
      {"float", &float_type},
      {"complex", &complex_type},
      {"str", &str_type},
      {"bytes", &bytes_type},
      {"bytearray", &bytearray_type},
      {"memoryview", &memoryview_type},
      {"list", &list_type},
      {"tuple", &tuple_type},
      {"dict", &dict_type},
      {"set", &set_type},
      {"frozenset", &frozenset_type},
      {"range", &range_type},
      {"slice", &slice_type},
      {"enumerate", &enumerate_type},
      {"zip", &zip_type},
      {"map", &map_type},
      {"filter", &filter_type},
      {"reversed", &reversed_type},
      {"property", &property_type},
      {"classmethod", &classmethod_type},
      {"staticmethod", &staticmethod_type},
      {"super", &super_type},
  };
  for (auto& [name, v] : values)
    if (!module_add(m.get(), name, v)) return false;
  // CancelledError belongs to asyncio; everything else of the table is a builtin.
#define LOOPSCOPE_ADD_EXCEPTION(name, base) \
  if (std::string_view(#name) != "CancelledError" && !module_add(m.get(), #name, Value(&exc::name))) return false;
  LOOPSCOPE_EXCEPTION_TYPES(LOOPSCOPE_ADD_EXCEPTION)
#undef LOOPSCOPE_ADD_EXCEPTION
  if (!module_add(m.get(), "EnvironmentError", Value(&exc::OSError)) || !module_add(m.get(), "IOError", Value(&exc::OSError)))
    return false;
  if (!dict_update(vm.builtins, m->dict)) return false;
  Dict* old = m->dict;
  m->dict = vm.builtins;
  incref(Value(vm.builtins));
  decref(Value(old));
  return dict_set(vm.modules, Value(names::builtins), m) && add_site_builtins();
}

}  // namespace loopscope::python
