// What searches need of every article at once, by docid: dates and the counted fields; and what they
// look up in all of these: who writes under a name, which accents a word is spelled with.
//
// The file `columns` of a generation, written when a build ends (building/join_columns.h), as sections
// in this order; n articles, v values of a field:
//
//   facts            ColumnFacts
//   days             u32 each, n: PackedDay (article/date.h)
//   names            sets (files/string_sets.h, four sections): of each folded word of an author's
//                    name (name_words.h) the numbers of these authors, rising
//   accented forms   sorted strings (files/sorted_strings.h, two sections): the archive's words with
//                    their accents, in small letters
//   spellings        sets, four sections: of each form without accents those with them, by number;
//                    folded in each way in which the archive's languages fold
//   then, of each counted field of article/fields.h that has values, four sections (value_column.h):
//     starts         u32 each, n + 1: where an article's values begin among the entries; nothing where
//                    every article has one value, or none has any
//     entries        u32 each: numbers of values
//     rows           ValueRow each, v + 1, in the order of the folded forms
//     texts          of each value its name, then its folded form
//
// Mapped, not loaded: opening it touches a few pages, however large the archive. Its header names the
// lexicon of its generation, so that halves of two builds are never taken for one. Every number that
// is read is held to its bounds; what is damaged throws Failure{corrupt} that names the file.
// Filters, orders and facets read it instead of documents. Immutable: shared by all threads.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/date.h"
#include "indexer/article/fields.h"
#include "indexer/files/section_file.h"
#include "indexer/files/sorted_strings.h"
#include "indexer/files/string_sets.h"
#include "indexer/forward/forward_index.h"
#include "indexer/index/value_column.h"

namespace backfile {

struct ColumnFacts {
  std::uint32_t articles = 0;
  std::uint32_t dated = 0;                // articles that have a day
  PackedDay first_day = 0, last_day = 0;  // 0 if none has
  std::uint32_t accented_forms = 0;       // how many the file has
};

class Columns {
 public:
  // The file in the directory of a generation with this forward index.
  Columns(const std::filesystem::path& directory, const ForwardIndex& forward);

  const ColumnFacts& facts() const { return facts_; }

  // 0 for an undated article or an unknown docid.
  PackedDay day(std::uint32_t docid) const {
    return docid == 0 || docid > days_.size() ? 0 : days_[docid - 1];
  }

  // Of a field that is counted; empty for another.
  const ValueColumn& of(FieldId field) const { return columns_[index_of(field)]; }

  // Numbers of the authors who have this folded word in their names, rising; they may lead nowhere
  // where the file is damaged.
  std::span<const std::uint32_t> authors_called(std::string_view word) const {
    return names_.of(word);
  }

  // The archive's words that fold to this and are written with accents, in their order.
  std::vector<std::string> accented_forms(std::string_view folded) const;

  std::uint64_t bytes() const { return file_.size(); }
  // Reads all of it; Failure{corrupt} if any number leads nowhere.
  void verify() const;

 private:
  SectionFile file_;
  ColumnFacts facts_;
  std::span<const PackedDay> days_;
  StringSets names_;
  SortedStrings accented_;
  StringSets spellings_;
  std::array<ValueColumn, fields.size()> columns_;
};

// Whether a field has a column of values: the years of a facet are those of the days.
constexpr bool has_column(const Field& field) {
  return field.is(for_facets) && field.values.has_value();
}

// The sections by their place in the file.
struct ColumnsSection {
  static constexpr std::size_t facts = 0, days = 1, names = 2, accented = 6, spellings = 8,
                               first_column = 12;
  static constexpr std::size_t count = [] {
    std::size_t sections = first_column;
    for (const Field& field : fields) sections += has_column(field) ? ValueColumn::sections : 0;
    return sections;
  }();
};

}  // namespace backfile
