package io.dripline.parsers;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.Objects;

/** The parameters of an address, one a line: {@code name=value}. */
public final class Asked {

    private Asked() {}

    public static MultivaluedMap<String, String> parameters(byte[] bytes) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        AnyText.of(bytes).lines().forEach(line -> {
            int equals = line.indexOf('=');
            parameters.add(equals < 0 ? line : line.substring(0, equals), equals < 0 ? "" : line.substring(equals + 1));
        });
        return parameters;
    }

    /** An address with these parameters and nothing else. */
    public static UriInfo address(byte[] bytes) {
        MultivaluedMap<String, String> parameters = parameters(bytes);
        return (UriInfo) Proxy.newProxyInstance(
                Asked.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, arguments) -> {
                    if (Objects.equals(method.getName(), "getQueryParameters")) {
                        return parameters;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
