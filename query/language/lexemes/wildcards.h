// Words with a wildcard, which are not understood yet, and the sentences that say so.
//
// Told apart from punctuation by where the sign stands: "pric*", "wom!n" and "te?t" are wildcards,
// "who won?", "f***" and "a 5* hotel" are not. An exclamation mark behind a word may be either;
// what stands around it decides. Used by parser.h. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/language/lexemes/lexer.h"
#include "query/language/lexemes/notes.h"

namespace backfile {

// What kind of text a query seems to be.
struct Manner {
  bool operators = false;  // it has AND, w/5 or the like, and is not all in capitals
  bool fields = false;     // it has title: or the like
  bool shouted = false;    // it has no small letters
  bool sentence = false;   // it begins with a capital, or has stop words or punctuation
  bool headline = false;   // it begins with a capital and has three words or more, but no syntax
};
// Whether it looks like prose: it begins with a capital, or has stop words or punctuation other
// than a colon.
bool is_line_of_text(std::string_view text);

Manner manner_of(std::string_view query, const std::vector<Lexeme>& lexemes);

// For a word outside quotation marks; empty if it has no wildcard. Doubtful of a*b, which may be a
// product, and of the asterisk of a footnote in a headline.
Hint wildcard_hint(std::string_view query, const Lexeme& word, Manner manner);

// For the words inside a phrase.
std::string wildcard_hint_in_phrase(std::string_view query, const Lexeme& phrase);

// Whether the exclamation mark behind a word, which got no such hint, may be a wildcard still ...
bool may_be_truncated(std::string_view query, const Lexeme& word, Manner manner);
// ... and what to say once it is known that no article has the word and some have longer ones.
std::string truncation_hint(std::string_view word);

}  // namespace backfile
