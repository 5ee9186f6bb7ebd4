/*
 * gallery FOLDER: writes every page of the gallery and pages.txt, the list of them.
 */
#include "gallery.h"

#include <stdlib.h>
#include <string.h>

enum { NAV_MAX = 9 };

static const struct nav_view NAV[NAV_MAX] = {
    { .path = "/mihon/today", .text = "きょう", .count = "5" },
    { .path = "/mihon/intake", .text = "相談を受ける" },
    { .path = "/mihon/drafts", .text = "書きかけ", .count = "1" },
    { .path = "/mihon/cases", .text = "世帯とケース", .gap = true },
    { .path = "/mihon/referrals", .text = "つなぎ", .count = "3" },
    { .path = "/mihon/plan", .text = "実施計画", .gap = true },
    { .path = "/mihon/ledger", .text = "だれが見たか" },
    { .path = "/mihon/catalog", .text = "部品の一覧" },
};

static const struct post_choice_view POSTS[] = {
    { .id = "AAAAAAAAAAAAAAAAAAAAAA",
      .name = "福祉相談室　相談支援員",
      .note = "見本市 福祉政策課",
      .current = true },
    { .id = "BBBBBBBBBBBBBBBBBBBBBB",
      .name = "重層的支援会議　事務局",
      .note = "令和9年3月31日まで" },
};

#define CASE "/mihon/cases/AAAAAAAAAAAAAAAAAAAAAA"

static const struct link_view CASE_TABS[] = {
    { .path = CASE, .text = "ケース" },
    { .path = CASE "/people", .text = "世帯と人" },
    { .path = CASE "/issues", .text = "課題" },
    { .path = CASE "/pictures", .text = "家族図" },
    { .path = CASE "/sheets", .text = "アセスメント" },
    { .path = CASE "/outreach", .text = "働きかけ" },
    { .path = CASE "/consents", .text = "同意と共有" },
    { .path = CASE "/meetings", .text = "会議" },
    { .path = CASE "/plans", .text = "プラン" },
    { .path = CASE "/course", .text = "方針とつなぎ" },
    { .path = CASE "/enrolments", .text = "サービス" },
    { .path = CASE "/participation", .text = "参加" },
    { .path = CASE "/papers", .text = "書類" },
    { .path = CASE "/protection", .text = "守ること" },
};

static const struct link_view FOOT[] = {
    { .path = "/mihon/help", .text = "使い方" },
    { .path = "/mihon/accessibility", .text = "アクセシビリティ" },
};

void *
gallery_copy(struct arena *mem, const void *p, size_t size)
{
    return memcpy(arena_alloc(mem, size), p, size);
}

struct frame_view
gallery_frame(const struct gallery *g, const char *title, size_t nav)
{
    struct frame_view f = g->f;

    f.title = title;
    f.signed_in = true;
    f.nav.v = ARENA_ARRAY(g->mem, NAV_MAX, struct nav_view);
    f.nav.n = NAV_MAX - 1;
    for (size_t i = 0; i < f.nav.n; i++) {
        f.nav.v[i] = NAV[i];
        f.nav.v[i].current = i + 1 == nav;
    }
    return f;
}

struct case_head_view
gallery_head(const struct gallery *g, size_t tab)
{
    struct case_head_view h = { .number = "R8-00123-1",
                                .title = "見本さん世帯",
                                .state = "支援中",
                                .urgency = "急ぐ",
                                .lead = "福祉相談室 例田",
                                .path = CASE };

    FILL(g, h.tabs, CASE_TABS);
    h.tabs.v[tab].current = true;
    return h;
}

void
gallery_write(struct gallery *g, const char *name, struct buf *page)
{
    const char *path = arena_printf(g->mem, "%s/%s.html", g->folder, name);
    FILE *file = fopen(path, "wb");

    if (!file || fwrite(buf_text(page), 1, page->n, file) != page->n
        || fclose(file) != 0) {
        fprintf(stderr, "%s: cannot be written\n", path);
        exit(1);
    }
    fprintf(g->list, "%s\n", name);
}

static struct frame_view
frame_of_all(void)
{
    return (struct frame_view){
        .size = "size-100",
        .town = "見本市",
        .today = "令和8年11月20日（金）",
        .demo = true,
        .home_path = "/mihon/today",
        .search_path = "/mihon/search",
        .name = "例田 まり",
        .post_name = "福祉相談室",
        .post_path = "/mihon/post",
        .size_path = "/mihon/size",
        .seen_path = "/mihon/seen",
        .password_path = "/mihon/password",
        .logout_path = "/mihon/logout",
        .csrf = "sample-token",
        .key = "sample-key",
        .idle_minutes = 15,
        .extend_path = "/mihon/session",
    };
}

int
main(int argc, char **argv)
{
    struct gallery g = { .mem = arena_new(), .f = frame_of_all() };

    if (argc != 2) {
        fputs("usage: gallery FOLDER\n", stderr);
        return 2;
    }
    g.folder = argv[1];
    g.list = fopen(arena_printf(g.mem, "%s/pages.txt", g.folder), "wb");
    if (!g.list) {
        fprintf(stderr, "%s: cannot be written\n", g.folder);
        return 1;
    }
    FILL(&g, g.f.posts, POSTS);
    FILL(&g, g.f.foot, FOOT);
    gallery_door(&g);
    gallery_today(&g);
    gallery_intake(&g);
    gallery_case(&g);
    gallery_referral(&g);
    gallery_sitting(&g);
    gallery_body(&g);
    gallery_list(&g);
    gallery_plan(&g);
    gallery_place(&g);
    gallery_place_work(&g);
    gallery_care(&g);
    gallery_access(&g);
    gallery_office(&g);
    gallery_error(&g);
    fclose(g.list);
    arena_free(g.mem);
    return 0;
}
