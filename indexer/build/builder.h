// The recipe that turns sources into a published generation.
//
// read -> clean -> order -> index -> check -> publish; the only code that knows all stages. Uses
// ingest, spool, index_writer, direct_database and generation. One build at a time per index
// (IndexLock). A failure or a kill at any moment leaves the published generation as it was.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/boilerplate/boilerplate.h"
#include "indexer/build/direct_database.h"
#include "indexer/index/generation.h"
#include "indexer/ingest/rejection_log.h"
#include "indexer/readers/input/source_names.h"

namespace backfile {

// How far a build is.
struct Progress {
  std::string_view stage;      // "reading", "cleaning", "indexing", "inverting" ...
  std::uint64_t done = 0;      // bytes while reading, articles afterwards
  std::uint64_t total = 0;     // 0: not known
  std::uint64_t articles = 0;  // so far
};

struct BuildOptions {
  std::vector<std::string> sources = {};
  std::vector<SourceName> names = {};  // given to folders and files
  BoilerplateOverrides boilerplate = {};
  std::string index = {};
  unsigned jobs = 0;  // threads that analyze; 0: as many as there are processors
  std::size_t keep = 3;
  // Where Xapian's files are not as this program writes them, direct is as api, with a warning.
  DatabaseBuilder builder = DatabaseBuilder::direct;
  std::function<void()> begun = {};  // called once it is clear what to read, before any of it is
  // Called often, from the thread that runs the build. What it throws stops the build cleanly.
  std::function<void(const Progress&)> progress = {};
};

struct StageReport {
  std::string stage;
  double seconds = 0;
  double processor_seconds = 0;  // of all threads
};

struct BuildReport {
  std::string generation;
  std::uint64_t articles = 0;
  std::optional<GenerationBefore> before;  // in use until then, or the newest that can be read
  // The command that publishes that again; empty if it was not kept.
  std::string rollback_command;
  std::uint64_t repeated = 0;  // duplicates that differ only in path; each is indexed once
  std::string rejected_list;   // the file that names every article rejected or kept in part
  RejectionCounts rejections;
  std::map<std::string, std::uint64_t> left_out;  // words that belong to no article, by reason
  std::uint64_t passed_over = 0;  // files left out on purpose: images, styles, scripts, hidden
  std::uint64_t boilerplate_rules = 0;
  Boilerplate::Removed boilerplate;  // taken off by them
  std::map<std::string, std::uint64_t> languages;
  std::vector<StageReport> stages;  // in order
  std::uint64_t peak_memory = 0;    // of the process, in bytes
  std::uint64_t text_bytes = 0;
  std::uint64_t index_bytes = 0;
  std::vector<std::string> warnings;  // what did not keep the new index from being published
};

// Throws Failure; unreadable if not one article could be read.
BuildReport build(const BuildOptions& options);

}  // namespace backfile
