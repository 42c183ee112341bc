// Tells the story of a scraped page from the furniture around it.
//
// Sites put the same lines at the head and the foot of every page: banners, licences, rules for
// comments. Lines that open or close many files of the archive are furniture, learnt from all the
// files before any is cleaned; a line that stands at both the head and the foot of one file is
// furniture even there alone, and the foot starts with it. Digits are ignored in the comparison
// (dates, counters). Readers deliver lines (reader.h), the builder learns, then cleans.
// Learn on one thread; clean on any once learning is done.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/article.h"

namespace backfile {

class Boilerplate {
 public:
  // Counts the opening and closing lines of one file.
  void learn(const std::vector<std::string>& lines);

  // The story among the lines: title (its first line), standfirst, byline, date, body paragraphs,
  // captions apart; licence and source where the furniture states them. What `article` already
  // knows is kept.
  void clean(const std::vector<std::string>& lines, Article& article) const;

  // The lines held to be furniture with the number of files each stands in, most frequent first.
  struct Line {
    std::string text;
    std::uint64_t files;
  };
  std::vector<Line> furniture() const;

 private:
  struct Count {
    std::string sample;
    std::uint64_t head = 0;
    std::uint64_t foot = 0;
  };
  std::unordered_map<std::string, Count> counts_;  // by the line without digits and case
  std::uint64_t files_ = 0;
};

}  // namespace backfile
