// The names of months compared with those of ICU, and calendars other than the Gregorian.
#include "indexer/article/date_words.h"

#include <gtest/gtest.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include "indexer/article/date.h"
#include "indexer/article/date_calendar.h"
#include "indexer/article/date_epoch.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// ICU's name without its dot, folded; of Catalan's "de gener" and "d'abril" the month alone.
std::string plain(const icu::UnicodeString& name) {
  std::string text;
  name.toUTF8String(text);
  text = fold(text).term;
  while (text.ends_with('.')) text.pop_back();
  for (const std::string_view particle : {"de ", "d'", "d’"}) {
    if (text.starts_with(particle)) text.erase(0, particle.size());
  }
  return text;
}

TEST(MonthNamed, KnowsThoseOfIcuInEveryLanguage) {
  using Symbols = icu::DateFormatSymbols;
  for (const char* locale :
       {"en", "de", "de_AT", "fr", "es", "pt",    "it",    "nl", "sv", "da", "nb", "nn", "pl", "cs",
        "ru", "uk", "tr",    "el", "ar", "ar_SY", "ar_DZ", "fa", "hi", "fi", "ro", "bg", "ca"}) {
    UErrorCode status = U_ZERO_ERROR;
    const Symbols symbols(icu::Locale(locale), status);
    ASSERT_TRUE(U_SUCCESS(status)) << locale;
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
      std::int32_t count = 0;
      const icu::UnicodeString* names = symbols.getMonths(count, context, Symbols::WIDE);
      for (int month = 1; month <= 12; ++month) {
        const std::string name = plain(names[month - 1]);
        const auto found = month_named(name);
        EXPECT_EQ(found ? found->month : 0, month) << locale << ' ' << name;
      }
    }
  }
}

TEST(ParseDate, ReadsOtherCalendarsAndNumerals) {
  const auto expect = [](const char* text, const char* iso) {
    EXPECT_EQ(parse_date(text).value_or(""), iso) << text;
  };
  expect("۱۳ اردیبهشت ۱۳۹۳", "2014-05-03");
  expect("۱۳۹۳/۰۲/۱۳", "2014-05-03");
  expect("۱ فروردین ۱۴۰۰", "2021-03-21");
  expect("۳۰ اسفند ۱۳۹۹", "2021-03-20");  // of a leap year
  expect("۳۰ اسفند ۱۴۰۰", "");
  expect("۳ مه ۲۰۱۴", "2014-05-03");
  expect("令和6年5月3日（金）", "2024-05-03");
  expect("平成元年1月8日", "1989-01-08");
  expect("民國103年5月3日", "2014-05-03");
  expect("二〇一四年十二月二十三日", "2014-12-23");
  expect("१५ अगस्त २०१७", "2017-08-15");
  expect("٢١ تشرين الأول ٢٠١٦", "2016-10-21");
  expect("mar. 4 mars 2014", "2014-03-04");
  expect("3 d’abril de 2014", "2014-04-03");
  expect("2014. 5. 3. 오후 2:00", "2014-05-03T14:00");
  expect("Updated 2014", "");
  expect("14 h 2413", "");
  expect("10:15 March 2014", "");
}

TEST(DateOfEpoch, CountsInUnitsToldApartByTheirSize) {
  const auto expect = [](const char* number, const char* iso) {
    EXPECT_EQ(date_of_epoch(number).value_or(""), iso) << number;
  };
  expect("1399075200", "2014-05-03T00:00:00Z");
  expect("1399075200123", "2014-05-03T00:00:00Z");
  expect("1399075200123456", "2014-05-03T00:00:00Z");
  expect("1399075200123456789", "2014-05-03T00:00:00Z");
  expect("1399075200.75", "2014-05-03T00:00:00Z");
  expect("-1", "");
  expect("-1.0", "");
  expect("-2", "1969-12-31T23:59:58Z");
  expect("20140230", "");
  expect("-1000000000001", "1938-04-24T22:13:19Z");
  expect("-12219292800", "1582-10-15T00:00:00Z");
  expect("34560000", "1971-02-05T00:00:00Z");
  expect("-34560000", "1968-11-27T00:00:00Z");
  expect("-14182940", "1969-07-20T20:17:40Z");
  expect("399075200", "1982-08-24T22:13:20Z");
  expect("/Date(-1399075200000)/", "1925-09-01T00:00:00Z");
  expect("/Date(1399075200000-0500)/", "2014-05-02T19:00:00-05:00");
  for (const char* small : {"86400", "41673", "41673.25", "201402", "2014023", "00000000"})
    expect(small, "");
  for (const char* none : {"", "0", "-", "2014", "20140503", "201405031015", "20140503101500",
                           "1e9", "99999999999999999999", "-99999999999999999999", "/Date(x)/",
                           "/Date()/", "/Date(1+99)/", "12:30", " 1"}) {
    expect(none, "");
  }
}

TEST(FromPersian, KnowsTheLeapYears) {
  EXPECT_EQ(from_persian({1403, 12, 30}), (Day{2025, 3, 20}));
  EXPECT_EQ(from_persian({1404, 1, 1}), (Day{2025, 3, 21}));
  EXPECT_EQ(from_persian({1300, 1, 1}), (Day{1921, 3, 21}));
  for (const Day& none :
       {Day{1404, 12, 30}, Day{1393, 7, 31}, Day{1393, 13, 1}, Day{1393, 2, 0}, Day{900, 1, 1}}) {
    EXPECT_EQ(from_persian(none), std::nullopt);
  }
}

}  // namespace
}  // namespace backfile
