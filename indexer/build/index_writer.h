// From a deduplicated spool to the two halves of an index: write parts, join them, check.
//
// Every thread analyzes and writes parts of its own. A part holds consecutive articles of the spool,
// and parts are joined in its order: the index is the same for any number of jobs. With the direct
// builder parts are records, facts and filters, and direct_database.h makes the database; else each
// part has a database of Xapian's making as well. Stages of the builder. Uses schema.h, spool.h and
// forward/.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/boilerplate/boilerplate.h"
#include "indexer/build/direct_database.h"
#include "indexer/ingest/spool.h"

namespace backfile {

struct WritingOptions {
  unsigned jobs = 1;
  DatabaseBuilder builder = DatabaseBuilder::direct;
};

struct Written {
  std::uint64_t articles = 0;
  std::uint64_t text_bytes = 0;
  std::map<std::string, std::uint64_t> languages;  // articles by language
  Boilerplate::Removed removed;
  std::vector<FinishedFilters> filters;  // of the parts, in their order; for the direct builder
};

// Writes every article in `spool`, in its order and without `boilerplate`, to parts below the new
// directory `raw`, which are deleted once joined. What Xapian would refuse goes to `rejected`.
// `progress` gets the number of articles done; an exception from it ends the work.
Written write_parts(const Spool& spool, const Boilerplate& boilerplate,
                    const std::filesystem::path& raw, const WritingOptions& options,
                    const std::function<void(const Rejected&)>& rejected,
                    const std::function<void(std::uint64_t)>& progress);

// How many articles make a part. The same whatever the number of jobs, so that the bytes of an
// index do not depend on it. Small archives are cut into two parts of 2,000; beyond them the parts
// grow in number and in size alike, to 256, so that as many jobs have work where there is much
// of it.
std::size_t part_size(std::size_t articles);

// The parts below `raw` as one database without gaps, `joined`; what is below `raw` may go.
// `progress` is called now and then.
void join_parts(const std::filesystem::path& raw, const std::filesystem::path& joined,
                unsigned jobs, const std::function<void()>& progress);

// The runs below `raw` as the forward index, the columns and the catalogue of `generation`, with the
// docids of the database.
void join_runs_of_parts(const std::filesystem::path& raw, const std::filesystem::path& generation,
                        unsigned jobs, const std::function<void()>& progress);

// Failure{corrupt} unless Xapian finds the database whole and `articles` in it.
void check_database(const std::filesystem::path& database, std::uint64_t articles);

// The same of the forward index, the columns and the catalogue: every byte is read.
void check_forward(const std::filesystem::path& generation, std::uint64_t articles,
                   const std::function<void()>& progress);

// Why Xapian would refuse a document; nothing if it would not. Checked beforehand, because a
// refused document loses those added shortly before it as well.
std::optional<std::string> refusal(const Xapian::Document& document);

}  // namespace backfile
