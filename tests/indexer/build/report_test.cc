// What a build says of the time it took, for people and for programs.
#include "indexer/build/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace backfile {
namespace {

using testing::HasSubstr;
using testing::Not;

BuildReport some_report(double times) {
  BuildReport report;
  report.articles = 3'000;
  report.text_bytes = 60'000'000;
  report.stages = {{"reading", 2 * times, 3.5 * times},
                   {"ordering", 0.01 * times, 0.01 * times},
                   {"inverting", 0.25 * times, 0.4 * times}};
  report.peak_memory = 412'000'000;
  return report;
}

TEST(BuildReport, TellsWhatEachStageTook) {
  const std::string text = to_text(some_report(1), "an.index");
  EXPECT_THAT(text, HasSubstr("time        2.3 s (reading 2.0, inverting 0.2)\n"));
  EXPECT_THAT(text, HasSubstr("pace        1,327 articles a second, 26.5 MB of text\n"));
  EXPECT_THAT(text, HasSubstr("used        3.9 s of processor time, at most 412.0 MB of memory\n"));
}

TEST(BuildReport, TellsTheSpeedOfEachStageOfALongBuild) {
  EXPECT_THAT(to_text(some_report(10), "an.index"),
              HasSubstr("time        22.6 s (reading 20.0, 3.0 MB/s; ordering 0.1, 600 MB/s; "
                        "inverting 2.5, 24.0 MB/s)\n"));
}

TEST(BuildReport, SaysNothingOfTheSpeedOfWhatTookNoTime) {
  BuildReport report = some_report(1);
  report.stages = {{"reading", 0, 0}};
  EXPECT_THAT(to_text(report, "an.index"), Not(HasSubstr("pace")));
}

TEST(BuildReport, HasSecondsOfTheClockAndOfTheProcessorByStageInJson) {
  const auto json = nlohmann::json::parse(to_json(some_report(1)));
  EXPECT_EQ(json["seconds"]["reading"], 2.0);
  EXPECT_EQ(json["processor_seconds"]["reading"], 3.5);
  EXPECT_EQ(json["peak_memory_bytes"], 412'000'000);
}

}  // namespace
}  // namespace backfile
