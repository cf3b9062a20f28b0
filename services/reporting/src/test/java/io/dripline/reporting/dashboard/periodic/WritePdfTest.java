package io.dripline.reporting.dashboard.periodic;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritePdfTest {

    @TempDir
    Path directory;

    @Test
    void theSameTextGivesTheSameBytesAtAnotherTime() throws Exception {
        byte[] first = WritePdf.of(page("Alerts"));
        Thread.sleep(1100); // a PDF tells times in seconds

        assertThat(WritePdf.of(page("Alerts"))).isEqualTo(first);
        assertThat(WritePdf.of(page("Others"))).isNotEqualTo(first);
    }

    @Test
    void saysWhatItIsAndInWhichLanguageAndBringsItsLetters() throws IOException {
        try (PDDocument document = Loader.loadPDF(WritePdf.of(page("Übelkeit ≥ 5 %")))) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("A report");
            assertThat(document.getDocumentInformation().getSubject()).isEqualTo("of tests");
            assertThat(document.getDocumentInformation().getCreationDate()).isNull();
            assertThat(document.getDocumentCatalog().getLanguage()).startsWith("en");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked())
                    .as("tagged")
                    .isTrue();
            assertThat(new PDFTextStripper().getText(document)).contains("Übelkeit ≥ 5 %");
            document.getPage(0)
                    .getResources()
                    .getFontNames()
                    .forEach(name ->
                            assertThat(font(document, name).isEmbedded()).isTrue());
        }
    }

    /** An officer's reason may hold what no XML can. */
    @Test
    void whatXmlCannotHoldIsReplaced() throws IOException {
        try (PDDocument document = Loader.loadPDF(WritePdf.of(page("before\u0001\uFFFFafter")))) {
            assertThat(new PDFTextStripper().getText(document)).contains("before??after");
        }
    }

    @Test
    void lettersThatTheFontLacksStandByTheirNumbers() throws IOException {
        try (PDDocument document = Loader.loadPDF(WritePdf.of(page("clinic 患 😀")))) {
            assertThat(new PDFTextStripper().getText(document)).contains("clinic [U+60A3] [U+1F600]");
        }
    }

    @Test
    void nothingIsFetched() throws IOException {
        Path picture = directory.resolve("picture.png");
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        String text = "<img src=\"%s\" alt=\"none\"/>".formatted(picture.toUri());

        try (PDDocument document = Loader.loadPDF(WritePdf.of(page(text)))) {
            assertThat(document.getPage(0).getResources().getXObjectNames()).isEmpty();
        }
    }

    private static PDFont font(PDDocument document, COSName name) {
        try {
            return document.getPage(0).getResources().getFont(name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String page(String text) {
        return """
                <html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>A report</title>
                <meta name="subject" content="of tests"/>
                <style>body { font-family: Report; }</style></head><body><p>%s</p></body></html>
                """.formatted(text);
    }
}
