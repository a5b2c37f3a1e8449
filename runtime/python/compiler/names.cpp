// SPDX-License-Identifier: MIT
#include "python/compiler/names.h"

namespace loopscope::python {

NameTable::NameTable() {
    texts_.emplace_back();
    dunder_class = intern("__class__");
    dunder_classdict = intern("__classdict__");
    dunder_debug = intern("__debug__");
    dunder_annotations = intern("__annotations__");
    dunder_type_params = intern("__type_params__");
    iterator = intern(".0");
    defaults = intern(".defaults");
    kwdefaults = intern(".kwdefaults");
    type_params = intern(".type_params");
    generic_base = intern(".generic_base");
    super = intern("super");
    self = intern("self");
}

NameId NameTable::intern(std::string_view text) {
    auto found = ids_.find(text);
    if (found != ids_.end()) return found->second;
    const NameId id = static_cast<NameId>(texts_.size());
    texts_.emplace_back(text);
    ids_.emplace(texts_.back(), id);
    return id;
}

NameId NameTable::mangle(NameId owner, NameId name) {
    if (owner == kNoName) return name;
    const std::string_view plain = text(name);
    if (!plain.starts_with("__") || plain.ends_with("__") || plain.find('.') != std::string_view::npos) return name;
    std::string_view prefix = text(owner);
    const size_t start = prefix.find_first_not_of('_');
    if (start == std::string_view::npos) return name;
    std::string mangled = "_";
    mangled += prefix.substr(start);
    mangled += plain;
    return intern(mangled);
}

}  // namespace loopscope::python
