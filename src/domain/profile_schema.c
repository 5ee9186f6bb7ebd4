#include "profile_schema.h"

#include <string.h>

/* The offset of a member, checked to be of the type that the kind asks for. */
#define AT(T, m, type)                                                                 \
    (offsetof(struct T, m)                                                             \
     + 0                                                                               \
           * sizeof(                                                                   \
               char[__builtin_types_compatible_p(__typeof__(((struct T *)0)->m), type) \
                        ? 1                                                            \
                        : -1]))

#define AT_LIST(T, m, sub)                                                             \
    (offsetof(struct T, m)                                                             \
     + 0                                                                               \
           * sizeof(char[__builtin_types_compatible_p(                                 \
                             __typeof__(((struct T *)0)->m.v), const struct sub *)     \
                             ? 1                                                       \
                             : -1]))

#define TEXT(T, m, flags)                                                              \
    {                                                                                  \
#m, KEY_IS_TEXT, flags, AT(T, m, const char *), NULL, NULL                     \
    }
#define TEXTS(T, m, flags)                                                             \
    {                                                                                  \
#m, KEY_IS_TEXTS, flags, AT(T, m, struct texts), NULL, NULL                    \
    }
#define INT(T, m, flags)                                                               \
    {                                                                                  \
#m, KEY_IS_INT, flags, AT(T, m, int64_t), NULL, NULL                           \
    }
#define MAYBE(T, m, flags)                                                             \
    {                                                                                  \
#m, KEY_IS_MAYBE, (flags) | KEY_NULL, AT(T, m, struct maybe_int), NULL, NULL   \
    }
#define INTS(T, m, flags)                                                              \
    {                                                                                  \
#m, KEY_IS_INTS, flags, AT(T, m, struct ints), NULL, NULL                      \
    }
#define DECIMAL(T, m, flags)                                                           \
    {                                                                                  \
#m, KEY_IS_DECIMAL, (flags) | KEY_NULL, AT(T, m, struct decimal), NULL, NULL   \
    }
#define VALUE(T, m, flags)                                                             \
    {                                                                                  \
#m, KEY_IS_VALUE, (flags) | KEY_NULL, AT(T, m, struct plan_value), NULL, NULL  \
    }
#define BOOL(T, m)                                                                     \
    {                                                                                  \
#m, KEY_IS_BOOL, 0, AT(T, m, bool), NULL, NULL                                 \
    }
#define TRI(T, m)                                                                      \
    {                                                                                  \
#m, KEY_IS_TRI, KEY_NULL, AT(T, m, enum tri), NULL, NULL                       \
    }
#define WORD(T, m, type, words, flags)                                                 \
    {                                                                                  \
#m, KEY_IS_WORD, flags, AT(T, m, enum type), words, NULL                       \
    }
#define WORDS(T, m, words)                                                             \
    {                                                                                  \
#m, KEY_IS_WORDS, 0, AT(T, m, struct ints), words, NULL                        \
    }
#define PAIRS(T, m)                                                                    \
    {                                                                                  \
#m, KEY_IS_PAIRS, 0, AT(T, m, struct pairs), NULL, NULL                        \
    }
#define ONE(T, m, sub)                                                                 \
    {                                                                                  \
#m, KEY_IS_ONE, 0, AT(T, m, struct sub), NULL, &sub##_shape                    \
    }
#define MAYBE_ONE(T, m, sub)                                                           \
    {                                                                                  \
#m, KEY_IS_MAYBE_ONE, KEY_OPTIONAL, AT(T, m, const struct sub *), NULL,        \
            &sub##_shape                                                               \
    }
#define MANY(T, m, sub, flags)                                                         \
    {                                                                                  \
#m, KEY_IS_MANY, flags, AT_LIST(T, m, sub), NULL, &sub##_shape                 \
    }
