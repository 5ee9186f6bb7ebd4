#include "fuzz.h"

#include "../../src/web/decode_type.h"
#include "../../src/web/multipart.h"

static void
check_files(const struct multipart *m, const char *body, size_t n)
{
    PROMISE(m->n_files <= MULTIPART_FILES_MAX);
    for (size_t i = 0; i < m->n_files; i++) {
        const struct multipart_file *f = &m->files[i];

        PROMISE(decode_name_good(f->field, strlen(f->field)));
        PROMISE(text_valid(f->filename, strlen(f->filename)));
        PROMISE(!strpbrk(f->filename, "/\\\r\n\""));
        PROMISE(f->p >= body && f->p + f->n <= body + n);
    }
}

/* The first line is the Content-Type, the rest the body. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena *mem = arena_new();
    const uint8_t *end = n ? memchr(data, '\n', n) : NULL;
    size_t head = end ? (size_t)(end - data) : n;
    const char *type = arena_copy(mem, data, head);
    const char *boundary = NULL;

    if (end && decode_content_type(mem, type, &boundary) == TYPE_MULTIPART) {
        const char *body = own_copy(mem, end + 1, n - head - 1);
        struct decode_fault why;
        struct multipart m;
        enum decode_verdict v =
            multipart_read(mem, boundary, body, n - head - 1, &m, &why);

        PROMISE(multipart_boundary_good(boundary));
        check_fault(mem, v, &why);
        check_fields(&m.fields);
        check_files(&m, body, n - head - 1);
    }
    arena_free(mem);
    return 0;
}
