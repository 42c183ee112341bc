// date:, before: and after:, and which articles they leave out.
#include "query/ast/periods.h"

#include <gtest/gtest.h>

namespace backfile {
namespace {

TEST(ReadPeriod, TellsBothEndsAndWritesThemBack) {
  const struct {
    const char *field, *text;
    PackedDay first, last;
    const char* written;
  } cases[] = {
      {"date", "2019", 20190000, 20199999, "2019"},
      {"date", "2019-03", 20190300, 20190399, "2019-03"},
      {"date", "2019-03-05", 20190305, 20190305, "2019-03-05"},
      {"date", "2019..2021", 20190000, 20219999, "2019..2021"},
      {"date", "2019-11..2020-02-29", 20191100, 20200229, "2019-11..2020-02-29"},
      {"date", "2021..2019", 20190000, 20219999, "2019..2021"},
      {"date", "2019..2019", 20190000, 20199999, "2019"},
      {"date", "2019..", 20190000, 0xffffffff, "2019.."},
      {"date", "..2021-06", 0, 20210699, "..2021-06"},
      {"date", "1987-3", 19870300, 19870399, "1987-03"},
      {"date", "1987-3-5..1987-4", 19870305, 19870499, "1987-03-05..1987-04"},
      {"date", "3/1987", 19870300, 19870399, "1987-03"},
      {"date", "03-1987", 19870300, 19870399, "1987-03"},
      {"date", "3.1987", 19870300, 19870399, "1987-03"},
      {"date", "1987/03/05", 19870305, 19870305, "1987-03-05"},
      {"date", "1987/3", 19870300, 19870399, "1987-03"},
      {"date", "1987.3.5", 19870305, 19870305, "1987-03-05"},
      {"date", "March 1987", 19870300, 19870399, "1987-03"},
      {"date", " march 1987 ", 19870300, 19870399, "1987-03"},
      {"date", "Mar. 1987", 19870300, 19870399, "1987-03"},
      {"date", "März 1987", 19870300, 19870399, "1987-03"},
      {"date", "5 March 1987", 19870305, 19870305, "1987-03-05"},
      {"date", "March 5th, 1987", 19870305, 19870305, "1987-03-05"},
      {"date", "5.3.1987", 19870305, 19870305, "1987-03-05"},
      {"date", "31/3/1987", 19870331, 19870331, "1987-03-31"},
      {"date", "3/31/1987", 19870331, 19870331, "1987-03-31"},
      {"date", "5/5/1987", 19870505, 19870505, "1987-05-05"},
      {"date", "1987年3月5日", 19870305, 19870305, "1987-03-05"},
      {"date", "March 1987..1987/05/02", 19870300, 19870502, "1987-03..1987-05-02"},
      {"date", ">= March 1987", 19870300, 0xffffffff, "1987-03.."},
      {"before", "March 1987", 0, 19870299, "..1987-02"},
      {"after", "3/1987", 19870400, 0xffffffff, "1987-04.."},
      {"date", "<2014", 0, 20139999, "..2013"},
      {"date", "<=2014", 0, 20149999, "..2014"},
      {"date", ">2014-3", 20140400, 0xffffffff, "2014-04.."},
      {"date", ">=2014", 20140000, 0xffffffff, "2014.."},
      {"before", "2019", 0, 20189999, "..2018"},
      {"before", "2019-03", 0, 20190299, "..2019-02"},
      {"before", "2019-01", 0, 20189999, "..2018"},
      {"before", "2019-03-05", 0, 20190304, "..2019-03-04"},
      {"before", "2019-03-01", 0, 20190299, "..2019-02"},
      {"before", "2019-01-01", 0, 20189999, "..2018"},
      {"after", "2019", 20200000, 0xffffffff, "2020.."},
      {"after", "2019-03", 20190400, 0xffffffff, "2019-04.."},
      {"after", "2019-12", 20200000, 0xffffffff, "2020.."},
      {"after", "2019-03-05", 20190306, 0xffffffff, "2019-03-06.."},
      {"after", "2019-02-28", 20190300, 0xffffffff, "2019-03.."},
      {"after", "2020-02-28", 20200229, 0xffffffff, "2020-02-29.."},
      {"after", "2019-12-31", 20200000, 0xffffffff, "2020.."},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(std::string(c.field) + ":" + c.text);
    const std::optional<Period> period = read_period(c.field, c.text);
    ASSERT_TRUE(period);
    EXPECT_EQ(period->first, c.first);
    EXPECT_EQ(period->last, c.last);
    EXPECT_EQ(write_period(*period), c.written);
    const std::optional<Period> again = read_period("date", c.written);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->first, c.first);
    EXPECT_EQ(again->last, c.last);
  }
}

TEST(BothReadings, AreOfDatesThatCouldMeanTwoDays) {
  const struct {
    const char *text, *both;
  } cases[] = {
      {"12/03/2019", "“2019-03-12” or “2019-12-03”"},
      {"5-3-2019", "“2019-03-05” or “2019-05-03”"},
      {" 5/3/2019 ", "“2019-03-05” or “2019-05-03”"},
      {"5.3.2019", ""},  // with points, the day stands first
      {"31/31/2019", ""},
      {"13/3/2019", ""},
      {"2019/03/05", ""},
      {"3/2019", ""},
      {"yesterday", ""},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(both_readings(c.text), c.both) << c.text;
}

TEST(CalendarHint, TellsOfDaysAndMonthsThatThereAreNot) {
  const struct {
    const char *text, *hint;
  } cases[] = {
      {"31/2/2014", "February 2014 has 28 days."},
      {"2/31/2014", "February 2014 has 28 days."},
      {"2014-02-31", "February 2014 has 28 days."},
      {"29.2.2015", "February 2015 has 28 days."},
      {"30.2.2016", "February 2016 has 29 days."},
      {"2014/04/31", "April 2014 has 30 days."},
      {"2014-1-32", "January 2014 has 31 days."},
      {"2014-03-00", "March 2014 has 31 days."},
      {"31 June 2014", "June 2014 has 30 days."},
      {"February 30, 2014", "February 2014 has 28 days."},
      {"31. September 2014", "September 2014 has 30 days."},
      {">=2014-02-31", "February 2014 has 28 days."},
      {"2014-02-31..2014-05", "February 2014 has 28 days."},
      {"2014..2014-11-31", "November 2014 has 30 days."},
      {"2014-13", "Months go from 1 to 12."},
      {"13/2014", "Months go from 1 to 12."},
      {"2014-00", "Months go from 1 to 12."},
      {"2014-13-01", "Months go from 1 to 12."},
      {"2014-13-31", "Months go from 1 to 12."},
      // Dates, and what is none for another reason.
      {"2016-02-29", ""},
      {"2014", ""},
      {"5/3/2019", ""},
      {"yesterday", ""},
      {"31", ""},
      {"10:30", ""},
      {"2014-W10", ""},
      {"0850-01-01", ""},
      {"..", ""},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(calendar_hint(c.text), c.hint) << c.text;
}

TEST(ReadPeriod, TakesNothingThatIsNoDate) {
  const struct {
    const char *field, *text;
  } cases[] = {
      {"date", ""},
      {"date", ".."},
      {"date", "<"},
      {"date", "<=>2014"},
      {"date", "2014-"},
      {"date", "2014-003"},
      {"date", "yesterday"},
      {"date", "2019-02-30"},
      {"date", "2019..soon"},
      {"date", "2019-2021"},
      {"date", "12/03/2019"},
      {"date", "2019/03-05"},
      {"date", "2019-W3"},
      {"date", "2019-W10"},
      {"date", "2019-W10-2"},
      {"date", "2019-H1"},
      {"date", "2019-W10..2020"},
      {"after", "2019-H1"},
      {"date", "2019//03"},
      {"date", "13/2019"},
      {"date", "3/19"},
      {"date", "3/5/19"},
      {"date", "March"},
      {"date", "5 March"},
      {"date", "30 February 2019"},
      {"date", "5 March 2019, 10:15"},
      {"date", "2019-03-05T10:15"},
      {"date", "1552000000"},
      {"date", "19990305"},
      {"date", "0000"},
      {"date", "0001-01-01"},
      {"date", "0999"},
      {"date", "9999"},
      {"date", "5 March 850"},
      {"before", "2019..2020"},
      {"before", "1000"},
      {"after", "9998"},
      {"after", ""},
      {"date", "2019...2020"},
  };
  for (const auto& c : cases)
    EXPECT_FALSE(read_period(c.field, c.text)) << c.field << ":" << c.text;
}

}  // namespace
}  // namespace backfile
