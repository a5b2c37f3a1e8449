// SPDX-License-Identifier: MIT
#include "python/syntax/error_grammar.h"

namespace loopscope::python::error_grammar {

/// One rule a paragraph: `name: alternative | alternative`. `memo` and `quiet` before the name set its flags.
///   'x'  "x"  UPPER  lower      a token, a soft keyword, a token class, a rule
///   x? [x] x* x+ ','.x+         optional, repeated, separated by commas
///   &x !x ~ &&'x'               lookahead, negative, no way back, "expected 'x'"
///   a:x   ^x                    a name for the report; the value of the alternative
///   @tag @"two words"           the alternative is an expression that messages call so
///   @?tag  @last                ... unless it is just its first item; with the tag of its last item
///   -> report a b "message"     see Report; %s is what a is called, %d the line it is on
/// Rules named `invalid_...` take part in the second pass only. Some others report too (`wrong_...`): CPython
/// happens to have them on from the beginning.
const char* const kGrammarText = R"GRAMMAR(
file: statements? ENDMARKER
interactive: compound_stmt NEWLINE | simple_stmts | NEWLINE | ENDMARKER
eval: expressions NEWLINE* ENDMARKER

statements: statement+
statement: compound_stmt | simple_stmts
simple_stmts: simple_stmt !';' NEWLINE | ';'.simple_stmt+ ';'? NEWLINE
memo simple_stmt: assignment | &"type" type_alias | star_expressions | &'return' return_stmt
  | &('import' | 'from') import_stmt | &'raise' raise_stmt | 'pass' | &'del' del_stmt | &'yield' yield_expr
  | &'assert' assert_stmt | 'break' | 'continue' | &'global' global_stmt | &'nonlocal' nonlocal_stmt
compound_stmt: &('def' | '@' | 'async') function_def | &'if' if_stmt | &('class' | '@') class_def
  | &('with' | 'async') with_stmt | &('for' | 'async') for_stmt | &'try' try_stmt | &'while' while_stmt | match_stmt

assignment: NAME ':' expression ['=' annotated_rhs]
  | ('(' single_target ')' | single_subscript_attribute_target) ':' expression ['=' annotated_rhs]
  | (star_targets '=')+ (yield_expr | star_expressions) !'='
  | single_target augassign ~ annotated_rhs
  | invalid_assignment
annotated_rhs: yield_expr | star_expressions
augassign: '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
return_stmt: 'return' star_expressions?
raise_stmt: 'raise' expression ['from' expression] | 'raise'
global_stmt: 'global' ','.NAME+
nonlocal_stmt: 'nonlocal' ','.NAME+
del_stmt: 'del' del_targets &(';' | NEWLINE) | invalid_del_stmt
assert_stmt: 'assert' expression [',' expression]
import_stmt: invalid_import | import_name | import_from
import_name: 'import' ','.dotted_as_name+
import_from: 'from' ('.' | '...')* dotted_name 'import' import_from_targets
  | 'from' ('.' | '...')+ 'import' import_from_targets
import_from_targets: '(' import_from_as_names ','? ')' | import_from_as_names !',' | '*' | invalid_import_from_targets
import_from_as_names: ','.import_from_as_name+
import_from_as_name: NAME ['as' NAME]
dotted_as_name: dotted_name ['as' NAME]
memo dotted_name: NAME ('.' NAME)*

memo block: NEWLINE INDENT statements DEDENT | simple_stmts | invalid_block
decorators: ('@' named_expression NEWLINE)+
class_def: decorators class_def_raw | class_def_raw
class_def_raw: invalid_class_def_raw | 'class' NAME type_params? ['(' arguments? ')'] ':' block
function_def: decorators function_def_raw | function_def_raw
function_def_raw: invalid_def_raw
  | 'def' NAME type_params? &&'(' params? ')' ['->' expression] &&':' block
  | 'async' 'def' NAME type_params? &&'(' params? ')' ['->' expression] &&':' block

params: invalid_parameters | parameters
parameters: slash_no_default param_no_default* param_with_default* star_etc?
  | slash_with_default param_with_default* star_etc?
  | param_no_default+ param_with_default* star_etc?
  | param_with_default+ star_etc?
  | star_etc
slash_no_default: param_no_default+ '/' (',' | &')')
slash_with_default: param_no_default* param_with_default+ '/' (',' | &')')
star_etc: invalid_star_etc
  | '*' param_no_default param_maybe_default* kwds?
  | '*' param_no_default_star_annotation param_maybe_default* kwds?
  | '*' ',' param_maybe_default+ kwds?
  | kwds
kwds: invalid_kwds | '**' param_no_default
param_no_default: ^param ',' | ^param &')'
param_no_default_star_annotation: param_star_annotation ',' | param_star_annotation &')'
param_with_default: param default ',' | param default &')'
param_maybe_default: param default? ',' | param default? &')'
param: NAME [':' expression] @parameter
param_star_annotation: NAME ':' star_expression
default: '=' expression | invalid_default

if_stmt: invalid_if_stmt | 'if' named_expression ':' block elif_stmt | 'if' named_expression ':' block else_block?
elif_stmt: invalid_elif_stmt | 'elif' named_expression ':' block elif_stmt
  | 'elif' named_expression ':' block else_block?
else_block: invalid_else_stmt | 'else' &&':' block
while_stmt: invalid_while_stmt | 'while' named_expression ':' block else_block?
for_stmt: invalid_for_stmt | 'for' star_targets 'in' ~ star_expressions ':' block else_block?
  | 'async' 'for' star_targets 'in' ~ star_expressions ':' block else_block? | invalid_for_target
with_stmt: invalid_with_stmt_indent | 'with' '(' ','.with_item+ ','? ')' ':' block | 'with' ','.with_item+ ':' block
  | 'async' 'with' '(' ','.with_item+ ','? ')' ':' block | 'async' 'with' ','.with_item+ ':' block
  | invalid_with_stmt
with_item: expression 'as' star_target &(',' | ')' | ':') | invalid_with_item | expression
try_stmt: invalid_try_stmt | 'try' &&':' block finally_block
  | 'try' &&':' block except_block+ else_block? finally_block?
  | 'try' &&':' block except_star_block+ else_block? finally_block?
except_block: invalid_except_stmt_indent | 'except' expression ['as' NAME] ':' block | 'except' ':' block
  | invalid_except_stmt
except_star_block: invalid_except_star_stmt_indent | 'except' '*' expression ['as' NAME] ':' block
  | invalid_except_stmt
finally_block: invalid_finally_stmt | 'finally' &&':' block

match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT | invalid_match_stmt
subject_expr: star_named_expression ',' star_named_expressions? | named_expression
case_block: invalid_case_block | "case" patterns guard? ':' block
guard: 'if' named_expression
patterns: open_sequence_pattern | pattern
pattern: as_pattern | or_pattern
as_pattern: or_pattern 'as' pattern_capture_target | invalid_as_pattern
or_pattern: '|'.closed_pattern+
memo closed_pattern: literal_pattern | capture_pattern | "_" | value_pattern | group_pattern
  | sequence_pattern | mapping_pattern | class_pattern
literal_pattern: signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
literal_expr: signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
complex_number: signed_real_number '+' imaginary_number | signed_real_number '-' imaginary_number
signed_number: number | '-' number
signed_real_number: real_number | '-' real_number
real_number: a:number
imaginary_number: a:number
capture_pattern: pattern_capture_target
pattern_capture_target: !"_" NAME !('.' | '(' | '=')
value_pattern: attr !('.' | '(' | '=')
memo attr: NAME ('.' NAME)+
name_or_attr: NAME ('.' NAME)*
group_pattern: '(' pattern ')'
sequence_pattern: '[' maybe_sequence_pattern? ']' | '(' open_sequence_pattern? ')'
open_sequence_pattern: maybe_star_pattern ',' maybe_sequence_pattern?
maybe_sequence_pattern: ','.maybe_star_pattern+ ','?
maybe_star_pattern: star_pattern | pattern
memo star_pattern: '*' pattern_capture_target | '*' "_"
mapping_pattern: '{' '}' | '{' double_star_pattern ','? '}' | '{' items_pattern ',' double_star_pattern ','? '}'
  | '{' items_pattern ','? '}'
items_pattern: ','.key_value_pattern+
key_value_pattern: (literal_expr | attr) ':' pattern
double_star_pattern: '**' pattern_capture_target
class_pattern: name_or_attr '(' ')' | name_or_attr '(' positional_patterns ','? ')'
  | name_or_attr '(' keyword_patterns ','? ')'
  | name_or_attr '(' positional_patterns ',' keyword_patterns ','? ')' | invalid_class_pattern
positional_patterns: ','.positional_pattern+
positional_pattern: pattern @pattern
keyword_patterns: ','.keyword_pattern+
keyword_pattern: NAME '=' pattern

type_alias: "type" NAME type_params? '=' expression
type_params: invalid_type_params | '[' ','.type_param+ ','? ']'
memo type_param: NAME [':' expression] ['=' expression] | invalid_type_param | '*' NAME ['=' star_expression]
  | '**' NAME ['=' expression]

expressions: expression (',' expression)+ ','? @tuple | expression ',' @tuple | expression
memo expression: invalid_expression | invalid_legacy_expression
  | disjunction 'if' disjunction 'else' expression @"conditional expression" | disjunction | lambdef
yield_expr: 'yield' 'from' expression @"yield expression" | 'yield' star_expressions? @"yield expression"
star_expressions: star_expression (',' star_expression)+ ','? @tuple | star_expression ',' @tuple | star_expression
memo star_expression: '*' bitwise_or @starred | expression
star_named_expressions: ','.star_named_expression+ ','?
star_named_expression: '*' bitwise_or @starred | named_expression
assignment_expression: NAME ':=' ~ expression @"named expression"
named_expression: assignment_expression | invalid_named_expression | ^expression !':='
memo disjunction: conjunction ('or' conjunction)* @?expression
memo conjunction: inversion ('and' inversion)* @?expression
memo inversion: 'not' inversion @expression | comparison
comparison: bitwise_or 'in' bitwise_or compare_pair* @comparison_in | bitwise_or compare_pair+ @comparison | bitwise_or
compare_pair: '==' bitwise_or | '!=' bitwise_or | '<=' bitwise_or | '<' bitwise_or | '>=' bitwise_or | '>' bitwise_or
  | 'not' 'in' bitwise_or | 'in' bitwise_or | 'is' 'not' bitwise_or | 'is' bitwise_or
memo bitwise_or: bitwise_xor ('|' bitwise_xor)* @?expression
memo bitwise_xor: bitwise_and ('^' bitwise_and)* @?expression
memo bitwise_and: shift_expr ('&' shift_expr)* @?expression
memo shift_expr: sum (('<<' | '>>') sum)* @?expression
memo sum: term ('+' term | '-' term | invalid_arithmetic)* @?expression
memo term: (invalid_factor | factor) (('*' | '/' | '//' | '%' | '@') factor)* @?expression
memo factor: '+' factor @expression | '-' factor @expression | '~' factor @expression | power
power: await_primary ['**' factor] @?expression
memo await_primary: 'await' primary @"await expression" | primary
memo primary: atom primary_suffix* @last
primary_suffix: '.' NAME @attribute | genexp @"function call" | '(' arguments? ')' @"function call"
  | '[' slices ']' @subscript
slices: slice !',' | ','.(slice | starred_expression)+ ','?
slice: expression? ':' expression? [':' expression?] | named_expression
atom: NAME @name | 'True' @True | 'False' @False | 'None' @None | &(STRING | FSTRING_START) strings | number
  | &'(' (tuple | group | genexp) | &'[' (list | listcomp) | &'{' (dict | set | dictcomp | setcomp) | '...' @ellipsis
number: NUMBER @literal
group: '(' ^(yield_expr | named_expression) ')' | invalid_group

lambdef: 'lambda' lambda_params? ':' expression @lambda
lambda_params: invalid_lambda_parameters | lambda_parameters
lambda_parameters: lambda_slash_no_default lambda_param_no_default* lambda_param_with_default* lambda_star_etc?
  | lambda_slash_with_default lambda_param_with_default* lambda_star_etc?
  | lambda_param_no_default+ lambda_param_with_default* lambda_star_etc?
  | lambda_param_with_default+ lambda_star_etc?
  | lambda_star_etc
lambda_slash_no_default: lambda_param_no_default+ '/' (',' | &':')
lambda_slash_with_default: lambda_param_no_default* lambda_param_with_default+ '/' (',' | &':')
lambda_star_etc: invalid_lambda_star_etc
  | '*' lambda_param_no_default lambda_param_maybe_default* lambda_kwds?
  | '*' ',' lambda_param_maybe_default+ lambda_kwds?
  | lambda_kwds
lambda_kwds: invalid_lambda_kwds | '**' lambda_param_no_default
lambda_param_no_default: ^lambda_param ',' | ^lambda_param &':'
lambda_param_with_default: lambda_param default ',' | lambda_param default &':'
lambda_param_maybe_default: lambda_param default? ',' | lambda_param default? &':'
lambda_param: NAME @parameter

memo strings: (fstring | string)+ @literal
string: STRING
fstring: FSTRING_START fstring_middle* FSTRING_END
fstring_middle: fstring_replacement_field | FSTRING_MIDDLE
fstring_replacement_field: '{' annotated_rhs '='? fstring_conversion? [':' fstring_format_spec*] '}'
  | invalid_replacement_field
fstring_conversion: '!' conversion_letter
conversion_letter: NAME @conversion
fstring_format_text: FSTRING_MIDDLE
fstring_format_spec: fstring_format_text | fstring_replacement_field

list: '[' star_named_expressions? ']' @list
tuple: '(' [star_named_expression ',' star_named_expressions?] ')' @tuple
set: '{' star_named_expressions '}' @"set display"
dict: '{' double_starred_kvpairs? '}' @"dict literal" | '{' wrong_double_starred_kvpairs '}'
double_starred_kvpairs: ','.double_starred_kvpair+ ','?
double_starred_kvpair: '**' bitwise_or | kvpair
kvpair: expression ':' expression
for_if_clauses: for_if_clause+
for_if_clause: 'async' 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
  | 'for' star_targets 'in' ~ disjunction ('if' disjunction)* | invalid_for_if_clause | invalid_for_target
listcomp: '[' named_expression for_if_clauses ']' @"list comprehension" | invalid_comprehension
setcomp: '{' named_expression for_if_clauses '}' @"set comprehension" | invalid_comprehension
genexp: '(' (assignment_expression | ^expression !':=') for_if_clauses ')' @"generator expression"
  | invalid_comprehension
dictcomp: '{' kvpair for_if_clauses '}' @"dict comprehension" | invalid_dict_comprehension

memo arguments: args ','? &')' | invalid_arguments
args: ','.argument+ [',' kwargs] @arguments | kwargs @arguments
argument: starred_expression | (assignment_expression | ^expression !':=') !'='
kwargs: ','.kwarg_or_starred+ ',' ','.kwarg_or_double_starred+ | ','.kwarg_or_starred+ | ','.kwarg_or_double_starred+
starred_expression: invalid_starred_assignment | '*' expression @starred | wrong_starred_expression
kwarg_or_starred: invalid_kwarg | NAME '=' expression @keyword | starred_expression
kwarg_or_double_starred: invalid_kwarg | NAME '=' expression @keyword | '**' expression @double_starred

star_targets: star_target !',' | star_target (',' star_target)* ','? @tuple
star_targets_list_seq: ','.star_target+ ','?
star_targets_tuple_seq: star_target (',' star_target)+ ','? | star_target ','
memo star_target: '*' (!'*' star_target) | target_with_star_atom
memo target_with_star_atom: t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead | star_atom
star_atom: NAME | '(' target_with_star_atom ')' | '(' star_targets_tuple_seq? ')' | '[' star_targets_list_seq? ']'
single_target: single_subscript_attribute_target | NAME | '(' single_target ')'
single_subscript_attribute_target: t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead
memo t_primary: atom &t_lookahead (t_suffix &t_lookahead)*
t_suffix: '.' NAME | '[' slices ']' | genexp | '(' arguments? ')'
t_lookahead: '(' | '[' | '.'
del_targets: ','.del_target+ ','?
memo del_target: t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead | del_t_atom
del_t_atom: NAME | '(' del_target ')' | '(' del_targets? ')' | '[' del_targets? ']'

invalid_arguments: (','.argument+ ',' kwargs | kwargs) a:',' ','.(b:starred_expression !'=')+
    -> range a b "iterable argument unpacking follows keyword argument unpacking"
  | a:expression b:for_if_clauses ',' [args | expression for_if_clauses]
    -> range a b "Generator expression must be parenthesized"
  | a:NAME b:'=' expression for_if_clauses -> range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  | [args ','] a:NAME b:'=' &(',' | ')') -> range a b "expected argument value expression"
  | a:args b:for_if_clauses -> generator a b "Generator expression must be parenthesized"
  | args ',' a:expression b:for_if_clauses -> range a b "Generator expression must be parenthesized"
  | a:args ',' args -> positional a "positional argument follows keyword argument"
invalid_kwarg: a:('True' @True | 'False' @False | 'None' @None) b:'=' -> range a b "cannot assign to %s"
  | a:NAME b:'=' expression for_if_clauses -> range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  | !(NAME '=') a:expression b:'=' -> range a b "expression cannot contain assignment, perhaps you meant \"==\"?"
  | a:'**' expression '=' b:expression -> range a b "cannot assign to keyword argument unpacking"
invalid_starred_assignment: a:'*' expression '=' b:expression
    -> range a b "cannot assign to iterable argument unpacking"
wrong_starred_expression: '*' -> here "Invalid star expression"
quiet expression_without_invalid: disjunction 'if' disjunction 'else' expression @"conditional expression" | disjunction
  | lambdef
invalid_legacy_expression: a:legacy_name !'(' b:star_expressions -> legacy a b "Missing parentheses in call to '%s'. Did you mean %s(...)?"
legacy_name: NAME @name
invalid_expression: !(NAME STRING | SOFT_KEYWORD) a:disjunction b:expression_without_invalid
    -> comma a b "invalid syntax. Perhaps you forgot a comma?"
  | a:disjunction 'if' b:disjunction !('else' | ':') -> range a b "expected 'else' after 'if' expression"
  | a:'lambda' lambda_params? b:':' &FSTRING_MIDDLE
    -> range a b "f-string: lambda expressions are not allowed without parentheses"
memo invalid_named_expression: a:expression ':=' expression -> at a "cannot use assignment expressions with %s"
  | a:NAME '=' b:bitwise_or !('=' | ':=') -> range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
  | !(list | tuple | genexp | 'True' | 'None' | 'False') a:bitwise_or '=' bitwise_or !('=' | ':=')
    -> at a "cannot assign to %s here. Maybe you meant '==' instead of '='?"
invalid_arithmetic: ('+' | '-' | '*' | '/' | '%' | '//' | '@') a:'not' b:inversion
    -> range a b "'not' after an operator must be parenthesized"
invalid_factor: ('+' | '-' | '~') a:'not' b:factor -> range a b "'not' after an operator must be parenthesized"
invalid_assignment: a:invalid_ann_assign_target ':' expression -> at a "only single target (not %s) can be annotated"
  | a:star_named_expression ',' star_named_expressions* ':' expression
    -> at a "only single target (not tuple) can be annotated"
  | a:expression ':' expression -> at a "illegal target for annotation"
  | (star_targets '=')* a:star_expressions '=' -> assign_target a "cannot assign to %s"
  | (star_targets '=')* a:yield_expr '=' -> at a "assignment to yield expression not possible"
  | a:star_expressions augassign annotated_rhs -> at a "'%s' is an illegal expression for augmented assignment"
invalid_ann_assign_target: list | tuple | '(' ^invalid_ann_assign_target ')'
invalid_del_stmt: 'del' a:star_expressions -> delete_target a "cannot delete %s"
invalid_block: NEWLINE !INDENT -> block "expected an indented block"
invalid_comprehension: ('[' | '(' | '{') a:starred_expression for_if_clauses
    -> at a "iterable unpacking cannot be used in comprehension"
  | ('[' | '{') a:star_named_expression ',' b:star_named_expressions for_if_clauses
    -> range a b "did you forget parentheses around the comprehension target?"
  | ('[' | '{') a:star_named_expression b:',' for_if_clauses
    -> range a b "did you forget parentheses around the comprehension target?"
invalid_dict_comprehension: '{' a:'**' bitwise_or for_if_clauses '}'
    -> at a "dict unpacking cannot be used in dict comprehension"
invalid_parameters: a:'/' ',' -> at a "at least one argument must precede /"
  | (slash_no_default | slash_with_default) param_maybe_default* a:'/' -> at a "/ may appear only once"
  | slash_no_default? param_no_default* invalid_parameters_helper a:param_no_default
    -> at a "parameter without a default follows parameter with a default"
  | param_no_default* a:'(' param_no_default+ ','? b:')' -> range a b "Function parameters cannot be parenthesized"
  | (slash_no_default | slash_with_default)? param_maybe_default* '*' (',' | param_no_default) param_maybe_default* a:'/'
    -> at a "/ must be ahead of *"
  | param_maybe_default+ '/' a:'*' -> at a "expected comma between / and *"
invalid_parameters_helper: slash_with_default | param_with_default+
invalid_default: a:'=' &(')' | ',') -> at a "expected default value expression"
invalid_star_etc: a:'*' (')' | ',' (')' | '**')) -> at a "named arguments must follow bare *"
  | '*' param a:'=' -> at a "var-positional argument cannot have default value"
  | '*' (param_no_default | ',') param_maybe_default* a:'*' (param_no_default | ',')
    -> at a "* argument may appear only once"
invalid_kwds: '**' param a:'=' -> at a "var-keyword argument cannot have default value"
  | '**' param ',' a:param -> at a "arguments cannot follow var-keyword argument"
  | '**' param ',' a:('*' | '**' | '/') -> at a "arguments cannot follow var-keyword argument"
invalid_lambda_parameters: a:'/' ',' -> at a "at least one argument must precede /"
  | (lambda_slash_no_default | lambda_slash_with_default) lambda_param_maybe_default* a:'/'
    -> at a "/ may appear only once"
  | lambda_slash_no_default? lambda_param_no_default* invalid_lambda_parameters_helper a:lambda_param_no_default
    -> at a "parameter without a default follows parameter with a default"
  | lambda_param_no_default* a:'(' ','.lambda_param+ ','? b:')'
    -> range a b "Lambda expression parameters cannot be parenthesized"
  | (lambda_slash_no_default | lambda_slash_with_default)? lambda_param_maybe_default* '*'
    (',' | lambda_param_no_default) lambda_param_maybe_default* a:'/' -> at a "/ must be ahead of *"
  | lambda_param_maybe_default+ '/' a:'*' -> at a "expected comma between / and *"
invalid_lambda_parameters_helper: lambda_slash_with_default | lambda_param_with_default+
invalid_lambda_star_etc: '*' (':' | ',' (':' | '**')) -> here "named arguments must follow bare *"
  | '*' lambda_param a:'=' -> at a "var-positional argument cannot have default value"
  | '*' (lambda_param_no_default | ',') lambda_param_maybe_default* a:'*' (lambda_param_no_default | ',')
    -> at a "* argument may appear only once"
invalid_lambda_kwds: '**' lambda_param a:'=' -> at a "var-keyword argument cannot have default value"
  | '**' lambda_param ',' a:lambda_param -> at a "arguments cannot follow var-keyword argument"
  | '**' lambda_param ',' a:('*' | '**' | '/') -> at a "arguments cannot follow var-keyword argument"
invalid_with_item: expression 'as' a:expression &(',' | ')' | ':') -> assign_target a "cannot assign to %s"
invalid_for_if_clause: 'async'? 'for' (bitwise_or (',' bitwise_or)* ','?) !'in'
    -> here "'in' expected after for-loop variables"
invalid_for_target: 'async'? 'for' a:star_expressions -> for_target a "cannot assign to %s"
invalid_group: '(' a:starred_expression ')' -> at a "cannot use starred expression here"
  | '(' a:'**' expression ')' -> at a "cannot use double starred expression here"
invalid_import: a:'import' ','.dotted_name+ 'from' dotted_name
    -> from a "Did you mean to use 'from ... import ...' instead?"
  | 'import' a:NEWLINE -> from a "Expected one or more names after 'import'"
invalid_import_from_targets: import_from_as_names ',' NEWLINE
    -> here "trailing comma not allowed without surrounding parentheses"
  | a:NEWLINE -> from a "Expected one or more names after 'import'"
invalid_with_stmt: 'async'? 'with' ','.(expression ['as' star_target])+ NEWLINE -> here "expected ':'"
  | 'async'? 'with' '(' ','.(expressions ['as' star_target])+ ','? ')' NEWLINE -> here "expected ':'"
invalid_with_stmt_indent: 'async'? a:'with' ','.(expression ['as' star_target])+ ':' NEWLINE !INDENT
    -> indent a "expected an indented block after 'with' statement on line %d"
  | 'async'? a:'with' '(' ','.(expressions ['as' star_target])+ ','? ')' ':' NEWLINE !INDENT
    -> indent a "expected an indented block after 'with' statement on line %d"
invalid_try_stmt: a:'try' ':' NEWLINE !INDENT -> indent a "expected an indented block after 'try' statement on line %d"
  | 'try' ':' block !('except' | 'finally') -> here "expected 'except' or 'finally' block"
  | 'try' ':' block* except_block+ a:'except' b:'*' expression ['as' NAME] ':'
    -> range a b "cannot have both 'except' and 'except*' on the same 'try'"
  | 'try' ':' block* except_star_block+ a:'except' [expression ['as' NAME]] ':'
    -> at a "cannot have both 'except' and 'except*' on the same 'try'"
invalid_except_stmt: 'except' '*'? a:expression ',' expressions ['as' NAME] ':'
    -> from a "multiple exception types must be parenthesized"
  | 'except' '*'? expression ['as' NAME] NEWLINE -> here "expected ':'"
  | 'except' NEWLINE -> here "expected ':'"
  | 'except' '*' (NEWLINE | ':') -> here "expected one or more exception types"
invalid_finally_stmt: a:'finally' ':' NEWLINE !INDENT
    -> indent a "expected an indented block after 'finally' statement on line %d"
invalid_except_stmt_indent: a:'except' expression ['as' NAME] ':' NEWLINE !INDENT
    -> indent a "expected an indented block after 'except' statement on line %d"
  | a:'except' ':' NEWLINE !INDENT -> indent a "expected an indented block after 'except' statement on line %d"
invalid_except_star_stmt_indent: a:'except' '*' expression ['as' NAME] ':' NEWLINE !INDENT
    -> indent a "expected an indented block after 'except*' statement on line %d"
invalid_match_stmt: "match" subject_expr NEWLINE -> here "expected ':'"
  | a:"match" subject_expr ':' NEWLINE !INDENT
    -> indent a "expected an indented block after 'match' statement on line %d"
invalid_case_block: "case" patterns guard? NEWLINE -> here "expected ':'"
  | a:"case" patterns guard? ':' NEWLINE !INDENT
    -> indent a "expected an indented block after 'case' statement on line %d"
invalid_as_pattern: or_pattern 'as' a:"_" -> at a "cannot use '_' as a target"
  | or_pattern 'as' !NAME a:expression -> at a "invalid pattern target"
invalid_class_pattern: name_or_attr '(' a:invalid_class_argument_pattern
    -> at a "positional patterns follow keyword patterns"
invalid_class_argument_pattern: [positional_patterns ','] keyword_patterns ',' ^positional_patterns
invalid_if_stmt: 'if' named_expression NEWLINE -> here "expected ':'"
  | a:'if' named_expression ':' NEWLINE !INDENT -> indent a "expected an indented block after 'if' statement on line %d"
invalid_elif_stmt: 'elif' named_expression NEWLINE -> here "expected ':'"
  | a:'elif' named_expression ':' NEWLINE !INDENT
    -> indent a "expected an indented block after 'elif' statement on line %d"
invalid_else_stmt: a:'else' ':' NEWLINE !INDENT -> indent a "expected an indented block after 'else' statement on line %d"
invalid_while_stmt: 'while' named_expression NEWLINE -> here "expected ':'"
  | a:'while' named_expression ':' NEWLINE !INDENT
    -> indent a "expected an indented block after 'while' statement on line %d"
invalid_for_stmt: 'async'? 'for' star_targets 'in' star_expressions NEWLINE -> here "expected ':'"
  | 'async'? a:'for' star_targets 'in' star_expressions ':' NEWLINE !INDENT
    -> indent a "expected an indented block after 'for' statement on line %d"
invalid_def_raw: 'async'? a:'def' NAME type_params? '(' params? ')' ['->' expression] ':' NEWLINE !INDENT
    -> indent a "expected an indented block after function definition on line %d"
invalid_class_def_raw: 'class' NAME type_params? ['(' arguments? ')'] NEWLINE -> here "expected ':'"
  | a:'class' NAME type_params? ['(' arguments? ')'] ':' NEWLINE !INDENT
    -> indent a "expected an indented block after class definition on line %d"
wrong_double_starred_kvpairs: ','.double_starred_kvpair+ ',' wrong_kvpair
  | expression ':' a:'*' bitwise_or -> from a "cannot use a starred expression in a dictionary value"
  | expression a:':' &('}' | ',') -> at a "expression expected after dictionary key and ':'"
wrong_kvpair: a:expression !':' -> key a "':' expected after dictionary key"
  | expression ':' a:'*' bitwise_or -> from a "cannot use a starred expression in a dictionary value"
  | expression a:':' &('}' | ',') -> at a "expression expected after dictionary key and ':'"
invalid_type_params: '[' a:']' -> from a "Type parameter list cannot be empty"
invalid_type_param: '*' NAME a:':' b:expression -> from a "cannot use bound with TypeVarTuple"
  | '**' NAME a:':' b:expression -> from a "cannot use bound with ParamSpec"
invalid_replacement_field: '{' a:'=' -> at a "f-string: valid expression required before '='"
  | '{' a:'!' -> at a "f-string: valid expression required before '!'"
  | '{' a:':' -> at a "f-string: valid expression required before ':'"
  | '{' a:'}' -> at a "f-string: valid expression required before '}'"
  | '{' !annotated_rhs -> next "f-string: expecting a valid expression after '{'"
  | '{' annotated_rhs !('=' | '!' | ':' | '}') -> next "f-string: expecting '=', or '!', or ':', or '}'"
  | '{' annotated_rhs '=' !('!' | ':' | '}') -> next "f-string: expecting '!', or ':', or '}'"
  | '{' annotated_rhs '='? invalid_conversion_character
  | '{' annotated_rhs '='? ['!' NAME] !(':' | '}') -> next "f-string: expecting ':' or '}'"
  | '{' annotated_rhs '='? ['!' NAME] ':' fstring_format_spec* !'}' -> next "f-string: expecting '}', or format specs"
  | '{' annotated_rhs '='? ['!' NAME] !'}' -> next "f-string: expecting '}'"
invalid_conversion_character: '!' &(':' | '}') -> next "f-string: missing conversion character"
  | '!' !NAME -> next "f-string: invalid conversion character"
)GRAMMAR";

}  // namespace loopscope::python::error_grammar
