// SPDX-License-Identifier: MIT
#include <algorithm>

#include "python/compiler/emitter.h"
#include "python/compiler/unparse.h"

namespace loopscope::python {

using namespace ast;

namespace {

SourceRange nowhere() { return {}; }

/// Tabs become spaces up to the next multiple of eight columns.
std::string expand_tabs(std::string_view text) {
    std::string out;
    size_t column = 0;
    for (char c : text) {
        if (c == '\t') {
            const size_t width = 8 - column % 8;
            out.append(width, ' ');
            column += width;
            continue;
        }
        out += c;
        if (c == '\n' || c == '\r') column = 0;
        else if ((c & 0xC0) != 0x80) ++column;
    }
    return out;
}

/// Docstrings lose the indentation that all their lines after the first have in common (inspect.cleandoc, but blank
/// lines stay).
std::string clean_docstring(std::string_view text) {
    const std::string expanded = expand_tabs(text);
    std::vector<std::string_view> lines;
    for (size_t begin = 0;;) {
        const size_t end = expanded.find('\n', begin);
        lines.push_back(std::string_view(expanded).substr(begin, end == std::string::npos ? end : end - begin));
        if (end == std::string::npos) break;
        begin = end + 1;
    }
    size_t margin = std::string_view::npos;
    for (size_t i = 1; i < lines.size(); ++i) margin = std::min(margin, lines[i].find_first_not_of(' '));
    if (margin == std::string_view::npos) margin = 0;
    std::string out;
    for (size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) out += '\n';
        const size_t indent = std::min(lines[i].find_first_not_of(' '), lines[i].size());
        out += lines[i].substr(i == 0 ? indent : std::min(indent, margin));
    }
    return out;
}

const char* kGenericPrefix = "<generic parameters of ";

}  // namespace

bool Emitter::docstring_of(const Stmts& body, std::string& text) const {
    if (body.empty()) return false;
    auto* first = dyn<Expr>(body[0]);
    auto* constant = first ? dyn<ast::Constant>(first->value) : nullptr;
    if (!constant || constant->value_kind != ConstantKind::kStr) return false;
    text = clean_docstring(constant->text);
    return true;
}

// ---- functions ----

void Emitter::decorators(const Exprs& list) {
    for (ExprNode* decorator : list) expression(decorator);
}

/// [decorator, function] -> [result]; the function fills the `self` place.
void Emitter::apply_decorators(const Exprs& list) {
    for (size_t i = list.size(); i-- > 0;) emit(Op::CALL, list[i]->range, 0);
}

uint32_t Emitter::default_arguments(const Arguments* args, const SourceRange& at) {
    uint32_t attributes = 0;
    if (!args->defaults.empty()) {
        if (const Constant* all = folder_.fold_all(args->defaults, Constant::Kind::Tuple)) {
            load(*all, at);
        } else {
            for (ExprNode* value : args->defaults) expression(value);
            emit(Op::BUILD_TUPLE, at, static_cast<uint32_t>(args->defaults.size()));
        }
        attributes |= static_cast<uint32_t>(FunctionAttribute::Defaults);
    }
    std::vector<Constant> keys;
    for (size_t i = 0; i < args->kwonlyargs.size(); ++i) {
        if (!args->kw_defaults[i]) continue;
        keys.push_back(str_constant(names_.text(mangled(args->kwonlyargs[i]->arg))));
        expression(args->kw_defaults[i]);
    }
    if (!keys.empty()) {
        const uint32_t count = static_cast<uint32_t>(keys.size());
        load(tuple_constant(std::move(keys)), at);
        emit(Op::BUILD_CONST_KEY_MAP, at, count);
        attributes |= static_cast<uint32_t>(FunctionAttribute::KeywordDefaults);
    }
    return attributes;
}

void Emitter::annotation_value(const ExprNode* node) {
    if (options_.postponed_annotations) return load_text(unparse(node), node->range);
    if (auto* star = dyn<Starred>(node)) {
        // `*args: *Ts` is the one item of Ts iterated over.
        expression(star->value);
        return emit(Op::UNPACK_SEQUENCE, node->range, 1);
    }
    expression(node);
}

