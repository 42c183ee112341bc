// Tells the story of a scraped page from the boilerplate around it.
//
// Sites put the same lines at the head and the foot of every page: banners, licences, rules for
// comments. Lines that open or close many files of the archive are boilerplate, learnt from all the
// files before any is cleaned; a line at both the head and the foot of a single file is boilerplate
// as well, and the foot starts with it (scraped/ends.h). The comparison ignores digits (dates,
// counters). Readers deliver lines (reader.h), the builder learns, then cleans. What was learnt can
// be stored (boilerplate_file.h). learner.h does the same for articles whose story is known from
// their markup. The order of learning matters a little; ingest.cc chooses one that does not depend
// on the names or the order of files. Learn on one thread; clean on any once learning is done.
//
//   for (file : archive) boilerplate.learn(file.lines);
//   for (file : archive) boilerplate.count_removed(boilerplate.clean(file.lines, file.article));
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/boilerplate/overrides.h"
#include "indexer/readers/scraped/learnt.h"
#include "indexer/readers/scraped/lines.h"

namespace backfile {

class ScrapedBoilerplate {
 public:
  // All that cleaning needs, in a fixed order. Numbers of files.
  struct Learnt {
    struct Line {
      std::uint64_t key = 0;
      std::uint32_t files = 0, edges = 0, removed = 0;
      std::string sample = {};
    };
    struct Site {
      std::uint64_t key = 0;
      std::vector<std::uint32_t> openings = {};
    };
    std::uint64_t files = 0;
    std::vector<Line> lines = {};
    std::vector<Site> sites = {};
  };

  ScrapedBoilerplate() = default;
  explicit ScrapedBoilerplate(const Learnt& learnt);
  Learnt learnt() const;

  // Overrides for single lines take precedence over all that is learnt.
  void set_overrides(BoilerplateOverrides overrides) { overrides_ = std::move(overrides); }

  // Counts the opening and closing lines of one file, unless it is a copy of one seen before.
  void learn(const std::vector<std::string>& lines);

  // What became of a line, and why.
  struct Judged {
    std::string text;
    LineRole role;
  };

  // The story among the lines: title (its first line), standfirst, byline, date, body paragraphs,
  // captions apart; licence and source where the boilerplate states them. What `article` already
  // knows is kept. A file of nothing but boilerplate leaves title and body empty; where a title
  // would be left alone, the sentences below it are its story. Returns every line.
  std::vector<Judged> clean(const std::vector<std::string>& lines, Article& article) const;

  // Notes what was removed from a file, for boilerplate(). Part of learning.
  void count_removed(const std::vector<Judged>& file);

  // The lines removed by what was learnt, with the number of files that have each, most frequent
  // first.
  struct Line {
    std::string text;
    std::uint64_t files;
  };
  std::vector<Line> boilerplate() const;

 private:
  struct Count {
    std::uint32_t files = 0;
    std::uint32_t edges = 0;    // files that it helped to open or close
    std::uint32_t removed = 0;  // files that it was removed from
  };

  // Of the files that end alike, how many open with so many lines that other files have: by number.
  using Openings = std::vector<std::uint32_t>;

  Count count_of(const ScrapedLine& line) const;
  bool differs(const std::string& text, std::uint32_t files) const;
  std::uint64_t above_next(const std::vector<ScrapedLine>& lines, std::size_t i) const;
  std::uint64_t site_of(const std::vector<ScrapedLine>& lines) const;
  Spread spread_of(const std::vector<ScrapedLine>& lines) const;
  void count_opening(std::uint64_t site, std::size_t lines);
  std::vector<LineRole> roles_of(const std::vector<ScrapedLine>& lines, Article& article) const;
  bool restore_prose(const std::vector<ScrapedLine>& lines, std::vector<LineRole>& roles) const;
  void forget_the_rarest();

  std::unordered_map<std::uint64_t, Count> counts_;  // by line_key(), numbers_key(), pair_key()
  std::unordered_map<std::uint64_t, std::string> samples_;  // of lines seen often enough to count
  std::unordered_map<std::uint64_t, Openings> openings_;    // by the key of a line at the foot
  std::uint64_t files_ = 0;
  BoilerplateOverrides overrides_;
};

}  // namespace backfile
