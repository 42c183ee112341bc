// What is an article, and what a part of one, by its names and by what stands there.
#include "indexer/readers/json/shapes/shape.h"

#include <gtest/gtest.h>

#include "tests/indexer/readers/json/shapes/read_articles.h"

namespace backfile {
namespace {

class ArticleOrPart : public testing::TestWithParam<ArticlesCase> {};

TEST_P(ArticleOrPart, IsToldApart) {
  EXPECT_EQ(read_articles("a.json", GetParam().text), GetParam().read) << GetParam().text;
}

// Items with a title are articles, whatever else stands in their list. Only the list of a listing
// may have replies between them.
constexpr ArticlesCase mixed[] = {
    {R"({"children":[{"title":"A","selftext":"a"},{"body":"The reply."}]})",
     "A: a; !article 2 a text without a title among articles is part of none"},
    {R"({"kind":"Listing","data":{"children":[{"kind":"t3","data":{"title":"A","selftext":"a"}},
        {"kind":"t3","data":{"title":"B","selftext":""}},
        {"kind":"t1","data":{"body":"The reply."}}]}})",
     "A: a; B; !article 3 a text without a title among articles is part of none"},
    {R"({"children":[{"data":{"title":"A","selftext":"a"}},{"data":{"title":"B","text":"b"}},
        {"data":{"body":"c"}}]})",
     "A: a; B: b; !article 3 a text without a title among articles is part of none"},
    {R"({"content":[{"title":"A","body":"a","date":"2014-02-03"},{"body":"b"}]})", "A: a; -: b"},
    {R"({"blocks":[{"title":"S","text":"s"},{"text":"t"}]})", "-: S / s / t"},
    {R"({"title":"M","children":[{"data":{"title":"S","selftext":"s"}},{"data":{"body":"t"}}]})",
     "M: S / s / t"},
    {R"({"title":"M","blocks":[{"heading":"S","story":"s"},{"story":"t"}]})", "M: S / s / t"},
};
INSTANTIATE_TEST_SUITE_P(Mixed, ArticleOrPart, testing::ValuesIn(mixed));

// What has a title and a date is the article, and a list of blocks its body, in wrappers or not.
constexpr ArticlesCase built[] = {
    {R"({"data":[{"id":1,"title":"M","date_created":"2014-02-03","blocks":[{"collection":"rich",
        "item":{"headline":"S","content":"s"}},{"item":{"content":"t"}}]}]})",
     "M: S / s / t"},
    {R"({"data":[{"title":"M","date_created":"2014-02-03","content_blocks":[
        {"item":{"id":4,"title":"S","content":"s"}},{"item":{"id":5,"content":"t"}}]},
        {"title":"N","date_created":"2014-02-03","content_blocks":[{"item":{"content":"n"}}]}]})",
     "M: S / s / t; N: n"},
    {R"({"posts":[{"headline":"M","date":"2014-02-03","modules":[{"heading":"S","text":"s"},
        {"heading":"T","text":"t"}]}]})",
     "M: S / s / T / t"},
    {R"([{"title":"M","date":"2014-02-03","widgets":[{"data":{"title":"S","body":"s"}},
        {"data":{"src":"a.png"}},{"data":{"body":"t"}}]},{"title":"N","body":"n"}])",
     "M: S / s / t; N: n"},
    {R"({"title":"M","date":"2014-02-03","cards":[{"title":"S","body":"s"}]})", "M: S / s"},
    {R"({"title":"M","publishedAt":"2014-02-03","pageBuilder":[{"_type":"textBlock","heading":"S",
        "text":"s"},{"_type":"textBlock","heading":"T","text":"t"}]})",
     "M: S / s / T / t"},
    {R"({"title":"M","date":"2014-02-03","layout":{"style":"wide","modules":[{"heading":"S",
        "text":"s"},{"heading":"T","text":"t"}]}})",
     "M: S / s / T / t"},
    {R"({"title":"M","date":"2014-02-03","questions":[{"heading":"S","text":"s"}]})", "M: S / s"},
    {R"({"title":"My site","questions":[{"heading":"A","text":"a"}]})", "A: a"},
    {R"({"title":"M","date":"2014-02-03","layout":{"title":"A","modules":[{"title":"B",
        "body":"b"}]}})",
     "B: b"},
    {R"({"title":"My site","cards":[{"title":"A","body":"a"},{"title":"B","body":"b"}]})",
     "A: a; B: b"},
    {R"({"title":"M","date":"2014-02-03","cards":[{"title":"A","body":"a","url":"https://a.example/a"},
        {"title":"B","body":"b"}]})",
     "A: a; B: b"},
    {R"({"title":"M","date":"2014-02-03","modules":[{"heading":"News","items":[{"title":"A",
        "body":"a"}]},{"heading":"S","text":"s"}]})",
     "A: a; S: s"},
    {R"({"title":"M","date":"2014-02-03","body":"m","cards":[{"title":"A","body":"a"}]})",
     "M: m (1 left out)"},
    {R"({"title":"M","date":"2014-02-03","sundry":[{"title":"A","body":"a"}]})", "A: a"},
    {R"({"article":{"title":"M","date":"2014-02-03"},"content":{"body":"m"}})", "M: m"},
    {R"({"article":{"title":"M","date":"2014-02-03"},"body":"A reply.","date":"2014-02-04"})",
     "-: A reply."},
    {R"({"article":{"title":"M"},"body":"A reply."})", "-: A reply."},
};
INSTANTIATE_TEST_SUITE_P(Built, ArticleOrPart, testing::ValuesIn(built));

}  // namespace
}  // namespace backfile
