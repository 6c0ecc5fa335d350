package org.hearback.theme;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.util.VectorUtil;

/**
 * The model all-MiniLM-L6-v2, quantised: 384 numbers a text, English only. It reads what it is
 * given and nothing else: no network, no file of ours.
 */
final class MiniLm {
  /** To be looked for before this class is touched: the model is not in the small jar. */
  static final String CLASS =
      "dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel";

  private static final String CACHE = "DJL_CACHE_DIR";

  private MiniLm() {}

  /** Reads the model from the class path when the first text comes. */
  static Meaning meaning() {
    return new Meaning(
        "all-minilm-l6-v2-q",
        text -> VectorUtil.l2normalize(Loaded.MODEL.embed(text).content().vector()));
  }

  private static final class Loaded {
    static final EmbeddingModel MODEL = load();

    private static EmbeddingModel load() {
      // What cuts its words tells its maker where it runs, and may fetch native code, unless it is
      // told not to.
      System.setProperty("ai.djl.offline", "true");
      if (System.getenv(CACHE) != null || System.getProperty(CACHE) != null) {
        return model();
      }
      try {
        // It would unpack its library in the home folder, which a service has not; and a folder
        // that others may write to is no place for a library.
        var own = Files.createTempDirectory("hearback-model");
        System.setProperty(CACHE, own.toString());
        var model = model();
        try (var files = Files.walk(own)) {
          files.map(Path::toFile).forEach(java.io.File::deleteOnExit);
        }
        return model;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    // Its parts one after the other in the thread that asks, and no pool of its own for them.
    private static EmbeddingModel model() {
      return new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);
    }
  }
}
