// A run of consecutive articles as records with numbers of their own: the first half of a build.
//
// Forms and separators are numbered as they first appear, so that an article can be encoded at
// once; a run that has filled its memory is closed, and the next begins from nothing. join_runs()
// (join_runs.h) then numbers the forms of all runs by their frequency. Runs of different articles
// may be written by different threads; the index is the same however articles fall into runs.
//
// Its files (files/run_files.h) are private to the build and deleted by it:
//
//   NAME.records   for each article a counted string (varint.h): facts, separators, ids
//   NAME.keys      languages, readers, forms and separators, each list behind its length; forms and
//                  separators in the order of their keys: key, number in this run, occurrences,
//                  documents
//   NAME.places    made while runs are joined: the same forms and separators, each its number in
//                  this run and its place among those of all runs
//
// Uses text/units.h. A ForwardRun is for one thread.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/files/key_table.h"
#include "indexer/files/limits.h"
#include "indexer/files/run_files.h"
#include "indexer/forward/article_text.h"
#include "indexer/forward/building/text_table.h"
#include "indexer/forward/format.h"
#include "indexer/forward/separators.h"
#include "indexer/text/units.h"

namespace backfile {

// Where an article came from: what a later build compares to know whether it changed.
struct RecordOrigin {
  std::array<std::uint8_t, 16> content_hash = {};  // of what the reader was given
  std::string reader;                              // and its version: "html 7"
};

class ForwardRun {
 public:
  // Writes to `path` with ".records" and ".keys" appended.
  explicit ForwardRun(const std::filesystem::path& path, const ForwardLimits& limits = {});

  // Encodes the text of an article, and holds what was encoded to the article before it is kept:
  // Failure{corrupt} if a single byte differs. Its texts are valid UTF-8 without NUL.
  void add(const Article& article, const RecordOrigin& origin);

  std::size_t memory() const;  // in bytes; what a build closes a run by

  // Nothing may be added afterwards.
  void finish();

 private:
  struct SoughtForm {
    TextTable::Sought form;
    Range range;      // of the text, or
    bool is_spelled;  // of spelled_
  };

  void add_part(const ArticlePart<std::string_view>& part, std::string_view language,
                std::uint32_t language_number);
  void add_gaps(const ArticlePart<std::string_view>& part, std::span<const TextUnit> units);
  void seek_forms(std::string_view text, std::span<const TextUnit> units, std::uint32_t language);
  void number_forms(std::string_view text);
  bool comes_back(std::span<const ArticlePart<std::string_view>> parts) const;
  void write_record(std::uint32_t language, const RecordOrigin& origin, std::uint64_t text_hash);
  void append_ids();
  void write_forms();
  void write_separators();
  void write_key(const TextTable& table, std::uint32_t number);

  ForwardLimits limits_;
  RunWriter records_, keys_;
  UnitReader reader_;
  TextTable forms_, separators_;
  KeyTable languages_, readers_;
  std::uint32_t documents_ = 0;
  std::uint64_t positions_ = 0;
  // Of the article at hand.
  std::vector<FormId> ids_;
  SeparatorEncoder entries_;
  std::string key_, record_;
  // Of the part at hand.
  std::vector<SoughtForm> sought_;
  std::string spelled_;  // NUL and the spelling behind each form that has one
};

}  // namespace backfile
