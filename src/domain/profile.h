/*
 * A municipality's plan as data: every key of profiles/NAME.yaml, typed. Read once at start,
 * never changed after. What the plan does not say stays apart from zero and empty: NULL text,
 * a number not given, a TRI_NONE. Not for reading, checking or deriving (profile_*.h, plan.h).
 */
#ifndef KASANE_DOMAIN_PROFILE_H
#define KASANE_DOMAIN_PROFILE_H

#include "profile_settings.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum tri { TRI_NONE, TRI_NO, TRI_YES };

enum profile_year_style {
    PROFILE_YEAR_STYLE_NONE,
    PROFILE_YEAR_STYLE_WESTERN,
    PROFILE_YEAR_STYLE_REIWA,
    PROFILE_YEAR_STYLE_NOT_STATED
};

/* The canonical fields, under which each city has its own words. Source: R-026. */
enum profile_field {
    PROFILE_FIELD_NONE,
    PROFILE_FIELD_ELDERLY,
    PROFILE_FIELD_DISABILITY,
    PROFILE_FIELD_CHILD,
    PROFILE_FIELD_POVERTY,
    PROFILE_FIELD_CROSS
};

enum profile_category {
    PROFILE_CATEGORY_NONE,
    PROFILE_CATEGORY_CONSULTATION,
    PROFILE_CATEGORY_PARTICIPATION,
    PROFILE_CATEGORY_COMMUNITY,
    PROFILE_CATEGORY_OUTREACH,
    PROFILE_CATEGORY_MULTI_AGENCY
};

/* Item numbers of 社会福祉法106条の4第2項. */
enum {
    ITEM_CONSULTATION = 1,
    ITEM_PARTICIPATION,
    ITEM_COMMUNITY,
    ITEM_OUTREACH,
    ITEM_MULTI_AGENCY,
    ITEM_SUPPORT_PLAN,
    ITEM_LAST = ITEM_SUPPORT_PLAN
};

enum profile_form {
    PROFILE_FORM_NONE,
    PROFILE_FORM_DIRECT,
    PROFILE_FORM_COMMISSION,
    PROFILE_FORM_SUBSIDY,
    PROFILE_FORM_DESIGNATED
};

/* What sites are counted in; areas (圏域) are never added to places. Source: R-011. */
enum profile_unit {
    PROFILE_UNIT_NONE,
    PROFILE_UNIT_PLACE,
    PROFILE_UNIT_BASE,
    PROFILE_UNIT_AREA
};

enum profile_role {
    PROFILE_ROLE_NONE,
    PROFILE_ROLE_LEAD,
    PROFILE_ROLE_PARTNER,
    PROFILE_ROLE_LINKED
};

enum profile_meeting_kind {
    PROFILE_MEETING_KIND_NONE,
    PROFILE_MEETING_KIND_SUPPORT, /* 社会福祉法106条の6 */
    PROFILE_MEETING_KIND_MULTILAYER,
    PROFILE_MEETING_KIND_COORDINATION,
    PROFILE_MEETING_KIND_REVIEW,
    PROFILE_MEETING_KIND_WORKING_GROUP,
    PROFILE_MEETING_KIND_STUDY_GROUP,
    PROFILE_MEETING_KIND_PLATFORM,
    PROFILE_MEETING_KIND_NETWORK,
    PROFILE_MEETING_KIND_COMMUNITY_CARE,
    PROFILE_MEETING_KIND_EXISTING_CASE,
    PROFILE_MEETING_KIND_AREA_COUNCIL
};

enum profile_consent {
    PROFILE_CONSENT_NONE,
    PROFILE_CONSENT_YES,
    PROFILE_CONSENT_NO,
    PROFILE_CONSENT_MIXED,
    PROFILE_CONSENT_NOT_APPLICABLE,
    PROFILE_CONSENT_NOT_STATED
};

/* How a fact came from the plan: said in it, or to be taken from it. */
enum profile_stated {
    PROFILE_STATED_NONE,
    PROFILE_STATED_YES,
    PROFILE_STATED_IMPLIED,
    PROFILE_STATED_NOT
};

enum profile_applies { PROFILE_APPLIES_NONE, PROFILE_APPLIES_CASE_ITEMS };

enum profile_duty {
    PROFILE_DUTY_NONE,
    PROFILE_DUTY_STATUTORY,
    PROFILE_DUTY_APPLIES,    /* the same rule without its own citation */
    PROFILE_DUTY_ANONYMISED, /* personal data are hidden instead */
    PROFILE_DUTY_NOT_STATED
};

