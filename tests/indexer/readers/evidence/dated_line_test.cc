// Lines that date an article, and lines that do not, in the languages of the archive.
#include "indexer/readers/evidence/dated_line.h"

#include <gtest/gtest.h>

#include "indexer/readers/evidence/dating.h"
#include "tests/indexer/readers/table.h"

namespace backfile {
namespace {

constexpr std::size_t length_of_day = 10;

TEST(DatedLine, SaysWhatTheTableSays) {
  const auto rows = table_of("dated_lines.tsv", 5);
  ASSERT_EQ(rows.size(), 220u);
  for (const auto& row : rows) {
    if (row[4].starts_with("meta")) continue;
    const DatedLine line = read_dated_line(row[1], day_order_of(row[0]));
    EXPECT_EQ(line.published.substr(0, length_of_day), row[2]) << row[0] << ": " << row[1];
    EXPECT_EQ(line.modified.substr(0, length_of_day), row[3]) << row[0] << ": " << row[1];
    const bool told = row[4].find("told") != std::string::npos;
    EXPECT_TRUE(!told || !line.impossible.empty()) << row[0] << ": " << row[1];
  }
}

TEST(OfferPublished, TakesWhatTheTableSaysOfMetadata) {
  std::size_t checked = 0;
  for (const auto& row : table_of("dated_lines.tsv", 5)) {
    if (!row[4].starts_with("meta")) continue;
    Article article;
    offer_published(article, "here", row[1], day_order_of(row[0]));
    EXPECT_EQ(article.published.substr(0, length_of_day), row[2]) << row[1];
    const bool told = row[4].find("told") != std::string::npos;
    EXPECT_EQ(article.published_by.where.empty(), row[2].empty() && !told) << row[1];
    ++checked;
  }
  EXPECT_EQ(checked, 24u);
}

TEST(DatedLine, GivesTheRestForABylineToBeFoundIn) {
  const auto rest = [](std::string_view line) { return read_dated_line(line).rest; };
  EXPECT_EQ(rest("Posted on 3 May 2014 by Ann Leeward"), "by Ann Leeward");
  EXPECT_EQ(rest("By Ann Leeward | 3 May 2014"), "By Ann Leeward");
  EXPECT_EQ(rest("Thursday, 3 May 2014, 10:15 am"), "");
}

TEST(DatedLine, StandsBesideAnAccountOfAForum) {
  EXPECT_EQ(read_dated_line("by orla7 » Tue Mar 04, 2014 10:00 am").published, "2014-03-04T10:00");
  EXPECT_EQ(read_dated_line("by table 7 » Tue Mar 04, 2014 10:00 am").published, "");
}

TEST(DatedLine, IsNoneOfTwoDatesWithoutALabel) {
  for (const char* range : {"3 May 2014 – 5 May 2014", "3–5 May 2014", "3/4 May 2014",
                            "From 3 May 2014 to 5 May 2014", "3 May 2014 and 5 May 2014"}) {
    EXPECT_EQ(read_dated_line(range).published, "") << range;
  }
}

TEST(DatedLine, IsNoneInProseOfAnyLength) {
  EXPECT_EQ(read_dated_line("The bridge was opened on 3 May 2014.").published, "");
  EXPECT_EQ(read_dated_line("3 May 2014 " + std::string(1000, 'x')).published, "");
  EXPECT_EQ(read_dated_line(std::string(100'000, '1')).published, "");
}

TEST(OfferPublished, KeepsTheFirstThatIsADate) {
  Article article;
  offer_published(article, "first", "1970-01-01T00:00:00Z");
  EXPECT_EQ(article.published_by, DateEvidence{});
  offer_published(article, "second", "0000-00-00");
  EXPECT_EQ(article.published_by, (DateEvidence{"second", "0000-00-00"}));
  offer_published(article, "next", "31 February 2014");
  EXPECT_EQ(article.published_by, (DateEvidence{"second", "0000-00-00"}));
  offer_published(article, "third", "3 May 2014");
  offer_published(article, "fourth", "5 May 2014");
  EXPECT_EQ(article.published, "2014-05-03");
  EXPECT_EQ(article.published_by, (DateEvidence{"third", "3 May 2014"}));
}

TEST(OfferPublished, KnowsAMonthAndNoMomentInAShortNumber) {
  const std::pair<const char*, const char*> cases[] = {{"201402", "2014-02"},
                                                       {"189912", "1899-12"},
                                                       {"2014", "2014"},
                                                       {"20140203", "2014-02-03"},
                                                       {"201413", ""},
                                                       {"140203", ""},
                                                       {"201400", ""},
                                                       {"41673", ""},
                                                       {"86400", ""},
                                                       {"1", ""},
                                                       {"1391385600", "2014-02-03T00:00:00Z"},
                                                       {"1391385600000", "2014-02-03T00:00:00Z"}};
  for (const auto& [text, date] : cases) {
    Article article;
    offer_published(article, "a", text);
    EXPECT_EQ(article.published, date) << text;
    EXPECT_EQ(article.published_by, (DateEvidence{"a", text}));
  }
}

TEST(OfferPublished, PrefersTheSameMomentInTheZoneOfThePlace) {
  Article article;
  offer_published(article, "a", "2014-05-04T03:30:00Z");
  offer_published(article, "b", "2014-05-03T23:30:00-04:00");
  EXPECT_EQ(article.published, "2014-05-03T23:30:00-04:00");
  offer_published(article, "c", "2014-05-04T03:30:00Z");
  EXPECT_EQ(article.published_by.where, "b");
}

TEST(DateInAddress, IsThatOfThePath) {
  const auto expect = [](const char* url, const char* date) {
    EXPECT_EQ(date_in_address(url), date) << url;
  };
  expect("https://a.example/2014/05/03/ferry", "2014-05-03");
  expect("https://a.example/2014/5/3/ferry.html", "2014-05-03");
  expect("https://a.example/world/2014/may/03/ferry", "2014-05-03");
  expect("https://a.example/2014-05-03-ferry", "2014-05-03");
  expect("https://a.example/news/20140503/ferry", "2014-05-03");
  expect("https://a.example/news/ferry-2014-05-03.html", "2014-05-03");
  expect("https://a.example/2014/05/ferry", "2014-05");
  expect("https://a.example/2014/ferry", "");
  expect("https://a.example/ferry?date=2026-11-29", "");
  expect("https://a.example/201405031234/ferry", "");
  expect("https://a.example/2014/13/45/ferry", "");
  expect("", "");
}

}  // namespace
}  // namespace backfile
