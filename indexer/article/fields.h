// The fields of an article, one row each: the table that everything which names a field goes by.
//
// The schema makes terms and values from it, the lexer and the planner read queries with it, and
// filters, facets, flags, parameters, pages and messages are loops over its rows. A field that an
// article has already becomes a filter, a facet or a query's field by a word in its row here. The
// order of the rows is the order in which people see them. What is only stored and shown (url,
// license, modified) has no row. Raise schema_version (schema.h) whenever a change here alters the
// terms or columns of an index: a prefix, a weight, a new use; names and labels are free.
// No Xapian here: the lexer includes this. Constants and pure functions; safe on any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "indexer/article/article.h"

namespace backfile {

enum class FieldId : std::uint8_t {
  title,
  subtitle,
  body,
  caption,
  section,
  year,
  author,
  tag,
  language,
  source,
};

// Its words under a prefix of their own: what title:storm asks for.
struct WordIndex {
  std::string_view prefix;  // empty: the words of the text as such
  unsigned weight = 0;      // what an occurrence adds to the wdf of its stem; 0: not ranked
};

// Each of its values as one boolean term: what section:sport asks for.
struct ValueIndex {
  std::string_view prefix;
};

// Where an article has it.
using TextMember = std::string Article::*;
using ListMember = std::vector<std::string> Article::*;
using FieldMember = std::variant<std::monostate, TextMember, ListMember>;

enum FieldUse : std::uint8_t {
  for_itself = 0,   // by no name
  for_words = 1,    // title:storm in a query
  for_filters = 2,  // section:sport in a query, and beside it by flag and parameter
  for_facets = 4,   // counted
  for_filters_and_facets = for_filters | for_facets
};

struct Field {
  FieldId id;
  std::string_view name;   // in queries, flags and parameters: lang:de, --lang de, lang=de
  std::string_view facet;  // among facets and in sentences: "language"
  std::string_view label;  // on pages: "Language"
  std::string_view scope;  // of its filter, for help: "in this language, as en or de"
  FieldUse use;
  FieldMember member;
  std::optional<WordIndex> words = {};
  std::optional<ValueIndex> values = {};

  constexpr bool is(FieldUse wanted) const { return (use & wanted) != 0; }
};

inline constexpr std::monostate no_member = {};
inline constexpr std::nullopt_t no_words = std::nullopt;

inline constexpr std::array fields = {
    Field{FieldId::title, "title", "title", "Title", "", for_words, &Article::title,
          WordIndex{"S", 5}},
    Field{FieldId::subtitle, "subtitle", "subtitle", "Subtitle", "", for_words, &Article::subtitle,
          WordIndex{"B", 2}},
    Field{FieldId::body, "body", "body", "Text", "", for_itself, &Article::body, WordIndex{"", 1}},
    Field{FieldId::caption, "caption", "caption", "Caption", "", for_words, &Article::captions,
          WordIndex{"C", 1}},
    Field{FieldId::section, "section", "section", "Section", "in this section",
          for_filters_and_facets, &Article::section, no_words, ValueIndex{"XS:"}},
    // Of the date of publication, which is no text: columns.h has its days.
    Field{FieldId::year, "year", "year", "Year", "", for_facets, no_member},
    // The words of a byline are never among those of the text.
    Field{FieldId::author, "author", "author", "Author", "by this author", for_filters_and_facets,
          &Article::author, WordIndex{"H", 0}, ValueIndex{"XA:"}},
    Field{FieldId::tag, "tag", "tag", "Topic", "with this tag", for_filters_and_facets,
          &Article::tags, no_words, ValueIndex{"XT:"}},
    Field{FieldId::language, "lang", "language", "Language", "in this language, as en or de",
          for_filters_and_facets, &Article::language, no_words, ValueIndex{"L"}},
    Field{FieldId::source, "source", "source", "Source", "from this source", for_filters_and_facets,
          &Article::source, no_words, ValueIndex{"XO:"}},
};

// Ids number the rows: fields.cc does not compile otherwise.
constexpr std::size_t index_of(FieldId id) {
  return static_cast<std::size_t>(id);
}
constexpr const Field& field_of(FieldId id) {
  return fields[index_of(id)];
}

// By the name that it has in queries, or among facets; nullptr if none with that use has it.
constexpr const Field* find_field(std::string_view name, FieldUse use) {
  for (const Field& field : fields) {
    if (field.is(use) && (field.name == name || field.facet == name)) return &field;
  }
  return nullptr;
}

// What an article has in it, as it stands; a text that it has not is an empty string.
std::span<const std::string> values_of(const Field& field, const Article& article);

// "section, year, author, tag, language and source": the facets of all fields that have such a use,
// for sentences.
std::string names_of_fields(FieldUse use, std::string_view last_separator = " and ");

}  // namespace backfile
