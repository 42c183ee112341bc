// Whatever is typed gets a tree, and a note where it was not taken as typed.
#include "query/language/parser.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/query/language/parser_promises.h"

namespace backfile {
namespace {

struct Case {
  const char *query, *tree;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.query);
    EXPECT_EQ(dump(parse(c.query).tree), c.tree);
  }
}

// "6: sentence", one a line.
std::string print(const std::vector<Note>& notes) {
  std::string out;
  for (const Note& note : notes)
    out += (note.position ? std::to_string(*note.position) : "-") + ": " + note.message + '\n';
  return out;
}

TEST(Parse, WantsAllWords) {
  check({
      {"", "(nothing)"},
      {"storm", R"((word "storm"))"},
      {"storm flood", R"((all (word "storm") (word "flood")))"},
      {"storm AND flood", R"((all (word "storm") (word "flood")))"},
      {"and or not", R"((all (word "and") (word "or") (word "not")))"},
      {"a w/o b", R"((all (word "a") (word "w/o") (word "b")))"},
      {"\"high water\" mark", R"((all (phrase "high water") (word "mark")))"},
      {"“high water”", R"((phrase "high water"))"},
      {"+=OPEC -+=WHO", R"((all (word exact "OPEC") (exclude (word exact "WHO"))))"},
      {"=Müller =\"St Jo\"", R"((all (word exact "Müller") (phrase exact "St Jo")))"},
  });
}

TEST(Parse, BindsAndTighterThanOr) {
  check({
      {"a OR b", R"((any (word "a") (word "b")))"},
      {"a | b|c", R"((any (word "a") (word "b") (word "c")))"},
      {"a b OR c d", R"((any (all (word "a") (word "b")) (all (word "c") (word "d"))))"},
      {"(a OR b) c", R"((all (any (word "a") (word "b")) (word "c")))"},
      {"(a b) c", R"((all (word "a") (word "b") (word "c")))"},
      {"a OR (b OR c)", R"((any (word "a") (word "b") (word "c")))"},
      {"((((a))))", R"((word "a"))"},
      {"（a OR b） c", R"((all (any (word "a") (word "b")) (word "c")))"},
  });
}

TEST(Parse, NarrowsAWholeLevelByWhatStandsAtItsEnds) {
  check({
      {"a OR b date:2019", R"((all (any (word "a") (word "b")) (dates 20190000 20199999)))"},
      {"lang:en a OR b c",
       R"((all (filter lang "en") (any (word "a") (all (word "b") (word "c")))))"},
      {"a OR b -c -tag:d",
       R"((all (any (word "a") (word "b")) (exclude (word "c")) (exclude (filter tag "d"))))"},
      {"(a OR b NOT c) d", R"((all (any (word "a") (word "b")) (exclude (word "c")) (word "d")))"},
      // What an operator or a bracket binds stays where it is ...
      {"a OR b AND date:2019", R"((any (word "a") (all (word "b") (dates 20190000 20199999))))"},
      {"lang:en AND a OR b", R"((any (all (filter lang "en") (word "a")) (word "b")))"},
      {"a OR (b -c)", R"((any (word "a") (all (word "b") (exclude (word "c")))))"},
      // ... and so does what each side has of its own, or stands alone, or in between.
      {"lang:en a OR lang:de b",
       R"((any (all (filter lang "en") (word "a")) (all (filter lang "de") (word "b"))))"},
      {"a OR -b", R"((any (word "a") (exclude (word "b"))))"},
      {"tag:a OR tag:b", R"((any (filter tag "a") (filter tag "b")))"},
      {"a OR b -c OR d", R"((any (word "a") (all (word "b") (exclude (word "c"))) (word "d")))"},
      {"a OR b -c d", R"((any (word "a") (all (word "b") (exclude (word "c")) (word "d"))))"},
  });
}

