// SHA-256 (libcrypto): names of articles, fingerprints of files.
//
// Pure functions; safe on any thread.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace backfile {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);

std::string hexadecimal(const Sha256& hash);

// In hexadecimal, of a whole file; Failure{corrupt} if it cannot be read.
std::string sha256_of_file(const std::filesystem::path& file);

}  // namespace backfile
