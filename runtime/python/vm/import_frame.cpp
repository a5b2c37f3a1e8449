// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>
#include <vector>

#include "python/bytecode/code.h"
#include "python/vm/exception.h"
#include "python/vm/import_internal.h"
#include "python/vm/interpreter.h"
#include "python/vm/library_file.h"
#include "python/vm/names.h"
#include "python/vm/traceback.h"

/// Loading a module: a native frame under the module's body, so that an import can be paused and can wait. The order of
/// things is importlib._bootstrap's.
namespace loopscope::python {

namespace {

/// Modules whose bodies are running.
struct Loading {
  Module* module;  // borrowed: its ImportFrame owns it
  Thread* thread;
};
std::vector<Loading> loading;

/// The thread that runs the body of `module`, or null.
Thread* loader_of(Value module) {
  for (const Loading& l : loading)
    if (Value(l.module) == module) return l.thread;
  return nullptr;
}

std::string_view parent_of(std::string_view name) {
  size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(0, dot);
}

bool set_module_fields(Module* m, std::string_view name, bool is_package, const Code* code) {
  if (!dict_set(m->dict, names::__package__, make_str(is_package ? name : parent_of(name)))) return false;
  if (code && !(dict_set(m->dict, names::__file__, make_str(code->filename)) &&
                dict_set(m->dict, names::__builtins__, Value(vm.builtins))))
    return false;
  if (!is_package) return true;
  Own<List> path = make_list();
  std::string folder;
  if (code) {
    folder = code->filename.substr(0, code->filename.rfind('/'));
  } else {
    folder = std::string(kLibraryFolder).append(name);
    std::replace(folder.begin() + kLibraryFolder.size(), folder.end(), '.', '/');
  }
  return list_append(path.get(), make_str(folder)) && dict_set(m->dict, names::__path__, path);
}

/// Some native modules keep names in modules of their own: where `name` lives, or null.
Value lazy_home(Value module, Str* name) {
  static Str* const key = intern("__lazy__");
  if (!is_exact(module, module_type)) return {};
  Dict* dict = module.as<Module>()->dict;
  Value table = dict_get(dict, key);
  return table && is_exact(table, dict_type) && !dict_get(dict, name) ? dict_get(table.as<Dict>(), name) : Value();
}

class ImportFrame final : public NativeFrame {
 public:
  ImportFrame(std::string_view name, Value fromlist, bool wants_first)
      : name_(name), fromlist_(Ref::share(fromlist)), wants_first_(wants_first) {}
  ~ImportFrame() override { body_is_over(); }

  Next resume(Resumed how, Ref, Ref* result) override {
    switch (how) {
      case Resumed::returned:
        if (!body_returned()) return Next::failed;
        break;
      case Resumed::raised:
        if (body_) body_failed();
        if (!may_be_missing()) return Next::failed;
        break;
      default: break;
    }
    for (;;) {
      switch (step()) {
        case Step::again: break;
        case Step::body: return Next::pushed;
        case Step::wait: return Next::blocked;
        case Step::failed:
          if (!may_be_missing()) return Next::failed;
          break;
        case Step::done:
          *result = wants_first_ ? first_ : module_;
          return Next::done;
      }
    }
  }
  void traverse(Visitor& visit) override {
    visit(fromlist_);
    visit(first_);
    visit(module_);
    visit(body_);
  }
  const char* label() const override { return "import"; }

 private:
  enum class Step : uint8_t { again, body, wait, failed, done };

  /// One module further: the next part of the dotted name, then each name of the fromlist.
  Step step() {
    if (end_ < name_.size()) return load(next_part());
    // What a name of the fromlist waited for has come.
    if (aside_ || !sub_.empty()) return load(std::string(part_));
    if (!fromlist_) return Step::done;
    return next_from();
  }

  std::string_view next_part() const {
    size_t from = end_ ? end_ + 1 : 0;
    return std::string_view(name_).substr(0, std::min(name_.find('.', from), name_.size()));
  }

