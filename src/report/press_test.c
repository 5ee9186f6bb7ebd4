#include "press.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static struct paper_doc
plain(void)
{
    return (struct paper_doc){ .form = "F3",
                               .title = "支援経過記録",
                               .below = "",
                               .side = "ケース番号　R8-482913-5",
                               .law = "",
                               .foot = "出力　令和8年11月21日",
                               .mark = "福祉相談室　見本 一子",
                               .made = "2026-11-21T14:05:09+09:00",
                               .secret = 1 };
}

/* Has a child do the work: what the libraries keep for good is not ours to give back. */
static int
in_child(int (*work)(void))
{
    int status = 0;
    const pid_t pid = fork();

    if (pid == 0)
        _exit(work());
    waitpid(pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 255;
}

#define TRUE(what)                                                                     \
    do {                                                                               \
        if (!(what)) {                                                                 \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #what);                 \
            return 1;                                                                  \
        }                                                                              \
    } while (0)

static int
same_bytes_and_many_pages(void)
{
    struct arena *mem = arena_new();
    struct paper_doc p = plain();
    struct paper_block *table = paper_add(mem, &p, PAPER_TABLE);
    struct buf first = buf_new(mem);
    struct buf again = buf_new(mem);
    struct buf job = buf_new(mem);
    int pages;

    table->n = 2;
    paper_cell(mem, table, "日", "");
    paper_cell(mem, table, "内容", "");
    for (int i = 0; i < 120; i++) {
        paper_cell(mem, table, "", arena_printf(mem, "%d日", i));
        paper_cell(mem, table, "", "訪問した。玄関で少し話した。");
    }
    TRUE(press_paper(&p, &first, &pages));
    TRUE(pages > 2 && pages < 8);
    paper_encode(&p, &job);
    TRUE(press_bytes((const unsigned char *)job.p, job.n, &again));
    TRUE(first.n == again.n && memcmp(first.p, again.p, first.n) == 0);
    TRUE(memcmp(first.p, "%PDF-", 5) == 0);
    arena_free(mem);
    return 0;
}

static void
the_same_paper_gives_the_same_bytes(void **state)
{
    (void)state;
    assert_int_equal(0, in_child(same_bytes_and_many_pages));
}

/* One text longer than a page, in a row with a short one. */
static int
long_text(void)
{
    struct arena *mem = arena_new();
    struct paper_doc p = plain();
    struct paper_block *table = paper_add(mem, &p, PAPER_TABLE);
    struct buf text = buf_new(mem);
    struct buf out = buf_new(mem);
    int pages;

    for (int i = 0; i < 600; i++)
        buf_str(&text, "聞いたままの言葉を、ここに書きます。");
    table->n = 2;
    paper_cell(mem, table, "日", "");
    paper_cell(mem, table, "内容", "");
    paper_cell(mem, table, "", "5月7日");
    paper_cell(mem, table, "", buf_text(&text));
    TRUE(press_paper(&p, &out, &pages));
    TRUE(pages >= 5 && pages <= 12);
    arena_free(mem);
    return 0;
}

static void
long_text_goes_on_over_pages(void **state)
{
    (void)state;
    assert_int_equal(0, in_child(long_text));
}

static int
too_many(void)
{
    struct arena *mem = arena_new();
    struct paper_doc p = plain();
    struct buf out = buf_new(mem);
    int pages;

    for (int i = 0; i < PRESS_PAGES_MAX + 5; i++)
        paper_add(mem, &p, PAPER_BREAK);
    TRUE(!press_paper(&p, &out, &pages));
    TRUE(out.n == 0 && pages > PRESS_PAGES_MAX);
    arena_free(mem);
    return 0;
}

/* A paper with so many lines of text, then perhaps a new page, then ruled lines with a label. */
static bool
ruled(
    struct arena *mem, int texts, bool breaks, uint32_t lines, struct buf *out, int *n)
{
    struct paper_doc p = plain();

    for (int i = 0; i < texts; i++)
        paper_add(mem, &p, PAPER_TEXT)->text = "訪問した。";
    if (breaks)
        paper_add(mem, &p, PAPER_BREAK);
    if (lines) {
        struct paper_block *b = paper_add(mem, &p, PAPER_LINES);

        b->label = "メモ";
        b->n = lines;
    }
    *out = buf_new(mem);
    return press_paper(&p, out, n);
}

static int
lines_go_with_their_label(void)
{
    struct arena *mem = arena_new();
    int moved = 0;

    for (int texts = 1; texts < 80; texts++) {
        struct buf alone;
        struct buf here;
        struct buf there;
        int n;
        int n_here;
        int n_there;

        TRUE(ruled(mem, texts, false, 0, &alone, &n));
        TRUE(ruled(mem, texts, false, 5, &here, &n_here));
        TRUE(ruled(mem, texts, true, 5, &there, &n_there));
        if (n_here == n)
            continue;
        moved++;
        TRUE(n_here == n_there && here.n == there.n
             && memcmp(here.p, there.p, here.n) == 0);
    }
    TRUE(moved > 0);
    arena_free(mem);
    return 0;
}

static void
the_label_of_ruled_lines_stays_with_them(void **state)
{
    (void)state;
    assert_int_equal(0, in_child(lines_go_with_their_label));
}

static void
too_many_pages_are_refused(void **state)
{
    (void)state;
    assert_int_equal(0, in_child(too_many));
}

/* Two papers of one sheet each and one of two parts: nobody's paper on another's back. */
static int
several(void)
{
    struct arena *mem = arena_new();
    struct paper_doc v[] = { plain(), plain(), plain(), plain() };
    struct buf out = buf_new(mem);
    struct buf job = buf_new(mem);
    struct buf again = buf_new(mem);
    int pages;

    v[2].goes_on = 1;
    TRUE(press_papers(v, 4, &out, &pages));
    TRUE(pages == 2 + 2 + 1); /* one and its back, one of two parts, one */
    for (size_t i = 0; i < 4; i++)
        paper_encode(&v[i], &job);
    TRUE(press_bytes((const unsigned char *)job.p, job.n, &again));
    TRUE(again.n == out.n && memcmp(again.p, out.p, out.n) == 0);
    TRUE(!press_bytes((const unsigned char *)job.p, job.n - 1, &again));
    arena_free(mem);
    return 0;
}

static void
each_of_several_papers_begins_on_a_front(void **state)
{
    (void)state;
    assert_int_equal(0, in_child(several));
}

/* Every kind of block, with rare letters of names and a drawing. */
static int
every_kind(void)
{
    static const struct picture_point box[] = {
        { 10, 10 }, { 60, 10 }, { 60, 60 }, { 10, 60 }
    };
    struct arena *mem = arena_new();
    struct paper_doc p = plain();
    struct buf out = buf_new(mem);

    for (int k = 0; k < PAPER_KIND_N; k++) {
        struct paper_block *b = paper_add(mem, &p, (enum paper_kind)k);

        b->label = "見出し";
        b->text = "渡邉󠄄 𠮷田 髙﨑 ㈱";
        b->n = 2;
        paper_cell(mem, b, "い", "値")->flags = PAPER_TICKED;
        paper_cell(mem, b, "ろ", "");
        if (k != PAPER_PICTURE)
            continue;
        b->picture = (struct picture){ .width = 100, .height = 80 };
        for (int s = 0; s <= PICTURE_CURVE; s++)
            picture_add(mem, &b->picture, (enum picture_kind)s, PICTURE_SOLID, box, 4);
        picture_add(mem, &b->picture, PICTURE_ROUND, PICTURE_HOME, box, 2);
        picture_text(mem, &b->picture, PICTURE_STRONG, box[0], false, "80");
    }
    TRUE(press_paper(&p, &out, NULL));
    arena_free(mem);
    return 0;
}

static void
every_kind_of_block_is_drawn(void **state)
{
    (void)state;
    assert_int_equal(0, in_child(every_kind));
}

/* Whatever is cut off or changed is refused or at least harmless. */
static void
damaged_bytes_are_refused(void **state)
{
    struct arena *mem = arena_new();
    struct paper_doc p = plain();
    struct paper_block *b = paper_add(mem, &p, PAPER_FIELDS);
    struct buf job = buf_new(mem);
    struct paper_doc back;

    (void)state;
    b->n = 1;
    paper_cell(mem, b, "氏名", "試験 花枝");
    paper_encode(&p, &job);
    assert_true(paper_decode(mem, (const unsigned char *)job.p, job.n, &back));
    assert_string_equal("試験 花枝", back.blocks.v[0].cells.v[0].text);
    for (size_t n = 0; n < job.n; n++)
        assert_false(paper_decode(mem, (const unsigned char *)job.p, n, &back));
    for (size_t i = 0; i < job.n; i++) {
        job.p[i] = (char)(job.p[i] ^ 0x80);
        (void)!paper_decode(mem, (const unsigned char *)job.p, job.n, &back);
        job.p[i] = (char)(job.p[i] ^ 0x80);
    }
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_paper_gives_the_same_bytes),
        cmocka_unit_test(long_text_goes_on_over_pages),
        cmocka_unit_test(the_label_of_ruled_lines_stays_with_them),
        cmocka_unit_test(too_many_pages_are_refused),
        cmocka_unit_test(each_of_several_papers_begins_on_a_front),
        cmocka_unit_test(every_kind_of_block_is_drawn),
        cmocka_unit_test(damaged_bytes_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
