#include "profile_schema_part.h"

#include <string.h>

static const char *const year_styles[] = { "western_fiscal_year", "reiwa", "not_stated",
                                           NULL };
const char *const profile_fields[] = { "高齢",     "障がい", "子ども",
                                       "生活困窮", "多分野", NULL };
const char *const profile_categories[] = { "comprehensive_consultation",
                                           "participation_support",
                                           "community_building",
                                           "outreach",
                                           "multi_agency",
                                           NULL };
const char *const profile_forms[] = { "直営", "委託", "補助", "指定管理", NULL };
const char *const profile_units[] = { "か所", "拠点", "圏域", NULL };
static const char *const roles[] = { "lead", "partner", "linked", NULL };
const char *const profile_meeting_kinds[] = { "support_conference",
                                              "multilayer_conference",
                                              "coordination_committee",
                                              "review_committee",
                                              "working_group",
                                              "study_group",
                                              "platform",
                                              "network_meeting",
                                              "community_care_meeting",
                                              "existing_case_conference",
                                              "area_council",
                                              NULL };
const char *const profile_consents[] = { "yes",        "no", "mixed", "not_applicable",
                                         "not_stated", NULL };
static const char *const stated_words[] = { "stated", "implied", "not_stated", NULL };
static const char *const applies_words[] = { "case_items", NULL };
const char *const profile_duties[] = { "statutory", "applies", "anonymised",
                                       "not_stated", NULL };
static const char *const member_kinds[] = { "department", "organization", "role",
                                            "class", NULL };
static const char *const network_kinds[] = {
    "food_drive",  "platform", "partner_registry", "supporter_training", "area_network",
    "study_group", NULL
};
static const char *const kpi_kinds[] = { "numeric", "qualitative", NULL };
static const char *const marks[] = { "○", "▲", NULL };
static const char *const linkage_kinds[] = { "scheme", "body", "plan",
                                             "field",  "law",  NULL };

static const struct schema_key plan_lost_figure_keys[] = {
    TEXT(plan_lost_figure, ref, 0),
    TEXT(plan_lost_figure, label, 0),
};
SHAPE(plan_lost_figure);

static const struct schema_key plan_source_keys[] = {
    TEXT(plan_source, seed_file, 0),
    TEXT(plan_source, document_title, 0),
    BOOL(plan_source, title_in_seed),
    MANY(plan_source, lost_figures, plan_lost_figure, 0),
};
SHAPE(plan_source);

static const struct schema_key plan_field_label_keys[] = {
    WORD(plan_field_label, field, profile_field, profile_fields, KEY_ID),
    TEXT(plan_field_label, label, 0),
};
SHAPE(plan_field_label);

static const struct schema_key municipality_keys[] = {
    TEXT(municipality, id, KEY_SLUG),
    TEXT(municipality, name, 0),
    TEXT(municipality, kana, 0),
    TEXT(municipality, romaji, 0),
    TEXT(municipality, prefecture, 0),
    TEXT(municipality, code, 0),
    WORD(municipality, year_style, profile_year_style, year_styles, 0),
    MANY(municipality, field_labels, plan_field_label, 0),
};
SHAPE(municipality);

static const struct schema_key plan_legal_basis_keys[] = {
    TEXT(plan_legal_basis, law, 0),        TEXT(plan_legal_basis, article, 0),
    MAYBE(plan_legal_basis, paragraph, 0), MAYBE(plan_legal_basis, item, 0),
    BOOL(plan_legal_basis, cited),
};
SHAPE(plan_legal_basis);

static const struct schema_key plan_period_keys[] = {
    TEXT(plan_period, start, KEY_NULL | KEY_DAY),
    TEXT(plan_period, end, KEY_NULL | KEY_DAY),
    MAYBE(plan_period, first_fiscal_year, KEY_YEAR),
    MAYBE(plan_period, last_fiscal_year, KEY_YEAR),
    MAYBE(plan_period, years, KEY_NATURAL),
    BOOL(plan_period, stated),
    TEXT(plan_period, source, KEY_NULL),
};
SHAPE(plan_period);

