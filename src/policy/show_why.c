#include "show_why.h"

#include "../base/buf.h"
#include "../base/day.h"
#include "../base/vec.h"
#include "show.h"
#include "show_consent.h"
#include "shown.h"

#include <string.h>

/* A ground in a sentence, and until when it runs where no day is set. */
static const struct {
    enum ground ground;
    const char *plain;
    const char *until;
} PLAIN[] = {
    { GROUND_OWN, "自分の窓口で書いた記録なので、読めます。", "役目が続くあいだ" },
    { GROUND_LEAD, "自分の窓口が主担当なので、世帯と役割の調整に要ることが読めます。",
      "主担当が変わるまで" },
    { GROUND_CONSENT, "本人が、この窓口に伝えてよいと言ったので、その範囲で読めます。",
      "同意が続くあいだ" },
    { GROUND_HELD, "つなぎを受け取ったので、送られたことが読めます。",
      "つなぎが終わるまで" },
    { GROUND_SENT, "つなぎが届いているので、受け取るかを決めるために読めます。",
      "受け取るか返すまで" },
    { GROUND_LAW, "法律が名ざす仕事のために読めます。", "その仕事が終わるまで" },
    { GROUND_LISTED, "居所を知ってよい人の名簿に、名前があります。",
      "名簿にあるあいだ" },
    { GROUND_MULTILAYER, "重層的支援会議に出るので、資料が読めます。",
      "会議が終わるまで" },
    { GROUND_APPROVAL, "決裁する人なので、その案が読めます。", "決裁が終わるまで" },
    { GROUND_SITTING, "支援会議に出るので、資料が読めます。", "会議が終わるまで" },
    { GROUND_SECRETARIAT, "会議の事務局なので、その会議の資料が読めます。",
      "事務局であるあいだ" },
    { GROUND_DECIDED, "会議で役割が決まったので、それに要ることが読めます。",
      "役割が終わるまで" },
    { GROUND_NAMELESS, "名前を出さない会議に出るので、名前のない資料が読めます。",
      "会議が終わるまで" },
    { GROUND_LOOKUP, "緊急の確認をしたので、危険と連絡の順番が読めます。",
      "決まった時間のあいだ" },
    { GROUND_GLASS, "緊急に開いたので、命を守るのに要ることが読めます。",
      "決まった時間のあいだ" },
    { GROUND_DUTY, "当番なので、緊急の確認ができます。", "当番のあいだ" },
    { GROUND_PAST, "前に役割があったので、共有が終わったことだけがわかります。", "" },
};

static void
put_plain(enum ground g, struct why_line_view *line)
{
    for (size_t i = 0; i < sizeof PLAIN / sizeof *PLAIN; i++)
        if (PLAIN[i].ground == g) {
            line->plain = PLAIN[i].plain;
            line->until = PLAIN[i].until;
        }
}

static bool
names_us(const struct ctx *c,
         const struct why_records *r,
         const struct sql_consent_list_row *k)
{
    if ((k->state != CONSENT_STATE_GIVEN && k->state != CONSENT_STATE_PARTLY)
        || k->until_at <= c->now || !k->sharing)
        return false;
    for (size_t i = 0; i < r->names.n; i++)
        for (size_t s = 0; s < c->viewer->n_subjects; s++)
            if (id_same(r->names.v[i].consent_id.id, k->consent_id.id)
                && r->names.v[i].allowed
                && id_same(r->names.v[i].subject, c->viewer->subjects[s]))
                return true;
    return false;
}

/* Of the sources of a ground the laws alone: what else the rules lean on is for us. */
static const char *
law_of(struct ctx *c, enum ground g)
{
    struct buf b = buf_new(c->mem);
    const char *s = policy_grounds[g].source;

    while (*s) {
        const size_t n = strcspn(s, ";");
        const char *one = arena_copy(c->mem, s, n);

        one += strspn(one, " ");
        if (strstr(one, "法 ") || strstr(one, "法律"))
            buf_printf(&b, "%s%s", b.n ? "、" : "", one);
        s += n + (s[n] == ';');
    }
    return b.n ? buf_text(&b) : NULL;
}

