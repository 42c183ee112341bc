// What a byline says besides names: agencies, material from elsewhere, others who are not named.
//
// byline.h takes this off before it looks for names. Pure; safe on any thread.
#pragma once

#include <string>

namespace backfile {

// "Jane Doe/Reuters", "Jane Doe mit Material von dpa", "Jane Doe and 2 others", "© Jane Doe": the
// same without what names nobody. "As told to Jane Doe" is Jane Doe, "文/张三" is "文: 张三". An
// agency that stands alone stays. `text` has plain signs and single spaces.
std::string without_asides(const std::string& text);

}  // namespace backfile