static const struct schema_key plan_edition_keys[] = {
    TEXT(plan_edition, title, 0),
    TEXT(plan_edition, relation, KEY_SLUG),
    TEXT(plan_edition, start, KEY_NULL | KEY_DAY),
    TEXT(plan_edition, end, KEY_NULL | KEY_DAY),
    TEXT(plan_edition, issued, KEY_NULL | KEY_DAY),
    BOOL(plan_edition, provisional),
    TEXT(plan_edition, note, KEY_NULL),
    TEXT(plan_edition, source, 0),
};
SHAPE(plan_edition);

static const struct schema_key plan_revision_step_keys[] = {
    INT(plan_revision_step, fiscal_year, KEY_YEAR | KEY_ID),
    TEXTS(plan_revision_step, actions, KEY_TAG),
};
SHAPE(plan_revision_step);

static const struct schema_key plan_revision_rule_keys[] = {
    TEXT(plan_revision_rule, evaluation_cycle, KEY_SLUG),
    TEXTS(plan_revision_rule, revise_when, KEY_TAG),
    TEXT(plan_revision_rule, source, 0),
};
SHAPE(plan_revision_rule);

static const struct schema_key plan_related_plan_keys[] = {
    TEXT(plan_related_plan, name, 0),
    TEXT(plan_related_plan, relation, KEY_SLUG),
    TEXT(plan_related_plan, start, KEY_NULL | KEY_DAY),
    TEXT(plan_related_plan, end, KEY_NULL | KEY_DAY),
    TEXT(plan_related_plan, issued, KEY_NULL | KEY_DAY),
    MANY(plan_related_plan, legal_basis, plan_legal_basis, 0),
    MAYBE(plan_related_plan, revised_every_years, KEY_NATURAL),
    MAYBE(plan_related_plan, midterm_every_years, KEY_NATURAL),
    TEXT(plan_related_plan, note, KEY_NULL),
    TEXT(plan_related_plan, source, 0),
};
SHAPE(plan_related_plan);

static const struct schema_key plan_principle_keys[] = {
    INT(plan_principle, number, KEY_ID),
    TEXT(plan_principle, group, KEY_NULL),
    TEXT(plan_principle, tag, KEY_TAG),
};
SHAPE(plan_principle);

static const struct schema_key plan_outline_keys[] = {
    TEXT(plan_outline, title, 0),
    TEXT(plan_outline, edition, KEY_NULL),
    TEXT(plan_outline, issued, KEY_NULL | KEY_DAY),
    MANY(plan_outline, legal_basis, plan_legal_basis, 0),
    ONE(plan_outline, period, plan_period),
    MAYBE(plan_outline, project_started_fiscal_year, KEY_YEAR),
    MANY(plan_outline, other_editions, plan_edition, 0),
    MANY(plan_outline, revision_schedule, plan_revision_step, 0),
    ONE(plan_outline, revision_rule, plan_revision_rule),
    MANY(plan_outline, related_plans, plan_related_plan, 0),
    TEXTS(plan_outline, aims, KEY_TAG),
    MANY(plan_outline, principles, plan_principle, 0),
    TEXTS(plan_outline, expected_effects, KEY_TAG),
};
SHAPE(plan_outline);

static const struct schema_key plan_milestone_keys[] = {
    TEXT(plan_milestone, date, KEY_TIME),
    TEXT(plan_milestone, event, 0),
    TEXT(plan_milestone, source, 0),
};
SHAPE(plan_milestone);

static const struct schema_key plan_department_keys[] = {
    TEXT(plan_department, id, KEY_ID),
    TEXT(plan_department, name, 0),
    TEXT(plan_department, bureau, KEY_NULL),
    TEXTS(plan_department, units, 0),
    WORD(plan_department, role, profile_role, roles, 0),
};
SHAPE(plan_department);

static const struct schema_key plan_organization_keys[] = {
    TEXT(plan_organization, id, KEY_ID),
    TEXT(plan_organization, name, 0),
    TEXT(plan_organization, kind, KEY_SLUG),
    TEXT(plan_organization, operator, KEY_NULL),
    MAYBE(plan_organization, sites, KEY_NATURAL),
    TEXTS(plan_organization, aliases, 0),
    TEXT(plan_organization, note, KEY_NULL),
};
SHAPE(plan_organization);

