// Counting by source, and the thresholds.
//
// A line that stands at one end in three quarters of its articles is boilerplate at that end only.
// - A label (no sentence, or one with an address): at the foot of a tenth of the articles, at the
//   head of a quarter, anywhere in nine of ten: subheadings are labels, too.
// - A sentence: at the foot of a third; at the head of half, or anywhere in three quarters, if
//   several authors have it.
// - A sentence whose figures differ from article to article ("The final score was 3-1.") is how
//   stories begin or end. At an end it is boilerplate only next to other boilerplate: a counter.
// - A sentence at the foot that names the author: of three articles, since it says who that is. One
//   that mostly stands below boilerplate shared by a third of the articles: of three as well.
// - The title itself in half of the articles; a start or end of it in three quarters, if several
//   authors have it; the subtitle in a quarter.
// Boxes are left to regions.h.
#include "indexer/boilerplate/learner.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/boilerplate/line_figures.h"
#include "indexer/boilerplate/regions.h"
#include "indexer/readers/common/line_key.h"

namespace backfile {
namespace {

constexpr std::size_t fewest = 5;             // articles, to learn from and to make a rule
constexpr std::size_t fewest_known = 3;       // articles that make a line known
constexpr std::size_t enough_for_prose = 12;  // articles, to tell boilerplate from a short serial
constexpr std::size_t enough_to_be_sure = 50;

using Articles = std::vector<SampledArticle>;

bool has_share(std::size_t count, std::size_t part, std::size_t whole, std::size_t of) {
  return whole * count >= part * of;
}

std::unordered_map<std::uint64_t, std::size_t> count_blocks(const Articles& articles) {
  std::unordered_map<std::uint64_t, std::size_t> counts;
  for (const SampledArticle& article : articles) {
    std::unordered_set<std::uint64_t> seen;
    for (const Block& block : article.blocks) {
      if (seen.insert(block.key).second) ++counts[block.key];
    }
  }
  return counts;
}

// What identifies a story that is printed again: its longest paragraph that few articles have,
// unless more of the article is its own.
std::uint64_t story_of(const SampledArticle& article, std::size_t of,
                       const std::unordered_map<std::uint64_t, std::size_t>& counts) {
  std::size_t own = 0, again = 0;
  const Block* longest = nullptr;
  for (const Block& block : article.blocks) {
    const std::size_t count = counts.at(block.key);
    if (count == 1) {
      own += block.length;
    } else if (3 * count < of) {
      again += block.length;
      if (!longest || std::tie(block.length, block.key) > std::tie(longest->length, longest->key))
        longest = &block;
    }
  }
  return longest && 2 * own < again ? longest->key : article.rank;
}

Articles without_copies(const Articles& articles) {
  const auto counts = count_blocks(articles);
  std::unordered_set<std::uint64_t> stories;
  Articles kept;
  for (const SampledArticle& article : articles) {
    if (stories.insert(story_of(article, articles.size(), counts)).second) kept.push_back(article);
  }
  return kept;
}

using Authors = std::unordered_map<std::uint64_t, std::size_t>;  // articles of each

// In how many articles a line stands, and how.
struct LineCount {
  std::size_t articles = 0, head = 0, foot = 0, below = 0, named = 0;
  Block block = {};
  std::uint64_t number = 0;  // of the first article that has it
  Authors authors = {};
  std::unordered_map<std::uint64_t, std::size_t> figures = {};  // articles that tell the same

  bool differs() const {
    std::size_t most = 0;
    for (const auto& [key, count] : figures) most = std::max(most, count);
    return !figures.empty() && tells_figures(most, articles);
  }
};

class SourceLearner {
 public:
  SourceLearner(std::string source, const Articles& sampled, std::vector<BoilerplateRule>& rules)
      : source_(std::move(source)), articles_(without_copies(sampled)), rules_(rules) {}

