// Any bytes as the head of a request, the query string of an address and a cursor: never a crash, a
// refusal has a reason, and what was understood is understood again when it is written anew.
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "query/answer/cursor.h"
#include "server/api/enquiry.h"
#include "server/api/form.h"
#include "server/http/guard.h"
#include "tests/fuzz/demand.h"

namespace {

using namespace backfile;

void check_enquiry(const Form& form, Strictness strictness) {
  const auto read = read_enquiry(form, strictness);
  if (const auto* problem = std::get_if<Problem>(&read)) {
    demand(!problem->detail.empty() && problem->status == 400, "a problem is told");
    demand_text(problem->detail);
    demand_text(problem->hint);
    return;
  }
  const Form written = to_form(std::get<Enquiry>(read));
  const auto again = read_enquiry(parse_form(encode_form(written)), Strictness::strict);
  const auto* enquiry = std::get_if<Enquiry>(&again);
  demand(enquiry != nullptr, "an address that was made here is understood");
  demand(to_form(*enquiry) == written, "and says the same again");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto refusal = check_head(bytes);
  demand(!refusal || (refusal->status >= 400 && !refusal->reason.empty()),
         "a refusal has a reason");
  const RequestLine line = request_line(bytes);
  demand(refusal || line.target.starts_with('/'), "what is let in names a path");
  const Form form = parse_form(bytes);
  for (const auto& [name, value] : form) {
    demand_text(name);
    demand_text(value);
  }
  demand(parse_form(encode_form(form)) == form, "a form comes back");
  check_enquiry(form, Strictness::strict);
  check_enquiry(form, Strictness::tolerant);
  if (const auto cursor = read_cursor(bytes))
    demand(read_cursor(write_cursor(*cursor)).has_value(), "a cursor comes back");
  return 0;
}
