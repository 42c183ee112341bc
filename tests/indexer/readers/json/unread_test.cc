// Texts in fields that nobody knows are read, or told.
#include "indexer/readers/json/unread.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

// 52 words about `who`.
std::string tale(const std::string& who) {
  std::string text;
  for (const char* when : {"Monday", "Tuesday", "Friday", "Sunday"}) {
    const std::string the = " " + who;
    text += when + the + " met a" + the + ", one" + the + " rowed and no" + the + " sang late. ";
  }
  return text;
}

const std::string why = "in a field that was not read";

// The body, then " !" where most is left out, then each field with what it leaves unread.
std::string read(const std::string& members) {
  std::string all;
  const Sink sink{[&](Found&& found) {
                    all += in_one_line(found.article.body);
                    if (found.left.has_most_prose()) all += " !";
                    for (const ExplainedBlock& block : found.explanation.blocks) {
                      if (block.why == why)
                        all += " " + block.where + ":" + std::to_string(block.words);
                    }
                  },
                  [](Rejected&& rejected) { ADD_FAILURE() << rejected.reason; }, true};
  const std::string text = "{\"title\":\"Tide\"," + members + "}";
  std::istringstream in(text);
  choose_reader(text, "a.json")->read(in, "a.json", sink);
  return all;
}

std::string member(const std::string& name, const std::string& text) {
  return nlohmann::json(name).dump() + ":" + nlohmann::json(text).dump();
}

