// Candidates first, each a changed request; then all are counted and those that find nothing are
// dropped. Long queries are not taken apart, as each part costs a search.
#include "query/search/alternatives.h"

#include <string>
#include <utility>

#include "query/answer/compounds.h"

namespace backfile {
namespace {

constexpr std::size_t most_parts = 8;  // of a query; longer ones are not taken apart

void without_each_part(const Request& request, std::vector<Alternative>& found) {
  const Node tree = parse(request.query, request.limits).tree;
  if (tree.kind != NodeKind::all || tree.children.size() > most_parts) return;
  for (std::size_t i = 0; i < tree.children.size(); ++i) {
    Node rest = tree;
    rest.children.erase(rest.children.begin() + static_cast<std::ptrdiff_t>(i));
    Request changed = request;
    changed.query = to_query(rest);
    changed.match = Match::all;
    const bool brackets = tree.children[i].kind == NodeKind::any;
    const std::string part = to_query(tree.children[i]);
    found.push_back({"without " + (brackets ? "(" + part + ")" : part), changed});
  }
}

void with_compounds_apart(const Request& request, std::vector<Alternative>& found) {
  if (request.plain) return;
  const Node tree = parse(request.query, request.limits).tree;
  std::string names;
  for (const std::string& name : compounds_of(tree)) names += (names.empty() ? "" : ", ") + name;
  if (names.empty()) return;
  Request changed = request;
  changed.query = to_query(with_parts_apart(tree));
  changed.match = Match::all;
  found.push_back({"with the parts of " + names + " anywhere", changed});
}

bool clear_dates(Request& request) {
  const bool any = !request.from.empty() || !request.to.empty();
  request.from.clear();
  request.to.clear();
  return any;
}

bool clear_filters(Request& request) {
  const bool any = request.has_filters();
  request.filters.clear();
  return any;
}

void without_dates_or_filters(const Request& request, std::vector<Alternative>& found) {
  Request undated = request, unfiltered = request;
  const bool has_dates = clear_dates(undated), has_filters = clear_filters(unfiltered);
  if (has_dates) found.push_back({"without the dates", undated});
  if (has_filters) found.push_back({"without the filters", unfiltered});
  if (!has_dates || !has_filters) return;
  clear_dates(unfiltered);
  found.push_back({"without the dates and the filters", unfiltered});
}

void with_any_word(const Request& request, std::vector<Alternative>& found) {
  if (request.match != Match::all) return;
  Request changed = request;
  changed.match = Match::any;
  found.push_back({"with any of the words", changed});
}

// Those that find something.
std::vector<Alternative> counted(Searcher& searcher, std::vector<Alternative> candidates) {
  for (Alternative& candidate : candidates) {
    Request count = candidate.request;
    count.offset = count.limit = 0;
    count.facets.clear();
    candidate.total = searcher.search(count).total;
  }
  std::erase_if(candidates, [](const Alternative& candidate) { return candidate.total == 0; });
  return candidates;
}

}  // namespace

std::vector<Alternative> alternatives(Searcher& searcher, const Request& request) {
  std::vector<Alternative> candidates;
  with_compounds_apart(request, candidates);
  without_each_part(request, candidates);
  without_dates_or_filters(request, candidates);
  with_any_word(request, candidates);

  return counted(searcher, std::move(candidates));
}

std::vector<Alternative> beyond_filters(Searcher& searcher, const Request& request) {
  Request strict = request;
  strict.match = Match::all;
  std::vector<Alternative> candidates;
  without_dates_or_filters(strict, candidates);
  std::vector<Alternative> found = counted(searcher, std::move(candidates));
  for (Alternative& alternative : found) alternative.request.match = request.match;
  return found;
}

}  // namespace backfile
