// Varints behind a stamp.
#include "indexer/build/glass/version_file.h"

#include "indexer/files/varint.h"

namespace backfile {
namespace {

// Tags of this size or less are never deflated; 0: none are.
constexpr std::uint64_t never = 0, above_18_bytes = 18;

constexpr std::uint64_t leaves_are_in_order = 2, has_no_root = 1;

// A block, from where free ones are listed, and how far that list was read: of tables without any.
constexpr std::string_view no_free_blocks("\0\0\0\0", 4);

void append_root(std::string& out, const TreeRoot& root, std::uint64_t deflated) {
  append_varint(out, root.block);
  append_varint(out, std::uint64_t{root.level} << 2 | leaves_are_in_order |
                         (root.entries == 0 ? has_no_root : 0));
  append_varint(out, root.entries);
  append_varint(out, TreeBlock::size >> 11);
  append_varint(out, deflated);
  std::string free;
  if (root.entries > 0) {
    append_varint(free, first_revision);
    append_varint(free, root.blocks);
    free += no_free_blocks;
  }
  append_counted(out, free);
}

void append_statistics(std::string& out, const DatabaseStatistics& statistics) {
  append_varint(out, statistics.documents);
  append_varint(out, statistics.last_docid - statistics.documents);
  append_varint(out, statistics.least_length);
  append_varint(out, statistics.largest_wdf);
  append_varint(out, statistics.greatest_length - statistics.largest_wdf);
  append_varint(out, 0);  // the oldest set of changes that is kept: there are none
  append_varint(out, statistics.total_length);
  append_varint(out, 0);  // how often a word occurs that spelling is corrected to
}

}  // namespace

std::string format_stamp() {
  constexpr unsigned year = 2016, month = 3, day = 14;
  constexpr unsigned date = (year - 2014) << 9 | month << 5 | day;
  return "\x0F\rXapian Glass" + std::string{static_cast<char>(date >> 8), static_cast<char>(date)};
}

std::string version_file(const DatabaseUuid& uuid, const TreeRoot& postlist,
                         const TreeRoot& docdata, const DatabaseStatistics& statistics) {
  std::string bytes = format_stamp();
  bytes.append(uuid.begin(), uuid.end());
  append_varint(bytes, first_revision);
  append_root(bytes, postlist, never);
  append_root(bytes, docdata, above_18_bytes);
  append_root(bytes, {}, above_18_bytes);  // lists of the terms of a document
  append_root(bytes, {}, never);           // positions
  append_root(bytes, {}, above_18_bytes);  // spellings
  append_root(bytes, {}, above_18_bytes);  // synonyms
  append_statistics(bytes, statistics);
  return bytes;
}

}  // namespace backfile
