// Articles as keys and as JSON.
#include "indexer/article/article.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "indexer/article/article_json.h"
#include "indexer/base/hash.h"

namespace backfile {
namespace {

using nlohmann::ordered_json;

// Readers hand out valid UTF-8 only; should one ever not, the article is mended, not lost.
std::string one_line(const ordered_json& object) {
  return object.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

ordered_json date_or_null(const std::string& date) {
  return date.empty() ? ordered_json(nullptr) : ordered_json(date);
}

}  // namespace

Rejected rejection_of(const Article& article, std::string reason) {
  Rejected rejected{
      .path = article.path, .place = {}, .reason = std::move(reason), .id = article.id};
  // "archive.jsonl:12", "archive.json#3".
  const std::size_t mark = article.path.find_last_not_of("0123456789");
  if (mark == std::string::npos || mark == 0 || mark + 1 == article.path.size()) return rejected;
  const char sign = article.path[mark];
  // A file may well be called "Letter #3".
  const bool numbered = sign == '#' && article.path[mark - 1] != ' ';
  if (sign != ':' && !numbered) return rejected;
  rejected.path.resize(mark);
  rejected.place = (numbered ? "article " : "line ") + article.path.substr(mark + 1);
  return rejected;
}

Identity identity_of(const Article& article) {
  return Identity(article.identity.empty() ? article.id : article.identity);
}

std::string article_key(const Article& article) {
  return article_key(identity_of(article));
}

std::string article_key(const Identity& identity) {
  constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz234567";
  const Sha256 hash = sha256(identity.text);
  std::string key;
  for (std::size_t first = 0; first < 10; first += 5) {  // 5 bytes make 8 characters
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 5; ++i) bits = bits << 8 | hash[first + i];
    for (int shift = 35; shift >= 0; shift -= 5) key += alphabet[bits >> shift & 31];
  }
  return key;
}

ordered_json article_object(const Article& article) {
  return {{"id", article.id},
          {"key", article_key(article)},
          {"identity", identity_of(article).text},
          {"url", article.url},
          {"title", article.title},
          {"subtitle", article.subtitle},
          {"author", article.author},
          {"published", date_or_null(article.published)},
          {"modified", date_or_null(article.modified)},
          {"section", article.section},
          {"tags", article.tags},
          {"language", article.language},
          {"license", article.license},
          {"source", article.source},
          {"body", article.body},
          {"captions", article.captions},
          {"path", article.path}};
}

std::string to_json_line(const Article& article) {
  return one_line(article_object(article));
}

ContentHash content_hash(const Article& article) {
  const Sha256 whole = sha256(encode_article(article));
  ContentHash half;
  std::copy_n(whole.begin(), half.size(), half.begin());
  return half;
}

}  // namespace backfile
