// Front matter that is not valid, as its author meant it.
//
// Part of front_matter.h. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>

namespace backfile {

struct BrokenFields {
  nlohmann::json fields = nlohmann::json::object();
  std::size_t fault = std::string_view::npos;  // offset of the first entry that has one
};

// Reads each field on its own: one unquoted colon shall not take the others along.
BrokenFields read_entry_by_entry(std::string_view front, bool toml);

}  // namespace backfile
