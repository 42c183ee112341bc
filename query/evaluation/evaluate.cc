// Topics are asked one after the other; a ranking is reduced to ids, each once, before it is
// measured.
#include "query/evaluation/evaluate.h"

#include <algorithm>
#include <set>
#include <unordered_set>
#include <utility>

#include "indexer/base/failure.h"

namespace backfile {
namespace {

Request request_for(const Topic& topic, const EvaluateOptions& options) {
  Request request;
  request.query = topic.text;
  request.plain = !options.syntax;
  request.match = Match::any;
  request.ranks_pieces = true;
  request.limit = options.depth;
  request.snippets = false;
  request.limits = generous_limits;
  request.feedback = options.feedback;
  request.ranking = options.ranking;
  return request;
}

TopicResult run_topic(Searcher& searcher, const Topic& topic, const Judgements* judged,
                      const EvaluateOptions& options) {
  const Answer answer = searcher.search(request_for(topic, options));
  std::vector<std::string> ranking;
  std::vector<std::pair<std::string, double>> scored;
  std::unordered_set<std::string> seen;
  for (const Hit& hit : answer.hits) {
    std::string id = trec_id(hit.article.id);
    if (!seen.insert(id).second) continue;  // trec_eval refuses a run that names an id twice
    ranking.push_back(std::move(id));
    scored.emplace_back(hit.article.id, hit.score);
  }
  if (options.run != nullptr) write_ranking(*options.run, topic.id, scored);

  TopicResult result{topic.id,       topic.text,
                     ranking.size(), answer.hits.size() - ranking.size(),
                     std::nullopt,   ranking.empty() ? "" : ranking[0]};
  if (judged != nullptr && has_relevant(*judged)) result.measures = measure(ranking, *judged);
  return result;
}

std::size_t count_not_asked(const std::vector<Topic>& topics,
                            const std::map<std::string, Judgements>& judgements) {
  std::set<std::string> asked;
  for (const Topic& topic : topics) asked.insert(topic.id);
  std::size_t count = 0;
  for (const auto& [id, judged] : judgements)
    if (!asked.contains(id) && has_relevant(judged)) ++count;
  return count;
}

std::size_t articles_judged_as(const Searcher& searcher, const std::string& id) {
  std::size_t articles = 0;
  for (const std::string& meant : article_ids(id)) articles += searcher.articles_called(meant);
  return articles;
}

void look_up_judged(const Searcher& searcher, const std::map<std::string, Judgements>& judgements,
                    Evaluation& evaluation) {
  std::set<std::string> judged;
  for (const auto& [topic, grades] : judgements)
    for (const auto& [id, grade] : grades) judged.insert(id);
  evaluation.judged = judged.size();
  for (const std::string& id : judged) {
    const std::size_t articles = articles_judged_as(searcher, id);
    if (articles == 0) ++evaluation.not_there;
    if (articles > 1) evaluation.shared_ids.push_back(id);
  }
}

}  // namespace

void require_fit(const Searcher& searcher, const std::vector<Topic>& topics,
                 const std::map<std::string, Judgements>& judgements) {
  std::set<std::string> relevant;
  for (const Topic& topic : topics) {
    const auto judged = judgements.find(topic.id);
    if (judged == judgements.end()) continue;
    for (const auto& [id, grade] : judged->second)
      if (grade > 0) relevant.insert(id);
  }
  if (relevant.empty())
    throw Failure(Exit::unreadable,
                  "no topic has an article that is judged relevant; check that the topics and the "
                  "judgements belong together and name their topics alike");
  const bool any = std::ranges::any_of(
      relevant, [&](const std::string& id) { return articles_judged_as(searcher, id) > 0; });
  if (any) return;
  const std::string count = std::to_string(relevant.size());
  throw Failure(
      Exit::unreadable,
      (relevant.size() == 1
           ? "the one article that is judged relevant is not in the index"
           : "none of the " + count + " articles that are judged relevant is in the index") +
          " (" + *relevant.begin() +
          " was looked up); name the index of the collection that was judged with "
          "--index, and judge articles by the ids that search shows");
}

Evaluation evaluate(Searcher& searcher, const std::vector<Topic>& topics,
                    const std::map<std::string, Judgements>& judgements,
                    const EvaluateOptions& options) {
  Evaluation evaluation;
  for (const Topic& topic : topics) {
    const auto judged = judgements.find(topic.id);
    evaluation.topics.push_back(run_topic(
        searcher, topic, judged == judgements.end() ? nullptr : &judged->second, options));
    if (options.run != nullptr && !*options.run) break;
  }
  look_up_judged(searcher, judgements, evaluation);
  evaluation.not_asked = count_not_asked(topics, judgements);

  std::vector<Measures> measured;
  for (const TopicResult& topic : evaluation.topics)
    if (topic.measures) measured.push_back(*topic.measures);
  if (!measured.empty()) evaluation.mean = mean(measured);
  return evaluation;
}

void compare(Evaluation& evaluation, const Run& baseline,
             const std::map<std::string, Judgements>& judgements) {
  std::vector<Measures> theirs;
  std::vector<double> our_gain, our_precision, their_gain, their_precision;
  for (const TopicResult& topic : evaluation.topics) {
    if (!topic.measures) continue;
    const auto ranking = baseline.find(topic.id);
    theirs.push_back(ranking == baseline.end() ? Measures{}
                                               : measure(ranking->second, judgements.at(topic.id)));
    our_gain.push_back(topic.measures->ndcg_10);
    our_precision.push_back(topic.measures->average_precision);
    their_gain.push_back(theirs.back().ndcg_10);
    their_precision.push_back(theirs.back().average_precision);
  }
  evaluation.comparison = {mean(theirs), randomization_p(our_gain, their_gain),
                           randomization_p(our_precision, their_precision)};
}

}  // namespace backfile
