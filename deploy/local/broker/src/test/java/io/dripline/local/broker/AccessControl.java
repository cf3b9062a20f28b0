package io.dripline.local.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** {@code deploy/images/kafka/acls.csv}, which compose reads too. */
final class AccessControl {

    private static final Path FILE = Path.of("../../images/kafka/acls.csv");

    private AccessControl() {}

    static List<AclBinding> read() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split(",", -1))
                .flatMap(cells -> Arrays.stream(cells[4].split(" ", -1)).map(operation -> binding(cells, operation)))
                .toList();
    }

    private static AclBinding binding(String[] cells, String operation) {
        return new AclBinding(
                new ResourcePattern(
                        ResourceType.fromString(cells[1].replace('-', '_')),
                        cells[2],
                        PatternType.fromString(cells[3].toUpperCase(Locale.ROOT))),
                new AccessControlEntry(
                        "User:" + cells[0], "*", AclOperation.fromString(named(operation)), AclPermissionType.ALLOW));
    }

    /** DescribeConfigs as the client's library writes it. */
    private static String named(String operation) {
        return operation.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
