// What the pieces of a query look like.
#include "query/language/lexemes/lexer.h"

#include <gtest/gtest.h>

#include <string>

#include "indexer/index/schema.h"

namespace backfile {
namespace {

const char* name_of(LexemeKind kind) {
  switch (kind) {
    case LexemeKind::word:
      return "word";
    case LexemeKind::phrase:
      return "phrase";
    case LexemeKind::open:
      return "open";
    case LexemeKind::close:
      return "close";
    case LexemeKind::minus:
      return "minus";
    case LexemeKind::exact:
      return "exact";
    case LexemeKind::field:
      return "field";
    case LexemeKind::op_and:
      return "and";
    case LexemeKind::op_or:
      return "or";
    case LexemeKind::op_not:
      return "not";
    case LexemeKind::connector:
      return "proximity";
    case LexemeKind::boost:
      return "boost";
    case LexemeKind::fuzzy:
      return "fuzzy";
  }
  return "";
}

// "word:storm@0-5", one after the other.
std::string print(const std::vector<Lexeme>& lexemes) {
  std::string out;
  for (const Lexeme& lexeme : lexemes) {
    if (!out.empty()) out += ' ';
    out += std::string(name_of(lexeme.kind)) + ':' + std::string(lexeme.text) + '@' +
           std::to_string(lexeme.begin) + '-' + std::to_string(lexeme.end);
    if (!lexeme.closed) out += '!';
  }
  return out;
}

struct Case {
  std::string_view query;
  const char* lexemes;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.query);
    EXPECT_EQ(print(lex(c.query)), c.lexemes);
  }
}

TEST(Lex, TakesPunctuationOffWordsButNotOutOfThem) {
  check({
      {"storm, flood!", "word:storm@0-5 word:flood@7-12"},
      {"who won?", "word:who@0-3 word:won@4-7"},
      {"10:30 http://x.org/a", "word:10:30@0-5 word:http://x.org/a@6-20"},
      {"C++ AT&T d'Hondt", "word:C++@0-3 word:AT&T@4-8 word:d'Hondt@9-16"},
      {"¿qué? …et cetera…", "word:qué@2-6 word:et@11-13 word:cetera@14-20"},
      {"...", "word:@0-3"},
      {"oil[ti] [sic]", "word:oil[ti]@0-7 word:sic@9-12"},
      {"f{x}, [a[i]]", "word:f{x}@0-4 word:a[i]@7-11"},
  });
}

TEST(Lex, SeparatesAtSpacesOfEveryKind) {
  check({
      {"", ""},
      {" \t\r\n", ""},
      {"a\u00a0b\u3000c\u2009d", "word:a@0-1 word:b@3-4 word:c@7-8 word:d@11-12"},
      {"1\u00a0000 1\u202f000\u2009000", "word:1\u00a0000@0-6 word:1\u202f000\u2009000@7-20"},
      {"1\u00a00000 a\u00a0000", "word:1@0-1 word:0000@3-7 word:a@8-9 word:000@11-14"},
      {"a\x1b"
       "b\x7f"
       "c",
       "word:a@0-1 word:b@2-3 word:c@4-5"},
  });
}

TEST(Lex, PartsWordsAtACommaASemicolonOrAPlusWithoutASpace) {
  check({
      {"bridge,harbour", "word:bridge@0-6 word:harbour@7-14"},
      {"bridge;harbour,dam", "word:bridge@0-6 word:harbour@7-14 word:dam@15-18"},
      {"bridge+harbour", "word:bridge@0-6 word:harbour@7-14"},
      {"U.S.,China C++,Java", "word:U.S.@0-4 word:China@5-10 word:C++@11-14 word:Java@15-19"},
      {"Brücke,élan", "word:Brücke@0-7 word:élan@8-13"},
      {"bridge,title:dam", "word:bridge@0-6 field:title@7-13 word:dam@13-16"},
      {"storm^2,flood", "word:storm^2@0-7 word:flood@8-13"},
      {"storm,flood^2", "word:storm@0-5 word:flood@6-11 boost:2@11-13"},
      {",bridge, +harbour", "word:bridge@1-7 word:harbour@10-17"},
  });
}