static const struct schema_key plan_staff_role_keys[] = {
    TEXT(plan_staff_role, id, KEY_ID),
    TEXT(plan_staff_role, name, 0),
    TEXTS(plan_staff_role, aliases, 0),
    TEXT(plan_staff_role, placed_at, KEY_NULL),
    TEXTS(plan_staff_role, qualifications, 0),
    TEXTS(plan_staff_role, concurrent_roles, 0),
    TEXTS(plan_staff_role, duties, KEY_TAG),
    TEXT(plan_staff_role, source, 0),
};
SHAPE(plan_staff_role);

static const struct schema_key plan_area_keys[] = {
    TEXT(plan_area, id, KEY_ID),     TEXT(plan_area, name, 0),
    TEXT(plan_area, kind, KEY_SLUG), MAYBE(plan_area, count, KEY_NATURAL),
    TEXTS(plan_area, members, 0),    TEXT(plan_area, note, KEY_NULL),
    TEXT(plan_area, source, 0),
};
SHAPE(plan_area);

static const struct schema_key plan_delivery_keys[] = {
    TEXT(plan_delivery, body, KEY_NULL | KEY_BODY),
    WORDS(plan_delivery, operation_forms, profile_forms),
    MAYBE(plan_delivery, sites, KEY_NATURAL),
    WORD(plan_delivery, site_unit, profile_unit, profile_units, KEY_NULL),
    TEXT(plan_delivery, setup_type, KEY_NULL),
    TEXT(plan_delivery, staff_role, KEY_NULL | KEY_ROLE),
    TEXTS(plan_delivery, tasks, KEY_TAG),
    TEXT(plan_delivery, note, KEY_NULL),
};
SHAPE(plan_delivery);

static const struct schema_key plan_frequency_keys[] = {
    TEXT(plan_frequency, task, KEY_TAG),
    INT(plan_frequency, per_month_min, KEY_NATURAL),
};
SHAPE(plan_frequency);

static const struct schema_key plan_program_keys[] = {
    TEXT(plan_program, id, KEY_ID),
    TEXT(plan_program, name, 0),
    TEXT(plan_program, local_name, KEY_NULL),
    TEXT(plan_program, group, KEY_NULL | KEY_SLUG),
    WORD(plan_program, category, profile_category, profile_categories, 0),
    INTS(plan_program, statutory_items, KEY_ITEM),
    BOOL(plan_program, items_cited),
    WORDS(plan_program, fields, profile_fields),
    BOOL(plan_program, fields_stated),
    TEXTS(plan_program, target_people, 0),
    TEXTS(plan_program, departments, KEY_DEPARTMENT),
    MANY(plan_program, delivery, plan_delivery, 0),
    MAYBE(plan_program, sites_total, KEY_NATURAL),
    TEXT(plan_program, sites_text, KEY_NULL),
    TEXTS(plan_program, tasks, KEY_TAG),
    MANY(plan_program, frequencies, plan_frequency, 0),
    TEXT(plan_program, source, 0),
};
SHAPE(plan_program);

static const struct schema_key plan_confidentiality_keys[] = {
    WORD(plan_confidentiality, duty, profile_duty, profile_duties, 0),
    TEXT(plan_confidentiality, basis, KEY_NULL),
    TEXTS(plan_confidentiality, scope, KEY_TAG),
    TRI(plan_confidentiality, anonymise),
    TEXTS(plan_confidentiality, excluded_data, KEY_TAG),
};
SHAPE(plan_confidentiality);

static const struct schema_key plan_meeting_member_keys[] = {
    TEXT(plan_meeting_member, name, 0),
    WORD(plan_meeting_member, kind, profile_member, member_kinds, 0),
    TEXT(plan_meeting_member, ref, KEY_NULL),
};
SHAPE(plan_meeting_member);

