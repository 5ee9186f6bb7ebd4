/*
 * Assessment sheets of one case: how far they are, and one sheet to read or to write. Filled
 * by policy_show_sheet*(); a field whose class is closed is not there.
 */
#ifndef KASANE_POLICY_SHEET_VIEW_H
#define KASANE_POLICY_SHEET_VIEW_H

#include "case_head_view.h"
#include "seal_view.h"

struct sheet_option_view {
    const char *code;
    const char *label;
    bool on;
};

struct sheet_option_list {
    struct sheet_option_view *v;
    size_t n;
    size_t cap;
};

/* One field; exactly one of the kinds is set while it is written, shown is for reading. */
struct sheet_field_view {
    const char *name; /* of the control: "can", of a person "can.2" */
    const char *label;
    const char *hint;
    const char *mark;  /* "聞いたこと", "見立て"; NULL for facts */
    const char *shown; /* the answer as it is read; NULL when empty */
    const char *value; /* the answer as it is typed */
    bool required;
    bool text;
    bool line; /* also numbers */
    bool digits;
    bool flag;
    bool on;   /* of a flag */
    bool one;  /* choose one of options */
    bool many; /* choose any of options */
    bool copied;
    const char *by_name; /* who said it: NULL where nobody is asked */
    const char *by;
    const char *error;
    struct sheet_option_list options;
};

struct sheet_field_list {
    struct sheet_field_view *v;
    size_t n;
    size_t cap;
};

struct sheet_part_view {
    const char *title;
    const char *person; /* NULL: of the household */
    const char *mark;   /* "まだ会えていない"; NULL */
    const char *note;
    bool open; /* of a person: something is written, or it is 本人 */
    struct sheet_field_list fields;
};

struct sheet_part_list {
    struct sheet_part_view *v;
    size_t n;
    size_t cap;
};

struct sheet_view {
    struct case_head_view head;
    const char *code;
    const char *title; /* "シート3　世帯員と関係機関" */
    const char *source;
    const char *path; /* POST; NULL: read only */
    const char *back_path;
    const char *version; /* "3"; "0" for a new one */
    const char *desk;
    const char *when; /* "令和8年… 第3版　見本 一子"; NULL for a new one */
    const char *old;  /* that it is an old version, in the form of its day; NULL */
    const char *print_path;
    struct seal_view seal;
    struct sheet_part_list parts;
    struct link_list versions;
    struct link_list sheets; /* the four, as tabs */
    struct link_list errors; /* "#f-…" and what is to be mended */
};

struct sheet_line_view {
    const char *title;
    const char *state; /* "書いていない", "第3版", "要る項目が2つ空" */
    const char *tone;
    const char *when;
    const char *path;
    const char *desk;
};

struct sheet_line_list {
    struct sheet_line_view *v;
    size_t n;
    size_t cap;
};

/* For which program the case speaks, by its issues; a help, never a bar. */
struct target_line_view {
    const char *category; /* "outreach" */
    const char *label;
    bool matches;
    const char *verdict; /* "当てはまる" */
    const char *tone;
    const char *why;  /* "支援拒否・ひきこもり"; NULL */
    const char *rule; /* whom the plan names, word for word */
};

struct target_line_list {
    struct target_line_view *v;
    size_t n;
    size_t cap;
};

struct sheets_view {
    struct case_head_view head;
    struct sheet_line_list own;
    struct sheet_line_list others;
    bool whole;
    const char *stand; /* "仕上がっています…" or "未完です" */
    const char *lacks; /* what is lacking first, in a sentence; NULL when whole */
    const char *last;  /* "令和8年… に仕上げました　見本 一子"; NULL */
    struct target_line_list targets;
    const char *complete_path;
    const char *error; /* why it could not be completed; NULL */
    const char *people_path;
};

#endif
