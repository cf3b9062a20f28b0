package io.dripline.coding;

/**
 * One word at three depths, each making more words equal.
 *
 * @param plain lower case, without accents
 * @param spelt the same in British and American English
 * @param stem without its ending
 * @param change what else was done to reach the stem
 */
record Word(String plain, String spelt, String stem, Change change) {

    enum Change {
        NONE,
        /** Another word for the same: raised for increased. */
        EQUAL,
        /** An abbreviation was written out. */
        EXPANDED,
        /** One letter was corrected. */
        CORRECTED
    }
}
