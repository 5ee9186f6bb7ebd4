#include "anonymise_look.h"

#include "anonymise.h"

#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

enum { FIRST_YEAR = 1868, LAST_YEAR = 2199, AGE_MAX = 150, VALUE_CAP = 100000000 };

/* How a reading goes on: the cells, and where it stands. */
struct reading {
    const struct cells *t;
    size_t at;
};

static bool
take(struct reading *r, const char *word)
{
    const size_t n = cells_word(r->t, r->at, word);

    r->at += n;
    return n > 0;
}

static const struct cell *
here(const struct reading *r)
{
    return &r->t->v[r->at];
}

/* A number in digits; returns how many, and moves behind them. */
static size_t
digits(struct reading *r, long *value)
{
    size_t n = 0;

    *value = 0;
    for (int d; (d = cell_digit(here(r), false)) >= 0; r->at++, n++)
        *value = *value < VALUE_CAP ? *value * 10 + d : *value;
    return n;
}

/* The same in 漢数字: 八十二, 二〇二六, 百二. */
static size_t
kanji_number(struct reading *r, long *value)
{
    const size_t from = r->at;
    long whole = 0;
    long part = -1;

    for (;; r->at++) {
        const struct cell *c = here(r);
        const int d = cell_digit(c, true);

        if (d >= 0 && cell_digit(c, false) < 0)
            part = part < 0 ? d : part * 10 + d;
        else if (cells_word(r->t, r->at, "十") || cells_word(r->t, r->at, "百")) {
            whole += (part < 0 ? 1 : part) * (cells_word(r->t, r->at, "十") ? 10 : 100);
            part = -1;
        } else
            break;
    }
    *value = whole + (part < 0 ? 0 : part);
    return r->at - from;
}

static size_t
number(struct reading *r, long *value)
{
    const size_t n = digits(r, value);

    return n ? n : kanji_number(r, value);
}

static const char *
season(long month)
{
    static const char *const SEASONS[] = { "冬ごろ", "春ごろ", "夏ごろ", "秋ごろ" };

    return month < 1 || month > 12 ? "あるころ" : SEASONS[month % 12 / 3];
}

static bool
point(struct reading *r)
{
    const struct cell *c = here(r);

    if (c->cp != '.' && c->cp != '/' && !cell_is_dash(c))
        return false;
    r->at++;
    return true;
}

/* "（木）", "(木曜日)" behind a day. */
static void
weekday(struct reading *r)
{
    static const char *const DAYS[] = { "月", "火", "水", "木", "金", "土", "日" };
    struct reading q = *r;

    if (!take(&q, "(") && !take(&q, "（"))
        return;
    q.at += cells_any(q.t, q.at, DAYS, COUNT(DAYS));
    (void)(take(&q, "曜日") || take(&q, "曜"));
    if (q.at > r->at + 1 && (take(&q, ")") || take(&q, "）")))
        *r = q;
}

/* "5月7日", "5月": behind a year or alone. */
static bool
month_day(struct reading *r, long *month)
{
    struct reading q = *r;
    long day;

    if (!number(&q, month) || *month < 1 || *month > 12 || !take(&q, "月"))
        return false;
    *r = q;
    if (number(&q, &day) && day >= 1 && day <= 31 && take(&q, "日"))
        *r = q;
    weekday(r);
    return true;
}

/* ".5.7" behind a year. */
static bool
points_day(struct reading *r, long *month)
{
    struct reading q = *r;
    long day;

    if (!point(&q) || !digits(&q, month) || *month < 1 || *month > 12)
        return false;
    *r = q;
    if (point(&q) && digits(&q, &day) && day >= 1 && day <= 31)
        *r = q;
    weekday(r);
    return true;
}

/* The era before a year: whole, short, as one letter; says whether it is one. */
static bool
era(struct reading *r, bool *brief)
{
    static const char *const WHOLE[] = { "令和", "平成", "昭和", "大正", "明治",
                                         "㋿",  "㍻",   "㍼",   "㍽",   "㍾" };
    static const char *const BRIEF[] = { "R", "H", "S", "T",  "M",  "r",
                                         "h", "s", "t", "令", "平", "昭" };
    size_t n = cells_any(r->t, r->at, WHOLE, COUNT(WHOLE));

    *brief = n == 0;
    if (!n)
        n = cells_any(r->t, r->at, BRIEF, COUNT(BRIEF));
    if (*brief && n && r->at && cell_is_latin(&r->t->v[r->at - 1]))
        return false;
    r->at += n;
    while (n && cell_is_space(here(r)))
        r->at++;
    return n > 0;
}

static bool
era_day(struct reading *r, long *month)
{
    struct reading q = *r;
    bool brief;
    long year;

    *month = 0;
    if (!era(&q, &brief))
        return false;
    if (!take(&q, "元") && (!number(&q, &year) || year > 99))
        return false;
    if (take(&q, "年")) {
        *r = q;
        if (month_day(&q, month))
            *r = q;
        return true;
    }
    if (!points_day(&q, month))
        return false;
    *r = q;
    return true;
}

