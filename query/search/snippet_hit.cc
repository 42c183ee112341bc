// Tries, and falls back to what needs no analysis.
#include "query/search/snippet_hit.h"

#include <xapian.h>
#include <algorithm>
#include <exception>
#include <string>
#include <utility>

#include "indexer/text/unicode.h"
#include "query/snippet/shown_title.h"

namespace backfile {
namespace {

constexpr std::size_t opening_bytes = 280;

Snippet plain_snippet(std::string field, std::string text) {
  Snippet snippet;
  snippet.field = std::move(field);
  snippet.source = {0, static_cast<std::uint32_t>(text.size())};
  snippet.text = tidy_line(text);
  return snippet;
}

std::vector<Snippet> opening_words(const Article& article) {
  const std::string& text = article.body.empty() ? article.subtitle : article.body.front();
  if (text.empty()) return {};
  const std::size_t end = grapheme_floor(text, std::min(opening_bytes, text.size()));
  Snippet snippet = plain_snippet(article.body.empty() ? "subtitle" : "body", text.substr(0, end));
  if (end < text.size()) snippet.text += "…";
  return {snippet};
}

std::string name_of(const Article& article) {
  const std::string title = shown_title(article);
  return title.empty() ? "an article without a title" : "“" + title + "”";
}

}  // namespace

void show_title(Hit& hit) {
  hit.title = plain_snippet("title", shown_title(hit.article));
}

void show_passages(Hit& hit, const PassageMaker& make, std::vector<Note>& notes) {
  show_title(hit);
  const auto fall_back = [&] {
    hit.snippets = opening_words(hit.article);
    notes.push_back({std::nullopt, "The passages of " + name_of(hit.article) +
                                       " could not be chosen; its opening words are shown."});
  };
  try {
    Passages passages = make(hit.article);
    hit.title = std::move(passages.title);
    hit.snippets = std::move(passages.snippets);
  } catch (const std::exception&) {
    fall_back();
  } catch (const Xapian::Error&) {  // no exception of the library's
    fall_back();
  }
}

}  // namespace backfile
