// What a query says that is not understood, and the sentences that say so.
//
// Unknown fields, invalid dates, operators without an operand: the parser reads them as plain words
// or leaves them out, and each note says what was searched instead. Forms of other search
// languages are in other_syntax.h, wildcards in wildcards.h. Used by parser.h. Pure; safe on any
// thread.
#pragma once

#include <string>
#include <string_view>

#include "query/ast/ast.h"
#include "query/language/lexemes/lexer.h"
#include "query/language/lexemes/notes.h"
#include "query/language/lexemes/wildcards.h"

namespace backfile {

// " Perhaps you mean “title:”.", with `behind` after the colon; empty where there is no such field.
std::string did_you_mean(std::string_view field, std::string_view behind = "");

// `title:-dam`, read as `-title:dam`.
std::string minus_behind_field_hint(std::string_view field);

// `foo:bar`, where there is no field foo, and `[title:bar]`, where title: is not read as one; empty
// if the word does not look like a field.
std::string unknown_field_hint(std::string_view query, const Lexeme& word);

// `author: tew`, with a space behind the colon; empty where it looks like a line of text, as a
// headline does that is pasted whole: with a capital at its beginning, stop words or punctuation.
// Operators, fields, a quotation mark or a bracket behind the colon show that it is a query; more
// than two words behind it make it doubtful.
Hint field_apart_hint(std::string_view query, const Lexeme& word, bool is_first, Manner manner);

// `title :dam`, with a space before the colon alone; `title : dam` is how the French write a title.
// Doubtful.
Hint colon_apart_hint(std::string_view query, const Lexeme& word);

// `~` or `~5` behind something: a phrase is read as its words, all else as if it were not there.
std::string fuzzy_hint(NodeKind behind, std::string_view number);

std::string bad_date_hint(const QueryField& field, std::string_view text);

// `2016..2014`, read as 2014..2016.
std::string backwards_hint(std::string_view text);

// An operator or a field's name with nothing `where` ("before", "after") it needs something.
std::string left_out_hint(std::string_view typed, std::string_view where);

}  // namespace backfile
