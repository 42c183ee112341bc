// Articles on their way into an index: staged on disk, a small entry of each in memory.
//
// The first megabytes stay in memory as they are, so that a few files never touch the disk. The
// builder adds while reading, replaces the scraped ones once they are cleaned, keeps one version of
// each article (versions.h), and takes them out again in the order of the index. One thread changes
// a spool; while none does, any number may load from it.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/article/date.h"
#include "indexer/readers/common/reader.h"

namespace backfile {

class Spool {
 public:
  // An article as it lies in a spool: made on any thread, so that adding it is little work.
  class Packed;
  static Packed pack(const Found& found);
  // The same where nobody waits: it is packed when it is added, if it has to go to disk.
  static Packed describe(const Found& found);

  // Uses an unnamed file in `directory`, which disappears with the process, however that ends.
  // `flag` is the option that names another directory, for the error when the disk is full.
  explicit Spool(const std::filesystem::path& directory, std::string_view flag = "--index");
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  // `notes` say what could not be read of it; they are reported if it is indexed.
  void add(const Found& found, std::vector<Rejected> notes = {});
  void add(const Found& found, Packed packed, std::vector<Rejected> notes);  // packed of `found`
  std::size_t size() const { return entries_.size(); }

  Found load(std::size_t entry) const;
  // Whether lines of scraped text still wait to be cleaned: Found::lines is not empty.
  bool has_lines(std::size_t entry) const { return entries_[entry].has_lines; }
  const std::vector<Rejected>& notes(std::size_t entry) const;
  void replace(std::size_t entry, const Found& found);
  void add_note(std::size_t entry, Rejected note);
  void remove(const std::vector<std::size_t>& entries);  // in ascending order

  // Keeps one version of every article and sorts by (day descending, undated last; moment
  // descending, those without a time last of their day; id; key). Versions that differ from the one
  // kept once both are cleaned go to `rejected`; returns the number of identical ones.
  std::uint64_t deduplicate(const std::function<void(Article&)>& clean,
                            const std::function<void(const Rejected&)>& rejected,
                            const std::function<void()>& progress);
  void sort_as_read();  // after deduplicate(): back into the order of reading

 private:
  using Key = std::array<char, 16>;  // article_key()
  struct Entry {
    std::string id;
    Key key = {};
    PackedDay day = 0;
    std::optional<std::int64_t> instant = {};
    bool has_lines = false;
    std::uint32_t length = 0;  // on disk; 0: held in memory
    std::uint64_t offset = 0;  // on disk, or its number among those held
    std::uint64_t order = 0;   // of reading
  };
  Entry write(const Found& found, Packed packed);
  bool hold(const Found& found, Entry& entry);
  void forget_held(const Entry& entry);

  std::vector<Entry> entries_;
  // By order; few articles have any.
  std::unordered_map<std::uint64_t, std::vector<Rejected>> notes_;
  std::filesystem::path directory_;
  std::string flag_;
  int descriptor_ = -1;
  std::uint64_t end_ = 0;
  std::vector<Found> held_;
  std::size_t held_bytes_ = 0;
};

class Spool::Packed {
  friend class Spool;
  Entry entry;
  std::string record;  // empty: not packed yet
};

}  // namespace backfile
