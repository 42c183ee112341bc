// Gathers the values of one field and writes them as a column (value_column.h).
//
// Spellings are numbered as they come; once all are known, those that fold alike become one value.
// Used by join_columns.h. For one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/files/byte_store.h"
#include "indexer/files/key_table.h"
#include "indexer/files/section_file.h"

namespace backfile {

class ColumnWriter {
 public:
  // `directory` is for what waits on disk meanwhile.
  explicit ColumnWriter(const std::filesystem::path& directory) : numbers_(directory) {}

  // An article with so many values, which are added next.
  void begin_article(std::uint32_t values);
  void add(std::string_view value);

  // Finds the values: nothing may be added afterwards.
  void merge();
  // The folded forms of all values, in the order of their numbers.
  void visit(const std::function<void(std::string_view folded)>& visit) const;
  // The four sections. `progress` is called now and then.
  void write(SectionFileWriter& out, const std::function<void()>& progress) const;

 private:
  void name_values();
  void sort_values();
  std::vector<std::uint32_t> write_articles(SectionFileWriter& out,
                                            const std::function<void()>& progress) const;

  KeyTable spellings_, folded_;
  std::vector<std::uint64_t> times_;   // by spelling: how often it stands in an article
  std::vector<std::uint32_t> value_;   // by spelling: the number of its value
  std::vector<std::uint32_t> name_;    // by folded form: the spelling that names it
  std::vector<std::uint32_t> sorted_;  // folded forms in the order of their bytes
  ByteStore numbers_;                  // u32 each: of each article how many, then their spellings
  std::uint32_t articles_ = 0;
};

}  // namespace backfile
