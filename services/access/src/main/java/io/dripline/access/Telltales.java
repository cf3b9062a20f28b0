package io.dripline.access;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What tells an attacker how a service is made: names of classes and libraries, traces, SQL. */
public final class Telltales {

    private static final Pattern ANY = Pattern.compile(
            "(java|jakarta|javax|com\\.fasterxml|io\\.(quarkus|vertx|netty|smallrye|dripline)|org\\.(hibernate|postgresql|jboss|apache|jdbi))\\.|Exception|\\bat"
                    + " [\\w.$]+\\(|Error id|SQLSTATE|(?i)insert into|select .*"
                    + " from|quarkus|vert\\.x|resteasy|netty|jetty");

    private Telltales() {}

    /** Those that stand in an answer, each once. */
    public static List<String> in(String answer) {
        return ANY.matcher(answer).results().map(MatchResult::group).distinct().toList();
    }
}
