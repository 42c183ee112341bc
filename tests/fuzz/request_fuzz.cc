// Any bytes as the head of a request, the query string of an address and a cursor: never a crash, a
// refusal has a reason, and what was understood is understood again when it is written anew.
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "query/answer/cursor.h"
#include "server/api/query_string.h"
#include "server/api/search_parameters.h"
#include "server/http/guard.h"
#include "tests/fuzz/demand.h"

namespace {

using namespace backfile;

void check_enquiry(const QueryString& query_string, Strictness strictness) {
  const auto read = read_search_parameters(query_string, strictness);
  if (const auto* problem = std::get_if<Problem>(&read)) {
    demand(!problem->detail.empty() && problem->status == 400, "a problem is told");
    demand_text(problem->detail);
    demand_text(problem->hint);
    return;
  }
  const QueryString written = to_query_string(std::get<SearchParameters>(read));
  const auto again =
      read_search_parameters(parse_query_string(encode_query_string(written)), Strictness::strict);
  const auto* parameters = std::get_if<SearchParameters>(&again);
  demand(parameters != nullptr, "an address that was made here is understood");
  demand(to_query_string(*parameters) == written, "and says the same again");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto refusal = check_head(bytes);
  demand(!refusal || (refusal->status >= 400 && !refusal->reason.empty()),
         "a refusal has a reason");
  const RequestLine line = request_line(bytes);
  demand(refusal || line.target.starts_with('/'), "what is let in names a path");
  const QueryString query_string = parse_query_string(bytes);
  for (const auto& [name, value] : query_string) {
    demand_text(name);
    demand_text(value);
  }
  demand(parse_query_string(encode_query_string(query_string)) == query_string,
         "a form comes back");
  check_enquiry(query_string, Strictness::strict);
  check_enquiry(query_string, Strictness::tolerant);
  if (const auto cursor = read_cursor(bytes))
    demand(read_cursor(write_cursor(*cursor)).has_value(), "a cursor comes back");
  return 0;
}
