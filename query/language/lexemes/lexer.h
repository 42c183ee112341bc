// The words, marks and names that a query is made of.
//
// Splits the text of a query into lexemes and says what each looks like; parser.h decides what it
// means where it stands. Pure; safe on any thread; linear in the length of the query.
//
//   lex("-title:flood \"high water\"^2")
//   -> minus, field title, word flood, phrase high water, boost 2
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace backfile {

// What follows the colon of a field.
enum class FieldOperand {
  words,   // anything that can be searched for
  filter,  // a value
  dates,   // a period
};

struct QueryField {
  std::string_view name;
  FieldOperand operand;
};

// The fields of fields.h that a query can name, then those for dates.
std::span<const QueryField> query_fields();

// By its name, in small letters or capitals; nullptr if there is none.
const QueryField* find_query_field(std::string_view name);

enum class LexemeKind {
  word,       // without the punctuation around it; empty where there is nothing but punctuation
  phrase,     // between quotation marks of any kind, without them
  open,       // (
  close,      // )
  minus,      // - before something
  exact,      // = before something
  field,      // title: and the like, with no space behind
  op_and,     // AND
  op_or,      // OR and |
  op_not,     // NOT
  connector,  // w/5, near/5, /s, ADJ, as other_syntax.h knows them
  boost,      // ^2, right behind something
  fuzzy,      // ~ or ~5, right behind something
};

struct Lexeme {
  LexemeKind kind = LexemeKind::word;
  std::string_view text;  // part of the query; the field's name as the table has it
  std::size_t begin = 0;  // bytes of the query
  std::size_t end = 0;
  bool closed = true;  // false for a phrase whose second quotation mark is missing
};

// Whether what begins with such a lexeme can stand at the right of an operator.
bool begins_operand(LexemeKind kind);

// AND, OR and NOT.
bool is_boolean(LexemeKind kind);

// Whether it is made of one digit of ASCII or more, `most_digits` at the most.
bool is_number(std::string_view text, std::size_t most_digits);

// `query` is valid UTF-8; the lexemes point into it.
std::vector<Lexeme> lex(std::string_view query);

// Whether `text` alone would be lexed as this one word.
bool reads_as_one_word(std::string_view text);

// The words of a text in which no character has a special meaning.
std::vector<std::string_view> plain_words(std::string_view text);

}  // namespace backfile
