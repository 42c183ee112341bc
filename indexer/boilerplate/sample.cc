// Keeps the articles of the lowest ranks, by source.
#include "indexer/boilerplate/sample.h"

#include <algorithm>
#include <utility>

#include "indexer/boilerplate/rule.h"
#include "indexer/readers/common/line_key.h"

namespace backfile {
namespace {

std::uint64_t hash_or_none(std::string_view text) {
  return text.empty() ? 0 : stable_hash(text);
}

// Two articles of one rank are identical in all that is learnt from.
std::uint64_t rank_of(const Article& article) {
  std::string text = article.id + '\n' + article.path + '\n' + article.title;
  for (const std::string& paragraph : article.body) text += '\n' + paragraph;
  return stable_hash(text);
}

SampledArticle sampled(const Article& article, std::uint64_t rank, std::uint64_t number) {
  const std::string_view title = article.title;
  const TitleCuts cuts = title_cuts(title);
  return {.rank = rank,
          .number = number,
          .author = article.author.empty() ? 0 : hash_or_none(article.author.front()),
          .title = hash_or_none(title),
          .title_start = hash_or_none(title.substr(0, cuts.start)),
          .title_end = hash_or_none(title.substr(title.size() - cuts.end)),
          .subtitle = hash_or_none(article.subtitle),
          .blocks = outer_blocks(article),
          .regions = region_lines(article)};
}

bool lower_rank(const SampledArticle& a, const SampledArticle& b) {
  return a.rank < b.rank;
}

}  // namespace

void BoilerplateSample::add(const Article& article, std::uint64_t number) {
  const std::uint64_t rank = rank_of(article);
  if (rank >= below_) return;
  std::vector<SampledArticle>& drawn = sources_[boilerplate_source(article)];
  if (drawn.size() == most_of_source) {
    if (rank >= drawn.front().rank) return;
    std::ranges::pop_heap(drawn, lower_rank);
    drawn.back() = sampled(article, rank, number);
  } else {
    drawn.push_back(sampled(article, rank, number));
    ++size_;
  }
  std::ranges::push_heap(drawn, lower_rank);
  while (size_ > most_articles_) thin_out();
}

void BoilerplateSample::thin_out() {
  below_ /= 2;
  size_ = 0;
  for (auto source = sources_.begin(); source != sources_.end();) {
    std::vector<SampledArticle>& drawn = source->second;
    std::erase_if(drawn, [&](const SampledArticle& article) { return article.rank >= below_; });
    std::ranges::make_heap(drawn, lower_rank);
    size_ += drawn.size();
    source = drawn.empty() ? sources_.erase(source) : std::next(source);
  }
}

std::map<std::string, std::vector<SampledArticle>> BoilerplateSample::articles() const {
  auto sources = sources_;
  for (auto& [source, drawn] : sources) std::ranges::sort(drawn, lower_rank);
  return sources;
}

}  // namespace backfile
