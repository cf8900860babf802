// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/base/queue.hpp"

#include <atomic>
#include <chrono>
#include <memory>
#include <numeric>
#include <thread>
#include <vector>

#include "support/catch.hpp"

using trialsift::base::Queue;

TEST_CASE("a queue gives its items in the order in which they came") {
  Queue<int> queue(8);
  for (int i = 0; i < 5; ++i) REQUIRE(queue.push(i));
  for (int i = 0; i < 5; ++i) CHECK(queue.pop() == i);
}

TEST_CASE("a closed queue gives what is left and then nothing") {
  Queue<int> queue(8);
  queue.push(1);
  queue.push(2);
  queue.close();
  CHECK(queue.pop() == 1);
  CHECK(queue.pop() == 2);
  CHECK_FALSE(queue.pop().has_value());
  CHECK_FALSE(queue.pop().has_value());
}

TEST_CASE("a closed queue takes nothing, however often it is closed") {
  Queue<int> queue(8);
  queue.close();
  queue.close();
  CHECK_FALSE(queue.push(1));
  CHECK_FALSE(queue.pop().has_value());
}

TEST_CASE("a queue carries what can only be moved") {
  Queue<std::unique_ptr<int>> queue(1);
  REQUIRE(queue.push(std::make_unique<int>(7)));
  const auto item = queue.pop();
  REQUIRE(item.has_value());
  CHECK(**item == 7);
}

TEST_CASE("one thread gets what another puts, in order, whatever the capacity") {
  for (const std::size_t capacity : {1U, 2U, 7U, 5000U}) {
    constexpr int kItems = 3000;
    Queue<int> queue(capacity);
    std::thread writer([&queue] {
      for (int i = 0; i < kItems; ++i) queue.push(i);
      queue.close();
    });
    std::vector<int> got;
    while (const auto item = queue.pop()) got.push_back(*item);
    writer.join();
    std::vector<int> wanted(kItems);
    std::iota(wanted.begin(), wanted.end(), 0);
    CHECK(got == wanted);
  }
}

TEST_CASE("a queue holds no more than its capacity") {
  constexpr int kCapacity = 3;
  Queue<int> queue(kCapacity);
  std::atomic<int> put = 0;
  std::atomic<int> most_ahead = 0;
  std::thread writer([&] {
    for (int i = 0; i < 200; ++i) {
      queue.push(i);
      ++put;
    }
    queue.close();
  });
  int got = 0;
  for (;;) {
    if (got % 50 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    most_ahead = std::max(most_ahead.load(), put.load() - got);
    if (!queue.pop()) break;
    ++got;
  }
  writer.join();
  CHECK(got == 200);
  CHECK(most_ahead <= kCapacity);
}

TEST_CASE("every item of many writers reaches one of many readers once") {
  constexpr int kThreads = 4;
  constexpr int kEach = 1000;
  Queue<int> queue(5);
  std::atomic<int> writers_left = kThreads;
  std::vector<std::vector<int>> got(kThreads);
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&queue, &writers_left, t] {
      for (int i = 0; i < kEach; ++i) queue.push(t * kEach + i);
      if (--writers_left == 0) queue.close();
    });
    threads.emplace_back([&queue, &mine = got[static_cast<std::size_t>(t)]] {
      while (const auto item = queue.pop()) mine.push_back(*item);
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::vector<int> seen(kThreads * kEach, 0);
  for (const auto& part : got) {
    for (const int item : part) ++seen[static_cast<std::size_t>(item)];
  }
  CHECK(std::count(seen.begin(), seen.end(), 1) == kThreads * kEach);
}

TEST_CASE("closing wakes a writer that waits for room and drops its item") {
  Queue<int> queue(1);
  REQUIRE(queue.push(1));
  bool taken = true;
  std::thread writer([&queue, &taken] { taken = queue.push(2); });
  std::this_thread::sleep_for(std::chrono::milliseconds(2));
  queue.close();
  writer.join();
  CHECK_FALSE(taken);
  CHECK(queue.pop() == 1);
  CHECK_FALSE(queue.pop().has_value());
}

TEST_CASE("closing wakes a reader that waits for an item") {
  Queue<int> queue(1);
  bool got = true;
  std::thread reader([&queue, &got] { got = queue.pop().has_value(); });
  std::this_thread::sleep_for(std::chrono::milliseconds(2));
  queue.close();
  reader.join();
  CHECK_FALSE(got);
}
