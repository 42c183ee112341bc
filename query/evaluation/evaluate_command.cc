// Reads the flags and all input files, then runs the topics and prints the report.
#include "query/evaluation/evaluate_command.h"

#include <cerrno>
#include <fstream>
#include <optional>

#include "indexer/base/failure.h"
#include "query/evaluation/evaluate.h"
#include "query/ranking/recency_flag.h"

namespace backfile {
namespace {

// Refuses what cannot be measured before anything is read.
void require_task(const Arguments& arguments) {
  if (!arguments.words().empty())
    throw Failure(Exit::usage, "evaluate takes no words; name the topics with --topics FILE");
  if (!arguments.has("topics"))
    throw Failure(Exit::usage,
                  "evaluate needs topics; name a file of them (id, tab, words) with --topics FILE");
  if (arguments.has("baseline") && !arguments.has("qrels"))
    throw Failure(Exit::usage, "a --baseline can be compared only by judgements; add --qrels FILE");
  if (!arguments.has("qrels") && !arguments.has("run"))
    throw Failure(Exit::usage,
                  "evaluate is to measure or to write rankings; name judgements with --qrels FILE, "
                  "or a place for the rankings with --run FILE");
}

EvaluateOptions options_of(const Arguments& arguments) {
  EvaluateOptions options;
  options.depth = static_cast<std::size_t>(arguments.number("depth", 1000, 1, 10'000));
  options.feedback = arguments.has("feedback");
  options.syntax = arguments.has("syntax");
  options.ranking = ranking_of(arguments);
  return options;
}

int run_evaluate(const Arguments& arguments) {
  require_task(arguments);
  const std::string format = arguments.choice("format", {"text", "json"});
  EvaluateOptions options = options_of(arguments);

  // Every input is read before the first topic is asked, so that a mistyped name fails at once.
  const std::vector<Topic> topics = read_topics(arguments.value("topics").value());
  std::map<std::string, Judgements> judgements;
  if (const auto file = arguments.value("qrels")) judgements = read_qrels(*file);
  std::optional<Run> baseline;
  if (const auto file = arguments.value("baseline")) baseline = read_run(*file);

  Searcher searcher(open_archive(index_directory(arguments)));
  if (arguments.has("qrels")) require_fit(searcher, topics, judgements);
  std::ofstream run;
  if (const auto file = arguments.value("run")) {
    run.open(*file);
    if (!run) throw disk_failure("write the run to", *file, errno, "--run");
    options.run = &run;
  }
  Evaluation evaluation = evaluate(searcher, topics, judgements, options);
  if (options.run != nullptr && !run.flush())
    throw disk_failure("write the run to", arguments.value("run").value(), errno, "--run");
  if (baseline) compare(evaluation, *baseline, judgements);

  const bool per_topic = arguments.has("per-topic");
  print(format == "json" ? to_json(evaluation, per_topic) : to_text(evaluation, per_topic));
  return static_cast<int>(Exit::done);
}

}  // namespace

Command evaluate_command() {
  return {"evaluate",
          "",
          "measure the ranking on topics with judgements",
          "Asks every topic of a file (id, tab, plain words) and measures the rankings against\n"
          "judgements as trec_eval does: nDCG@10, MAP, P@10, recall@100 and MRR. Any of the words\n"
          "will do, and mere pieces of a compound (oil for veg-oil) rank as well.\n"
          "\n"
          "Judgements and runs go by ids. Where several articles have one, it counts once, where\n"
          "the first of them stands, and the report says so. It counts judged articles that are\n"
          "not in the index; where that is all of the relevant ones, nothing is measured.\n"
          "\n"
          "  backfile evaluate --topics topics.tsv --qrels qrels.txt --per-topic\n"
          "  backfile evaluate --topics topics.tsv --run today.run\n"
          "  backfile evaluate --topics topics.tsv --qrels qrels.txt --baseline yesterday.run",
          {index_flag,
           {"topics", "FILE", "the topics: id, tab, words"},
           {"qrels", "FILE", "the judgements: topic, 0, article id, grade"},
           {"run", "FILE", "write the rankings there, in TREC's six columns"},
           {"baseline", "FILE", "an earlier run to compare with"},
           {"depth", "N", "hits for each topic (1000)"},
           {"syntax", "", "topics are in the query language, not plain words"},
           {"feedback", "", "ask again with words of the best articles"},
           recency_flag,
           {"per-topic", "", "show every topic, not only the mean"},
           {"format", "text|json", "how to print it (text)"}},
          run_evaluate};
}

}  // namespace backfile
