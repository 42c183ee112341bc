// Dates as feeds, bylines and people write them, and what is refused as a date.
#include "indexer/article/date.h"
#include "indexer/article/date_impossible.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>

namespace backfile {
namespace {

struct Case {
  const char* input;
  const char* iso;  // "" for what is no date
};

void expect_each(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.input);
    EXPECT_EQ(parse_date(c.input).value_or(""), c.iso);
  }
}

TEST(ParseDate, ReadsIso8601) {
  expect_each({
      {"2015", "2015"},
      {"2015-03", "2015-03"},
      {"2015-03-12", "2015-03-12"},
      {"20150312", "2015-03-12"},
      {"  2015-03-12\n", "2015-03-12"},
      {"2015-03-12T10:30", "2015-03-12T10:30"},
      {"2015-03-12T10:30:05", "2015-03-12T10:30:05"},
      {"2015-03-12T10:30:05Z", "2015-03-12T10:30:05Z"},
      {"2015-03-12t10:30:05z", "2015-03-12T10:30:05Z"},
      {"2015-03-12 10:30:05.123456+02:00", "2015-03-12T10:30:05+02:00"},
      {"2015-03-12T10:30-0530", "2015-03-12T10:30-05:30"},
      {"2015-03-12T10:30:05+00:00", "2015-03-12T10:30:05Z"},
      {"2015-03-12T10:30:05+01", "2015-03-12T10:30:05+01:00"},
      {"2016-12-31T23:59:60Z", "2016-12-31T23:59:60Z"},
      {"2015/03/12", "2015-03-12"},
      {"2015.3.2", "2015-03-02"},
  });
}

TEST(ParseDate, ReadsTheDatesOfFeeds) {
  expect_each({
      {"Thu, 12 Mar 2015 10:30:00 GMT", "2015-03-12T10:30:00Z"},
      {"12 Mar 2015 10:30:00 +0100", "2015-03-12T10:30:00+01:00"},
      {"Thu, 12 Mar 2015 10:30 EST", "2015-03-12T10:30-05:00"},
      {"Thu, 12 Mar 95 10:30:00 +0100", "1995-03-12T10:30:00+01:00"},
      {"Thu, 12 Mar 15 10:30:00 GMT", "2015-03-12T10:30:00Z"},
      {"Thu, 12 Mar 2015 10:30:00 -0500 (EST)", "2015-03-12T10:30:00-05:00"},
      {"Thu Mar 12 10:30:00 2015", "2015-03-12T10:30:00"},
      {"12/Mar/2015", "2015-03-12"},
      {"12-Mar-2015", "2015-03-12"},
  });
}

TEST(ParseDate, ReadsBylinesInEnglish) {
  expect_each({
      {"12 March 2015", "2015-03-12"},
      {"12th March 2015", "2015-03-12"},
      {"12th of March, 2015", "2015-03-12"},
      {"the 1st of May 2015", "2015-05-01"},
      {"March 12, 2015", "2015-03-12"},
      {"March 12th, 2015", "2015-03-12"},
      {"MARCH 12, 2015", "2015-03-12"},
      {"Mar. 2, 2015", "2015-03-02"},
      {"Sept. 3, 2015", "2015-09-03"},
      {"Thursday, March 12, 2015", "2015-03-12"},
      {"Thursday 12 March 2015", "2015-03-12"},
      {"March 2015", "2015-03"},
      {"2015 March 12", "2015-03-12"},
      {"March 12, 2015 at 10:30 am", "2015-03-12T10:30"},
      {"March 12, 2015, 3:05 p.m. EST", "2015-03-12T15:05-05:00"},
      {"12 March 2015 12:10 AM", "2015-03-12T00:10"},
      {"12 March 2015 – 10:30 GMT", "2015-03-12T10:30Z"},
      {"12 March 2015 | 10.30", "2015-03-12T10:30"},
      {"12\xC2\xA0March\xC2\xA0"
       "2015",
       "2015-03-12"},
      {"12 March 2015 10:30 BST", "2015-03-12T10:30"},  // British, Bangladesh or Bougainville
  });
}