  /// `from package import submodule` loads the submodule, if there is one.
  Step next_from() {
    if (!is_tuple(fromlist_) && !is_list(fromlist_)) return Step::done;
    uint32_t size = is_tuple(fromlist_) ? fromlist_.as<Tuple>()->size : fromlist_.as<List>()->size;
    if (from_ >= size) return Step::done;
    if (from_ == 0) {
      if (!has_more_names(module_)) return Step::done;
      package_ = Ref(module_);
    }
    Ref item = Ref::share(is_tuple(fromlist_) ? fromlist_.as<Tuple>()->items[from_] : fromlist_.as<List>()->items[from_]);
    from_++;
    if (!is_str(item)) {
      raise(exc::TypeError, "Item in 'from list' must be str, not %T", item.get());
      return Step::failed;
    }
    if (str_equals(item.as<Str>(), "*")) return star();
    if (Value home = lazy_home(package_, item.as<Str>())) {
      aside_ = true;
      return load(to_utf8(home.as<Str>()));
    }
    Ref has = get_attr_or_null(package_, intern(item.as<Str>()));
    if (has) return Step::again;
    clear_pending();
    if (!get_attr_or_null(package_, names::__path__)) {
      clear_pending();
      return Step::again;
    }
    sub_ = name_ + "." + to_utf8(item.as<Str>());
    return load(sub_);
  }

  /// `from package import *` loads what the package's __all__ names.
  Step star() {
    Ref all = get_attr_or_null(package_, names::__all__);
    if (!all) {
      clear_pending();
      return Step::again;
    }
    Own<List> names = to_list(all);
    if (!names) return Step::failed;
    Own<List> rest = make_list();
    for (uint32_t i = 0; i < names->size; i++)
      if (is_str(names->items[i]) && !str_equals(names->items[i].as<Str>(), "*")) list_append(rest.get(), names->items[i]);
    for (uint32_t i = from_; is_tuple(fromlist_) && i < fromlist_.as<Tuple>()->size; i++)
      list_append(rest.get(), fromlist_.as<Tuple>()->items[i]);
    fromlist_ = std::move(rest);
    from_ = 0;
    return fromlist_.as<List>()->size ? Step::again : Step::done;
  }

  Step load(std::string_view part) {
    part_ = part;
    if (Value known = loaded_module(part)) {
      if (known == kNone) {
        raise(exc::ModuleNotFoundError, "import of %s halted; None in sys.modules", part_.c_str());
        return Step::failed;
      }
      if (waits_for_thread(known)) return Step::wait;
      return loaded(Ref::share(known));
    }
    if (sub_.empty() && !aside_ && module_) {
      Ref path = get_attr_or_null(module_, names::__path__);
      if (!path) {
        clear_pending();
        raise_missing(part, "; '" + std::string(parent_of(part)) + "' is not a package");
        return Step::failed;
      }
    }
    Value package = aside_ ? Value() : sub_.empty() ? module_.get() : package_.get();
    SourceModule source;
    if (find_source_module(part, package, &source)) return source.is_file ? start_source(source) : make_namespace(source);
    if (failed()) return Step::failed;
    if (package && !is_library_package(package)) {
      raise_missing(part, "");
      return Step::failed;
    }
    bool is_package = false;
    if (ModuleInit init = find_native_module(part, &is_package)) return initialize_native(init, is_package);
    FoundModule found;
    // The host cannot have its turn while native code waits for Python, this thread's own or another one's that is held.
    bool now = vm.native_depth > 1 || std::any_of(vm.threads.begin(), vm.threads.end(), [](Thread* t) { return t->held; });
    switch (vm.hooks.find_module ? vm.hooks.find_module(part, now, &found) : ModuleSearch::absent) {
      case ModuleSearch::found: return start_body(found);
      case ModuleSearch::later: vm.wanted_module = part_; return Step::wait;
      case ModuleSearch::absent: break;
    }
    if (!failed()) raise_missing(part);
    return Step::failed;
  }

  /// Another thread is running the module's body: this one must not see half a module. (Where it cannot wait, or where
  /// the other waits for this one, it does: as in CPython.)
  bool waits_for_thread(Value module) {
    Thread* other = loader_of(module);
    Thread& self = current_thread();
    if (!other || other == &self || vm.native_depth > 1) return false;
    for (Thread* t = other; t; t = t->imports_from)
      if (t == &self) return false;
    self.imports_from = other;
    self.state = ThreadState::blocked;
    self.wake_at = std::numeric_limits<double>::infinity();
    self.blocked_on = "import";
    self.counts_as_blocking = true;
    return true;
  }

  Step initialize_native(ModuleInit init, bool is_package) {
    Own<Module> m = make_module(part_);
    Own<Str> key = make_str(part_);
    if (!m || !set_module_fields(m.get(), part_, is_package, nullptr)) return Step::failed;
    if (!dict_set(vm.modules, Value(key), m)) return Step::failed;
    if (!init(m.get())) {
      Ref error = take_pending();
      dict_delete(vm.modules, Value(key));
      restore_pending(std::move(error));
      return Step::failed;
    }
    return loaded_now(std::move(m));
  }

