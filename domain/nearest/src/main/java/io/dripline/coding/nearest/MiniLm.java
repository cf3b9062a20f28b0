package io.dripline.coding.nearest;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;

/** all-MiniLM-L6-v2, quantised, in this process (ONNX Runtime); the model comes with its library. */
final class MiniLm implements SentenceModel {

    /** The words of one event are short; the time grows with the length. */
    private static final int LENGTH = 200;

    static final String NAME = "all-minilm-l6-v2-q";

    private final EmbeddingModel model;

    /** @throws BrokenNearestException the model or its native parts cannot be loaded here */
    MiniLm() {
        try {
            this.model = new AllMiniLmL6V2QuantizedEmbeddingModel();
        } catch (RuntimeException | LinkageError e) {
            throw new BrokenNearestException(
                    "the sentence model all-MiniLM-L6-v2: expected it to load with ONNX Runtime on "
                            + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                            + " with a writable temporary directory; turn it off to code without it",
                    e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int dimensions() {
        return 384;
    }

    @Override
    public float[] vector(String text) {
        String start = text.length() > LENGTH ? text.substring(0, LENGTH) : text;
        return model.embed(start).content().vector();
    }
}