TEST(Parse, Excludes) {
  check({
      {"storm -flood", R"((all (word "storm") (exclude (word "flood"))))"},
      {"storm NOT flood", R"((all (word "storm") (exclude (word "flood"))))"},
      {"storm AND NOT flood", R"((all (word "storm") (exclude (word "flood"))))"},
      {"-flood", R"((exclude (word "flood")))"},
      {"-a -b", R"((all (exclude (word "a")) (exclude (word "b"))))"},
      {"a OR -b", R"((any (word "a") (exclude (word "b"))))"},
      {"-(a OR b)", R"((exclude (any (word "a") (word "b"))))"},
      {"-\"x y\"", R"((exclude (phrase "x y")))"},
      {"NOT NOT a", R"((word "a"))"},
      {"NOT -a", R"((word "a"))"},
      {"-(-a)", R"((word "a"))"},
      {"NOT (a -b)", R"((exclude (all (word "a") (exclude (word "b")))))"},
  });
}

TEST(Parse, AsksInFields) {
  check({
      {"title:alliance", R"((word title "alliance"))"},
      {"title: alliance", R"((all (word "title") (word "alliance")))"},
      {"Title:\"the alliance\"", R"((phrase title "the alliance"))"},
      {"title:(a b) c", R"((all (word title "a") (word title "b") (word "c")))"},
      {"title:(a (b OR caption:c))",
       R"((all (word title "a") (any (word title "b") (word caption "c"))))"},
      {"title:=Ärger", R"((word title exact "Ärger"))"},
      {"=(a title:b)", R"((all (word exact "a") (word title exact "b")))"},
      {"title:caption:a", R"((word caption "a"))"},
      {"author:\"Jane Doe\"", R"((filter author "Jane Doe"))"},
      {"author:doe lang:en -tag:sea",
       R"((all (filter author "doe") (filter lang "en") (exclude (filter tag "sea"))))"},
      {"section:(news OR \"World news\")",
       R"((any (filter section "news") (filter section "World news")))"},
      {"date:2019..2021", "(dates 20190000 20219999)"},
      {R"(date:"March 2014".."May 2015")", "(dates 20140300 20150599)"},
      {R"(date:“March 2014”..„May 2015”)", "(dates 20140300 20150599)"},
      {R"(date:"1 March 1987"..)", "(dates 19870301 open)"},
      {R"(date:.."May 2015")", "(dates open 20150599)"},
      {R"(date:2014.."May 2015")", "(dates 20140000 20150599)"},
      {R"(date:"March 2014"..2015)", "(dates 20140300 20159999)"},
      {R"(date:>"March 2014")", "(dates 20140400 open)"},
      {R"(date:<="March 2014")", "(dates open 20140399)"},
      {R"(date:("March 2014".."May 2015" OR 2019))",
       R"((any (dates 20140300 20150599) (dates 20190000 20199999)))"},
      {"a +title:b", R"((all (word "a") (word title "b")))"},
      {"-+tag:b", R"((exclude (filter tag "b")))"},
      {"(+date:2014 OR +title:\"a b\")", R"((any (dates 20140000 20149999) (phrase title "a b")))"},
      {"date:<2014", "(dates open 20139999)"},
      {"date:>=2014", "(dates 20140000 open)"},
      {"before:2019 after:2017-06", "(all (dates open 20189999) (dates 20170700 open))"},
      {"date:(2019 OR \"2021-03\")", "(any (dates 20190000 20199999) (dates 20210300 20210399))"},
      {"lang:OR", R"((filter lang "OR"))"},
  });
}

TEST(Parse, WeighsWords) {
  check({
      {"storm^2 flood", R"((all (word "storm" ^2) (word "flood")))"},
      {"\"a b\"^0.5", R"((phrase "a b" ^0.5))"},
      {"(a title:b)^2", R"((all (word "a" ^2) (word title "b" ^2)))"},
      {"-a^2", R"((exclude (word "a" ^2)))"},
      {"a \"\"^5", R"((word "a"))"},
      {"a^0", R"((word "a" ^0))"},
  });
}

