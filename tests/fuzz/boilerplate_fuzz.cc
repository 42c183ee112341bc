// Any bytes as articles of one source (separated by form feeds): cleaning adds nothing, leaves
// something of every body and changes nothing the second time, and the order of learning does not
// matter.
#include "indexer/boilerplate/boilerplate.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/boilerplate/learner.h"
#include "indexer/readers/common/finish.h"
#include "tests/fuzz/archive_of.h"
#include "tests/fuzz/demand.h"

namespace {

using namespace backfile;

// The first line is the title, the second the author. Lines behind a tab, in a row, are a box; the
// letter behind the tab is its element.
void add_line(std::string line, Article& article) {
  const bool in_box = line.size() > 1 && line.front() == '\t';
  const auto element = in_box ? static_cast<std::uint64_t>(static_cast<unsigned char>(line[1])) : 0;
  const auto number = static_cast<std::uint32_t>(article.body.size());
  article.body.push_back(in_box ? line.substr(2) : std::move(line));
  if (!in_box) return;
  std::vector<BodyRegion>& regions = article.regions;
  const bool goes_on = !regions.empty() && regions.back().element == element &&
                       regions.back().first + regions.back().count == number;
  goes_on ? void(++regions.back().count) : regions.push_back({element, number, 1});
}

std::vector<Article> articles_of(const std::vector<Lines>& files) {
  std::vector<Article> articles;
  for (const Lines& file : files) {
    Article article;
    article.path = "folder/" + std::to_string(articles.size());
    article.language = "en";
    article.title = file.front();
    if (file.size() > 1) article.author = {file[1]};
    for (std::size_t i = 2; i < file.size(); ++i) add_line(file[i], article);
    if (finish_article(article)) continue;
    demand_regions(article);
    articles.push_back(article);
  }
  return articles;
}

void check_articles(const std::vector<Lines>& files) {
  const std::vector<Article> articles = articles_of(files);
  BoilerplateLearner learner, backwards;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    learner.learn(articles[i], i);
    backwards.learn(articles[articles.size() - 1 - i], articles.size() - 1 - i);
  }
  const auto load = [&](std::uint64_t number) { return articles.at(number); };
  const std::vector<BoilerplateRule> rules = learner.rules(load);
  demand(backwards.rules(load) == rules, "the order of learning does not matter");
  BoilerplateOverrides overrides;
  for (const Lines& file : files) {
    for (const std::string& line : file) {
      if (line.starts_with("keep ")) overrides.keep.push_back(line.substr(5));
      if (line.starts_with("remove ")) overrides.remove.push_back(line.substr(7));
    }
  }
  for (const BoilerplateRule& rule : rules) {
    demand(is_valid_utf8(rule.example), "examples are UTF-8");
    demand(rule.articles >= 3 && rule.articles <= rule.of, "a rule counts articles");
  }
  const Boilerplate boilerplate(rules, overrides);
  for (const Article& article : articles) {
    Article clean = article;
    const auto removed = boilerplate.clean(clean);
    demand(!clean.body.empty() || article.body.empty(), "something of every body stays");
    demand(!clean.title.empty() || article.title.empty(), "a title is not taken whole");
    demand(clean.body.size() <= article.body.size(), "nothing is added");
    Article whole = article;
    whole.regions.clear();
    demand(removed.articles > 0 || clean == whole, "what is removed is counted");
    Article again = clean;
    boilerplate.clean(again);
    demand(again == clean, "cleaning twice changes nothing");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = repair_utf8({reinterpret_cast<const char*>(data), size});
  check_articles(files_in(text));
  return 0;
}
