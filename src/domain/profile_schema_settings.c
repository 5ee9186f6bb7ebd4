#include "profile_schema_part.h"

#include "codes.h"

static const struct schema_key pair_keys[] = {
    TEXT(pair, key, KEY_ID),
    TEXT(pair, text, 0),
};
SHAPE(pair);

static const struct schema_key plan_deadline_keys[] = {
    TEXT(plan_deadline, rule, KEY_ID),
    INT(plan_deadline, working_days, KEY_NATURAL),
};
SHAPE(plan_deadline);

static const struct schema_key plan_closing_days_keys[] = {
    TEXT(plan_closing_days, from, KEY_MONTH_DAY),
    TEXT(plan_closing_days, to, KEY_MONTH_DAY),
    TEXT(plan_closing_days, name, 0),
};
SHAPE(plan_closing_days);

static const struct schema_key plan_holiday_keys[] = {
    TEXT(plan_holiday, name, 0),
    TEXT(plan_holiday, rule, KEY_SLUG),
    INT(plan_holiday, month, KEY_NATURAL),
    MAYBE(plan_holiday, day, KEY_OPTIONAL),
    MAYBE(plan_holiday, from_year, KEY_YEAR | KEY_OPTIONAL),
    MAYBE(plan_holiday, to_year, KEY_YEAR | KEY_OPTIONAL),
};
SHAPE(plan_holiday);

static const struct schema_key plan_referral_basis_keys[] = {
    TEXT(plan_referral_basis, giver, KEY_SLUG),
    TEXT(plan_referral_basis, receiver, KEY_SLUG),
    TEXT(plan_referral_basis, basis, KEY_SLUG),
};
SHAPE(plan_referral_basis);

static const struct schema_key plan_way_keys[] = {
    TEXT(plan_way, way, KEY_ID),
    TEXT(plan_way, label, 0),
    TEXT(plan_way, source, 0),
};
SHAPE(plan_way);

static const struct schema_key plan_rule_keys[] = {
    TEXT(plan_rule, rule, KEY_ID),
    TEXT(plan_rule, value, 0),
    TEXT(plan_rule, source, 0),
};
SHAPE(plan_rule);

static const struct schema_key plan_contact_keys[] = {
    TEXT(plan_contact, kind, KEY_SLUG),
    TEXT(plan_contact, name, 0),
    TEXT(plan_contact, phone, KEY_NULL),
    TEXT(plan_contact, source, 0),
};
SHAPE(plan_contact);

static const struct schema_key plan_site_keys[] = {
    TEXT(plan_site, desk, 0),
    TEXT(plan_site, code, KEY_ID),
    TEXT(plan_site, label, 0),
    TEXT(plan_site, source, 0),
};
SHAPE(plan_site);

static const struct schema_key plan_service_type_keys[] = {
    TEXT(plan_service_type, program, KEY_PROGRAM),
    TEXT(plan_service_type, code, KEY_SLUG),
    TEXT(plan_service_type, label, 0),
    TEXT(plan_service_type, source, 0),
};
SHAPE(plan_service_type);

static const struct schema_key plan_dated_name_keys[] = {
    TEXT(plan_dated_name, ref, KEY_SLUG),
    TEXT(plan_dated_name, name, 0),
    MAYBE(plan_dated_name, from_fiscal_year, KEY_YEAR),
    MAYBE(plan_dated_name, to_fiscal_year, KEY_YEAR),
    TEXT(plan_dated_name, source, 0),
};
SHAPE(plan_dated_name);

static const struct schema_key plan_demand_keys[] = {
    TEXT(plan_demand, demand, KEY_SLUG),
    TEXT(plan_demand, source, 0),
};
SHAPE(plan_demand);

static const struct schema_key plan_approval_keys[] = {
    TEXT(plan_approval, label, 0),
    TEXT(plan_approval, source, 0),
};
SHAPE(plan_approval);

static const struct schema_key plan_code_keys[] = {
    TEXT(plan_code, list, KEY_SLUG),
    TEXT(plan_code, code, KEY_CODE),
    TEXT(plan_code, label, 0),
    TEXT(plan_code, source, 0),
};
SHAPE(plan_code);

static const struct schema_key plan_body_start_keys[] = {
    TEXT(plan_body_start, body, KEY_MEETING),
    TEXT(plan_body_start, started, KEY_TIME),
    TEXT(plan_body_start, source, 0),
};
SHAPE(plan_body_start);

static const struct schema_key plan_body_size_keys[] = {
    TEXT(plan_body_size, body, KEY_MEETING),         TEXT(plan_body_size, name, 0),
    INT(plan_body_size, count, KEY_NATURAL),         TEXT(plan_body_size, unit, 0),
    TEXT(plan_body_size, as_of, KEY_NULL | KEY_DAY), TEXT(plan_body_size, source, 0),
};
SHAPE(plan_body_size);

static const struct schema_key plan_body_share_keys[] = {
    TEXT(plan_body_share, body, KEY_MEETING),
    TEXT(plan_body_share, label, 0),
    TEXTS(plan_body_share, members, KEY_BODY),
    TEXT(plan_body_share, source, 0),
};
SHAPE(plan_body_share);

static const struct schema_key plan_body_area_keys[] = {
    TEXT(plan_body_area, body, KEY_MEETING),
    TEXT(plan_body_area, area, KEY_SLUG),
    TEXT(plan_body_area, source, 0),
};
SHAPE(plan_body_area);

static const struct schema_key profile_settings_keys[] = {
    MANY(profile_settings, words, pair, KEY_OPTIONAL),
    MAYBE(profile_settings, suppress_below, KEY_OPTIONAL),
    MANY(profile_settings, deadlines, plan_deadline, KEY_OPTIONAL),
    MANY(profile_settings, closing_days, plan_closing_days, KEY_OPTIONAL),
    MANY(profile_settings, holidays, plan_holiday, KEY_OPTIONAL),
    MANY(profile_settings, referral_bases, plan_referral_basis, KEY_OPTIONAL),
    MANY(profile_settings, triage_ways, plan_way, KEY_OPTIONAL),
    MANY(profile_settings, rules, plan_rule, KEY_OPTIONAL),
    MANY(profile_settings, contacts, plan_contact, KEY_OPTIONAL),
    MANY(profile_settings, sites, plan_site, KEY_OPTIONAL),
    MANY(profile_settings, service_types, plan_service_type, KEY_OPTIONAL),
    MANY(profile_settings, names, plan_dated_name, KEY_OPTIONAL),
    MANY(profile_settings, plan_demands, plan_demand, KEY_OPTIONAL),
    MANY(profile_settings, plan_approvals, plan_approval, KEY_OPTIONAL),
    MANY(profile_settings, codes, plan_code, KEY_OPTIONAL),
    MANY(profile_settings, body_starts, plan_body_start, KEY_OPTIONAL),
    MANY(profile_settings, body_sizes, plan_body_size, KEY_OPTIONAL),
    MANY(profile_settings, body_shares, plan_body_share, KEY_OPTIONAL),
    MANY(profile_settings, body_areas, plan_body_area, KEY_OPTIONAL),
};

const struct schema_map settings_shape = {
    "settings",
    sizeof(struct profile_settings),
    profile_settings_keys,
    sizeof profile_settings_keys / sizeof *profile_settings_keys,
};
