package io.dripline.coding.nearest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Vectors that an earlier build made, so that a new wording costs one embedding and not eleven thousand. */
final class KnownVectors {

    private final Path file;

    KnownVectors(Path file) {
        this.file = file;
    }

    /** By wording; empty where the file is missing, cut or made in another way. */
    Map<String, byte[]> read() {
        Map<String, byte[]> vectors = new HashMap<>();
        if (!Files.exists(file)) {
            return vectors;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!in.readUTF().equals(MiniLm.VECTORS)) {
                return vectors;
            }
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                String text = in.readUTF();
                byte[] vector = new byte[in.readInt()];
                in.readFully(vector);
                vectors.put(text, vector);
            }
            return vectors;
        } catch (IOException e) {
            return Map.of();
        }
    }

    void write(Map<String, byte[]> vectors) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeUTF(MiniLm.VECTORS);
            out.writeInt(vectors.size());
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(vectors).entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().length);
                out.write(entry.getValue());
            }
        }
    }
}
