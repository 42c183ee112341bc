// Bylines that say more than who wrote: agencies, material, others, signs.
#include "indexer/readers/evidence/byline_asides.h"

#include <gtest/gtest.h>

#include "indexer/base/lists.h"
#include "indexer/readers/evidence/byline.h"

namespace backfile {
namespace {

TEST(BylineAsides, AreNoNames) {
  const struct {
    const char *line, *names;
  } cases[] = {
      {"Par Jane Tarn (avec AFP)", "Jane Tarn"},
      {"Jane Tarn (with Reuters)", "Jane Tarn"},
      {"Jane Tarn avec AFP", "Jane Tarn"},
      {"Jane Tarn with agencies", "Jane Tarn"},
      {"By Jane Tarn and Reuters", "Jane Tarn"},
      {"By Jane Tarn and the AP", "Jane Tarn"},
      {"Von Jane Tarn, mit Material von dpa", "Jane Tarn"},
      {"Jane Tarn, mit Material der dpa", "Jane Tarn"},
      {"Von Jane Tarn mit dpa-Material", "Jane Tarn"},
      {"mit Material von dpa", ""},
      {"Jane Tarn with files from Ole Brand", "Jane Tarn; Ole Brand"},
      {"Jane Tarn/Reuters", "Jane Tarn"},
      {"Jane Tarn / Reuters", "Jane Tarn"},
      {"By Jane Tarn/The Lantern", "Jane Tarn"},
      {"Jane Tarn/Ole Brand", "Jane Tarn; Ole Brand"},
      {"文/张三", "张三"},
      {"摄影/李四 文/张三", "张三"},
      {"As told to Jane Tarn", "Jane Tarn"},
      {"By Ole Brand, as told to Jane Tarn", "Ole Brand; Jane Tarn"},
      {"By Ole Brand as told to Jane Tarn", "Ole Brand; Jane Tarn"},
      {"Jane Tarn ©", "Jane Tarn"},
      {"© Jane Tarn", "Jane Tarn"},
      {"(c) Jane Tarn", "Jane Tarn"},
      {"By Jane Tarn and 2 others", "Jane Tarn"},
      {"Jane Tarn, Ole Brand and two others", "Jane Tarn; Ole Brand"},
      {"Jane Tarn + 2 others", "Jane Tarn"},
      {"Jane Tarn et al.", "Jane Tarn"},
      {"and 2 others", ""},
      {"By Jane Tarn and 3 more", "Jane Tarn"},
      {"By Jane Tarn, Ole Brand and two more", "Jane Tarn; Ole Brand"},
      {"Jane Tarn and 12 more authors", "Jane Tarn"},
      {"Jane Tarn and 2 other contributors", "Jane Tarn"},
      {"By Jane Tarn Special to The Lantern", "Jane Tarn"},
      {"Jane Tarn, Special to The Lantern", "Jane Tarn"},
      {"Jane Tarn \xE2\x88\x99 4 min read", "Jane Tarn"},
      {"by user5 » Tue Mar 05, 2011 10:00 am", "user5"},
  };
  for (const auto& one : cases)
    EXPECT_EQ(joined(split_byline(one.line), "; "), one.names) << one.line;
}

TEST(BylineAsides, LeaveWhatIsAName) {
  const struct {
    const char *line, *names;
  } cases[] = {
      {"Reuters", "Reuters"},
      {"By Ansa Reuters", "Ansa Reuters"},
      {"Jane Material", "Jane Material"},
      {"Ann and Hob Tarn", "Ann and Hob Tarn"},
      {"Text/Foto: Jane Tarn", "Jane Tarn"},
      {"Al Tarn", "Al Tarn"},
      {"Jane Tarn and Ann More", "Jane Tarn; Ann More"},
      {"Jane Special and Ole Brand", "Jane Special; Ole Brand"},
      {"Jane Tarn and Al Brand", "Jane Tarn; Al Brand"},
  };
  for (const auto& one : cases)
    EXPECT_EQ(joined(split_byline(one.line), "; "), one.names) << one.line;
}

TEST(BylineAsides, StandBehindInitials) {
  const struct {
    const char *line, *names;
  } cases[] = {
      {"tarn, j.t. et al.", "tarn, j.t."},
      {"tarn,j.", "tarn, j."},
      {"Tarn, J.T.", "Tarn, J.T."},
      {"Tarn, J. T. and Brand, O.", "Tarn, J. T.; Brand, O."},
      {"tarn,j.t. and brand,o.", "tarn, j.t.; brand, o."},
      {"Tarn, J., Brand, K.-H., and Quist, A. M.", "Tarn, J.; Brand, K.-H.; Quist, A. M."},
      {"Tarn, J., Brand, O. et al.", "Tarn, J.; Brand, O."},
      {"van Tarn,j.t. and brand,o.", "van Tarn, j.t.; brand, o."},
      {"Van Tarn, J. T.", "Van Tarn, J. T."},
      {"Brand, O. and de la Tarn, J.", "Brand, O.; de la Tarn, J."},
      {"de la Tarn, J. and Brand, O.", "de la Tarn, J.; Brand, O."},
      {"Von J. Tarn", "J. Tarn"},
      {"Von Jane Tarn, J. Brand", "Jane Tarn; J. Brand"},
      {"Von Jane Tarn, Velmouth", "Jane Tarn"},
      {"Tarn, J. and Ole Brand", "Tarn, J.; Ole Brand"},
      {"By Jane Tarn, M.D.", "Jane Tarn"},
      {"By Jane Tarn and Ole Brand, Velmouth, D.C.", "Jane Tarn; Ole Brand"},
      {"J. T. Brand, Jane Tarn", "J. T. Brand; Jane Tarn"},
  };
  for (const auto& one : cases)
    EXPECT_EQ(joined(split_byline(one.line), "; "), one.names) << one.line;
}

}  // namespace
}  // namespace backfile
