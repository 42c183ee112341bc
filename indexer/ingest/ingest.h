// From sources to clean articles in a spool.
//
// Two passes, because boilerplate can be told from story only once the whole archive has been seen:
// the first reads everything and learns, the second cleans what was scraped. Other articles are
// cleaned when they leave the spool, as most have no boilerplate. The builder's first stages; uses
// readers/, scraped_boilerplate.h, boilerplate/ and spool.h. For one thread.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/boilerplate/boilerplate_file.h"
#include "indexer/boilerplate/learner.h"
#include "indexer/ingest/spool.h"
#include "indexer/readers/open.h"

namespace backfile {

// The files of the sources, except those of an index among them (./archive.index while "." is
// read). Failure{unreadable} if nothing is left.
Listing list_articles(const std::vector<std::string>& sources,
                      const std::vector<SourceName>& names = {});

// Extracts the story from the lines of a scraped file, once the boilerplate of all is learnt.
// Leaves other articles alone. `judged` gets every line of the file. Rejected if no story is left.
std::optional<Rejected> clean_scraped(const ScrapedBoilerplate& scraped, Found& found,
                                      std::vector<ScrapedBoilerplate::Judged>& judged);

// The note on a file that loses more than half of its prose or another article, if it does.
std::optional<Rejected> report_left_out(const Found& found);

// Adds that note for an article that has lost more than half of its prose to boilerplate.
void report_removed(const Article& article, const Boilerplate::Removed& removed,
                    std::vector<Rejected>& notes);

class Ingest {
 public:
  using OnRejected = std::function<void(const Rejected&)>;
  // Takes (done, total): bytes while reading, articles while cleaning.
  using OnProgress = std::function<void(std::uint64_t, std::uint64_t)>;

  // Learns the boilerplate from the files themselves.
  Ingest(Spool& spool, OnRejected rejected, BoilerplateOverrides overrides);
  // Uses what an index has learnt.
  Ingest(Spool& spool, OnRejected rejected, ArchiveBoilerplate known);

  // By `jobs` threads; what is found, and its order, are the same for any number of them.
  void read(const std::vector<SourceFile>& files, const OnProgress& progress, unsigned jobs = 1);
  // From all that was read, whatever order it came in.
  void learn();
  // Learns, then cleans what was scraped; all other articles are left to boilerplate().
  void clean(const OnProgress& progress);

  // Words left out of the files so far, by reason.
  const std::map<std::string, std::uint64_t>& left_out() const { return left_out_; }
  // Of that, what was learnt of scraped text.
  const Boilerplate::Removed& removed() const { return removed_; }
  // What was learnt, or known; whole once learn() or clean() is done.
  ArchiveBoilerplate& boilerplate() { return learnt_; }

 private:
  // A file of scraped text by its content, for an order that depends on nothing else; the files of
  // one folder, mostly one site, stay together.
  struct Scraped {
    std::uint64_t folder = 0, lines = 0;  // hashes
    std::size_t entry = 0;                // of the spool

    friend auto operator<=>(const Scraped&, const Scraped&) = default;
  };
  void learn_from(const Found& found);
  void take(Found&& found, Spool::Packed&& packed, std::vector<Rejected>& notes);
  void note_cleaned(std::size_t entry, const Found& found);

  Spool& spool_;
  OnRejected rejected_;
  std::map<std::string, std::uint64_t> left_out_;
  Boilerplate::Removed removed_;
  BoilerplateOverrides overrides_;
  bool learns_;
  std::vector<Scraped> scraped_;
  BoilerplateLearner learner_;
  ArchiveBoilerplate learnt_;
};

}  // namespace backfile
