package jp.renkei.protection;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where secrets come from. A file that is named is used; the demo makes what is not named under
 * {@code <data>/demo}; otherwise the start is refused.
 *
 * @param data the folder of all state
 * @param demo whether the demo makes its own secrets
 * @param environment the environment mark; in {@code production} there is no demo
 * @param keyset the file with the keyset, or blank ({@code RENKEI_KEYSET}): {@code {"content": Tink
 *     AEAD keyset, "search": Tink PRF keyset}}
 * @param keysetCommand a command that prints that JSON, its words parted by white space, or blank
 *     ({@code RENKEI_KEYSET_COMMAND})
 * @param agencyKeys the file with the agencies' message keys, or blank ({@code
 *     RENKEI_AGENCY_KEYS}): {@code {"mhlw": {"newest": "mhlw-1", "keys": {"mhlw-1": "32 bytes in
 *     base64url"}}}}
 * @param users the file with the users, or blank ({@code RENKEI_USERS}): {@code [{"user": "nhi",
 *     "password": "{bcrypt}$2a$…", "role": "CALLER", "caller": "nhi"}]}
 * @param brokerUsers the file with the broker's users, or blank ({@code RENKEI_BROKER_USERS}):
 *     {@code {"hub": "password", "agency-mhlw": "password"}}
 * @param agencyConnections the file with the connections of agencies reached over https, or blank
 *     ({@code RENKEI_AGENCY_CONNECTIONS}): {@code {"digital-agency": {"url", "tokenEndpoint",
 *     "clientSecret", "trustStore", "keyStore", "keyStorePassword"}}}, of which only the secret is
 *     always needed
 * @param demoHttpsPort from where on the demo's agencies listen on the loopback, a port each
 */
@ConfigurationProperties("renkei")
public record ProtectionSettings(
    @DefaultValue("data") Path data,
    @DefaultValue("false") boolean demo,
    @DefaultValue("production") String environment,
    @DefaultValue("") String keyset,
    @DefaultValue("") String keysetCommand,
    @DefaultValue("") String agencyKeys,
    @DefaultValue("") String users,
    @DefaultValue("") String brokerUsers,
    @DefaultValue("") String agencyConnections,
    @DefaultValue("8444") int demoHttpsPort) {}
