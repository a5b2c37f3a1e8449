// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/bytes.h"

/// What the files of `binascii` share.
namespace loopscope::python {

extern Type* binascii_error;
/// Decoders take bytes-like objects or ASCII text.
bool ascii_input(Value v, BytesView* out);
/// 0 to 15, or -1.
int hex_digit(uint8_t c);
/// An int modulo 2**32.
bool low_32_bits(Value v, uint32_t* out);

/// uuencode and quoted-printable.
extern const NativeDef kBinasciiMailFunctions[];

}  // namespace loopscope::python
