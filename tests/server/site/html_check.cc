// Walks the tags of a page and keeps the elements that are open on a stack.
#include "tests/server/site/html_check.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace backfile {
namespace {

const std::set<std::string> empty_elements = {"meta", "link", "input", "br", "rect"};
const std::set<std::string> landmarks_once = {"main", "footer", "h1", "title"};

// One tag, from '<' to '>'.
struct Tag {
  std::string name;
  bool closing = false;
  bool self_closing = false;
  std::vector<std::pair<std::string, std::string>> attributes;
};

class Page {
 public:
  explicit Page(const std::string& html) : html_(html) {}

  std::vector<std::string> check() {
    if (!html_.starts_with("<!DOCTYPE html>\n")) fault("no doctype");
    place_ = html_.find('\n') + 1;
    while ((place_ = html_.find('<', place_)) != std::string::npos) take(read_tag());
    for (const std::string& name : open_) fault("<" + name + "> is never closed");
    for (const std::string& name : landmarks_once)
      if (std::count(seen_.begin(), seen_.end(), name) != 1) fault("not one <" + name + ">");
    for (const std::string& target : targets_)
      if (!ids_.contains(target)) fault("nothing has the id " + target);
    return faults_;
  }

 private:
  void fault(const std::string& what) { faults_.push_back(what); }

  Tag read_tag() {
    Tag tag;
    ++place_;
    if (html_[place_] == '/') tag.closing = true, ++place_;
    while (std::isalnum(static_cast<unsigned char>(html_[place_]))) tag.name += html_[place_++];
    if (tag.name.empty()) fault("a bare < at ..." + html_.substr(place_, 30));
    while (place_ < html_.size() && html_[place_] != '>') {
      if (html_[place_] == ' ')
        ++place_;
      else if (html_[place_] == '/')
        tag.self_closing = true, ++place_;
      else
        tag.attributes.push_back(read_attribute());
    }
    ++place_;
    return tag;
  }

  std::pair<std::string, std::string> read_attribute() {
    std::string name, value;
    while (place_ < html_.size() &&
           (std::isalpha(static_cast<unsigned char>(html_[place_])) || html_[place_] == '-'))
      name += html_[place_++];
    if (name.empty()) {
      fault("no attribute at ..." + html_.substr(place_, 30));
      ++place_;
    }
    if (html_.compare(place_, 2, "=\"") == 0) {
      const std::size_t end = html_.find('"', place_ + 2);
      value = html_.substr(place_ + 2, end - place_ - 2);
      place_ = end + 1;
    }
    if (name.starts_with("on") || name == "style") fault("attribute " + name);
    return {name, value};
  }

  void take(const Tag& tag) {
    if (tag.closing) {
      if (open_.empty() || open_.back() != tag.name) fault("</" + tag.name + "> closes another");
      if (!open_.empty()) open_.pop_back();
      return;
    }
    seen_.push_back(tag.name);
    for (const auto& [name, value] : tag.attributes) {
      if (name == "id" && !ids_.insert(value).second) fault("two elements have the id " + value);
      if (name == "href" && value.starts_with('#')) targets_.insert(value.substr(1));
      if (name == "for") targets_.insert(value);
      if ((name == "href" || name == "src") && !value.starts_with('/') && !value.starts_with('#') &&
          !value.starts_with("http"))
        fault("a link to " + value);
    }
    check_heading(tag.name);
    if (!empty_elements.contains(tag.name) && !tag.self_closing) open_.push_back(tag.name);
    if (tag.name == "script") place_ = std::min(html_.find("</script>", place_), html_.size());
  }

  // From <h1> down without leaving a level out. The lists beside the results come before them.
  void check_heading(const std::string& name) {
    if (name.size() != 2 || name[0] != 'h' || !std::isdigit(static_cast<unsigned char>(name[1])))
      return;
    const int level = name[1] - '0';
    const bool in_navigation = std::find(open_.begin(), open_.end(), "nav") != open_.end();
    if (!in_navigation && level > heading_ + 1) fault("<" + name + "> leaves a level out");
    if (!in_navigation) heading_ = level;
  }

  const std::string& html_;
  std::size_t place_ = 0;
  int heading_ = 0;
  std::vector<std::string> open_, seen_, faults_;
  std::set<std::string> ids_, targets_;
};

}  // namespace

std::vector<std::string> faults_of_page(const std::string& html) {
  return Page(html).check();
}

std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const std::size_t begin = text.find(from);
  if (begin == std::string::npos) return {};
  const std::size_t start = begin + from.size(), end = text.find(to, start);
  return end == std::string::npos ? std::string() : text.substr(start, end - start);
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

}  // namespace backfile
