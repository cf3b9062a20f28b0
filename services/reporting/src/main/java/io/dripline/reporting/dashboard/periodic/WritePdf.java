package io.dripline.reporting.dashboard.periodic;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * Prints well-formed XHTML. The document names no time and has the id that its content gives it, so that the same text gives the
 * same bytes; nothing is fetched while it is printed.
 */
final class WritePdf {

    /** Part of PDFBox, SIL Open Font License; a document that brings its own letters looks the same everywhere. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** What XML cannot hold, however it is escaped. */
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final CmapLookup LETTERS = letters();

    private WritePdf() {}

    /** @param xhtml with a title and a language */
    static byte[] of(String xhtml) {
        String text = legible(NO_XML.matcher(xhtml).replaceAll("?"));
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useFont(WritePdf::font, "Report", 400, FontStyle.NORMAL, true)
                .usePdfUaAccessibility(true)
                .useSVGDrawer(new BatikSVGDrawer())
                .useUriResolver((base, uri) -> null)
                .withProducer("Dripline")
                .withHtmlContent(text, null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                PDDocumentInformation about = document.getDocumentInformation();
                about.setCreationDate(null);
                about.setModificationDate(null);
                document.setDocumentId(id(text));
                document.save(out);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A report could not be printed", e);
        }
    }

    /** What the font has no letter for stands by its number, so that no word goes without a sign. */
    private static String legible(String text) {
        StringBuilder legible = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            if (letter < ' ' || LETTERS.getGlyphId(letter) > 0) {
                legible.appendCodePoint(letter);
            } else {
                legible.append("[U+%04X]".formatted(letter));
            }
        });
        return legible.toString();
    }

    private static CmapLookup letters() {
        try (InputStream font = font();
                TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            return parsed.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(FONT, e);
        }
    }

    private static InputStream font() {
        InputStream font = PDDocument.class.getResourceAsStream(FONT);
        if (font == null) {
            throw new IllegalStateException(FONT + " is missing");
        }
        return font;
    }

    private static long id(String text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}
