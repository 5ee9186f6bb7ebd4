/*
 * What the bodies of the plan leave beside their sittings: what follows from an item, groups,
 * bodies of areas, one record with its history.
 */
#include "gallery.h"

#include "../../src/view/body_group_view.h"
#include "../../src/view/body_record_view.h"
#include "../../src/view/control.h"
#include "../../src/view/subgroup_view.h"
#include "gallery_options.h"
#include "gen/forms.h"
#include "gen/pages.h"

#define SITTING "/mihon/meetings/AAAAAAAAAAAAAAAAAAAAAA"
#define ITEM "/mihon/items/BBBBBBBBBBBBBBBBBBBBBB"
#define RECORD "/mihon/body-records/RRRRRRRRRRRRRRRRRRRRRR"

/* What can be begun from an item, and a group that was. */
static void
afterwards(struct gallery *g)
{
    struct link_view groups[] = { { .path = "/mihon/subgroups/IIIIIIIIIIIIIIIIIIIIII",
                                    .text = "夜の相談をどう受けるか" } };
    struct form_view form = { .options = gallery_options,
                              .n_options = GALLERY_OPTIONS };
    struct form_view place = { .options = gallery_options,
                               .n_options = GALLERY_OPTIONS,
                               .prefix = "p-" };
    struct form_view role = { .options = gallery_options,
                              .n_options = GALLERY_OPTIONS,
                              .prefix = "r-" };
    struct form_view meet = { .prefix = "m-" };
    struct form_view unrole = role;
    struct form_view untie = place;
    struct role_proposal_view roles[] = {
        { "高齢者相談センター", "受診に付きそう", "令和8年11月27日（金）", "提案", NULL,
          "/mihon/role-proposals/QQQQQQQQQQQQQQQQQQQQQQ/settle" },
        { "福祉政策課", "手続きの同行", "令和8年11月27日（金）", "取り下げ",
          "本人が自分で行けた", NULL },
    };
    struct frame_view f = gallery_frame(g, "決まったあとのこと", 5);
    struct item_after_view after = { .title = "案件1",
                                     .sitting = "推進会議　令和8年5月7日",
                                     .item_path = ITEM,
                                     .sitting_path = SITTING,
                                     .nothing = true };
    struct subgroup_view group = { .path = "/mihon/subgroups/IIIIIIIIIIIIIIIIIIIIII",
                                   .title = "検討部会",
                                   .issue = "夜の相談をどう受けるか",
                                   .parent = "推進会議",
                                   .parent_path = "/mihon/meetings/year?body=p",
                                   .decided = "令和8年5月7日の会議で決定",
                                   .item_path = ITEM,
                                   .record_path = RECORD,
                                   .state = "直しました",
                                   .close_path = "/mihon/subgroups/I/close",
                                   .meet_path = "/mihon/meetings/new" };
    struct buf b = buf_new(g->mem);

    unrole.prefix = "u-";
    untie.prefix = "d-";
    view_item_after(&b, &f, &after, &form, &place, &role, &meet, &unrole, &untie,
                    after.place_path);
    gallery_write(g, "item-after-nothing", &b);
    after.nothing = false;
    after.group_name = "検討部会";
    after.group_path = ITEM "/subgroups";
    after.definition_path = "/mihon/plan/target-cases";
    after.rule_path = "/mihon/meetings/year?body=p";
    after.propose_path = ITEM "/proposals";
    after.arrange_path = ITEM "/agency-meeting";
    FILL(g, after.roles, roles);
    after.withdraw_path = ITEM "/proposals/withdraw";
    after.place_path = ITEM "/places";
    after.drop_path = ITEM "/places/drop";
    after.plan_path = "/mihon/support-plans/PPPPPPPPPPPPPPPPPPPPPP";
    FILL(g, after.groups, groups);
    FILL(g, after.dropped, groups);
    FILL(g, after.laid, groups);
    b = buf_new(g->mem);
    view_item_after(&b, &f, &after, &form, &place, &role, &meet, &unrole, &untie,
                    after.place_path);
    gallery_write(g, "item-after", &b);
    b = buf_new(g->mem);
    view_subgroup(&b, &f, &group, &form);
    gallery_write(g, "subgroup", &b);
}

