/*
 * Places where people take part, and what one household wishes of them.
 */
#include "gallery.h"

#include "../../src/policy/participation_view.h"
#include "../../src/view/control.h"
#include "../../src/view/place_view.h"
#include "gen/forms.h"
#include "gen/pages.h"

#define CASE "/mihon/cases/AAAAAAAAAAAAAAAAAAAAAA"
#define PLACE "/mihon/places/PPPPPPPPPPPPPPPPPPPPPP"
#define PLACEMENT "/mihon/placements/MMMMMMMMMMMMMMMMMMMMMM"

static const struct form_option KIND[] = {
    { "salon", "サロン・居場所" },
    { "farm", "畑・花だん" },
    { "work", "しごとの体験" },
};
static const struct form_option AREA[] = {
    { "1", "第1圏域（北部）" },
    { "2", "第2圏域（南部）" },
};
static const struct form_option WISH[] = {
    { "few", "人が少ない" },        { "near", "家から近い" },
    { "hands", "手を動かす" },      { "quiet", "静か" },
    { "step", "段差がない" },       { "any", "途中で帰ってよい" },
    { "free", "お金がかからない" },
};
static const struct form_option GENDER[] = {
    { "female", "女性" },
    { "male", "男性" },
};
static const struct form_option STAGE[] = {
    { "idea", "構想" },
    { "trial", "試行" },
    { "established", "定着" },
    { "closed", "終わり" },
};
static const struct form_option SITTING[] = {
    { "SSSSSSSSSSSSSSSSSSSSSS", "重層的支援会議　10月7日" },
};
static const struct form_option STATE[] = {
    { "joined", "通いはじめた" },
    { "declined", "やめた" },
};
static const struct form_option PERSON[] = {
    { "AAAAAAAAAAAAAAAAAAAAAA", "見本 修" },
};

static const struct form_option SESSION[] = {
    { "EEEEEEEEEEEEEEEEEEEEEE", "5月1日（金）　見本工房　第4回　ふりかえり" },
};

static const struct form_options OPTIONS[] = {
    { "resource_kind", KIND, 3 }, { "plan_area", AREA, 2 },
    { "wish", WISH, 7 },          { "gender", GENDER, 2 },
    { "place_stage", STAGE, 4 },  { "sitting", SITTING, 1 },
    { "state", STATE, 2 },        { "person", PERSON, 1 },
    { "session", SESSION, 1 },
};

static struct form_view
form_of(const char *prefix)
{
    return (struct form_view){ .options = OPTIONS,
                               .n_options = sizeof OPTIONS / sizeof *OPTIONS,
                               .prefix = prefix };
}

static const struct link_view KINDS[] = {
    { "", "どの種別も", true },
    { "salon", "サロン・居場所", false },
    { "farm", "畑・花だん", false },
};
static const struct link_view AREAS[] = {
    { "", "市内すべて", true },
    { "1", "第1圏域（北部）", false },
};
static const struct link_view FEATURES[] = {
    { "", "問わない", true },
    { "few", "人が少ない", false },
};
static const struct link_view STAGES[] = {
    { "/mihon/places", "いまある場所", true },
    { "/mihon/places?stage=idea", "構想", false },
    { "/mihon/places?stage=trial", "試行", false },
    { "/mihon/places?old=1", "確かめてから古い", false },
};
static const struct link_view PAGES[] = {
    { "/mihon/places?page=1", "1", true },
    { "/mihon/places?page=2", "2", false },
};
static const struct link_view HAS[] = {
    { .text = "人が少ない" },
    { .text = "途中で帰ってよい" },
};
static const struct place_line_view PLACES[] = {
    { .path = PLACE,
      .id = "PPPPPPPPPPPPPPPPPPPPPP",
      .name = "見本公園の花だん",
      .kind = "畑・花だん",
      .host = "見本の花の会",
      .area = "第1圏域（北部）",
      .where = "見本公園の東の入口",
      .target = "だれでも　18歳から",
      .capacity = "受け入れ 8人（いま 5人）",
      .days = "水曜 9時30分から",
      .fee = "無料",
      .help = "水やりと、道具の片づけ",
      .mind = "はじめの2回は、会の人が横につく",
      .contact = "見本の花の会 試田　000-0000-0000",
      .checked = "10月3日に確かめた",
      .published = "公開" },
    { .path = PLACE,
      .id = "QQQQQQQQQQQQQQQQQQQQQQ",
      .name = "空き店舗を使った、夜に開く、だれが来てもよい居場所（名前はまだない）",
      .kind = "サロン・居場所",
      .checked = "まだ確かめていない",
      .stage = "構想",
      .body = "重層的支援会議",
      .published = "公開しない",
      .old = true,
      .hidden = true },
};
static const struct link_view DAYS[] = {
    { .text = "構想　令和7年10月7日" },
    { .text = "試行　令和8年2月4日" },
    { .text = "定着　令和8年6月3日" },
};
static const struct place_version_view WAS[] = {
    { "令和8年10月3日 14時10分", "福祉相談室　例田 まり", "曜日が変わった",
      "名前：見本公園の花だん\n種別：畑・花だん\n曜日・時間：水曜 9時30分から\n" },
    { "令和8年6月3日 9時05分", "福祉相談室　例田 まり", NULL,
      "名前：見本公園の花だん\n種別：畑・花だん\n曜日・時間：火曜 9時30分から\n" },
};
static const struct import_error_view WRONG[] = {
    { "3行目", "種別", "「花畑」は、一覧にありません。" },
    { "7行目", "名前", "書いてください。" },
};

