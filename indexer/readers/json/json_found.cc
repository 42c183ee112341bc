// Fills an article from its object and counts what is left out of it.
#include "indexer/readers/json/json_found.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "indexer/readers/common/identity.h"
#include "indexer/readers/html/page/left_out.h"
#include "indexer/readers/json/declared.h"
#include "indexer/readers/json/declared_body.h"
#include "indexer/readers/json/shapes/declared_names.h"
#include "indexer/readers/json/shapes/shape.h"
#include "indexer/readers/json/unread.h"
#include "indexer/readers/scraped/facts.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using nlohmann::json;

std::uint32_t count_words(std::string_view line) {
  return line.empty() ? 0 : static_cast<std::uint32_t>(std::ranges::count(line, ' ')) + 1;
}

ExplainedBlock block_of(std::string where, std::string_view why, std::string_view text) {
  std::string line = tidy_line(text);
  const std::uint32_t words = count_words(line);
  return {std::move(where), std::string(why), words, std::move(line)};
}

// The title and text of an article in one line.
std::string line_of(const json& value) {
  std::optional<json> merged = opened(value);
  if (std::optional<json> whole = with_sections(merged ? *merged : value))
    merged = std::move(whole);
  const json& object = merged ? *merged : value;
  Article article;
  fill_declared(object, article);
  fill_body_from_blocks(object, article);
  std::string line = article.title;
  for (const std::string& paragraph : article.body) line += ' ' + paragraph;
  return line;
}

void tell_body(bool explain, Found& found) {
  std::vector<ExplainedBlock> kept;
  for (const std::string& paragraph : found.article.body) {
    kept.push_back(block_of("body", "", paragraph));
    found.left.prose_kept += kept.back().words;
  }
  std::vector<ExplainedBlock>& blocks = found.explanation.blocks;
  if (explain) blocks.insert(blocks.begin(), kept.begin(), kept.end());
}

void tell_left_out(const JsonArticle& one, bool explain, Found& found) {
  const std::string_view why = reason_text(LeftOut::other_article);
  std::vector<ExplainedBlock>& blocks = found.explanation.blocks;
  for (const json* other : one.left_out) {
    blocks.push_back(block_of("object", why, line_of(*other)));
    found.left.words[std::string(why)] += blocks.back().words;
    found.left.prose += blocks.back().words;
  }
  found.left.articles = one.left_out.size();
  if (!explain) blocks.clear();
}

bool is_list_of_texts(const json& value) {
  return value.is_array() &&
         std::ranges::all_of(value, [](const json& e) { return e.is_string(); });
}

// Makes what no field has the body, as far as it stands in one member: the order of several is not
// known. An opening that the article has stays before it.
void take_longest(const JsonArticle& one, Article& article) {
  const json& object = one.value;
  const std::vector<std::string> opening = std::exchange(article.body, {});
  std::vector<UnreadText> texts = unread_texts(object, article, one.elsewhere);
  std::erase_if(texts, [](const UnreadText& text) {
    return text.beside || text.subtitle || is_opening(plain_name(text.member));
  });
  std::map<std::string, std::uint32_t> words;
  for (const UnreadText& text : texts) words[text.member] += text.words;
  const auto longest =
      std::ranges::max_element(words, {}, [](const auto& member) { return member.second; });
  for (const UnreadText& text : texts) {
    if (is_list_of_texts(object[longest->first])) break;
    if (text.member == longest->first) add_body(*text.value, article);
  }
  if (longest != words.end() && article.body.empty()) add_body(object[longest->first], article);
  put_opening(opening, article);
}

void tell_unread(const JsonArticle& one, bool explain, Found& found) {
  for (UnreadText& text : unread_texts(one.value, found.article, one.elsewhere)) {
    const std::string why = text.beside ? "beside the story" : "in a field that was not read";
    found.left.words[why] += text.words;
    if (!text.beside) found.left.prose += text.words;
    if (explain)
      found.explanation.blocks.push_back({text.member, why, text.words, std::move(text.line)});
  }
}

// Prose beside the articles of a wrapper that is no part of any.
void tell_rest(const JsonArticle& rest, const Place& place, const Sink& sink) {
  constexpr std::uint32_t fewest_words = 40;
  std::map<std::string, std::uint32_t> words;
  for (const UnreadText& text : unread_texts(rest.value, {}, rest.elsewhere)) {
    if (!text.beside && !text.subtitle) words[text.member] += text.words;
  }
  for (const auto& [member, count] : words) {
    if (count >= fewest_words)
      sink.rejected({place.file, '"' + member + '"', "text beside the articles is part of none"});
  }
}

}  // namespace

void deliver_json(const JsonArticle& one, std::string path, const Place& place, const Sink& sink) {
  const auto reject = [&](std::string reason) {
    sink.rejected({place.file, place.within, std::move(reason)});
  };
  if (one.kind == JsonArticle::Kind::rest) return tell_rest(one, place, sink);
  if (one.kind == JsonArticle::Kind::table)
    return sink.rejected(
        {place.file, "table " + one.value["name"].dump(), "a table without articles"});
  if (one.kind == JsonArticle::Kind::reply)
    return reject("a text without a title among articles is part of none");
  if (!one.value.is_object()) return reject("this is not a JSON object");
  Found found;
  std::string reason = fill_declared(one.value, found.article);
  if (!reason.empty()) return reject(std::move(reason));
  fill_body_from_blocks(one.value, found.article);
  found.article.path = std::move(path);
  found.article.identity = printed_identity(one.value);
  take_opening_facts(found.article);
  if (!one.left_out.empty()) tell_left_out(one, sink.explain, found);
  // An opening alone is no body.
  if (found.article.body.empty() || !has_story(one.value)) take_longest(one, found.article);
  tell_unread(one, sink.explain, found);
  if (!found.left.words.empty()) tell_body(sink.explain, found);
  deliver(std::move(found), place, sink);
}

}  // namespace backfile