static const struct schema_key plan_cadence_keys[] = {
    BOOL(plan_cadence, stated),
    TRI(plan_cadence, adhoc),
    MAYBE(plan_cadence, per_month, KEY_NATURAL),
    MAYBE(plan_cadence, per_year_min, KEY_NATURAL),
    MAYBE(plan_cadence, per_year_max, KEY_NATURAL),
    TRI(plan_cadence, in_principle),
    TRI(plan_cadence, fixed_date),
    TEXT(plan_cadence, note, KEY_NULL),
};
SHAPE(plan_cadence);

static const struct schema_key plan_trigger_agenda_keys[] = {
    TEXT(plan_trigger_agenda, trigger, KEY_TAG),
    TEXTS(plan_trigger_agenda, agenda, KEY_TAG),
};
SHAPE(plan_trigger_agenda);

static const struct schema_key plan_meeting_keys[] = {
    TEXT(plan_meeting, id, KEY_ID),
    TEXT(plan_meeting, name, 0),
    TEXTS(plan_meeting, aliases, 0),
    WORD(plan_meeting, kind, profile_meeting_kind, profile_meeting_kinds, 0),
    MANY(plan_meeting, legal_basis, plan_legal_basis, 0),
    WORD(plan_meeting, consent_required, profile_consent, profile_consents, 0),
    WORD(plan_meeting, consent_basis, profile_stated, stated_words, 0),
    WORD(plan_meeting, consent_applies_to, profile_applies, applies_words, KEY_NULL),
    ONE(plan_meeting, confidentiality, plan_confidentiality),
    TEXT(plan_meeting, host, KEY_NULL | KEY_BODY),
    TEXT(plan_meeting, host_name, KEY_NULL),
    MANY(plan_meeting, members, plan_meeting_member, 0),
    TRI(plan_meeting, members_vary),
    ONE(plan_meeting, cadence, plan_cadence),
    TEXTS(plan_meeting, triggers, KEY_TAG),
    TEXTS(plan_meeting, agenda, KEY_TAG),
    MANY(plan_meeting, agenda_by_trigger, plan_trigger_agenda, 0),
    TEXTS(plan_meeting, may_act_as, KEY_MEETING),
    TEXTS(plan_meeting, reports_to, KEY_MEETING),
    TEXTS(plan_meeting, related_programs, KEY_PROGRAM),
    TEXT(plan_meeting, note, KEY_NULL),
    TEXT(plan_meeting, source, 0),
};
SHAPE(plan_meeting);

static const struct schema_key plan_referral_rule_keys[] = {
    TEXT(plan_referral_rule, id, KEY_ID),     TEXT(plan_referral_rule, from_party, 0),
    TEXT(plan_referral_rule, to_party, 0),    TEXTS(plan_referral_rule, when, KEY_TAG),
    TEXTS(plan_referral_rule, then, KEY_TAG), TEXT(plan_referral_rule, source, 0),
};
SHAPE(plan_referral_rule);

static const struct schema_key plan_lifecycle_keys[] = {
    TEXTS(plan_lifecycle, plan_types, KEY_TAG),
    TEXT(plan_lifecycle, drafted_by, 0),
    TEXT(plan_lifecycle, decided_in, KEY_MEETING),
    BOOL(plan_lifecycle, consent_needed),
    BOOL(plan_lifecycle, application_needed),
    TEXTS(plan_lifecycle, contents, KEY_TAG),
    TEXTS(plan_lifecycle, decision_triggers, KEY_TAG),
    TEXTS(plan_lifecycle, monitoring, KEY_TAG),
    TEXTS(plan_lifecycle, closing, KEY_TAG),
    TEXTS(plan_lifecycle, after_closing, KEY_TAG),
    TEXTS(plan_lifecycle, suspension_when, KEY_TAG),
    TEXT(plan_lifecycle, source, 0),
};
SHAPE(plan_lifecycle);

