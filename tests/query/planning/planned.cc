// Indexes the articles in memory and describes patterns in words.
#include "tests/query/planning/planned.h"

#include <algorithm>
#include <numeric>

#include "indexer/index/schema.h"
#include "query/docids/evaluation.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

Xapian::WritableDatabase indexed(const std::vector<Article>& articles, Analyzer& analyzer) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const Article& article : articles) database.add_document(to_document(article, analyzer));
  return database;
}

std::string described(const WordPattern& word) {
  return word.term + (word.family ? "*" : "") + (word.capitals_only ? "!" : "") +
         (word.accented.empty() ? "" : "=" + word.accented) +
         std::accumulate(word.forms.begin(), word.forms.end(), std::string(),
                         [](std::string all, const std::string& form) { return all + "|" + form; });
}

}  // namespace

Planned::Planned(const std::vector<Article>& articles)
    : database_(indexed(articles, analyzer_)),
      forward_(forward_index_of(articles)),
      facts_(facts_of(forward_, articles)),
      planner_(std::make_unique<Planner>(database_, forward_, facts_, analyzer_)) {
  for (const Article& article : articles) ids_.push_back(article.id);
}

// As archive.h has them: every language once, and the unknown one.
PlannerFacts Planned::facts_of(const ForwardIndex& forward, const std::vector<Article>& articles) {
  PlannerFacts facts;
  for (const Article& article : articles) {
    if (std::ranges::find(facts.languages, article.language) == facts.languages.end()) {
      facts.languages.push_back(article.language);
    }
  }
  if (std::ranges::find(facts.languages, "") == facts.languages.end()) {
    facts.languages.emplace_back();
  }
  facts.columns = columns_of(articles, forward);
  facts.spellings = std::make_shared<const Spellings>(facts.columns);
  return facts;
}

Plan Planned::plan(std::string_view query) {
  return plan(parse(query).tree);
}

void Planned::make_stems_unfit() {
  facts_.stems_fit = false;
  planner_ = std::make_unique<Planner>(database_, forward_, facts_, analyzer_);
}

std::vector<std::string> Planned::found(std::string_view query) {
  std::vector<std::string> found;
  evaluate(plan(query).all.condition, database_).for_each([&](DocidSet::Docid docid) {
    found.push_back(ids_.at(docid - 1));
  });
  return found;
}

Article short_article(std::string id, std::string language, std::string body) {
  Article article;
  article.id = std::move(id);
  article.language = std::move(language);
  article.body.push_back(std::move(body));
  return article;
}

std::string described(const MatchPattern& pattern) {
  std::string words;
  for (const WordPattern& word : pattern.words) {
    words += (words.empty() ? "" : " ") + described(word);
  }
  if (pattern.words.size() > 1) words = "(" + words + ")";
  return (pattern.field.empty() ? "" : pattern.field + ":") + words;
}

std::string described(const std::vector<MatchPattern>& patterns) {
  std::string text;
  for (const MatchPattern& pattern : patterns)
    text += (text.empty() ? "" : ", ") + described(pattern);
  return text;
}

}  // namespace backfile
