// What is to be told about how a query was read.
//
// A parse collects its notes with a NoteTaker: each sentence once, and not more of them than
// somebody reads. Used by parser.h and leaf.h; answers carry the notes on. Plain values.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

struct Note {
  std::optional<std::size_t> position;  // bytes into the query; none: the query as a whole
  std::string message;                  // a plain sentence
};

// What is to be said of a form of another search language.
struct Hint {
  std::string message;    // a plain sentence or two; empty where there is nothing to say
  bool doubtful = false;  // it may be ordinary text after all, so `strict` lets it pass
};

class NoteTaker {
 public:
  void add(std::optional<std::size_t> position, std::string_view message) {
    add_to(plain_, position, message);
  }
  void add(std::size_t position, const Hint& hint) {
    add_to(hint.doubtful ? doubtful_ : plain_, position, hint.message);
  }

  // By position.
  const std::vector<Note>& plain() const { return plain_; }
  const std::vector<Note>& doubtful() const { return doubtful_; }

 private:
  static constexpr std::size_t most = 20;

  static void add_to(std::vector<Note>& notes, std::optional<std::size_t> position,
                     std::string_view message) {
    if (message.empty() || notes.size() == most) return;
    if (std::ranges::find(notes, message, &Note::message) != notes.end()) return;
    const auto behind = std::ranges::upper_bound(notes, position, {}, &Note::position);
    notes.insert(behind, {position, std::string(message)});
  }

  std::vector<Note> plain_, doubtful_;
};

}  // namespace backfile
