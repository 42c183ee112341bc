// A 64-bit checksum that finds accidental damage at several gigabytes a second.
//
// Any change inside one aligned group of eight bytes alters it, hence any single bit. Not made
// against people who want two texts to have the same one: hash.h is. The same on every machine.
// Pure; safe on any thread.
//
//   Checksum sum;
//   sum.add("in any number of "), sum.add("pieces");
//   sum.value() == checksum("in any number of pieces")
#pragma once

#include <cstdint>
#include <string_view>

namespace backfile {

class Checksum {
 public:
  void add(std::string_view bytes);
  void add(std::uint64_t number);  // the same as its eight bytes, the lowest first

  std::uint64_t value() const;

 private:
  void mix(std::uint64_t group);

  std::uint64_t state_ = 0x243F6A8885A308D3u;  // the fraction of pi: nothing up its sleeve
  std::uint64_t group_ = 0;                    // bytes that wait for their group to be full
  std::uint64_t length_ = 0;
};

std::uint64_t checksum(std::string_view bytes);

}  // namespace backfile
