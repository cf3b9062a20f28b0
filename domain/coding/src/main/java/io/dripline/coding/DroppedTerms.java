package io.dripline.coding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which terms of a report did not happen, and why not. */
final class DroppedTerms {

    private final Map<Part.Found, DropReason> reasons = new HashMap<>();

    /** Unless it is a term that was dropped before. */
    void drop(Part part, DropReason reason) {
        if (part instanceof Part.Found found) {
            reasons.putIfAbsent(found, reason);
        }
    }

    /** Where it was dropped for no other reason. */
    void takeUp(Part.Found found, DropReason reason) {
        reasons.remove(found, reason);
    }

    void drop(List<Part> parts, DropReason reason) {
        parts.forEach(part -> drop(part, reason));
    }

    boolean has(Part.Found found) {
        return reasons.containsKey(found);
    }

    Map<Part.Found, DropReason> reasons() {
        return reasons;
    }
}
