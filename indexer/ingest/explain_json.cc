// An explanation for programs: the same facts as explain.cc lays out for people.
#include <nlohmann/json.hpp>

#include "indexer/base/figures.h"
#include "indexer/ingest/explain.h"

namespace backfile {
namespace {

using nlohmann::ordered_json;

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

ordered_json dated(const std::string& date, const DateEvidence& evidence) {
  return {{"value", text_or_null(date)},
          {"from", text_or_null(evidence.where)},
          {"text", text_or_null(evidence.text)}};
}

ordered_json to_object(const ExplainedBlock& block) {
  return {{"kept", block.why.empty()},
          {"reason", text_or_null(block.why)},
          {"words", block.words},
          {"where", block.where},
          {"text", block.text}};
}

}  // namespace

std::string explanation_line(const Found& found) {
  const Article& article = found.article;
  std::uint64_t kept = 0;
  Counts left;
  ordered_json blocks = ordered_json::array();
  for (const ExplainedBlock& block : blocks_of(found)) {
    if (block.why.empty()) kept += block.words;
    if (!block.why.empty()) left[block.why] += block.words;
    blocks.push_back(to_object(block));
  }
  const auto fact = [&](const char* field, const ordered_json& value) {
    const std::string from = value.empty() ? std::string() : origin_of(found, field);
    return ordered_json{{"value", value}, {"from", text_or_null(from)}};
  };
  const ordered_json object = {{"path", article.path},
                               {"id", article.id},
                               {"title", fact("title", text_or_null(article.title))},
                               {"author", fact("author", article.author)},
                               {"published", dated(article.published, article.published_by)},
                               {"modified", dated(article.modified, article.modified_by)},
                               {"words_kept", kept},
                               {"words_left_out", total(left)},
                               {"left_out", ordered_json(left)},
                               {"blocks", std::move(blocks)}};
  return object.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace backfile
