// Articles on their way into an index: staged compressed on disk, a small entry of each in memory.
//
// The builder adds while reading, replaces the scraped ones once they are cleaned, keeps one
// article of each id, and takes them out again in the order of the index. One thread changes a
// spool; while none does, any number may load from it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/date.h"
#include "indexer/readers/reader.h"

namespace backfile {

class Spool {
 public:
  // Takes its room in `directory`, in a file without a name: gone with the process, however it
  // ends. `flag` is how people name another directory, should there be no room.
  explicit Spool(const std::filesystem::path& directory, std::string_view flag = "--index");
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  void add(const Found& found);
  std::size_t size() const { return entries_.size(); }

  Found load(std::size_t entry) const;
  // Whether lines of scraped text still wait to be cleaned: Found::lines is not empty.
  bool has_lines(std::size_t entry) const { return entries_[entry].has_lines; }
  const std::string& id(std::size_t entry) const { return entries_[entry].id; }
  void replace(std::size_t entry, const Found& found);
  void remove(const std::vector<std::size_t>& entries);  // in ascending order

  // Keeps the last article of every id and sorts by (day descending, undated last; moment
  // descending, those without a time last of their day; id). Returns what gave way, for the report.
  std::vector<Rejected> settle();

 private:
  struct Entry {
    std::string id;
    PackedDay day = 0;
    std::optional<std::int64_t> instant = {};
    bool has_lines = false;
    std::uint32_t length = 0;
    std::uint64_t offset = 0;
    std::uint64_t order = 0;  // of reading
  };
  Entry write(const Found& found);

  std::vector<Entry> entries_;
  std::filesystem::path directory_;
  std::string flag_;
  int descriptor_ = -1;
  std::uint64_t end_ = 0;
};

}  // namespace backfile
