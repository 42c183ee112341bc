// Rules by source and key, and their use on one article.
#include "indexer/boilerplate/boilerplate.h"

#include <algorithm>
#include <utility>

#include "indexer/boilerplate/blocks.h"
#include "indexer/boilerplate/line_figures.h"
#include "indexer/boilerplate/regions.h"
#include "indexer/readers/common/body_regions.h"
#include "indexer/readers/common/finish.h"
#include "indexer/readers/common/line_key.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// The title of a site, the start of a title and a paragraph of the same bytes are three things; so
// is a paragraph in a box.
std::uint64_t key_of(BoilerplatePlace place, std::uint64_t key) {
  switch (place) {
    case BoilerplatePlace::title:
    case BoilerplatePlace::title_start:
    case BoilerplatePlace::title_end:
    case BoilerplatePlace::subtitle:
    case BoilerplatePlace::box:
      return key ^ (static_cast<std::uint64_t>(place) << 56);
    default:
      return key;
  }
}

std::uint64_t count_words(std::string_view text) {
  std::uint64_t words = 0;
  bool inside = false;
  for (const char c : text) {
    words += !inside && !is_ascii_space(c) ? 1 : 0;
    inside = !is_ascii_space(c);
  }
  return words;
}

std::uint64_t words_of_prose(std::string_view text) {
  return reads_as_prose(text) ? count_words(text) : 0;
}

}  // namespace

Boilerplate::Removed& Boilerplate::Removed::operator+=(const Removed& more) {
  articles += more.articles;
  words += more.words;
  prose += more.prose;
  return *this;
}

bool Boilerplate::Removed::has_most_prose(const Article& left) const {
  if (prose == 0) return false;
  std::uint64_t kept = 0;
  for (const std::string& paragraph : left.body) kept += words_of_prose(paragraph);
  return prose > kept;
}

Boilerplate::Boilerplate(std::vector<BoilerplateRule> rules, BoilerplateOverrides overrides)
    : rules_(std::move(rules)), overrides_(std::move(overrides)) {
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    sources_[rules_[i].source].emplace(key_of(rules_[i].place, rules_[i].key), i);
  }
}

const BoilerplateRule* Boilerplate::rule_of(const BySource& source, BoilerplatePlace place,
                                            std::string_view text, std::uint64_t key) const {
  const auto found = text.empty() ? source.end() : source.find(key_of(place, key));
  return found == source.end() ? nullptr : &rules_[found->second];
}

const BoilerplateRule* Boilerplate::find(const BySource& source, BoilerplatePlace place,
                                         std::string_view text, std::uint64_t key) const {
  const BoilerplateRule* rule = rule_of(source, place, text, key);
  return rule != nullptr && overrides_.keeps(text) ? nullptr : rule;
}

// Where the title is the site's, the headline is the first line of the body.
bool Boilerplate::clean_title(const BySource& source, Article& article) const {
  const std::string before = article.title;
  if (find(source, BoilerplatePlace::title, article.title, stable_hash(article.title))) {
    const bool headline =
        article.body.size() > 1 && block_of(article.body.front(), article).link &&
        !find(source, BoilerplatePlace::head, article.body.front(), line_key(article.body.front()));
    if (headline) {
      article.title = article.body.front();
      remove_paragraphs(article, {true});
    }
    return headline;
  }
  const TitleCuts cuts = title_cuts(article.title);
  const std::string start = article.title.substr(0, cuts.start);
  const std::string end = article.title.substr(article.title.size() - cuts.end);
  if (find(source, BoilerplatePlace::title_end, end, stable_hash(end)))
    article.title.resize(article.title.size() - end.size());
  if (find(source, BoilerplatePlace::title_start, start, stable_hash(start)) &&
      start.size() < article.title.size()) {
    article.title.erase(0, start.size());
  }
  return article.title != before;
}

