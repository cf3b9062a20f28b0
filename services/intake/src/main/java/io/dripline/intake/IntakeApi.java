package io.dripline.intake;

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
                        title = "Dripline intake",
                        version = "1",
                        description = "Takes infusion sessions from clinics. Every 2xx is a durable commit;"
                                + " every refusal is an application/problem+json that names each violated field."),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description =
                "A token of the realm with the role clinic and the claim clinic_id; officers and auditors may read")
public class IntakeApi extends Application {}
