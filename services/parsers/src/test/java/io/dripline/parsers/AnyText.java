package io.dripline.parsers;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bytes as any text that a Java string can be, halves of characters among them. */
public final class AnyText {

    private AnyText() {}

    /** Java's modified UTF-8, in which halves of characters can be written; else UTF-8 with what is none replaced. */
    public static String of(byte[] bytes) {
        if (bytes.length <= 0xFFFF) {
            byte[] counted = new byte[bytes.length + 2];
            counted[0] = (byte) (bytes.length >> 8);
            counted[1] = (byte) bytes.length;
            System.arraycopy(bytes, 0, counted, 2, bytes.length);
            try {
                return new DataInputStream(new ByteArrayInputStream(counted)).readUTF();
            } catch (IOException otherwise) {
                // It is read the usual way.
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The lines, of which there are {@code many}: those that are missing are null. */
    public static List<String> lines(byte[] bytes, int many) {
        String[] lines = of(bytes).split("\n", many);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            all.add(i < lines.length ? lines[i] : null);
        }
        return all;
    }
}