// A box is removed whole or not at all: one unknown line means that the box is this story's own.
// Lines that overrides keep stay.
void Boilerplate::mark_boxes(const BySource& source, const Article& article,
                             std::vector<bool>& goes) const {
  for (const BodyRegion& region : article.regions) {
    const std::size_t end = std::size_t{region.first} + region.count;
    bool known = end <= article.body.size();
    for (std::size_t i = region.first; known && i < end; ++i) {
      const std::string& paragraph = article.body[i];
      const RegionKeys keys = region_keys(region.element, paragraph);
      known = rule_of(source, BoilerplatePlace::box, paragraph, keys.by_words) ||
              rule_of(source, BoilerplatePlace::box, paragraph, keys.by_bytes);
    }
    for (std::size_t i = region.first; known && i < end; ++i)
      goes[i] = goes[i] || !overrides_.keeps(article.body[i]);
  }
}

// `source` is nullptr where nothing was learnt; then only the overrides apply.
Boilerplate::Removed Boilerplate::clean_body(const BySource* source, Article& article) const {
  std::vector<Block> blocks;
  std::vector<const BoilerplateRule*> found;
  std::vector<bool> goes, kept;  // kept by an override; the walk goes on past it
  for (const std::string& paragraph : article.body) {
    blocks.push_back(source ? block_of(paragraph, article) : Block());
    // One lookup serves all places of a paragraph.
    found.push_back(source ? rule_of(*source, BoilerplatePlace::foot, paragraph, blocks.back().key)
                           : nullptr);
    kept.push_back(found.back() && overrides_.keeps(paragraph));
    goes.push_back(
        (!kept.back() && found.back() && found.back()->place == BoilerplatePlace::anywhere) ||
        overrides_.removes(paragraph));
  }
  const auto is_rule = [&](std::size_t i, BoilerplatePlace place) {
    return goes[i] || (found[i] && found[i]->place == place);
  };
  const auto heads = [&](std::size_t i) { return found[i] && found[i]->heads_links; };
  const auto take = [&](std::size_t i) {
    if (!kept[i] && (found[i] || !overrides_.keeps(article.body[i]))) goes[i] = true;
  };
  if (source) mark_boxes(*source, article, goes);
  walk_head(blocks.size(),
            {[&](std::size_t i) { return is_rule(i, BoilerplatePlace::head); }, heads, take});
  walk_foot(blocks,
            {[&](std::size_t i) { return is_rule(i, BoilerplatePlace::foot); }, heads, take, true});
  if (std::ranges::find(goes, false) == goes.end()) return {};
  Removed removed;
  for (std::size_t i = 0; i < goes.size(); ++i) {
    if (!goes[i]) continue;
    removed.words += count_words(article.body[i]);
    removed.prose += words_of_prose(article.body[i]);
  }
  if (removed.words > 0) remove_paragraphs(article, goes);
  return removed;
}

// Removing a paragraph may bring other boilerplate to an end of the body: repeated until nothing
// changes.
Boilerplate::Removed Boilerplate::remove_from(Article& article) const {
  const auto known = sources_.find(boilerplate_source(article));
  const BySource* source = known == sources_.end() ? nullptr : &known->second;
  Removed removed;
  if (!source && overrides_.remove.empty()) return removed;
  if (source &&
      find(*source, BoilerplatePlace::subtitle, article.subtitle, stable_hash(article.subtitle))) {
    article.subtitle.clear();
    removed.articles = 1;
  }
  while (true) {
    Article next = article;
    const Removed more = clean_body(source, next);
    const bool title_changed = source && clean_title(*source, next);
    if (more.words == 0 && !title_changed) break;
    const bool story_stays = !finish_article(next) && (!next.body.empty() || article.body.empty());
    if (!story_stays) break;
    article = std::move(next);
    removed += more;
    removed.articles = 1;
  }
  return removed;
}

Boilerplate::Removed Boilerplate::clean(Article& article) const {
  const Removed removed = remove_from(article);
  article.regions.clear();
  return removed;
}

}  // namespace backfile
