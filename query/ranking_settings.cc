// See ranking_settings.h.
#include "query/ranking_settings.h"

#include <cstdlib>

namespace backfile {

bool set_ranking(RankingSettings& settings, std::string_view name, double value) {
  const struct {
    std::string_view name;
    double& number;
  } numbers[] = {{"saturation", settings.saturation}, {"length_penalty", settings.length_penalty},
                 {"pairs", settings.pairs},           {"dictionary", settings.dictionary},
                 {"pieces", settings.pieces},         {"foreign", settings.foreign},
                 {"shrinkage", settings.shrinkage}};
  for (const auto& row : numbers) {
    if (row.name == name) {
      row.number = value;
      return true;
    }
  }
  if (name == "stop_words") {
    settings.stop_words = value != 0;
    return true;
  }
  return false;
}

}  // namespace backfile
