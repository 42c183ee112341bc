// Checks the page, parses, plans, filters. The first step that has to refuse the request ends it,
// with a sentence and what to do about it.
#include "query/search/resolved_request.h"

#include <algorithm>
#include <utility>

#include "indexer/base/figures.h"
#include "indexer/base/lists.h"
#include "query/answer/demands.h"
#include "query/ast/periods.h"

namespace backfile {
namespace {

using MaybeRefused = std::optional<Refused>;

MaybeRefused read_page(const Request& request, ResolvedRequest& resolved) {
  if (!request.cursor.empty()) {
    resolved.cursor = read_cursor(request.cursor);
    if (!resolved.cursor) {
      return Refused{"“" + request.cursor + "” is not a valid cursor.",
                     "Use `next` of an earlier answer as it is, or leave it out.",
                     {}};
    }
  }
  if ((resolved.cursor ? resolved.cursor->seen : request.offset) > most_results) {
    return Refused{"Results can be reached up to number " + with_commas(most_results) + ".",
                   "Narrow the query by a date, a section or another word.",
                   {}};
  }
  if (request.limit > most_results) {
    return Refused{"A page holds at most " + with_commas(most_results) + " results.",
                   "Ask for fewer at a time.",
                   {}};
  }
  return std::nullopt;
}

MaybeRefused check_facets(const Request& request) {
  for (const std::string& facet : request.facets) {
    if (find_field(facet, for_facets) != nullptr) continue;
    return Refused{"There is no facet “" + facet + "”.",
                   "Facets are " + names_of_fields(for_facets) + ".",
                   {}};
  }
  return std::nullopt;
}

Refused not_a_date(const std::string& text, std::string_view parameter) {
  const std::string both = both_readings(text);
  std::string hint = calendar_hint(text);
  if (hint.empty()) hint = years_hint(text);
  if (hint.empty() && !both.empty()) hint = "Write " + both + ", for it could be either.";
  if (hint.empty()) {
    hint =
        "Write a year, a month or a day: “2019”, “March 2019”, “3/2019”, “2019-03-31” or “31 March "
        "2019”.";
  }
  return {"“" + text + "” is not a date that `" + std::string(parameter) + "` can use.", hint, {}};
}

// An end that is not given is open.
MaybeRefused read_period(const Request& request, Planner& planner, ResolvedRequest& resolved) {
  if (request.from.empty() && request.to.empty()) return std::nullopt;
  const auto read = [](const std::string& date) {
    return date.empty() ? Period{} : named_period(date);
  };
  const std::optional<Period> from = read(request.from), to = read(request.to);
  if (!to) return not_a_date(request.to, "to");
  if (!from) return not_a_date(request.from, "from");
  if (from->first > to->last) {
    return Refused{"The period ends before it begins.", "Exchange `from` and `to`.", {}};
  }
  resolved.has_period = true;
  resolved.period = planner.days({from->first, to->last});
  return std::nullopt;
}

void read_selections(const Request& request, Planner& planner, ResolvedRequest& resolved,
                     std::vector<Note>& notes) {
  for (const Field& field : fields) {
    if (!field.is(for_filters) || request.values_of(field.id).empty()) continue;
    std::vector<Condition> values;
    for (const std::string& value : request.values_of(field.id)) {
      values.push_back(planner.filter(field, value, notes));
    }
    resolved.selections.push_back({field.id, Condition::any_of(std::move(values))});
  }
}

MaybeRefused check_strict(const Request& request, const std::vector<Note>& notes) {
  if (!request.strict || notes.empty()) return std::nullopt;
  return Refused{notes.front().message, "Change it, or ask without `strict`.",
                 notes.front().position};
}

MaybeRefused check_cost(const Request& request, const Plan& plan) {
  const bool wants_any = request.match == Match::any || request.match == Match::topic;
  if ((wants_any ? plan.any : plan.all).cost <= affordable_cost) return std::nullopt;
  return Refused{"This query is too expensive to run.",
                 "Add a rarer word, or ask for fewer alternatives.",
                 {}};
}

// An empty query within filters is for everything that they hold, and so is one for what is
// newest or oldest; any other is for nothing, although "any of its words" would exclude no article.
void browse_if_empty(const Request& request, const Planner& planner, ResolvedRequest& resolved,
                     Answer& answer) {
  if (!resolved.plan.asks_nothing) return;
  const bool blank = resolved.tree.kind == NodeKind::nothing && answer.notes.empty();
  const bool browses = resolved.has_filters() || (blank && request.sort != Sort::relevance);
  const CostedQuery found = browses ? planner.everything() : CostedQuery{};
  resolved.plan.all = resolved.plan.any = resolved.plan.any_piece = found;
  const auto is_of_a_part = [](const Note& note) { return note.position.has_value(); };
  if (browses || !std::ranges::all_of(answer.notes, is_of_a_part)) return;
  answer.notes.push_back({std::nullopt, answer.notes.empty()
                                            ? "There is no word to search for; type one or more."
                                            : "Nothing is left to search for."});
}

// `strict` lets these pass: what was typed was understood, or may be ordinary text.
void tell_doubts(const Request& request, const Parsed& parsed, const Plan& plan, Answer& answer) {
  append(answer.notes, parsed.doubtful_notes);
  append(answer.notes, plan.sign_notes);
  append(answer.notes, plan.acronym_notes);
  if (request.sort == Sort::relevance) append(answer.notes, plan.acronym_rank_notes);
}

// How far `any` and `topic` went. That is no fault of the query, so `strict` lets it pass.
void tell_match(const Request& request, const ResolvedRequest& resolved, Answer& answer) {
  const bool is_topic = request.match == Match::topic;
  if (!is_topic && request.match != Match::any) return;
  if (std::string note = demand_note(resolved.tree); !note.empty()) {
    answer.notes.push_back({std::nullopt, std::move(note)});
  }
  const bool stays = is_topic && !resolved.plan.only_words && request.sort == Sort::relevance;
  if (!stays || resolved.plan.asks_nothing) return;
  answer.notes.push_back(
      {std::nullopt,
       "A query with a phrase, field, bracket, exclusion or word behind “=” is not widened to "
       "its topic: only articles that match it are shown."});
}

}  // namespace

std::optional<Condition> ResolvedRequest::filters(std::optional<FieldId> but_of) const {
  std::vector<Condition> filters;
  if (has_period && but_of != FieldId::year) filters.push_back(period);
  for (const Selection& selection : selections) {
    if (but_of != selection.field) filters.push_back(selection.condition);
  }
  if (filters.empty()) return std::nullopt;
  return Condition::all_of(std::move(filters));
}

std::variant<ResolvedRequest, Refused> resolve(const Request& request, Planner& planner,
                                               Answer& answer) {
  ResolvedRequest resolved;
  if (auto refused = check_facets(request)) return *refused;
  if (auto refused = read_page(request, resolved)) return *refused;

  Parsed parsed = request.plain ? parse_plain(request.query) : parse(request.query, request.limits);
  answer.query = parsed.query;
  answer.interpreted = to_query(parsed.tree);
  answer.notes = parsed.notes;
  if (parsed.refused) return Refused{parsed.refusal, parsed.hint, parsed.refusal_position};
  resolved.tree = std::move(parsed.tree);
  resolved.plan = planner.plan(resolved.tree, request.ranking);
  append(answer.notes, resolved.plan.notes);
  // Beside words a sign is ordinary text; alone it leaves the query empty.
  if (resolved.plan.asks_nothing) append(answer.notes, std::exchange(resolved.plan.sign_notes, {}));
  if (auto refused = read_period(request, planner, resolved)) return *refused;
  read_selections(request, planner, resolved, answer.notes);
  if (auto refused = check_strict(request, answer.notes)) return *refused;
  if (auto refused = check_cost(request, resolved.plan)) return *refused;
  tell_doubts(request, parsed, resolved.plan, answer);
  tell_match(request, resolved, answer);
  browse_if_empty(request, planner, resolved, answer);
  return resolved;
}

}  // namespace backfile
