package io.dripline.shipped;

import java.util.List;

/**
 * A library that a service is shipped with.
 *
 * @param name group and artifact, with a colon between them
 * @param version of it
 * @param licences of which any may be chosen, as SPDX ids or as its authors name them; none where they say nothing
 */
public record Part(String name, String version, List<String> licences) implements Comparable<Part> {

    public Part {
        if (name.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException(
                    "expected a name and a version, found '%s' and '%s'".formatted(name, version));
        }
        licences = List.copyOf(licences);
    }

    @Override
    public int compareTo(Part other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return name + ":" + version;
    }
}
