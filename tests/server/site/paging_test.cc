// Paging through an answer of the API, from an index made by the builder: every article once.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "indexer/build/builder.h"
#include "server/site/site.h"
#include "tests/temporary_directory.h"
#include "tests/tied_articles.h"

namespace backfile {
namespace {

using nlohmann::json;

class ApiPaging : public ::testing::Test {
 protected:
  ApiPaging() : articles_(tied_articles(1050)) {
    std::string lines;
    for (const Article& article : articles_) {
      json line = {{"id", article.id}, {"title", article.title}, {"language", "en"}};
      line["body"] = article.body;
      if (!article.published.empty()) line["published"] = article.published;
      lines += line.dump() + '\n';
    }
    BuildOptions building;
    building.sources = {directory_.write("articles.jsonl", lines)};
    building.index = directory_ / "index";
    build(building);
    SiteOptions options;
    options.index = directory_ / "index";
    site_ = std::make_unique<Site>(options);
  }

  // Fetches a page and appends its ids.
  HttpResponse fetch_page(const std::string& query, std::vector<std::string>& ids) {
    HttpRequest request;
    request.method = "GET";
    request.path = "/api/v1/search";
    request.query = query;
    HttpResponse response = site_->respond(request);
    EXPECT_EQ(response.status, 200) << query;
    const json answer = json::parse(response.body);
    EXPECT_EQ(answer["total"]["value"], articles_.size());
    for (const json& hit : answer["hits"]) ids.push_back(hit["id"]);
    return response;
  }

  // The query of the Link header with rel="next"; empty on the last page.
  static std::string next_of(const HttpResponse& response) {
    for (const auto& [name, value] : response.headers) {
      if (name != "Link" || value.find("rel=\"next\"") == std::string::npos) continue;
      const std::size_t begin = value.find('?') + 1;
      return value.substr(begin, value.find('>') - begin);
    }
    return {};
  }

  std::vector<Article> articles_;
  TemporaryDirectory directory_;
  std::unique_ptr<Site> site_;
};

TEST_F(ApiPaging, ByLinksAndByCursorsReturnsEachOfAThousandTiesOnce) {
  for (const std::string order : {"relevance", "newest", "oldest"}) {
    SCOPED_TRACE(order);
    const auto wanted = ids_in_order_of_ties(articles_, order == "oldest");
    const std::string search = "q=tide+harbour&per_page=100&sort=" + order;
    std::vector<std::string> by_links, by_cursors;
    for (std::string query = search; !query.empty() && by_links.size() <= wanted.size();) {
      query = next_of(fetch_page(query, by_links));
    }
    EXPECT_EQ(by_links, wanted);
    for (std::string query = search; !query.empty() && by_cursors.size() <= wanted.size();) {
      const json next = json::parse(fetch_page(query, by_cursors).body)["next"];
      query = next.is_null() ? "" : search + "&cursor=" + next.get<std::string>();
    }
    EXPECT_EQ(by_cursors, wanted);
  }
}

}  // namespace
}  // namespace backfile
