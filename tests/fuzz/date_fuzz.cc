// Any bytes as a date: never a crash, and what comes out is a real day that reads as itself.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/date.h"
#include "indexer/text/unicode.h"

namespace {

void demand(bool holds, const std::string& promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise.c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backfile;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto iso = parse_date(repair_utf8(bytes))) {
    demand(day_of(*iso).has_value(), *iso + " has a day of the calendar");
    demand(parse_date(*iso) == iso, *iso + " reads as itself");
  }
  if (const auto day = day_of(bytes)) demand(unpack(pack(*day)) == *day, "days pack and unpack");
  if (instant_of(bytes)) demand(day_of(bytes).has_value(), "a moment is of a day");
  if (const auto period = period_of(bytes)) demand(period->first <= period->last, "periods run on");
  return 0;
}