static bool
western_day(struct reading *r, long *month)
{
    struct reading q = *r;
    const size_t n = digits(&q, month);
    long year = *month;

    *month = 0;
    if (n == 8 && year / 10000 >= FIRST_YEAR && year / 10000 <= LAST_YEAR
        && year / 100 % 100 >= 1 && year / 100 % 100 <= 12 && year % 100 >= 1
        && year % 100 <= 31) {
        *month = year / 100 % 100;
        *r = q;
        return true;
    }
    if (!n)
        (void)kanji_number(&q, &year);
    if (year < FIRST_YEAR || year > LAST_YEAR)
        return false;
    if (take(&q, "年")) {
        *r = q;
        if (month_day(&q, month))
            *r = q;
        return true;
    }
    if (!n || !points_day(&q, month))
        return false;
    *r = q;
    return true;
}

/* "5/7"; halves and thirds are none. */
static bool
slash_day(struct reading *r, long *month)
{
    struct reading q = *r;
    long day;

    if (!digits(&q, month) || *month < 1 || *month > 12 || here(&q)->cp != '/')
        return false;
    q.at++;
    if (!digits(&q, &day) || day < 1 || day > 31 || here(&q)->cp == '/'
        || (*month < day && day <= 4 && *month <= 3))
        return false;
    *r = q;
    weekday(r);
    return true;
}

static size_t
read_day(const struct cells *t, size_t i, const char **put)
{
    struct reading r = { .t = t, .at = i };
    long month;

    if (i && cell_digit(&t->v[i - 1], false) >= 0)
        return 0;
    if (!era_day(&r, &month) && !western_day(&r, &month) && !slash_day(&r, &month)
        && !month_day(&r, &month))
        return 0;
    *put = season(month);
    return r.at - i;
}

static size_t
read_age(struct arena *mem, const struct cells *t, size_t i, const char **put)
{
    struct reading r = { .t = t, .at = i };
    long age;

    if (!number(&r, &age) || age > AGE_MAX
        || !(take(&r, "歳") || take(&r, "才") || take(&r, "さい")))
        return 0;
    (void)take(&r, "代");
    *put = age_band(mem, age);
    return r.at - i;
}

/* "R8-000123-4": the number of a case. */
static size_t
read_case(const struct cells *t, size_t i)
{
    struct reading r = { .t = t, .at = i };
    long v;

    if (!(take(&r, "R") || take(&r, "r")) || !digits(&r, &v) || !cell_is_dash(here(&r)))
        return 0;
    r.at++;
    if (digits(&r, &v) < 3)
        return 0;
    if (cell_is_dash(here(&r))) {
        r.at++;
        (void)digits(&r, &v);
    }
    return r.at - i;
}

/* "3丁目4番5号", "12番地の3", "205号室", "3号棟": 番 and 号 only within the like. */
static size_t
read_block(const struct cells *t, size_t i)
{
    static const char *const SURE[] = { "丁目", "番地", "号室", "号棟", "棟" };
    struct reading r = { .t = t, .at = i };
    size_t end = 0;
    size_t loose = 0;
    bool sure = false;
    long v;

    while (number(&r, &v)) {
        const size_t n = cells_any(t, r.at, SURE, COUNT(SURE));

        r.at += n;
        sure = sure || n > 0;
        if (!n && !(take(&r, "番") || take(&r, "号"))) {
            if (!sure)
                break;
            end = r.at; /* 3丁目4-5 */
            if (!cell_is_dash(here(&r)))
                break;
        } else {
            loose += n == 0;
            end = r.at;
        }
        if (cell_is_dash(here(&r)) || here(&r)->cp == 0x306E) /* 番地の3 */
            r.at++;
    }
    return end && (sure || loose > 1) ? end - i : 0;
}

/* What is counted: "2-3日" is no address. */
static bool
counted(const struct cells *t, size_t i)
{
    static const char *const UNITS[] = {
        "日", "回", "人", "か月", "ヶ月",   "カ月",   "ヵ月", "年",       "時",   "分",
        "週", "歳", "度", "割",   "%",      "％",     "名",   "件",       "本",   "個",
        "枚", "冊", "円", "万",   "km",     "m",      "kg",   "g",        "歩",   "階",
        "組", "つ", "部", "点",   "ページ", "センチ", "キロ", "メートル", "世帯", "割"
    };

    return cells_any(t, i, UNITS, COUNT(UNITS)) > 0;
}

/* Groups of digits as telephones and house numbers are written. */
struct groups {
    size_t n;
    size_t size[6];
    size_t digits;
    bool dashes; /* nothing but dashes between them */
    long first;
    bool zero; /* begins with 0 */
};

static bool
between(struct reading *r, struct groups *g)
{
    struct reading q = *r;
    const bool dash = cell_is_dash(here(&q));

    if (dash) {
        q.at++;
    } else {
        while (cell_is_space(here(&q)) || here(&q)->cp == '(' || here(&q)->cp == ')'
               || here(&q)->cp == '.' || (here(&q)->cp == 0x306E && g->zero))
            q.at++;
    }
    if (q.at == r->at || cell_digit(here(&q), g->zero) < 0)
        return false;
    g->dashes = g->dashes && dash;
    *r = q;
    return true;
}

