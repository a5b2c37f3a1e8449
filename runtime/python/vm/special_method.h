// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/vm.h"

/// Special methods without recursion on the C++ stack: their frames are pushed, so that they may be as deep as other calls are,
/// wait, be paused and be stopped.
namespace loopscope::python {

/// The function in Python that v's class has as this special method; null: it has none, or something else.
Function* special_function(Value v, Str* name);

/// `result` is a result or kFramePushed, for frames above `before`: what `then` makes of it, or kFramePushed.
Ref and_then(Frame* before, Ref result, Then then, Value kept = {});
/// The same after `callable(*args)`.
Ref call_then(Value callable, const Args& args, Then then, Value kept = {});
Ref call_then(Value callable, Value a, Then then, Value kept = {});

// The operations of protocol.h of the same names as tail calls: they may return kFramePushed.
Ref repr_tail(Value v);
Ref str_tail(Value v);
Ref format_tail(Value v, Str* spec);
Ref iterate_tail(Value v);
Ref truth_tail(Value v);  // a bool
/// `quiet`: null without an exception where no code had to run to find that there is none.
Ref get_attr_tail(Value v, Str* name, bool quiet = false);
/// Pushes the function in Python that sets (`value` null: deletes) the attribute: a class's __setattr__, a property's setter, a
/// descriptor's __set__. Its result is discarded. False: there is none, or (if `failed()`) an exception.
bool push_set_attr(Value v, Str* name, Value value);

}  // namespace loopscope::python
