// A site on a small index, for the tests of its routes.
#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "server/site/site.h"
#include "tests/small_index.h"

namespace backfile {

inline std::vector<Article> articles() {
  std::vector<Article> articles;
  for (int i = 1; i <= 45; ++i) {
    const std::string number = std::to_string(i);
    Article article = small_article("story-" + number, "Storm number " + number,
                                    "The storm broke the pier.\n\nNobody slept that night.",
                                    std::to_string(2000 + i % 5) + "-03-1" + std::to_string(i % 9));
    article.section = i % 3 == 0 ? "Sport" : "News";
    article.author = {i % 2 == 0 ? "Ann Ames" : "Bo Berg"};
    article.published_by = {"the name of the file", article.published};
    articles.push_back(article);
  }
  return articles;
}

class SiteTest : public ::testing::Test {
 protected:
  SiteTest() : index_(articles()), site_(options()) {}

  SiteOptions options() const {
    SiteOptions options;
    options.index = index_.directory();
    options.title = "The Harbour Gazette";
    return options;
  }

  HttpResponse get(const std::string& target, const std::string& etag = "") {
    HttpRequest request;
    request.method = "GET";
    request.path = target.substr(0, target.find('?'));
    if (target.find('?') != std::string::npos) request.query = target.substr(target.find('?') + 1);
    request.host = "archive.example";
    request.if_none_match = etag;
    return site_.respond(request);
  }
  nlohmann::json get_json(const std::string& target) {
    return nlohmann::json::parse(get(target).body);
  }

  static std::string header(const HttpResponse& response, const std::string& name) {
    for (const auto& [key, value] : response.headers)
      if (key == name) return value;
    return {};
  }

  SmallIndex index_;
  Site site_;
};

}  // namespace backfile
