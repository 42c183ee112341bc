// Numbers as people read them, for terminals and pages alike.
//
// Pure; safe on any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace backfile {

std::string grouped(std::uint64_t number);  // "21,578"

// "1 article", "21,578 articles".
std::string counted(std::uint64_t number, std::string_view one, std::string_view many);

}  // namespace backfile
