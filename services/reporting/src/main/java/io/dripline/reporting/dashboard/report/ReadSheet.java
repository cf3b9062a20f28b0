package io.dripline.reporting.dashboard.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a file of comma-separated values row by row. The columns may be parted by commas, semicolons or tabs, whichever its first line has. */
final class ReadSheet implements AutoCloseable {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int LONGEST_HEADER = 1 << 16;

    /** Characters, with what parts its cells. */
    private static final int LONGEST_ROW = 1 << 20;

    private static final CsvFactory CSV = CsvFactory.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(LONGEST_ROW).build())
            .build();

    private final CsvParser parser;

    /** @param file which is text in UTF-8; closed with this */
    ReadSheet(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, LONGEST_HEADER);
        skipByteOrderMark(in);
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(in));
        parser = CSV.createParser(new InputStreamReader(in, StandardCharsets.UTF_8));
        parser.setSchema(schema);
        parser.nextToken();
    }

    /**
     * A row.
     *
     * @param line in which it begins, from 1
     * @param cells as they stand there
     */
    record Row(int line, List<String> cells) {

        Row {
            cells = List.copyOf(cells);
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /**
     * The next row; null after the last.
     *
     * @throws FileRefusedException where quotation marks do not match, or the row is longer than 1 MiB, naming the line
     */
    @Nullable
    Row next() throws IOException, FileRefusedException {
        int line = 0;
        long length = 0;
        List<String> cells = new ArrayList<>();
        try {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_ARRAY -> line = parser.currentLocation().getLineNr();
                    case END_ARRAY -> {
                        return line == 0 ? null : new Row(line, cells);
                    }
                    default -> {
                        line = cells.isEmpty() ? parser.currentTokenLocation().getLineNr() : line;
                        String cell = parser.getText();
                        length += cell.length() + 1L;
                        if (length > LONGEST_ROW) {
                            throw new FileRefusedException(
                                    "The row that begins in line %d is longer than 1 MiB, so nothing was reported."
                                            .formatted(line));
                        }
                        cells.add(cell);
                    }
                }
            }
            return null;
        } catch (JsonProcessingException e) {
            throw new FileRefusedException(
                    "The row that begins in line %d cannot be read: a quotation mark is not closed, or something stands behind a closed one, or a cell is longer than 1 MiB."
                            .formatted(line));
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private static void skipByteOrderMark(InputStream in) throws IOException {
        in.mark(BYTE_ORDER_MARK.length);
        byte[] first = in.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(first, BYTE_ORDER_MARK)) {
            in.reset();
        }
    }

    private static char separator(InputStream in) throws IOException {
        in.mark(LONGEST_HEADER);
        String header = new String(in.readNBytes(LONGEST_HEADER - 1), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
        in.reset();
        if (header.contains(",")) {
            return ',';
        }
        return header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
    }
}