uint32_t Emitter::annotations(const FunctionNode* s) {
    uint32_t count = 0;
    auto add = [&](std::string_view arg, const ExprNode* annotation) {
        if (!annotation) return;
        load_text(arg == "return" ? arg : names_.text(mangled(arg)), s->range);
        annotation_value(annotation);
        ++count;
    };
    const Arguments* args = s->args;
    for (Arg* arg : args->args) add(arg->arg, arg->annotation);
    for (Arg* arg : args->posonlyargs) add(arg->arg, arg->annotation);
    if (args->vararg) add(args->vararg->arg, args->vararg->annotation);
    for (Arg* arg : args->kwonlyargs) add(arg->arg, arg->annotation);
    if (args->kwarg) add(args->kwarg->arg, args->kwarg->annotation);
    add("return", s->returns);
    if (count == 0) return 0;
    emit(Op::BUILD_TUPLE, s->range, count * 2);
    return static_cast<uint32_t>(FunctionAttribute::Annotations);
}

/// Counts for the current unit; the names themselves come from its scope.
void Emitter::declare_parameters(const Arguments* args) {
    Unit& u = unit();
    u.posonly_argcount = static_cast<uint32_t>(args->posonlyargs.size());
    u.argcount = u.posonly_argcount + static_cast<uint32_t>(args->args.size());
    u.kwonly_argcount = static_cast<uint32_t>(args->kwonlyargs.size());
    auto check = [&](const Arg* arg) { return !arg || assignable(arg->arg, Context::kStore, arg->range); };
    for (Arg* arg : args->posonlyargs)
        if (!check(arg)) return;
    for (Arg* arg : args->args)
        if (!check(arg)) return;
    for (Arg* arg : args->kwonlyargs)
        if (!check(arg)) return;
    if (check(args->vararg)) check(args->kwarg);
}

void Emitter::function(const FunctionNode* s, bool is_async) {
    const int32_t first_line = s->decorator_list.empty() ? s->range.line : s->decorator_list[0]->range.line;
    const SourceRange& at = s->range;
    decorators(s->decorator_list);
    const uint32_t defaults = default_arguments(s->args, at);
    const bool generic = !s->type_params.empty();
    uint32_t passed = 0;
    if (generic) {
        // Defaults are evaluated out here and passed in, since the function is made inside.
        if (defaults & static_cast<uint32_t>(FunctionAttribute::Defaults)) ++passed;
        if (defaults & static_cast<uint32_t>(FunctionAttribute::KeywordDefaults)) ++passed;
        if (passed == 2) emit(Op::SWAP, at, 2);
        enter_type_parameters(s, s->name, first_line);
        unit().argcount = passed;
        type_parameters(s->type_params);
        for (uint32_t i = 0; i < passed; ++i) emit(Op::LOAD_FAST, at, i);
    }
    const uint32_t attributes = defaults | annotations(s);
    function_body(s, is_async, attributes, first_line);
    if (generic) {
        emit(Op::SWAP, at, 2);
        emit(Op::SET_FUNCTION_TYPE_PARAMS, at);
        emit(Op::RETURN_VALUE, at);
        make_function(leave(), 0, at);
        if (passed > 0) {
            emit(Op::SWAP, at, passed + 1);
            emit(Op::CALL, at, passed - 1);
        } else {
            emit(Op::PUSH_NULL, at);
            emit(Op::CALL, at, 0);
        }
    }
    apply_decorators(s->decorator_list);
    store(s->name, at);
}

void Emitter::function_body(const FunctionNode* s, bool is_async, uint32_t attributes, int32_t first_line) {
    enter(is_async ? UnitKind::AsyncFunction : UnitKind::Function, names_.intern(s->name), scopes_.find(s), first_line,
          kNoName);
    declare_parameters(s->args);
    std::string text;
    size_t first = 0;
    if (docstring_of(s->body, text)) {
        first = 1;
        if (options_.optimize < 2) {
            unit().docstring = true;
            unit().append_constant(str_constant(text));
        }
    }
    if (!unit().docstring) unit().append_constant(none_constant());
    if (first == 1) emit(Op::NOP, s->body[0]->range);
    for (size_t i = first; i < s->body.size() && !failed(); ++i) statement(s->body[i]);
    load_none(nowhere());
    emit(Op::RETURN_VALUE, nowhere());
    if (unit().scope->generator || unit().scope->coroutine) wrap_stop_iteration();
    make_function(leave(), attributes, s->range);
}

