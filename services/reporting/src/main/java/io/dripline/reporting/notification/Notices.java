package io.dripline.reporting.notification;

import io.dripline.reporting.alert.AlertVersions;
import io.dripline.reporting.alert.SummariseAlert;
import io.dripline.reporting.digest.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** What deliveries say: the same at every try, since versions of alerts and digests never change. */
@ApplicationScoped
class Notices {

    private final AlertVersions versions = new AlertVersions();
    private final Digests digests;
    private final SummariseAlert summaries;

    Notices(Digests digests, SummariseAlert summaries) {
        this.digests = digests;
        this.summaries = summaries;
    }

    Notice of(Handle handle, Delivery delivery) {
        if (delivery.digest() != null) {
            return new Notice.OfDigest(digests.find(handle, delivery.digest()).orElseThrow());
        }
        return new Notice.OfAlert(
                delivery.occasion(),
                summaries.summarise(versions.find(
                                handle,
                                Objects.requireNonNull(delivery.alert()),
                                Objects.requireNonNull(delivery.alertVersion()))
                        .orElseThrow()));
    }
}