std::string trimmed(std::string text) {
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

TEST(Unread, TextOfAnUnknownNameIsTheBodyWhereThereIsNone) {
  const std::string captain = tale("captain"), mayor = tale("mayor");
  EXPECT_EQ(read(member("tale_of_it", captain)), trimmed(captain));
  EXPECT_EQ(read(member("tale_of_it", "<p>" + captain + "</p><p>" + mayor + "</p>")),
            trimmed(captain) + " / " + trimmed(mayor));
  EXPECT_EQ(read("\"what\":{\"now\":[\"" + captain + "\",\"" + mayor + "\"]}"),
            trimmed(captain) + " / " + trimmed(mayor));
}

TEST(Unread, TextBesideABodyIsTold) {
  const std::string captain = tale("captain"), mayor = tale("mayor");
  EXPECT_EQ(read(member("body", "Short.") + "," + member("more_of_it", captain)),
            "Short. ! more_of_it:52");
  EXPECT_EQ(read(member("body", captain + mayor + tale("smith")) + "," +
                 member("more_of_it", tale("cook"))),
            trimmed(captain + mayor + tale("smith")) + " more_of_it:52");
  EXPECT_EQ(read(member("one_half", captain) + "," + member("other_half", mayor + mayor)),
            trimmed(mayor + mayor) + " one_half:52");
}

TEST(Unread, IsNothingThatIsSaidOrNoProse) {
  const std::string captain = tale("captain");
  const std::string body = member("body", captain) + ",";
  const std::string code =
      "if (tide > 3) { boats[i] = tide->boats(i); return { kind: 'boat', n: i }; } ";
  for (const std::string& other : {
           member("html_form", "<div><p>" + captain + "</p></div>"),
           member("whole_page", "<html><body><nav>" + tale("menu") + "</nav><p>" + captain +
                                    "</p></body></html>"),
           member("snippet", code + code + code + code),
           member("comments", tale("reader")),
           member("copyright_notice", tale("owner")),
           member("note", "Cranes, boats, nets and ten thousand ropes, all of hemp"),
           member("slug", "the-tide-comes-in-and-goes-out-and-that-is-all-there-is-to-say-of-it"),
       })
    EXPECT_EQ(read(body + other), trimmed(captain)) << other;
}

// The sentences that the article does not say, however much a text has in common with it.
TEST(Unread, IsToldSentenceBySentence) {
  const std::string news = "The same old crane stands on the quay and nobody takes it down. ";
  EXPECT_EQ(
      read(member("body", news) + "," +
           member("full_version", news + "It fell at noon on the harbour master's own boat.")),
      trimmed(news) + " full_version:10");
  const std::string page = "<html><body>" + news + tale("captain") + "</body></html>";
  EXPECT_EQ(read(member("body", news) + "," + member("page", page)), trimmed(news));
  EXPECT_EQ(read(member("body", "The same old crane.") + "," + member("page", page)),
            "The same old crane. ! page:65");
  EXPECT_EQ(read(member("body", news + news) + "," + member("teaser_text", "The same old crane…")),
            trimmed(news + news));
  EXPECT_EQ(
      read(member("body", "It is “late”.") + "," + member("html_form", "<p>It  is \"late\".</p>") +
           "," + member("note", "Forty words are not so many, and these are few.")),
      "It is “late”. ! note:10");
  EXPECT_EQ(read(member("body", tale("captain")) + "," + member("transcript", tale("pilot"))),
            trimmed(tale("captain")) + " transcript:52");
}

// By its name no part of the story: its words are counted, and no loss of prose.
TEST(Unread, IsCountedBesideTheStory) {
  const Sink sink{[](Found&& found) {
                    EXPECT_EQ(found.left.words.at("beside the story"), 52U);
                    EXPECT_FALSE(found.left.has_most_prose());
                  },
                  [](Rejected&& rejected) { ADD_FAILURE() << rejected.reason; }, true};
  const std::string text = "{" + member("title", "Tide") + "," + member("body", "Late.") + "," +
                           member("author_biography", tale("writer")) + "}";
  std::istringstream in(text);
  choose_reader(text, "a.json")->read(in, "a.json", sink);
}

// What a table, an export or a program calls the parts of one text.
TEST(Unread, PartsOfABodyAreJoined) {
  const struct {
    const char *members, *read;
  } cases[] = {
      {R"("body_1":"The tide came.","body_2":"It went.")", "The tide came. / It went."},
      {R"("body":"The tide came.","body2":"It went.")", "The tide came. / It went."},
      {R"("Body":"One.","Body Text 10":"Ten.","Body Text 2":"Two.")", "One. / Two. / Ten."},
      {R"("paragraph1":"One.","paragraph2":"Two.","paragraph3":null)", "One. / Two."},
      {R"("body":"","body2":"<p>It went.</p>")", "It went."},
      {R"("body":"The tide came.","body2":"The tide came.")", "The tide came."},
      {R"("body1":"Ho!\n\nOne.","body2":"Ho!\n\nTwo.")", "Ho! / One. / Ho! / Two."},
      {R"("content":{"part1":"The tide came.","part2":"It went."})", "The tide came. / It went."},
      {R"("pages":["The tide came at nine in the morning.","It went."])",
       "The tide came at nine in the morning. / It went."},
      {R"("body":"","page_texts":["The tide came.","It went again at ten."])",
       "The tide came. / It went again at ten."},
      {R"("lede":"The tide came.","nut_graf":"Few saw it.","rest":"It went out again before noon that day.")",
       "The tide came. / Few saw it. / It went out again before noon that day."},
      {R"("lede":"The tide came.","rest":"The tide came.\n\nIt went out again before noon.")",
       "The tide came. / It went out again before noon."},
      {R"("content":"m","acf":{"intro":"i","sections":[{"acf_fc_layout":"text","content":"<p>s</p>"}]})",
       "i / m / s"},
      {R"("content":"m","acf":{"content":"n","image":{"url":"https://a.example/"}})", "m"},
  };
  for (const auto& row : cases) EXPECT_EQ(read(row.members), row.read) << row.members;
}

TEST(Unread, OpeningInAFieldOfItsOwnIsTheFirstParagraph) {
  for (const char* name : {"lead_paragraph", "introtext", "intro"}) {
    EXPECT_EQ(read(member(name, "The tide came.") + "," + member("fulltext", "It went.")),
              "The tide came. / It went.");
    EXPECT_EQ(
        read(member(name, "The tide came.") + "," + member("body", "The tide came. It went.")),
        "The tide came. It went.");
    EXPECT_EQ(read(member(name, "The tide came.")), "The tide came.");
  }
}

TEST(Unread, NamesAndDatesOfFeedsAndExportsAreKnown) {
  const struct {
    const char *members, *author, *published;
  } cases[] = {
      {R"("author":{"first":"Ann","last":"Leeward"})", "Ann Leeward", ""},
      {R"("authors":[{"firstName":"Ann","lastName":"Leeward"},{"given":"Bo","family":"Quay"}])",
       "Ann Leeward / Bo Quay", ""},
      {R"("credits":{"by":[{"name":"Ann Leeward"}]},"display_date":"2014-02-03T10:00:00Z")",
       "Ann Leeward", "2014-02-03T10:00:00Z"},
      {R"("credits":"Photo: Ann Leeward","created_utc":1391421600)", "", "2014-02-03T10:00:00Z"},
      {R"("firstPublishedAt":1391421600000)", "", "2014-02-03T10:00:00Z"},
  };
  for (const auto& row : cases) {
    const Article article =
        read_one("a.json", "{\"title\":\"T\",\"body\":\"b\"," + std::string(row.members) + "}");
    EXPECT_EQ(in_one_line(article.author), row.author) << row.members;
    EXPECT_EQ(article.published, row.published) << row.members;
  }
}

}  // namespace
}  // namespace backfile
