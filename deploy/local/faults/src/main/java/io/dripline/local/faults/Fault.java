package io.dripline.local.faults;

import io.dripline.local.stack.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is done to the line, and to which part of it where that is one. */
public enum Fault {
    KILL_INTAKE(Part.INTAKE),
    KILL_CLASSIFICATION(Part.CLASSIFICATION),
    KILL_INCIDENCE(Part.INCIDENCE),
    KILL_REPORTING(Part.REPORTING),
    KILL_POSTGRES(Part.POSTGRES),
    KILL_KAFKA(Part.KAFKA),
    SUSPEND_INTAKE(Part.INTAKE),
    SUSPEND_CLASSIFICATION(Part.CLASSIFICATION),
    SUSPEND_INCIDENCE(Part.INCIDENCE),
    SUSPEND_REPORTING(Part.REPORTING),
    KAFKA_AWAY(Part.KAFKA),
    POSTGRES_AWAY(Part.POSTGRES),
    WIPE_STATE(Part.INCIDENCE),
    FULL_DISK(Part.INCIDENCE),
    CLOCK_AHEAD_CLASSIFICATION(Part.CLASSIFICATION),
    CLOCK_AHEAD_INCIDENCE(Part.INCIDENCE),
    CLOCK_BEHIND_INTAKE(Part.INTAKE),
    CLOCK_BEHIND_REPORTING(Part.REPORTING),
    REPEAT_RECORDS(Part.KAFKA),
    POISON(Part.KAFKA);

    private final Part part;

    Fault(Part part) {
        this.part = part;
    }

    /** What it is done to. */
    Part part() {
        return part;
    }

    /** As it is written on the command line and in tables. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is no such fault; names those that there are */
    static Fault named(String id) {
        return Arrays.stream(values())
                .filter(fault -> fault.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no fault '%s'; expected one of %s"
                        .formatted(id, List.of(values()).stream().map(Fault::id).toList())));
    }
}
