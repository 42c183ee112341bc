// Entries of a table that wait to be written: keys and tags one after the other in memory.
//
// Between posting_chunks.h, which makes them on any number of threads, and tree_writer.h, which
// writes them on one. For one thread.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace backfile {

class TableEntries {
 public:
  // The tag in two parts, since what stands in front is known last.
  void add(std::string_view key, std::string_view head, std::string_view body) {
    const Sizes sizes = {static_cast<std::uint32_t>(key.size()),
                         static_cast<std::uint32_t>(head.size() + body.size())};
    bytes_.append(reinterpret_cast<const char*>(&sizes), sizeof sizes);
    bytes_.append(key).append(head).append(body);
  }
  // Calls write(key, tag) for each, in the order in which they came, and forgets them.
  template <class Write>
  void take(Write&& write) {
    for (std::string_view rest = bytes_; !rest.empty();) {
      Sizes sizes;
      std::memcpy(&sizes, rest.data(), sizeof sizes);
      rest.remove_prefix(sizeof sizes);
      write(rest.substr(0, sizes.key), rest.substr(sizes.key, sizes.tag));
      rest.remove_prefix(std::size_t{sizes.key} + sizes.tag);
    }
    bytes_.clear();
  }
  std::size_t bytes() const { return bytes_.size(); }

 private:
  struct Sizes {
    std::uint32_t key, tag;
  };
  std::string bytes_;
};

}  // namespace backfile
