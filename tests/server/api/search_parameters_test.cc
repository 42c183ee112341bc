// Search parameters: read strictly by the API, leniently by pages, and written back.
#include "server/api/search_parameters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <variant>

#include "server/api/addresses.h"

namespace backfile {
namespace {

std::variant<SearchParameters, Problem> strictly(const std::string& query) {
  return read_search_parameters(parse_query_string(query), Strictness::strict);
}

TEST(SearchParameters, IsReadFromEveryParameter) {
  const auto read = strictly(
      "q=storm&from=2019&to=2020-03&author=A&author=B&section=News&tag=sea&lang=en&source=Wire&"
      "sort=newest"
      "&match=any&strict=1&facets=section,lang,year&offsets=byte&page=3&per_page=50");
  ASSERT_TRUE(std::holds_alternative<SearchParameters>(read));
  const SearchParameters& parameters = std::get<SearchParameters>(read);
  const Request& request = parameters.request;
  EXPECT_EQ(request.query, "storm");
  EXPECT_EQ(request.from, "2019");
  EXPECT_EQ(request.to, "2020-03");
  EXPECT_EQ(request.filters.at(FieldId::author), (std::vector<std::string>{"A", "B"}));
  EXPECT_EQ(request.filters.at(FieldId::section), std::vector<std::string>{"News"});
  EXPECT_EQ(request.filters.at(FieldId::tag), std::vector<std::string>{"sea"});
  EXPECT_EQ(request.filters.at(FieldId::language), std::vector<std::string>{"en"});
  EXPECT_EQ(request.filters.at(FieldId::source), std::vector<std::string>{"Wire"});
  EXPECT_EQ(request.sort, Sort::newest);
  EXPECT_EQ(request.match, Match::any);
  EXPECT_TRUE(request.strict);
  EXPECT_EQ(request.facets, (std::vector<std::string>{"section", "language", "year"}));
  EXPECT_EQ(parameters.offsets, Offsets::byte);
  EXPECT_EQ(request.offset, 100U);
  EXPECT_EQ(request.limit, 50U);
}

TEST(SearchParameters, IsRefusedByTheApiForWhatItDoesNotKnow) {
  std::string fifty_one = "q=a";
  for (int i = 0; i < 50; ++i) fifty_one += "&section=s" + std::to_string(i);
  const struct {
    std::string query, code, parameter;
  } cases[] = {
      {"q=a&foo=1", "unknown_parameter", "foo"},
      {"Q=a", "unknown_parameter", "Q"},
      {"q=a&q=b", "repeated_parameter", "q"},
      {"q=a&page=1&page=2", "repeated_parameter", "page"},
      {"q=a&page=0", "bad_value", "page"},
      {"q=a&page=-1", "bad_value", "page"},
      {"q=a&page=1e3", "bad_value", "page"},
      {"q=a&page=", "bad_value", "page"},
      {"q=a&page=99999999999999999999", "bad_value", "page"},
      {"q=a&per_page=0", "bad_value", "per_page"},
      {"q=a&per_page=101", "bad_value", "per_page"},
      {"q=a&per_page=NaN", "bad_value", "per_page"},
      {"q=a&per_page=1000000000", "bad_value", "per_page"},
      {"q=a&sort=random", "bad_value", "sort"},
      {"q=a&match=some", "bad_value", "match"},
      {"q=a&strict=yes", "bad_value", "strict"},
      {"q=a&facets=section,shoe-size", "bad_value", "facets"},
      {"q=a&offsets=inch", "bad_value", "offsets"},
      {"q=a&page=502", "too_deep", "page"},
      {"q=a&page=102&per_page=100", "too_deep", "page"},
      {"q=a&page=10002", "too_deep", "page"},
      {fifty_one, "too_many_parameters", ""},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.query);
    const auto read = strictly(c.query);
    ASSERT_TRUE(std::holds_alternative<Problem>(read));
    const Problem& problem = std::get<Problem>(read);
    EXPECT_EQ(problem.status, 400);
    EXPECT_EQ(problem.code, c.code);
    EXPECT_EQ(problem.parameter, c.parameter);
    EXPECT_FALSE(problem.detail.empty());
    EXPECT_FALSE(problem.hint.empty());
  }
}

TEST(SearchParameters, MayLookAsDeepAsTenThousand) {
  EXPECT_TRUE(std::holds_alternative<SearchParameters>(strictly("q=a&page=501")));
  EXPECT_TRUE(std::holds_alternative<SearchParameters>(strictly("q=a&page=101&per_page=100")));
}

TEST(SearchParameters, OfAPageIsWhatCanBeUnderstood) {
  const auto read = read_search_parameters(
      parse_query_string(
          "q=storm&utm_source=mail&page=x&sort=random&section=&section=News&section=News"),
      Strictness::tolerant);
  ASSERT_TRUE(std::holds_alternative<SearchParameters>(read));
  const SearchParameters& parameters = std::get<SearchParameters>(read);
  EXPECT_EQ(parameters.request.query, "storm");
  EXPECT_EQ(parameters.page, 1U);
  EXPECT_EQ(parameters.request.sort, Sort::relevance);
  EXPECT_EQ(parameters.request.filters.at(FieldId::section), std::vector<std::string>{"News"});
}

// Of every parameter there is: one that were missing from links would be lost on the second page.
TEST(SearchParameters, OfEveryKindSurviveTheWayThereAndBack) {
  const std::map<std::string_view, std::string> values = {
      {"q", "storm"},      {"from", "2019"},   {"to", "2020"},  {"section", "News"},
      {"author", "A"},     {"tag", "sea"},     {"lang", "en"},  {"source", "Wire"},
      {"sort", "newest"},  {"match", "topic"}, {"strict", "1"}, {"facets", "section,language"},
      {"offsets", "byte"}, {"per_page", "50"}, {"cursor", "c"}, {"page", "3"},
  };
  const QueryString defaults = to_query_string(SearchParameters());
  EXPECT_EQ(defaults, (QueryString{{"q", ""}}));
  for (const std::string_view name : names_of_search_parameters()) {
    SCOPED_TRACE(name);
    const auto value = values.find(name);
    ASSERT_NE(value, values.end()) << "give it a value other than its default";
    const QueryString one = {{std::string(name), value->second}};
    const auto read = read_search_parameters(one, Strictness::strict);
    ASSERT_TRUE(std::holds_alternative<SearchParameters>(read));
    const QueryString written = to_query_string(std::get<SearchParameters>(read));
    EXPECT_NE(std::ranges::find(written, one.front()), written.end())
        << encode_query_string(written);
    EXPECT_EQ(written.size(), name == "q" ? 1U : 2U) << encode_query_string(written);
  }
  EXPECT_EQ(values.size(), names_of_search_parameters().size());
}

TEST(SearchParameters, SurvivesTheWayThroughAnAddress) {
  const std::string addresses[] = {
      "/search?q=",
      "/search?q=%22storm+surge%22+-rain",
      "/search?q=a&from=2019&to=2020&section=A&section=B&author=C&tag=D&lang=de&sort=oldest"
      "&match=all&strict=1&facets=section,year&offsets=codepoint&per_page=50&page=2",
  };
  for (const std::string& address : addresses) {
    SCOPED_TRACE(address);
    const auto read = strictly(address.substr(address.find('?') + 1));
    ASSERT_TRUE(std::holds_alternative<SearchParameters>(read));
    EXPECT_EQ(Addresses().search(std::get<SearchParameters>(read)), address);
  }
}

}  // namespace
}  // namespace backfile