  // For each rule, the number of an article that has an example.
  std::vector<std::uint64_t> learn() {
    if (articles_.size() < fewest) return {};
    count_lines();
    count_ends();
    for (const auto& [key, line] : lines_) {
      if (line.articles >= fewest_known) judge(key, line);
    }
    learn_whole(BoilerplatePlace::title, &SampledArticle::title, 1, 2);
    learn_whole(BoilerplatePlace::title_start, &SampledArticle::title_start, 3, 4);
    learn_whole(BoilerplatePlace::title_end, &SampledArticle::title_end, 3, 4);
    learn_whole(BoilerplatePlace::subtitle, &SampledArticle::subtitle, 1, 4);
    for (const LearntRegionLine& line : learn_regions(articles_)) {
      rules_.push_back({source_, BoilerplatePlace::box, line.key, false, line.articles, all(), {}});
      numbers_.push_back(line.number);
    }
    return std::move(numbers_);
  }

 private:
  std::size_t all() const { return articles_.size(); }
  bool known(const Block& block) const { return lines_.at(block.key).articles >= fewest_known; }

  void count_lines() {
    for (const SampledArticle& article : articles_) {
      std::unordered_set<std::uint64_t> seen;
      for (const Block& block : article.blocks) {
        if (!seen.insert(block.key).second) continue;
        LineCount& line = lines_[block.key];
        if (line.articles++ == 0) {
          line.block = block;
          line.number = article.number;
        }
        line.named += block.names_author ? 1 : 0;
        if (block.figures != 0) ++line.figures[block.figures];
      }
    }
    for (const SampledArticle& article : articles_) {
      std::unordered_set<std::uint64_t> seen;
      for (const Block& block : article.blocks) {
        LineCount& line = lines_.at(block.key);
        const bool counts = block.sentence && line.articles >= fewest;
        if (counts && seen.insert(block.key).second) ++line.authors[article.author];
      }
    }
  }

  void count_ends() {
    for (const SampledArticle& article : articles_) {
      const std::vector<Block>& blocks = article.blocks;
      std::unordered_set<std::uint64_t> head, foot, below;
      const auto is_known = [&](std::size_t i) { return known(blocks[i]); };
      const auto may_head = [&](std::size_t i) { return heads_links(lines_.at(blocks[i].key)); };
      walk_head(blocks.size(),
                {is_known, may_head, [&](std::size_t i) { head.insert(blocks[i].key); }});
      std::vector<std::uint64_t> waiting;  // of the foot so far, should something wide stand above
      walk_foot(blocks, {is_known, may_head, [&](std::size_t i) {
                           foot.insert(blocks[i].key);
                           const LineCount& line = lines_.at(blocks[i].key);
                           if (has_share(line.articles, 1, 3, all()) && !line.differs()) {
                             below.insert(waiting.begin(), waiting.end());
                             waiting.clear();
                           }
                           waiting.push_back(blocks[i].key);
                         }});
      for (const std::uint64_t key : head) ++lines_.at(key).head;
      for (const std::uint64_t key : foot) ++lines_.at(key).foot;
      for (const std::uint64_t key : below) ++lines_.at(key).below;
    }
  }

  bool heads_links(const LineCount& line) const {
    return !line.block.sentence && line.articles >= fewest && has_share(line.articles, 1, 3, all());
  }

  // What only one author's articles have may be how that author begins. That does not matter where
  // hardly any article lacks it.
  bool of_several_authors(const Authors& authors) const {
    std::size_t most = 0, sum = 0;
    for (const auto& [author, count] : authors) {
      most = std::max(most, count);
      sum += count;
    }
    return 5 * most <= 4 * sum || (sum >= enough_to_be_sure && has_share(sum, 9, 10, all()));
  }

  void judge(std::uint64_t key, const LineCount& line) {
    const auto mostly = [&](std::size_t times) { return has_share(times, 3, 4, line.articles); };
    const auto shared_by = [&](std::size_t part, std::size_t whole) {
      return line.articles >= fewest && has_share(line.articles, part, whole, all());
    };
    const bool label = !line.block.sentence || line.block.contact;
    const bool prose = all() >= enough_for_prose;
    const bool biography = line.block.sentence && mostly(line.named);
    const bool below = prose && line.block.sentence && line.below >= fewest_known &&
                       has_share(line.below, 1, 2, line.articles);
    const bool of_stories =
        !biography && line.differs() && (mostly(line.foot) || mostly(line.head));
    if (of_stories && !below) return;
    const bool may_foot = biography || (label ? shared_by(1, 10) : prose && shared_by(1, 3));
    const bool may_head =
        label ? shared_by(1, 4) : prose && shared_by(1, 2) && of_several_authors(line.authors);
    const bool anywhere =
        prose && (label ? shared_by(9, 10) : shared_by(3, 4) && of_several_authors(line.authors));
    if (below || (may_foot && mostly(line.foot))) {
      add(BoilerplatePlace::foot, key, line);
    } else if (may_head && mostly(line.head)) {
      add(BoilerplatePlace::head, key, line);
    } else if (anywhere) {
      add(BoilerplatePlace::anywhere, key, line);
    }
  }

