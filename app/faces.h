// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/face_window.h"
#include "app/machine.h"
#include "counter/counter_view_model.h"
#include "display/board_view_model.h"
#include "face/face_clock.h"
#include "face/site_follower.h"
#include "kiosk/kiosk_view_model.h"

namespace anjungan {

// The composition of each face: what its view model needs, the view model, its window, in this order, so that
// they go the other way round.

struct KioskFace
{
    KioskFace(Machine& machine, const Config& config);

    FaceLanguage language;
    FaceClock clock;
    SiteFollower follower;
    KioskViewModel viewModel;
    FaceWindow window;
};

struct CounterFace
{
    CounterFace(Machine& machine, const Config& config);

    FaceLanguage language;
    FaceClock clock;
    SiteFollower follower;
    CounterViewModel viewModel;
    FaceWindow window;
};

struct DisplayFace
{
    DisplayFace(Machine& machine, const Config& config);

    FaceLanguage language;
    FaceClock clock;
    SiteFollower follower;
    BoardViewModel viewModel;
    FaceWindow window;
};

} // namespace anjungan
