// Which sanitizer the tests, and the program they run, are built with.
//
// GCC defines macros of its own; clang 14 tells only by __has_feature.
#pragma once

namespace backfile {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define BACKFILE_SHADOWS_MEMORY
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define BACKFILE_SHADOWS_MEMORY
#endif
#endif

// AddressSanitizer and ThreadSanitizer reserve terabytes of addresses, so that no limit on a
// process's memory can be tested under them.
#ifdef BACKFILE_SHADOWS_MEMORY
constexpr bool sanitizer_shadows_memory = true;
#undef BACKFILE_SHADOWS_MEMORY
#else
constexpr bool sanitizer_shadows_memory = false;
#endif

}  // namespace backfile
