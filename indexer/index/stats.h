// Facts of a published generation: what `stats` prints.
//
// Reads the manifest, the columns, the lexicon and the sizes of files. For one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "indexer/base/figures.h"
#include "indexer/index/generation.h"

namespace backfile {

struct Stats {
  std::string index;
  Manifest manifest;
  bool stems_changed = false;       // the stemmer has changed since the index was built
  std::string first_day, last_day;  // YYYY[-MM[-DD]]; empty if no article is dated
  std::uint64_t undated = 0;
  std::uint64_t bytes = 0;                       // of the whole generation
  std::map<std::string, std::uint64_t> tables;   // of each table of the database
  std::map<std::string, std::uint64_t> forward;  // of each file of the forward index
  std::uint64_t columns = 0, catalogue = 0;      // of these files
  Counts forms;                                  // different words as written, by language
  std::uint64_t generations = 0;                 // kept on disk
};

// Failure{corrupt} if there is no index, or one of another version.
Stats read_stats(const std::filesystem::path& index);

// "English 21,500, unknown 12", most articles first.
std::string languages_text(const Counts& by_code);

// "17.3 MB, 2.66 times the text"; "34.3 kB" beside a text that is small, as the files of an index
// have a size of their own, however little is in them.
std::string size_of_index(std::uint64_t bytes, std::uint64_t text_bytes);

std::string to_text(const Stats& stats);
std::string to_json(const Stats& stats);

}  // namespace backfile