/* Which act or paper gave it. */
static void
put_given(struct ctx *c,
          const struct why_records *r,
          enum ground g,
          struct why_line_view *line)
{
    if (g == GROUND_CONSENT)
        for (size_t i = 0; i < r->consents.n; i++)
            if (names_us(c, r, &r->consents.v[i])) {
                const struct sql_consent_list_row *k = &r->consents.v[i];

                line->given = arena_printf(
                    c->mem, "%sの同意（%s）。%s %sが書きました。",
                    day_ja(c->mem, k->from_on),
                    k->how ? consent_how_label(k->how) : "方法は書かれていません",
                    k->desk, k->who);
                line->path = show_path(c, "cases", r->id.id, "/consents");
                line->opens = consent_items_text(c->mem, (uint32_t)k->items);
            }
    if (g == GROUND_HELD || g == GROUND_SENT)
        for (size_t i = 0; i < r->referrals.n; i++)
            if (id_same(r->referrals.v[i].to_desk.id, c->viewer->desk.id)) {
                line->given = arena_printf(
                    c->mem, "%sから%sに届いたつなぎ", r->referrals.v[i].from_name,
                    day_short(c->mem, day_of(r->referrals.v[i].sent_at)));
                line->path =
                    show_path(c, "referrals", r->referrals.v[i].referral_id.id, "");
            }
    if (g == GROUND_LEAD)
        line->given = arena_printf(c->mem, "%s %sの担当", r->head.desk, r->head.owner);
    if (g == GROUND_OWN)
        line->given = "自分の窓口で相談か記録を書いたとき";
}

/*
 * What a ground opens to the post. What is hidden from it on this household is left out of the
 * question: else the page would tell that something is.
 */
static const char *
opens_text(struct ctx *c, const struct facts *facts, enum ground g)
{
    struct facts open = *facts;
    uint32_t items = policy_opens[g][ACT_VIEW];

    open.protect = PROTECT_NONE;
    open.barrier = BARRIER_NONE;

    if (g == GROUND_HELD || g == GROUND_SENT)
        items &= facts->sent;
    if (g != GROUND_OWN)
        items &= policy_decide(ACT_VIEW, &open).allow;
    items &=
        ~(ITEM_BIT(ITEM_TAX) | ITEM_BIT(ITEM_WHEREABOUTS) | ITEM_BIT(ITEM_MEETING));
    return consent_items_text(c->mem, items);
}

void
policy_show_why(struct ctx *c,
                const struct facts *facts,
                const struct why_records *r,
                struct why_view *out)
{
    const struct decision d = policy_decide(ACT_VIEW, facts);

    *out = (struct why_view){
        .seen_path = arena_printf(c->mem, "%s/seen", c->town->path),
    };
    for (size_t i = 0; i < r->reach.n; i++) {
        const enum ground g = (enum ground)r->reach.v[i].ground;
        struct why_line_view line = {
            .seal = show_seal(g),
            .name = ground_label(g),
            .since = instant_ja(c->mem, r->reach.v[i].from_at),
            .opens = opens_text(c, facts, g),
        };

        if (g <= GROUND_NONE || g >= GROUND_N)
            continue;
        line.law = law_of(c, g);
        put_plain(g, &line);
        if (r->reach.v[i].until_at)
            line.until = arena_printf(c->mem, "%sまで",
                                      instant_ja(c->mem, r->reach.v[i].until_at));
        put_given(c, r, g, &line);
        *VEC_PUSH(c->mem, &out->lines) = line;
    }
    shown_note(c, SHOWN_CASE, r->id.id, ITEM_BIT(ITEM_EXISTENCE), d.grounds);
}
