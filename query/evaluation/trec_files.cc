// All three formats are read line by line; a line that does not fit names its file and number.
#include "query/evaluation/trec_files.h"

#include <algorithm>
#include <fstream>
#include <iomanip>
#include <set>
#include <sstream>
#include <string_view>

#include "indexer/base/failure.h"

namespace backfile {
namespace {

// Calls take(line, number) for every line that is not empty.
template <class Take>
void for_each_line(const std::filesystem::path& file, Take take) {
  std::ifstream in(file);
  if (!in || std::filesystem::is_directory(file))
    throw Failure(Exit::unreadable,
                  "cannot read " + file.string() + "; check how the path is written");
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    constexpr std::string_view byte_order_mark = "\uFEFF";
    if (number == 1 && line.starts_with(byte_order_mark)) line.erase(0, byte_order_mark.size());
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty()) take(line, number);
  }
}

[[noreturn]] void refuse(const std::filesystem::path& file, std::size_t line,
                         const char* expected) {
  throw Failure(Exit::unreadable, file.string() + ", line " + std::to_string(line) + ": expected " +
                                      expected + "; mend the line and try again");
}

}  // namespace

std::vector<Topic> read_topics(const std::filesystem::path& file) {
  std::vector<Topic> topics;
  std::set<std::string> ids;
  for_each_line(file, [&](const std::string& line, std::size_t number) {
    const std::size_t tab = line.find('\t');
    if (tab == 0 || tab == std::string::npos || tab + 1 == line.size())
      refuse(file, number, "an id, a tab and the words of the topic");
    topics.push_back({line.substr(0, tab), line.substr(tab + 1)});
    if (!ids.insert(topics.back().id).second) {
      throw Failure(Exit::unreadable, file.string() + ", line " + std::to_string(number) +
                                          ": the topic " + topics.back().id +
                                          " stands above already; give it an id of its own");
    }
  });
  if (topics.empty()) {
    throw Failure(Exit::unreadable,
                  file.string() + " holds no topic; write one a line: an id, a tab and its words");
  }
  return topics;
}

std::map<std::string, Judgements> read_qrels(const std::filesystem::path& file) {
  std::map<std::string, Judgements> judgements;
  for_each_line(file, [&](const std::string& line, std::size_t number) {
    std::istringstream words(line);
    std::string topic, iteration, article, rest;
    int grade = 0;
    if (!(words >> topic >> iteration >> article >> grade) || words >> rest)
      refuse(file, number, "four columns: topic, 0, article id and grade");
    judgements[topic][article] = grade;
  });
  return judgements;
}

Run read_run(const std::filesystem::path& file) {
  struct Ranked {
    double score;
    std::string article;
  };
  std::map<std::string, std::vector<Ranked>> rows;
  for_each_line(file, [&](const std::string& line, std::size_t number) {
    std::istringstream words(line);
    std::string topic, q0, article, rank;
    double score = 0;
    if (!(words >> topic >> q0 >> article >> rank >> score))
      refuse(file, number, "six columns: topic, Q0, article id, rank, score and tag");
    rows[topic].push_back({score, article});
  });
  Run run;
  for (auto& [topic, ranked] : rows) {
    // As trec_eval does: the score decides, not the column of ranks.
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
    for (Ranked& row : ranked) run[topic].push_back(std::move(row.article));
  }
  return run;
}

std::string trec_id(const std::string& article_id) {
  std::string id;
  for (const char byte : article_id) {
    if (byte == ' ')
      id += "%20";
    else if (byte == '\t')
      id += "%09";
    else
      id += byte;
  }
  return id;
}

std::vector<std::string> article_ids(const std::string& trec_id) {
  std::string decoded;
  for (std::size_t i = 0; i < trec_id.size(); ++i) {
    const std::string_view rest = std::string_view(trec_id).substr(i);
    const bool space = rest.starts_with("%20"), tab = rest.starts_with("%09");
    decoded += space ? ' ' : tab ? '\t' : trec_id[i];
    if (space || tab) i += 2;
  }
  return decoded == trec_id ? std::vector{trec_id} : std::vector{trec_id, decoded};
}

void write_ranking(std::ostream& out, const std::string& topic,
                   const std::vector<std::pair<std::string, double>>& ids_and_scores) {
  std::size_t rank = 0;
  for (const auto& [id, score] : ids_and_scores)
    out << topic << " Q0 " << trec_id(id) << ' ' << ++rank << ' ' << std::setprecision(10) << score
        << " backfile\n";
}

}  // namespace backfile