static const struct schema_key plan_outreach_keys[] = {
    TEXTS(plan_outreach, targets, KEY_TAG),
    TEXTS(plan_outreach, info_sources, KEY_TAG),
    TEXTS(plan_outreach, methods, KEY_TAG),
    TEXTS(plan_outreach, exit_when, KEY_TAG),
    TEXT(plan_outreach, exit_to, KEY_NULL | KEY_PROGRAM),
    TEXTS(plan_outreach, early_detection, KEY_TAG),
    TEXT(plan_outreach, source, 0),
};
SHAPE(plan_outreach);

static const struct schema_key plan_participation_keys[] = {
    TEXTS(plan_participation, targets, KEY_TAG),
    TEXTS(plan_participation, entry_when, KEY_TAG),
    TEXTS(plan_participation, steps, KEY_TAG),
    TEXTS(plan_participation, menu_examples, 0),
    TEXT(plan_participation, coordinator, KEY_NULL | KEY_BODY),
    TEXT(plan_participation, source, 0),
};
SHAPE(plan_participation);

static const struct schema_key plan_network_keys[] = {
    TEXT(plan_network, id, KEY_ID),
    TEXT(plan_network, name, 0),
    TEXTS(plan_network, aliases, 0),
    WORD(plan_network, kind, profile_network, network_kinds, 0),
    TEXT(plan_network, started, KEY_NULL | KEY_TIME),
    TEXTS(plan_network, areas, 0),
    TEXTS(plan_network, operators, 0),
    TEXTS(plan_network, members, 0),
    TEXTS(plan_network, purposes, KEY_TAG),
    TEXTS(plan_network, next_actions, KEY_TAG),
    TEXT(plan_network, source, 0),
};
SHAPE(plan_network);

static const struct schema_key plan_resource_directory_keys[] = {
    TEXTS(plan_resource_directory, contents, KEY_TAG),
    TEXTS(plan_resource_directory, channels, 0),
    TEXT(plan_resource_directory, source, KEY_NULL),
};
SHAPE(plan_resource_directory);

static const struct schema_key plan_community_keys[] = {
    TEXTS(plan_community, aims, KEY_TAG),
    MANY(plan_community, networks, plan_network, 0),
    ONE(plan_community, directory, plan_resource_directory),
};
SHAPE(plan_community);

static const struct schema_key plan_kpi_baseline_keys[] = {
    MAYBE(plan_kpi_baseline, fiscal_year, KEY_YEAR),
    VALUE(plan_kpi_baseline, value, 0),
};
SHAPE(plan_kpi_baseline);

static const struct schema_key plan_kpi_target_keys[] = {
    INT(plan_kpi_target, fiscal_year, KEY_YEAR | KEY_ID),
    VALUE(plan_kpi_target, value, 0),
};
SHAPE(plan_kpi_target);

static const struct schema_key plan_kpi_keys[] = {
    TEXT(plan_kpi, id, KEY_ID),
    TEXT(plan_kpi, name, 0),
    TEXT(plan_kpi, owner, KEY_NULL | KEY_BODY),
    TEXT(plan_kpi, unit, KEY_NULL),
    WORD(plan_kpi, kind, profile_kpi_kind, kpi_kinds, 0),
    TRI(plan_kpi, cumulative),
    ONE(plan_kpi, baseline, plan_kpi_baseline),
    MANY(plan_kpi, targets, plan_kpi_target, 0),
    TEXT(plan_kpi, source, 0),
};
SHAPE(plan_kpi);

static const struct schema_key plan_history_point_keys[] = {
    MAYBE(plan_history_point, fiscal_year, KEY_YEAR),
    TEXT(plan_history_point, as_of, KEY_NULL | KEY_TIME),
    DECIMAL(plan_history_point, value, 0),
    TRI(plan_history_point, partial),
};
SHAPE(plan_history_point);

static const struct schema_key plan_history_keys[] = {
    TEXT(plan_history, id, KEY_ID),
    TEXT(plan_history, name, 0),
    TEXT(plan_history, category, KEY_NULL),
    TEXT(plan_history, unit, 0),
    TRI(plan_history, cumulative),
    TRI(plan_history, overlapping),
    MANY(plan_history, points, plan_history_point, 0),
    TEXT(plan_history, note, KEY_NULL),
    TEXT(plan_history, source, 0),
};
SHAPE(plan_history);

