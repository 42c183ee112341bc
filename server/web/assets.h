// Files for browsers, compiled into the program: style sheet, script, mark.
//
// CMake makes assets.cc from web/ (see web/assets.cc.in), with a hash of each file's content in its
// address, so that a browser may keep it for ever. Constant.
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
