// Fills an article from its object and counts what is left out of it.
#include "indexer/readers/json/json_found.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "indexer/readers/common/identity.h"
#include "indexer/readers/html/page/left_out.h"
#include "indexer/readers/json/declared.h"
#include "indexer/readers/json/declared_body.h"
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

// Takes what no field has for the body where there is none, as far as it stands in one member: the
// order of several is not known. Tells the rest.
void take_unread(const json& object, bool explain, Found& found) {
  std::vector<UnreadText> texts = unread_texts(object, found.article);
  if (texts.empty()) return;
  if (found.article.body.empty()) {
    const std::string member = std::ranges::max(texts, {}, &UnreadText::words).member;
    const auto taken = [&](const UnreadText& text) { return text.member == member; };
    for (const UnreadText& text : texts) {
      if (taken(text)) add_body(*text.value, found.article);
    }
    std::erase_if(texts, taken);
  }
  const std::string why = "in a field that was not read";
  for (UnreadText& text : texts) {
    found.left.words[why] += text.words;
    found.left.prose += text.words;
    if (explain)
      found.explanation.blocks.push_back({text.member, why, text.words, std::move(text.line)});
  }
}

}  // namespace

void deliver_json(const JsonArticle& one, std::string path, const Place& place, const Sink& sink) {
  const auto reject = [&](std::string reason) {
    sink.rejected({place.file, place.within, std::move(reason)});
  };
  if (!one.value.is_object()) return reject("this is not a JSON object");
  Found found;
  std::string reason = fill_declared(one.value, found.article);
  if (!reason.empty()) return reject(std::move(reason));
  fill_body_from_blocks(one.value, found.article);
  found.article.path = std::move(path);
  found.article.identity = printed_identity(one.value);
  take_opening_facts(found.article);
  if (!one.left_out.empty()) tell_left_out(one, sink.explain, found);
  take_unread(one.value, sink.explain, found);
  if (found.left.prose > 0) tell_body(sink.explain, found);
  deliver(std::move(found), place, sink);
}

}  // namespace backfile
