// The order of an article's texts, there and back.
#include "indexer/forward/article_text.h"

namespace backfile {
namespace {

template <class Text>
std::uint64_t hash_parts(std::span<const ArticlePart<Text>> parts) {
  TextHash hash;
  for (const ArticlePart<Text>& part : parts) hash.add(part.opening, part.text);
  return hash.value();
}

}  // namespace

std::vector<ArticlePart<std::string_view>> text_of(const Article& article) {
  std::vector<ArticlePart<std::string_view>> parts;
  if (!article.title.empty()) parts.push_back({Opening::title, article.title});
  if (!article.subtitle.empty()) parts.push_back({Opening::subtitle, article.subtitle});
  for (const std::string& author : article.author) parts.push_back({Opening::byline, author});
  for (const std::string& paragraph : article.body) {
    const bool first = &paragraph == &article.body.front();
    parts.push_back({first ? Opening::body : Opening::paragraph, paragraph});
  }
  for (const std::string& caption : article.captions) parts.push_back({Opening::caption, caption});
  return parts;
}

Article without_text(const Article& article) {
  Article rest;
  rest.id = article.id;
  rest.identity = article.identity;
  rest.url = article.url;
  rest.published = article.published;
  rest.modified = article.modified;
  rest.section = article.section;
  rest.tags = article.tags;
  rest.language = article.language;
  rest.license = article.license;
  rest.source = article.source;
  rest.published_by = article.published_by;
  rest.modified_by = article.modified_by;
  rest.regions = article.regions;
  rest.path = article.path;
  return rest;
}

void set_text(Article& article, ArticleParts&& parts) {
  article.title.clear();
  article.subtitle.clear();
  for (auto* list : {&article.author, &article.body, &article.captions}) list->clear();
  for (auto& [opening, text] : parts) {
    switch (opening) {
      case Opening::title:
        article.title = std::move(text);
        break;
      case Opening::subtitle:
        article.subtitle = std::move(text);
        break;
      case Opening::byline:
        article.author.push_back(std::move(text));
        break;
      case Opening::body:
      case Opening::paragraph:
        article.body.push_back(std::move(text));
        break;
      case Opening::caption:
        article.captions.push_back(std::move(text));
        break;
    }
  }
}

std::uint64_t hash_of(std::span<const ArticlePart<std::string_view>> parts) {
  return hash_parts(parts);
}

std::uint64_t hash_of(std::span<const ArticlePart<std::string>> parts) {
  return hash_parts(parts);
}

}  // namespace backfile
