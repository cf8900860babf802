// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// A fuzz harness is a file that defines these two. `fuzz_<name>` runs it over its seeds and mutations of them, an
/// ordinary test; under clang with -fsanitize=fuzzer `fuzz_<name>_on` goes on for as long as it is told (tools/fuzz).

/// Of libFuzzer: returns 0, and aborts where something is wrong.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace trialsift::fuzz {

/// Inputs to begin with.
std::vector<std::string> seeds();

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// What must hold of any input.
void require(bool holds, const char* what);

/// The variable of the environment, or nothing.
std::string choice(const char* variable);

/// A file without a name in memory, for what reads files.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes);
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

}  // namespace trialsift::fuzz