enum profile_member {
    PROFILE_MEMBER_NONE,
    PROFILE_MEMBER_DEPARTMENT,
    PROFILE_MEMBER_ORGANIZATION,
    PROFILE_MEMBER_ROLE,
    PROFILE_MEMBER_CLASS
};

enum profile_network {
    PROFILE_NETWORK_NONE,
    PROFILE_NETWORK_FOOD_DRIVE,
    PROFILE_NETWORK_PLATFORM,
    PROFILE_NETWORK_PARTNER_REGISTRY,
    PROFILE_NETWORK_SUPPORTER_TRAINING,
    PROFILE_NETWORK_AREA,
    PROFILE_NETWORK_STUDY_GROUP
};

enum profile_kpi_kind {
    PROFILE_KPI_KIND_NONE,
    PROFILE_KPI_KIND_NUMERIC,
    PROFILE_KPI_KIND_QUALITATIVE
};

enum profile_mark { PROFILE_MARK_NONE, PROFILE_MARK_RESULT, PROFILE_MARK_ISSUE };

enum profile_linkage {
    PROFILE_LINKAGE_NONE,
    PROFILE_LINKAGE_SCHEME,
    PROFILE_LINKAGE_BODY,
    PROFILE_LINKAGE_PLAN,
    PROFILE_LINKAGE_FIELD,
    PROFILE_LINKAGE_LAW
};

struct plan_lost_figure {
    const char *ref;
    const char *label;
};

struct plan_source {
    const char *seed_file;
    const char *document_title;
    bool title_in_seed;
    LIST_OF(plan_lost_figure) lost_figures;
};

struct plan_field_label {
    enum profile_field field;
    const char *label;
};

struct municipality {
    const char *id;
    const char *name;
    const char *kana;
    const char *romaji;
    const char *prefecture;
    const char *code; /* 6 digits, the last one checking the others */
    enum profile_year_style year_style;
    LIST_OF(plan_field_label) field_labels;
};

struct plan_legal_basis {
    const char *law;
    const char *article;
    struct maybe_int paragraph;
    struct maybe_int item;
    bool cited;
};

struct plan_period {
    const char *start; /* YYYY-MM-DD */
    const char *end;
    struct maybe_int first_fiscal_year;
    struct maybe_int last_fiscal_year;
    struct maybe_int years;
    bool stated;
    const char *source;
};

struct plan_edition {
    const char *title;
    const char *relation; /* previous, transition, next */
    const char *start;
    const char *end;
    const char *issued;
    bool provisional;
    const char *note;
    const char *source;
};

struct plan_revision_step {
    int64_t fiscal_year;
    struct texts actions;
};

struct plan_revision_rule {
    const char *evaluation_cycle;
    struct texts revise_when;
    const char *source;
};

struct plan_related_plan {
    const char *name;
    const char *relation;
    const char *start;
    const char *end;
    const char *issued;
    LIST_OF(plan_legal_basis) legal_basis;
    struct maybe_int revised_every_years;
    struct maybe_int midterm_every_years;
    const char *note;
    const char *source;
};

struct plan_principle {
    int64_t number;
    const char *group;
    const char *tag;
};

struct plan_outline {
    const char *title;
    const char *edition;
    const char *issued;
    LIST_OF(plan_legal_basis) legal_basis;
    struct plan_period period;
    struct maybe_int project_started_fiscal_year;
    LIST_OF(plan_edition) other_editions;
    LIST_OF(plan_revision_step) revision_schedule;
    struct plan_revision_rule revision_rule;
    LIST_OF(plan_related_plan) related_plans;
    struct texts aims;
    LIST_OF(plan_principle) principles;
    struct texts expected_effects;
};

struct plan_milestone {
    const char *date; /* YYYY-MM-DD, YYYY-MM or FY2023 */
    const char *event;
    const char *source;
};

struct plan_department {
    const char *id;
    const char *name;
    const char *bureau;
    struct texts units;
    enum profile_role role;
};

struct plan_organization {
    const char *id;
    const char *name;
    const char *kind;
    const char *operator; /* an id of this file, or a name */
    struct maybe_int sites;
    struct texts aliases;
    const char *note;
};

struct plan_staff_role {
    const char *id;
    const char *name;
    struct texts aliases;
    const char *placed_at;
    struct texts qualifications;
    struct texts concurrent_roles;
    struct texts duties;
    const char *source;
};

struct plan_area {
    const char *id;
    const char *name;
    const char *kind;
    struct maybe_int count;
    struct texts members;
    const char *note;
    const char *source;
};

struct plan_delivery {
    const char *body; /* department or organization; NULL when not named */
    struct ints operation_forms;
    struct maybe_int sites;
    enum profile_unit site_unit;
    const char *setup_type;
    const char *staff_role;
    struct texts tasks;
    const char *note;
};