TEST(Lex, KeepsWhatHasSuchASignInsideOneWord) {
  for (const char* word : {"1,000",
                           "1,000,000",
                           "3,5",
                           "1,2,3",
                           "C++",
                           "C++11",
                           "R&B",
                           "S-400",
                           "e-mail",
                           "AC/DC",
                           "and/or",
                           "G7+1",
                           "50+1",
                           "1+1",
                           "x^2+y",
                           "N,N-diethyl",
                           "1,2-dichloroethane",
                           "AT&amp;T",
                           "first+last@example.com",
                           "http://x.org/?q=oil+price,gas",
                           "oil.ti,ab",
                           "oil/ti,ab",
                           "oil[ti,ab]",
                           "bridge_harbour",
                           "bridge/harbour"}) {
    const std::vector<Lexeme> lexemes = lex(word);
    ASSERT_EQ(lexemes.size(), 1U) << word;
    EXPECT_EQ(lexemes[0].text, word);
  }
  check({
      {"tag:news,sport", "field:tag@0-4 word:news,sport@4-14"},
      {"-bridge,harbour", "minus:-@0-1 word:bridge,harbour@1-15"},
      {"TI,AB(oil)", "word:TI,AB@0-5 open:(@5-6 word:oil@6-9 close:)@9-10"},
      {"\"bridge,harbour\"", "phrase:bridge,harbour@0-16"},
  });
}

TEST(Lex, TakesAnyQuotationMarkForAnyOther) {
  check({
      {"\"high water\"", "phrase:high water@0-12"},
      {"“high water”", "phrase:high water@0-16"},
      {"„Hochwasser“", "phrase:Hochwasser@0-16"},
      {"« haute mer »", "phrase:haute mer@0-15"},
      {"“mixed\"", "phrase:mixed@0-9"},
      {"「洪水」", "phrase:洪水@0-12"},
      {"a\"b\"c", "word:a@0-1 phrase:b@1-4 word:c@4-5"},
      {"\"never closed", "phrase:never closed@0-13!"},
      {"\"\"", "phrase:@0-2"},
      {"\" ... \"", "phrase:@0-7"},
  });
}

TEST(Lex, KnowsADashThatExcludesFromOneThatDoesNot) {
  check({
      {"-flood", "minus:-@0-1 word:flood@1-6"},
      {"−flood", "minus:−@0-3 word:flood@3-8"},
      {"‐flood ‑dam －tide",
       "minus:‐@0-3 word:flood@3-8 minus:‑@9-12 word:dam@12-15 minus:－@16-19 word:tide@19-23"},
      {"-\"a b\"", "minus:-@0-1 phrase:a b@1-6"},
      {"-(a)", "minus:-@0-1 open:(@1-2 word:a@2-3 close:)@3-4"},
      {"vice-versa", "word:vice-versa@0-10"},
      {"a - b", "word:a@0-1 word:@2-3 word:b@4-5"},
      {"--verbose", "word:verbose@2-9"},
      {"(a)-b", "open:(@0-1 word:a@1-2 close:)@2-3 word:b@4-5"},
      {"-", "word:@0-1"},
      {"-)", "word:@0-1 close:)@1-2"},
  });
}

TEST(Lex, ReadsFieldsOnlyWhereAWordBegins) {
  check({
      {"title:flood", "field:title@0-6 word:flood@6-11"},
      {"TITLE:flood", "field:title@0-6 word:flood@6-11"},
      {"Author: I never", "word:Author@0-6 word:I@8-9 word:never@10-15"},
      {"title:\u00a0x", "word:title@0-5 word:x@8-9"},
      {"-title:flood", "minus:-@0-1 field:title@1-7 word:flood@7-12"},
      {"title:=flood", "field:title@0-6 exact:=@6-7 word:flood@7-12"},
      {"subtitle:\"a b\"", "field:subtitle@0-9 phrase:a b@9-14"},
      {"mytitle:flood", "word:mytitle:flood@0-13"},
      {"x-title:flood", "word:x-title:flood@0-13"},
      {"foo:bar", "word:foo:bar@0-7"},
      {"title:", "field:title@0-6"},
  });
}

