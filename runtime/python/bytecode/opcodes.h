// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

/// The instruction set, in one table.
///
/// A program is an array of 32-bit words. An instruction is one word, `op` in the low 8 bits and `arg` in the high 24,
/// followed by one extra word if the table says so. Fused instructions split `arg` into `a` (low 12 bits) and `b`
/// (high 12 bits). Jump targets are absolute word indices and always name the first word of an instruction.
///
/// Columns: NAME, operand (what `arg` means), extra (what the second word holds, if there is one), values popped, values
/// pushed on fall-through, net stack effect when the jump is taken (0 for what does not jump), meaning. Stack pictures
/// have the top at the right; `()` marks an empty slot (NULL), "->" separates before and after.
///
/// Truth tests are done by the instruction that needs them (jumps, UNARY_NOT): there is no TO_BOOL. FOR_ITER pops an
/// exhausted iterator itself: there is no END_FOR. A loop or a function can be interrupted at RESUME and JUMP_BACKWARD
/// only: the VM checks its budget there.
///
/// Calls: [callable, self_or_null, arg0 .. argN-1]. A `self` that is not NULL is one more positional argument in front.
///
/// Exceptions: the table in Code maps a word range to (handler, depth, lasti). To enter a handler the VM cuts the value
/// stack to `depth`, pushes the int offset of the raising instruction if `lasti` is set, then pushes the exception.
#define LOOPSCOPE_PYTHON_OPCODES(X)                                                                                    \
    /* -- stack ------------------------------------------------------------------------------------------------- */   \
    X(NOP, None, None, 0, 0, 0, "Does nothing; carries a line.")                                                       \
    X(POP_TOP, None, None, 1, 0, 0, "Drops the top: [v] -> [].")                                                       \
    X(COPY, Count, None, arg, arg + 1, 0, "Pushes again what is `arg` from the top (1 is the top): [v, ..] -> [v, .., v].")\
    X(SWAP, Count, None, arg, arg, 0, "Exchanges the top with what is `arg` from the top (1 is the top): [u, .., v] -> [v, .., u].")\
    X(PUSH_NULL, None, None, 0, 1, 0, "Pushes an empty slot: [] -> [()].")                                             \
    /* -- constants and variables ------------------------------------------------------------------------------- */   \
    X(LOAD_CONST, Const, None, 0, 1, 0, "Pushes constants[arg]: [] -> [v].")                                           \
    X(LOAD_FAST, Local, None, 0, 1, 0, "Pushes a local that is known to be bound (or, to build a closure, the cell in that slot): [] -> [v].")\
    X(LOAD_FAST_CHECK, Local, None, 0, 1, 0, "Pushes a local, UnboundLocalError if it is empty: [] -> [v].")           \
    X(LOAD_FAST_AND_CLEAR, Local, None, 0, 1, 0, "Moves a local onto the stack and empties it; an unbound one pushes NULL: [] -> [v or ()].")\
    X(STORE_FAST, Local, None, 1, 0, 0, "Pops into a local; NULL makes it unbound: [v or ()] -> [].")                  \
    X(DELETE_FAST, Local, None, 0, 0, 0, "Empties a local, UnboundLocalError if it is empty already.")                 \
    X(MAKE_CELL, Local, None, 0, 0, 0, "Replaces the slot's value (or emptiness) by a new cell that holds it.")        \
    X(COPY_FREE_VARS, Count, None, 0, 0, 0, "Copies the function's `arg` closure cells into the last `arg` slots.")    \
    X(LOAD_DEREF, Local, None, 0, 1, 0, "Pushes the content of the cell in a slot; if empty UnboundLocalError for an own variable, NameError for a free one: [] -> [v].")\
    X(STORE_DEREF, Local, None, 1, 0, 0, "Pops into the cell in a slot: [v] -> [].")                                   \
    X(DELETE_DEREF, Local, None, 0, 0, 0, "Empties the cell in a slot, error as LOAD_DEREF if it is empty already.")   \
    X(LOAD_NAME, Name, Cache, 0, 1, 0, "Pushes a name looked up in locals, globals, builtins; else NameError: [] -> [v].")\
    X(STORE_NAME, Name, Cache, 1, 0, 0, "locals[name] = v: [v] -> [].")                                                 \
    X(DELETE_NAME, Name, None, 0, 0, 0, "del locals[name]; NameError if there is none.")                               \
    X(LOAD_GLOBAL, NameFlag, Cache, 0, 1 + (arg & 1), 0, "Pushes names[arg >> 1] looked up in globals, builtins; arg & 1 also pushes NULL for a call: [] -> [v] or [v, ()].")\
    X(STORE_GLOBAL, Name, Cache, 1, 0, 0, "globals[name] = v: [v] -> [].")                                              \
    X(DELETE_GLOBAL, Name, None, 0, 0, 0, "del globals[name]; NameError if there is none.")                            \
    X(LOAD_LOCALS, None, None, 0, 1, 0, "Pushes the frame's locals mapping: [] -> [mapping].")                         \
    X(LOAD_FROM_DICT_OR_DEREF, Local, None, 1, 1, 0, "Looks the slot's name up in the mapping, else in the cell: [mapping] -> [v].")\
    X(LOAD_FROM_DICT_OR_GLOBALS, Name, None, 1, 1, 0, "Looks the name up in the mapping, else in globals, builtins: [mapping] -> [v].")\
    X(LOAD_BUILD_CLASS, None, None, 0, 1, 0, "Pushes builtins.__build_class__: [] -> [f].")                            \
    X(LOAD_ASSERTION_ERROR, None, None, 0, 1, 0, "Pushes AssertionError itself, whatever the name is bound to: [] -> [type].")\
    X(SETUP_ANNOTATIONS, None, None, 0, 0, 0, "Binds __annotations__ to a new dict in locals unless it is there.")     \
    /* -- attributes and items ---------------------------------------------------------------------------------- */   \
    X(LOAD_ATTR, Name, Cache, 1, 1, 0, "Attribute: [obj] -> [obj.name].")                                              \
    X(LOAD_METHOD, Name, Cache, 1, 2, 0, "Attribute about to be called: [obj] -> [function, obj] if it is a plain method found on the type, else [attr, ()].")\
    X(LOAD_SUPER_ATTR, SuperName, None, 3, 1 + (arg & 1), 0, "super(cls, self).names[arg >> 2] without building the super object if the first is builtins.super; arg & 1: as LOAD_METHOD; arg & 2: cls and self were written out (else zero-argument super()): [super, cls, self] -> [attr] or [function, self] or [attr, ()].")\
    X(STORE_ATTR, Name, Cache, 2, 0, 0, "obj.name = v: [v, obj] -> [].")                                               \
    X(DELETE_ATTR, Name, None, 1, 0, 0, "del obj.name: [obj] -> [].")                                                  \
    X(BINARY_SUBSCR, None, None, 2, 1, 0, "[obj, key] -> [obj[key]].")                                                 \
    X(STORE_SUBSCR, None, None, 3, 0, 0, "obj[key] = v: [v, obj, key] -> [].")                                         \
    X(DELETE_SUBSCR, None, None, 2, 0, 0, "del obj[key]: [obj, key] -> [].")                                           \
    X(BINARY_SLICE, None, None, 3, 1, 0, "[obj, start, stop] -> [obj[start:stop]].")                                   \
    X(STORE_SLICE, None, None, 4, 0, 0, "obj[start:stop] = v: [v, obj, start, stop] -> [].")                           \
    X(BUILD_SLICE, Count, None, arg, 1, 0, "arg is 2 or 3: [start, stop] or [start, stop, step] -> [slice].")          \
    /* -- operators --------------------------------------------------------------------------------------------- */   \
    X(UNARY_NEGATIVE, None, None, 1, 1, 0, "[v] -> [-v].")                                                             \
    X(UNARY_POSITIVE, None, None, 1, 1, 0, "[v] -> [+v].")                                                             \
    X(UNARY_INVERT, None, None, 1, 1, 0, "[v] -> [~v].")                                                               \
    X(UNARY_NOT, None, None, 1, 1, 0, "[v] -> [not v].")                                                               \
    X(BINARY_OP, BinaryOp, None, 2, 1, 0, "arg is a BinaryOperator (with in-place forms): [l, r] -> [l op r].")              \
    X(COMPARE_OP, CompareOp, None, 2, 1, 0, "arg is a CompareOperator; the result is any object: [l, r] -> [l op r].")       \
    X(IS_OP, Flag, None, 2, 1, 0, "arg 1 negates: [l, r] -> [l is r].")                                                \
    X(CONTAINS_OP, Flag, None, 2, 1, 0, "arg 1 negates: [item, container] -> [item in container].")                    \
    /* -- jumps ------------------------------------------------------------------------------------------------- */   \
    X(JUMP, Jump, None, 0, 0, 0, "Jumps forward.")                                                                     \
    X(JUMP_BACKWARD, Jump, None, 0, 0, 0, "Jumps backward; the VM checks its budget here.")                            \
    X(JUMP_BACKWARD_NO_INTERRUPT, Jump, None, 0, 0, 0, "Jumps backward inside an await or yield from, where no check may happen.")\
    X(POP_JUMP_IF_FALSE, Jump, None, 1, 0, -1, "Tests the truth of the popped value: [v] -> [].")                      \
    X(POP_JUMP_IF_TRUE, Jump, None, 1, 0, -1, "Tests the truth of the popped value: [v] -> [].")                       \
    X(POP_JUMP_IF_NONE, Jump, None, 1, 0, -1, "Jumps if the popped value is None: [v] -> [].")                         \
    X(POP_JUMP_IF_NOT_NONE, Jump, None, 1, 0, -1, "Jumps if the popped value is not None: [v] -> [].")                 \
    X(JUMP_IF_FALSE_OR_POP, Jump, None, 1, 0, 0, "`and`: a false value stays and it jumps, a true one is popped: [v] -> [v] or [].")\
    X(JUMP_IF_TRUE_OR_POP, Jump, None, 1, 0, 0, "`or`: a true value stays and it jumps, a false one is popped: [v] -> [v] or [].")\
    /* -- iteration --------------------------------------------------------------------------------------------- */   \
    X(GET_ITER, None, None, 1, 1, 0, "[v] -> [iter(v)].")                                                              \
    X(FOR_ITER, Jump, None, 1, 2, -1, "Next value; an exhausted iterator is popped and it jumps: [it] -> [it, v] or [].")\
    X(GET_LEN, None, None, 1, 2, 0, "[v] -> [v, len(v)].")                                                             \
    X(UNPACK_SEQUENCE, Count, None, 1, arg, 0, "Exactly arg items, the first on top: [seq] -> [vN-1, .., v0].")        \
    X(UNPACK_EX, Pair, None, 1, a + b + 1, 0, "a items, a list of the rest, b items, the first on top: [seq] -> [.., rest, .., v0].")\
    /* -- building ---------------------------------------------------------------------------------------------- */   \
    X(BUILD_TUPLE, Count, None, arg, 1, 0, "[v0 .. vN-1] -> [tuple].")                                                 \
    X(BUILD_LIST, Count, None, arg, 1, 0, "[v0 .. vN-1] -> [list].")                                                   \
    X(BUILD_SET, Count, None, arg, 1, 0, "[v0 .. vN-1] -> [set].")                                                     \
    X(BUILD_MAP, Count, None, 2 * arg, 1, 0, "[k0, v0 .. kN-1, vN-1] -> [dict].")                                      \
    X(BUILD_CONST_KEY_MAP, Count, None, arg + 1, 1, 0, "Keys come as one tuple: [v0 .. vN-1, keys] -> [dict].")        \
    X(BUILD_STRING, Count, None, arg, 1, 0, "Joins strings: [s0 .. sN-1] -> [str].")                                   \
    X(LIST_APPEND, Count, None, 1, 0, 0, "Appends the popped value to the list that is then `arg` from the top (1 is the top): [list, .., v] -> [list, ..].")\
    X(SET_ADD, Count, None, 1, 0, 0, "As LIST_APPEND, to a set.")                                                      \
    X(MAP_ADD, Count, None, 2, 0, 0, "dict[k] = v, the dict being `arg` from the top after both are popped: [dict, .., k, v] -> [dict, ..].")\
    X(LIST_EXTEND, Count, None, 1, 0, 0, "Extends the list as LIST_APPEND; TypeError \"Value after * must be an iterable, not X\".")\
    X(SET_UPDATE, Count, None, 1, 0, 0, "Updates the set with any iterable.")                                          \
    X(DICT_UPDATE, Count, None, 1, 0, 0, "{**m}: updates the dict from a mapping; TypeError \"'X' object is not a mapping\".")\
    X(DICT_MERGE, Count, None, 1, 0, 0, "f(**m): as DICT_UPDATE but a key twice is an error that names the callable, which is 3 below the dict: [callable, self_or_null, args, dict, .., m] -> [callable, self_or_null, args, dict, ..].")\
    X(LIST_TO_TUPLE, None, None, 1, 1, 0, "[list] -> [tuple]; the list is not used afterwards.")                       \
    X(FORMAT_SIMPLE, None, None, 1, 1, 0, "format(v, \"\"), a str stays itself: [v] -> [str].")                        \
    X(FORMAT_WITH_SPEC, None, None, 2, 1, 0, "[v, spec] -> [format(v, spec)].")                                        \
    X(CONVERT_VALUE, Conversion, None, 1, 1, 0, "arg is a Conversion: [v] -> [str(v), repr(v) or ascii(v)].")          \
    /* -- functions and calls ----------------------------------------------------------------------------------- */   \
    X(RESUME, Resume, None, 0, 0, 0, "Where a frame starts (0) or goes on after yield (1), yield from (2), await (3); +4 if only the generator's outermost handler covers it. The VM checks its budget here.")\
    X(MAKE_FUNCTION, None, None, 1, 1, 0, "[code] -> [function].")                                                     \
    X(SET_FUNCTION_ATTRIBUTE, FunctionAttribute, None, 2, 1, 0, "arg is one FunctionAttribute: [v, function] -> [function].")\
    X(CALL, Count, Cache, arg + 2, 1, 0, "Positional call: [callable, self_or_null, arg0 .. argN-1] -> [result].")     \
    X(CALL_KW, Count, Const, arg + 2, 1, 0, "arg counts all arguments; the second word is the constant with the tuple of the last ones' names: [callable, self_or_null, arg0 .. argN-1] -> [result].")\
    X(CALL_FUNCTION_EX, Flag, None, 3 + (arg & 1), 1, 0, "args is any iterable, arg 1: kwargs is a mapping: [callable, self_or_null, args] or [.., args, kwargs] -> [result].")\
    X(RETURN_VALUE, None, None, 1, 0, 0, "Returns the popped value: [v] -> .")                                         \
    X(RETURN_CONST, Const, None, 0, 0, 0, "Returns constants[arg].")                                                   \
    /* -- generators and coroutines ----------------------------------------------------------------------------- */   \
    X(RETURN_GENERATOR, None, None, 0, 1, 0, "Makes the generator, coroutine or async generator (by the code's flags) that owns this frame and returns it to the caller; the first send resumes after it with None pushed: [] -> [None].")\
    X(YIELD_VALUE, Flag, None, 1, 1, 0, "Suspends; resumed by send(x), x is pushed. arg 1: it passes on what an inner awaitable or sub-generator yielded: [v] -> [x].")\
    X(ASYNC_GEN_WRAP, None, None, 1, 1, 0, "Marks a value as yielded by the async generator itself: [v] -> [wrapped].")\
    X(GET_YIELD_FROM_ITER, None, None, 1, 1, 0, "iter(v), but a generator stays itself and so does a coroutine if this is an iterable coroutine: [v] -> [it].")\
    X(GET_AWAITABLE, Awaited, None, 1, 1, 0, "Iterator to await; arg (Awaited) tells which protocol asked, for the error text: [v] -> [it].")\
    X(SEND, Jump, None, 2, 2, 0, "Sends v into the receiver: [it, v] -> [it, yielded], or [it, returned] and jumps.")  \
    X(END_SEND, None, None, 2, 1, 0, "[it, v] -> [v].")                                                                \
    X(CLEANUP_THROW, None, None, 3, 2, 0, "Handler of an await into which was thrown: a StopIteration gives its value, else re-raises: [it, last, exc] -> [None, value].")\
    X(GET_AITER, None, None, 1, 1, 0, "[v] -> [v.__aiter__()], checked to have __anext__.")                            \
    X(GET_ANEXT, None, None, 1, 2, 0, "[ait] -> [ait, awaitable iterator of __anext__()].")                            \
    X(END_ASYNC_FOR, None, None, 2, 0, 0, "Handler of async for: StopAsyncIteration ends the loop, anything else is re-raised: [ait, exc] -> [].")\
    X(STOPITERATION_ERROR, None, None, 1, 1, 0, "Handler around every generator body: turns StopIteration (in async generators also StopAsyncIteration) into RuntimeError with the cause set: [exc] -> [exc].")\
    /* -- exceptions -------------------------------------------------------------------------------------------- */   \
    X(RAISE_VARARGS, Count, None, arg, 0, 0, "0 re-raises the handled one, 1 [exc], 2 [exc, cause].")                  \
    X(PUSH_EXC_INFO, None, None, 1, 2, 0, "Makes exc the handled exception, the previous one (or None) under it: [exc] -> [previous, exc].")\
    X(POP_EXCEPT, None, None, 1, 0, 0, "Makes the popped one the handled exception again: [previous] -> [].")          \
    X(RERAISE, Count, None, 1, 0, 0, "Raises the popped exception again keeping its traceback; if arg is not 0 the int `arg` from the top after the pop is the offset that counts as raising: [.., exc] -> .")\
    X(CHECK_EXC_MATCH, None, None, 1, 1, 0, "[exc, type] -> [exc, bool]; TypeError if type is no exception class or tuple of such. Counted without exc, which stays.")\
    X(CHECK_EG_MATCH, None, None, 2, 2, 0, "except*: [exc, type] -> [rest or None, matched or None]; a match becomes the handled exception.")\
    X(PREP_RERAISE_STAR, None, None, 2, 1, 0, "End of except*: [original, list of raised and unmatched] -> [exception to raise or None].")\
    X(BEFORE_WITH, None, None, 1, 2, 0, "[manager] -> [bound __exit__, result of __enter__()].")                       \
    X(BEFORE_ASYNC_WITH, None, None, 1, 2, 0, "[manager] -> [bound __aexit__, result of __aenter__()].")               \
    X(WITH_EXCEPT_START, None, None, 4, 5, 0, "Calls exit(type, exc, traceback): [exit, lasti, previous, exc] -> [exit, lasti, previous, exc, result].")\
    /* -- imports ----------------------------------------------------------------------------------------------- */   \
    X(IMPORT_NAME, Name, None, 2, 1, 0, "[level, fromlist] -> [module].")                                              \
    X(IMPORT_FROM, Name, None, 1, 2, 0, "[module] -> [module, attribute or submodule].")                               \
    X(IMPORT_STAR, None, None, 1, 0, 0, "Copies the module's public names into locals: [module] -> [].")               \
    /* -- match ------------------------------------------------------------------------------------------------- */   \
    X(MATCH_SEQUENCE, None, None, 1, 2, 0, "[subject] -> [subject, bool].")                                            \
    X(MATCH_MAPPING, None, None, 1, 2, 0, "[subject] -> [subject, bool].")                                             \
    X(MATCH_KEYS, None, None, 2, 3, 0, "[subject, keys] -> [subject, keys, tuple of values or None].")                 \
    X(MATCH_CLASS, Count, None, 3, 1, 0, "arg positional sub-patterns: [subject, type, keyword names] -> [tuple of attributes or None].")\
    /* -- type parameters --------------------------------------------------------------------------------------- */   \
    X(MAKE_TYPEVAR, None, None, 1, 1, 0, "[name] -> [TypeVar].")                                                       \
    X(MAKE_TYPEVAR_WITH_BOUND, None, None, 2, 1, 0, "[name, function that gives the bound] -> [TypeVar].")             \
    X(MAKE_TYPEVAR_WITH_CONSTRAINTS, None, None, 2, 1, 0, "[name, function that gives the tuple] -> [TypeVar].")       \
    X(MAKE_PARAMSPEC, None, None, 1, 1, 0, "[name] -> [ParamSpec].")                                                   \
    X(MAKE_TYPEVARTUPLE, None, None, 1, 1, 0, "[name] -> [TypeVarTuple].")                                             \
    X(SET_TYPEPARAM_DEFAULT, None, None, 2, 1, 0, "[typeparam, function that gives the default] -> [typeparam].")      \
    X(SET_FUNCTION_TYPE_PARAMS, None, None, 2, 1, 0, "[function, tuple] -> [function].")                               \
    X(SUBSCRIPT_GENERIC, None, None, 1, 1, 0, "[tuple of type parameters] -> [typing.Generic[those]].")                \
    X(MAKE_TYPE_ALIAS, None, None, 1, 1, 0, "[(name, type parameters or None, function that gives the value)] -> [TypeAliasType].")\
    /* -- other ------------------------------------------------------------------------------------------------- */   \
    X(PRINT_EXPR, None, None, 1, 0, 0, "Interactive mode: sys.displayhook(v): [v] -> [].")                             \
    /* -- fused by the peephole pass; each is exactly its parts in order ----------------------------------------- */  \
    X(LOAD_FAST_LOAD_FAST, LocalLocal, None, 0, 2, 0, "LOAD_FAST a, LOAD_FAST b: [] -> [v, w].")                       \
    X(LOAD_FAST_LOAD_CONST, LocalConst, None, 0, 2, 0, "LOAD_FAST a, LOAD_CONST b: [] -> [v, w].")                     \
    X(LOAD_FAST_LOAD_ATTR, LocalName, Cache, 0, 1, 0, "LOAD_FAST a, LOAD_ATTR b: [] -> [local.name].")                 \
    X(STORE_FAST_LOAD_FAST, LocalLocal, None, 1, 1, 0, "STORE_FAST a, LOAD_FAST b: [v] -> [w].")                       \
    X(STORE_FAST_STORE_FAST, LocalLocal, None, 2, 0, 0, "STORE_FAST a, STORE_FAST b: [w, v] -> [].")                   \
    X(BINARY_OP_CONST, BinaryOpConst, None, 1, 1, 0, "LOAD_CONST b, BINARY_OP a: [l] -> [l op const].")                \
    X(BINARY_OP_FAST_CONST, LocalConst, BinaryOp, 0, 1, 0, "LOAD_FAST a, LOAD_CONST b, BINARY_OP (second word): [] -> [local op const].")\
    X(BINARY_OP_FAST_FAST, LocalLocal, BinaryOp, 0, 1, 0, "LOAD_FAST a, LOAD_FAST b, BINARY_OP (second word): [] -> [local op local].")\
    X(COMPARE_OP_JUMP, CompareSense, Jump, 2, 0, -2, "COMPARE_OP (arg & 7), then jumps to the second word if the truth of the result equals arg >> 3: [l, r] -> [].")\
    X(COMPARE_FAST_CONST_JUMP, LocalConst, CompareJump, 0, 0, 0, "LOAD_FAST a, LOAD_CONST b, COMPARE_OP_JUMP; second word: low 8 bits CompareOp | sense << 3, high 24 bits target.")\
    X(COMPARE_FAST_FAST_JUMP, LocalLocal, CompareJump, 0, 0, 0, "LOAD_FAST a, LOAD_FAST b, COMPARE_OP_JUMP; second word as COMPARE_FAST_CONST_JUMP.")\
    X(FOR_ITER_STORE_FAST, Local, Jump, 1, 1, -1, "FOR_ITER (target in the second word), STORE_FAST arg: [it] -> [it], or [] and jumps.")\
    X(RETURN_FAST, Local, None, 0, 0, 0, "LOAD_FAST arg, RETURN_VALUE.")

