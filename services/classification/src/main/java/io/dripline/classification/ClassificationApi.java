package io.dripline.classification;

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
                        title = "Dripline classification",
                        version = "1",
                        description = "A reporter's words and their codes. Every refusal is an"
                                + " application/problem+json; violations name each field that is wrong."),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A token of the realm with the role clinic, safety-officer or auditor")
public class ClassificationApi extends Application {}
