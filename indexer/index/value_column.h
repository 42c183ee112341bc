// The values of a counted field, by article: authors, sections, tags.
//
// A site spells its people and sections in more than one way. Filters treat all spellings alike, so
// values that differ only in case, accents and hyphens are one, named as most articles spell it,
// the first in the alphabet on a tie. A part of columns.h; facets.h counts by it. Mapped; every
// number is held to its bounds before it is followed. Immutable: shared by all threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>

#include "indexer/files/section_file.h"

namespace backfile {

// A value among the rows of its field; one row more says where the last one ends.
struct ValueRow {
  std::uint32_t name;      // where its name begins in the field's texts, in bytes
  std::uint32_t folded;    // where its folded form does, which ends where the next name begins
  std::uint32_t articles;  // that have it
};
static_assert(sizeof(ValueRow) == 12);

class ValueColumn {
 public:
  // Views of the file.
  struct Value {
    std::string_view name;    // the spelling that most articles have
    std::string_view folded;  // what all its spellings come to
    std::uint64_t articles = 0;
  };
  class Values;

  // Starts, entries, rows and texts (columns.h).
  static constexpr std::size_t sections = 4;

  ValueColumn() = default;  // of no values
  // The sections from `section` on, for articles with the docids [1, articles].
  ValueColumn(const SectionFile& file, std::size_t section, std::size_t articles);

  // By number, in the order of their folded forms.
  Values values() const;
  std::uint32_t size() const {
    return rows_.empty() ? 0 : static_cast<std::uint32_t>(rows_.size() - 1);
  }
  Value value(std::uint32_t number) const;
  // The number of the value whose spellings fold to this.
  std::optional<std::uint32_t> find(std::string_view folded) const;

  // The values of an article by their numbers, each once, in the article's order; empty for an
  // unknown docid.
  std::span<const std::uint32_t> of(std::uint32_t docid) const;

  // Failure{corrupt} unless the whole column fits together.
  void verify() const;

 private:
  const SectionFile* file_ = nullptr;
  // By docid - 1: entries_[starts_[i] .. starts_[i + 1]). If empty, entries are one an article.
  std::span<const std::uint32_t> starts_;
  std::span<const std::uint32_t> entries_;
  std::span<const ValueRow> rows_;
  std::string_view texts_;
};

// A range of them that is made as it is looked at.
class ValueColumn::Values {
 public:
  class Iterator {
   public:
    using value_type = Value;
    using difference_type = std::ptrdiff_t;

    Iterator() = default;
    Iterator(const ValueColumn& column, std::uint32_t number) : column_(&column), number_(number) {}
    Value operator*() const { return column_->value(number_); }
    Iterator& operator++() {
      ++number_;
      return *this;
    }
    Iterator operator++(int) { return {*column_, number_++}; }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const ValueColumn* column_ = nullptr;
    std::uint32_t number_ = 0;
  };

  explicit Values(const ValueColumn& column) : column_(column) {}
  std::size_t size() const { return column_.size(); }
  bool empty() const { return size() == 0; }
  Value operator[](std::size_t number) const {
    return column_.value(static_cast<std::uint32_t>(number));
  }
  Iterator begin() const { return {column_, 0}; }
  Iterator end() const { return {column_, column_.size()}; }

 private:
  const ValueColumn& column_;
};

inline ValueColumn::Values ValueColumn::values() const {
  return Values(*this);
}

}  // namespace backfile