static const struct schema_key plan_direction_keys[] = {
    TEXT(plan_direction, id, KEY_ID),
    TEXT(plan_direction, name, 0),
    TEXT(plan_direction, role, 0),
};
SHAPE(plan_direction);

static const struct schema_key plan_initiative_item_keys[] = {
    INT(plan_initiative_item, number, KEY_ID),
    TEXTS(plan_initiative_item, tags, KEY_TAG),
};
SHAPE(plan_initiative_item);

static const struct schema_key plan_initiative_keys[] = {
    INT(plan_initiative, number, KEY_ID),
    TEXT(plan_initiative, direction, KEY_DIRECTION),
    TEXT(plan_initiative, name, 0),
    TEXT(plan_initiative, subtitle, KEY_NULL),
    MANY(plan_initiative, current, plan_initiative_item, 0),
    MANY(plan_initiative, next_actions, plan_initiative_item, 0),
    TEXT(plan_initiative, source, 0),
};
SHAPE(plan_initiative);

static const struct schema_key plan_self_evaluation_keys[] = {
    INT(plan_self_evaluation, initiative, 0),
    INT(plan_self_evaluation, item, KEY_NATURAL),
    WORD(plan_self_evaluation, mark, profile_mark, marks, 0),
    TEXT(plan_self_evaluation, tag, KEY_TAG),
};
SHAPE(plan_self_evaluation);

static const struct schema_key plan_evaluation_body_keys[] = {
    TEXT(plan_evaluation_body, meeting, KEY_MEETING),
    TEXT(plan_evaluation_body, role, 0),
};
SHAPE(plan_evaluation_body);

static const struct schema_key plan_evaluation_keys[] = {
    TEXT(plan_evaluation, cycle, KEY_SLUG),
    TEXTS(plan_evaluation, methods, KEY_TAG),
    MANY(plan_evaluation, bodies, plan_evaluation_body, 0),
    TEXT(plan_evaluation, source, 0),
};
SHAPE(plan_evaluation);

static const struct schema_key plan_training_keys[] = {
    TEXT(plan_training, id, KEY_ID),
    TEXT(plan_training, name, 0),
    TEXT(plan_training, kind, KEY_SLUG),
    TEXT(plan_training, started, KEY_NULL | KEY_TIME),
    TEXTS(plan_training, audience, 0),
    TEXTS(plan_training, parts, 0),
    TEXTS(plan_training, tags, KEY_TAG),
    TEXT(plan_training, source, 0),
};
SHAPE(plan_training);

static const struct schema_key plan_public_information_keys[] = {
    TEXT(plan_public_information, id, KEY_ID),
    TEXT(plan_public_information, name, 0),
    TEXT(plan_public_information, kind, KEY_SLUG),
    TEXTS(plan_public_information, places, 0),
    TEXTS(plan_public_information, tags, KEY_TAG),
    TEXT(plan_public_information, source, 0),
};
SHAPE(plan_public_information);

static const struct schema_key plan_linkage_keys[] = {
    INT(plan_linkage, number, KEY_ID),
    TEXT(plan_linkage, name, 0),
    TEXTS(plan_linkage, parts, 0),
    WORD(plan_linkage, kind, profile_linkage, linkage_kinds, 0),
    BOOL(plan_linkage, listed),
    TEXT(plan_linkage, source, 0),
};
SHAPE(plan_linkage);

static const struct schema_key plan_continuity_keys[] = {
    BOOL(plan_continuity, stated),           TEXTS(plan_continuity, triggers, KEY_TAG),
    TEXTS(plan_continuity, plans, 0),        TEXTS(plan_continuity, duties, KEY_TAG),
    TEXT(plan_continuity, source, KEY_NULL),
};
SHAPE(plan_continuity);

static const struct schema_key plan_scenario_person_keys[] = {
    TEXT(plan_scenario_person, ref, 0),
    MAYBE(plan_scenario_person, age, KEY_NATURAL),
    TEXT(plan_scenario_person, relation, KEY_NULL),
    TEXTS(plan_scenario_person, facts, KEY_TAG),
};
SHAPE(plan_scenario_person);

