// Ranking on all judged collections at once, under one or several settings:
//
//   relevance [--indexes DIR] [--only NAMES] DATA [SETTING=VALUE,...]...
//
// DATA holds judged/NAME/{docs.jsonl,topics.tsv,qrels.txt}. Each is indexed once (kept in
// DIR, if given); the collections in several languages, named x-LANGUAGE, also together
// in one index, each language's topics then asked of all. Prints a Markdown table of nDCG@10 and
// MAP, a row for the defaults and one for each further argument, which may also be
// `with_feedback`. For one thread.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/build/builder.h"
#include "query/evaluation/evaluate.h"

namespace backfile::bench {
namespace {

namespace fs = std::filesystem;

struct Collection {
  std::string name;
  std::vector<std::string> sources;
  fs::path topics, qrels;
  std::string index_name, id_prefix;
};

struct Options {
  fs::path data, indexes;
  std::vector<std::string> settings;  // "name=value,name=value"
  std::vector<std::string> only;
};

[[noreturn]] void stop(const std::string& reason) {
  std::cerr << "relevance: " << reason << '\n';
  std::exit(2);
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

Options read_options(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--indexes" && i + 1 < argc) {
      options.indexes = argv[++i];
    } else if (word == "--only" && i + 1 < argc) {
      options.only = split(argv[++i], ',');
    } else if (options.data.empty()) {
      options.data = word;
    } else {
      options.settings.push_back(word);
    }
  }
  if (options.data.empty()) {
    stop("usage: relevance [--indexes DIR] [--only NAMES] DATA [SETTING=VALUE,...]...");
  }
  return options;
}

EvaluateOptions options_of(const std::string& text) {
  EvaluateOptions evaluating;
  RankingSettings& settings = evaluating.ranking;
  for (const std::string& one : split(text, ',')) {
    if (one == "with_feedback") {
      evaluating.feedback = true;
      continue;
    }
    const std::size_t equals = one.find('=');
    if (equals == std::string::npos ||
        !set_ranking(settings, one.substr(0, equals), std::atof(one.c_str() + equals + 1))) {
      stop("there is no setting " + one);
    }
  }
  return evaluating;
}

// Every collection, those in several languages a second time as parts of one archive.
std::vector<Collection> collections(const Options& options) {
  std::vector<Collection> found;
  for (const auto& folder : fs::directory_iterator(options.data / "judged")) {
    const fs::path path = folder.path();
    const std::string name = path.filename();
    found.push_back(
        {name, {path / "docs.jsonl"}, path / "topics.tsv", path / "qrels.txt", name, ""});
    const std::size_t dash = name.rfind('-');
    if (dash == std::string::npos) continue;
    found.push_back({name + "*",
                     {},
                     path / "topics.tsv",
                     path / "qrels.txt",
                     "together",
                     name.substr(dash + 1) + "-"});
  }
  std::sort(found.begin(), found.end(),
            [](const Collection& a, const Collection& b) { return a.name < b.name; });
  if (!options.only.empty()) {
    std::erase_if(found, [&](const Collection& collection) {
      return std::find(options.only.begin(), options.only.end(), collection.name) ==
             options.only.end();
    });
  }
  return found;
}

// One file of all languages, each id with its language before it.
fs::path write_together(const Options& options) {
  const fs::path file = options.indexes / "together.jsonl";
  std::ofstream out(file);
  for (const auto& folder : fs::directory_iterator(options.data / "judged")) {
    const std::string name = folder.path().filename();
    const std::size_t dash = name.rfind('-');
    if (dash == std::string::npos) continue;
    std::ifstream in(folder.path() / "docs.jsonl");
    for (std::string line; std::getline(in, line);) {
      nlohmann::json article = nlohmann::json::parse(line);
      article["id"] = name.substr(dash + 1) + "-" + article["id"].get<std::string>();
      out << article.dump() << '\n';
    }
  }
  return file;
}

void make_indexes(const Options& options, const std::vector<Collection>& collections) {
  for (const Collection& collection : collections) {
    const fs::path index = options.indexes / collection.index_name;
    if (fs::exists(index / "current")) continue;
    BuildOptions building;
    building.sources = collection.sources;
    if (building.sources.empty()) building.sources = {write_together(options)};
    building.index = index;
    building.progress = [](const Progress&) {};
    build(building);
  }
}

std::map<std::string, Judgements> judgements_of(const Collection& collection) {
  std::map<std::string, Judgements> prefixed;
  for (const auto& [topic, judged] : read_qrels(collection.qrels)) {
    for (const auto& [id, grade] : judged) prefixed[topic][collection.id_prefix + id] = grade;
  }
  return prefixed;
}

std::string cell(const Measures& measures) {
  char text[32];
  std::snprintf(text, sizeof text, " %.4f %.4f |", measures.ndcg_10, measures.average_precision);
  return text;
}

void run(const Options& options) {
  const std::vector<Collection> all = collections(options);
  make_indexes(options, all);
  std::cout << "| nDCG@10 MAP |";
  for (const Collection& collection : all) std::cout << ' ' << collection.name << " |";
  std::cout << "\n|---|";
  for (std::size_t i = 0; i < all.size(); ++i) std::cout << "---|";
  std::vector<std::string> rows = options.settings;
  rows.insert(rows.begin(), "");
  for (const std::string& row : rows) {
    const EvaluateOptions evaluating = options_of(row);
    std::cout << "\n| " << (row.empty() ? "default" : row) << " |" << std::flush;
    for (const Collection& collection : all) {
      Searcher searcher(open_archive(options.indexes / collection.index_name));
      const Evaluation evaluation =
          evaluate(searcher, read_topics(collection.topics), judgements_of(collection), evaluating);
      std::cout << cell(evaluation.mean.value_or(Measures{})) << std::flush;
    }
  }
  std::cout << '\n';
}

}  // namespace
}  // namespace backfile::bench

int main(int argc, char** argv) {
  backfile::bench::Options options = backfile::bench::read_options(argc, argv);
  const bool keep = !options.indexes.empty();
  if (!keep) {
    options.indexes = std::filesystem::temp_directory_path() /
                      ("backfile-relevance-" + std::to_string(::getpid()));
  }
  std::filesystem::create_directories(options.indexes);
  backfile::bench::run(options);
  if (!keep) std::filesystem::remove_all(options.indexes);
  return 0;
}
