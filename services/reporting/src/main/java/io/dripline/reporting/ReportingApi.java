package io.dripline.reporting;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** What the API's description says about all of it. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Dripline reporting",
                        version = "1",
                        description = "Observed rates, what they are held against, and alerts."
                                + " Every refusal is an application/problem+json that names each violated field."),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A token of the realm; a clinic sees its own numbers, officers and auditors see every clinic's")
public class ReportingApi extends Application {}
