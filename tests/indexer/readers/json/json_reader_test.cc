// Articles in JSON: one, many, a line each; under the names that exports give their fields.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

using testing::ElementsAre;

TEST(Json, KnowsTheUsualNamesOfFields) {
  const Article ours = read_one("a.json", R"({"id": "1", "title": "Tide", "subtitle": "High",
      "author": ["Maud Ferrier"], "published": "2014-02-03", "section": "News", "tags": ["sea"],
      "language": "en", "body": ["One.", "Two."], "captions": ["A pier"]})");
  Article theirs = read_one("a.json", R"({"guid": "1", "headline": "Tide", "dek": "High",
      "authors": "By Maud Ferrier", "date": "3 February 2014", "category": "News",
      "keywords": "sea", "lang": "en-GB", "content": "One.\n\nTwo.", "caption": "A pier"})");
  EXPECT_EQ(ours.title, "Tide");
  EXPECT_EQ(theirs.published_by, (DateEvidence{"\"date\"", "3 February 2014"}));
  theirs.published_by = ours.published_by;
  EXPECT_THAT(ours.body, ElementsAre("One.", "Two."));
  EXPECT_EQ(ours, theirs);
}

TEST(Json, ListsEachOfSeveralOnALineByItself) {
  const ReadText read = read_text_as(
      "a.jsonl", "{\"title\": \"Tide\", \"body\": \"High.\"}\n[1, 2, {\"title\": \"Ebb\"}]\n");
  std::vector<std::string> places;
  for (const Rejected& rejected : read.rejected) places.push_back(rejected.place);
  EXPECT_THAT(places, ElementsAre("line 2", "line 2, article 2"));
  EXPECT_EQ(read.articles.size(), 2U);
}

TEST(Json, ReadsWhatItWrites) {
  Article article = read_one("a.json", R"({"id": "1", "title": "Tide", "body": ["One.", "Two."],
      "author": ["Maud Ferrier", "Ruaridh Pell"], "published": "2014-02-03T07:30:00Z"})");
  article.identity = "source The Lantern\n1";
  Article again = read_one("a.json", to_json_line(article));
  EXPECT_EQ(again, article);
}

// What a person would read as a text, whatever the program took it for that wrote the file.
TEST(Json, TakesNumbersAndTruthValuesForTextWhereTextIsMeant) {
  const auto title = [](const std::string& value) {
    return read_one("a.json", "{\"title\": " + value + ", \"body\": \"High.\"}").title;
  };
  EXPECT_EQ(title("1984"), "1984");
  EXPECT_EQ(title("2.50"), "2.50") << "as it is written";
  EXPECT_EQ(title("true"), "true");
  EXPECT_EQ(title("false"), "") << "PHP's way to write that there is none";
  EXPECT_EQ(title("[\"Tide\"]"), "Tide");
  EXPECT_EQ(title("[1984]"), "1984");
  EXPECT_EQ(title("[\"Tide\", \"Ebb\"]"), "Tide / Ebb");
  const Article article = read_one("a.json", R"({"title": "T", "body": "High.", "id": 7,
      "tags": [2014, 2015], "author": 7, "license": true})");
  EXPECT_EQ(article.id, "7");
  EXPECT_THAT(article.tags, ElementsAre("2014", "2015"));
  EXPECT_THAT(article.author, ElementsAre()) << "the row of somebody in another table";
  EXPECT_EQ(article.license, "");
  EXPECT_THAT(read_one("a.json", R"({"title": "T", "tags": [3, 17]})").tags, ElementsAre());
  EXPECT_THAT(read_one("a.json", R"({"title": "T", "tags": [true, "crime", 3]})").tags,
              ElementsAre("true", "crime", "3"));
}

TEST(Json, TakesTheLastOfANameGivenTwice) {
  for (const char* text : {R"({"title": "A", "title": "B", "body": "b"})",
                           R"({"Title": "A", "title": "B"})", R"({"title": "B", "Title": "A"})",
                           R"({"Title": "B", "title": ""})", R"({"Title": "B", "title": null})"}) {
    EXPECT_EQ(read_one("a.json", text).title, "B") << text;
  }
}

TEST(Json, SaysThatZeroIsNoDate) {
  for (const char* text : {R"({"title": "T", "date": 0})", R"({"title": "T", "date": "0"})",
                           R"({"title": "T", "published": 0})"}) {
    EXPECT_EQ(read_one("a.json", text).title, "1 articles; : \"0\" is not a valid date") << text;
  }
  EXPECT_EQ(read_one("a.json", R"({"title": "T", "published": 1})").title, "T") << "it says yes";
}

