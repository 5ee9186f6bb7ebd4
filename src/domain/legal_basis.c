#include "legal_basis.h"

#include <string.h>

static const char *const ITEMS[] = {
    "swa_106_4_2_1", "swa_106_4_2_2", "swa_106_4_2_3",
    "swa_106_4_2_4", "swa_106_4_2_5", "swa_106_4_2_6"
};

/* Paragraph 0: whatever paragraph is cited, or none. */
static const struct {
    const char *law;
    const char *article;
    int64_t paragraph;
    const char *id;
} ARTICLES[] = {
    { "社会福祉法", "106の5", 3, "swa_106_5_3" },
    { "社会福祉法", "106の5", 0, "swa_106_5_1" },
    { "社会福祉法", "106の6", 3, "request_106_6" },
    { "社会福祉法", "106の6", 0, "swa_106_6" },
    { "社会福祉法", "106の4", 0, "swa_106_4" },
    { "社会福祉法", "107", 0, "swa_107" },
    { "地方税法", "22", 0, "lta_22" },
};

const char *
legal_basis_of_item(int64_t item)
{
    return item >= 1 && item <= 6 ? ITEMS[item - 1] : NULL;
}

const char *
legal_basis_of(const struct plan_legal_basis *b)
{
    if (strcmp(b->article, "106の4") == 0 && b->item.given
        && legal_basis_of_item(b->item.v))
        return legal_basis_of_item(b->item.v);
    for (size_t i = 0; i < sizeof ARTICLES / sizeof *ARTICLES; i++)
        if (strcmp(b->law, ARTICLES[i].law) == 0
            && strcmp(b->article, ARTICLES[i].article) == 0
            && (!ARTICLES[i].paragraph
                || (b->paragraph.given && b->paragraph.v == ARTICLES[i].paragraph)))
            return ARTICLES[i].id;
    return NULL;
}
