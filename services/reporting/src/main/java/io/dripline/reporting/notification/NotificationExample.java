package io.dripline.reporting.notification;

/** What the API's description shows; a test compares it with what is answered. */
final class NotificationExample {

    static final String PAGE = """
            {"items": [{"id": "6f1c1d1e-2f5a-4c0b-9a57-3d1f0c5e8a10", "recipient": "webhook:office", "occasion": "RAISED", \
            "alert": "01931c5e-7f00-7abc-8def-0000000000ff", "alertVersion": 1, "digest": null, "state": "PARKED", "tries": 33, \
            "createdAt": "2026-11-22T01:02:03Z", "nextTryAt": null, "deliveredAt": null, "lastError": "answered 503", \
            "retriedAt": null, "retriedBy": null}], "next": null}
            """;

    static final String RETRIED = """
            {"id": "6f1c1d1e-2f5a-4c0b-9a57-3d1f0c5e8a10", "recipient": "webhook:office", "occasion": "RAISED", "alert": \
            "01931c5e-7f00-7abc-8def-0000000000ff", "alertVersion": 1, "digest": null, "state": "WAITING", "tries": 33, \
            "createdAt": "2026-11-22T01:02:03Z", "nextTryAt": "2026-11-23T07:40:00Z", "deliveredAt": null, "lastError": \
            "answered 503", "retriedAt": "2026-11-23T07:40:00Z", "retriedBy": "officer"}
            """;

    static final String FORBIDDEN = """
            {"status": 403, "title": "Forbidden"}
            """;

    static final String UNKNOWN_PARAMETER = """
            {"status": 400, "title": "Bad Request", "detail": "The request cannot be read", "violations": [{"field": "colour", \
            "message": "unknown parameter; expected one of after, limit, state"}]}
            """;

    static final String UNKNOWN = """
            {"status": 404, "title": "Not Found", "detail": "There is no notification 6f1c1d1e-2f5a-4c0b-9a57-3d1f0c5e8a10."}
            """;

    static final String ARRIVED = """
            {"status": 409, "title": "Conflict", "detail": "Notification 6f1c1d1e-2f5a-4c0b-9a57-3d1f0c5e8a10 was delivered."}
            """;

    private NotificationExample() {}
}
