// SPDX-License-Identifier: MIT
#include "python/compiler/emitter.h"

#include <algorithm>

namespace loopscope::python {

Emitter::Emitter(NameTable& names, ScopeTree& scopes, std::string_view filename, const CompileOptions& options,
                 int32_t last_future_line, std::vector<Diagnostic>& warnings)
    : names_(names),
      scopes_(scopes),
      filename_(filename),
      options_(options),
      last_future_line_(last_future_line),
      warnings_(warnings),
      folder_(options.optimize == 0) {}

std::shared_ptr<const Code> Emitter::run(const ast::ModNode& module) {
    enter(UnitKind::Module, names_.intern("<module>"), scopes_.root(), 1, kNoName);
    if (auto* m = ast::dyn<ast::Module>(&module)) {
        module_body(m->body);
        load_none({});
    } else if (auto* i = ast::dyn<ast::Interactive>(&module)) {
        interactive_ = true;
        module_body(i->body);
        load_none({});
    } else {
        expression(ast::as<ast::Expression>(&module)->body);
    }
    emit(Op::RETURN_VALUE, {});
    return leave();
}

void Emitter::enter(UnitKind kind, NameId name, Scope* scope, int32_t first_line, NameId private_class) {
    std::string qualname = kind == UnitKind::Module ? std::string(names_.text(name)) : qualified_name(name);
    auto fresh = std::make_unique<Unit>();
    Unit& u = *fresh;
    u.scope = scope;
    u.kind = kind;
    u.name = name;
    u.qualname = std::move(qualname);
    u.first_line = first_line;
    u.private_class = private_class != kNoName ? private_class : units_.empty() ? kNoName : unit().private_class;

    for (NameId parameter : scope->parameters) u.locals.get(parameter);
    std::vector<NameId> cells, frees;
    for (const Symbol& symbol : scope->symbols) {
        // A free variable that is a cell of an inlined comprehension uses its own slot for both in turn.
        if (symbol.resolution == Resolution::Cell ||
            (symbol.flags & kComprehensionCell && symbol.resolution != Resolution::Free))
            cells.push_back(symbol.name);
        if (symbol.resolution == Resolution::Free || symbol.flags & kFreeInClass) frees.push_back(symbol.name);
    }
    auto by_text = [&](NameId l, NameId r) { return names_.text(l) < names_.text(r); };
    for (std::vector<NameId>* list : {&cells, &frees}) {
        std::ranges::make_heap(*list, by_text);  // std::sort is ten times the code of heap sort
        std::ranges::sort_heap(*list, by_text);
    }
    for (NameId id : cells) u.cells.get(id);
    if (scope->needs_class_cell) u.cells.get(names_.dunder_class);
    if (scope->needs_class_dict) u.cells.get(names_.dunder_classdict);
    for (NameId id : frees) u.frees.get(id);

    units_.push_back(std::move(fresh));
    emit(Op::RESUME, kind == UnitKind::Module ? SourceRange{} : SourceRange{first_line, 0, first_line, 0}, 0);
}

std::shared_ptr<Code> Emitter::leave() {
    std::unique_ptr<Unit> done = std::move(units_.back());
    units_.pop_back();
    if (failed_) return nullptr;
    std::shared_ptr<Code> code = finish(*done, names_, filename_, options_.postponed_annotations);
    if (!code)
        fail("'" + done->qualname + "' is too large or cannot be compiled",
             {done->first_line, 0, done->first_line, 0});
    return code;
}

std::string Emitter::qualified_name(NameId name) {
    const std::string own(names_.text(name));
    if (units_.size() <= 1) return own;
    const Unit* outer = units_.back().get();
    if (outer->kind == UnitKind::TypeParameters) {
        if (units_.size() == 2) return own;
        outer = units_[units_.size() - 2].get();
    }
    // What a `global` statement binds elsewhere has no enclosing scope in its name.
    const NameId stored = mangled_in(*outer->scope, names_, name);
    if (outer->scope->resolution_of(stored) == Resolution::GlobalExplicit) return own;
    const bool locals = outer->kind == UnitKind::Function || outer->kind == UnitKind::AsyncFunction ||
                        outer->kind == UnitKind::Lambda;
    return outer->qualname + (locals ? ".<locals>." : ".") + own;
}

void Emitter::fail(std::string message, const SourceRange& at) {
    if (failed_) return;
    failed_ = true;
    error_ = {DiagnosticKind::kSyntaxError, std::move(message), at};
}

void Emitter::warn(std::string message, const SourceRange& at) {
    if (!failed_) warnings_.push_back({DiagnosticKind::kSyntaxWarning, std::move(message), at});
}

void Emitter::emit(Op op, const SourceRange& at, uint32_t arg) { unit().list.add(op, arg, at); }
void Emitter::emit_jump(Op op, Label target, const SourceRange& at) { unit().list.add(op, target, at); }
void Emitter::emit_setup(Pseudo op, Label handler, const SourceRange& at) { unit().list.add(op, handler, at); }
void Emitter::emit_pop_block() { unit().list.add(Pseudo::PopBlock, 0u, SourceRange{}); }
void Emitter::load(const Constant& value, const SourceRange& at) { emit(Op::LOAD_CONST, at, unit().constant(value)); }
void Emitter::load_none(const SourceRange& at) { load(Constant{}, at); }
void Emitter::load_text(std::string_view text, const SourceRange& at) { load(str_constant(text), at); }

void Emitter::push_block(const FrameBlock& block) {
    if (unit().blocks.size() >= kMaxFrameBlocks) fail("too many statically nested blocks", block.range);
    unit().blocks.push_back(block);
}

}  // namespace loopscope::python
