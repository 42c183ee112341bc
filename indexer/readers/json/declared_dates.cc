// Texts, numbers, and the objects in which databases and libraries keep year, month and day.
#include "indexer/readers/json/declared_dates.h"

#include <array>
#include <nlohmann/json.hpp>

#include "indexer/readers/evidence/dating.h"
#include "indexer/readers/json/declared.h"

namespace backfile {
namespace {

using nlohmann::json;

// Names that may ask whether rather than when.
constexpr std::array questions = {"published", "modified", "updated", "created", "issued"};

bool is_question(std::string_view name) {
  for (const std::string_view question : questions) {
    if (name == question) return true;
  }
  return false;
}

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// Year, month and day in a list, as far as they are given: [2014, 5, 3].
std::string date_of_parts(const json& parts) {
  std::string date;
  for (std::size_t i = 0; i < parts.size() && i < 3; ++i) {
    const json& part = parts[i];
    const std::string digits = part.is_string() ? part.get<std::string>() : part.dump();
    if (digits.empty() || digits.size() > 4 ||
        digits.find_first_not_of("0123456789") != digits.npos)
      break;
    const int number = std::stoi(digits);
    date += i == 0 ? std::to_string(number) : '-' + two_digits(number);
  }
  return date;
}

// Whether a list is one date in parts and not several dates.
bool are_parts(const json& list) {
  const auto is_part = [](const json& part, std::size_t shortest, std::size_t longest) {
    const std::string digits = part.is_string() ? part.get<std::string>() : part.dump();
    return digits.size() >= shortest && digits.size() <= longest &&
           digits.find_first_not_of("0123456789") == digits.npos;
  };
  return list.is_array() && list.size() >= 2 && is_part(list[0], 4, 4) && is_part(list[1], 1, 2) &&
         (list.size() == 2 || is_part(list[2], 1, 2));
}

// [2014, 5, 3], {"year": 2014, "month": 5, "day": 3}, and the {"date-parts": [[2014, 5, 3]]} of
// libraries.
std::string date_in(const json& object) {
  if (are_parts(object)) return date_of_parts(object);
  if (object.is_array() && object.size() == 1) return date_in(object.front());
  if (!object.is_object()) return {};
  if (const auto parts = object.find("date-parts"); parts != object.end()) {
    const bool nested = parts->is_array() && !parts->empty() && parts->front().is_array();
    return date_of_parts(nested ? parts->front() : *parts);
  }
  json parts = json::array();
  for (const char* name : {"year", "month", "day"}) {
    if (const auto part = object.find(name); part != object.end()) parts.push_back(*part);
  }
  return object.contains("year") ? date_of_parts(parts) : std::string();
}

bool is_nothing(const json& value) {
  return value.is_null() || value == false || (value.is_structured() && value.empty());
}

// What stands in the place of a date, as it is written.
std::string as_written(const json& value) {
  constexpr std::size_t longest = 200;
  std::string text = value.dump(-1, ' ', true, json::error_handler_t::replace);
  if (text.size() > longest) text.resize(longest);
  return text;
}

}  // namespace

void offer_dates(const json& object, const Members& members, Article& article) {
  const DayOrder order = day_order_of(article.language);
  for (const Alias& alias : declared_names()) {
    const bool published = alias.field == FieldOf::published;
    if (!published && alias.field != FieldOf::modified) continue;
    const json* value = find(members, alias.name);
    if (value == nullptr || is_nothing(*value)) continue;
    if (is_question(alias.name) && truth_of(*value) && !is_zero(*value)) continue;
    std::string where;
    for (const auto& [name, member] : object.items()) {
      if (&member == value) where = '"' + name + '"';
    }
    std::vector<std::string> texts = texts_of(*value);
    if (std::string date = date_in(*value); !date.empty()) texts = {date};
    if (texts.empty() && !value->is_string()) texts = {as_written(*value)};
    for (const std::string& text : texts) {
      (published ? offer_published : offer_modified)(article, where, plain_line(text), order);
    }
  }
}

}  // namespace backfile
