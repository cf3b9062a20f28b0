package io.dripline.local.deadletters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;

/** The command in a process of its own, with the broker's address first. */
final class RunDeadLetters {

    private RunDeadLetters() {}

    public static void main(String[] args) throws IOException {
        var arguments = List.of(args);
        DeadLettersCommand.run(
                arguments.getFirst(),
                arguments.subList(1, arguments.size()),
                System.out,
                new BufferedReader(new StringReader("")));
    }
}
