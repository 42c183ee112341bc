// From a settled spool to a Xapian database: write, compact, check.
//
// Many threads analyze, one writes, in the order of the spool, so that the database is the same for
// any number of jobs. Stages of the builder; another way of writing would stand behind the same
// functions. Uses schema.h and spool.h.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "indexer/article.h"
#include "indexer/spool.h"

namespace backfile {

struct Written {
  std::uint64_t articles = 0;
  std::uint64_t text_bytes = 0;
  std::map<std::string, std::uint64_t> languages;  // articles by language
};

// A new database of every article in `spool`, in its order, `raw`: not compacted, safe from
// nothing, to be thrown away. What Xapian would refuse goes to `rejected`. `progress` is told how
// many articles are done; what it throws ends the work.
Written write_database(const Spool& spool, const std::filesystem::path& raw, unsigned jobs,
                       const std::function<void(const Rejected&)>& rejected,
                       const std::function<void(std::uint64_t)>& progress);

// `raw` written anew without gaps, as `compact`. `progress` is called now and then.
void compact_database(const std::filesystem::path& raw, const std::filesystem::path& compact,
                      const std::function<void()>& progress);

// Failure{corrupt} unless Xapian finds the database whole and `articles` in it.
void check_database(const std::filesystem::path& database, std::uint64_t articles);

// Why Xapian would not take a document; nothing if it would. Asked beforehand, as a document
// refused takes those written shortly before along with it.
std::optional<std::string> refusal(const Xapian::Document& document);

}  // namespace backfile
