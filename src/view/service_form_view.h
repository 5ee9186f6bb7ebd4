/*
 * The consultations of a case with their forms: each form with ids of its own.
 */
#ifndef KASANE_VIEW_SERVICE_FORM_VIEW_H
#define KASANE_VIEW_SERVICE_FORM_VIEW_H

#include "../policy/service_view.h"
#include "control.h"

struct service_decide_view {
    struct service_request_view of;
    struct form_view form; /* of the decision */
};

struct service_decide_list {
    struct service_decide_view *v;
    size_t n;
    size_t cap;
};

struct consultation_form_view {
    struct consultation_view of;
    struct form_view form; /* of one more application */
    struct service_decide_list requests;
};

struct consultation_form_list {
    struct consultation_form_view *v;
    size_t n;
    size_t cap;
};

#endif
