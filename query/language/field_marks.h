// Fields as other services write them: beside their value or behind it.
//
// `title = opec` with spaces, PubMed's `oil[ti]` and Ovid's `oil.ti,ab.` have a shape that ordinary
// text ("x = y", "f[x]", "login.gov.") has not once the names are looked at, too. Names are those
// of other_syntax.h, which knows the forms without spaces. Used by word_hints.h. Pure; safe on any
// thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/language/lexemes/lexer.h"
#include "query/language/lexemes/notes.h"

namespace backfile {

// `title = opec`, `hd == opec`, `date > 2019`; empty, as are all of these, for everything else, and
// for a name among other words. `alone`: it begins the query or stands among operators.
std::string field_equals_hint(std::string_view query, const std::vector<Lexeme>& lexemes,
                              std::size_t index, bool alone);

// `oil[ti]`, `"oil price"[ti]`, `oil[MeSH Terms]`, and the short ones with a space, `oil [ti]`.
std::string bracketed_field_hint(std::string_view query, const Lexeme& word);

// `oil.ti.`, `(oil OR gas).ti,ab.`, `oil.mp.`; what may be a web address only where the query has
// operators.
std::string dotted_field_hint(std::string_view query, const Lexeme& word, bool has_operators);

// `"oil price":ti,ab`, `'oil price':ti`, `(oil price):ti`: behind a mark or bracket and a colon.
std::string field_behind_hint(std::string_view query, const Lexeme& word);

// `oil/ti`, `oil/ti,ab`, `"oil price"/ti`, as Dialog has it; the codes that are words as well only
// where the query has operators.
std::string slashed_field_hint(std::string_view query, const Lexeme& word, bool has_operators);

// `df=oil`, `fq=oil`: the parameters of a search engine's address. Doubtful of other names.
Hint parameter_hint(std::string_view query, const Lexeme& word);

// `title any "oil gas"`, `dc.title exact "oil"`.
std::string relation_hint(std::string_view query, const std::vector<Lexeme>& lexemes,
                          std::size_t index, bool alone);

}  // namespace backfile
