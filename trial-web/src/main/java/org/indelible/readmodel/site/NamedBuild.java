package org.indelible.readmodel.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A study build as people know it.
 *
 * @param hash of its canonical form
 * @param protocolVersion that it implements
 */
public record NamedBuild(String hash, String protocolVersion, String name) {
    /** The name of the build that row {@code alias} tells; each build is published once. */
    static String columns(String alias) {
        return "%1$s.build, %1$s_named.protocol_version as build_version, %1$s_named.name as build_name"
                .formatted(alias);
    }

    static String join(String alias) {
        return "left join read.study_build %1$s_named on %1$s_named.trial = %1$s.trial and %1$s_named.build = %1$s.build"
                .formatted(alias);
    }

    static Optional<NamedBuild> read(ResultSet row) throws SQLException {
        String hash = row.getString("build");
        return hash == null
                ? Optional.empty()
                : Optional.of(new NamedBuild(
                        hash,
                        Optional.ofNullable(row.getString("build_version")).orElse(""),
                        Optional.ofNullable(row.getString("build_name")).orElse("")));
    }

    /** In lists that are taken out: version, name and the whole hash. */
    @Override
    public String toString() {
        return protocolVersion + " · " + name + " · " + hash;
    }
}