  Step start_source(const SourceModule& source) {
    register_source(source.path, source.text);
    FoundModule found{vm.hooks.compile(source.text, source.path, "exec", 0), source.is_package};
    return found.code ? start_body(found) : Step::failed;
  }

  /// A package of a folder that has no __init__.py.
  Step make_namespace(const SourceModule& source) {
    Own<Module> m = make_module(part_);
    Own<List> path = make_list();
    if (!m || !list_append(path.get(), make_str(source.path)) || !dict_set(m->dict, names::__package__, make_str(part_)) ||
        !dict_set(m->dict, names::__path__, path) || !dict_set(vm.modules, Value(make_str(part_)), m))
      return Step::failed;
    return loaded_now(std::move(m));
  }

  Step start_body(const FoundModule& found) {
    Own<CodeObject> code = make_code_object(found.code);
    Own<Module> m = make_module(part_);
    if (!code || !m || !set_module_fields(m.get(), part_, found.is_package, found.code.get())) return Step::failed;
    // CPython's twin of its C module `datetime`: nobody is to see that the classes come from the twin.
    if (part_ == "_pydatetime" && !dict_set(m->dict, names::__name__, intern("datetime"))) return Step::failed;
    if (!dict_set(vm.modules, Value(make_str(part_)), m)) return Step::failed;
    if (!push_code(code.get(), m->dict, m->dict, OnReturn::native)) {
      dict_delete(vm.modules, Value(make_str(part_)));
      return Step::failed;
    }
    loading.push_back({m.get(), &current_thread()});
    body_ = std::move(m);
    return Step::body;
  }

  void body_is_over() {
    if (!body_) return;
    Module* m = body_.as<Module>();
    auto at = std::find_if(loading.begin(), loading.end(), [&](const Loading& l) { return l.module == m; });
    for (Thread* t : vm.threads) {
      if (t->imports_from != at->thread) continue;
      t->imports_from = nullptr;
      t->counts_as_blocking = false;
      unblock(t);
    }
    loading.erase(at);
    body_ = Ref();
  }

  bool body_returned() {
    body_is_over();
    // A module may replace itself in sys.modules.
    Value final = loaded_module(part_);
    if (!final) {
      raise(exc::KeyError, "'%s'", part_.c_str());
      return false;
    }
    return loaded_now(Ref::share(final)) == Step::again;
  }

  void body_failed() {
    body_is_over();
    Ref error = take_pending();
    dict_delete(vm.modules, Value(make_str(part_)));
    restore_pending(std::move(error));
  }

  /// `part_` has just been loaded: it becomes an attribute of its package.
  Step loaded_now(Ref module) {
    Ref package = aside_ ? Ref() : sub_.empty() ? Ref(module_) : Ref(package_);
    if (package) {
      Str* last = intern(std::string_view(part_).substr(part_.rfind('.') + 1));
      if (!set_attr(package, last, module)) return Step::failed;
    }
    return loaded(std::move(module));
  }

  Step loaded(Ref module) {
    if (aside_ || !sub_.empty()) {
      aside_ = false;
      sub_.clear();
      return Step::again;
    }
    if (!first_) first_ = Ref(module);
    module_ = std::move(module);
    end_ = part_.size();
    return Step::again;
  }

  /// A name of the fromlist that is neither attribute nor module: IMPORT_FROM will say so.
  bool may_be_missing() {
    if (sub_.empty() || !pending_is(exc::ModuleNotFoundError)) return false;
    Ref error = take_pending();
    Ref name = get_attr_or_null(error, names::name);
    clear_pending();
    bool same = name && is_str(name) && to_utf8(name.as<Str>()) == sub_;
    if (!same) {
      restore_pending(std::move(error));
      return false;
    }
    sub_.clear();
    return true;
  }

  std::string name_;      // absolute and dotted
  Ref fromlist_;
  bool wants_first_;
  size_t end_ = 0;        // of the part of name_ that is loaded
  std::string part_;      // what is being loaded
  std::string sub_;       // the same, when it comes from the fromlist: then it may be missing
  bool aside_ = false;    // `part_` is the home of a lazy name, and not a part of name_
  uint32_t from_ = 0;     // next of the fromlist
  Ref first_, module_;
  Ref package_;           // whose submodules the fromlist names
  Ref body_;              // module whose body runs above this frame
};

}  // namespace

bool module_is_loading(const Module* module) { return loader_of(Value(const_cast<Module*>(module))) != nullptr; }

void push_import(std::string_view name, Value fromlist, bool wants_first, OnReturn on_return) {
  push_native(std::make_unique<ImportFrame>(name, fromlist, wants_first), on_return);
}

}  // namespace loopscope::python
