// One handler of the parser's events keeps the values that are still open on a stack of its own.
#include "indexer/readers/json/json_stream.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "indexer/readers/json/json_scan.h"
#include "indexer/readers/json/shapes/declared_names.h"
#include "indexer/readers/json/shapes/included.h"
#include "indexer/readers/json/shapes/several.h"
#include "indexer/readers/json/shapes/shape.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr std::size_t deepest = 64;
constexpr std::size_t most_values = 4'000'000;  // that are kept at one time; some 400 MB
constexpr std::size_t most_waiting = 10'000;    // elements of a list; no article has more parts

// An element of a list that is no whole article: one all the same, unless the list stands inside
// an article.
struct Waiting {
  std::size_t number;
  json value;
};

class Handler final : public nlohmann::json_sax<json> {
 public:
  // Without `articles`, the whole document is kept.
  explicit Handler(JsonArticles* articles) : articles_(articles) {}

  bool null() override { return place(nullptr); }
  bool boolean(bool value) override { return place(value); }
  bool number_integer(number_integer_t value) override { return place(value); }
  bool number_unsigned(number_unsigned_t value) override { return place(value); }
  bool number_float(number_float_t, const string_t& written) override { return place(written); }
  bool string(string_t& value) override { return place(std::move(value)); }
  bool binary(binary_t&) override { return false; }

  bool key(string_t& name) override {
    open_.back().key = std::move(name);
    return true;
  }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool end_object() override {
    settle(open_.back());
    return close();
  }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_array() override {
    Open& list = open_.back();
    if (list.is_list && open_.size() > 1) {
      Open& parent = open_[open_.size() - 2];
      parent.lists.push_back({parent.key, list.gave, std::move(list.waiting)});
    }
    return close();
  }

  bool parse_error(std::size_t position, const std::string&, const json::exception&) override {
    fault_ = {"this is not valid JSON", position, is_complete_};
    return false;
  }

  // Gives out what has been read of a document that breaks off.
  void give_waiting() {
    for (Open& one : open_) {
      settle(one);
      give(one.waiting);
    }
  }

  const JsonFault& fault() const { return fault_; }
  json& whole() { return whole_; }
  bool gave_all() const { return gave_all_; }

 private:
  // A list inside an object, but for the articles that have been given out.
  struct List {
    std::string name;
    bool gave = false;
    std::vector<Waiting> waiting;
  };
  struct Open {
    json value;
    std::size_t values_before = 0;
    bool is_list = false;  // of articles
    bool gave = false, is_long = false;
    std::string key = {};  // of the member that comes next
    std::vector<Waiting> waiting = {};
    std::vector<List> lists = {};
  };

  bool open(json value) {
    if (open_.size() == deepest) {
      fault_ = {"the JSON is nested too deeply", 0};
      return false;
    }
    const bool list = articles_ != nullptr && value.is_array() && is_list();
    if (list && open_.empty()) gave_all_ = true;
    open_.push_back({std::move(value), values_, list});
    return true;
  }

  bool close() {
    json value = std::move(open_.back().value);
    const std::size_t before = open_.back().values_before;
    open_.pop_back();
    return place(std::move(value), before);
  }

  bool place(json value) { return place(std::move(value), values_); }

  bool place(json value, std::size_t values_before) {
    if (++values_ > most_values) {
      fault_ = {"it holds millions of values that are no articles", 0};
      return false;
    }
    if (open_.empty()) {
      whole_ = std::move(value);
      is_complete_ = true;
    } else if (open_.back().is_list) {
      if (take_element(std::move(value))) values_ = values_before;
    } else if (open_.back().value.is_array()) {
      open_.back().value.push_back(std::move(value));
    } else {
      open_.back().value[open_.back().key] = std::move(value);
    }
    return true;
  }

  // Whether the element has been given out.
  bool take_element(json value) {
    Open& list = open_.back();
    const std::size_t number = articles_->next();
    if (open_.size() == 2) {
      if (auto row = row_of_table(open_.front().value, value)) value = std::move(*row);
    }
    if (list.waiting.size() == most_waiting) {
      list.is_long = true;
      give(list.waiting);
    }
    const bool whole = is_whole(value) && !(may_hold_sections(name_of_list()) && is_section(value));
    const bool refers = open_.size() == 2 && name_of_list() == "data" && refers_to_others(value);
    if (open_.size() == 1 || list.is_long || (whole && !refers)) {
      articles_->add_element(value, number);
      return list.gave = true;
    }
    list.waiting.push_back({number, std::move(value)});
    return false;
  }

  // Of the list that is open; empty if the document is that list.
  std::string name_of_list() const {
    return open_.size() < 2 ? std::string() : plain_name(open_[open_.size() - 2].key);
  }

