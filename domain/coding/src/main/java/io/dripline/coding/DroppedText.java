package io.dripline.coding;

/** Words of the report that state no event, as they were written, and why. */
public record DroppedText(String text, DropReason reason) {}
