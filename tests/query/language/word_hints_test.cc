// Every form of another search language gets its note, ordinary text gets none, and what may be
// either gets a note that `strict` lets pass.
#include "query/language/word_hints.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "query/language/parser.h"
#include "tests/query/language/ordinary_text.h"
#include "tests/query/language/parser_promises.h"

namespace backfile {
namespace {

std::string print(const std::vector<Note>& notes) {
  std::string out;
  for (const Note& note : notes) {
    out += (note.position ? std::to_string(*note.position) : "-") + ": " + note.message + '\n';
  }
  return out;
}

// As databases, library catalogues and programs have it.
constexpr const char* pasted[] = {
    "TI \"crude oil\"",
    "AB \"oil\"",
    "(TI oil) AND (AB price)",
    "TI oil OR AB oil",
    "DE \"oil\"",
    "SO \"New York Times\" AND oil",
    "TI oil AND LA english",
    "ti oil AND ab price",
    "TITLE \"crude oil\"",
    "PY 1987 AND oil",
    "opec AND PY=1987",
    "TS=(oil)",
    "TS=oil",
    "TS = (oil)",
    "AF=oil",
    "SO=Times AND oil",
    "TITLE-ABS-KEY(oil)",
    "DOCTYPE(article) oil",
    "jn(Times) oil",
    "LIMIT-TO(x)",
    "PUBYEAR > 2010",
    "PUBYEAR IS 2010",
    "oil AND PUBYEAR AFT 2010",
    "SRCTITLE(times)",
    "AFFIL(oxford)",
    "KEY(oil)",
    "EXCLUDE(DOCTYPE, \"re\")",
    "exp oil/",
    "exp Petroleum Pollution/",
    "exp \"oil spill\"/",
    "oil/ AND price",
    "oil.mp.",
    "oil.ti,ab,kw,hw.",
    "(oil or gas).mp.",
    "\"oil price\".tw.",
    "oil*.tw.",
    "smith.au.",
    "smith.au. AND oil",
    "1987.yr.",
    "oil.af.",
    "or/1-5",
    "\"oil\" near \"price\"",
    "oil near/3 price",
    "\"oil\" same \"price\"",
    "(oil OR gas) near (price OR cost)",
    "\"oil\" n5 \"price\"",
    "oil NEXT price",
    "oil next/3 price",
    "oil (3N) price",
    "oil (2w) price",
    "oil(w)price",
    "\"oil\" +5 \"price\"",
    "pri$e",
    "colo$r",
    "#1 AND #2",
    "#1 OR oil",
    "#1 NOT #2",
    "(#1 OR #2) AND #3",
    "/oi.*/",
    "title:/oi.*/",
    "[1987 TO 1988]",
    "{1987 TO 1988}",
    "oil [1987 TO 1988]",
    "title:[a TO b]",
    "\"oil price\" ~3",
    "title LIKE '%oil%'",
    "title LIKE \"%oil%\"",
    "%oil%",
    "oil%",
    "SELECT * FROM articles WHERE title = 'oil'",
    "date BETWEEN 1987 AND 1988",
    "title IN ('oil', 'gas')",
    "CONTAINS(title, 'oil')",
    "title <> oil",
    "title != oil",
    "title!=oil",
    "title<>oil",
    "dc.title = oil",
    "dc.title=oil",
    "dc.title any \"oil gas\"",
    "title any \"oil gas\"",
    "oil 2010..2015",
    "\"oil * price\"",
    "allintitle: oil price",
    "intitle: oil",
    "TI:oil",
    "AU:smith",
    "headline: opec",
    "opec author: tew",
    "storm AND Title: flood",
    "byline: tew AND oil",
    "'oil price':ti,ab",
    "\"oil price\":ti,ab",
    "'oil'/exp",
    "'oil'/exp/mj",
    "oil/exp",
    "[mh oil]",
    "[mh \"oil\"]",
    "oil [ti]",
    "\"oil price\" [ti]",
    "oil [tiab]",
    "\"oil\"[Title/Abstract:~2]",
    "oil[MeSH:noexp]",
    "oil[Author - First]",
    "date from 20190101 to 20191231",
    "date after 2019",
    "date before 2019 AND oil",
    "DA(aft 2019)",
    "oil UND gas",
    "oil ODER gas",
    "oil NICHT gas",
    "oil %gas",
    "mesh(oil)",
    "pmid=123",
    "doi(10.1000/182)",
    "hd(oil)",
    "HD (oil)",
    "PY(2019)",
    "PY=2010-2019",
    "\"oil price\":title",
    "~oil",
    "title:-dam",
    "oil title:-\"dam\"",
    "flood ^2",
    "flood ^2.5 dam",
    "\"high water\" ^2",
    "(flood OR dam) ^2 tide",
    "flood ^ 2",
    "smith j[au]",
    "smith j[Author] AND oil",
    "o?l",
    "h?t AND oil",
    "o!l",
    "(oil price):ti,ab",
    "(oil OR gas):ti AND price",
    "oil.m_titl.",
    "(oil or gas).m_titl.",
    "oil/ti",
    "oil/ti,ab",
    "\"oil price\"/ti",
    "(oil OR gas)/ti,ab",
    "oil/de AND price",
    "_exists_:x",
    "_exists_:title",
    "_missing_:title AND oil",
    "article_title:oil",
    "title.keyword:oil",
    "dc.title:oil",
    "*:*",
    "*:* AND oil",
    "df=oil",
    "q=oil",
    "fq=opec AND oil",
    "oil NEAR:5 price",
    "oil near:5 price",
    "oil ADJ:3 price",
    "oil w/in 5 price AND gas",
};

// As either may.
constexpr const char* doubtful[] = {
    "SU oil",
    "AU Smith AND oil",
    "TX \"crude oil\"",
    "ti \"crude oil\" AND price",
    "TITLE oil AND price",
    "AUTHOR smith AND oil",
    "oil/",
    "oil same price",
    "oil near price AND opec",
    "oil n5 price",
    "oil +5 price",
    "S1 AND S2",
    "1 AND 2",
    "opec ~3 oil",
    "flood ~2",
    "a*b",
    "AB oil",
    "AB oil price",
    "oil w/in 5 price",
    "w/in 5",
    "arrested W/IN 5 minutes",
    "colour=red",
    "Update* on wages",
    "Bonus wheat for Jordan --USDA",
    "Ölpreis* steigt im Mai",
    "source: police say two dead",
    "title: the man who sold the world",
    "date: friday night fever",
    "bridge –harbour",
    "bridge —harbour",
    "–harbour bridge",
    "bridge –\"spring tide\"",
    "bridge (–harbour)",
    "'harbour bridge'",
    "‘harbour bridge’",
    "‚harbour bridge‘",
    "'Harbour Bridge'",
    "dam 'harbour bridge'",
    "title:'harbour bridge'",
    "title :bridge",
    "dam title :bridge",
    "author :\"Jane Doe\"",
    "date :2019",
    "bridge within 3 harbour",
    "bridge <near> harbour",
    "bridge <NEAR/5> harbour",
    "bridge <and> harbour",
};

TEST(WordHints, LeaveOrdinaryTextAlone) {
  static_assert(std::size(ordinary_text) >= 100);
  for (const char* query : ordinary_text) {
    EXPECT_EQ(print(parse(query).notes), "") << query;
    EXPECT_EQ(print(parse(query).doubtful_notes), "") << query;
  }
}

TEST(WordHints, PassNoFormOverInSilence) {
  static_assert(std::size(pasted) >= 100);
  for (const char* query : pasted) EXPECT_NE(print(parse(query).notes), "") << query;
}

TEST(WordHints, TellWhatMayBeAFormWithoutRefusingIt) {
  for (const char* query : doubtful) {
    EXPECT_EQ(print(parse(query).notes), "") << query;
    EXPECT_NE(print(parse(query).doubtful_notes), "") << query;
  }
}

TEST(WordHints, LeaveAQueryThatReadsTheSameAgain) {
  for (const char* query : pasted) EXPECT_EQ(broken_promise(query, {}), "") << query;
  for (const char* query : doubtful) EXPECT_EQ(broken_promise(query, {}), "") << query;
  for (const char* query : ordinary_text) EXPECT_EQ(broken_promise(query, {}), "") << query;
}

TEST(WordHints, SayWhatToWriteHere) {
  const struct {
    const char *query, *notes;
  } cases[] = {
      {"TI \"crude oil\"",
       "0: “TI” is not understood; it was searched as a word. Perhaps you mean “title:”.\n"},
      {"AB \"oil\"",
       "0: “AB” is not understood; it was searched as a word. There is no such field here; leave "
       "it out.\n"},
      {"AU Smith AND oil",
       "0: “AU” was searched as a word. If you mean the field of other services, write "
       "“author:”.\n"},
      {"opec AND PY=1987",
       "9: “PY=” is not understood; it was searched as a word. Perhaps you mean “date:”.\n"},
      {"TITLE-ABS-KEY(oil)",
       "0: “TITLE-ABS-KEY( )” is not understood yet; what stands in its brackets was searched "
       "everywhere.\n"},
      {"exp oil/",
       "0: “exp … /” is not understood as a subject heading; its words were searched. Perhaps you "
       "mean “tag:”.\n"},
      {"oil.mp.", "0: “.mp.” is not understood; it was searched as a word.\n"},
      {"\"oil\" near \"price\"",
       "6: “near” was searched as a word; it does not say how near each other its sides must "
       "stand.\n"},
      {"pri$e",
       "0: “pri$e” has a wildcard, which is not understood yet; its parts were searched as plain "
       "words.\n"},
      {"#1 AND #2",
       "0: “#1” was searched as a word; earlier searches have no numbers here. Write out what they "
       "asked for.\n7: “#2” was searched as a word; earlier searches have no numbers here. Write "
       "out what they asked for.\n"},
      {"/oi.*/",
       "1: “/oi.*/” was not read as a regular expression, which is not understood; its words were "
       "searched.\n"},
      {"[1987 TO 1988]",
       "1: “[1987 TO 1988]” is not understood; its words were searched. Write "
       "“date:1987..1988”.\n"},
      {"opec ~3 oil",
       "6: “~3” was searched as a number; it does not say how near each other its sides must "
       "stand.\n"},
      {"oil 2010..2015",
       "4: “2010..2015” was searched as words. For these years write “date:2010..2015”.\n"},
      {"title LIKE '%oil%'",
       "6: “LIKE” is not understood; it was searched as a word. Write “title:oil” for a word in "
       "the "
       "title.\n12: “%oil%” has a wildcard, which is not understood yet; “%oil%” was searched as a "
       "plain word.\n"},
      {"title != oil",
       "0: “title !=” is not understood; it was searched as a word. Perhaps you mean “-title:”.\n"},
      {"intitle: oil",
       "0: “intitle:” is not understood; it was searched as a word. Perhaps you mean “title:word”, "
       "without a space.\n"},
      {"opec author: tew",
       "5: “author:” needs its value right behind the colon, without a space, as in “author:word”; "
       "it was searched as a word.\n"},
      {"flood ^2",
       "7: “^2” was searched as a number. A weight stands right behind its word, as in "
       "“oil^2”.\n"},
      {"(oil price):ti,ab", "12: “:ti,ab” is not understood; it was searched as a word.\n"},
      {"oil/ti",
       "0: “/ti” is not understood; it was searched as a word. Perhaps you mean “title:”.\n"},
      {"smith j[au]",
       "6: “[au]” is not understood; it was searched as a word. Perhaps you mean “author:”.\n"},
      {"_exists_:x",
       "1: There is no field “_exists_:”, so it was searched as a word. The fields are title:, "
       "subtitle:, caption:, section:, author:, tag:, lang:, source:, date:, before: and "
       "after:.\n"},
      {"article_title:oil",
       "0: There is no field “article_title:”, so it was searched as a word. Perhaps you mean "
       "“title:”.\n"},
      {"*:*", "0: “*:*” does not stand for every article; it was left out.\n"},
      {"df=oil",
       "0: “df=” is not understood; it was searched as a word. Write what you look for alone.\n"},
      {"oil NEAR:5 price",
       "4: “NEAR:5” is not understood yet; both sides were searched, however far apart they "
       "stand.\n"},
      {"oil w/in 5 price",
       "4: “w/in 5” was searched as words; it does not say how near each other its sides must "
       "stand.\n"},
      {"Update* on wages",
       "0: “Update*” has a wildcard, which is not understood yet; “Update” was searched as a plain "
       "word.\n"},
      {"oil ODER gas",
       "4: “ODER” is not an operator here; it was searched as a word. Write “OR”.\n"},
      {"PUBYEAR AFT 2010",
       "0: “PUBYEAR AFT” is not understood; its words were searched. Write “date:2019”, "
       "“after:2019”, "
       "“before:2019” or “date:2019..2021”.\n"},
      {"bridge –harbour",
       "10: “–” does not leave out what follows, which was searched. Write a hyphen, as in "
       "“-harbour”.\n"},
      {"dam 'harbour bridge'",
       "5: “'harbour bridge'” was searched as plain words. A phrase stands between double "
       "quotation "
       "marks: “\"harbour bridge\"”.\n"},
      {"title :bridge",
       "0: “title :” was searched as a word. A field has its colon right behind its name, as in "
       "“title:word”.\n"},
      {"bridge within 3 harbour",
       "7: “within 3” was searched as words; it does not say how near each other its sides must "
       "stand.\n"},
      {"bridge <or> harbour",
       "8: “<or>” is not an operator here; it was searched as a word. Write “OR”.\n"},
      {"\"oil price\" ~3",
       "13: “~3” was searched as a number. It belongs right behind the quotation mark.\n"},
  };
  for (const auto& c : cases) {
    const Parsed parsed = parse(c.query);
    EXPECT_EQ(print(parsed.notes) + print(parsed.doubtful_notes), c.notes) << c.query;
  }
}

}  // namespace
}  // namespace backfile
