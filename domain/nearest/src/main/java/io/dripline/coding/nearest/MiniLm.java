package io.dripline.coding.nearest;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;

/**
 * all-MiniLM-L6-v2, quantised, in this process (ONNX Runtime); the model comes with a library. One thread computes one
 * text: of several that share so little work most would wait, and burn a core while they do.
 */
final class MiniLm implements SentenceModel {

    static final String NAME = "all-minilm-l6-v2-q";

    /** How vectors are made; those of another way are no use. */
    static final String VECTORS = NAME + ", mean of tokens, ONNX Runtime "
            + OrtSession.class.getPackage().getImplementationVersion();

    /** The words of one event are short; the time grows with the length. */
    private static final int LENGTH = 200;

    private static final int DIMENSIONS = 384;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    /** @throws BrokenNearestException the model or its native parts cannot be loaded here */
    MiniLm() {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream tokens = resource("/" + NAME + "-tokenizer.json");
                InputStream model = resource("/" + NAME + ".onnx")) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            this.environment = OrtEnvironment.getEnvironment();
            this.session = environment.createSession(model.readAllBytes(), options);
            this.tokenizer = HuggingFaceTokenizer.newInstance(tokens, Map.of("padding", "false"));
        } catch (OrtException | IOException | RuntimeException | LinkageError e) {
            throw new BrokenNearestException(
                    "the sentence model all-MiniLM-L6-v2: expected it to load with ONNX Runtime on "
                            + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                            + " with a writable temporary directory; turn it off to code without it",
                    e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = MiniLm.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException(name + ": expected it in the library of the model, but it is missing");
        }
        return in;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] vector(String text) {
        String start = text.length() > LENGTH ? text.substring(0, LENGTH) : text;
        Encoding encoding = tokenizer.encode(start, true, false);
        try (OnnxTensor ids = tensor(encoding.getIds());
                OnnxTensor attention = tensor(encoding.getAttentionMask());
                OnnxTensor types = tensor(encoding.getTypeIds());
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", attention, "token_type_ids", types))) {
            return mean(((OnnxTensor) result.get(0)).getFloatBuffer());
        } catch (OrtException e) {
            throw new BrokenNearestException("all-MiniLM-L6-v2: expected a vector for '%s'".formatted(start), e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    /** A text means what its tokens mean on average; of the length 1. */
    private static float[] mean(FloatBuffer tokens) {
        float[] all = new float[tokens.remaining()];
        tokens.get(all);
        float[] sum = new float[DIMENSIONS];
        for (int from = 0; from < all.length; from += DIMENSIONS) {
            for (int d = 0; d < DIMENSIONS; d++) {
                sum[d] += all[from + d];
            }
        }
        double square = 0;
        for (float value : sum) {
            square += value * value;
        }
        float length = (float) Math.sqrt(square);
        for (int d = 0; d < DIMENSIONS; d++) {
            sum[d] /= length;
        }
        return sum;
    }
}
