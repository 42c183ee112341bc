// See rescue.h.
#include "query/rescue.h"

#include <utility>

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

void without_dates(const Request& request, std::vector<Alternative>& found) {
  if (request.from.empty() && request.to.empty()) return;
  Request changed = request;
  changed.from.clear();
  changed.to.clear();
  found.push_back({"without the dates", changed});
}

void without_filters(const Request& request, std::vector<Alternative>& found) {
  Request changed = request;
  bool any = false;
  for (auto* values : {&changed.author, &changed.section, &changed.tag, &changed.language}) {
    any |= !values->empty();
    values->clear();
  }
  if (any) found.push_back({"without the filters", changed});
}

void with_any_word(const Request& request, std::vector<Alternative>& found) {
  if (request.match != Match::all) return;
  Request changed = request;
  changed.match = Match::any;
  found.push_back({"with any of the words", changed});
}

}  // namespace

std::vector<Alternative> alternatives(Searcher& searcher, const Request& request) {
  std::vector<Alternative> candidates;
  without_each_part(request, candidates);
  without_dates(request, candidates);
  without_filters(request, candidates);
  with_any_word(request, candidates);

  std::vector<Alternative> found;
  for (Alternative& candidate : candidates) {
    Request count = candidate.request;
    count.offset = count.limit = 0;
    count.facets.clear();
    candidate.total = searcher.search(count).total;
    if (candidate.total > 0) found.push_back(std::move(candidate));
  }
  return found;
}

}  // namespace backfile
