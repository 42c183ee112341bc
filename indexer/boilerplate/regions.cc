// Counts lines by the box they stand in, then boxes by whether all their lines are shared.
//
// An element counts if it is in a tenth of the articles. A line in it is shared if five articles
// have it, of several authors unless three quarters of all articles have the element: a serial may
// open in a box of its own. Numbers count as words in elements that fewer articles have: the
// figures of a match are its report. The element is boilerplate where nine of ten articles have
// nothing in it but shared lines; the others keep theirs.
#include "indexer/boilerplate/regions.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "indexer/boilerplate/sample.h"
#include "indexer/readers/common/line_key.h"

namespace backfile {
namespace {

constexpr std::size_t fewest = 5;              // articles that share a line
constexpr std::size_t enough_articles = 12;    // to tell boilerplate from a short serial
constexpr std::size_t most_lines = 32;         // of the boxes of one article
constexpr std::size_t most_in_box = 12;        // what is longer is a story
constexpr std::size_t most_of_an_element = 8;  // in one article; more are how its text is set

bool has_number(std::string_view paragraph) {
  return paragraph.find_first_of("0123456789") != paragraph.npos;
}

struct Count {
  std::size_t articles = 0;
  std::uint64_t number = 0;
  std::unordered_map<std::uint64_t, std::size_t> authors = {};

  void add(const SampledArticle& article) {
    if (articles++ == 0) number = article.number;
    if (article.author != 0) ++authors[article.author];
  }
  bool of_several_authors() const {
    return std::ranges::all_of(authors, [&](auto& one) { return 5 * one.second <= 4 * articles; });
  }
};

// The lines of an article in the boxes of one element.
using Lines = std::vector<const RegionLine*>;

std::map<std::uint64_t, Lines> lines_by_element(const SampledArticle& article) {
  std::map<std::uint64_t, Lines> lines;
  for (const RegionLine& line : article.regions) lines[line.element].push_back(&line);
  return lines;
}

// All articles are shown to each step before the next.
class Element {
 public:
  void count_article() { ++articles_; }
  void set_share(std::size_t all) {
    wide_ = 4 * articles_ >= 3 * all;
    common_ = articles_ >= fewest && 10 * articles_ >= all;
  }
  void count_lines(const SampledArticle& article, const Lines& lines) {
    if (!common_) return;
    std::unordered_set<std::uint64_t> seen;
    for (const RegionLine* line : lines) {
      if (seen.insert(key_of(*line)).second) lines_[key_of(*line)].add(article);
    }
  }
  void count_repeated(const Lines& lines) {
    const auto shared = [&](const RegionLine* line) { return is_shared(lines_.at(key_of(*line))); };
    if (common_ && std::ranges::all_of(lines, shared)) ++repeated_;
  }

  void tell(std::uint64_t element, std::vector<LearntRegionLine>& learnt) const {
    if (!common_ || 10 * repeated_ < 9 * articles_) return;
    for (const auto& [key, count] : lines_) {
      if (is_shared(count))
        learnt.push_back({region_key(element, key), count.articles, count.number});
    }
  }

 private:
  std::uint64_t key_of(const RegionLine& line) const {
    return wide_ || line.exact == 0 ? line.key : line.exact;
  }
  bool is_shared(const Count& count) const {
    return count.articles >= fewest && (wide_ || count.of_several_authors());
  }

  std::size_t articles_ = 0, repeated_ = 0;
  bool wide_ = false, common_ = false;
  std::map<std::uint64_t, Count> lines_;  // by key_of()
};

}  // namespace

std::vector<RegionLine> region_lines(const Article& article) {
  std::unordered_map<std::uint64_t, std::size_t> boxes;
  for (const BodyRegion& region : article.regions) ++boxes[region.element];
  std::vector<RegionLine> lines;
  for (const BodyRegion& region : article.regions) {
    const std::size_t end = std::size_t{region.first} + region.count;
    const bool fits = end <= article.body.size() && region.count <= most_in_box &&
                      lines.size() + region.count <= most_lines;
    if (!fits || boxes[region.element] > most_of_an_element) continue;
    for (std::size_t i = region.first; i < end; ++i) {
      const std::string& paragraph = article.body[i];
      const std::uint64_t exact = has_number(paragraph) ? stable_hash(paragraph) : 0;
      lines.push_back({region.element, line_key(paragraph), exact});
    }
  }
  return lines;
}

std::uint64_t region_key(std::uint64_t element, std::uint64_t words) {
  return stable_hash(std::to_string(element) + ' ' + std::to_string(words));
}

RegionKeys region_keys(std::uint64_t element, std::string_view paragraph) {
  return {region_key(element, line_key(paragraph)), region_key(element, stable_hash(paragraph))};
}

std::vector<LearntRegionLine> learn_regions(const std::vector<SampledArticle>& articles) {
  std::vector<LearntRegionLine> learnt;
  if (articles.size() < enough_articles) return learnt;
  std::map<std::uint64_t, Element> elements;
  const auto for_each = [&](const auto& step) {
    for (const SampledArticle& article : articles) {
      for (const auto& [element, lines] : lines_by_element(article))
        step(elements[element], article, lines);
    }
  };
  for_each([](Element& element, auto&, auto&) { element.count_article(); });
  for (auto& [number, element] : elements) element.set_share(articles.size());
  for_each(
      [](Element& element, auto& article, auto& lines) { element.count_lines(article, lines); });
  for_each([](Element& element, auto&, auto& lines) { element.count_repeated(lines); });
  for (const auto& [number, element] : elements) element.tell(number, learnt);
  std::ranges::sort(learnt, {}, &LearntRegionLine::key);
  return learnt;
}

}  // namespace backfile
