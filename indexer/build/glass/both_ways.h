// The same few documents as a database of Xapian's own making and of ours, to be compared.
//
// For direct_writing.h, which decides whether ours may be used, and for tests. Everything is held in
// memory. Safe on any thread, in different directories.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/build/glass/glass_writer.h"

namespace backfile {

struct PlainDocument {
  std::uint32_t docid = 0;                          // rising
  std::map<std::string, std::uint32_t> terms = {};  // and how often each occurs
  std::string data = {};
};

// Some bytes, by which databases are told apart.
DatabaseUuid uuid_of(std::uint8_t seed);

// Through Xapian's API, without lists of terms; not synced.
void write_by_api(const std::vector<PlainDocument>& documents,
                  const std::filesystem::path& directory);

// By GlassWriter; in `ranges` ranges of terms of about equal size, or term by term if there are none.
void write_directly(const std::vector<PlainDocument>& documents,
                    const std::filesystem::path& directory, const GlassOptions& options = {},
                    std::size_t ranges = 0);

// The name of a file that is not the same in both databases once they are compacted, which is done
// below the new directory `scratch`; nothing if they are equal but for their uuids.
std::optional<std::string> differing_file(const std::filesystem::path& one,
                                          const std::filesystem::path& other,
                                          const std::filesystem::path& scratch);

}  // namespace backfile