// As other dates that cannot be.
TEST(Json, SaysWhatIsNoDate) {
  const struct {
    std::string date, told;
  } cases[] = {{"true", "\"true\" is not a valid date"},
               {"{\"day\": \"Monday\"}", "\"{\"day\":\"Monday\"}\" is not a valid date"},
               {"[true]", "\"true\" is not a valid date"},
               {"41673", "\"41673\" is not a valid date"},
               {"\"41673\"", "\"41673\" is not a valid date"},
               {"201413", "\"201413\" is not a valid date"},
               {"[2014, 13, 3]", "\"2014-13-03\" is not a valid date: there is no month 13"}};
  for (const auto& row : cases) {
    const std::string text = "{\"title\": \"T\", \"date\": " + row.date + "}";
    EXPECT_EQ(read_one("a.json", text).title, "1 articles; : " + row.told) << text;
  }
  for (const char* none : {"false", "null", "{}", "[]", "\"\""}) {
    EXPECT_EQ(read_one("a.json", "{\"title\": \"T\", \"date\": " + std::string(none) + "}").title,
              "T")
        << none;
  }
}

TEST(Json, ReadsDatesInParts) {
  const struct {
    std::string date, read;
  } cases[] = {{"{\"year\": 2014, \"month\": 5, \"day\": 3}", "2014-05-03"},
               {"{\"year\": \"2014\", \"month\": \"05\"}", "2014-05"},
               {"{\"date-parts\": [[2014, 5, 3]]}", "2014-05-03"},
               {"{\"date-parts\": [2014]}", "2014"},
               {"[2014, 5, 3]", "2014-05-03"},
               {"[2014, 5]", "2014-05"},
               {"[2014]", "2014"},
               {"[[2014, 5, 3]]", "2014-05-03"},
               {"[\"2014\", \"05\", \"03\"]", "2014-05-03"},
               {"[2014, 5, 3, 7, 30]", "2014-05-03"},
               {"[2014, 2015]", "2014"},
               {"[\"2014-05-03\", \"2015-06-04\"]", "2014-05-03"},
               {"[1399075200, 1399161600]", "2014-05-03T00:00:00Z"},
               {"[[{\"year\": 2014}]]", "2014"},
               {"\"201405\"", "2014-05"},
               {"201405", "2014-05"},
               {"1399075200", "2014-05-03T00:00:00Z"},
               {"{\"$date\": \"2014-05-03T07:30:00Z\"}", "2014-05-03T07:30:00Z"}};
  for (const auto& row : cases) {
    const std::string text = "{\"title\": \"T\", \"issued\": " + row.date + "}";
    EXPECT_EQ(read_one("a.json", text).published, row.read) << text;
  }
}

TEST(Json, CallsArticlesOfAListByTheirNumber) {
  const ReadText all = read_text_as("a.json", R"([{"id": "1", "title": "A"}, {"title": "B"}])");
  ASSERT_EQ(all.articles.size(), 2U);
  EXPECT_EQ(all.articles[0].path, "a.json#1");
  EXPECT_EQ(all.articles[1].path, "a.json#2");
  EXPECT_EQ(all.articles[1].id, "a.json#2");
  EXPECT_EQ(read_one("a.json", R"({"title": "A"})").path, "a.json");
}

TEST(Json, TakesHtmlInABodyForHtml) {
  EXPECT_EQ(in_one_line(read_one("a.json", R"({"title": "T",
      "content": "<p>An <b>old</b> pier.</p><p>A &amp; B<br>C</p><script>x()</script>"})")
                            .body),
            "An old pier. / A & B|C");
  EXPECT_EQ(in_one_line(read_one("a.json", R"({"title": "T", "text": "a < b and c > d"})").body),
            "a < b and c > d");
}

TEST(Json, TakesEachFormOfAList) {
  const std::string one = R"({"id": "1", "title": "A", "body": "a"})";
  const std::string two = R"({"id": "2", "title": "B", "body": "b"})";
  for (const std::string& text :
       {one + "\n" + two + "\n", one + "\r\n\r\n" + two, "[" + one + ",\n" + two + "]",
        "\xEF\xBB\xBF" + one + "\n" + two, R"({"articles": [)" + one + "," + two + "]}",
        "{\"articles\": [\n" + one + ",\n" + two + "\n]}"}) {
    SCOPED_TRACE(text);
    const ReadText all = read_text_as("a.json", text);
    ASSERT_EQ(all.articles.size(), 2u);
    EXPECT_EQ(all.articles[0].id + all.articles[1].id, "12");
    EXPECT_TRUE(all.rejected.empty());
  }
}

// Its first line alone would not tell that this is JSONL.
TEST(Jsonl, IsKnownByTheEndingOfTheFile) {
  const std::string text = "{\"id\": \"1\", \"title\":\n{\"id\": \"2\", \"title\": \"B\"}\n";
  for (const char* path :
       {"a.jsonl", "a.ndjson", "A.JSONL", "a.NDJson", "a.jsonl.gz", "A.JSONL.GZ", "a.ndjson.zst"}) {
    EXPECT_EQ(read_one(path, text).title, "1 articles; line 1, column 21: this is not valid JSON")
        << path;
  }
  EXPECT_THAT(read_one("a.json", text).title, testing::StartsWith("0 articles; ")) << "a document";
}