/* Reads as many groups as follow; kanji: digits of telephones may be 〇四八. */
static size_t
read_run(const struct cells *t, size_t i, bool kanji, struct groups *g)
{
    struct reading r = { .t = t, .at = i };

    *g = (struct groups){ .dashes = true };
    do {
        size_t n = 0;
        int d;

        for (; (d = cell_digit(here(&r), kanji)) >= 0; r.at++, n++)
            if (!g->n && !n)
                g->zero = d == 0;
        if (!n)
            break;
        g->size[g->n++] = n;
        g->digits += n;
    } while (g->n < COUNT(g->size) && between(&r, g));
    return r.at - i;
}

/* "(048)": a bracket that belongs to the number. */
static bool
closed(const struct cells *t, size_t i)
{
    const size_t from = i;

    while (cell_digit(&t->v[i], true) >= 0)
        i++;
    return t->v[i].cp == ')' && i - from <= 5;
}

static size_t
read_phone(const struct cells *t, size_t i)
{
    size_t from = i;
    struct groups g;
    size_t n;

    if (cells_word(t, i, "+81"))
        from += 3;
    while (from > i && (cell_is_dash(&t->v[from]) || cell_is_space(&t->v[from])))
        from++;
    if (t->v[from].cp == '(' && closed(t, from + 1))
        from++;
    n = read_run(t, from, true, &g);
    if (!n || g.digits < 9 || g.digits > 13 || (!g.zero && from < i + 3))
        return 0;
    return from + n - i;
}

static bool
is_name(const struct cell *c)
{
    return cell_is_kanji(c) || cell_is_katakana(c);
}

/* House numbers "3-4-5", a postal code, a telephone without its first part, a long number. */
static size_t
read_groups(const struct cells *t, size_t i, const char **put, bool *back)
{
    struct groups g;
    const size_t n = read_run(t, i, false, &g);
    const bool after = i && is_name(&t->v[i - 1]);

    if (!n || (i && t->v[i - 1].cp == '.'))
        return 0;
    if (g.n == 1) {
        *put = "（番号）";
        return g.digits >= 6 && !counted(t, i + n) ? n : 0;
    }
    if (!g.dashes || counted(t, i + n))
        return 0;
    *put = "（住所）";
    if (g.n == 2 && (g.size[0] == 3 || g.size[0] == 4) && g.size[1] == 4) {
        *put = i && t->v[i - 1].cp == 0x3012 ? "（住所）" : "（電話）";
        if (g.size[0] == 3)
            *put = "（住所）";
        return n;
    }
    *back = after;
    return (g.n >= 3 && g.digits <= 8) || (after && g.digits <= 7) ? n : 0;
}

static bool
is_mail(const struct cell *c)
{
    return cell_is_latin(c) || cell_digit(c, false) >= 0 || c->cp == '.' || c->cp == '_'
           || c->cp == '-' || c->cp == '+';
}

static size_t
read_mail(const struct cells *t, size_t i)
{
    size_t end = i;

    while (is_mail(&t->v[end]))
        end++;
    if (end == i || t->v[end].cp != '@' || !is_mail(&t->v[end + 1]))
        return 0;
    for (end++; is_mail(&t->v[end]);)
        end++;
    return end - i;
}

/* "番号A-1234", "No.55012": letters and digits behind what says that they are one. */
static size_t
read_labelled(const struct cells *t, size_t i)
{
    static const char *const LABELS[] = { "番号", "No", "NO", "no", "ID", "№", "記号" };
    size_t from = i;
    size_t end = i;
    size_t digits = 0;
    bool label = false;

    while (from && i - from < 3
           && (cell_is_space(&t->v[from - 1]) || t->v[from - 1].cp == '.'
               || t->v[from - 1].cp == ':' || t->v[from - 1].cp == 0x306F))
        from--;
    for (size_t k = 0; k < COUNT(LABELS) && !label; k++)
        for (size_t w = 1; w <= 2 && !label; w++)
            label = from >= w && cells_word(t, from - w, LABELS[k]) == w;
    if (!label)
        return 0;
    for (;; end++) {
        digits += cell_digit(&t->v[end], false) >= 0;
        if (!cell_is_latin(&t->v[end]) && cell_digit(&t->v[end], false) < 0
            && !(end > i && cell_is_dash(&t->v[end])))
            break;
    }
    return digits >= 3 ? end - i : 0;
}

size_t
looks_at(
    struct arena *mem, const struct cells *t, size_t i, const char **put, bool *back)
{
    size_t n;

    *back = false;
    *put = "（番号）";
    if ((n = read_case(t, i)) || (n = read_labelled(t, i)))
        return n;
    *put = "（メール）";
    if ((n = read_mail(t, i)))
        return n;
    if ((n = read_day(t, i, put)) || (n = read_age(mem, t, i, put)))
        return n;
    *put = "（住所）";
    if ((n = read_block(t, i))) {
        *back = true;
        return n;
    }
    *put = "（電話）";
    if ((n = read_phone(t, i)))
        return n;
    return read_groups(t, i, put, back);
}
