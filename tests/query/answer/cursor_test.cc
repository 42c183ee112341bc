// Cursors as words, and what an answer says of one that it did not give.
#include "query/answer/cursor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/query/search/searcher_fixture.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Cursor, ReadsWhatItWrites) {
  const auto read = read_cursor(write_cursor({40, "abcdefghijklmnop", "20260101T000000Z-1"}));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->seen, 40U);
  EXPECT_EQ(read->key, "abcdefghijklmnop");
  EXPECT_EQ(read->generation, "20260101T000000Z-1");
  ASSERT_TRUE(read_cursor("7.abcdefghijklmnop")) << "of an earlier version";
  EXPECT_EQ(read_cursor("7.abcdefghijklmnop")->generation, "");
}

TEST(Cursor, IsNothingElse) {
  for (const std::string& text :
       {std::string(), std::string("7"), std::string("7."), std::string("0.abcdefghijklmnop"),
        std::string("-1.abcdefghijklmnop"), std::string("7.abc"), std::string("7.ABCDEFGHIJKLMNOP"),
        std::string("7.abcdefghijklmnopq"), std::string("7.abcdefghijklmnop.a/b"),
        "7.abcdefghijklmnop." + std::string(65, 'A'), std::string("x.abcdefghijklmnop")}) {
    EXPECT_FALSE(read_cursor(text)) << text;
  }
}

class CursorNotes : public SearcherTest {
 protected:
  // By date: club, bridge, flood, museum, and undated last.
  static Request second_page() {
    Request request = asking("storm OR bridge OR museum OR club");
    request.sort = Sort::newest;
    request.limit = 2;
    return request;
  }
  static std::string only_note(const Answer& answer) {
    return answer.notes.size() == 1 ? answer.notes[0].message : std::to_string(answer.notes.size());
  }
};

TEST_F(CursorNotes, AreNoneForACursorOfThisQuestion) {
  Request request = second_page();
  request.cursor = search(request).next;
  const Answer answer = search(request);
  EXPECT_THAT(ids_of(answer), ElementsAre("flood", "museum"));
  EXPECT_TRUE(answer.notes.empty());
}

TEST_F(CursorNotes, SayThatACursorIsInvented) {
  const std::string generation = current_name(index_.directory());
  const struct {
    const char* name;
    std::size_t seen;
    const char* id;
    std::vector<std::string> goes_on;
  } cases[] = {
      {"of another place", 4, "club", {"bridge", "flood"}},
      {"of an article that does not match", 2, "nobody", {"flood", "museum"}},
      {"behind the end", 500, "nobody", {}},
      {"of another query", 1, "flood", {"museum", "undated"}},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.name);
    Request request = second_page();
    request.cursor = write_cursor({c.seen, article_key(Identity(c.id)), generation});
    const Answer answer = search(request);
    EXPECT_EQ(ids_of(answer), c.goes_on);
    // That nothing stands behind the end is said as well.
    ASSERT_EQ(answer.notes.size(), c.goes_on.empty() ? 2U : 1U);
    EXPECT_THAT(answer.notes[0].message, HasSubstr("belongs to a different query"));
  }
  Request nothing = asking("zeppelin");
  nothing.cursor = write_cursor({1, article_key(Identity("club")), generation});
  EXPECT_THAT(only_note(search(nothing)), HasSubstr("belongs to a different query"));
}

TEST_F(CursorNotes, SayThatTheGenerationIsGone) {
  Request request = second_page();
  request.cursor = search(request).next;
  index_.publish(small_archive());
  Searcher newer(open_archive(index_.directory()));
  const Answer same = newer.search(request);
  EXPECT_THAT(ids_of(same), ElementsAre("flood", "museum"));
  EXPECT_THAT(only_note(same), HasSubstr("built anew"));

  std::vector<Article> fewer = small_archive();
  fewer.erase(fewer.begin());  // the article that the cursor names
  index_.publish(fewer);
  Searcher newest(open_archive(index_.directory()));
  EXPECT_THAT(only_note(newest.search(request)), HasSubstr("not in this answer any more"));
  request.cursor = "2." + article_key(Identity("flood"));
  EXPECT_THAT(only_note(newest.search(request)), HasSubstr("built anew"));
}

}  // namespace
}  // namespace backfile
