package io.dripline.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** For a second stack beside the one line: a directory that looks like a built checkout, and ports that nobody uses. */
final class BorrowedBuild {

    private BorrowedBuild() {}

    /** The directory keeps its own data. */
    static void into(Path checkout) {
        try {
            for (String room : List.of("pom.xml", "services", "deploy")) {
                Files.createSymbolicLink(
                        checkout.resolve(room), TheLine.checkout().resolve(room));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freeOffset() {
        return IntStream.iterate(9000, offset -> offset < 40_000, offset -> offset + 100)
                .filter(BorrowedBuild::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int offset) {
        return IntStream.of(15432, 19092, 19093, 8180, 8181, 8080, 8081, 8082, 8083)
                .allMatch(port -> {
                    try (ServerSocket socket = new ServerSocket(port + offset, 1, InetAddress.getLoopbackAddress())) {
                        return socket.isBound();
                    } catch (IOException taken) {
                        return false;
                    }
                });
    }
}
