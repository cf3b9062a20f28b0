package io.dripline.coding.nearest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
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
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Labelled words in memory, searched by BM25, words with one or two wrong letters too. Thread-safe. */
final class LuceneIndex {

    private static final String TEXT = "text";
    private static final int WORDS = 16;
    private static final float MISSPELT = 0.6f;
    private static final int SHORTEST_MISSPELT = 4;
    private static final int TWO_WRONG_LETTERS = 7;

    private final Analyzer analyzer = new EnglishAnalyzer(CharArraySet.EMPTY_SET);
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    LuceneIndex(List<Labelled> labelled) {
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (Labelled one : labelled) {
                    Document document = new Document();
                    document.add(new TextField(TEXT, one.text(), Field.Store.NO));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            this.reader = DirectoryReader.open(directory);
            this.searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new BM25Similarity());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The labelled words that have most in common with these, best first; the likeness is the share of the BM25 score
     * that all words together could reach.
     */
    List<NeighbourVotes.Neighbour> nearest(String text, int limit) {
        try {
            Set<String> words = words(text);
            if (words.isEmpty()) {
                return List.of();
            }
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            double highest = 0;
            for (String word : words) {
                int documents = reader.docFreq(new Term(TEXT, word));
                query.add(documents > 0 ? exactly(word) : alike(word), BooleanClause.Occur.SHOULD);
                highest += Math.log(1 + (reader.maxDoc() - documents + 0.5) / (documents + 0.5));
            }
            List<NeighbourVotes.Neighbour> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query.build(), limit).scoreDocs) {
                found.add(new NeighbourVotes.Neighbour(hit.doc, Math.min(1, hit.score / highest)));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Query exactly(String word) {
        return new TermQuery(new Term(TEXT, word));
    }

    /** A word that no labelled words have: perhaps one of theirs with one or two wrong letters. */
    private static Query alike(String word) {
        if (word.length() < SHORTEST_MISSPELT) {
            return exactly(word);
        }
        int wrong = word.length() < TWO_WRONG_LETTERS ? 1 : 2;
        return new BoostQuery(new FuzzyQuery(new Term(TEXT, word), wrong, 1, 10, true), MISSPELT);
    }

    private Set<String> words(String text) throws IOException {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream tokens = analyzer.tokenStream(TEXT, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (words.size() < WORDS && tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        }
        return words;
    }
}
