#include "file_kind.h"

#include <stdbool.h>
#include <string.h>
#include <utf8proc.h>

static const struct file_kind PDF = { "application/pdf", "PDF", ".pdf" };
static const struct file_kind PNG = { "image/png", "画像（PNG）", ".png" };
static const struct file_kind JPEG = { "image/jpeg", "写真（JPEG）", ".jpg" };
static const struct file_kind HEIC = { "image/heic", "写真（HEIC）", ".heic" };
static const struct file_kind TEXT = { "text/plain; charset=utf-8", "文書（テキスト）",
                                       ".txt" };
static const struct file_kind *const KINDS[] = { &PDF, &PNG, &JPEG, &HEIC, &TEXT };

static bool
begins(const char *p, size_t n, size_t at, const char *with, size_t len)
{
    return n >= at + len && memcmp(p + at, with, len) == 0;
}

/* Plain text: UTF-8 to the end, no control bytes but line ends and tabs. */
static bool
is_text(const char *p, size_t n)
{
    size_t at = 0;

    while (at < n) {
        utf8proc_int32_t letter;
        const utf8proc_ssize_t len = utf8proc_iterate(
            (const utf8proc_uint8_t *)p + at, (utf8proc_ssize_t)(n - at), &letter);

        if (len <= 0
            || (letter < 0x20 && letter != '\n' && letter != '\r' && letter != '\t')
            || letter == 0x7f)
            return false;
        at += (size_t)len;
    }
    return n > 0;
}

const struct file_kind *
file_kind_of(const char *p, size_t n)
{
    if (begins(p, n, 0, "%PDF-", 5))
        return &PDF;
    if (begins(p, n, 0, "\x89PNG\r\n\x1a\n", 8))
        return &PNG;
    if (begins(p, n, 0, "\xff\xd8\xff", 3))
        return &JPEG;
    if (begins(p, n, 4, "ftypheic", 8) || begins(p, n, 4, "ftypmif1", 8))
        return &HEIC;
    return is_text(p, n) ? &TEXT : NULL;
}

const struct file_kind *
file_kind_find(const char *type)
{
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (strcmp(KINDS[i]->type, type) == 0)
            return KINDS[i];
    return NULL;
}

/* APP0 (JFIF), APP2 (colour) and APP14 (how colours are coded) are needed to draw it. */
static bool
is_camera(unsigned char marker)
{
    return marker == 0xfe
           || (marker >= 0xe1 && marker <= 0xef && marker != 0xe2 && marker != 0xee);
}

const char *
file_without_camera(struct arena *mem, const char *p, size_t n, size_t *out_n)
{
    const unsigned char *b = (const unsigned char *)p;
    size_t at = 2;
    size_t to = 2;
    char *out;

    *out_n = n;
    if (file_kind_of(p, n) != &JPEG)
        return p;
    out = arena_alloc(mem, n);
    memcpy(out, p, 2);
    while (at + 4 <= n && b[at] == 0xff && b[at + 1] != 0xda) {
        const size_t len = 2 + (size_t)b[at + 2] * 256 + b[at + 3];

        if (len < 4 || at + len > n)
            return p;
        if (!is_camera(b[at + 1])) {
            memcpy(out + to, p + at, len);
            to += len;
        }
        at += len;
    }
    if (at + 4 > n || b[at] != 0xff)
        return p;
    memcpy(out + to, p + at, n - at);
    *out_n = to + n - at;
    return out;
}
