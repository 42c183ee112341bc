// One article's record with its shape: where fields, paragraphs and compounds stand in it, and what
// is all in capitals.
//
// forward/ stores codes and separators; patterns ask where a field ends and which words are pieces
// of one compound. Positions are those of the record: words and openings, from 0. Used by
// record_patterns.h. For one thread; refers to its index, which must outlive it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/forward/forward_index.h"
#include "indexer/forward/separators.h"
#include "query/matching/algebra/intervals.h"

namespace backfile {

// Where in an article a word may stand; the regions of Inside (unit.h), by number.
enum class RecordRegion : std::uint8_t { text, title, subtitle, body, captions, bylines };
inline constexpr std::size_t record_regions = 6;

// What is behind this opening; never the text.
RecordRegion region_of(Opening opening);
// The field of fields.h; the text if it is none.
RecordRegion region_called(std::string_view field);

class ArticleRecord {
 public:
  explicit ArticleRecord(const ForwardIndex& index) : index_(index) {}

  // In place of the article read before.
  void read(std::uint32_t docid);

  const ForwardIndex& index() const { return index_; }
  const Record& record() const { return record_; }
  std::string_view language() const { return language_; }

  // Where fields and paragraphs open, ascending. Captions are paragraphs of one field; each byline
  // is a field.
  Breaks fields() const { return fields_; }
  Breaks paragraphs() const { return paragraphs_; }
  // By RecordRegion. The text is everything but the bylines.
  const std::array<std::vector<Interval>, record_regions>& regions() const { return regions_; }
  // Whether the word stands in a sentence all in capitals, which tell nothing there.
  bool is_shouted(std::uint32_t position) const;
  bool is_in(RecordRegion region, std::uint32_t position) const;
  // The words whose joint with the next makes them pieces of one compound, from the first piece to
  // the last.
  const std::vector<Interval>& compounds() const { return compounds_; }
  // What joins a piece of a compound to the next: the hyphen of S-400.
  std::string_view joint(std::uint32_t position) const;
  // Adds the pieces of a compound and what joins them, as they stand in the article.
  void append_written(Interval compound, std::string& text) const;
  // Where characters of scripts without spaces do not touch the next one, ascending; among other
  // positions.
  std::vector<std::uint32_t> gaps() const;

 private:
  void read_openings();
  void add_to_region(RecordRegion region, Interval interval);
  void read_separators();

  const ForwardIndex& index_;
  Record record_;
  std::string_view language_;
  std::vector<std::uint32_t> fields_, paragraphs_;
  std::array<std::vector<Interval>, record_regions> regions_;
  std::vector<Interval> compounds_;
  std::vector<SeparatorEntry> joints_;  // of the compounds, in order
  std::vector<Interval> shouted_;       // up to the next sentence, which a field may end before
};

}  // namespace backfile