#define SHAPE(T)                                                                       \
    static const struct shape T##_shape = { #T, sizeof(struct T), T##_keys,            \
                                            sizeof T##_keys / sizeof *T##_keys }

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

static const struct key lost_figure_keys[] = {
    TEXT(lost_figure, ref, 0),
    TEXT(lost_figure, label, 0),
};
SHAPE(lost_figure);

static const struct key plan_source_keys[] = {
    TEXT(plan_source, seed_file, 0),
    TEXT(plan_source, document_title, 0),
    BOOL(plan_source, title_in_seed),
    MANY(plan_source, lost_figures, lost_figure, 0),
};
SHAPE(plan_source);

static const struct key field_label_keys[] = {
    WORD(field_label, field, profile_field, profile_fields, KEY_ID),
    TEXT(field_label, label, 0),
};
SHAPE(field_label);

static const struct key municipality_keys[] = {
    TEXT(municipality, id, KEY_SLUG),
    TEXT(municipality, name, 0),
    TEXT(municipality, kana, 0),
    TEXT(municipality, romaji, 0),
    TEXT(municipality, prefecture, 0),
    TEXT(municipality, code, 0),
    WORD(municipality, year_style, profile_year_style, year_styles, 0),
    MANY(municipality, field_labels, field_label, 0),
};
SHAPE(municipality);

static const struct key legal_basis_keys[] = {
    TEXT(legal_basis, law, 0),        TEXT(legal_basis, article, 0),
    MAYBE(legal_basis, paragraph, 0), MAYBE(legal_basis, item, 0),
    BOOL(legal_basis, cited),
};
SHAPE(legal_basis);

static const struct key plan_period_keys[] = {
    TEXT(plan_period, start, KEY_NULL | KEY_DAY),
    TEXT(plan_period, end, KEY_NULL | KEY_DAY),
    MAYBE(plan_period, first_fiscal_year, KEY_YEAR),
    MAYBE(plan_period, last_fiscal_year, KEY_YEAR),
    MAYBE(plan_period, years, KEY_NATURAL),
    BOOL(plan_period, stated),
    TEXT(plan_period, source, KEY_NULL),
};
SHAPE(plan_period);