TEST(Parse, NotesWhatItDidNotTakeAsTyped) {
  const struct {
    const char *query, *tree, *notes;
  } cases[] = {
      {"storm \"high water", R"((all (word "storm") (phrase "high water")))",
       "6: This quotation mark is never closed; the phrase was read to the end.\n"},
      {"é (a OR b", R"((all (word "é") (any (word "a") (word "b"))))",
       "3: This bracket is never closed; it was closed at the end.\n"},
      {"a) b", R"((all (word "a") (word "b")))",
       "1: This bracket was never opened; it was left out.\n"},
      {"a \"\" b", R"((all (word "a") (word "b")))",
       "2: There is no word between these quotation marks; they were left out.\n"},
      {"a ()", R"((word "a"))",
       "2: There is nothing between these brackets; they were left out.\n"},
      {"OR storm", R"((word "storm"))",
       "0: “OR” has nothing before it and was left out. In small letters it is a word like any "
       "other.\n"},
      {"storm AND", R"((word "storm"))",
       "6: “AND” has nothing after it and was left out. In small letters it is a word like any "
       "other.\n"},
      {"a OR OR b", R"((any (word "a") (word "b")))",
       "5: “OR” has nothing before it and was left out. In small letters it is a word like any "
       "other.\n"},
      {"NOT", "(nothing)",
       "0: “NOT” has nothing after it and was left out. In small letters it is a word like any "
       "other.\n"},
      {"(a NOT) b", R"((all (word "a") (word "b")))",
       "3: “NOT” has nothing after it and was left out. In small letters it is a word like any "
       "other.\n"},
      {"a title:", R"((word "a"))", "2: “title:” has nothing after it and was left out.\n"},
      {"-... storm", R"((word "storm"))", "0: “-” has nothing after it and was left out.\n"},
      {"-", "(nothing)", "-: There is no word in this query to search for.\n"},
      {"?! — …", "(nothing)", "-: There is no word in this query to search for.\n"},
      {"foo:bar", R"((word "foo:bar"))",
       "0: There is no field “foo:”, so it was searched as a word. The fields are title:, "
       "subtitle:, caption:, section:, author:, tag:, lang:, source:, date:, before: and "
       "after:.\n"},
      {"a byline:\"x y\"", R"((all (word "a") (word "byline") (phrase "x y")))",
       "2: There is no field “byline:”, so it was searched as a word. Perhaps you mean "
       "“author:”.\n"},
      {"[title:b]", R"((phrase "title:b"))",
       "1: “title:” names a field only with nothing but a space, a round bracket or - before it; "
       "here it was searched as a word.\n"},
      {"'title:b'", R"((phrase "title:b"))",
       "1: “title:” names a field only with nothing but a space, a round bracket or - before it; "
       "here it was searched as a word.\n"},
      {"a^101", R"((word "a" ^100))", "1: Weights go up to 100; this one was read as 100.\n"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.query);
    const Parsed parsed = parse(c.query);
    EXPECT_EQ(dump(parsed.tree), c.tree);
    EXPECT_EQ(print(parsed.notes), c.notes);
    EXPECT_FALSE(parsed.refused);
  }
}

TEST(Parse, SaysWhatIsNotUnderstoodYet) {
  const struct {
    const char *query, *tree, *notes;
  } cases[] = {
      {"a w/5 b", R"((all (word "a") (word "b")))",
       "2: “w/5” is not understood yet; both sides were searched, however far apart they stand.\n"},
      {"a /s \"b c\"", R"((all (word "a") (phrase "b c")))",
       "2: “/s” is not understood yet; both sides were searched, however far apart they stand.\n"},
      {"\"a b\"~5", R"((all (word "a") (word "b")))",
       "5: “~5” behind a phrase is not understood yet; its words were searched wherever they "
       "stand.\n"},
      {"title:\"a b\"~5^2", R"((all (word title "a" ^2) (word title "b" ^2)))",
       "11: “~5” behind a phrase is not understood yet; its words were searched wherever they "
       "stand.\n"},
      {"wrod~1", R"((word "wrod"))",
       "4: “~1” is not understood yet; what stands before it was searched as it is spelled.\n"},
      {"term*", R"((word "term"))",
       "0: “term*” has a wildcard, which is not understood yet; “term” was searched as a plain "
       "word.\n"},
      {"te?t", R"((word "te?t"))",
       "0: “te?t” has a wildcard, which is not understood yet; its parts were searched as plain "
       "words.\n"},
      {"atleast3(storm)", R"((word "storm"))",
       "0: “atleast3( )” is not understood yet; what stands in its brackets was searched, however "
       "often an article has it.\n"},
      {"oil ADJ price", R"((all (word "oil") (word "price")))",
       "4: “ADJ” is not understood yet; both sides were searched, however far apart they "
       "stand.\n"},
      {"oil NOT w/5 price", R"((all (word "oil") (word "price")))",
       "8: “NOT w/5” is not understood yet; nothing was left out, and what follows it was "
       "required.\n"},
      {"ADJ oil", R"((all (phrase "ADJ") (word "oil")))", ""},
      {"\"oil price*\"", R"((phrase "oil price*"))",
       "0: “price*” has a wildcard, which is not understood yet; the phrase was searched as plain "
       "words.\n"},
      {"pric!", R"((word "pric"))",
       "0: “pric!” has a wildcard, which is not understood yet; “pric” was searched as a plain "
       "word.\n"},
      {"HEADLINE(opec)", R"((word "opec"))",
       "0: “HEADLINE( )” is not understood yet; what stands in its brackets was searched "
       "everywhere. Perhaps you mean “title:( )”.\n"},
      {"opec BUT NOT saudi", R"((all (word "opec") (exclude (word "saudi"))))",
       "5: “BUT NOT” is not an operator here; it was read as “NOT”.\n"},
      {"author: tew", R"((all (word "author") (word "tew")))",
       "0: “author:” needs its value right behind the colon, without a space, as in “author:word”; "
       "it was searched as a word.\n"},
      {"hd=opec", R"((word "hd=opec"))",
       "0: “hd=” is not understood; it was searched as a word. Perhaps you mean “title:”.\n"},
      {"-allcaps(us)", R"((exclude (word "us")))",
       "1: “allcaps( )” is not understood yet; what stands in its brackets was searched in "
       "capitals and small letters alike.\n"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.query);
    const Parsed parsed = parse(c.query);
    EXPECT_EQ(dump(parsed.tree), c.tree);
    EXPECT_EQ(print(parsed.notes), c.notes);
  }
}

