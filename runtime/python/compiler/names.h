// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace loopscope::python {

/// A name of the program, as a small number; 0 is "no name".
using NameId = uint32_t;
inline constexpr NameId kNoName = 0;

/// All names of one compilation. Texts stay valid as long as the table.
class NameTable {
public:
    NameTable();

    NameId intern(std::string_view text);
    std::string_view text(NameId id) const { return texts_[id]; }

    /// `name` as it is stored inside class `owner` (kNoName: outside any class): `__x` becomes `_Owner__x`.
    NameId mangle(NameId owner, NameId name);

    NameId dunder_class, dunder_classdict, dunder_debug, dunder_annotations, dunder_type_params, iterator, defaults,
        kwdefaults, type_params, generic_base, super, self;

private:
    std::deque<std::string> texts_;
    std::unordered_map<std::string_view, NameId> ids_;
};

/// A small ordered set of names.
class NameSet {
public:
    bool contains(NameId id) const { return std::binary_search(ids_.begin(), ids_.end(), id); }

    void insert(NameId id) {
        auto at = std::lower_bound(ids_.begin(), ids_.end(), id);
        if (at == ids_.end() || *at != id) ids_.insert(at, id);
    }

    void erase(NameId id) {
        auto at = std::lower_bound(ids_.begin(), ids_.end(), id);
        if (at != ids_.end() && *at == id) ids_.erase(at);
    }

    void insert(const NameSet& other) {
        if (other.ids_.empty()) return;
        std::vector<NameId> merged;
        merged.reserve(ids_.size() + other.ids_.size());
        std::set_union(ids_.begin(), ids_.end(), other.ids_.begin(), other.ids_.end(), std::back_inserter(merged));
        ids_ = std::move(merged);
    }

    bool empty() const { return ids_.empty(); }
    size_t size() const { return ids_.size(); }
    auto begin() const { return ids_.begin(); }
    auto end() const { return ids_.end(); }

private:
    std::vector<NameId> ids_;
};

}  // namespace loopscope::python
