// THE contract between the index and everyone who asks it: fields, prefixes, slots, version.
//
// One table. The builder writes documents from it, the planner reads prefixes and weights from it,
// columns.h loads its slots, and a test fails on any term of a built index that it does not
// explain. Uses text/ and article.h. Pure but for the Analyzer handed in.
//
// Terms of one article:
//   word                 folded surface form, positions; of title, subtitle, body and captions
//   S word, B word, ...  the same again under the field's prefix, for title:, subtitle:, caption:
//   Z<lang>:stem         ranking; no positions; wdf carries the field's weight
//   A word               in capitals or with dots (wdf 0); U word: form with its accents (wdf 0)
//   AA word              the same in a sentence that is wholly in capitals, where they tell nothing
//   J<n>word, SJ<n>word  a compound of n pieces as one word, at the positions of all (wdf 0)
//   XPARA, XSENT         at the position of the first word of each paragraph and sentence
//   K.., Q.., XA:.. ...  boolean terms, no positions
// Folded forms never begin with an ASCII capital, so prefixes cannot collide with words.
#pragma once

#include <xapian.h>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/article/article.h"
#include "indexer/article/date.h"
#include "indexer/text/analyzer.h"

namespace backfile {

inline constexpr int schema_version = 3;  // 3: with the capitals of headlines, AA

enum class FieldKind {
  words,    // free text with positions
  filter,   // whole value, folded: a boolean term
  derived,  // made by the schema itself: markers, stems, capitals, forms
};

struct Field {
  std::string_view name;  // in queries and in JSON; empty: not asked for by name
  std::string_view prefix;
  FieldKind kind;
  Xapian::termcount weight;  // what one occurrence adds to the wdf of its stem; 0: not ranked
  bool exact = false;        // a filter's value as it is, not folded
};

inline constexpr std::array fields = {
    Field{"title", "S", FieldKind::words, 5},
    Field{"subtitle", "B", FieldKind::words, 2},
    Field{"body", "", FieldKind::words, 1},
    Field{"caption", "C", FieldKind::words, 1},
    Field{"author", "H", FieldKind::words, 0},  // words of the byline; never under ""
    Field{"id", "Q", FieldKind::filter, 0, true},
    Field{"key", "K", FieldKind::filter, 0, true},
    Field{"author", "XA:", FieldKind::filter, 0},
    Field{"section", "XS:", FieldKind::filter, 0},
    Field{"tag", "XT:", FieldKind::filter, 0},
    Field{"lang", "L", FieldKind::filter, 0},
    Field{"source", "XO:", FieldKind::filter, 0},
    Field{"", "Y", FieldKind::derived, 0},   // year: Y2019
    Field{"", "M", FieldKind::derived, 0},   // month: M201903
    Field{"", "D", FieldKind::derived, 0},   // day: D20190331
    Field{"", "Z", FieldKind::derived, 0},   // stems: Zen:run
    Field{"", "A", FieldKind::derived, 0},   // written in capitals
    Field{"", "AA", FieldKind::derived, 0},  // ... as is the whole sentence
    Field{"", "U", FieldKind::derived, 0},   // forms with accents
    Field{"", "J", FieldKind::derived, 0},   // compounds as one word
    Field{"", "XSENT", FieldKind::derived, 0},
    Field{"", "XPARA", FieldKind::derived, 0},
};

// nullptr if there is none.
const Field* find_field(std::string_view name, FieldKind kind);

// Free positions between two fields, so that no phrase or proximity crosses from one to the next.
inline constexpr Xapian::termpos field_gap = 1000;
// ... and one between paragraphs: a phrase stays inside its paragraph, proximity may cross.
inline constexpr Xapian::termpos paragraph_gap = 1;

// Value slots, read into memory by columns.h. Lists are joined by `list_separator`.
enum Slot : Xapian::valueno {
  slot_day = 0,  // PackedDay, 4 bytes big-endian; absent if unknown
  slot_section = 1,
  slot_language = 2,
  slot_author = 3,
  slot_tags = 4,
  slot_source = 5,
  slot_copy_group = 6,  // key of the oldest of a group of republished stories; absent: alone
  slot_key = 7,
};
inline constexpr char list_separator = '\x1f';
std::string encode_day(PackedDay day);
PackedDay decode_day(std::string_view bytes);  // 0 for what is no day

// Terms, capped at a code point so that Xapian takes them.
std::string filter_term(const Field& field, std::string_view value);  // folds the value first
std::string word_term(const Field& field, std::string_view folded);
std::string stem_term(std::string_view language, std::string_view stem);
std::string capitals_term(std::string_view folded);
std::string shouted_term(std::string_view folded);
std::string accented_term(std::string_view accented);
std::string compound_term(const Field& field, std::string_view folded, std::size_t pieces);
inline constexpr std::string_view sentence_marker = "XSENT";
inline constexpr std::string_view paragraph_marker = "XPARA";

Xapian::Document to_document(const Article& article, Analyzer& analyzer);
Article to_article(const Xapian::Document& document);

}  // namespace backfile
