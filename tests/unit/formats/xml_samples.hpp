// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace trialsift::formats {

/// A record of the retired site with everything that is read, laid out as the site did.
inline const std::string kLegacyStudy = R"(<clinical_study rank="1">
  <!-- This xml conforms to an XML Schema -->
  <required_header>
    <download_date>ClinicalTrials.gov processed this data on May 09, 2023</download_date>
  </required_header>
  <id_info>
    <org_study_id>ORG-1</org_study_id>
    <secondary_id>SEC-1</secondary_id>
    <secondary_id>SEC-2</secondary_id>
    <nct_id>NCT99000201</nct_id>
    <nct_alias>NCT99000299</nct_alias>
  </id_info>
  <brief_title>Lamps &amp; Sneezing</brief_title>
  <acronym>LAMP</acronym>
  <official_title>A Study of Salt Lamps</official_title>
  <sponsors>
    <lead_sponsor>
      <agency>Clinic of Anywhere</agency>
      <agency_class>U.S. Fed</agency_class>
    </lead_sponsor>
    <collaborator>
      <agency>Lamp Fund</agency>
      <agency_class>Other</agency_class>
    </collaborator>
  </sponsors>
  <brief_summary>
    <textblock>
      Lamps made of salt are sold as a cure of hay fever. Nobody has counted what they do to those&#xD;
      who sneeze.&#xD;
&#xD;
      PURPOSE: to count.&#xD;
    </textblock>
  </brief_summary>
  <detailed_description>
    <textblock>
      OBJECTIVES:&#xD;
&#xD;
        -  Count the sneezes of patients who have a lamp and the sneezes of those who have none, for&#xD;
           a week.&#xD;
&#xD;
             -  By day&#xD;
&#xD;
        -  Weigh the lamps.&#xD;
    </textblock>
  </detailed_description>
  <overall_status>Terminated</overall_status>
  <why_stopped>The lamps were eaten by a goat</why_stopped>
  <start_date type="Actual">July 2002</start_date>
  <completion_date type="Actual">August 1, 2004</completion_date>
  <primary_completion_date type="Actual">July 4, 2004</primary_completion_date>
  <phase>Phase 1/Phase 2</phase>
  <study_type>Interventional</study_type>
  <study_design_info>
    <allocation>Non-Randomized</allocation>
    <intervention_model>Crossover Assignment</intervention_model>
    <primary_purpose>Supportive Care</primary_purpose>
    <masking>Double (Participant, Care Provider)</masking>
  </study_design_info>
  <primary_outcome>
    <measure>Sneezes</measure>
    <time_frame>1 week</time_frame>
    <description>All of them.&#xD;
Counted twice.</description>
  </primary_outcome>
  <secondary_outcome><measure>Weight</measure></secondary_outcome>
  <other_outcome><measure>Light</measure></other_outcome>
  <enrollment type="Actual">42</enrollment>
  <condition>Hay Fever</condition>
  <condition>Sneezing</condition>
  <arm_group>
    <arm_group_label>Lamp</arm_group_label>
    <arm_group_type>Experimental</arm_group_type>
    <description>A lamp on the table</description>
  </arm_group>
  <overall_official><last_name>B. Head</last_name><role>Study Chair</role><affiliation>Clinic</affiliation></overall_official>
  <overall_contact>
    <first_name>Ann</first_name><last_name>Desk</last_name><degrees>MD</degrees>
    <phone>555</phone><phone_ext>12</phone_ext><email>a@example.org</email>
  </overall_contact>
  <last_known_status>Recruiting</last_known_status>
  <oversight_info>
    <is_fda_regulated_drug>No</is_fda_regulated_drug><is_fda_regulated_device>Yes</is_fda_regulated_device>
  </oversight_info>
  <patient_data><sharing_ipd>Undecided</sharing_ipd><ipd_description>Perhaps.</ipd_description></patient_data>
  <intervention>
    <intervention_type>Device</intervention_type>
    <intervention_name>Salt lamp</intervention_name>
    <description>Of rock salt</description>
    <arm_group_label>Lamp</arm_group_label>
    <other_name>Halite lamp</other_name>
  </intervention>
  <eligibility>
    <criteria>
      <textblock>
        Inclusion Criteria:&#xD;
&#xD;
          -  Age &gt;= 18&#xD;
      </textblock>
    </criteria>
    <gender>Female</gender>
    <minimum_age>18 Years</minimum_age>
    <maximum_age>N/A</maximum_age>
    <healthy_volunteers>Accepts Healthy Volunteers</healthy_volunteers>
  </eligibility>
  <location>
    <facility>
      <name>Clinic</name>
      <address><city>Bern</city><zip>3000</zip><country>Switzerland</country></address>
    </facility>
    <status>Recruiting</status>
  </location>
  <location_countries><country>Switzerland</country></location_countries>
  <reference><citation>A paper.</citation><PMID>123</PMID></reference>
  <results_reference><citation>Another.</citation><PMID>456</PMID></results_reference>
  <study_first_submitted>March 6, 2003</study_first_submitted>
  <study_first_posted type="Estimate">March 7, 2003</study_first_posted>
  <results_first_posted type="Actual">May 1, 2006</results_first_posted>
  <last_update_submitted>June 25, 2013</last_update_submitted>
  <last_update_posted type="Estimate">June 26, 2013</last_update_posted>
  <keyword>lamp</keyword>
  <condition_browse><mesh_term>Rhinitis, Allergic, Seasonal</mesh_term></condition_browse>
  <intervention_browse><mesh_term>Sodium Chloride</mesh_term></intervention_browse>
  <clinical_results><participant_flow><group_list><group>Counted</group></group_list></participant_flow></clinical_results>
</clinical_study>
)";

/// A short one, in one line.
inline std::string legacy_study(const std::string& id, const std::string& more = {}) {
  return "<clinical_study><id_info><nct_id>" + id + "</nct_id></id_info><brief_title>A title</brief_title>" + more +
         "</clinical_study>";
}

inline const std::string kIctrpTrials = R"(<?xml version='1.0' encoding='UTF-8' ?><Trials_downloaded_from_ICTRP>
  <Trial>
    <TrialID>ChiCTR9900000201
    </TrialID>
    <Last_Refreshed_on>17 February 2020</Last_Refreshed_on>
    <Public_title>Lamps in hay fever            </Public_title>
    <Date_registration3>20200217</Date_registration3>
    <Export_date>3/18/2020 6:53:35 PM</Export_date>
    <Recruitment_Status>Not Recruiting</Recruitment_Status>
    <Inclusion_agemax />
    <Countries>Iceland</Countries>
    <Inclusion_Criteria>Inclusion criteria: 1. Sneezing;&#x0D;&lt;br&gt;2. Age &lt; 80</Inclusion_Criteria>
    <Secondary_ID>LAMP-1</Secondary_ID>
    <Bridged_type xml:space="preserve">          </Bridged_type>
  </Trial>
  <Trial>
    <TrialID>JPRN-jRCTs990000201</TrialID>
    <Secondary_IDs><SecondaryID>X-1</SecondaryID><SecondaryID>X-2</SecondaryID></Secondary_IDs>
  </Trial>
</Trials_downloaded_from_ICTRP>
)";

}  // namespace trialsift::formats
