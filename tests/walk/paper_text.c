#include "paper_text.h"

#include "../../src/base/buf.h"

#include <spawn.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* Runs pdftotext from one file in memory into another. */
static bool
run(int from, int to)
{
    char program[] = "pdftotext";
    char layout[] = "-layout";
    char both[] = "-";
    char *const argv[] = { program, layout, both, both, NULL };
    posix_spawn_file_actions_t files;
    int status = 1;
    pid_t pid;
    bool ok;

    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, from, 0);
    posix_spawn_file_actions_adddup2(&files, to, 1);
    ok = posix_spawnp(&pid, argv[0], &files, NULL, argv, environ) == 0
         && waitpid(pid, &status, 0) == pid && status == 0;
    posix_spawn_file_actions_destroy(&files);
    return ok;
}

const char *
paper_text(struct arena *mem, const char *bytes, size_t n)
{
    const int from = memfd_create("pdf", MFD_CLOEXEC);
    const int to = memfd_create("text", MFD_CLOEXEC);
    struct buf text = buf_new(mem);
    int pages = 0;
    char part[4096];
    ssize_t got;

    if (from >= 0 && to >= 0 && write(from, bytes, n) == (ssize_t)n
        && lseek(from, 0, SEEK_SET) == 0 && run(from, to)
        && lseek(to, 0, SEEK_SET) == 0)
        while ((got = read(to, part, sizeof part)) > 0)
            buf_add(&text, part, (size_t)got);
    close(from);
    close(to);
    for (size_t i = 0; i < text.n; i++)
        pages += text.p[i] == '\f'; /* ends each page */
    return text.n ? arena_printf(mem, "%d ページ\n%s", pages, buf_text(&text)) : "";
}
