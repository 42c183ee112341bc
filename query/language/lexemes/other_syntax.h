// Forms of other search languages that this one does not understand yet.
//
// Researchers paste what they used in Nexis, Factiva, ProQuest and the like. Each form is
// recognized by its shape, so that it is never silently read as plain words, and only by shapes
// that are rare in ordinary text, so that a headline gets no note. lexer.h asks for connectors;
// parser.h decides by what stands around them and adds the notes. Wildcards are in wildcards.h.
// Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "query/language/lexemes/lexer.h"

namespace backfile {

// A token that asks for words near each other: w/5, near/5, pre/5, n/5, /5, /s, w/para, +s, ADJ,
// ADJ5, near5, pre5, NEAR:5, NEAR, PRE, SAME, NEXT, N5. Where it does not stand between two
// operands it is a word.
bool is_connector(std::string_view token);

// Whether it does not look like a word or number between these neighbours: "9 /11 attacks",
// "SHIP SINKS NEAR COAST" and "JLPT N5 test" connect nothing.
bool connects(std::string_view left, std::string_view connector, std::string_view right);

// `a w/5 b`, read as `a b`, and so is `a NOT w/5 b`, which is `negated`.
std::string connector_hint(std::string_view typed, bool negated);

// hlead, ALLCAPS, atleast5, ti.exact and TI,AB: a function or segment where a bracket follows.
bool is_function_name(std::string_view word);
// The same where a space parts it from its bracket, which makes KEY (capital) words.
bool is_segment_name(std::string_view word);
// What stands in the brackets was searched as if the name were not there.
std::string function_hint(std::string_view name);
// HEADLINE (opec), with a space between: the name was searched as a word.
std::string segment_hint(std::string_view name);
// What stands in such brackets where it is no function: the end of a plural or a numeral, as in
// author(s) and Au(III).
bool is_inflection(std::string_view name, std::string_view inside);

// The field of ours that such a name or a code like `hd` means, empty where there is none; nothing
// for every other word.
std::optional<std::string_view> field_meant(std::string_view name);

// dc.title without the dc. of library protocols.
std::string_view without_context_set(std::string_view name);

// hd=opec, title=opec, title!=opec, pd>19870101, wc>500, length > 800; empty for everything else.
std::string code_hint(std::string_view query, const Lexeme& word);

// Two neighbouring words that another language reads as one operator: date aft, atleast5 opec.
std::string pair_hint(std::string_view word, std::string_view next);

// `opec BUT NOT saudi`, read as `opec NOT saudi`.
std::string but_not_hint();

// `!saudi`, where elsewhere it means -saudi.
std::string bang_hint(std::string_view query, const Lexeme& word);

}  // namespace backfile