TEST(Jsonl, RejectsABadLineAndReadsOn) {
  const ReadText all = read_text_as("a.jsonl",
                                    "{\"id\": \"1\", \"title\": \"A\"}\n"
                                    "{\"id\": \"2\", \"title\": \n"
                                    "42\n"
                                    "{\"id\": \"4\", \"title\": \"\", \"body\": \"\"}\n"
                                    "\n"
                                    "{\"id\": \"6\", \"title\": \"F \xFF\"}\n"
                                    "{\"id\": \"7\", \"title\": \"G\"}");
  std::string ids;
  for (const Article& article : all.articles) ids += article.id;
  EXPECT_EQ(ids, "167");
  std::string places;
  for (const Rejected& rejected : all.rejected)
    places += rejected.place + ": " + rejected.reason + "\n";
  EXPECT_EQ(places,
            "line 2, column 22: this is not valid JSON\n"
            "line 3: this is not a JSON object\n"
            "line 4: neither a title nor a body\n");
}

// An object over several lines is one article of the line that it begins on.
TEST(Jsonl, ReadsAnObjectPrintedOverSeveralLines) {
  const std::string printed = "{\n  \"title\": \"B\",\n  \"tags\": [\n    \"x\"\n  ]\n}\n";
  const struct {
    const char* what;
    std::string text, read;
  } cases[] = {
      {"among others",
       R"({"title":"A"})"
       "\n" +
           printed + R"({"title":"C"})",
       "A a.jsonl#1, B a.jsonl#2, C a.jsonl#8, "},
      {"alone", printed, "B a.jsonl#1, "},
      {"cut off",
       "{\n  \"title\": \"B\",\n  \"ta\n"
       R"({"title":"C"})",
       "C a.jsonl#4, line 1, column 2"},
      {"broken",
       "{\n  \"title\": \"B\",,\n  \"x\": 1\n}\n"
       R"({"title":"C"})",
       "C a.jsonl#5, line 2, column 16"},
      {"a list",
       "[\n" + printed +
           ",\n"
           R"({"title":"C"})"
           "\n]\n",
       "B a.jsonl, C a.jsonl#2, "},
      {"with commas",
       R"({"title":"A"},)"
       "\n"
       R"({"title":"B"},)",
       "A a.jsonl#1, B a.jsonl#2, "},
  };
  for (const auto& row : cases) {
    const ReadText all = read_text_as("a.jsonl", row.text);
    std::string read;
    for (const Article& article : all.articles) read += article.title + ' ' + article.id + ", ";
    for (const Rejected& rejected : all.rejected) read += rejected.place;
    EXPECT_EQ(read, row.read) << row.what;
  }
}

TEST(Jsonl, PassesOverALineOfNulsAlone) {
  const std::string nuls(3, '\0');
  const ReadText all =
      read_text_as("a.jsonl", "{\"title\": \"A\"}\n" + nuls + "\n{\"title\": \"B\"}\n");
  EXPECT_EQ(all.articles.size(), 2u);
}

TEST(Jsonl, NamesAnArticleWithoutIdByItsLine) {
  const ReadText all = read_text_as("a.jsonl", "{\"title\": \"A\"}\n{\"title\": \"B\"}\n");
  ASSERT_EQ(all.articles.size(), 2u);
  EXPECT_EQ(all.articles[1].path, "a.jsonl:2");
  EXPECT_EQ(all.articles[1].id, "a.jsonl#2");
}

TEST(Json, IsBoundedInDepth) {
  const std::string deep(100'000, '[');
  EXPECT_EQ(read_text_as("a.json", deep).articles.size(), 0u);
  EXPECT_EQ(
      read_text_as("a.jsonl", "{\"title\": " + deep + "\n{\"title\": \"B\"}\n").articles.size(),
      1u);
  const std::string nested = "{\"title\": \"A\", \"x\": " + deep + std::string(100'000, ']') + "}";
  EXPECT_LE(read_text_as("a.json", nested).articles.size(), 1u);
}

TEST(Json, TakesOddIdentifiersAsTheyAre) {
  const struct {
    std::string id, taken;
  } cases[] = {{"\"a/b c\"", "a/b c"}, {"\"\"", "a.json"}, {"17", "17"}, {"null", "a.json"}};
  for (const auto& row : cases) {
    SCOPED_TRACE(row.id);
    EXPECT_EQ(read_one("a.json", "{\"id\": " + row.id + ", \"title\": \"A\"}").id, row.taken);
  }
  const std::string longest(5000, 'x');
  EXPECT_FALSE(read_one("a.json", "{\"id\": \"" + longest + "\", \"title\": \"A\"}").id.empty());
}

}  // namespace
}  // namespace backfile