  void add(BoilerplatePlace place, std::uint64_t key, const LineCount& line) {
    rules_.push_back({.source = source_,
                      .place = place,
                      .key = key,
                      .heads_links = heads_links(line),
                      .articles = line.articles,
                      .of = all()});
    numbers_.push_back(line.number);
  }

  void learn_whole(BoilerplatePlace place, std::uint64_t SampledArticle::*key, std::size_t part,
                   std::size_t whole) {
    struct Count {
      std::size_t articles = 0;
      std::uint64_t number = 0;  // of the first
      Authors authors = {};
    };
    std::map<std::uint64_t, Count> counts;
    for (const SampledArticle& article : articles_) {
      if (article.*key == 0) continue;
      Count& count = counts[article.*key];
      if (count.articles++ == 0) count.number = article.number;
      ++count.authors[article.author];
    }
    const bool part_of_title =
        place == BoilerplatePlace::title_start || place == BoilerplatePlace::title_end;
    for (const auto& [hash, count] : counts) {
      if (count.articles < fewest || !has_share(count.articles, part, whole, all())) continue;
      if (part_of_title && !of_several_authors(count.authors)) continue;
      rules_.push_back({source_, place, hash, false, count.articles, all(), {}});
      numbers_.push_back(count.number);
    }
  }

  std::string source_;
  Articles articles_;
  std::vector<BoilerplateRule>& rules_;
  std::vector<std::uint64_t> numbers_;
  std::unordered_map<std::uint64_t, LineCount> lines_;
};

std::string example_in_box(const BoilerplateRule& rule, const Article& article) {
  for (const BodyRegion& region : article.regions) {
    const std::size_t end = std::size_t{region.first} + region.count;
    for (std::size_t i = region.first; i < std::min(end, article.body.size()); ++i) {
      const RegionKeys keys = region_keys(region.element, article.body[i]);
      if (keys.by_words == rule.key || keys.by_bytes == rule.key) return article.body[i];
    }
  }
  return {};
}

// The words of an article that a rule holds for.
std::string example_of(const BoilerplateRule& rule, const Article& article) {
  constexpr std::size_t longest = 300;
  const TitleCuts cuts = title_cuts(article.title);
  std::string example;
  switch (rule.place) {
    case BoilerplatePlace::title:
      example = article.title;
      break;
    case BoilerplatePlace::title_start:
      example = article.title.substr(0, cuts.start);
      break;
    case BoilerplatePlace::title_end:
      example = article.title.substr(article.title.size() - cuts.end);
      break;
    case BoilerplatePlace::subtitle:
      example = article.subtitle;
      break;
    case BoilerplatePlace::box:
      example = example_in_box(rule, article);
      break;
    default:
      const auto line = std::ranges::find_if(article.body, [&](auto& paragraph) {
        return block_of(paragraph, article).key == rule.key;
      });
      if (line != article.body.end()) example = *line;
  }
  if (example.size() > longest) {
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(example[end]) & 0xC0) == 0x80) --end;
    example = example.substr(0, end) + "…";
  }
  return example;
}

}  // namespace

std::vector<BoilerplateRule> BoilerplateLearner::rules(const Load& load) const {
  std::vector<BoilerplateRule> all;
  for (const auto& [source, articles] : sample_.articles()) {
    std::vector<BoilerplateRule> rules;
    const std::vector<std::uint64_t> numbers = SourceLearner(source, articles, rules).learn();
    for (std::size_t i = 0; load && i < rules.size(); ++i) {
      rules[i].example = example_of(rules[i], load(numbers[i]));
    }
    std::ranges::sort(rules, [](const BoilerplateRule& a, const BoilerplateRule& b) {
      return a.articles != b.articles ? a.articles > b.articles
                                      : std::tie(a.place, a.key) < std::tie(b.place, b.key);
    });
    std::ranges::move(rules, std::back_inserter(all));
  }
  return all;
}

}  // namespace backfile
