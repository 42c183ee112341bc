// Hand-made answers for the tests of pages, and the pages they become.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "server/pages/pages.h"

namespace backfile {

inline PageContext context() {
  PageContext context;
  context.archive_title = "The Harbour Gazette";
  context.facts.generation = "20260101T000000Z-1";
  context.facts.built_at = "2026-01-01T00:00:00Z";
  context.facts.documents = 1234;
  context.facts.first_day = 20090000;
  context.facts.last_day = 20250301;
  context.facts.sections = {{"News", 1000}, {"Sport", 234}};
  context.facts.languages = {{"en", 1200}, {"de", 34}};
  return context;
}

inline Snippet passage(const std::string& field, const std::string& text, std::vector<Range> marks,
                       std::size_t paragraph = 0) {
  Snippet snippet;
  snippet.field = field;
  snippet.text = text;
  snippet.marks = std::move(marks);
  snippet.paragraph = paragraph;
  return snippet;
}

inline Hit hit() {
  Hit hit;
  Article& article = hit.article;
  article.id = "1";
  article.url = "https://www.gazette.example/storm";
  article.title = "Storm over the harbour";
  article.subtitle = "A night without sleep";
  article.author = {"Ann Ames", "Bo Berg"};
  article.published = "2015-06-11";
  article.section = "News";
  article.language = "en";
  article.body = {"The storm broke the pier.", "Nobody slept."};
  hit.key = "abcdefghijklmnop";
  hit.title = passage("title", article.title, {{0, 5}});
  hit.snippets = {passage("body", "The storm broke the pier.", {{4, 9}})};
  return hit;
}

inline Answer answer_with(std::vector<Hit> hits, std::uint64_t total) {
  Answer answer;
  answer.query = "storm";
  answer.interpreted = "storm";
  answer.total = total;
  answer.hits = std::move(hits);
  answer.facets = {{"section", {{"News", 30, true}, {"Sport", 12, false}}, 3, 0},
                   {"year", {{"2015", 30, false}, {"2016", 15, false}}, 0, 0}};
  return answer;
}

inline SearchParameters asking(const std::string& query) {
  SearchParameters parameters;
  parameters.request.query = query;
  return parameters;
}

inline std::string results(const SearchParameters& parameters, const Answer& answer) {
  return results_page(context(), parameters, answer).string();
}

inline std::string article(const Hit& hit, const SearchParameters& parameters) {
  std::vector<Snippet> passages = {hit.title, passage("subtitle", hit.article.subtitle, {})};
  for (std::size_t i = 0; i < hit.article.body.size(); ++i)
    passages.push_back(passage("body", hit.article.body[i], {{0, 3}}, i));
  for (std::size_t i = 0; i < hit.article.captions.size(); ++i)
    passages.push_back(passage("caption", hit.article.captions[i], {}, i));
  return article_page(context(), hit.key, {hit.article, passages, hit.missing}, parameters)
      .string();
}

}  // namespace backfile
