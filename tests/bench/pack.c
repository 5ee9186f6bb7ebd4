/*
 * Prints how long the papers of a large sitting take: 20 items for 30 attendees, each item with
 * five facts, as one file. Pours and draws; what is read from the store is not in it.
 *
 *     bench_pack [ITEMS [ATTENDEES]]
 */
#include "../../src/base/vec.h"
#include "../../src/policy/show_paper_pack.h"
#include "../../src/report/layout.h"
#include "../../src/report/press.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { FACTS = 5 };

static const char LONG[] =
    "玄関にごみが増えている。息子は2階から降りてこない。手首がはれているが、受診はまだ"
    "。"
    "薬の袋が3か月分たまっていた。近所の人が週に1度、声をかけている。";

static double
now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1000 + (double)t.tv_nsec / 1000000;
}

static void
fill(struct arena *mem, size_t items, struct sitting_item_list *out)
{
    for (size_t i = 0; i < items; i++) {
        struct sitting_item_view *v = VEC_PUSH(mem, out);

        *v = (struct sitting_item_view){
            .no = arena_printf(mem, "%zu", i + 1),
            .title = "R8-000117-4",
            .on_paper = "R8-000117-4",
            .footing = "社会福祉法106条の6",
            .reason = "拒否",
            .purpose = "だれが、どの順に会いに行くか。",
            .people = "架空 ハナさん　80歳、架空 太郎さん　50歳",
        };
        for (int k = 0; k < FACTS; k++)
            *VEC_PUSH(mem, &v->facts) = (struct tabled_view){
                .kind = "暮らし・福祉",
                .body = LONG,
                .desk = "高齢者相談センター",
                .seal = { .mark = "会" },
            };
    }
}

int
main(int argc, char **argv)
{
    const size_t items = argc > 1 ? (size_t)strtoul(argv[1], NULL, 10) : 20;
    const size_t attendees = argc > 2 ? (size_t)strtoul(argv[2], NULL, 10) : 30;
    const struct layout_print print = { .foot = "出力　見本", .mark = "", .made = "" };
    struct arena *mem = arena_new();
    struct ctx c = { .mem = mem };
    struct paper_set set = { .v = NULL };
    struct buf job = buf_new(mem);
    struct buf out = buf_new(mem);
    const double start = now_ms();
    double poured;

    for (size_t k = 0; k < attendees; k++) {
        struct pack_view v = {
            .title = "情報共有会議（支援会議）",
            .when = "令和8年11月20日（金）　14時00分",
            .place = "第2会議室",
            .law = "社会福祉法106条の6",
            .notice = "この会議で知ったことを、正当な理由なく漏らしてはいけません。",
            .number = arena_printf(mem, "%zu / %zu", k + 1, attendees),
            .reader = "高齢者相談センター　例田 まり",
        };

        fill(mem, items, &v.items);
        policy_show_pack_paper(&c, &v, &set);
    }
    for (size_t i = 0; i < set.n; i++) {
        struct paper_doc p;

        if (!layout_fill(&c, set.v[i].layout, &set.v[i].view, &print, &p))
            return 1;
        p.goes_on = i > 0 && set.v[i].goes_on;
        paper_encode(&p, &job);
    }
    poured = now_ms();
    press_warm();
    if (!press_bytes((const unsigned char *)job.p, job.n, &out))
        return 1;
    printf("%zu items, %zu attendees: %zu sheets, poured in %.0f ms, drawn in %.0f ms, "
           "%zu kB\n",
           items, attendees, set.n, poured - start, now_ms() - poured, out.n / 1024);
    arena_free(mem);
    return 0;
}