TEST(ParseDate, ReadsBylinesInOtherLanguages) {
  expect_each({
      {"12.03.2015", "2015-03-12"},
      {"2.3.2015", "2015-03-02"},
      {"12. März 2015", "2015-03-12"},
      {"Donnerstag, 12. Maerz 2015, 10.30 Uhr", "2015-03-12T10:30"},
      {"am 12. März 2015 um 10:30", "2015-03-12T10:30"},
      {"12.03.2015, 10:30 Uhr", "2015-03-12T10:30"},
      {"1er août 2015", "2015-08-01"},
      {"le 12 février 2015 à 10h30", "2015-02-12T10:30"},
      {"12 de marzo de 2015", "2015-03-12"},
      {"1º de mayo de 2015", "2015-05-01"},
      {"miércoles, 11 de marzo de 2015", "2015-03-11"},
      {"12 marzo 2015", "2015-03-12"},
      {"12 de março de 2015", "2015-03-12"},
      {"12 maart 2015", "2015-03-12"},
      {"12 марта 2015", "2015-03-12"},
      {"12 МАЯ 2015 г., 10:30", "2015-05-12T10:30"},
      {"2015年3月12日", "2015-03-12"},
      {"2015年3月12日 10:30", "2015-03-12T10:30"},
      {"2015年3月12日（木）", "2015-03-12"},
      {"２０１５年３月", "2015-03"},
      {"2015년 3월 12일", "2015-03-12"},
  });
}

TEST(ParseDate, TakesStrokesOnlyWhereTheyCanMeanOneThing) {
  expect_each({
      {"03/04/2015", ""},
      {"3-4-2015", ""},
      {"13/04/2015", "2015-04-13"},
      {"04/13/2015", "2015-04-13"},
      {"03/03/2015", "2015-03-03"},
      {"31-12-2015", "2015-12-31"},
      {"13/14/2015", ""},
      {"31/02/2015", ""},
      {"12.03.15", ""},
      {"12/Mar/15", ""},
      {"12 March 15", ""},
      {"3/13/2015 5:30 PM", "2015-03-13T17:30"},
  });
}

TEST(ParseDate, TakesTheOrderThatADayOfTheWeekAllows) {
  expect_each({
      {"Tue, 03/05/2019 - 10:00", "2019-03-05T10:00"},
      {"Fri 03/05/2019", "2019-05-03"},
      {"Tuesday, 03/05/2019", "2019-03-05"},
      {"Mon, 03/05/2019", ""},  // neither
  });
  EXPECT_EQ(parse_date("Tue, 03/05/2019", DayOrder::day_first), "2019-03-05");
  EXPECT_EQ(parse_date("Mon, 03/05/2019", DayOrder::day_first), "2019-05-03");
  EXPECT_EQ(parse_date("Fri, 03/05/2019", DayOrder::month_first), "2019-05-03");
}

TEST(ParseDate, RefusesWhatIsNoDate) {
  expect_each({
      {"", ""},
      {"yesterday", ""},
      {"12 minutes ago", ""},
      {"March", ""},
      {"12 March", ""},
      {"2015-02-29", ""},
      {"2016-02-29", "2016-02-29"},
      {"1900-02-29", ""},
      {"30 February 2015", ""},
      {"31 April 2015", ""},
      {"2015-13-01", ""},
      {"2015-00-10", ""},
      {"2015-W3", ""},
      {"2015-W10", ""},
      {"2015-w03-2", ""},
      {"2015-03-W2", ""},
      {"2015-H1", ""},
      {"2015-d3", ""},
      {"2015-Q1", ""},
      {"2015–W10", ""},
      {"Thu, 2015-03-12", "2015-03-12"},
      {"5-Mar-2015", "2015-03-05"},
      {"2015-01-00", ""},
      {"0 March 2015", ""},
      {"0000", ""},
      {"0000-01-01", ""},
      {"0214-05-03", ""},
      {"0999-12-31", ""},
      {"1000-01-01", "1000-01-01"},
      {"9998-12-31", "9998-12-31"},
      {"9999-12-31", ""},
      {"12 March 10000", ""},
      {"99999999999999999999", ""},
      {"-2015-03-12", ""},
      {"2015-03-12T24:30", ""},
      {"2015-03-12T10:60", ""},
      {"2015-03-12T10:30+15:00", ""},
      {"12 March 2015 13:30 pm", ""},
      {"12 March 2015 nonsense", ""},
      {"12 March 2015 10:30 nonsense", ""},
      {"12–13 March 2015", ""},
      {"12 and 13 March 2015", ""},
      {"March 2015 10:30", ""},
      {"The war began on 12 March 2015 and lasted", ""},
      {"2015-03-12T10:30:00Z2015-03-12", ""},
  });
  EXPECT_EQ(parse_date(std::string(100000, '1')), std::nullopt);
  EXPECT_EQ(parse_date("12 March 2015" + std::string(200, ' ') + "x"), std::nullopt);
}

