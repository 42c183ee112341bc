// Parse, plan, filter; each step may refuse, with a sentence and what to do about it.
#include "query/search/resolved_request.h"

#include <algorithm>
#include <utility>

#include "query/answer/demands.h"
#include "query/language/periods.h"

namespace backfile {
namespace {

using Xapian::Query;

void refuse(Answer& answer, std::string refusal, std::string hint,
            std::optional<std::size_t> position = std::nullopt) {
  answer.refusal = std::move(refusal);
  answer.hint = std::move(hint);
  answer.refusal_position = position;
}

void check_page(const Request& request, ResolvedRequest& resolved, Answer& answer) {
  if (!request.cursor.empty()) resolved.cursor = read_cursor(request.cursor);
  const bool has_cursor = resolved.cursor.has_value();
  if (!request.cursor.empty() && !has_cursor) {
    refuse(answer, "“" + request.cursor + "” is no cursor.",
           "Use `next` of an earlier answer as it is, or leave it out.");
  } else if ((has_cursor ? resolved.cursor->seen : request.offset) > farthest_offset) {
    refuse(answer, "Results can be paged through up to number 10,000.",
           "Narrow the question by a date, a section or another word.");
  } else if (request.limit > longest_page) {
    refuse(answer, "A page holds at most 10,000 results.", "Ask for fewer at a time.");
  }
}

void check_facets(const Request& request, Answer& answer) {
  for (const std::string& facet : request.facets) {
    if (find_field(facet, for_facets) != nullptr) continue;
    refuse(answer, "There is no facet “" + facet + "”.",
           "Facets are " + names_of_fields(for_facets) + ".");
  }
}

// One end of the period: the day it names, first or last of what it can mean.
std::optional<Period> read_date(const std::string& text, std::string_view which, Answer& answer) {
  if (text.empty()) return Period{};
  const std::optional<Period> period = named_period(text);
  if (!period) {
    const std::string both = both_readings(text), years = years_hint(text);
    refuse(answer, "“" + text + "” is not a date that `" + std::string(which) + "` can use.",
           !years.empty() ? years
           : !both.empty()
               ? "Write " + both + ", for it could be either."
               : "Write a year, a month or a day: 2019, March 2019, 3/2019, 2019-03-31 or 31 March "
                 "2019.");
  }
  return period;
}

void read_period(const Request& request, Planner& planner, ResolvedRequest& resolved,
                 Answer& answer) {
  if (request.from.empty() && request.to.empty()) return;
  const std::optional<Period> from = read_date(request.from, "from", answer);
  const std::optional<Period> to = read_date(request.to, "to", answer);
  if (!from || !to) return;
  if (from->first > to->last) {
    refuse(answer, "The period ends before it begins.", "Exchange `from` and `to`.");
    return;
  }
  resolved.has_period = true;
  resolved.period = planner.days({from->first, to->last});
}

void read_selections(const Request& request, Planner& planner, ResolvedRequest& resolved,
                     std::vector<Note>& notes) {
  for (const Field& field : fields) {
    if (!field.is(for_filters) || request.values_of(field.id).empty()) continue;
    std::vector<Query> values;
    for (const std::string& value : request.values_of(field.id)) {
      values.push_back(planner.filter(field, value, notes));
    }
    resolved.selections.push_back({field.id, Query(Query::OP_OR, values.begin(), values.end())});
  }
}

void check_strict(const Request& request, Answer& answer) {
  if (!request.strict || answer.notes.empty()) return;
  const Note note = answer.notes.front();
  refuse(answer, note.message, "Change it, or ask without `strict`.", note.position);
}

void check_cost(const Request& request, const Plan& plan, Answer& answer) {
  const double cost =
      request.match == Match::any || request.match == Match::topic ? plan.any_cost : plan.all_cost;
  if (cost <= affordable_cost) return;
  refuse(answer, "This question would have to look at too much of the archive.",
         "Add a rarer word, or ask for fewer alternatives.");
}

void append(std::vector<Note>& to, const std::vector<Note>& notes) {
  to.insert(to.end(), notes.begin(), notes.end());
}

// An empty question within filters is for everything that they hold, and so is one for what is
// newest or oldest; any other is for nothing, although "any of its words" would exclude no article.
void browse_if_empty(const Request& request, ResolvedRequest& resolved, Answer& answer) {
  if (!resolved.plan.asks_nothing) return;
  const bool blank = resolved.tree.kind == NodeKind::nothing && answer.notes.empty();
  const bool browses = resolved.has_filters() || (blank && request.sort != Sort::relevance);
  const Query found = browses ? Query::MatchAll : Query::MatchNothing;
  resolved.plan.all = resolved.plan.any = resolved.plan.any_piece = found;
  if (!browses && answer.notes.empty()) {
    answer.notes.push_back({std::nullopt, "There is no word to look for; type one or more."});
  }
}

// `strict` lets these pass: what was typed was understood, or may be ordinary text.
void tell_readings(const Request& request, const Parsed& parsed, const Plan& plan,
                   Answer& answer) {
  append(answer.notes, parsed.readings);
  append(answer.notes, plan.readings);
  if (request.sort == Sort::relevance) append(answer.notes, plan.rank_readings);
}

// How far `any` and `topic` went. That is no fault of the question, so `strict` lets it pass.
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
       "A question with a phrase, field, bracket, exclusion or word behind “=” is not widened to "
       "its topic: no articles were looked for beyond those that match it."});
}

}  // namespace

Query ResolvedRequest::within_filters(const Query& matching, std::optional<FieldId> but_of) const {
  if (matching.empty()) return matching;
  std::vector<Query> filters;
  if (has_period && but_of != FieldId::year) filters.push_back(period);
  for (const Selection& selection : selections) {
    if (but_of != selection.field) filters.push_back(selection.query);
  }
  if (filters.empty()) return matching;
  return Query(Query::OP_FILTER, matching, Query(Query::OP_AND, filters.begin(), filters.end()));
}

ResolvedRequest understand(const Request& request, Planner& planner, Answer& answer) {
  ResolvedRequest resolved;
  check_page(request, resolved, answer);
  check_facets(request, answer);
  if (!answer.refusal.empty()) return resolved;

  Parsed parsed = request.plain ? parse_plain(request.query) : parse(request.query, request.limits);
  answer.query = parsed.query;
  answer.interpreted = to_query(parsed.tree);
  answer.notes = parsed.notes;
  if (parsed.refused) {
    refuse(answer, parsed.refusal, parsed.hint, parsed.refusal_position);
    return resolved;
  }
  resolved.tree = std::move(parsed.tree);
  resolved.plan = planner.plan(resolved.tree, request.ranking);
  append(answer.notes, resolved.plan.notes);
  read_period(request, planner, resolved, answer);
  read_selections(request, planner, resolved, answer.notes);
  if (answer.refusal.empty()) check_strict(request, answer);
  if (answer.refusal.empty()) check_cost(request, resolved.plan, answer);
  if (answer.refusal.empty()) tell_readings(request, parsed, resolved.plan, answer);
  if (answer.refusal.empty()) tell_match(request, resolved, answer);
  if (answer.refusal.empty()) browse_if_empty(request, resolved, answer);
  return resolved;
}

}  // namespace backfile
