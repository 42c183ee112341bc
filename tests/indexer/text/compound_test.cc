// Words as people write them: one table for each rule of compound.h, through the whole analyzer.
#include "indexer/text/compound.h"

#include <gtest/gtest.h>

#include <span>

#include "indexer/text/analyzer.h"
#include "tests/indexer/text/show_tokens.h"

namespace backfile {
namespace {

struct Case {
  std::string_view text, tokens;
};

void expect_tokens(std::span<const Case> cases, std::string_view language = "en") {
  Analyzer analyzer;
  for (const Case& c : cases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(test::show(analyzer.analyze(c.text, language)), c.tokens);
  }
}

TEST(Compound, LeavesPossessivesOut) {
  expect_tokens({{
      {"Britain's", "1:britain"},
      {"Britain’s", "1:britain"},
      {"BRITAIN'S", "1:britain"},
      {"the Smiths' dog", "1:the 2:smiths 3:dog"},
      {"it's James's", "1:it 2:james"},
      {"O'Neill's", "1:oneill"},
      {"foto's", "1:foto"},
      {"USA:n EU:ssa BBC:lle", "1:usa 2:eu 3:bbc"},
      {"Note:the IT:Support", "1:note 2:the 3:it 4:support"},
  }});
}

TEST(Compound, PartsElisions) {
  expect_tokens({{
      {"l'homme", "1:l 2:homme"},
      {"L’homme qu’il", "1:l 2:homme 3:qu 4:il"},
      {"jusqu'aujourd'hui", "1:jusqu 2:aujourdhui"},
      {"dell'arte", "1:dell 2:arte"},
      {"L'Oréal D'Angelo", "1:l 1+loreal 2:oreal 3:d 3+dangelo 4:angelo"},
  }});
}

TEST(Compound, DropsOtherApostrophesButKeepsContractions) {
  expect_tokens({{
      {"Qur'an Qur’an Qurʼan Quran", "1:quran 2:quran 3:quran 4:quran"},
      {"O'Neill ONeill", "1:oneill 2:oneill"},
      {"Sana'a rock'n'roll o'clock", "1:sanaa 2:rocknroll 3:oclock"},
      {"don't don’t he'll we've I'd", "1:don't 2:don't 3:he'll 4:we've 5:i'd"},
      {"gov't int'l", "1:govt 2:intl"},
      {"'90s 'quoted' rock 'n' roll", "1:90s 2:quoted 3:rock 4:n 5:roll"},
  }});
}

TEST(Compound, DropsTheDotsOfAbbreviations) {
  expect_tokens({{
      {"U.S. US U.S", "1:us 2:us 3:us"},
      {"the U.N.", "1:the 2:un"},
      {"e.g. i.e. a.m. Ph.D.", "1:eg 2:ie 3:am 4:phd"},
      {"U.S.-led", "1:us 1+usled 2:led"},
      {"U.S.'s, the 1980's", "1:us 2:the 3:1980s"},
      {"the U.K's, U.S’s and PH.D's", "1:the 2:uk 3:us 4:and 5:phd"},
      {"example.com's, St.John's", "1:example 2:com 3:st 4:john"},
      {"J.R.R. Tolkien", "1:jrr 2:tolkien"},
      {"end.Start example.com", "1:end 2:start 3:example 4:com"},
  }});
}

TEST(Compound, FindsHyphenatedWordsEitherWay) {
  expect_tokens({{
      {"S-400", "1:s 1+s400 2:400"},
      {"S400", "1:s 1+s400 2:400"},
      {"s 400", "1:s 2:400"},
      {"e-mail email", "1:e 1+email 2:mail 3:email"},
      {"wi‑fi Wi‐Fi", "1:wi 1+wifi 2:fi 3:wi 3+wifi 4:fi"},
      {"COVID-19", "1:covid 1+covid19 2:19"},
      {"F-16A", "1:f 1+f16a 2:16 3:a"},
      {"state-of-the-art", "1:state 2:of 3:the 4:art"},
      {"2014-15 555-1234", "1:2014 2:15 3:555 4:1234"},
      {"well--known -dash- a - b", "1:well 2:known 3:dash 4:a 5:b"},
      {"2014/15 and/or", "1:2014 2:15 3:and 4:or"},
  }});
}

TEST(Compound, PartsLettersFromDigitsOnce) {
  expect_tokens({{
      {"$5bn $5 bn", "1:5 1+5bn 2:bn 3:5 4:bn"},
      {"MH370 10am", "1:mh 1+mh370 2:370 3:10 3+10am 4:am"},
      {"EUR1,000 5,5km", "1:eur 1+eur1000 2:1000 3:5.5 3+5.5km 4:km"},
      {"1990s 20th 3rd 1,000th", "1:1990s 2:20th 3:3rd 4:1000th"},
      {"H1N1 a1b2c3d4", "1:h1n1 2:a1b2c3d4"},
  }});
}

TEST(Compound, KeepsSignsThatMakeAName) {
  expect_tokens({{
      {"AT&T R&D", "1:at 1+at&t 2:t 3:r 3+r&d 4:d"},
      {"C++ C# F#, c", "1:c++ 2:c# 3:f# 4:c"},
      {"C++11 a+++b C#x notepad++ LGBTQ+", "1:c 2:11 3:a 4:b 5:c 6:x 7:notepad 8:lgbtq"},
      {"fish & chips", "1:fish 2:chips"},
      {"3.5% 50%", "1:3.5 2:50"},
  }});
}

TEST(Compound, ReadsHandlesTagsAndAddressesByTheirParts) {
  expect_tokens({{
      {"@some_user #BlackLives", "1:some 2:user 3:blacklives"},
      {"john.smith@example.com", "1:john 2:smith 3:example 4:com"},
      {"https://www.example.com/a_b?c=d", "1:https 2:www 3:example 4:com 5:a 6:b 7:c 8:d"},
      {"_emphasis_ __", "1:emphasis"},
  }});
}

TEST(Compound, ReadsInvisibleAndWideCharactersAsIfTheyWereNot) {
  expect_tokens({{
      {"soft\u00ADhyphen", "1:softhyphen"},
      {"zero\u200Bwidth", "1:zerowidth"},
      {"zero\u200Dwidth\u2060joined\uFEFF", "1:zerowidthjoined"},
      {"ＵＳ ｆｕｌｌ １２", "1:us 2:full 3:12"},
      {"ﬁne eﬀort", "1:fine 2:effort"},
      {"\u202Eevil\u202C \u200Ftext", "1:evil 2:text"},
  }});
}

TEST(Numbers, HaveOneSpelling) {
  const struct {
    std::string_view word, language, number;
  } cases[] = {
      {"1000", "en", "1000"},
      {"1,000", "en", "1000"},
      {"1,000,000", "en", "1000000"},
      {"1,000.50", "en", "1000.50"},
      {"1.000,50", "de", "1000.50"},
      {"1'000'000", "de", "1000000"},
      {"1’000", "fr", "1000"},
      {"1.000.000", "en", "1000000"},
      {"1.000", "en", "1.000"},
      {"1.000", "de", "1000"},
      {"1,000", "de", "1000"},
      {"3.5", "en", "3.5"},
      {"3,5", "en", "3.5"},
      {"0,125", "en", "0.125"},
      {"0.125", "de", "0.125"},
      {"31.12.2019", "de", ""},
      {"1,2,3", "en", ""},
      {"1234,567", "en", "1234.567"},
      {"1,00,000", "en", ""},
      {"6'2", "en", ""},
      {"1,000'5", "en", ""},
      {"12,345.678.9", "en", ""},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(std::string(c.word) + " in " + std::string(c.language));
    EXPECT_EQ(plain_number(c.word, c.language), c.number);
  }
}

TEST(Numbers, AreReadInText) {
  expect_tokens({{
      {"1,000 people", "1:1000 2:people"},
      {"31.12.2019 v1.2.3", "1:31 2:12 3:2019 4:v 5:1 6:2 7:3"},
      {"12:30", "1:12 2:30"},
      {"1\u00A0000\u00A0000 km", "1:1000000 2:km"},
      {"12\u202F500 1 000", "1:12500 2:1 3:000"},
      {"1234\u00A0567", "1:1234 2:567"},
      {"١٢٣", "1:123"},
  }});
}

}  // namespace
}  // namespace backfile