static void
places(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "参加できる場所", 0);
    struct places_view m = { .path = "/mihon/places",
                             .new_path = "/mihon/places/new",
                             .import_path = "/mihon/places/import",
                             .csv_path = "/mihon/places.csv",
                             .public_path = "/mihon/places/public.csv",
                             .figures_path = "/mihon/places/figures",
                             .key = "花",
                             .total = "2件" };
    struct buf b = buf_new(g->mem);

    FILL(g, m.kinds, KINDS);
    FILL(g, m.areas, AREAS);
    FILL(g, m.features, FEATURES);
    FILL(g, m.stages, STAGES);
    FILL(g, m.pages, PAGES);
    FILL(g, m.lines, PLACES);
    FILL(g, m.lines.v[0].features, HAS);
    view_places(&b, &f, &m);
    gallery_write(g, "places", &b);
    b = buf_new(g->mem);
    m.lines.n = m.pages.n = 0;
    m.total = "0件";
    m.new_path = NULL;
    view_places(&b, &f, &m);
    gallery_write(g, "places-empty", &b);
}

static void
one_place(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "見本公園の花だん", 0);
    const struct form_view check = form_of("c");
    const struct form_view stage = form_of("s");
    struct place_view m = { .line = PLACES[0],
                            .back_path = "/mihon/places",
                            .mend_path = PLACE "/mend",
                            .check_path = PLACE "/check",
                            .stage_path = PLACE "/stage",
                            .desk = "福祉相談室",
                            .sessions_path = PLACE "/sessions",
                            .held = "4回　のべ 18人",
                            .community = "令和8年6月3日に地域づくりへ渡しました",
                            .community_path = "/mihon/places/community" };
    struct buf b = buf_new(g->mem);

    FILL(g, m.line.features, HAS);
    FILL(g, m.days, DAYS);
    FILL(g, m.history, WAS);
    view_place(&b, &f, &m, &check, &stage);
    gallery_write(g, "place", &b);
}

static void
writing(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "場所を書く", 0);
    const struct form_view form = form_of(NULL);
    const struct place_mend_view m = { .path = "/mihon/places",
                                       .back_path = "/mihon/places",
                                       .title = "場所を書く",
                                       .say = "書く" };
    struct place_import_view in = { .path = "/mihon/places/import",
                                    .check_path = "/mihon/places/import/check",
                                    .back_path = "/mihon/places",
                                    .columns =
                                        "名前、種別、運営している団体・法人、圏域、"
                                        "場所、対象、何歳から、何歳まで、公開",
                                    .sum = "2か所を直してください。" };
    struct buf b = buf_new(g->mem);

    view_place_mend(&b, &f, &m, &form);
    gallery_write(g, "place_new", &b);
    b = buf_new(g->mem);
    f.title = "表から取り込む";
    FILL(g, in.errors, WRONG);
    view_place_import(&b, &f, &in, &form);
    gallery_write(g, "place_import", &b);
    b = buf_new(g->mem);
    in.errors.n = 0;
    in.good = true;
    in.sum = "3件を加えられます。";
    view_place_import(&b, &f, &in, &form);
    gallery_write(g, "place_import-good", &b);
}