TEST(Parse, ReadsOrdinaryPunctuationWithoutANote) {
  for (const char* query : {"who won?",
                            "a w/o b",
                            "http://x.org/?a=b",
                            "10:30",
                            "3:16",
                            "storm - flood",
                            "a & b",
                            "AT&T",
                            "C++",
                            "Re: your letter",
                            "\"a OR (b\"",
                            "storm, flood; rain.",
                            "it's 'quoted'",
                            "/s x",
                            "w/5",
                            "x^2+y^2=z",
                            "std::string",
                            "allcaps",
                            "hlead (a)",
                            "20%",
                            "$5 #tag @name",
                            "☃"}) {
    SCOPED_TRACE(query);
    EXPECT_EQ(print(parse(query).notes), "");
  }
}

TEST(Parse, TellsWherePartsStand) {
  const Parsed parsed = parse("é -title:flood, (a OR \"b c\"^2)");
  const Node& tree = parsed.tree;
  const auto text = [&](const Node& node) {
    return parsed.query.substr(node.begin, node.end - node.begin);
  };
  ASSERT_EQ(tree.children.size(), 3u);
  EXPECT_EQ(text(tree.children[0]), "é");
  EXPECT_EQ(text(tree.children[1]), "-title:flood");
  EXPECT_EQ(text(tree.children[1].children[0]), "title:flood");
  EXPECT_EQ(text(tree.children[2]), "a OR \"b c\"");
  EXPECT_EQ(text(tree.children[2].children[1]), "\"b c\"");
}

TEST(Parse, MendsWhatIsNotUnicodeFirst) {
  const Parsed parsed = parse("st\xfform )");
  EXPECT_EQ(parsed.query, "st\ufffdorm )");
  EXPECT_EQ(dump(parsed.tree), "(word \"st\ufffdorm\")");
  ASSERT_EQ(parsed.notes.size(), 1u);
  EXPECT_EQ(parsed.notes[0].position, 9u);
}

TEST(ParsePlain, KnowsNoSyntax) {
  const Parsed parsed = parse_plain(" -storm OR title:x, \"high water\"^2 ... (a");
  EXPECT_EQ(dump(parsed.tree), R"((all (word "storm") (word "OR") (word "title:x") )"
                               R"((word "\"high") (word "water\"^2") (word "(a")))");
  EXPECT_EQ(parsed.query.substr(parsed.tree.children[2].begin, 7), "title:x");
  EXPECT_TRUE(parsed.notes.empty());
  EXPECT_FALSE(parsed.refused);
  EXPECT_EQ(dump(parse_plain(" \xff ").tree), "(word \"\ufffd\")");
  EXPECT_EQ(dump(parse_plain("").tree), "(nothing)");
}

