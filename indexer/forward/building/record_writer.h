// Writes the five files of records (records.h) side by side, front to back.
//
// Used by join_runs.h, once the lexicon has numbered the forms. For one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/files/limits.h"
#include "indexer/files/section_file.h"
#include "indexer/forward/format.h"
#include "indexer/forward/records.h"

namespace backfile {

class RecordWriter {
 public:
  RecordWriter(const std::filesystem::path& directory, const ForwardLimits& limits);

  // The next docid. `ids` are openings and forms, `separators` as SeparatorEncoder makes them.
  void add(std::span<const FormId> ids, std::string_view separators, const RecordFacts& facts);

  // `lexicon` is what its writer returned.
  void finish(std::uint64_t lexicon, std::span<const std::string> readers,
              std::string_view analyzer);

 private:
  ForwardLimits limits_;
  SectionFileWriter codes_, rare_, separators_, offsets_, facts_;
  std::uint64_t position_ = 0;
  std::uint64_t separator_bytes_ = 0;
  std::uint32_t rare_count_ = 0;
  std::vector<std::uint32_t> rare_before_;  // the directory
  std::vector<WordCode> codes_buffer_;      // of one record
  std::vector<FormId> rare_buffer_;
};

}  // namespace backfile
