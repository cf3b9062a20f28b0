package io.dripline.contracts.deadletter;

/** Why a record could not be processed. That database or broker are away is no cause: such a record waits. */
public enum DeadLetterCause {
    /** It is empty, not JSON, cut short, or a field has another type than it must have. */
    UNREADABLE,
    /** It is of another schema version than this build reads. */
    UNKNOWN_VERSION,
    /** It can be read, but it contradicts itself, its key, its partition or what is known of its session. */
    BROKEN_INVARIANT,
    /** Nothing is known to be wrong with it: the service has a defect that it brings to light. */
    SERVICE_FAILED
}