  // Puts the sections of a story back into it, if that is what waits.
  bool keep_sections(json& object, List& list) const {
    const std::string name = plain_name(list.name);
    if (list.gave || list.waiting.empty() || !may_hold_sections(name) ||
        object.contains("sections"))
      return false;
    json sections = json::array();
    for (const Waiting& one : list.waiting) sections.push_back(one.value);
    if (!are_sections(object, name, sections)) return false;
    object[list.name] = std::move(sections);
    return true;
  }

  // What waited because it might have been a section is an article.
  void give_whole(List& list) {
    if (!may_hold_sections(plain_name(list.name))) return;
    const auto rest_begin =
        std::stable_partition(list.waiting.begin(), list.waiting.end(),
                              [](const Waiting& one) { return is_whole(one.value); });
    std::vector<Waiting> rest(std::make_move_iterator(rest_begin),
                              std::make_move_iterator(list.waiting.end()));
    list.waiting.erase(rest_begin, list.waiting.end());
    list.gave = list.gave || !list.waiting.empty();
    give(list.waiting);
    list.waiting = std::move(rest);
  }

  void give(std::vector<Waiting>& waiting) {
    values_ -= std::min(values_, waiting.size());
    for (const Waiting& one : std::exchange(waiting, {}))
      articles_->add_element(one.value, one.number);
  }

  // Puts what articles of JSON:API refer to into them.
  void put_included(Open& document) const {
    const auto list = document.value.find("included");
    if (list == document.value.end() || !list->is_array()) return;
    Included included(*list);
    for (List& data : document.lists) {
      for (Waiting& one : data.waiting) included.add_parts(one.value);
    }
    if (const auto data = document.value.find("data"); data != document.value.end())
      included.add_parts(*data);
    json rest = included.rest();
    document.value["included"] = std::move(rest);
  }

  // What waits in the lists of an object that ends: articles, or parts of the one that it is.
  void settle(Open& object) {
    if (open_.size() == 1 && object.value.is_object()) put_included(object);
    for (List& list : object.lists) {
      if (keep_sections(object.value, list)) continue;
      give_whole(list);
      const auto may_be_article = [](const Waiting& one) {
        return has_title(one.value) || has_story(one.value);
      };
      const bool articles = list.gave || !has_title(object.value) ||
                            std::ranges::any_of(list.waiting, may_be_article);
      if (articles && !has_story(object.value)) {
        give(list.waiting);
        continue;
      }
      json& member = object.value[list.name];
      if (!member.is_array()) member = json::array();  // the name was given twice
      for (Waiting& one : list.waiting) {
        if (!list.gave || !has_title(one.value)) member.push_back(std::move(one.value));
      }
    }
  }

  // Whether the list that opens is one of articles: the document, or what an object has under such
  // a name.
  bool is_list() const {
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (!open_[i].value.is_object()) return false;
      const Holds holds = what_holds(plain_name(open_[i].key));
      const bool last = i + 1 == open_.size();
      if (last ? holds != Holds::articles : holds != Holds::articles && holds != Holds::unknown)
        return false;
    }
    return true;
  }

  JsonArticles* articles_;
  bool gave_all_ = false;  // the document is a list
  bool is_complete_ = false;
  std::size_t values_ = 0;
  std::vector<Open> open_;
  json whole_;
  JsonFault fault_;
};

void parse(std::string_view text, Handler& handler) {
  if (!scan_json(text, handler)) json::sax_parse(text.begin(), text.end(), &handler);
}

}  // namespace

JsonFault stream_json(std::string_view text, JsonArticles& articles) {
  for (std::size_t begin = 0;;) {
    const std::string_view rest = text.substr(begin);
    Handler handler(&articles);
    parse(rest, handler);
    JsonFault fault = handler.fault();
    fault.is_behind = fault.is_behind && (handler.gave_all() || handler.whole().is_object());
    const bool complete = fault.reason.empty() || fault.is_behind;
    if (!complete) handler.give_waiting();
    if (complete) articles.add_document(handler.gave_all() ? json::array() : handler.whole());
    // Another document behind the first.
    const std::size_t next = fault.byte == 0 ? 0 : fault.byte - 1;
    const bool another = fault.is_behind && next > 0 && next < rest.size() &&
                         (rest[next] == '{' || rest[next] == '[');
    if (fault.byte > 0) fault.byte += begin;
    if (!another) return fault;
    begin += next;
  }
}

std::optional<json> parse_json(std::string_view text) {
  Handler handler(nullptr);
  parse(text, handler);
  if (!handler.fault().reason.empty()) return std::nullopt;
  return std::move(handler.whole());
}

}  // namespace backfile