void Emitter::lambda(const Lambda* e) {
    const uint32_t attributes = default_arguments(e->args, e->range);
    enter(UnitKind::Lambda, names_.intern("<lambda>"), scopes_.find(e), e->range.line, kNoName);
    declare_parameters(e->args);
    unit().append_constant(none_constant());
    expression(e->body);
    if (unit().scope->generator) {
        emit(Op::RETURN_VALUE, e->body->range);
        wrap_stop_iteration();
    } else {
        emit(Op::RETURN_VALUE, e->body->range);
    }
    make_function(leave(), attributes, e->range);
}

/// The rest of a generator's or coroutine's code: a StopIteration that leaves it becomes a RuntimeError.
void Emitter::wrap_stop_iteration() {
    Unit& u = unit();
    u.stop_iteration_handler = true;
    u.stop_iteration = label();
    bind(u.stop_iteration);
    emit(Op::STOPITERATION_ERROR, nowhere());
    emit(Op::RERAISE, nowhere(), 1);
}

// ---- classes ----

void Emitter::class_definition(const ClassDef* s) {
    const int32_t first_line = s->decorator_list.empty() ? s->range.line : s->decorator_list[0]->range.line;
    const SourceRange& at = s->range;
    decorators(s->decorator_list);
    if (!check_keywords(s->keywords)) return;
    const bool generic = !s->type_params.empty();
    if (generic) {
        enter_type_parameters(s, s->name, first_line);
        unit().private_class = names_.intern(s->name);
        type_parameters(s->type_params);
        name(names_.type_params, Context::kStore, at);
    }
    emit(Op::LOAD_BUILD_CLASS, at);
    emit(Op::PUSH_NULL, at);
    class_body(s, first_line);
    load_text(s->name, at);
    if (generic) {
        name(names_.type_params, Context::kLoad, at);
        emit(Op::SUBSCRIPT_GENERIC, at);
        name(names_.generic_base, Context::kStore, at);
    }
    call_with(at, 2, s->bases, s->keywords, generic);
    if (generic) {
        emit(Op::RETURN_VALUE, at);
        make_function(leave(), 0, at);
        emit(Op::PUSH_NULL, at);
        emit(Op::CALL, at, 0);
    }
    apply_decorators(s->decorator_list);
    store(s->name, at);
}

void Emitter::class_body(const ClassDef* s, int32_t first_line) {
    const SourceRange start{first_line, 0, first_line, 0};
    const NameId class_name = names_.intern(s->name);
    enter(UnitKind::Class, class_name, scopes_.find(s), first_line, class_name);
    const Scope& scope = *unit().scope;
    name("__name__", Context::kLoad, start);
    store("__module__", start);
    load_text(unit().qualname, start);
    store("__qualname__", start);
    load(int_constant(first_line), start);
    store("__firstlineno__", start);
    if (!s->type_params.empty()) {
        name(names_.type_params, Context::kLoad, start);
        name(names_.dunder_type_params, Context::kStore, start);
    }
    if (scope.needs_class_dict) {
        emit(Op::LOAD_LOCALS, start);
        emit(Op::STORE_DEREF, start, unit().deref_index(names_.dunder_classdict));
    }
    module_body(s->body);
    std::vector<Constant> attributes;
    for (NameId id : unit().static_attributes.order()) attributes.push_back(str_constant(names_.text(id)));
    load(tuple_constant(std::move(attributes)), nowhere());
    store("__static_attributes__", nowhere());
    if (scope.needs_class_dict) {
        unit().list.add(Pseudo::LoadClosure, unit().deref_index(names_.dunder_classdict), nowhere());
        store("__classdictcell__", nowhere());
    }
    if (scope.needs_class_cell) {
        unit().list.add(Pseudo::LoadClosure, unit().deref_index(names_.dunder_class), nowhere());
        emit(Op::COPY, nowhere(), 1);
        store("__classcell__", nowhere());
    } else {
        load_none(nowhere());
    }
    emit(Op::RETURN_VALUE, nowhere());
    make_function(leave(), 0, s->range);
}

