/*
 * What a municipality sets beyond its plan, typed as the file has it, and the kinds of values
 * that a profile is made of. Looked into by plan_settings.h.
 */
#ifndef KASANE_DOMAIN_PROFILE_SETTINGS_H
#define KASANE_DOMAIN_PROFILE_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A whole number that may be missing. */
struct maybe_int {
    int64_t v;
    bool given;
};

/* A decimal in thousandths that may be missing: 3.5 is 3500. */
struct decimal {
    int64_t milli;
    bool given;
};

/* A target: a number, a text (構築・運用), or neither. */
struct plan_value {
    struct decimal number;
    const char *text; /* NULL unless it is a text */
};

struct texts {
    const char *const *v;
    size_t n;
};

/* Whole numbers, or the values of an enum. */
struct ints {
    const int64_t *v;
    size_t n;
};

struct pair {
    const char *key;
    const char *text;
};

struct pairs {
    const struct pair *v;
    size_t n;
};

#define LIST_OF(type)                                                                  \
    struct {                                                                           \
        const struct type *v;                                                          \
        size_t n;                                                                      \
    }

struct plan_deadline {
    const char *rule;
    int64_t working_days;
};

struct plan_closing_days {
    const char *from; /* MM-DD, inclusive; may run over the turn of the year */
    const char *to;
    const char *name;
};

/*
 * A national holiday, in the years given: a day of a month, the so-many-th Monday of it, or
 * the equinox that falls into it. Source: 国民の祝日に関する法律 2条.
 */
struct plan_holiday {
    const char *name;
    const char *rule; /* day, monday, equinox */
    int64_t month;
    struct maybe_int day; /* of the month; which Monday; empty for an equinox */
    struct maybe_int from_year;
    struct maybe_int to_year;
};

/* The ground that a new hand-over proposes, by the kinds of giver and receiver. */
struct plan_referral_basis {
    const char *giver;    /* city, commissioned, own, public_body, private */
    const char *receiver; /* the same */
    const char *basis;    /* a code of enum basis */
};

/* A way that triage offers here, and what it is called. Source: R-053. */
struct plan_way {
    const char *way; /* a code of enum triage_way */
    const char *label;
    const char *source;
};

/* One thing that this municipality does its own way; domain/intake_rule.h knows the names. */
struct plan_rule {
    const char *rule;
    const char *value;
    const char *source;
};

/* Whom to call about rights and abuse. Source: R-056. */
struct plan_contact {
    const char *kind; /* a code of enum rights_need */
    const char *name;
    const char *phone;
    const char *source;
};

/* A place where a desk receives people. Source: R-047. */
struct plan_site {
    const char *desk; /* code of the desk */
    const char *code;
    const char *label;
    const char *source;
};

/* A kind of service that one program holds apart. Source. */
struct plan_service_type {
    const char *program;
    const char *code;
    const char *label;
    const char *source;
};

/* A name that was in force for some time. Source: R-025. */
struct plan_dated_name {
    const char *ref; /* id of a department, organization, staff role or meeting */
    const char *name;
    struct maybe_int from_fiscal_year; /* not given: since ever */
    struct maybe_int to_fiscal_year;   /* the last one; not given: still */
    const char *source;
};

/* What a town asks of a support plan beyond the usual: a code of enum support_demand. */
struct plan_demand {
    const char *demand;
    const char *source;
};

/* A box of approval of a support plan, in their order. */
struct plan_approval {
    const char *label; /* 係長 */
    const char *source;
};

/* Since when a body of the plan exists. Source. */
struct plan_body_start {
    const char *body;
    const char *started; /* YYYY-MM or FY2023 */
    const char *source;
};

/* How many belong to a body, as the plan counts them. Source. */
struct plan_body_size {
    const char *body;
    const char *name; /* 行政関係課 */
    int64_t count;
    const char *unit;  /* 課 */
    const char *as_of; /* YYYY-MM; NULL: not said */
    const char *source;
};

/* At how many of its sittings members of these kinds were: a share that is told. Source: R-155. */
struct plan_body_share {
    const char *body;
    const char *label;
    struct texts members; /* ids of departments and organizations */
    const char *source;
};

/* A body of which each area of the plan can have one. Source: R-166. */
struct plan_body_area {
    const char *body;
    const char *area; /* id of plan_area: 地域福祉圏域 */
    const char *source;
};

struct profile_settings {
    struct pairs words;
    LIST_OF(plan_deadline) deadlines;
    LIST_OF(plan_closing_days) closing_days;
    LIST_OF(plan_holiday) holidays;
    LIST_OF(plan_referral_basis) referral_bases;
    LIST_OF(plan_way) triage_ways;
    LIST_OF(plan_rule) rules;
    LIST_OF(plan_contact) contacts;
    LIST_OF(plan_site) sites;
    LIST_OF(plan_service_type) service_types;
    LIST_OF(plan_dated_name) names;
    LIST_OF(plan_demand) plan_demands;
    LIST_OF(plan_approval) plan_approvals;
    LIST_OF(plan_code) codes;
    LIST_OF(plan_body_start) body_starts;
    LIST_OF(plan_body_size) body_sizes;
    LIST_OF(plan_body_share) body_shares;
    LIST_OF(plan_body_area) body_areas;
    struct maybe_int
        suppress_below; /* numbers of people smaller than this are not shown */
};

#endif
