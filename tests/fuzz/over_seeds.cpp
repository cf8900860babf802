// SPDX-License-Identifier: GPL-2.0-or-later
//
// fuzz_<name>                the harness over its seeds and mutations of them, the same on each run
// fuzz_<name> --write DIR    writes the seeds there, for libFuzzer
// fuzz_<name> FILE...        the harness over these: what libFuzzer found
//
// What makes the harness abort is left as fuzz_<name>.found in the working folder.

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "fuzz/harness.hpp"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMutations = 4000;

std::string g_found_name;
std::string g_input;

extern "C" void on_abort(int) {
  if (std::FILE* file = std::fopen(g_found_name.c_str(), "wb")) {
    std::fwrite(g_input.data(), 1, g_input.size(), file);
    std::fclose(file);
  }
}

void run(std::string input) {
  g_input = std::move(input);
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(g_input.data()), g_input.size());
}

/// A few changes of the kinds that disks, cables and scripts make.
std::string mutated(std::string bytes, std::mt19937& random) {
  const auto below = [&random](std::size_t limit) {
    return static_cast<std::size_t>(random()) % std::max<std::size_t>(limit, 1);
  };
  constexpr std::string_view kTelling = "{}[]()\"'\\\n\r,:|<>&/;*+-=\xFF";
  for (std::size_t changes = 1 + below(4); changes > 0 && !bytes.empty(); --changes) {
    const std::size_t at = below(bytes.size());
    const std::size_t length = 1 + below(std::min<std::size_t>(bytes.size() - at, 40));
    switch (below(6)) {
      case 0:
        bytes[at] = static_cast<char>(below(256));
        break;
      case 1:
        bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << below(8)));
        break;
      case 2:
        bytes.resize(at);
        break;
      case 3:
        bytes.erase(at, length);
        break;
      case 4:
        bytes.insert(below(bytes.size()), bytes.substr(at, length));
        break;
      default:
        bytes.insert(at, 1 + below(3), kTelling[below(kTelling.size())]);
    }
  }
  return bytes;
}

void write_seeds(const fs::path& folder) {
  fs::create_directories(folder);
  std::size_t number = 0;
  for (const std::string& seed : trialsift::fuzz::seeds()) {
    std::ofstream(folder / ("seed-" + std::to_string(++number)), std::ios::binary) << seed;
  }
}

}  // namespace

int main(int argc, char* argv[]) {
  g_found_name = fs::path(argv[0]).filename().string() + ".found";
  std::signal(SIGABRT, on_abort);
  if (argc == 3 && std::string(argv[1]) == "--write") {
    write_seeds(argv[2]);
    return 0;
  }
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    run({std::istreambuf_iterator<char>(file), {}});
  }
  if (argc > 1) return 0;
  const auto seeds = trialsift::fuzz::seeds();
  for (const std::string& seed : seeds) run(seed);
  std::mt19937 random(20251224);
  for (std::size_t i = 0; i < kMutations; ++i) run(mutated(seeds[i % seeds.size()], random));
  std::printf("%zu seeds, %zu mutations\n", seeds.size(), kMutations);
}
