// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/tables/row_sorter.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace trialsift::formats {
namespace {

/// Before each row in the file.
struct Sizes {
  std::uint32_t key;
  std::uint32_t value;
};

constexpr std::size_t kWriteBytes = 256U << 10U;
constexpr std::size_t kReadBytesMin = 16U << 10U;
constexpr std::size_t kReadBytesMax = 256U << 10U;

}  // namespace

/// One sorted run, read from the file a piece at a time.
class RowSorter::Run {
 public:
  Run(const TempFile& file, std::uint64_t from, std::uint64_t to, std::size_t number, std::size_t buffer_bytes)
      : number_(number), file_(file), at_(from), end_(to), buffer_(buffer_bytes) {}

  bool next() {
    start_ += std::exchange(row_bytes_, 0);
    if (start_ == filled_ && at_ == end_) return false;
    need(sizeof(Sizes));
    Sizes sizes{};
    std::memcpy(&sizes, buffer_.data() + start_, sizeof sizes);
    row_bytes_ = sizeof sizes + sizes.key + sizes.value;
    need(row_bytes_);
    const char* const key = buffer_.data() + start_ + sizeof sizes;
    row_ = {{key, sizes.key}, {key + sizes.key, sizes.value}};
    return true;
  }
  const Row& row() const { return row_; }
  /// True if this row comes after the other's.
  bool behind(const Run& other) const {
    const int order = row_.key.compare(other.row_.key);
    return order != 0 ? order > 0 : number_ > other.number_;
  }

 private:
  void need(std::size_t bytes) {
    if (filled_ - start_ >= bytes) return;
    std::memmove(buffer_.data(), buffer_.data() + start_, filled_ - start_);
    filled_ -= std::exchange(start_, 0);
    if (buffer_.size() < bytes) buffer_.resize(bytes);
    while (filled_ < bytes) {
      const auto room = std::min<std::uint64_t>(buffer_.size() - filled_, end_ - at_);
      const std::size_t got = file_.read(at_, buffer_.data() + filled_, static_cast<std::size_t>(room));
      filled_ += got;
      at_ += got;
    }
  }

  std::size_t number_;
  const TempFile& file_;
  std::uint64_t at_;
  std::uint64_t end_;
  std::vector<char> buffer_;
  std::size_t start_ = 0;
  std::size_t filled_ = 0;
  std::size_t row_bytes_ = 0;
  Row row_{};
};

RowSorter::RowSorter(std::filesystem::path temp_folder, std::size_t memory_bytes)
    : temp_folder_(std::move(temp_folder)), memory_bytes_(memory_bytes) {}
RowSorter::~RowSorter() = default;

void RowSorter::add(std::string_view key, std::string_view value) {
  if (bytes_.size() + key.size() + value.size() + items_.size() * sizeof(Item) > memory_bytes_ && !items_.empty()) {
    write_run();
  }
  items_.push_back({bytes_.size(), static_cast<std::uint32_t>(key.size()), static_cast<std::uint32_t>(value.size())});
  bytes_ += key;
  bytes_ += value;
}

RowSorter::Row RowSorter::row_of(const Item& item) const {
  const std::string_view bytes = bytes_;
  return {bytes.substr(item.at, item.key_size), bytes.substr(item.at + item.key_size, item.value_size)};
}

void RowSorter::sort() {
  std::sort(items_.begin(), items_.end(), [this](const Item& a, const Item& b) {
    const int order = row_of(a).key.compare(row_of(b).key);
    return order != 0 ? order < 0 : a.at < b.at;
  });
}

void RowSorter::write_run() {
  sort();
  if (!file_) file_ = std::make_unique<TempFile>(temp_folder_);
  std::string buffer;
  for (const Item& item : items_) {
    const Row row = row_of(item);
    const Sizes sizes{item.key_size, item.value_size};
    char header[sizeof sizes];
    std::memcpy(header, &sizes, sizeof sizes);
    buffer.append(header, sizeof header).append(row.key).append(row.value);
    if (buffer.size() < kWriteBytes) continue;
    file_->append(buffer);
    buffer.clear();
  }
  file_->append(buffer);
  run_ends_.push_back(file_->size());
  items_.clear();
  bytes_.clear();
}

void RowSorter::start() {
  started_ = true;
  if (!file_) return sort();
  write_run();
  bytes_ = {};
  items_ = {};
  const std::size_t buffer_bytes = std::clamp(memory_bytes_ / run_ends_.size(), kReadBytesMin, kReadBytesMax);
  std::uint64_t from = 0;
  for (const std::uint64_t to : run_ends_) {
    auto run = std::make_unique<Run>(*file_, from, to, runs_.size(), buffer_bytes);
    from = to;
    if (run->next()) heap_.push_back(run.get());
    runs_.push_back(std::move(run));
  }
  std::make_heap(heap_.begin(), heap_.end(), [](const Run* a, const Run* b) { return a->behind(*b); });
}

const RowSorter::Row* RowSorter::next() {
  if (!started_) {
    start();
  } else if (!heap_.empty()) {
    // The run that gave the last row is the heap's last.
    if (heap_.back()->next()) {
      std::push_heap(heap_.begin(), heap_.end(), [](const Run* a, const Run* b) { return a->behind(*b); });
    } else {
      heap_.pop_back();
    }
  }
  if (!file_) {
    if (given_ == items_.size()) return nullptr;
    row_ = row_of(items_[given_++]);
    return &row_;
  }
  if (heap_.empty()) return nullptr;
  std::pop_heap(heap_.begin(), heap_.end(), [](const Run* a, const Run* b) { return a->behind(*b); });
  row_ = heap_.back()->row();
  return &row_;
}

}  // namespace trialsift::formats
