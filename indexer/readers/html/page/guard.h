// Makes a page safe to parse: comments, declarations and styles out, tags of bounded size.
//
// libxml2 compares each attribute of a tag with all before it, so that one tag could keep it busy
// for hours; what it sees as a tag must be known here exactly. That takes a small scanner, which
// can as well leave out what nobody reads. Used by page.cc. Pure; safe on any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

struct GuardedPage {
  std::string html;
  // Where in it another document begins: <!doctype> or <html> behind the tags of one before.
  std::vector<std::size_t> documents;
};

// The page without comments, declarations, style sheets and scripts (but for JSON-LD); nothing if
// a tag has more attributes than any real one.
std::optional<GuardedPage> guard_page(std::string_view html);

}  // namespace backfile
