// Language codes, the names of languages, and guesses at the language of a text.
#include "indexer/text/language.h"

#include <gtest/gtest.h>

namespace backfile {
namespace {

TEST(Language, HasOneCode) {
  const struct {
    std::string_view written, code;
  } cases[] = {
      {"en", "en"},  {"EN", "en"},  {"en-GB", "en"}, {"en_US.UTF-8", "en"}, {"eng", "en"},
      {"ger", "de"}, {"deu", "de"}, {"fre", "fr"},   {"zh_Hans", "zh"},     {"zh-TW", "zh"},
      {"chi", "zh"}, {"iw", "he"},  {"nb", "no"},    {"nn-NO", "no"},       {"in", "id"},
      {"", ""},      {"e", ""},     {"xx", ""},      {"English", ""},       {"12", ""},
      {"root", ""},  {"zxx", ""},   {"und", ""},     {"<b>", ""},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.written);
    EXPECT_EQ(normalize_language(c.written), c.code);
  }
}

TEST(Language, HasAnEnglishName) {
  EXPECT_EQ(language_name("en"), "English");
  EXPECT_EQ(language_name("de"), "German");
  EXPECT_EQ(language_name("no"), "Norwegian");
  EXPECT_EQ(language_name("zh"), "Chinese");
  EXPECT_EQ(language_name("eo"), "Esperanto");
}

TEST(Language, IsCalledByItsCodeWhereThatIsNone) {
  for (const std::string code : {"", "xx", "de-AT", "de@calendar=buddhist", "<b>", "German"}) {
    EXPECT_EQ(language_name(code), code);
  }
}

TEST(Language, IsGuessedFromAParagraph) {
  const struct {
    std::string_view code, text;
  } cases[] = {
      {"en", "The harbour was closed on Monday after the storm had damaged two of its piers."},
      {"de",
       "Der Hafen wurde am Montag geschlossen, nachdem der Sturm zwei Stege beschädigt hatte."},
      {"fr", "Le port a été fermé lundi après que la tempête eut endommagé deux de ses jetées."},
      {"es", "El puerto se cerró el lunes después de que la tormenta dañara dos de sus muelles."},
      {"it", "Il porto è stato chiuso lunedì dopo che la tempesta aveva danneggiato due dei moli."},
      {"nl", "De haven werd maandag gesloten nadat de storm twee van de pieren had beschadigd."},
      {"sv", "Hamnen stängdes på måndagen efter att stormen hade skadat två av pirarna."},
      {"fi", "Satama suljettiin maanantaina, kun myrsky oli vaurioittanut kahta laituria."},
      {"ru", "Порт закрыли в понедельник после того, как шторм повредил два причала."},
      {"zh", "周一港口关闭，此前风暴损坏了两个码头。市长说修复工作需要几个月。"},
      {"ja", "港は月曜日に閉鎖された。嵐が二つの桟橋を壊したためだ。"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(guess_language(c.text), c.code);
  }
}

TEST(Language, IsNotGuessedFromTooLittle) {
  for (const std::string_view text : {"", "S-400", "12 34 56", "Xyzzy plugh", "OK", "\xFF\xFE"}) {
    EXPECT_EQ(guess_language(text), "") << text;
  }
}

}  // namespace
}  // namespace backfile