static const struct schema_key plan_scenario_step_keys[] = {
    INT(plan_scenario_step, number, KEY_ID),
    TEXT(plan_scenario_step, actor, 0),
    WORDS(plan_scenario_step, categories, profile_categories),
    TEXTS(plan_scenario_step, meetings, KEY_MEETING),
    TEXTS(plan_scenario_step, actions, KEY_TAG),
    TEXTS(plan_scenario_step, outcomes, KEY_TAG),
};
SHAPE(plan_scenario_step);

static const struct schema_key plan_scenario_keys[] = {
    TEXT(plan_scenario, id, KEY_ID),
    TEXT(plan_scenario, title, 0),
    MANY(plan_scenario, persons, plan_scenario_person, 0),
    TEXTS(plan_scenario, household_issues, KEY_TAG),
    MANY(plan_scenario, steps, plan_scenario_step, 0),
    TEXT(plan_scenario, source, 0),
};
SHAPE(plan_scenario);

static const struct schema_key policy_narrow_keys[] = {
    TEXT(policy_narrow, act, KEY_SLUG),
    TEXT(policy_narrow, role, KEY_NULL | KEY_SLUG),
    TEXT(policy_narrow, info, KEY_NULL | KEY_SLUG),
    TEXT(policy_narrow, reason, 0),
    TEXT(policy_narrow, source, 0),
};
SHAPE(policy_narrow);

static const struct schema_key profile_policy_keys[] = {
    MANY(profile_policy, narrow, policy_narrow, 0),
};
SHAPE(profile_policy);

static const struct schema_key profile_keys[] = {
    INT(profile, schema_version, 0),
    ONE(profile, source, plan_source),
    ONE(profile, municipality, municipality),
    ONE(profile, plan, plan_outline),
    MANY(profile, milestones, plan_milestone, 0),
    MANY(profile, departments, plan_department, 0),
    MANY(profile, organizations, plan_organization, 0),
    MANY(profile, staff_roles, plan_staff_role, 0),
    MANY(profile, areas, plan_area, 0),
    TEXTS(profile, issue_types, KEY_TAG),
    MANY(profile, programs, plan_program, 0),
    MANY(profile, meetings, plan_meeting, 0),
    MANY(profile, referral_rules, plan_referral_rule, 0),
    ONE(profile, plan_lifecycle, plan_lifecycle),
    ONE(profile, outreach, plan_outreach),
    ONE(profile, participation, plan_participation),
    ONE(profile, community, plan_community),
    MANY(profile, kpis, plan_kpi, 0),
    MANY(profile, history, plan_history, 0),
    MANY(profile, directions, plan_direction, 0),
    MANY(profile, initiatives, plan_initiative, 0),
    MANY(profile, self_evaluations, plan_self_evaluation, 0),
    ONE(profile, evaluation, plan_evaluation),
    MANY(profile, training, plan_training, 0),
    MANY(profile, public_information, plan_public_information, 0),
    MANY(profile, linkages, plan_linkage, 0),
    ONE(profile, continuity, plan_continuity),
    MANY(profile, scenarios, plan_scenario, 0),
    TEXTS(profile, source_notes, 0),
    PAIRS(profile, tag_labels),
    MAYBE_ONE(profile, policy, profile_policy),
    { "settings", KEY_IS_MAYBE_ONE, KEY_OPTIONAL,
      AT(profile, settings, const struct profile_settings *), NULL, &settings_shape },
};

const struct schema_map profile_shape = { "profile", sizeof(struct profile),
                                          profile_keys,
                                          sizeof profile_keys / sizeof *profile_keys };

const char *
key_word(const char *const *words, int64_t value)
{
    for (int64_t i = 1; *words; words++, i++)
        if (i == value)
            return *words;
    return "";
}

int64_t
key_word_value(const char *const *words, const char *code)
{
    for (int64_t i = 0; words[i]; i++)
        if (!strcmp(words[i], code))
            return i + 1;
    return 0;
}