struct plan_frequency {
    const char *task;
    int64_t per_month_min;
};

struct plan_program {
    const char *id;
    const char *name;
    const char *local_name;
    const char *group; /* ties entries that are one program under several categories */
    enum profile_category category;
    struct ints statutory_items;
    bool items_cited;
    struct ints fields;
    bool fields_stated;
    struct texts target_people;
    struct texts departments;
    LIST_OF(plan_delivery) delivery;
    struct maybe_int sites_total;
    const char *sites_text;
    struct texts tasks;
    LIST_OF(plan_frequency) frequencies;
    const char *source;
};

struct plan_confidentiality {
    enum profile_duty duty;
    const char *basis;
    struct texts scope;
    enum tri anonymise;
    struct texts excluded_data;
};

struct plan_meeting_member {
    const char *name;
    enum profile_member kind;
    const char *ref;
};

struct plan_cadence {
    bool stated;
    enum tri adhoc;
    struct maybe_int per_month;
    struct maybe_int per_year_min;
    struct maybe_int per_year_max;
    enum tri in_principle;
    enum tri fixed_date;
    const char *note;
};

struct plan_trigger_agenda {
    const char *trigger;
    struct texts agenda;
};

struct plan_meeting {
    const char *id;
    const char *name;
    struct texts aliases;
    enum profile_meeting_kind kind;
    LIST_OF(plan_legal_basis) legal_basis;
    enum profile_consent consent_required;
    enum profile_stated consent_basis;
    enum profile_applies consent_applies_to;
    struct plan_confidentiality confidentiality;
    const char *host;
    const char *host_name;
    LIST_OF(plan_meeting_member) members;
    enum tri members_vary;
    struct plan_cadence cadence;
    struct texts triggers;
    struct texts agenda;
    LIST_OF(plan_trigger_agenda) agenda_by_trigger;
    struct texts may_act_as;
    struct texts reports_to;
    struct texts related_programs;
    const char *note;
    const char *source;
};

struct plan_referral_rule {
    const char *id;
    const char *from_party;
    const char *to_party;
    struct texts when;
    struct texts then;
    const char *source;
};

struct plan_lifecycle {
    struct texts plan_types;
    const char *drafted_by;
    const char *decided_in;
    bool consent_needed;
    bool application_needed;
    struct texts contents;
    struct texts decision_triggers;
    struct texts monitoring;
    struct texts closing;
    struct texts after_closing;
    struct texts suspension_when;
    const char *source;
};

struct plan_outreach {
    struct texts targets;
    struct texts info_sources;
    struct texts methods;
    struct texts exit_when;
    const char *exit_to;
    struct texts early_detection;
    const char *source;
};

struct plan_participation {
    struct texts targets;
    struct texts entry_when;
    struct texts steps;
    struct texts menu_examples;
    const char *coordinator;
    const char *source;
};

struct plan_network {
    const char *id;
    const char *name;
    struct texts aliases;
    enum profile_network kind;
    const char *started;
    struct texts areas;
    struct texts operators;
    struct texts members;
    struct texts purposes;
    struct texts next_actions;
    const char *source;
};

struct plan_resource_directory {
    struct texts contents;
    struct texts channels;
    const char *source;
};

struct plan_community {
    struct texts aims;
    LIST_OF(plan_network) networks;
    struct plan_resource_directory directory;
};

struct plan_kpi_baseline {
    struct maybe_int fiscal_year;
    struct plan_value value;
};

struct plan_kpi_target {
    int64_t fiscal_year;
    struct plan_value value;
};

struct plan_kpi {
    const char *id;
    const char *name;
    const char *owner;
    const char *unit;
    enum profile_kpi_kind kind;
    enum tri cumulative;
    struct plan_kpi_baseline baseline;
    LIST_OF(plan_kpi_target) targets;
    const char *source;
};

struct plan_history_point {
    struct maybe_int fiscal_year;
    const char *as_of;
    struct decimal value;
    enum tri partial;
};

struct plan_history {
    const char *id;
    const char *name;
    const char *category;
    const char *unit;
    enum tri cumulative;
    enum tri overlapping;
    LIST_OF(plan_history_point) points;
    const char *note;
    const char *source;
};

struct plan_direction {
    const char *id;
    const char *name;
    const char *role;
};

struct plan_initiative_item {
    int64_t number;
    struct texts tags;
};

struct plan_initiative {
    int64_t number;
    const char *direction;
    const char *name;
    const char *subtitle;
    LIST_OF(plan_initiative_item) current;
    LIST_OF(plan_initiative_item) next_actions;
    const char *source;
};

