// The files that pages load, compiled into the program: style sheet, script, icon.
//
// CMake generates assets.cc from server/web (see assets.cc.in) and puts a hash of each file's
// content into its address, so that a browser may cache it for ever. Constants; safe on any thread.
#pragma once

#include <span>
#include <string_view>

namespace backfile {

struct Asset {
  std::string_view name;     // "style.css"
  std::string_view address;  // "/static/style.1f2e3d4c.css"
  std::string_view type;
  std::string_view text;
};

std::span<const Asset> assets();

const Asset& style_sheet();
const Asset& script();
const Asset& mark();

}  // namespace backfile
