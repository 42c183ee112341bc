// Numbers as people write them: 1,000 and 1.000.000 and 1'000 are 1000, 3,5 is 3.5.
//
// Part of the tailoring in compound.h. Pure functions; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// `word` is a number word of UAX #29. Its one spelling; empty where its separators part several
// numbers (31.12.2019, 1,2,3) that stand for themselves.
std::string plain_number(std::string_view word, std::string_view language);

}  // namespace backfile
