#include "desk_plan_part.h"

#include "../base/buf.h"
#include "gen/words.h"

#include <inttypes.h>
#include <string.h>

static struct fact_list *
section(struct ctx *c,
        struct plan_sections_view *out,
        const char *name,
        const char *source)
{
    struct plan_section_view *s = VEC_PUSH(c->mem, &out->sections);

    *s = (struct plan_section_view){
        .anchor = arena_printf(c->mem, "s-%zu", out->sections.n),
        .jump = arena_printf(c->mem, "#s-%zu", out->sections.n),
        .name = name,
        .source = source,
    };
    return &s->facts;
}

/* Hand-overs between programs and meetings, as the plan draws them. Source: R-037. */
static void
add_flow(struct ctx *c, struct plan_sections_view *out)
{
    const struct profile *p = c->town->profile;
    struct fact_list *to;

    if (!p->referral_rules.n)
        return;
    to = section(c, out, "つなぎの流れ", NULL);
    for (size_t i = 0; i < p->referral_rules.n; i++) {
        const struct plan_referral_rule *r = &p->referral_rules.v[i];
        const char *when = plan_tag_list(c, &r->when);
        const char *then = plan_tag_list(c, &r->then);

        plan_fact(c, to, r->from_party, arena_printf(c->mem, "→ %s", r->to_party));
        to->v[to->n - 1].note =
            arena_printf(c->mem, "%s%s%s%s", when ? "とき：" : "", when ? when : "",
                         then ? "　すること：" : "", then ? then : "");
    }
}

static void
add_lifecycle(struct ctx *c, struct plan_sections_view *out)
{
    const struct plan_lifecycle *l = &c->town->profile->plan_lifecycle;
    struct fact_list *to = section(c, out, "支援プラン", l->source);

    plan_fact(c, to, "種類", plan_tag_list(c, &l->plan_types));
    plan_fact(c, to, "つくる人", l->drafted_by);
    plan_fact(c, to, "決めるところ", l->decided_in ? plan_ref(c, l->decided_in) : NULL);
    plan_fact(c, to, "本人の同意", l->consent_needed ? "要る" : NULL);
    plan_fact(c, to, "利用の申込み", l->application_needed ? "要る" : NULL);
    plan_fact(c, to, "中身", plan_tag_list(c, &l->contents));
    plan_fact(c, to, "決めるとき", plan_tag_list(c, &l->decision_triggers));
    plan_fact(c, to, "見守りと確かめ", plan_tag_list(c, &l->monitoring));
    plan_fact(c, to, "終わるとき", plan_tag_list(c, &l->closing));
    plan_fact(c, to, "終わったあと", plan_tag_list(c, &l->after_closing));
    plan_fact(c, to, "中断するとき", plan_tag_list(c, &l->suspension_when));
}

static void
add_outreach(struct ctx *c, struct plan_sections_view *out)
{
    const struct plan_outreach *o = &c->town->profile->outreach;
    struct fact_list *to = section(c, out, "アウトリーチ", o->source);

    plan_fact(c, to, "相手", plan_tag_list(c, &o->targets));
    plan_fact(c, to, "気づく入口", plan_tag_list(c, &o->info_sources));
    plan_fact(c, to, "やり方", plan_tag_list(c, &o->methods));
    plan_fact(c, to, "早く見つける", plan_tag_list(c, &o->early_detection));
    plan_fact(c, to, "終わるとき", plan_tag_list(c, &o->exit_when));
    plan_fact(c, to, "次へ", o->exit_to ? plan_ref(c, o->exit_to) : NULL);
}

static void
add_participation(struct ctx *c, struct plan_sections_view *out)
{
    const struct plan_participation *x = &c->town->profile->participation;
    struct fact_list *to = section(c, out, "参加支援", x->source);

    plan_fact(c, to, "相手", plan_tag_list(c, &x->targets));
    plan_fact(c, to, "始めるとき", plan_tag_list(c, &x->entry_when));
    plan_fact(c, to, "進め方", plan_tag_list(c, &x->steps));
    plan_fact(c, to, "場の例", plan_tag_list(c, &x->menu_examples));
    plan_fact(c, to, "調整するところ",
              x->coordinator ? plan_ref(c, x->coordinator) : NULL);
}

static void
add_network(struct ctx *c, const struct plan_network *n, struct fact_list *to)
{
    const char *who = plan_list_text(c, &n->members);
    const char *what = plan_tag_list(c, &n->purposes);
    const char *next = plan_tag_list(c, &n->next_actions);
    struct buf b = buf_new(c->mem);

    if (n->started)
        buf_printf(&b, "%sから\n", say_when(c, n->started));
    if (what)
        buf_str(&b, what);
    if (who)
        buf_printf(&b, "%s加わる人：%s", b.n ? "\n" : "", who);
    if (next)
        buf_printf(&b, "%sこれから：%s", b.n ? "\n" : "", next);
    plan_fact(c, to, n->name, b.n ? buf_text(&b) : NULL);
}