static const struct key plan_edition_keys[] = {
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

static const struct key revision_step_keys[] = {
    INT(revision_step, fiscal_year, KEY_YEAR | KEY_ID),
    TEXTS(revision_step, actions, KEY_TAG),
};
SHAPE(revision_step);

static const struct key revision_rule_keys[] = {
    TEXT(revision_rule, evaluation_cycle, KEY_SLUG),
    TEXTS(revision_rule, revise_when, KEY_TAG),
    TEXT(revision_rule, source, 0),
};
SHAPE(revision_rule);

static const struct key related_plan_keys[] = {
    TEXT(related_plan, name, 0),
    TEXT(related_plan, relation, KEY_SLUG),
    TEXT(related_plan, start, KEY_NULL | KEY_DAY),
    TEXT(related_plan, end, KEY_NULL | KEY_DAY),
    TEXT(related_plan, issued, KEY_NULL | KEY_DAY),
    MANY(related_plan, legal_basis, legal_basis, 0),
    MAYBE(related_plan, revised_every_years, KEY_NATURAL),
    MAYBE(related_plan, midterm_every_years, KEY_NATURAL),
    TEXT(related_plan, note, KEY_NULL),
    TEXT(related_plan, source, 0),
};
SHAPE(related_plan);

static const struct key principle_keys[] = {
    INT(principle, number, KEY_ID),
    TEXT(principle, group, KEY_NULL),
    TEXT(principle, tag, KEY_TAG),
};
SHAPE(principle);

static const struct key plan_keys[] = {
    TEXT(plan, title, 0),
    TEXT(plan, edition, KEY_NULL),
    TEXT(plan, issued, KEY_NULL | KEY_DAY),
    MANY(plan, legal_basis, legal_basis, 0),
    ONE(plan, period, plan_period),
    MAYBE(plan, project_started_fiscal_year, KEY_YEAR),
    MANY(plan, other_editions, plan_edition, 0),
    MANY(plan, revision_schedule, revision_step, 0),
    ONE(plan, revision_rule, revision_rule),
    MANY(plan, related_plans, related_plan, 0),
    TEXTS(plan, aims, KEY_TAG),
    MANY(plan, principles, principle, 0),
    TEXTS(plan, expected_effects, KEY_TAG),
};
SHAPE(plan);

static const struct key milestone_keys[] = {
    TEXT(milestone, date, KEY_TIME),
    TEXT(milestone, event, 0),
    TEXT(milestone, source, 0),
};
SHAPE(milestone);

static const struct key department_keys[] = {
    TEXT(department, id, KEY_ID),
    TEXT(department, name, 0),
    TEXT(department, bureau, KEY_NULL),
    TEXTS(department, units, 0),
    WORD(department, role, profile_role, roles, 0),
};
SHAPE(department);

static const struct key organization_keys[] = {
    TEXT(organization, id, KEY_ID),          TEXT(organization, name, 0),
    TEXT(organization, kind, KEY_SLUG),      TEXT(organization, operator, KEY_NULL),
    MAYBE(organization, sites, KEY_NATURAL), TEXTS(organization, aliases, 0),
    TEXT(organization, note, KEY_NULL),
};
SHAPE(organization);

static const struct key staff_role_keys[] = {
    TEXT(staff_role, id, KEY_ID),         TEXT(staff_role, name, 0),
    TEXTS(staff_role, aliases, 0),        TEXT(staff_role, placed_at, KEY_NULL),
    TEXTS(staff_role, qualifications, 0), TEXTS(staff_role, concurrent_roles, 0),
    TEXTS(staff_role, duties, KEY_TAG),   TEXT(staff_role, source, 0),
};
SHAPE(staff_role);

static const struct key area_keys[] = {
    TEXT(area, id, KEY_ID),     TEXT(area, name, 0),
    TEXT(area, kind, KEY_SLUG), MAYBE(area, count, KEY_NATURAL),
    TEXTS(area, members, 0),    TEXT(area, note, KEY_NULL),
    TEXT(area, source, 0),
};
SHAPE(area);

static const struct key delivery_keys[] = {
    TEXT(delivery, body, KEY_NULL | KEY_BODY),
    WORDS(delivery, operation_forms, profile_forms),
    MAYBE(delivery, sites, KEY_NATURAL),
    WORD(delivery, site_unit, profile_unit, profile_units, KEY_NULL),
    TEXT(delivery, setup_type, KEY_NULL),
    TEXT(delivery, staff_role, KEY_NULL | KEY_ROLE),
    TEXTS(delivery, tasks, KEY_TAG),
    TEXT(delivery, note, KEY_NULL),
};
SHAPE(delivery);

static const struct key frequency_keys[] = {
    TEXT(frequency, task, KEY_TAG),
    INT(frequency, per_month_min, KEY_NATURAL),
};
SHAPE(frequency);

static const struct key program_keys[] = {
    TEXT(program, id, KEY_ID),
    TEXT(program, name, 0),
    TEXT(program, local_name, KEY_NULL),
    TEXT(program, group, KEY_NULL | KEY_SLUG),
    WORD(program, category, profile_category, profile_categories, 0),
    INTS(program, statutory_items, KEY_ITEM),
    BOOL(program, items_cited),
    WORDS(program, fields, profile_fields),
    BOOL(program, fields_stated),
    TEXTS(program, target_people, 0),
    TEXTS(program, departments, KEY_DEPARTMENT),
    MANY(program, delivery, delivery, 0),
    MAYBE(program, sites_total, KEY_NATURAL),
    TEXT(program, sites_text, KEY_NULL),
    TEXTS(program, tasks, KEY_TAG),
    MANY(program, frequencies, frequency, 0),
    TEXT(program, source, 0),
};
SHAPE(program);

static const struct key confidentiality_keys[] = {
    WORD(confidentiality, duty, profile_duty, profile_duties, 0),
    TEXT(confidentiality, basis, KEY_NULL),
    TEXTS(confidentiality, scope, KEY_TAG),
    TRI(confidentiality, anonymise),
    TEXTS(confidentiality, excluded_data, KEY_TAG),
};
SHAPE(confidentiality);

static const struct key meeting_member_keys[] = {
    TEXT(meeting_member, name, 0),
    WORD(meeting_member, kind, profile_member, member_kinds, 0),
    TEXT(meeting_member, ref, KEY_NULL),
};
SHAPE(meeting_member);

static const struct key cadence_keys[] = {
    BOOL(cadence, stated),
    TRI(cadence, adhoc),
    MAYBE(cadence, per_month, KEY_NATURAL),
    MAYBE(cadence, per_year_min, KEY_NATURAL),
    MAYBE(cadence, per_year_max, KEY_NATURAL),
    TRI(cadence, in_principle),
    TRI(cadence, fixed_date),
    TEXT(cadence, note, KEY_NULL),
};
SHAPE(cadence);

static const struct key trigger_agenda_keys[] = {
    TEXT(trigger_agenda, trigger, KEY_TAG),
    TEXTS(trigger_agenda, agenda, KEY_TAG),
};
SHAPE(trigger_agenda);

static const struct key meeting_keys[] = {
    TEXT(meeting, id, KEY_ID),
    TEXT(meeting, name, 0),
    TEXTS(meeting, aliases, 0),
    WORD(meeting, kind, profile_meeting_kind, profile_meeting_kinds, 0),
    MANY(meeting, legal_basis, legal_basis, 0),
    WORD(meeting, consent_required, profile_consent, profile_consents, 0),
    WORD(meeting, consent_basis, profile_stated, stated_words, 0),
    WORD(meeting, consent_applies_to, profile_applies, applies_words, KEY_NULL),
    ONE(meeting, confidentiality, confidentiality),
    TEXT(meeting, host, KEY_NULL | KEY_BODY),
    TEXT(meeting, host_name, KEY_NULL),
    MANY(meeting, members, meeting_member, 0),
    TRI(meeting, members_vary),
    ONE(meeting, cadence, cadence),
    TEXTS(meeting, triggers, KEY_TAG),
    TEXTS(meeting, agenda, KEY_TAG),
    MANY(meeting, agenda_by_trigger, trigger_agenda, 0),
    TEXTS(meeting, may_act_as, KEY_MEETING),
    TEXTS(meeting, reports_to, KEY_MEETING),
    TEXTS(meeting, related_programs, KEY_PROGRAM),
    TEXT(meeting, note, KEY_NULL),
    TEXT(meeting, source, 0),
};
SHAPE(meeting);

static const struct key referral_rule_keys[] = {
    TEXT(referral_rule, id, KEY_ID),     TEXT(referral_rule, from_party, 0),
    TEXT(referral_rule, to_party, 0),    TEXTS(referral_rule, when, KEY_TAG),
    TEXTS(referral_rule, then, KEY_TAG), TEXT(referral_rule, source, 0),
};
SHAPE(referral_rule);

static const struct key plan_lifecycle_keys[] = {
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

static const struct key outreach_keys[] = {
    TEXTS(outreach, targets, KEY_TAG),
    TEXTS(outreach, info_sources, KEY_TAG),
    TEXTS(outreach, methods, KEY_TAG),
    TEXTS(outreach, exit_when, KEY_TAG),
    TEXT(outreach, exit_to, KEY_NULL | KEY_PROGRAM),
    TEXTS(outreach, early_detection, KEY_TAG),
    TEXT(outreach, source, 0),
};
SHAPE(outreach);

static const struct key participation_keys[] = {
    TEXTS(participation, targets, KEY_TAG),
    TEXTS(participation, entry_when, KEY_TAG),
    TEXTS(participation, steps, KEY_TAG),
    TEXTS(participation, menu_examples, 0),
    TEXT(participation, coordinator, KEY_NULL | KEY_BODY),
    TEXT(participation, source, 0),
};
SHAPE(participation);

static const struct key network_keys[] = {
    TEXT(network, id, KEY_ID),
    TEXT(network, name, 0),
    TEXTS(network, aliases, 0),
    WORD(network, kind, profile_network, network_kinds, 0),
    TEXT(network, started, KEY_NULL | KEY_TIME),
    TEXTS(network, areas, 0),
    TEXTS(network, operators, 0),
    TEXTS(network, members, 0),
    TEXTS(network, purposes, KEY_TAG),
    TEXTS(network, next_actions, KEY_TAG),
    TEXT(network, source, 0),
};
SHAPE(network);

static const struct key resource_directory_keys[] = {
    TEXTS(resource_directory, contents, KEY_TAG),
    TEXTS(resource_directory, channels, 0),
    TEXT(resource_directory, source, KEY_NULL),
};
SHAPE(resource_directory);

static const struct key community_keys[] = {
    TEXTS(community, aims, KEY_TAG),
    MANY(community, networks, network, 0),
    ONE(community, directory, resource_directory),
};
SHAPE(community);

static const struct key kpi_baseline_keys[] = {
    MAYBE(kpi_baseline, fiscal_year, KEY_YEAR),
    VALUE(kpi_baseline, value, 0),
};
SHAPE(kpi_baseline);

static const struct key kpi_target_keys[] = {
    INT(kpi_target, fiscal_year, KEY_YEAR | KEY_ID),
    VALUE(kpi_target, value, 0),
};
SHAPE(kpi_target);

static const struct key kpi_keys[] = {
    TEXT(kpi, id, KEY_ID),
    TEXT(kpi, name, 0),
    TEXT(kpi, owner, KEY_NULL | KEY_BODY),
    TEXT(kpi, unit, KEY_NULL),
    WORD(kpi, kind, profile_kpi_kind, kpi_kinds, 0),
    TRI(kpi, cumulative),
    ONE(kpi, baseline, kpi_baseline),
    MANY(kpi, targets, kpi_target, 0),
    TEXT(kpi, source, 0),
};
SHAPE(kpi);

static const struct key history_point_keys[] = {
    MAYBE(history_point, fiscal_year, KEY_YEAR),
    TEXT(history_point, as_of, KEY_NULL | KEY_TIME),
    DECIMAL(history_point, value, 0),
    TRI(history_point, partial),
};
SHAPE(history_point);

static const struct key history_keys[] = {
    TEXT(history, id, KEY_ID),
    TEXT(history, name, 0),
    TEXT(history, category, KEY_NULL),
    TEXT(history, unit, 0),
    TRI(history, cumulative),
    TRI(history, overlapping),
    MANY(history, points, history_point, 0),
    TEXT(history, note, KEY_NULL),
    TEXT(history, source, 0),
};
SHAPE(history);

static const struct key direction_keys[] = {
    TEXT(direction, id, KEY_ID),
    TEXT(direction, name, 0),
    TEXT(direction, role, 0),
};
SHAPE(direction);

static const struct key initiative_item_keys[] = {
    INT(initiative_item, number, KEY_ID),
    TEXTS(initiative_item, tags, KEY_TAG),
};
SHAPE(initiative_item);

static const struct key initiative_keys[] = {
    INT(initiative, number, KEY_ID),
    TEXT(initiative, direction, KEY_DIRECTION),
    TEXT(initiative, name, 0),
    TEXT(initiative, subtitle, KEY_NULL),
    MANY(initiative, current, initiative_item, 0),
    MANY(initiative, next_actions, initiative_item, 0),
    TEXT(initiative, source, 0),
};
SHAPE(initiative);

static const struct key self_evaluation_keys[] = {
    INT(self_evaluation, initiative, 0),
    INT(self_evaluation, item, KEY_NATURAL),
    WORD(self_evaluation, mark, profile_mark, marks, 0),
    TEXT(self_evaluation, tag, KEY_TAG),
};
SHAPE(self_evaluation);

static const struct key evaluation_body_keys[] = {
    TEXT(evaluation_body, meeting, KEY_MEETING),
    TEXT(evaluation_body, role, 0),
};
SHAPE(evaluation_body);

static const struct key evaluation_keys[] = {
    TEXT(evaluation, cycle, KEY_SLUG),
    TEXTS(evaluation, methods, KEY_TAG),
    MANY(evaluation, bodies, evaluation_body, 0),
    TEXT(evaluation, source, 0),
};
SHAPE(evaluation);

static const struct key training_keys[] = {
    TEXT(training, id, KEY_ID),     TEXT(training, name, 0),
    TEXT(training, kind, KEY_SLUG), TEXT(training, started, KEY_NULL | KEY_TIME),
    TEXTS(training, audience, 0),   TEXTS(training, parts, 0),
    TEXTS(training, tags, KEY_TAG), TEXT(training, source, 0),
};
SHAPE(training);

static const struct key public_information_keys[] = {
    TEXT(public_information, id, KEY_ID),     TEXT(public_information, name, 0),
    TEXT(public_information, kind, KEY_SLUG), TEXTS(public_information, places, 0),
    TEXTS(public_information, tags, KEY_TAG), TEXT(public_information, source, 0),
};
SHAPE(public_information);

static const struct key linkage_keys[] = {
    INT(linkage, number, KEY_ID),
    TEXT(linkage, name, 0),
    TEXTS(linkage, parts, 0),
    WORD(linkage, kind, profile_linkage, linkage_kinds, 0),
    BOOL(linkage, listed),
    TEXT(linkage, source, 0),
};
SHAPE(linkage);

static const struct key continuity_keys[] = {
    BOOL(continuity, stated),           TEXTS(continuity, triggers, KEY_TAG),
    TEXTS(continuity, plans, 0),        TEXTS(continuity, duties, KEY_TAG),
    TEXT(continuity, source, KEY_NULL),
};
SHAPE(continuity);

static const struct key scenario_person_keys[] = {
    TEXT(scenario_person, ref, 0),
    MAYBE(scenario_person, age, KEY_NATURAL),
    TEXT(scenario_person, relation, KEY_NULL),
    TEXTS(scenario_person, facts, KEY_TAG),
};
SHAPE(scenario_person);

static const struct key scenario_step_keys[] = {
    INT(scenario_step, number, KEY_ID),
    TEXT(scenario_step, actor, 0),
    WORDS(scenario_step, categories, profile_categories),
    TEXTS(scenario_step, meetings, KEY_MEETING),
    TEXTS(scenario_step, actions, KEY_TAG),
    TEXTS(scenario_step, outcomes, KEY_TAG),
};
SHAPE(scenario_step);

static const struct key scenario_keys[] = {
    TEXT(scenario, id, KEY_ID),
    TEXT(scenario, title, 0),
    MANY(scenario, persons, scenario_person, 0),
    TEXTS(scenario, household_issues, KEY_TAG),
    MANY(scenario, steps, scenario_step, 0),
    TEXT(scenario, source, 0),
};
SHAPE(scenario);

static const struct key policy_narrow_keys[] = {
    TEXT(policy_narrow, act, KEY_SLUG),
    TEXT(policy_narrow, role, KEY_NULL | KEY_SLUG),
    TEXT(policy_narrow, info, KEY_NULL | KEY_SLUG),
    TEXT(policy_narrow, reason, 0),
    TEXT(policy_narrow, source, 0),
};
SHAPE(policy_narrow);

static const struct key profile_policy_keys[] = {
    MANY(profile_policy, narrow, policy_narrow, 0),
};
SHAPE(profile_policy);

static const struct key pair_keys[] = {
    TEXT(pair, key, KEY_ID),
    TEXT(pair, text, 0),
};
SHAPE(pair);

static const struct key deadline_keys[] = {
    TEXT(deadline, rule, KEY_ID),
    INT(deadline, working_days, KEY_NATURAL),
};
SHAPE(deadline);

static const struct key closing_days_keys[] = {
    TEXT(closing_days, from, KEY_MONTH_DAY),
    TEXT(closing_days, to, KEY_MONTH_DAY),
    TEXT(closing_days, name, 0),
};
SHAPE(closing_days);

static const struct key referral_basis_keys[] = {
    TEXT(referral_basis, giver, KEY_SLUG),
    TEXT(referral_basis, receiver, KEY_SLUG),
    TEXT(referral_basis, basis, KEY_SLUG),
};
SHAPE(referral_basis);

static const struct key service_type_keys[] = {
    TEXT(service_type, program, KEY_PROGRAM),
    TEXT(service_type, code, KEY_SLUG),
    TEXT(service_type, label, 0),
    TEXT(service_type, source, 0),
};
SHAPE(service_type);

static const struct key dated_name_keys[] = {
    TEXT(dated_name, ref, KEY_SLUG),
    TEXT(dated_name, name, 0),
    MAYBE(dated_name, from_fiscal_year, KEY_YEAR),
    MAYBE(dated_name, to_fiscal_year, KEY_YEAR),
    TEXT(dated_name, source, 0),
};
SHAPE(dated_name);

static const struct key profile_settings_keys[] = {
    MANY(profile_settings, words, pair, KEY_OPTIONAL),
    MANY(profile_settings, deadlines, deadline, KEY_OPTIONAL),
    MANY(profile_settings, closing_days, closing_days, KEY_OPTIONAL),
    MANY(profile_settings, referral_bases, referral_basis, KEY_OPTIONAL),
    MANY(profile_settings, service_types, service_type, KEY_OPTIONAL),
    MANY(profile_settings, names, dated_name, KEY_OPTIONAL),
};
SHAPE(profile_settings);

static const struct key profile_keys[] = {
    INT(profile, schema_version, 0),
    ONE(profile, source, plan_source),
    ONE(profile, municipality, municipality),
    ONE(profile, plan, plan),
    MANY(profile, milestones, milestone, 0),
    MANY(profile, departments, department, 0),
    MANY(profile, organizations, organization, 0),
    MANY(profile, staff_roles, staff_role, 0),
    MANY(profile, areas, area, 0),
    TEXTS(profile, issue_types, KEY_TAG),
    MANY(profile, programs, program, 0),
    MANY(profile, meetings, meeting, 0),
    MANY(profile, referral_rules, referral_rule, 0),
    ONE(profile, plan_lifecycle, plan_lifecycle),
    ONE(profile, outreach, outreach),
    ONE(profile, participation, participation),
    ONE(profile, community, community),
    MANY(profile, kpis, kpi, 0),
    MANY(profile, history, history, 0),
    MANY(profile, directions, direction, 0),
    MANY(profile, initiatives, initiative, 0),
    MANY(profile, self_evaluations, self_evaluation, 0),
    ONE(profile, evaluation, evaluation),
    MANY(profile, training, training, 0),
    MANY(profile, public_information, public_information, 0),
    MANY(profile, linkages, linkage, 0),
    ONE(profile, continuity, continuity),
    MANY(profile, scenarios, scenario, 0),
    TEXTS(profile, source_notes, 0),
    PAIRS(profile, tag_labels),
    MAYBE_ONE(profile, policy, profile_policy),
    MAYBE_ONE(profile, settings, profile_settings),
};

const struct shape profile_shape = { "profile", sizeof(struct profile), profile_keys,
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
