package io.dripline.coding.meddra;

import io.dripline.coding.BrokenVocabularyException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes as lines. Distributions are in "extended ASCII" (ISO 8859-1) or in UTF-8, and do not say which; a file that is in
 * both, or in neither, is broken.
 */
final class DecodeText {

    private static final String EXPECTED = "text in UTF-8 or in ISO 8859-1 throughout";
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String file;
    private boolean isUtf8;
    private boolean isLatin1;

    private DecodeText(String file) {
        this.file = file;
    }

    static List<String> lines(String file, byte[] bytes) {
        DecodeText decoding = new DecodeText(file);
        List<String> lines = new ArrayList<>();
        int start = startsWithMark(bytes) ? MARK.length : 0;
        for (int i = start; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                int end = i > start && bytes[i - 1] == '\r' ? i - 1 : i;
                if (i < bytes.length || end > start) {
                    lines.add(decoding.line(lines.size() + 1, ByteBuffer.wrap(bytes, start, end - start)));
                }
                start = i + 1;
            }
        }
        return lines;
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= MARK.length && bytes[0] == MARK[0] && bytes[1] == MARK[1] && bytes[2] == MARK[2];
    }

    private String line(int number, ByteBuffer bytes) {
        String line = decoded(bytes);
        if ((isUtf8 && isLatin1) || line.chars().anyMatch(letter -> letter != '\t' && Character.isISOControl(letter))) {
            throw new BrokenVocabularyException(
                    file, number, EXPECTED, line.replaceAll("\\p{Cntrl}|[\\x80-\\x9F]", "\uFFFD"));
        }
        return line;
    }

    private String decoded(ByteBuffer bytes) {
        try {
            String line = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes.duplicate())
                    .toString();
            isUtf8 |= line.chars().anyMatch(letter -> letter > 127);
            return line;
        } catch (CharacterCodingException e) {
            isLatin1 = true;
            return StandardCharsets.ISO_8859_1.decode(bytes).toString();
        }
    }
}
