// An evaluation as a table for people and as JSON. One table of measures drives both.
#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "query/evaluation/evaluate.h"

namespace backfile {
namespace {

struct Column {
  const char* name;  // in tables
  const char* json;  // in JSON
  double Measures::*of;
};

constexpr std::array columns = {
    Column{"nDCG@10", "ndcg_10", &Measures::ndcg_10},
    Column{"MAP", "map", &Measures::average_precision},
    Column{"P@10", "precision_10", &Measures::precision_10},
    Column{"R@100", "recall_100", &Measures::recall_100},
    Column{"MRR", "mrr", &Measures::reciprocal_rank},
};

std::string four_digits(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%9.4f", value);
  return text;
}

// Never shown as zero: the test draws too few samples for that.
std::string p_digits(double p) {
  return p < 0.0001 ? " < 0.0001" : four_digits(p);
}

std::string row(const Measures& measures) {
  std::string text;
  for (const Column& column : columns) text += four_digits(measures.*column.of);
  return text;
}

std::string heading() {
  std::string text;
  for (const Column& column : columns) {
    const std::string name = column.name;
    text += std::string(9 - name.size(), ' ') + name;
  }
  return text;
}

std::string padded(const std::string& text, std::size_t width) {
  return text.size() >= width ? text : text + std::string(width - text.size(), ' ');
}

nlohmann::ordered_json as_json(const Measures& measures) {
  nlohmann::ordered_json object;
  for (const Column& column : columns) object[column.json] = measures.*column.of;
  return object;
}

std::size_t passed_over(const Evaluation& evaluation) {
  std::size_t hits = 0;
  for (const TopicResult& topic : evaluation.topics) hits += topic.passed_over;
  return hits;
}

constexpr std::size_t most_ids_shown = 5;

// What lowers the measures: no ranking can find an article that is not in the index.
std::string not_there_text(const Evaluation& evaluation) {
  if (evaluation.not_there == 0) return {};
  return std::to_string(evaluation.not_there) + " of " + std::to_string(evaluation.judged) +
         " judged articles " + (evaluation.not_there == 1 ? "is" : "are") + " not in the index.\n";
}

// How ids shared by several articles were counted; empty if there are none.
std::string shared_ids_text(const Evaluation& evaluation) {
  std::string text;
  if (const std::size_t count = evaluation.shared_ids.size(); count > 0) {
    text += std::to_string(count) + (count == 1 ? " judged id is" : " judged ids are");
    text += " shared by several articles (";
    for (std::size_t i = 0; i < std::min(count, most_ids_shown); ++i)
      text += (i > 0 ? ", " : "") + evaluation.shared_ids[i];
    text += count > most_ids_shown ? ", ...)" : ")";
    text +=
        ": each counts once, where the first of its articles stands. To measure one "
        "collection, index it alone.\n";
  }
  if (const std::size_t hits = passed_over(evaluation); hits > 0) {
    text += std::to_string(hits) + (hits == 1 ? " hit was" : " hits were");
    text += " passed over, as another article above had the same id.\n";
  }
  return text;
}

}  // namespace

std::string to_text(const Evaluation& evaluation, bool per_topic) {
  std::size_t measured = 0;
  for (const TopicResult& topic : evaluation.topics) measured += topic.measures ? 1 : 0;
  std::string text = std::to_string(evaluation.topics.size()) + " topics, " +
                     std::to_string(measured) + " with relevant judgements";
  if (evaluation.not_asked > 0)
    text += "; " + std::to_string(evaluation.not_asked) + " more are judged but were not asked";
  text += "\n" + not_there_text(evaluation) + shared_ids_text(evaluation);
  if (!evaluation.mean) return text;

  constexpr std::size_t label = 12;
  text += padded("", label) + heading() + "\n";
  if (per_topic) {
    for (const TopicResult& topic : evaluation.topics)
      if (topic.measures)
        text += padded(topic.id, label) + row(*topic.measures) + "  " + topic.text + "\n";
  }
  text += padded("mean", label) + row(*evaluation.mean) + "\n";
  if (evaluation.comparison) {
    text += padded("baseline", label) + row(evaluation.comparison->baseline) + "\n";
    text += "p of the difference (randomization test):  nDCG@10" +
            p_digits(evaluation.comparison->p_ndcg_10) + "  MAP" +
            p_digits(evaluation.comparison->p_average_precision) + "\n";
  }
  return text;
}

std::string to_json(const Evaluation& evaluation, bool per_topic) {
  nlohmann::ordered_json object;
  object["topics"] = evaluation.topics.size();
  object["not_asked"] = evaluation.not_asked;
  object["judged"] = evaluation.judged;
  object["not_there"] = evaluation.not_there;
  object["shared_ids"] = evaluation.shared_ids;
  object["passed_over"] = passed_over(evaluation);
  object["mean"] = evaluation.mean ? as_json(*evaluation.mean) : nlohmann::ordered_json(nullptr);
  if (evaluation.comparison) {
    object["baseline"] = as_json(evaluation.comparison->baseline);
    object["p"] = {{"ndcg_10", evaluation.comparison->p_ndcg_10},
                   {"map", evaluation.comparison->p_average_precision}};
  }
  if (per_topic) {
    for (const TopicResult& topic : evaluation.topics) {
      nlohmann::ordered_json one = {{"id", topic.id}, {"text", topic.text}, {"found", topic.found}};
      one["measures"] = topic.measures ? as_json(*topic.measures) : nlohmann::ordered_json(nullptr);
      object["per_topic"].push_back(std::move(one));
    }
  }
  return object.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace backfile
