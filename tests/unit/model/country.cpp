// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/country.hpp"

#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "trialsift/model/vocabulary.hpp"

using namespace trialsift::model;

TEST_CASE("countries are parted, and each is known by its names and codes") {
  struct Row {
    std::string_view text;
    std::string_view read;  ///< names with their keys
  };
  constexpr Row kRows[] = {
      {"France:12, Spain:3", "France=france; Spain=spain"},
      {"Korea, Republic of", "Korea, Republic of=south_korea"},
      {"US", "US=united_states"},
      {"uk", "uk=united_kingdom"},
      {"Türkiye", "Türkiye=turkey"},
      {"United States, Canada", "United States=united_states; Canada=canada"},
      {"Cote D'Ivoire", "Cote D'Ivoire=cote_divoire"},
      {"Congo, The Democratic Republic of the",
       "Congo, The Democratic Republic of the=democratic_republic_of_the_congo"},
      {"N/A", "N/A=n_a"},
      {"NA", "NA=na"},
      {"Turkey (Türkiye)", "Turkey (Türkiye)=turkey"},
      {"Germany|Spain", "Germany=germany; Spain=spain"},
      {"Denmark/Norway", "Denmark=denmark; Norway=norway"},
      {"Atlantis", "Atlantis=atlantis"},
      {"Spain - AEMPS", "Spain - AEMPS=spain"},
      {"France (12)", "France=france"},
      {"Former Serbia and Montenegro", "Former Serbia and Montenegro=serbia_and_montenegro"},
  };
  for (const Row& row : kRows) {
    std::string read;
    for (const std::string& name : country_names(row.text)) {
      read += (read.empty() ? "" : "; ") + name + "=" + country_key(name);
    }
    CAPTURE(row.text);
    CHECK(read == row.read);
  }
}

TEST_CASE("a country's codes of two and three letters name it in any case") {
  for (const std::string_view code : {"DE", "deu", "Germany", "Deutschland", "Federal Republic of Germany"}) {
    CAPTURE(code);
    CHECK(country_key(code) == "germany");
  }
  CHECK(country_key("KR") == "south_korea");
  CHECK(country_key("PRK") == "north_korea");
  CHECK(country_key("NAM") == "namibia");
}

TEST_CASE("NA is no country but not available") {
  CHECK(kCountries.read("NA").says == Written::Says::kNothing);
}

TEST_CASE("a name that no row has keeps its words as its key") {
  CHECK(country_key("Asia (except Japan)") == "asia_except_japan");
  CHECK(kCountries.read("Wuhan").says == Written::Says::kOther);
}
