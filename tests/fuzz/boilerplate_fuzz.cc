// Any bytes as an archive (files parted by form feeds): of scraped text, of which no line is without
// a role and every line of the story comes out; and of articles, of which nothing comes out that was
// not there, something of every body stays, and cleaning twice changes nothing.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/boilerplate.h"
#include "indexer/boilerplate/furniture.h"
#include "indexer/boilerplate/learner.h"
#include "indexer/readers/finish.h"
#include "indexer/text/unicode.h"

namespace {

using Lines = std::vector<std::string>;

std::vector<Lines> files_in(std::string_view text) {
  std::vector<Lines> files(1, Lines(1));
  for (const char c : text) {
    if (c == '\f') {
      files.emplace_back(1);
    } else if (c == '\n') {
      files.back().emplace_back();
    } else {
      files.back().back() += c;
    }
  }
  return files;
}

void demand(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

// The lines of a text in several lines, counted.
std::size_t count_lines(const std::string& text) {
  std::size_t lines = 1;
  for (const char c : text) lines += c == '\n' ? 1 : 0;
  return lines;
}

void check(const Lines& file, const backfile::Boilerplate& boilerplate) {
  backfile::Article article;
  boilerplate.clean(file, article);
  std::size_t body = 0;
  for (const auto& line : boilerplate.judge(file)) {
    body += line.role == backfile::LineRole::body ? 1 : 0;
  }
  std::size_t paragraphs = 0;
  for (const std::string& paragraph : article.body) {
    demand(!paragraph.empty(), "paragraphs are not empty");
    demand(backfile::is_valid_utf8(paragraph), "paragraphs are UTF-8");
    paragraphs += count_lines(paragraph);
  }
  demand(paragraphs == body, "every line of the body is in a paragraph");
  for (const std::string* field : {&article.title, &article.subtitle, &article.section,
                                   &article.source, &article.license, &article.url}) {
    demand(backfile::is_valid_utf8(*field), "fields are UTF-8");
  }
  for (const auto* list : {&article.author, &article.tags, &article.captions}) {
    for (const std::string& entry : *list)
      demand(backfile::is_valid_utf8(entry), "lists are UTF-8");
  }
}

// The first line is the title, the second the author.
std::vector<backfile::Article> articles_of(const std::vector<Lines>& files) {
  std::vector<backfile::Article> articles;
  for (const Lines& file : files) {
    backfile::Article article;
    article.path = "folder/" + std::to_string(articles.size());
    article.language = "en";
    article.title = file.front();
    if (file.size() > 1) article.author = {file[1]};
    for (std::size_t i = 2; i < file.size(); ++i) article.body.push_back(file[i]);
    if (!finish_article(article)) articles.push_back(article);
  }
  return articles;
}

void check_articles(const std::vector<Lines>& files) {
  const std::vector<backfile::Article> articles = articles_of(files);
  backfile::FurnitureLearner learner, backwards;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    learner.learn(articles[i], i);
    backwards.learn(articles[articles.size() - 1 - i], articles.size() - 1 - i);
  }
  const auto load = [&](std::uint64_t number) { return articles.at(number); };
  const std::vector<backfile::FurnitureRule> rules = learner.rules(load);
  demand(backwards.rules(load) == rules, "the order of learning does not matter");
  backfile::FurnitureOverrides overrides;
  for (const Lines& file : files) {
    for (const std::string& line : file) {
      if (line.starts_with("keep ")) overrides.keep.push_back(line.substr(5));
      if (line.starts_with("remove ")) overrides.remove.push_back(line.substr(7));
    }
  }
  for (const backfile::FurnitureRule& rule : rules) {
    demand(backfile::is_valid_utf8(rule.example), "examples are UTF-8");
    demand(rule.articles >= 3 && rule.articles <= rule.of, "a rule counts articles");
  }
  const backfile::Furniture furniture(rules, overrides);
  for (const backfile::Article& article : articles) {
    backfile::Article clean = article;
    const auto taken = furniture.clean(clean);
    demand(!clean.body.empty() || article.body.empty(), "something of every body stays");
    demand(!clean.title.empty() || article.title.empty(), "a title is not taken whole");
    demand(clean.body.size() <= article.body.size(), "nothing is added");
    demand(taken.articles > 0 || clean == article, "what is taken is told");
    backfile::Article again = clean;
    furniture.clean(again);
    demand(again == clean, "cleaning twice changes nothing");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::vector<Lines> files = files_in(backfile::repair_utf8(bytes));
  backfile::Boilerplate boilerplate;
  for (const Lines& file : files) boilerplate.learn(file);
  for (const Lines& file : files) check(file, boilerplate);
  for (const auto& line : boilerplate.furniture()) {
    demand(backfile::is_valid_utf8(line.text), "furniture is UTF-8");
  }
  check_articles(files);
  return 0;
}
