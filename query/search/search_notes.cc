// The sentences, with numbers as people write them.
#include "query/search/search_notes.h"

#include <algorithm>

#include "indexer/base/figures.h"

namespace backfile {

std::string relaxed_note(std::uint64_t complete, bool within_filters) {
  if (complete == 0) {
    return std::string("No article") + (within_filters ? " within these filters" : "") +
           " has all of these words in its text; these have some of them.";
  }
  if (complete == 1) {
    return "Only the first article has all of these words in its text; the others have some of "
           "them.";
  }
  return "Only the first " + std::to_string(complete) +
         " articles have all of these words in their text; the others have some of them.";
}

std::string beyond_end_note(const Request& request, std::uint64_t offset, std::uint64_t total) {
  std::string note = "Only " + counted(total, "article") + (total == 1 ? " matches" : " match") +
                     ", so there is nothing after number " + with_commas(offset) + ".";
  if (!request.has_pages) {
    const std::uint64_t last = total - std::min<std::uint64_t>(total, request.limit);
    note += " With --limit " + std::to_string(request.limit) + ", --offset " +
            std::to_string(last) + " shows the last.";
  } else if (total > request.limit) {
    note += " With " + with_commas(request.limit) + " per page, page " +
            with_commas((total + request.limit - 1) / request.limit) + " is the last.";
  }
  return note;
}

std::string end_of_paging_note(std::uint64_t seen, std::uint64_t total) {
  return "Only " + with_commas(seen) + " of these " + with_commas(total) +
         " articles can be reached. To see the rest, narrow the query by a date, a filter "
         "or another word.";
}

}  // namespace backfile
