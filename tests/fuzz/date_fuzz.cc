// Any bytes as a date, a dated line, a byline or an address: never a crash, and what comes out is a
// real day that reads as itself.
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/article/date.h"
#include "indexer/article/date_epoch.h"
#include "indexer/readers/evidence/byline.h"
#include "indexer/readers/evidence/dated_line.h"
#include "indexer/readers/evidence/dating.h"
#include "tests/fuzz/demand.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backfile;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto iso = parse_date(repair_utf8(bytes))) {
    demand(day_of(*iso).has_value(), *iso + " has a day of the calendar");
    demand(parse_date(*iso) == iso, *iso + " reads as itself");
  }
  for (const DayOrder order : {DayOrder::day_first, DayOrder::month_first}) {
    const auto iso = parse_date(repair_utf8(bytes), order);
    demand(!iso || day_of(*iso).has_value(), "a date of a known order has a day");
  }
  if (const auto iso = date_of_epoch(bytes)) {
    demand(parse_date(*iso) == iso && instant_of(*iso).has_value(), *iso + " is a moment");
  }
  const std::string line = repair_utf8(bytes);
  const DatedLine dated = read_dated_line(line);
  for (const std::string& iso : {dated.published, dated.modified}) {
    demand(iso.empty() || parse_date(iso) == iso, iso + " of a line reads as itself");
  }
  demand(dated.rest.size() <= 3 * line.size() + 3, "what is left of a line is no longer than it");
  for (const std::string& name : split_byline(line)) {
    demand(!name.empty() && is_valid_utf8(name), "a name is text");
  }
  const std::string address = date_in_address(line);
  demand(address.empty() || parse_date(address) == address, address + " of an address is a date");
  if (const auto day = day_of(bytes)) demand(unpack(pack(*day)) == *day, "days pack and unpack");
  if (instant_of(bytes)) demand(day_of(bytes).has_value(), "a moment is of a day");
  if (const auto period = period_of(bytes)) demand(period->first <= period->last, "periods run on");
  return 0;
}
