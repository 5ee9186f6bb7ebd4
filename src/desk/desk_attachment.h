/*
 * Photographs and papers beside the record.
 */
#ifndef KASANE_DESK_ATTACHMENT_H
#define KASANE_DESK_ATTACHMENT_H

#include "../base/outcome.h"
#include "../policy/attachment_view.h"
#include "gen/forms.h"

enum {
    ATTACHMENT_FILES_MAX = 20,              /* beside one entry */
    ATTACHMENT_SIZE_MAX = 10 * 1024 * 1024, /* bytes of one file */
    ATTACHMENT_NAME_MAX = 100               /* letters of its name */
};

/* A file as it came: its name and bytes. */
struct attachment_file {
    const char *name;
    const char *p;
    size_t n;
};

/*
 * Puts files beside an entry of the record of the viewer's desk. What a file is, its bytes
 * say; photographs lose what the camera wrote into them (the place). Mistakes name the file.
 */
bool desk_attach(struct ctx *c,
                 struct note_id id,
                 const struct form_attachment *f,
                 const struct attachment_file *files,
                 size_t n,
                 struct outcome *out) MUST_USE;

/* The files beside an entry; one file with its bytes. MISSING when they are not open. */
bool desk_attachments(struct ctx *c,
                      struct note_id id,
                      struct attachments_view *out) MUST_USE;
bool desk_attachment_file(struct ctx *c,
                          struct attachment_id id,
                          struct attachment_file *out,
                          const char **type) MUST_USE;

/* Takes one's own file back: its bytes go at once, that it was there stays with the reason. */
bool desk_attachment_withdraw(struct ctx *c,
                              struct attachment_id id,
                              const struct form_attachment_withdraw *f,
                              struct outcome *out) MUST_USE;

#endif