struct plan_self_evaluation {
    int64_t initiative;
    int64_t item;
    enum profile_mark mark;
    const char *tag;
};

struct plan_evaluation_body {
    const char *meeting;
    const char *role;
};

struct plan_evaluation {
    const char *cycle;
    struct texts methods;
    LIST_OF(plan_evaluation_body) bodies;
    const char *source;
};

struct plan_training {
    const char *id;
    const char *name;
    const char *kind;
    const char *started;
    struct texts audience;
    struct texts parts;
    struct texts tags;
    const char *source;
};

struct plan_public_information {
    const char *id;
    const char *name;
    const char *kind;
    struct texts places;
    struct texts tags;
    const char *source;
};

struct plan_linkage {
    int64_t number;
    const char *name;
    struct texts parts;
    enum profile_linkage kind;
    bool listed;
    const char *source;
};

struct plan_continuity {
    bool stated;
    struct texts triggers;
    struct texts plans;
    struct texts duties;
    const char *source;
};

struct plan_scenario_person {
    const char *ref;
    struct maybe_int age;
    const char *relation;
    struct texts facts;
};

struct plan_scenario_step {
    int64_t number;
    const char *actor;
    struct ints categories;
    struct texts meetings;
    struct texts actions;
    struct texts outcomes;
};

struct plan_scenario {
    const char *id;
    const char *title;
    LIST_OF(plan_scenario_person) persons;
    struct texts household_issues;
    LIST_OF(plan_scenario_step) steps;
    const char *source;
};

/* One more case in which this municipality says no. NULL members mean any. */
struct policy_narrow {
    const char *act;
    const char *role;
    const char *info;
    const char *reason; /* Japanese, shown to the one who tried */
    const char *source;
};

struct profile_policy {
    LIST_OF(policy_narrow) narrow;
};

struct profile {
    int64_t schema_version;
    struct plan_source source;
    struct municipality municipality;
    struct plan_outline plan;
    LIST_OF(plan_milestone) milestones;
    LIST_OF(plan_department) departments;
    LIST_OF(plan_organization) organizations;
    LIST_OF(plan_staff_role) staff_roles;
    LIST_OF(plan_area) areas;
    struct texts issue_types;
    LIST_OF(plan_program) programs;
    LIST_OF(plan_meeting) meetings;
    LIST_OF(plan_referral_rule) referral_rules;
    struct plan_lifecycle plan_lifecycle;
    struct plan_outreach outreach;
    struct plan_participation participation;
    struct plan_community community;
    LIST_OF(plan_kpi) kpis;
    LIST_OF(plan_history) history;
    LIST_OF(plan_direction) directions;
    LIST_OF(plan_initiative) initiatives;
    LIST_OF(plan_self_evaluation) self_evaluations;
    struct plan_evaluation evaluation;
    LIST_OF(plan_training) training;
    LIST_OF(plan_public_information) public_information;
    LIST_OF(plan_linkage) linkages;
    struct plan_continuity continuity;
    LIST_OF(plan_scenario) scenarios;
    struct texts source_notes;
    struct pairs tag_labels;
    const struct profile_policy *policy;     /* NULL when the file has none */
    const struct profile_settings *settings; /* NULL when the file has none */
};

/* Finds a department, staff role, organization, program or meeting by id; NULL if absent. */
const struct plan_department *
profile_department(const struct profile *p, const char *id);
const struct plan_organization *
profile_organization(const struct profile *p, const char *id);
const struct plan_staff_role *
profile_staff_role(const struct profile *p, const char *id);
const struct plan_program *profile_program(const struct profile *p, const char *id);
const struct plan_meeting *profile_meeting(const struct profile *p, const char *id);
const struct plan_kpi *profile_kpi(const struct profile *p, const char *id);

/* Returns the name of a department or organization; NULL when there is no such body. */
const char *profile_body_name(const struct profile *p, const char *id);

/* Returns the Japanese label of a tag; the tag itself when it has none. */
const char *profile_tag_label(const struct profile *p, const char *tag);

/* Returns the municipality's word for a canonical field (介護 for 高齢 in Koshu). */
const char *profile_field_label(const struct profile *p, enum profile_field field);

/* Returns the code that a file holds for the value: "multi_agency", "委託", "か所". */
const char *profile_category_code(enum profile_category v);
const char *profile_field_code(enum profile_field v);
const char *profile_form_code(enum profile_form v);
const char *profile_unit_code(enum profile_unit v);
const char *profile_meeting_kind_code(enum profile_meeting_kind v);
const char *profile_consent_code(enum profile_consent v);
const char *profile_duty_code(enum profile_duty v);

#endif
