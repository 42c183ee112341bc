// Articles on their way into an index: staged compressed on disk, a small entry of each in memory.
//
// The builder appends while reading, replaces the scraped ones once they are cleaned, keeps one
// article of each id, and takes them out again in the order of the index. For one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/date.h"
#include "indexer/readers/reader.h"

namespace backfile {

class Spool {
 public:
  explicit Spool(const std::filesystem::path& file);  // created; removed again by the destructor
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  void add(const Found& found);
  std::size_t size() const { return entries_.size(); }

  Found load(std::size_t entry) const;
  void replace(std::size_t entry, const Found& found);

  // Keeps the last article of every id and sorts by (date descending, undated last, id). Returns
  // the paths and ids of what gave way, for the report.
  std::vector<Rejected> settle();

 private:
  struct Entry {
    std::string id;
    PackedDay day = 0;
    std::uint64_t offset = 0;
    std::uint32_t length = 0;
    std::uint32_t order = 0;
  };
  std::vector<Entry> entries_;
  int descriptor_ = -1;
  std::uint64_t end_ = 0;
  std::filesystem::path file_;
};

}  // namespace backfile
