// One sentence for all limits.
#include "indexer/files/limits.h"

#include <string>

#include "indexer/base/failure.h"
#include "indexer/base/figures.h"

namespace backfile {

void hold_to(std::uint64_t limit, std::uint64_t number, std::string_view what) {
  if (number <= limit) return;
  throw Failure(Exit::unwritable, "the archive has more than " + with_commas(limit) + " " +
                                      std::string(what) +
                                      ", too many for one index; divide its sources between two, "
                                      "each with its own --index");
}

}  // namespace backfile