TEST(Parse, RefusesWhatIsTooLong) {
  EXPECT_FALSE(parse(std::string(1024, 'a')).refused);
  const Parsed parsed = parse("storm " + std::string(1020, 'a'));
  EXPECT_TRUE(parsed.refused);
  EXPECT_EQ(parsed.refusal, "The query is too long: 1026 bytes, where 1024 are the most.");
  EXPECT_EQ(parsed.refusal_position, 1024u);
  EXPECT_EQ(parsed.hint, "Shorten it, or ask in several queries.");
  EXPECT_FALSE(parse("storm " + std::string(1020, 'a'), generous_limits).refused);
}

TEST(Parse, RefusesTooManyWordsAndPhrases) {
  std::string query;
  for (int i = 0; i < 64; ++i) query += "w" + std::to_string(i) + ' ';
  EXPECT_FALSE(parse(query).refused);
  const Parsed parsed = parse(query + "\"one more\" )");
  EXPECT_TRUE(parsed.refused);
  EXPECT_EQ(parsed.refusal, "The query has more than 64 words and phrases.");
  EXPECT_EQ(parsed.refusal_position, query.size());
  EXPECT_EQ(parsed.tree.children.size(), 64u);
  EXPECT_TRUE(parsed.notes.empty());
}

TEST(Parse, RefusesBracketsNestedTooDeep) {
  const auto nested = [](std::size_t depth) {
    return "x " + std::string(depth, '(') + "a" + std::string(depth, ')');
  };
  EXPECT_EQ(dump(parse(nested(20)).tree), R"((all (word "x") (word "a")))");
  EXPECT_FALSE(parse(nested(20)).refused);
  const Parsed parsed = parse(nested(21));
  EXPECT_TRUE(parsed.refused);
  EXPECT_EQ(parsed.refusal, "Brackets are nested more than 20 deep.");
  EXPECT_EQ(parsed.refusal_position, 22u);
}

TEST(Parse, SurvivesEndlessRepetition) {
  const QueryLimits limits{10'000'000, 1000, 1000};
  for (const char* part :
       {"(",     ")",   "NOT ", "-",        "NOT (", "-(",  "title:", "title:(",   "\"",
        "a OR ", "OR ", "| ",   "^1",       "~",     "a^1", "=",      "(a OR (b ", "w/5 ",
        "foo:",  "*",   "()",   "\"a b\"~", "\xff",  "“",   "date:(", "atleast1("}) {
    SCOPED_TRACE(part);
    std::string query;
    for (int i = 0; i < 100'000; ++i) query += part;
    const Parsed parsed = parse(query, limits);
    EXPECT_LE(parsed.notes.size(), 20u);
  }
}

TEST(Parse, KeepsItsPromisesForQueriesOfAllParts) {
  constexpr std::string_view parts[] = {
      "a",       "storm", "Müller", "\"",    "“",       "»",      "(",        ")",      "-",
      "NOT ",    " OR ",  " AND ",  "|",     "=",       "title:", "author:",  "date:",  "tag:",
      "before:", " ",     " ",      " ",     "^2",      "^0.5",   "~",        "~3",     "w/5",
      "/s",      "*",     "?",      ".",     "..",      "2019",   "-03",      "foo:",   "http://",
      "OR",      "'",     "…",      "，",    "\\",      "+",      "&",        "^",      "atleast2",
      "allcaps", "洪水",  "ADJ",    "/5",    "NEAR",    "BUT",    "HEADLINE", "wc",     ">5",
      "!",       "hd=",   "adj5",   "TITLE", "first50", "\xff",   "\x01",     "\u00a0", "\"x y\"",
      "(b c)",   "^1000", ":",      "x^2",   "−",       "`",      "caption:", "0",      "#"};
  std::mt19937 random(20190331);
  std::uniform_int_distribution<std::size_t> length(1, 12), part(0, std::size(parts) - 1);
  for (int i = 0; i < 50'000 && !::testing::Test::HasFailure(); ++i) {
    std::string query;
    for (std::size_t n = length(random); n > 0; --n) query += parts[part(random)];
    EXPECT_EQ(broken_promise(query, generous_limits), "") << query;
  }
}

}  // namespace
}  // namespace backfile
