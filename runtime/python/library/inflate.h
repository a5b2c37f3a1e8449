// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace loopscope::python {

/// Unpacks raw deflate data (RFC 1951) that gives exactly `size` bytes. False: it is damaged, `out` is then of no use.
bool inflate(std::string_view packed, size_t size, std::string* out);

}  // namespace loopscope::python
