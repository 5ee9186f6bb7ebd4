#include "show_lanes.h"

#include "../base/vec.h"
#include "../domain/lane.h"
#include "show.h"
#include "viewer.h"

enum {
    MONTHS_MAX = 12,
    HEAD = 32,  /* the row of the months */
    BAND = 18,  /* one ground */
    LANE = 44,  /* one agency */
    WIDE = 640, /* what the picture fills at least */
    DAY_LEAST = 2,
    DAY_MOST = 12,
    TAIL = 24, /* room after today */
    LANES_MAX = 20,
};

struct drawing {
    struct ctx *c;
    struct day from; /* the first of a month */
    struct day today;
    int day_wide;
    int band_end;
    struct lanes_view *out;
};

struct lane {
    struct desk_id desk;
    const char *name;
    struct lane_contact *v;
    size_t n;
    size_t cap;
};

static const char *
number(const struct drawing *d, int n)
{
    return arena_printf(d->c->mem, "%d", n);
}

static int
x_of(const struct drawing *d, struct day day)
{
    return day.n < d->from.n ? 0 : (day.n - d->from.n) * d->day_wide + d->day_wide / 2;
}

static int
middle(const struct drawing *d, size_t lane)
{
    return d->band_end + (int)lane * LANE + LANE / 2;
}

/* The first of the month in which the time line begins: a year back at most. */
static struct day
begin_of(struct day first, struct day today)
{
    struct ymd at = day_ymd(today);
    struct ymd back = day_ymd(first);
    struct day out = today;

    at.month -= MONTHS_MAX - 1;
    if (at.month < 1) {
        at.month += 12;
        at.year--;
    }
    if (back.year > at.year || (back.year == at.year && back.month > at.month))
        at = back;
    return day_make(at.year, at.month, 1, &out) ? out : today;
}

static int
day_wide(struct day from, struct day today)
{
    const int wide = WIDE / (today.n - from.n + 1);

    return wide < DAY_LEAST ? DAY_LEAST : wide > DAY_MOST ? DAY_MOST : wide;
}

static void
add_months(struct drawing *d)
{
    struct ymd at = day_ymd(d->from);
    struct day first = d->from;

    while (first.n <= d->today.n) {
        *VEC_PUSH(d->c->mem, &d->out->months) = (struct lane_month_view){
            .x = number(d, x_of(d, first)),
            .label_x = number(d, x_of(d, first) + 6),
            .label = arena_printf(d->c->mem, "%d月", at.month),
        };
        if (++at.month > 12) {
            at.month = 1;
            at.year++;
        }
        if (!day_make(at.year, at.month, 1, &first))
            return;
    }
}

static void
add_bands(struct drawing *d, const struct sql_reach_of_case_rows *grounds, int end)
{
    for (size_t i = 0; i < grounds->n; i++) {
        const enum ground g = (enum ground)grounds->v[i].ground;
        const int x = x_of(d, day_of(grounds->v[i].from_at));
        const int y = HEAD + (int)(grounds->n - 1 - i) * BAND;

        *VEC_PUSH(d->c->mem, &d->out->bands) = (struct lane_band_view){
            .seal = show_seal(g),
            .name = ground_label(g),
            .x = number(d, x),
            .y = number(d, y),
            .width = number(d, end - x),
            .mark_x = number(d, x + 9),
            .text_x = number(d, x + 24),
            .text_y = number(d, y + 14),
        };
    }
}

static void
add_gaps(struct drawing *d, const struct lane *l, int y, struct lane_line_view *out)
{
    for (size_t i = 0; i < l->n; i++) {
        const struct lane_gap gap = lane_gap_after(l->v, l->n, i, d->today);
        const int x = x_of(d, gap.from);

        if (!gap.days)
            continue;
        *VEC_PUSH(d->c->mem, &out->gaps) = (struct lane_gap_view){
            .x = number(d, x + 10),
            .y = number(d, y - 10),
            .width = number(d, x_of(d, gap.to) - x - (gap.open ? 10 : 20)),
            .text_x = number(d, (x + x_of(d, gap.to)) / 2),
            .text_y = number(d, y + 5),
            .text = arena_printf(d->c->mem, "%d日", gap.days),
        };
    }
}

static struct lane_mark_view
mark_at(const struct drawing *d, const struct lane_contact *k, int y)
{
    const int x = x_of(d, k->on);

    return (struct lane_mark_view){
        .met = k->mark == LANE_MET,
        .missed = k->mark == LANE_NOT_MET,
        .call = k->mark == LANE_CALL,
        .letter = k->mark == LANE_LETTER,
        .x = number(d, k->mark == LANE_CALL ? x - 6 : x),
        .y = number(d, k->mark == LANE_CALL ? y - 6 : y),
        .path = arena_printf(d->c->mem, "M%d %dl8 14h-16z", x, y - 8),
    };
}

