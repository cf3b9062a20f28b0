package io.dripline.reporting.dashboard.report;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Whether a file is text in UTF-8, as which alone its words are what was written; tells what it may be instead. */
final class CheckText {

    /** Bytes: intake takes no longer report. */
    private static final int LONGEST_LINE = 1 << 20;

    private static final String SAVE_AS = " Save it as \"CSV UTF-8\" and send it again.";

    private CheckText() {}

    /** @throws FileRefusedException naming the line in which it is no text */
    static void check(InputStream file) throws IOException, FileRefusedException {
        InputStream in = new BufferedInputStream(file);
        int number = 1;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (octet == '\n') {
                check(line.toByteArray(), number);
                line.reset();
                number++;
            } else {
                line.write(octet);
                if (line.size() > LONGEST_LINE) {
                    throw new FileRefusedException(
                            "Line %d is longer than 1 MiB: this is no CSV file of sessions.".formatted(number));
                }
            }
        }
        check(line.toByteArray(), number);
    }

    private static void check(byte[] line, int number) throws FileRefusedException {
        String other = number == 1 ? otherFormat(line) : null;
        if (other != null) {
            throw new FileRefusedException(other);
        }
        for (byte octet : line) {
            if (octet == 0) {
                throw new FileRefusedException(
                        "Line %d holds what is no text: this is no CSV file.".formatted(number) + SAVE_AS);
            }
        }
        try {
            var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
        } catch (CharacterCodingException e) {
            throw new FileRefusedException(
                    "Line %d is not encoded in UTF-8, so that its letters cannot be read for certain.".formatted(number)
                            + SAVE_AS);
        }
    }

    private static @Nullable String otherFormat(byte[] line) {
        if (startsWith(line, 'P', 'K', 3, 4) || startsWith(line, 0xD0, 0xCF, 0x11, 0xE0)) {
            return "This is a spreadsheet in its program's own format, and no CSV file." + SAVE_AS;
        }
        if (startsWith(line, 0xFF, 0xFE) || startsWith(line, 0xFE, 0xFF)) {
            return "The file is encoded in UTF-16." + SAVE_AS;
        }
        if (startsWith(line, '%', 'P', 'D', 'F')) {
            return "This is a PDF, and no CSV file.";
        }
        return null;
    }

    private static boolean startsWith(byte[] line, int... octets) {
        if (line.length < octets.length) {
            return false;
        }
        for (int i = 0; i < octets.length; i++) {
            if ((line[i] & 0xFF) != octets[i]) {
                return false;
            }
        }
        return true;
    }
}
