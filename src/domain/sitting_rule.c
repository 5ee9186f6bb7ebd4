#include "sitting_rule.h"

#include <string.h>

bool
sitting_asks_consent(const struct plan_meeting *body)
{
    return body->consent_required == PROFILE_CONSENT_NOT_STATED
           || body->consent_required == PROFILE_CONSENT_NONE
           || body->consent_required == PROFILE_CONSENT_MIXED;
}

bool
sitting_takes_cases(const struct plan_meeting *body)
{
    return body->consent_required != PROFILE_CONSENT_NOT_APPLICABLE;
}

static bool
needs_consent(const struct plan_meeting *body, enum consent_question question)
{
    return body->consent_required == PROFILE_CONSENT_YES
           || (sitting_asks_consent(body) && question != CONSENT_QUESTION_NOT_NEEDED);
}

enum tabling_verdict
sitting_may_table(const struct tabling *t)
{
    if (!t->has_case)
        return TABLING_YES;
    if (!sitting_takes_cases(t->body)
        || (sitting_asks_consent(t->body) && t->question == CONSENT_QUESTION_NO_CASE))
        return TABLING_NO_CASES;
    if (needs_consent(t->body, t->question) && !t->consent)
        return t->partly ? TABLING_PARTLY : TABLING_CONSENT;
    if (t->body->kind == PROFILE_MEETING_KIND_MULTILAYER && t->application_needed
        && !t->application)
        return TABLING_APPLICATION;
    if (!t->consent && !t->reason)
        return TABLING_REASON;
    return TABLING_YES;
}

static bool
cites_its_ground(const struct plan_meeting *body)
{
    for (size_t i = 0; i < body->legal_basis.n; i++)
        if (body->legal_basis.v[i].cited)
            return true;
    return false;
}

enum item_footing
sitting_footing(const struct plan_meeting *body,
                enum consent_question question,
                bool has_case,
                bool nameless)
{
    if (!has_case)
        return ITEM_FOOTING_TOPIC;
    if (nameless || body->confidentiality.anonymise == TRI_YES)
        return ITEM_FOOTING_NAMELESS;
    if (needs_consent(body, question))
        return ITEM_FOOTING_BY_CONSENT;
    return cites_its_ground(body) ? ITEM_FOOTING_LAWFUL : ITEM_FOOTING_NAMELESS;
}

bool
sitting_binds(const struct plan_meeting *body)
{
    return body->confidentiality.duty == PROFILE_DUTY_STATUTORY
           || body->confidentiality.duty == PROFILE_DUTY_APPLIES;
}

bool
sitting_must_swear(bool item_bound, enum attendee_part part)
{
    return item_bound || part == ATTENDEE_PART_RESIDENT;
}

/* Says whether the words, parted by spaces, hold the word. */
static bool
holds(const char *words, const char *word)
{
    const size_t n = strlen(word);

    while (n && (words = strstr(words, word))) {
        if (words[n] == '\0' || words[n] == ' ')
            return true;
        words += n;
    }
    return false;
}

const struct plan_meeting *
sitting_body_of(const struct profile *p,
                const char *body,
                const char *also,
                const char *acts_as)
{
    const struct plan_meeting *m = profile_meeting(p, body);

    if (!m || !*acts_as || strcmp(acts_as, body) == 0)
        return m;
    if (holds(also, acts_as))
        return profile_meeting(p, acts_as);
    for (size_t i = 0; i < m->may_act_as.n; i++)
        if (strcmp(m->may_act_as.v[i], acts_as) == 0)
            return profile_meeting(p, acts_as);
    return NULL;
}

enum closing
sitting_may_close(enum sitting_state state, size_t open_items)
{
    if (state != SITTING_STATE_OPEN)
        return CLOSING_NOT_OPEN;
    return open_items ? CLOSING_ITEM_OPEN : CLOSING_YES;
}

size_t
sitting_answers_wanted(long needed, size_t invited, size_t answered)
{
    const size_t want =
        needed > 0 && (size_t)needed < invited ? (size_t)needed : invited;

    return answered < want ? want - answered : 0;
}

const struct plan_meeting *
sitting_way_out(const struct profile *p)
{
    for (size_t i = 0; i < p->meetings.n; i++)
        if (p->meetings.v[i].kind == PROFILE_MEETING_KIND_SUPPORT)
            return &p->meetings.v[i];
    return NULL;
}

bool
sitting_contact_lost(const enum contact_result *tries, size_t n)
{
    bool lost = false;

    for (size_t i = 0; i < n; i++)
        if (tries[i] == CONTACT_RESULT_NOT_MET)
            lost = true;
        else if (tries[i] != CONTACT_RESULT_AROUND)
            lost = false;
    return lost;
}
