// What benchmarks need of an article, and no more.
#include "bench/read_articles.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "indexer/base/failure.h"

namespace backfile::bench {

void read_articles(const std::vector<std::string>& files,
                   const std::function<void(const Article&)>& each) {
  for (const std::string& file : files) {
    std::ifstream in(file);
    if (!in) throw Failure(Exit::unreadable, "cannot read " + file);
    for (std::string line; std::getline(in, line);) {
      const auto object = nlohmann::json::parse(line);
      Article article;
      object.at("id").get_to(article.id);
      object.at("title").get_to(article.title);
      object.at("subtitle").get_to(article.subtitle);
      object.at("author").get_to(article.author);
      object.at("language").get_to(article.language);
      object.at("body").get_to(article.body);
      object.at("captions").get_to(article.captions);
      each(article);
    }
  }
}

}  // namespace backfile::bench