static void
add_line(struct drawing *d, const struct lane *l, size_t at)
{
    const struct lane_sum sum = lane_reckon(l->v, l->n, d->today);
    const int y = middle(d, at);
    struct arena *mem = d->c->mem;
    struct lane_line_view line = {
        .name = l->name,
        .y = number(d, y),
        .rule = number(d, y + LANE / 2),
        .from_x = number(d, x_of(d, sum.first)),
        .first = day_short(mem, sum.first),
        .last_met = day_known(sum.last_met) ? day_short(mem, sum.last_met) : NULL,
        .met = arena_printf(mem, "%d回", sum.met),
        .not_met = arena_printf(mem, "%d回", sum.not_met),
        .longest =
            sum.longest.days ? arena_printf(mem, "%d日", sum.longest.days) : NULL,
        .lasting = sum.longest.open && sum.longest.days > LANE_GAP_DAYS,
    };

    add_gaps(d, l, y, &line);
    for (size_t i = 0; i < l->n; i++)
        *VEC_PUSH(mem, &line.marks) = mark_at(d, &l->v[i], y);
    *VEC_PUSH(mem, &d->out->lines) = line;
}

static struct lane *
lane_of(struct lane *lanes, size_t *n, struct desk_id desk, const char *name)
{
    for (size_t i = 0; i < *n; i++)
        if (id_same(lanes[i].desk.id, desk.id))
            return &lanes[i];
    if (*n == LANES_MAX)
        return NULL;
    lanes[*n] = (struct lane){ .desk = desk, .name = name };
    return &lanes[(*n)++];
}

/* Contacts fall to their agency's lane, in the order in which agencies first appear. */
static size_t
sort_out(struct ctx *c,
         const struct decision *whole,
         const struct sql_case_marks_rows *marks,
         struct lane *lanes)
{
    size_t n = 0;

    for (size_t i = 0; i < marks->n; i++) {
        const struct sql_case_marks_row *m = &marks->v[i];
        const bool own = viewer_owns(c->viewer, m->desk_id, m->post_id) != OWN_NONE;
        struct lane *l;

        if (!own && !decision_allows(whole, ITEM_COORDINATION))
            continue;
        l = lane_of(lanes, &n, m->desk_id, m->desk);
        if (l)
            *VEC_PUSH(c->mem, l) =
                (struct lane_contact){ m->happened_on,
                                       lane_mark_of(m->method, m->result) };
    }
    return n;
}

static void
add_arrows(struct drawing *d,
           const struct lane *lanes,
           size_t n,
           const struct sql_referral_of_case_rows *referrals)
{
    for (size_t i = 0; i < referrals->n; i++) {
        const struct sql_referral_of_case_row *r = &referrals->v[i];
        const int x = x_of(d, day_of(r->sent_at));
        size_t from = n;
        size_t to = n;

        for (size_t k = 0; k < n; k++) {
            if (id_same(lanes[k].desk.id, r->from_desk.id))
                from = k;
            if (id_same(lanes[k].desk.id, r->to_desk.id))
                to = k;
        }
        if (from == n || to == n || from == to || day_of(r->sent_at).n < d->from.n)
            continue;
        const int down = to > from ? 1 : -1;
        const int end = middle(d, to) - down * 8;

        *VEC_PUSH(d->c->mem, &d->out->arrows) = (struct lane_arrow_view){
            .line = arena_printf(d->c->mem, "M%d %dV%d", x, middle(d, from),
                                 end - down * 8),
            .head = arena_printf(d->c->mem, "M%d %dL%d %dL%d %dz", x - 6,
                                 end - down * 11, x, end, x + 6, end - down * 11),
        };
    }
}

void
policy_show_lanes(struct ctx *c,
                  const struct decision *whole,
                  const struct sql_case_marks_rows *marks,
                  const struct sql_referral_of_case_rows *referrals,
                  const struct sql_reach_of_case_rows *grounds,
                  struct lanes_view *out)
{
    struct lane *lanes = ARENA_ARRAY(c->mem, LANES_MAX, struct lane);
    const size_t n = sort_out(c, whole, marks, lanes);
    struct drawing d = { .c = c, .today = day_of(c->now), .out = out };
    struct day first = d.today;
    int wide;
    int high;

    *out = (struct lanes_view){ .span = NULL };
    if (!n)
        return;
    for (size_t i = 0; i < n; i++)
        if (lanes[i].v[0].on.n < first.n)
            first = lanes[i].v[0].on;
    d.from = begin_of(first, d.today);
    d.day_wide = day_wide(d.from, d.today);
    d.band_end = HEAD + (int)grounds->n * BAND + 6;
    wide = x_of(&d, d.today) + TAIL;
    if (wide < WIDE)
        wide = WIDE;
    high = d.band_end + (int)n * LANE;
    out->span = arena_printf(c->mem, "%sから", day_ja(c->mem, first));
    out->width = number(&d, wide);
    out->height = number(&d, high);
    out->rem_width = arena_printf(c->mem, "%.2frem", wide / 16.0);
    out->rem_height = arena_printf(c->mem, "%.2frem", high / 16.0);
    out->band_end = number(&d, d.band_end);
    out->today_x = number(&d, x_of(&d, d.today));
    out->rest = number(&d, wide - x_of(&d, d.today));
    add_months(&d);
    add_bands(&d, grounds, wide);
    for (size_t i = 0; i < n; i++)
        add_line(&d, &lanes[i], i);
    add_arrows(&d, lanes, n, referrals);
}