namespace loopscope::python {

enum class Op : uint8_t {
#define LOOPSCOPE_X(name, ...) name,
    LOOPSCOPE_PYTHON_OPCODES(LOOPSCOPE_X)
#undef LOOPSCOPE_X
};

inline constexpr int kOpcodeCount = 0
#define LOOPSCOPE_X(...) +1
    LOOPSCOPE_PYTHON_OPCODES(LOOPSCOPE_X)
#undef LOOPSCOPE_X
    ;

/// Numbers from here to 255 are the VM's own, for quickened forms in its private copy; they never appear in Code.
inline constexpr int kFirstVmOpcode = 160;
static_assert(kOpcodeCount <= kFirstVmOpcode);

/// What `arg` means.
enum class Operand : uint8_t {
    None, Count, Flag, Const, Name, NameFlag, SuperName, Local, Jump, Pair, BinaryOp, CompareOp, CompareSense, Conversion,
    Resume, FunctionAttribute, Awaited, LocalLocal, LocalConst, LocalName, BinaryOpConst,
};

/// What the second word holds. Cache: a slot number, unique in the Code and below its cache_count.
enum class Extra : uint8_t { None, Cache, Const, Jump, BinaryOp, CompareJump };

/// Numbered as `operator` in CPython's BINARY_OP; the in-place forms follow in the same order.
enum class BinaryOperator : uint8_t {
    Add, And, FloorDivide, LeftShift, MatrixMultiply, Multiply, Remainder, Or, Power, RightShift, Subtract, TrueDivide, Xor,
    InplaceAdd, InplaceAnd, InplaceFloorDivide, InplaceLeftShift, InplaceMatrixMultiply, InplaceMultiply, InplaceRemainder,
    InplaceOr, InplacePower, InplaceRightShift, InplaceSubtract, InplaceTrueDivide, InplaceXor,
};
inline constexpr int kInplaceOffset = 13;

enum class CompareOperator : uint8_t { Less, LessEqual, Equal, NotEqual, Greater, GreaterEqual };
enum class Conversion : uint8_t { Str = 1, Repr = 2, Ascii = 3 };

/// Defaults: tuple. KeywordDefaults: dict. Annotations: tuple of name, value, name, value... Closure: tuple of cells.
enum class FunctionAttribute : uint8_t { Defaults = 1, KeywordDefaults = 2, Annotations = 4, Closure = 8 };

enum class Awaited : uint8_t { Expression = 0, AsyncEnter = 1, AsyncExit = 2 };

inline constexpr uint32_t kMaxArg = 0xFFFFFF;
inline constexpr uint32_t kMaxHalf = 0xFFF;
/// Stored in `arg` of RESUME: the lower two bits say after what, this one that only the outermost handler covers it.
inline constexpr uint32_t kResumeOutermost = 4;

constexpr uint32_t encode(Op op, uint32_t arg) { return static_cast<uint32_t>(op) | arg << 8; }
constexpr uint32_t encode(Op op, uint32_t a, uint32_t b) { return encode(op, a | b << 12); }
constexpr Op op_of(uint32_t word) { return static_cast<Op>(word & 0xFF); }
constexpr uint32_t arg_of(uint32_t word) { return word >> 8; }
constexpr uint32_t a_of(uint32_t word) { return word >> 8 & kMaxHalf; }
constexpr uint32_t b_of(uint32_t word) { return word >> 20; }

struct OpInfo {
    const char* name;
    Operand operand;
    Extra extra;
};

/// Defined in opcodes.cpp; index by static_cast<uint8_t>(op), below kOpcodeCount only.
extern const OpInfo kOpInfo[];

inline const OpInfo& info_of(Op op) { return kOpInfo[static_cast<uint8_t>(op)]; }

constexpr bool has_extra_word(Op op) {
    switch (op) {
#define LOOPSCOPE_X(name, operand, extra, ...) \
    case Op::name: return Extra::extra != Extra::None;
        LOOPSCOPE_PYTHON_OPCODES(LOOPSCOPE_X)
#undef LOOPSCOPE_X
    }
    return false;
}

/// 1 or 2 words.
constexpr int length_of(Op op) { return has_extra_word(op) ? 2 : 1; }

/// How an instruction changes the value stack. `jump` is the net effect on the way to the target.
struct StackEffect {
    int pops;
    int pushes;
    int jump;
};

StackEffect stack_effect(Op op, uint32_t arg);

/// True if the next instruction is never reached from this one.
constexpr bool is_terminator(Op op) {
    return op == Op::RETURN_VALUE || op == Op::RETURN_CONST || op == Op::RETURN_FAST || op == Op::RAISE_VARARGS ||
           op == Op::RERAISE || op == Op::JUMP || op == Op::JUMP_BACKWARD || op == Op::JUMP_BACKWARD_NO_INTERRUPT;
}

/// Changes with the table: precompiled code of another table must not be run.
consteval uint32_t table_fingerprint() {
    uint32_t hash = 2166136261u;
    const char* text =
#define LOOPSCOPE_X(name, operand, extra, ...) #name "/" #operand "/" #extra ";"
        LOOPSCOPE_PYTHON_OPCODES(LOOPSCOPE_X)
#undef LOOPSCOPE_X
        ;
    for (; *text != '\0'; ++text) hash = (hash ^ static_cast<unsigned char>(*text)) * 16777619u;
    return hash;
}

}  // namespace loopscope::python