TEST(Lex, KeepsTheDotsOfAnOpenPeriod) {
  check({
      {"date:2019..2021", "field:date@0-5 word:2019..2021@5-15"},
      {"date:2019..", "field:date@0-5 word:2019..@5-11"},
      {"date:..2021,", "field:date@0-5 word:..2021@5-11"},
  });
}

TEST(Lex, ReadsOperatorsInCapitalsOnly) {
  check({
      {"AND OR NOT", "and:AND@0-3 or:OR@4-6 not:NOT@7-10"},
      {"and Or not", "word:and@0-3 word:Or@4-6 word:not@7-10"},
      {"a||b | c", "word:a@0-1 or:||@1-3 word:b@3-4 or:|@5-6 word:c@7-8"},
      {"lang:OR -NOT =AND",
       "field:lang@0-5 word:OR@5-7 minus:-@8-9 word:NOT@9-12 exact:=@13-14 "
       "word:AND@14-17"},
      {"OR.", "word:OR@0-2"},
  });
}

TEST(Lex, RecognizesProximityAsWholeTokens) {
  check({
      {"w/5 NEAR/12 pre/3 /s /P",
       "proximity:w/5@0-3 proximity:NEAR/12@4-11 proximity:pre/3@12-17 "
       "proximity:/s@18-20 proximity:/P@21-23"},
      {"ADJ adj5 NEAR /5 /n5/ n/5 w/para +s N5",
       "proximity:ADJ@0-3 proximity:adj5@4-8 proximity:NEAR@9-13 proximity:/5@14-16 "
       "proximity:/n5/@17-21 proximity:n/5@22-25 proximity:w/para@26-32 proximity:+s@33-35 "
       "proximity:N5@36-38"},
      {"near Same n5", "word:near@0-4 word:Same@5-9 word:n5@10-12"},
      {"w/o w/ /x w/5a 24/7", "word:w/o@0-3 word:w@4-5 word:x@8-9 word:w/5a@10-14 word:24/7@15-19"},
  });
}

TEST(Lex, TakesSuffixesOffWordsPhrasesAndBrackets) {
  check({
      {"storm^2.5", "word:storm@0-5 boost:2.5@5-9"},
      {"\"a b\"~5^2", "phrase:a b@0-5 fuzzy:5@5-7 boost:2@7-9"},
      {"(a)^3", "open:(@0-1 word:a@1-2 close:)@2-3 boost:3@3-5"},
      {"wrod~ wrod~1", "word:wrod@0-4 fuzzy:@4-5 word:wrod@6-10 fuzzy:1@10-12"},
      {"x^2+y x.org/~jane a^b", "word:x^2+y@0-5 word:x.org/~jane@6-17 word:a^b@18-21"},
      {"^2", "word:2@1-2"},
  });
}

TEST(Lex, TellsAPlainWordFromOneThatNeedsQuotes) {
  for (const char* word : {"storm", "c#", "10:30", "foo:bar", "w/o", "te?t"})
    EXPECT_TRUE(reads_as_one_word(word)) << word;
  for (const char* word :
       {"", "OR", "w/5", "-a", "=a", "a b", "title:a", "a.", "a^2", "a~", "a\"b"})
    EXPECT_FALSE(reads_as_one_word(word)) << word;
}

TEST(Lex, SplitsPlainWordsAtSpacesAlone) {
  const std::vector<std::string_view> words = {"a", "OR", "title:b", "c^2"};
  EXPECT_EQ(plain_words(" a OR\u00a0title:b, ... c^2"), words);
  EXPECT_TRUE(plain_words(" — ").empty());
}

TEST(QueryFields, AreThoseOfTheTableAndTheDates) {
  for (const QueryField& field : query_fields()) {
    SCOPED_TRACE(field.name);
    if (field.operand == FieldOperand::dates) continue;  // these ask for the day of an article
    const bool words = field.operand == FieldOperand::words;
    const Field* row = find_field(field.name, words ? for_words : for_filters);
    ASSERT_NE(row, nullptr);
    EXPECT_TRUE(words ? row->words.has_value() : row->values.has_value());
  }
}

}  // namespace
}  // namespace backfile
