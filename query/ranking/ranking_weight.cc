// factor * (k1 + 1) * wdf / (k1 * (1 - b + b * length / average) + wdf). The upper bound takes the
// highest wdf and the shortest article, so Xapian may skip what cannot come among the best.
#include "query/ranking/ranking_weight.h"

#include <algorithm>

namespace backfile {

WordWeight::WordWeight(const RankingSettings& settings) : settings_(settings) {
  need_stat(AVERAGE_LENGTH);
  need_stat(DOC_LENGTH);
  need_stat(DOC_LENGTH_MIN);
  need_stat(WDF);
  need_stat(WDF_MAX);
}

void WordWeight::init(double factor) {
  factor_ = factor;
}

double WordWeight::part(double wdf, double length) const {
  const double share = length / std::max(1.0, double(get_average_length()));
  const double penalty = 1 - settings_.length_penalty + settings_.length_penalty * share;
  const double saturation = settings_.saturation;
  return factor_ * (saturation + 1) * wdf / (saturation * penalty + wdf);
}

double WordWeight::get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                               Xapian::termcount) const {
  return wdf == 0 ? 0 : part(wdf, length);
}

double WordWeight::get_maxpart() const {
  return part(get_wdf_upper_bound(), get_doclength_lower_bound());
}

}  // namespace backfile