static const struct opening_view OPENED[] = {
    { "10月7日", "いまの制度では、日中に行く所がない", "重層的支援会議で決まった",
      "福祉相談室　例田" },
};
static const struct link_view WISHED[] = {
    { .text = "人が少ない", .current = true },
    { .text = "手を動かす" },
};
static const struct wish_view WISHES[] = {
    { .id = "WWWWWWWWWWWWWWWWWWWWWW",
      .path = CASE "/participation?wish=WWWWWWWWWWWWWWWWWWWWWW",
      .whose = "修さん",
      .day = "7月22日",
      .words = "だれにも会わない日を、少し減らしたい。",
      .strengths = "植木の手入れ",
      .area = "第1圏域のなかだけ",
      .current = true },
    { .id = "XXXXXXXXXXXXXXXXXXXXXX",
      .path = CASE "/participation?wish=XXXXXXXXXXXXXXXXXXXXXX",
      .whose = "世帯",
      .day = "6月10日",
      .words = "二人で出かける先がほしい。" },
};
static const struct fit_point_view POINTS[] = {
    { "「人が少ない」がかなう", "＋30", false },
    { "家と同じ圏域", "＋20", false },
    { "受け入れの残りが少ない", "－5", true },
};
static const struct fit_view FITS[] = {
    { .path = PLACE,
      .propose_path = CASE "/participation/propose?place=PPPPPPPPPPPPPPPPPPPPPP",
      .id = "PPPPPPPPPPPPPPPPPPPPPP",
      .rank = "1",
      .name = "見本公園の花だん",
      .about = "見本の花の会　畑・花だん　水曜 9時30分から",
      .room = "受け入れ 8人（いま 5人）",
      .score = "45",
      .checked = "10月3日に確かめた" },
    { .path = PLACE,
      .id = "QQQQQQQQQQQQQQQQQQQQQQ",
      .rank = "2",
      .name = "例のサロン",
      .about = "サロン・居場所",
      .room = "人数は書かれていない",
      .score = "20",
      .checked = "まだ確かめていない",
      .old = true,
      .unmet = "手を動かす" },
};
static const struct link_view STEPS[] = {
    { .text = "紹介　7月29日" },
    { .text = "見学　8月5日" },
    { .text = "体験　8月12日", .current = true },
};
static const struct placement_day_view ASKED[] = {
    { .id = "y1",
      .kind = "受け入れ先をたずねる",
      .day = "9月2日",
      .state = "済み",
      .tone = "ok",
      .words = "水やりを任されている。" },
    { .id = "y2",
      .kind = "フォローアップ",
      .day = "11月25日",
      .state = "予定",
      .tone = "dash",
      .done_path = "/mihon/placement-days/DDDDDDDDDDDDDDDDDDDDDD" },
};
static const struct placement_view PLACEMENTS[] = {
    { .path = PLACEMENT,
      .id = "MMMMMMMMMMMMMMMMMMMMMM",
      .place = "見本公園の花だん",
      .place_path = PLACE,
      .kind = "畑・花だん",
      .whose = "修さん",
      .state = "体験",
      .tone = "fill",
      .told = "人の少ない時間から始めたいこと",
      .reasons = "人が少ない、家と同じ圏域",
      .words = "1時間いられた。",
      .next = "11月25日",
      .who = "社協　仮野",
      .open = true },
};
static const struct link_view NEXT[] = {
    { "joined", "通いはじめた", false },
    { "declined", "やめた", false },
};

static const struct attended_view ATTENDED[] = {
    { .id = "t1",
      .place = "見本工房",
      .place_path = PLACE "/sessions",
      .title = "第4回　ふりかえり",
      .kind = "定期の講座・プログラム",
      .day = "5月1日（金）",
      .whose = "修さん",
      .times = "3回" },
};

static void
participation(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "参加と場所", 4);
    const struct form_view entry = form_of("e");
    const struct form_view wish = form_of("w");
    const struct form_view missing = form_of("m");
    const struct form_view came = form_of("a");
    struct participation_view m = { .open_path = CASE "/participation",
                                    .wish_path = CASE "/wishes",
                                    .missing_path = CASE "/missing",
                                    .print_path = CASE "/participation/print",
                                    .places_path = "/mihon/places",
                                    .attended_path = CASE "/attendances",
                                    .conference = "重層的支援会議",
                                    .head = gallery_head(g, 11) };
    struct buf b = buf_new(g->mem);

    view_participation(&b, &f, &m, &entry, &wish, &missing, &came, m.attended_path);
    gallery_write(g, "participation-empty", &b);
    b = buf_new(g->mem);
    m.opened = true;
    m.found = "2件";
    m.relax = "「手を動かす」をゆずると、あと3件";
    FILL(g, m.openings, OPENED);
    FILL(g, m.wishes, WISHES);
    FILL(g, m.wishes.v[0].wishes, WISHED);
    FILL(g, m.fits, FITS);
    FILL(g, m.fits.v[0].points, POINTS);
    FILL(g, m.placements, PLACEMENTS);
    FILL(g, m.placements.v[0].steps, STEPS);
    FILL(g, m.attended, ATTENDED);
    view_participation(&b, &f, &m, &entry, &wish, &missing, &came, NULL);
    gallery_write(g, "participation", &b);
}

static void
placement(struct gallery *g)
{
    struct frame_view f = gallery_frame(g, "見本公園の花だん", 4);
    const struct form_view move = form_of("s");
    const struct form_view day = form_of("d");
    const struct form_view host = form_of("h");
    struct placement_page_view m = { .head = gallery_head(g, 11),
                                     .back_path = CASE "/participation",
                                     .move_path = PLACEMENT,
                                     .host_path = PLACEMENT "/host",
                                     .line = PLACEMENTS[0] };
    struct buf b = buf_new(g->mem);

    FILL(g, m.line.steps, STEPS);
    FILL(g, m.line.days, ASKED);
    FILL(g, m.next, NEXT);
    view_placement(&b, &f, &m, &move, &day, &host);
    gallery_write(g, "placement", &b);
}

void
gallery_place(struct gallery *g)
{
    places(g);
    one_place(g);
    writing(g);
    participation(g);
    placement(g);
}
