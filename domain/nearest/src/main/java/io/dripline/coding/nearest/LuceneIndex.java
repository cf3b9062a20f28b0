package io.dripline.coding.nearest;

import io.dripline.coding.Phrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The wordings in memory, searched by BM25 and by words with one or two wrong letters. Thread-safe. */
final class LuceneIndex {

    private static final String TEXT = "text";
    private static final int WORDS = 24;

    /** A wording that was found and its BM25 score, above 0. */
    record Hit(Phrase phrase, double score) {}

    private final List<Phrase> phrases;
    private final Analyzer analyzer = new EnglishAnalyzer();
    private final IndexSearcher searcher;

    LuceneIndex(List<Phrase> phrases) {
        this.phrases = List.copyOf(phrases);
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (Phrase phrase : this.phrases) {
                    Document document = new Document();
                    document.add(new TextField(TEXT, phrase.text(), Field.Store.NO));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            this.searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At most {@code limit} wordings, best first. */
    List<Hit> search(String text, int limit) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : words(text)) {
            query.add(new TermQuery(new Term(TEXT, word)), BooleanClause.Occur.SHOULD);
            if (word.length() > 3) {
                FuzzyQuery fuzzy = new FuzzyQuery(new Term(TEXT, word), word.length() > 6 ? 2 : 1, 1);
                query.add(new BoostQuery(fuzzy, 0.5f), BooleanClause.Occur.SHOULD);
            }
        }
        try {
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc found : searcher.search(query.build(), limit).scoreDocs) {
                hits.add(new Hit(phrases.get(found.doc), found.score));
            }
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> words(String text) {
        try (TokenStream tokens = analyzer.tokenStream(TEXT, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            List<String> words = new ArrayList<>();
            tokens.reset();
            while (words.size() < WORDS && tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