// ---- type parameters (PEP 695, 696) ----

void Emitter::enter_type_parameters(const StmtNode* s, std::string_view of, int32_t first_line) {
    const std::string text = kGenericPrefix + std::string(of) + ">";
    enter(UnitKind::TypeParameters, names_.intern(text), scopes_.find(s, ScopeRole::TypeParameters), first_line, kNoName);
}

/// A function without parameters that gives the bound, constraints or default when they are first asked for.
void Emitter::type_variable_part(const TypeParamNode* node, const ExprNode* value, ScopeRole role, NameId of) {
    enter(UnitKind::TypeParameters, of, scopes_.find(node, role), value->range.line, kNoName);
    auto* star = dyn<Starred>(value);
    if (star && node->kind == Kind::kTypeVarTuple) {
        expression(star->value);
        emit(Op::UNPACK_SEQUENCE, value->range, 1);
    } else {
        expression(value);
    }
    emit(Op::RETURN_VALUE, value->range);
    make_function(leave(), 0, value->range);
}

/// Leaves the tuple of type parameters on the stack.
void Emitter::type_parameters(const Seq<TypeParamNode*>& list) {
    bool seen_default = false;
    for (TypeParamNode* node : list) {
        const SourceRange& at = node->range;
        std::string_view text;
        ExprNode* fallback = nullptr;
        if (auto* t = dyn<TypeVar>(node)) {
            text = t->name;
            fallback = t->default_value;
            load_text(text, at);
            if (t->bound) {
                type_variable_part(node, t->bound, ScopeRole::Bound, names_.intern(text));
                emit(t->bound->kind == Kind::kTuple ? Op::MAKE_TYPEVAR_WITH_CONSTRAINTS : Op::MAKE_TYPEVAR_WITH_BOUND, at);
            } else {
                emit(Op::MAKE_TYPEVAR, at);
            }
        } else if (auto* p = dyn<ParamSpec>(node)) {
            text = p->name;
            fallback = p->default_value;
            load_text(text, at);
            emit(Op::MAKE_PARAMSPEC, at);
        } else {
            auto* v = as<TypeVarTuple>(node);
            text = v->name;
            fallback = v->default_value;
            load_text(text, at);
            emit(Op::MAKE_TYPEVARTUPLE, at);
        }
        if (fallback) {
            seen_default = true;
            type_variable_part(node, fallback, ScopeRole::Default, names_.intern(text));
            emit(Op::SET_TYPEPARAM_DEFAULT, at);
        } else if (seen_default) {
            return fail("non-default type parameter '" + std::string(text) + "' follows default type parameter", at);
        }
        emit(Op::COPY, at, 1);
        store(text, at);
    }
    emit(Op::BUILD_TUPLE, list[0]->range, static_cast<uint32_t>(list.size()));
}

void Emitter::type_alias(const TypeAlias* s) {
    const SourceRange& at = s->range;
    const std::string_view text = as<Name>(s->name)->id;
    const bool generic = !s->type_params.empty();
    if (generic) {
        enter_type_parameters(s, text, at.line);
        load_text(text, at);
        type_parameters(s->type_params);
    } else {
        load_text(text, at);
        load_none(at);
    }
    enter(UnitKind::Function, names_.intern(text), scopes_.find(s), at.line, kNoName);
    unit().append_constant(none_constant());
    expression(s->value);
    emit(Op::RETURN_VALUE, at);
    make_function(leave(), 0, at);
    emit(Op::BUILD_TUPLE, at, 3);
    emit(Op::MAKE_TYPE_ALIAS, at);
    if (generic) {
        emit(Op::RETURN_VALUE, at);
        make_function(leave(), 0, at);
        emit(Op::PUSH_NULL, at);
        emit(Op::CALL, at, 0);
    }
    store(text, at);
}

}  // namespace loopscope::python