/* Groups of a body, bodies of areas. */
static void
groups(struct gallery *g)
{
    struct link_view events[] = { { .text = "令和8年5月7日　学び合いの会" } };
    struct link_view ties[] = { { .text = "例の会" } };
    struct body_group_line_view lines[] = {
        { .id = "JJJJJJJJJJJJJJJJJJJJJJ",
          .name = "見本食堂",
          .work = "月2回の食堂",
          .since = "令和8年5月7日から",
          .path = RECORD,
          .events = { .v = events, .n = 1 },
          .ties = { .v = ties, .n = 1 },
          .end_path = "/mihon/groups/JJJJJJJJJJJJJJJJJJJJJJ/end" },
    };
    struct body_event_view done[] = { { "学び合いの会", "催し", "令和8年5月7日",
                                        "はじめての集まり", "見本食堂・例の会", RECORD,
                                        "直しました" } };
    struct area_cell_view cells[] = {
        { "推進協議会", "東の推進協議会", "令和8年5月7日から", RECORD,
          "/mihon/area-bodies/KKKKKKKKKKKKKKKKKKKKKK/end" },
        { .kind = "協議体" },
    };
    struct link_view kinds[] = {
        { .path = "/mihon/meetings/year?body=a", .text = "推進協議会" },
        { .path = "/mihon/meetings/year?body=b", .text = "協議体" }
    };
    struct area_row_view rows[] = { { .area = "東の圏域",
                                      .cells = { .v = cells, .n = 2 } } };
    struct link_view missing[] = { { .text = "東の圏域　協議体" } };
    struct form_view form = { .options = gallery_options,
                              .n_options = GALLERY_OPTIONS };
    struct form_view event = form;
    struct frame_view f = gallery_frame(g, "団体と活動", 5);
    struct body_groups_view m = { .title = "つながりの場",
                                  .on = "令和8年11月20日（金）",
                                  .count = "1団体",
                                  .stated = "計画では 33団体（令和8年3月時点）",
                                  .since = "令和5年度",
                                  .year_path = "/mihon/meetings/year?body=p",
                                  .group_path = "/mihon/meetings/groups",
                                  .event_path = "/mihon/meetings/events" };
    struct area_bodies_view a = { .path = "/mihon/meetings/areas" };
    struct buf b = buf_new(g->mem);

    form.prefix = "g-";
    event.prefix = "e-";
    FILL(g, m.groups, lines);
    FILL(g, m.events, done);
    FILL(g, m.withdrawn, kinds);
    view_body_groups(&b, &f, &m, &form, &event, m.event_path);
    gallery_write(g, "body-groups", &b);
    b = buf_new(g->mem);
    view_area_bodies(&b, &f, &a, &form);
    gallery_write(g, "area-bodies-empty", &b);
    b = buf_new(g->mem);
    FILL(g, a.kinds, kinds);
    FILL(g, a.rows, rows);
    FILL(g, a.missing, missing);
    view_area_bodies(&b, &f, &a, &form);
    gallery_write(g, "area-bodies", &b);
}

/* A record as it was written, and one that was corrected. */
static void
records(struct gallery *g)
{
    struct body_change_view changes[] = {
        { "直す前", "令和8年5月20日（水） 15時05分　福祉相談室　見本 一子",
          "団体の数の書きまちがい", "夜の相談", "3つの団体が受ける" },
    };
    struct form_view mend = { .prefix = "m-" };
    struct form_view back = { .prefix = "w-" };
    struct form_view leave = { .prefix = "l-" };
    struct frame_view f = gallery_frame(g, "研究のテーマ", 5);
    struct body_record_view m = { .kind = "研究のテーマ",
                                  .body = "地域支援研究会",
                                  .title = "夜の相談",
                                  .words = "4つの団体が受ける",
                                  .when = "令和8年5月7日（木）　福祉相談室",
                                  .back_path = "/mihon/meetings/year?body=p",
                                  .mend_path = RECORD,
                                  .withdraw_path = RECORD "/withdraw" };
    struct buf b = buf_new(g->mem);

    view_body_record(&b, &f, &m, &mend, &back, &leave);
    gallery_write(g, "body-record", &b);
    b = buf_new(g->mem);
    m.state = "直しました";
    m.withdraw_path = NULL;
    m.leave_path = "/mihon/groups/g1/end";
    m.kept = "催しや活動に出ている団体は、取り消せません。";
    FILL(g, m.changes, changes);
    view_body_record(&b, &f, &m, &mend, &back, &leave);
    gallery_write(g, "body-record-mended", &b);
}

void
gallery_body(struct gallery *g)
{
    afterwards(g);
    groups(g);
    records(g);
}
