// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/slip_maker.h"
#include "core/token.h"
#include "server/phone_view.h"
#include "storage/sodium.h"
#include "support/hall.h"
#include "support/temp_directory.h"

#include <stdexcept>

namespace anjungan {

/// A signer whose key lives as long as the test.
inline SodiumSigner newSigner()
{
    const TempDirectory directory(TempDirectory::Place::Memory);
    auto signer = SodiumSigner::loadOrCreate(directory.path("device.key"));
    if (!signer)
        throw std::runtime_error(signer.error().context);
    return *std::move(signer);
}

/// The tiny catalogue with the police open on a Monday too.
inline Catalogue openCatalogue()
{
    Catalogue catalogue = *tinyCatalogue();
    catalogue.agencies[1].hours.reset();
    return catalogue;
}

/// A hall whose kiosk, number 3, signs its slips with a real key.
struct PhoneHall : Hall
{
    explicit PhoneHall(const Catalogue& catalogue = openCatalogue())
        : Hall(std::make_shared<const Catalogue>(catalogue))
    {
        RegisterDevice device;
        device.device = *DeviceId::parse("anjungan-3");
        device.incarnation = queue.random().makeId<IncarnationId>();
        device.series = 3;
        device.publicKey = signer.publicKey();
        queue.must(device);
    }

    [[nodiscard]] PhoneView view(const TicketId& ticket) const
    {
        return phoneViewOf(site(), ticket, clock.now());
    }
    [[nodiscard]] PhoneView scan(std::string_view token) const
    {
        return phoneViewOf(site(), token, verifier, clock.now());
    }

    /// Of a ticket that the log holds.
    [[nodiscard]] std::string tokenOf(const TicketId& ticket) const
    {
        return makeSlipCode(makeSlip(site(), *site().find(ticket)), signer, "").value().text;
    }
    /// Of a ticket that only the kiosk knows.
    [[nodiscard]] std::string tokenAlone(std::string_view day = "2026-11-23", std::string_view at = "contoh",
                                         const Signer* by = nullptr) const
    {
        TicketToken token;
        token.site = *SiteId::parse(at);
        token.ticket = TicketId({7, 7, 7});
        token.day = *parseDay(day);
        token.number = {"A", 3, 12};
        token.prefixes = {"A"};
        return writeToken(token, by ? *by : signer).value();
    }

    SodiumSigner signer = newSigner();
    SodiumVerifier verifier;
};

} // namespace anjungan
