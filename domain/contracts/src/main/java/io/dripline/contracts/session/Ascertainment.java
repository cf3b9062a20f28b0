package io.dripline.contracts.session;

/** How events were asked for: by a checklist, or only when the patient spoke up. */
public enum Ascertainment {
    CHECKLIST,
    SPONTANEOUS
}
