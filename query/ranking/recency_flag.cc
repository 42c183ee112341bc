// All other settings keep their defaults: on the command line only the half-life is a choice.
#include "query/ranking/recency_flag.h"

#include "query/ranking/recency.h"

namespace backfile {

RankingSettings ranking_of(const Arguments& arguments) {
  RankingSettings settings;
  const std::string flag(recency_flag.name);
  const std::optional<std::string> given = arguments.value(flag);
  if (!given) return settings;
  const std::optional<double> days = read_half_life(*given);
  if (!days) arguments.refuse(flag, "a time such as \"2 years\", \"18 months\" or \"90 days\"");
  settings.recency_half_life = *days;
  return settings;
}

}  // namespace backfile
