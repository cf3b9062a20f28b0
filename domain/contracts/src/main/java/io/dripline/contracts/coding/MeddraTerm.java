package io.dripline.contracts.coding;

/**
 * A preferred term of a licensee's own MedDRA distribution, with its primary system organ class.
 *
 * @param ptCode code of the preferred term, 1 or more
 * @param pt its name
 * @param socCode code of its primary system organ class, 1 or more
 * @param soc the name of that class
 */
public record MeddraTerm(int ptCode, String pt, int socCode, String soc) {

    public MeddraTerm {
        if (ptCode < 1 || socCode < 1) {
            throw new IllegalArgumentException(
                    "ptCode and socCode: expected 1 or more, found %d and %d".formatted(ptCode, socCode));
        }
    }
}
