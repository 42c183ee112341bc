// What each kind of rejection counts as, and whether it loses an article.
#include "indexer/ingest/rejection_log.h"

#include <gtest/gtest.h>

#include "tests/temporary_directory.h"

namespace backfile {
namespace {

TEST(RejectionLog, CountsEachByItsReason) {
  const struct {
    Rejected rejected;
    std::uint64_t RejectionCounts::*count;  // none: a reason of its own
    bool loses;
  } cases[] = {
      {{"a", "", "an empty file"}, nullptr, true},
      {{"a", "", "\"2014-02-31\" is not a valid date", "a", true},
       &RejectionCounts::without_date,
       false},
      {{"a", "", "\"2014-02-31\" is not a valid date; another date of the article is used", "a",
        true},
       &RejectionCounts::with_other_date,
       false},
      {{"a", "", std::string(mostly_left_out), "a", true},
       &RejectionCounts::mostly_left_out,
       false},
      {{"a", "", std::string(others_left_out), "a", true}, &RejectionCounts::others_left_out, true},
  };
  for (const auto& one : cases) {
    SCOPED_TRACE(one.rejected.reason);
    const TemporaryDirectory scratch;
    RejectionLog log(scratch / "rejected.jsonl");
    log.add(one.rejected);
    log.close();
    EXPECT_EQ(loses_article(one.rejected), one.loses);
    EXPECT_EQ(log.counts().by_reason.size(), one.count == nullptr ? 1u : 0u);
    std::uint64_t all = 0;
    for (const auto count : {&RejectionCounts::without_date, &RejectionCounts::with_other_date,
                             &RejectionCounts::with_bytes_replaced,
                             &RejectionCounts::mostly_left_out, &RejectionCounts::others_left_out})
      all += log.counts().*count;
    EXPECT_EQ(all, one.count == nullptr ? 0u : 1u);
    EXPECT_EQ(one.count == nullptr ? 1u : log.counts().*one.count, 1u);
  }
}

}  // namespace
}  // namespace backfile