TEST(ParseDate, KeepsTheDayThatEndsAt24Hours) {
  expect_each({
      {"2015-03-12T24:00", "2015-03-12"},
      {"2015-03-12T24:00:00Z", "2015-03-12"},
      {"2015-03-12T24:00:00+02:00", "2015-03-12"},
      {"2015-03-12 24:00:00", "2015-03-12"},
      {"20150312T240000", "2015-03-12"},
      {"12 March 2015, 24:00", "2015-03-12"},
      {"24:00, 12 March 2015", "2015-03-12"},
      {"12. März 2015, 24 Uhr", "2015-03-12"},
      {"2015-12-31T24:00", "2015-12-31"},
      {"2015-03-12T24:00:01", ""},
      {"2015-03-12T24:01", ""},
      {"2015-03-12T25:00", ""},
      {"12 March 2015 24:00 pm", ""},
  });
}

TEST(WhyNoDay, SaysWhatIsWrongWithADate) {
  const struct {
    const char *date, *why;
  } cases[] = {
      {"2014-02-30", "there is no 30 February in 2014"},
      {"2014-02-30T10:00:00Z", "there is no 30 February in 2014"},
      {"Published Feb 30, 2014", "there is no 30 February in 2014"},
      {"29 February 2015", "there is no 29 February in 2015"},
      {"31.04.2014", "there is no 31 April in 2014"},
      {"31/04/2014", "there is no 31 April in 2014"},
      {"20140230", "there is no 30 February in 2014"},
      {"2014-05-32", "there is no 32 May in 2014"},
      {"2014-13-01", "there is no month 13"},
      {"2014-00-10", "there is no month 0"},
      {"0000-00-00", ""},
      {"2014-05-03T25:00", ""},
      {"2014-05-03", ""},
      {"03/04/2014", ""},
      {"9999-01-01", ""},
      {"yesterday", ""},
      {"-1", ""},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(why_no_day(c.date), c.why) << c.date;
}

TEST(ParseDate, LeavesItsOwnOutputAsItIs) {
  const std::vector<const char*> forms = {"%04d-%02d-%02d", "%04d/%02d/%02d", "%04d年%02d月%02d日"};
  std::mt19937 random(20150312);
  const auto pick = [&](int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(random);
  };
  for (int round = 0; round < 2000; ++round) {
    const Day day{pick(1000, 9998), pick(1, 12), pick(1, 28)};
    char text[64];
    std::snprintf(text, sizeof text, forms[static_cast<std::size_t>(round) % forms.size()],
                  day.year, day.month, day.day);
    std::string with_time = text;
    if (round % 2 == 0) {
      char clock[32];
      std::snprintf(clock, sizeof clock, " %02d:%02d:%02d+%02d:30", pick(0, 23), pick(0, 59),
                    pick(0, 59), pick(0, 13));
      with_time += clock;
    }
    SCOPED_TRACE(with_time);
    const std::optional<std::string> iso = parse_date(with_time);
    ASSERT_TRUE(iso);
    EXPECT_EQ(parse_date(*iso), iso);
    EXPECT_EQ(day_of(*iso), day);
    EXPECT_EQ(unpack(pack(day)), day);
  }
}

TEST(ParseDate, KnowsEveryDayOfFourCenturies) {
  using namespace std::chrono;
  for (int year_number = 1700; year_number < 2100; ++year_number) {
    for (int month_number = 1; month_number <= 12; ++month_number) {
      for (int number = 1; number <= 31; ++number) {
        char text[32];
        std::snprintf(text, sizeof text, "%04d-%02d-%02d", year_number, month_number, number);
        const bool real = sys_days(year(year_number) / month_number / number) <=
                          sys_days(year(year_number) / month_number / last);
        ASSERT_EQ(day_of(text).has_value(), real) << text;
      }
    }
  }
}

TEST(DayOf, LeavesTheTimeAside) {
  EXPECT_EQ(day_of("2015-03-12T23:59:00-08:00"), (Day{2015, 3, 12}));
  EXPECT_EQ(day_of("2015-03"), (Day{2015, 3, 0}));
  EXPECT_EQ(day_of("2015"), (Day{2015, 0, 0}));
  for (const char* wrong :
       {"", "15", "2015-3", "2015-03-1", "2015-", "2015-03-", "2015-00", "2015-03-00", "2015/03/12",
        "2015-03-12x", "abcd-ef-gh", "0000-01-01", "2015-02-30", "12 March 2015"}) {
    EXPECT_EQ(day_of(wrong), std::nullopt) << wrong;
  }
}

TEST(InstantOf, CountsFromOneMomentInEveryZone) {
  EXPECT_EQ(instant_of("1970-01-02T00:00:01Z"), 86'401);
  EXPECT_EQ(instant_of("1970-01-02T00:00"), 86'400);
  EXPECT_EQ(instant_of("1970-01-02 00:00:01.25"), 86'401);
  EXPECT_EQ(instant_of("1970-01-02T02:30:00+02:30"), 86'400);
  EXPECT_EQ(instant_of("1970-01-01T16:00:00-08:00"), 86'400);
  EXPECT_EQ(instant_of("1969-12-31T23:59:59Z"), -1);
  for (const char* without : {"", "1970", "1970-01", "1970-01-02", "1970-01-02T", "1970-01-02T1",
                              "1970-01-02T10", "1970-01-02Tab:cd", "1970-02-30T10:00", "yesterday"})
    EXPECT_EQ(instant_of(without), std::nullopt) << without;
}

TEST(PackedDay, SortsAsDaysDo) {
  EXPECT_EQ(pack({2015, 3, 12}), 20150312u);
  EXPECT_EQ(pack({2015, 3, 0}), 20150300u);
  EXPECT_EQ(pack({}), 0u);
  EXPECT_EQ(unpack(20150300), (Day{2015, 3, 0}));
  EXPECT_LT((Day{2015, 3, 0}), (Day{2015, 3, 1}));
  EXPECT_LT(pack({2015, 12, 31}), pack({2016, 0, 0}));
}

TEST(PeriodOf, HoldsBothEndsAndWhatIsKnownOnlyByMonthOrYear) {
  const auto bounds = [](std::string_view text) {
    const std::optional<Period> period = period_of(text);
    return period ? std::pair(period->first, period->last) : std::pair(0u, 0u);
  };
  EXPECT_EQ(bounds("2019"), std::pair(20190000u, 20199999u));
  EXPECT_EQ(bounds("2019-03"), std::pair(20190300u, 20190399u));
  EXPECT_EQ(bounds("2019-03-31"), std::pair(20190331u, 20190331u));
  for (const char* wrong : {"", "19", "2019-3", "2019-02-30", "2019-03-31T10:00", "2019..2020",
                            "0000", "0999", "9999", "yesterday"}) {
    EXPECT_EQ(period_of(wrong), std::nullopt) << wrong;
  }
}

}  // namespace
}  // namespace backfile
