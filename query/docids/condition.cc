// What cannot be satisfied is left out as the tree is made, so that nobody need look for it later.
#include "query/docids/condition.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace backfile {
namespace {

std::string joined(const std::vector<Condition>& conditions, const std::string& between) {
  std::string text;
  for (const Condition& condition : conditions) {
    text += (text.empty() ? "" : between) + condition.description();
  }
  return "(" + text + ")";
}

struct Describe {
  std::string operator()(const Condition::Everything&) const { return "<everything>"; }
  std::string operator()(const Condition::HasTerm& has) const { return has.term; }
  std::string operator()(const Condition::AnyOf& any) const {
    return joined(any.conditions, " OR ");
  }
  std::string operator()(const Condition::AllOf& all) const {
    return joined(all.conditions, " AND ");
  }
  std::string operator()(const Condition::AllBut& all_but) const {
    return joined({all_but.wanted, all_but.unwanted}, " BUT NOT ");
  }
  std::string operator()(const Condition::Passing& passing) const {
    return "(" + passing.candidates.description() + " IF " + passing.test->description() + ")";
  }
};

}  // namespace

Condition::Condition(Is is, double matches, bool reads_articles)
    : node_(std::make_shared<const Node>(Node{std::move(is), matches, reads_articles})) {
}

Condition Condition::everything(double articles) {
  return {Everything{}, articles, false};
}

Condition Condition::has_term(std::string term, double articles) {
  if (articles == 0) return {};
  return {HasTerm{std::move(term)}, articles, false};
}

Condition Condition::any_of(std::vector<Condition> conditions) {
  std::erase_if(conditions, [](const Condition& condition) { return condition.is_nothing(); });
  if (conditions.empty()) return {};
  if (conditions.size() == 1) return std::move(conditions.front());
  const double matches = std::accumulate(
      conditions.begin(), conditions.end(), 0.0,
      [](double sum, const Condition& condition) { return sum + condition.matches(); });
  const bool reads = std::ranges::any_of(conditions, &Condition::reads_articles);
  return {AnyOf{std::move(conditions)}, matches, reads};
}

Condition Condition::all_of(std::vector<Condition> conditions) {
  if (conditions.empty()) return {};
  std::ranges::stable_sort(conditions, {}, [](const Condition& condition) {
    return std::pair(condition.reads_articles(), condition.matches());
  });
  if (std::ranges::any_of(conditions, &Condition::is_nothing)) return {};
  if (conditions.size() == 1) return std::move(conditions.front());
  const double matches = std::ranges::min(conditions, {}, &Condition::matches).matches();
  const bool reads = conditions.back().reads_articles();
  return {AllOf{std::move(conditions)}, matches, reads};
}

Condition Condition::all_but(Condition wanted, Condition unwanted) {
  if (wanted.is_nothing() || unwanted.is_nothing()) return wanted;
  const double matches = wanted.matches();
  const bool reads = wanted.reads_articles() || unwanted.reads_articles();
  return {AllBut{std::move(wanted), std::move(unwanted)}, matches, reads};
}

Condition Condition::passing(Condition candidates, std::shared_ptr<ArticleTest> test,
                             std::optional<double> articles) {
  const double matches = articles.value_or(candidates.matches());
  if (candidates.is_nothing() || matches == 0) return {};
  const bool reads = test->reads_articles() || candidates.reads_articles();
  return {Passing{std::move(candidates), std::move(test)}, matches, reads};
}

std::string Condition::description() const {
  return node_ ? std::visit(Describe{}, node_->is) : "<nothing>";
}

}  // namespace backfile
