/*
 * What pages, reports and the first filling of the database need from a profile, derived
 * from it and nothing else: lists of programs, sites, bodies, desks, names of a year. Pure;
 * results live in the arena and point into the profile.
 */
#ifndef KASANE_DOMAIN_PLAN_H
#define KASANE_DOMAIN_PLAN_H

#include "../base/arena.h"
#include "profile.h"

/* Which programs; a zero or NULL member asks nothing. */
struct plan_filter {
    int64_t item; /* of 社会福祉法106条の4第2項 */
    enum profile_category category;
    enum profile_field field;
    const char *department; /* responsible section */
    const char *body;       /* who delivers, or who runs the one that does */
    const char *group;
};

struct plan_programs {
    const struct plan_program **v;
    size_t n;
    size_t cap;
};

/* Returns the programs that pass, in the order of the file. Source. */
struct plan_programs plan_programs(struct arena *mem,
                                   const struct profile *p,
                                   const struct plan_filter *filter);

/* Says whether the program is one of the items, categories, fields, bodies asked for. */
bool plan_program_passes(const struct profile *p,
                         const struct plan_program *program,
                         const struct plan_filter *filter);

/* Sites by what they are counted in; a sum is not given when none of its parts is. */
struct plan_sites {
    struct maybe_int places;   /* か所 */
    struct maybe_int bases;    /* 拠点 */
    struct maybe_int areas;    /* 圏域; never added to the others */
    struct maybe_int unitless; /* the plan gives a figure without its unit */
};

/*
 * Adds up the sites of programs: the plan's own total where it gives one, else its
 * deliveries. What is not stated is passed over. Source.
 */
struct plan_sites plan_sites(const struct plan_programs *programs);

/* Returns the program's sites as the plan prints them ("13か所", "第1層1圏域…"), or NULL. */
const char *plan_sites_text(struct arena *mem, const struct plan_program *program);

/* Returns the operation forms ("委託・指定管理"); NULL when not stated. */
const char *plan_forms_text(struct arena *mem, const struct ints *forms);

/* Returns the fields in the municipality's words ("介護"); the labels of tags. */
const char *
plan_fields_text(struct arena *mem, const struct profile *p, const struct ints *fields);
const char *
plan_tags_text(struct arena *mem, const struct profile *p, const struct texts *tags);

/* Returns the texts with ・ between them; NULL when there are none. */
const char *plan_texts(struct arena *mem, const struct texts *list);

/* Returns the names of the responsible sections; NULL when none is stated. */
const char *plan_sections_text(struct arena *mem,
                               const struct profile *p,
                               const struct texts *departments);

/* Returns the official name of a statutory item: "包括的相談支援事業"; "" for another number. */
const char *plan_item_name(int64_t item);

/* Returns the section that leads the project, and its name in full. Source: R-022. */
const struct plan_department *plan_lead(const struct profile *p);
const char *plan_lead_name(const struct profile *p);

/*
 * Returns the name under which a section, body, staff role or meeting went in the fiscal
 * year; its present name when no other is recorded; NULL for an unknown id. Source: R-025.
 */
const char *plan_name_in(const struct profile *p, const char *ref, int64_t fiscal_year);

/* A section or body, listed once however many programs it has. Source. */
struct plan_body {
    const char *id;
    const char *name;
    const char *kind;   /* of an organization; NULL for a section */
    const char *bureau; /* of a section */
    const char *operator_name;
    struct maybe_int sites;
    const struct texts *aliases; /* NULL for a section */
    struct plan_programs programs;
};

struct plan_bodies {
    struct plan_body *v;
    size_t n;
    size_t cap;
};

/* Returns all sections, then all organizations, with the programs each carries. */
struct plan_bodies plan_bodies(struct arena *mem, const struct profile *p);

/* Returns the programs' names, each once, with ・ between; NULL when there are none. */
const char *plan_program_names(struct arena *mem, const struct plan_programs *programs);

/* Returns the sort key of a milestone's date: FY2020 stands at the beginning of its April. */
const char *plan_time_key(struct arena *mem, const char *date);

struct plan_milestones {
    const struct plan_milestone **v;
    size_t n;
    size_t cap;
};

/* Returns the chronology in the order of time. Source: R-034. */
struct plan_milestones plan_chronology(struct arena *mem, const struct profile *p);

/* One yearly status form per program; its key is stable. Source: R-042. */
struct plan_status {
    const char *key; /* "multi_agency-2026" */
    int64_t fiscal_year;
    const struct plan_program *program;
};

struct plan_statuses {
    struct plan_status *v;
    size_t n;
    size_t cap;
};

/* Returns the forms of the fiscal year, one for each program of the profile. */
struct plan_statuses
plan_statuses(struct arena *mem, const struct profile *p, int64_t fiscal_year);

struct plan_services {
    const struct plan_service_type **v;
    size_t n;
    size_t cap;
};

/* Returns the service types that the program holds apart. Source. */
struct plan_services
plan_services(struct arena *mem, const struct profile *p, const char *program);

#endif
