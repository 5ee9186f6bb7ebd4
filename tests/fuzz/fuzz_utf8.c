#include "fuzz.h"

#include "../../src/base/esc.h"

/* Says whether the bytes are well-formed, by the table of RFC 3629 section 4. */
static bool
well_formed(const uint8_t *p, size_t n)
{
    for (size_t i = 0; i < n;) {
        static const struct {
            uint8_t from, to, low, high;
            size_t more;
        } rows[] = {
            { 0x01, 0x7f, 0, 0, 0 },       { 0xc2, 0xdf, 0x80, 0xbf, 1 },
            { 0xe0, 0xe0, 0xa0, 0xbf, 2 }, { 0xe1, 0xec, 0x80, 0xbf, 2 },
            { 0xed, 0xed, 0x80, 0x9f, 2 }, { 0xee, 0xef, 0x80, 0xbf, 2 },
            { 0xf0, 0xf0, 0x90, 0xbf, 3 }, { 0xf1, 0xf3, 0x80, 0xbf, 3 },
            { 0xf4, 0xf4, 0x80, 0x8f, 3 },
        };
        size_t row = 0;

        while (row < 9 && !(p[i] >= rows[row].from && p[i] <= rows[row].to))
            row++;
        if (row == 9 || n - i <= rows[row].more)
            return false;
        for (size_t k = 1; k <= rows[row].more; k++)
            if (p[i + k] < (k == 1 ? rows[row].low : 0x80)
                || p[i + k] > (k == 1 ? rows[row].high : 0xbf))
                return false;
        i += rows[row].more + 1;
    }
    return true;
}

static void
check_kept(const char *s)
{
    PROMISE(text_valid(s, strlen(s)));
}

static void
check_text(struct arena *mem, const char *s)
{
    const char *clean = text_clean(mem, s);
    const char *line = text_line(mem, s);
    struct buf b = buf_new(mem);

    check_kept(clean);
    check_kept(line);
    check_kept(text_fold(mem, s));
    check_kept(text_cut(mem, s, 3));
    PROMISE(text_same(clean, text_clean(mem, clean)));
    PROMISE(text_same(line, text_line(mem, line)));
    PROMISE(!strchr(line, '\n') && text_length(clean) <= text_length(s));
    esc_html(&b, s);
    PROMISE(!strpbrk(buf_text(&b), "<>\"'"));
    esc_json(&b, s);
    esc_csv(&b, s);
    check_kept(buf_text(&b));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena *mem = arena_new();
    bool valid = text_valid(own_copy(mem, data, n), n);

    PROMISE(valid == well_formed(data, n));
    if (valid)
        check_text(mem, arena_copy(mem, data, n));
    arena_free(mem);
    return 0;
}
