package io.dripline.reporting.dashboard.report;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A file that a form sent, and the time zone that was typed beside it. A long one lies on disk until it is closed. */
final class UploadedFile implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(UploadedFile.class);

    /** How the directory begins in which a long one lies. */
    static final String DIRECTORY = "dripline-upload-";

    static final String FILE = "file";
    static final String ZONE = "zone";

    private static final String A_FORM = "expected a form with a file, as a browser sends it";
    private static final int MOST_PARTS = 4;
    private static final int LONGEST_HEAD = 1 << 20;
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_ZONE = 100;

    private final HttpPostMultipartRequestDecoder form;
    private final Path directory;
    private final @Nullable FileUpload file;
    private final String zone;

    private UploadedFile(HttpPostMultipartRequestDecoder form, Path directory) throws IOException {
        this.form = form;
        this.directory = directory;
        FileUpload found = null;
        String typed = "";
        for (InterfaceHttpData part : form.getBodyHttpDatas()) {
            if (part instanceof FileUpload upload && upload.getName().equals(FILE) && found == null) {
                found = upload;
            } else if (part instanceof Attribute attribute
                    && attribute.getName().equals(ZONE)) {
                if (attribute.length() > LONGEST_ZONE) {
                    throw unreadable("expected a time zone of at most %d characters".formatted(LONGEST_ZONE));
                }
                typed = attribute.getValue();
            } else {
                throw unreadable("expected one file and a time zone");
            }
        }
        this.file = found;
        this.zone = typed;
    }

    /**
     * Reads a form with a file.
     *
     * @throws HttpProblem 415 where it is none, 400 where it cannot be read or has other parts
     */
    static UploadedFile read(@Nullable String contentType, InputStream body) {
        if (contentType == null || !contentType.startsWith(MediaType.MULTIPART_FORM_DATA)) {
            throw HttpProblem.valueOf(
                    Response.Status.UNSUPPORTED_MEDIA_TYPE, "Expected " + MediaType.MULTIPART_FORM_DATA + ".");
        }
        DefaultHttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        head.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        // Without a boundary between the parts the decoder fails in the middle of them.
        if (!HttpPostRequestDecoder.isMultipart(head)) {
            throw unreadable(A_FORM);
        }
        Path directory = directory();
        HttpPostMultipartRequestDecoder form = decoder(head, directory);
        try {
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                form.offer(new DefaultHttpContent(Unpooled.copiedBuffer(buffer, 0, read)));
            }
            form.offer(LastHttpContent.EMPTY_LAST_CONTENT);
            return new UploadedFile(form, directory);
        } catch (DecoderException | IOException | IllegalArgumentException e) {
            delete(form, directory);
            throw unreadable(A_FORM);
        } catch (HttpProblem e) {
            delete(form, directory);
            throw e;
        }
    }

    private static HttpPostMultipartRequestDecoder decoder(DefaultHttpRequest head, Path directory) {
        DefaultHttpDataFactory parts =
                new DefaultHttpDataFactory(DefaultHttpDataFactory.MINSIZE, StandardCharsets.UTF_8);
        parts.setBaseDir(directory.toString());
        // Else each file's name would be remembered until the service ends.
        parts.setDeleteOnExit(false);
        try {
            return new HttpPostMultipartRequestDecoder(parts, head, StandardCharsets.UTF_8, MOST_PARTS, LONGEST_HEAD);
        } catch (DecoderException e) {
            delete(directory);
            throw unreadable(A_FORM);
        }
    }

    /** Of this upload alone, which nobody else on the machine can read. */
    private static Path directory() {
        try {
            return Files.createTempDirectory(DIRECTORY);
        } catch (IOException e) {
            throw new UncheckedIOException("there is no room for an uploaded file", e);
        }
    }

    private static void delete(HttpPostMultipartRequestDecoder form, Path directory) {
        form.destroy();
        delete(directory);
    }

    private static void delete(Path directory) {
        try (Stream<Path> left = Files.list(directory)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            LOG.warnf("An uploaded file could not be deleted in %s: %s", directory, e.getMessage());
        }
    }

    /** What it was called; empty where none was chosen. */
    String name() {
        return file == null ? "" : file.getFilename();
    }

    /** The zone as it was typed. */
    String zone() {
        return zone;
    }

    /** Bytes; 0 where none was chosen. */
    long length() {
        return file == null ? 0 : file.length();
    }

    /** What is in it, from its beginning. */
    InputStream open() throws IOException {
        if (file == null) {
            return InputStream.nullInputStream();
        }
        return file.isInMemory()
                ? new ByteArrayInputStream(file.get())
                : Files.newInputStream(file.getFile().toPath());
    }

    /** Deletes it. */
    @Override
    public void close() {
        delete(form, directory);
    }

    private static HttpProblem unreadable(String expected) {
        return HttpProblem.valueOf(Response.Status.BAD_REQUEST, "The form cannot be read: " + expected + ".");
    }
}
