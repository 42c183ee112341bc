// "iamglass", the small file that makes a directory a database of Xapian: what it holds, where the
// tables have their roots, and the statistics that weights are computed from.
//
// Pure; safe on any thread. Written by glass_writer.h.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "indexer/build/glass/tree_writer.h"

namespace backfile {

using DatabaseUuid = std::array<std::uint8_t, 16>;

inline constexpr const char* version_file_name = "iamglass";

// "\x0F\rXapian Glass" and the format's date, 14 March 2016: what it is in all of Xapian 1.4.
std::string format_stamp();

struct DatabaseStatistics {
  std::uint32_t documents = 0;
  std::uint32_t last_docid = 0;
  // Of documents that are not empty; 0 if all are. Bounds have to be exact, as weights use them.
  std::uint32_t least_length = 0;
  std::uint32_t greatest_length = 0;
  std::uint32_t largest_wdf = 0;  // never above the greatest length
  std::uint64_t total_length = 0;
};

// All of the file for a database that has no tables but these two.
std::string version_file(const DatabaseUuid& uuid, const TreeRoot& postlist,
                         const TreeRoot& docdata, const DatabaseStatistics& statistics);

}  // namespace backfile