static void
add_community(struct ctx *c, struct plan_sections_view *out)
{
    const struct plan_community *x = &c->town->profile->community;
    struct fact_list *to = section(c, out, "地域づくり", NULL);

    plan_fact(c, to, "めざすこと", plan_tag_list(c, &x->aims));
    plan_fact(c, to, "資源の台帳", plan_tag_list(c, &x->directory.contents));
    plan_fact_said(c, to, "知らせ方", plan_tag_list(c, &x->directory.channels));
    for (size_t i = 0; i < x->networks.n; i++)
        add_network(c, &x->networks.v[i], to);
}

static void
add_training(struct ctx *c, struct plan_sections_view *out)
{
    const struct profile *p = c->town->profile;
    struct fact_list *to;

    if (!p->training.n)
        return;
    to = section(c, out, "人を育てる", NULL);
    for (size_t i = 0; i < p->training.n; i++) {
        const struct plan_training *t = &p->training.v[i];
        const char *audience = plan_list_text(c, &t->audience);

        plan_fact(c, to, t->name, plan_tag_list(c, &t->tags));
        to->v[to->n - 1].note =
            arena_printf(c->mem, "%s%s%s", say_label(t->kind),
                         audience ? "　相手：" : "", audience ? audience : "");
    }
}

static void
add_public(struct ctx *c, struct plan_sections_view *out)
{
    const struct profile *p = c->town->profile;
    const struct plan_continuity *k = &p->continuity;
    struct fact_list *to;

    if (p->public_information.n) {
        to = section(c, out, "市民に知らせる", NULL);
        for (size_t i = 0; i < p->public_information.n; i++) {
            const struct plan_public_information *x = &p->public_information.v[i];

            plan_fact(c, to, x->name, plan_tag_list(c, &x->tags));
            to->v[to->n - 1].note = plan_list_text(c, &x->places);
        }
    }
    if (!k->plans.n && !k->duties.n)
        return;
    to = section(c, out, "災害などのとき", k->source);
    plan_fact_said(c, to, "何のとき", plan_tag_list(c, &k->triggers));
    plan_fact(c, to, "計画", plan_list_text(c, &k->plans));
    plan_fact(c, to, "すること", plan_tag_list(c, &k->duties));
}

void
desk_plan_ways(struct ctx *c, struct plan_sections_view *out)
{
    *out = (struct plan_sections_view){ .sections = { 0 } };
    desk_plan_head(c, "/plan/ways", "進め方", "flow", &out->head);
    add_flow(c, out);
    add_lifecycle(c, out);
    add_outreach(c, out);
    add_participation(c, out);
    add_community(c, out);
    add_training(c, out);
    add_public(c, out);
}

/* The statutory kinds of meetings under the names they bear here. Source: D-02. */
static void
add_meeting_words(struct ctx *c, struct fact_list *to)
{
    const struct profile *p = c->town->profile;

    for (size_t i = 0; i < p->meetings.n; i++) {
        const struct plan_meeting *m = &p->meetings.v[i];

        if (m->kind == PROFILE_MEETING_KIND_SUPPORT
            || m->kind == PROFILE_MEETING_KIND_MULTILAYER)
            plan_fact(c, to, say_label(profile_meeting_kind_code(m->kind)), m->name);
    }
}

static const char *
years_text(struct ctx *c, const struct plan_dated_name *n)
{
    return arena_printf(
        c->mem, "%s～%s",
        n->from_fiscal_year.given ? say_year(c, n->from_fiscal_year.v) : "",
        n->to_fiscal_year.given ? say_year(c, n->to_fiscal_year.v) : "");
}

static const char *
present_name(const struct profile *p, const char *ref)
{
    const struct plan_staff_role *role = profile_staff_role(p, ref);

    return role ? role->name : plan_name_in(p, ref, INT32_MAX);
}

static void
add_own_words(struct ctx *c, struct plan_sections_view *out)
{
    const struct profile_settings *s = c->town->profile->settings;
    struct fact_list *to;

    if (s && s->names.n) {
        to = section(c, out, "名前の移り変わり", NULL);
        for (size_t i = 0; i < s->names.n; i++) {
            plan_fact(c, to, present_name(c->town->profile, s->names.v[i].ref),
                      s->names.v[i].name);
            to->v[to->n - 1].note = years_text(c, &s->names.v[i]);
        }
    }
    if (!s || !s->words.n)
        return;
    to = section(c, out, "画面の言葉", NULL);
    for (size_t i = 0; i < s->words.n; i++) {
        enum word w;

        if (word_find(s->words.v[i].key, &w))
            plan_fact(c, to, word_text(w), s->words.v[i].text);
    }
}

void
desk_plan_words(struct ctx *c, struct plan_sections_view *out)
{
    const struct profile *p = c->town->profile;
    struct fact_list *to;

    *out = (struct plan_sections_view){ .sections = { 0 } };
    desk_plan_head(c, "/plan/words", "市の言葉", NULL, &out->head);
    to = section(c, out, "分野", NULL);
    for (size_t i = 0; i < p->municipality.field_labels.n; i++)
        plan_fact(c, to, profile_field_code(p->municipality.field_labels.v[i].field),
                  p->municipality.field_labels.v[i].label);
    add_meeting_words(c, section(c, out, "会議", NULL));
    to = section(c, out, "計画の課題の言葉", NULL);
    plan_fact(c, to, "課題", plan_tag_list(c, &p->issue_types));
    add_own_words(c, out);
}
