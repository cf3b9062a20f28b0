package io.dripline.coding.meddra;

import io.dripline.coding.BrokenVocabularyException;
import io.dripline.coding.VocabularyFile;
import java.util.List;
import java.util.function.Consumer;

/**
 * A file of a MedDRA ASCII distribution: one record a line, a dollar sign after every field.
 *
 * @param fields the names of its fields, as the MedDRA Distribution File Format Document gives them
 */
record AscFile(String name, List<String> fields) {

    static final AscFile SOC = new AscFile(
            "soc.asc",
            List.of(
                    "soc_code",
                    "soc_name",
                    "soc_abbrev",
                    "soc_whoart_code",
                    "soc_harts_code",
                    "soc_costart_sym",
                    "soc_icd9_code",
                    "soc_icd9cm_code",
                    "soc_icd10_code",
                    "soc_jart_code"));

    static final AscFile PT = new AscFile(
            "pt.asc",
            List.of(
                    "pt_code",
                    "pt_name",
                    "null_field",
                    "pt_soc_code",
                    "pt_whoart_code",
                    "pt_harts_code",
                    "pt_costart_sym",
                    "pt_icd9_code",
                    "pt_icd9cm_code",
                    "pt_icd10_code",
                    "pt_jart_code"));

    static final AscFile LLT = new AscFile(
            "llt.asc",
            List.of(
                    "llt_code",
                    "llt_name",
                    "pt_code",
                    "llt_whoart_code",
                    "llt_harts_code",
                    "llt_costart_sym",
                    "llt_icd9_code",
                    "llt_icd9cm_code",
                    "llt_icd10_code",
                    "llt_currency",
                    "llt_jart_code"));

    static final AscFile MDHIER = new AscFile(
            "mdhier.asc",
            List.of(
                    "pt_code",
                    "hlt_code",
                    "hlgt_code",
                    "soc_code",
                    "pt_name",
                    "hlt_name",
                    "hlgt_name",
                    "soc_name",
                    "soc_abbrev",
                    "null_field",
                    "pt_soc_code",
                    "primary_soc_fg"));

    /** Longer than any name that the format allows. */
    private static final int LONGEST_NAME = 250;

    /** One by one, so that no more than the lines is held; blank lines are skipped. */
    void forEachRow(String file, List<String> lines, Consumer<Row> reader) {
        if (lines.stream().allMatch(String::isBlank)) {
            throw new BrokenVocabularyException(file, "at least one record");
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                reader.accept(row(new VocabularyFile.Line(file, i + 1, lines.get(i))));
            }
        }
    }

    private Row row(VocabularyFile.Line line) {
        List<String> values = List.of(line.text().split("\\$", -1));
        if (values.size() != fields.size() + 1 || !values.getLast().isBlank()) {
            throw line.broken("the %d fields %s, a $ after each".formatted(fields.size(), String.join(", ", fields)));
        }
        return new Row(this, line, values);
    }

    /** One record. */
    record Row(AscFile format, VocabularyFile.Line line, List<String> values) {

        int code(String field) {
            String value = value(field);
            try {
                int code = Integer.parseInt(value);
                if (code > 0) {
                    return code;
                }
            } catch (NumberFormatException e) {
                // told below
            }
            throw line.broken("a whole number above 0 for " + field);
        }

        String name(String field) {
            String value = value(field);
            if (value.isEmpty() || value.length() > LONGEST_NAME) {
                throw line.broken("1 to %d characters for %s".formatted(LONGEST_NAME, field));
            }
            return value;
        }

        boolean flag(String field) {
            return switch (value(field)) {
                case "Y" -> true;
                case "N" -> false;
                default -> throw line.broken("Y or N for " + field);
            };
        }

        private String value(String field) {
            return values.get(format.fields.indexOf(field)).strip();
        }
    }
}
