// The record of what a build could not index whole: `rejected.jsonl`, and its counts.
//
// One line for every article that is not in the index, and for every one that is kept without its
// date, some of its bytes or most of its prose. The ingest and the index writer report, the builder
// passes it on; the file is published with the generation. For one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>

#include "indexer/article/article.h"

namespace backfile {

// Whether an article is missing from the index: the rejected one, or another of its page.
bool loses_article(const Rejected& rejected);

struct RejectionCounts {
  std::map<std::string, std::uint64_t> by_reason;  // articles that are not in the index
  // Notices of articles that are in the index, but ...
  std::uint64_t without_date = 0;         // have lost an invalid date,
  std::uint64_t with_other_date = 0;      // have one, and state an invalid one as well,
  std::uint64_t with_bytes_replaced = 0;  // hold U+FFFD (counts files, and lines of JSONL),
  std::uint64_t front_matter_broken = 0;  // have front matter that was read field by field,
  std::uint64_t mostly_left_out = 0;      // have lost more than half of their prose,
  std::uint64_t others_left_out = 0;      // or stood on a page with others, which are not.

  bool lose_articles() const { return !by_reason.empty() || others_left_out > 0; }
};

class RejectionLog {
 public:
  explicit RejectionLog(const std::filesystem::path& file) : file_(file), out_(file) {}

  void add(const Rejected& rejected);
  // Failure{unwritable} if the disk did not take all of it.
  void close();

  const RejectionCounts& counts() const { return counts_; }
  // The first article that was lost altogether.
  const std::optional<Rejected>& first() const { return first_; }

 private:
  std::filesystem::path file_;
  std::ofstream out_;
  RejectionCounts counts_;
  std::optional<Rejected> first_;
};

}  // namespace backfile
