package io.dripline.coding.nearest;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * All that is made of the labelled words at build time: their vectors, the axes of those, classifiers, and how the opinions are
 * pooled.
 *
 * @param madeFrom fingerprint of the labelled words, of the model and of the vocabulary, whose rules and cues are learned from too
 * @param vectors of the labelled words in their order, see {@link Vectors#bytes}
 * @param axes in which the vectors differ most, see {@link LeadingAxes}
 */
record Learned(String madeFrom, byte[][] vectors, float[][] axes, Classifiers classifiers, Pool bySpelling, Pool all) {

    static final String FILE = "learned.bin";

    /** Changes with the form of the file and with what is learned: a file of an older build is then made anew. */
    private static final String FORM = "dripline nearest 3";

    static String fingerprint(List<Labelled> labelled, String model, String vocabulary) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((FORM + "\n" + model + "\n" + vocabulary + "\n").getBytes(StandardCharsets.UTF_8));
            for (Labelled one : labelled) {
                String line = String.join(
                        "\t",
                        one.text(),
                        String.valueOf(one.category()),
                        String.valueOf(one.alsoRight().stream().sorted().toList()),
                        String.valueOf(one.term()));
                digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void write(OutputStream stream) throws IOException {
        try (DataOutputStream out = new DataOutputStream(stream)) {
            out.writeUTF(FORM);
            out.writeUTF(madeFrom);
            out.writeInt(vectors.length);
            out.writeInt(vectors[0].length);
            for (byte[] vector : vectors) {
                out.write(vector);
            }
            out.writeInt(axes.length);
            for (float[] axis : axes) {
                write(out, axis);
            }
            write(out, classifiers.spelling().weights());
            write(out, classifiers.meaning().weights());
            write(out, bySpelling.numbers());
            write(out, all.numbers());
        }
    }

    /**
     * @throws BrokenNearestException it is not what {@link #write} made of these labelled words and this model
     */
    static Learned read(InputStream stream, String expected) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16))) {
            String form = in.readUTF();
            if (!form.equals(FORM)) {
                throw new BrokenNearestException("%s: expected the form '%s', found '%s'".formatted(FILE, FORM, form));
            }
            String madeFrom = in.readUTF();
            if (!madeFrom.equals(expected)) {
                throw new BrokenNearestException(
                        "%s: expected it to be made from the vocabulary of this build (%s), but it was made from another (%s): build anew"
                                .formatted(FILE, expected, madeFrom));
            }
            byte[][] vectors = new byte[in.readInt()][];
            int dimensions = in.readInt();
            for (int i = 0; i < vectors.length; i++) {
                vectors[i] = in.readNBytes(dimensions);
            }
            float[][] axes = new float[in.readInt()][];
            for (int a = 0; a < axes.length; a++) {
                axes[a] = floats(in);
            }
            Classifiers classifiers =
                    new Classifiers(new SoftmaxClassifier(floats(in)), new SoftmaxClassifier(floats(in)));
            return new Learned(madeFrom, vectors, axes, classifiers, new Pool(doubles(in)), new Pool(doubles(in)));
        } catch (IOException e) {
            throw new BrokenNearestException(FILE + ": expected vectors and weights to its end, but it is cut", e);
        }
    }

    private static void write(DataOutputStream out, float[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (float number : numbers) {
            out.writeFloat(number);
        }
    }

    private static void write(DataOutputStream out, double[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    private static float[] floats(DataInputStream in) throws IOException {
        float[] numbers = new float[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readFloat();
        }
        return numbers;
    }

    private static double[] doubles(DataInputStream in) throws IOException {
        double[] numbers = new double[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readDouble();
        }
        return numbers;
    }
}
