// A table of names for numbers and one for counts; stop_words is the only switch.
#include "query/ranking/ranking_settings.h"

#include <cstdlib>

namespace backfile {

bool set_ranking(RankingSettings& settings, std::string_view name, double value) {
  const struct {
    std::string_view name;
    double& number;
  } numbers[] = {
      {"saturation", settings.saturation}, {"length_penalty", settings.length_penalty},
      {"pairs", settings.pairs},           {"dictionary", settings.dictionary},
      {"pieces", settings.pieces},         {"foreign", settings.foreign},
      {"feedback", settings.feedback},     {"shrinkage", settings.shrinkage},
      {"recency", settings.recency},       {"recency_half_life", settings.recency_half_life},
      {"nearness", settings.nearness},     {"order", settings.order},
      {"as_typed", settings.as_typed},     {"spelling", settings.spelling},
      {"capitals", settings.capitals}};
  for (const auto& row : numbers) {
    if (row.name == name) {
      row.number = value;
      return true;
    }
  }
  const struct {
    std::string_view name;
    std::size_t& count;
  } counts[] = {{"reranked", settings.reranked},
                {"feedback_articles", settings.feedback_articles},
                {"feedback_words", settings.feedback_words}};
  for (const auto& row : counts) {
    if (row.name != name || value < 0) continue;
    row.count = static_cast<std::size_t>(value);
    return true;
  }
  if (name == "stop_words") {
    settings.stop_words = value != 0;
    return true;
  }
  return false;
}

}  // namespace backfile
