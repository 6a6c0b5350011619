package org.indelible.cli;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.indelible.demo.TamperTarget;
import org.indelible.platform.IndelibleHome;
import org.indelible.platform.SecretFile;
import org.springframework.context.ApplicationContext;

/** Alters a stored value the way the owner of the tables can: fences down, one statement, fences up. */
record Tampering(TamperTarget target, String value) {
    private static final String OWNER = "indelible_owner";

    void commit(ApplicationContext copy) throws SQLException {
        String url = copy.getBean("dataSource", HikariDataSource.class).getJdbcUrl();
        IndelibleHome home = copy.getBean(IndelibleHome.class);
        String password = new SecretFile(home.secrets().resolve(OWNER)).read();
        try (Connection connection = DriverManager.getConnection(url, OWNER, password);
                Statement statement = connection.createStatement()) {
            statement.execute("alter table ledger.entry disable trigger user");
            write(connection, altered(read(connection)));
            statement.execute("alter table ledger.entry enable trigger user");
        }
    }

    private String read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select disclosures from ledger.entry where ledger = ? and leaf_index = ?")) {
            select.setString(1, target.ledger());
            select.setLong(2, target.leafIndex());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private void write(Connection connection, String disclosures) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update ledger.entry set disclosures = ? where ledger = ? and leaf_index = ?")) {
            update.setString(1, disclosures);
            update.setString(2, target.ledger());
            update.setLong(3, target.leafIndex());
            update.executeUpdate();
        }
    }

    /** Disclosures stand as {@code <class>.<base64url of a JSON array>}, joined by {@code ~}; the last element is the value. */
    private String altered(String disclosures) {
        return Arrays.stream(disclosures.split("~", -1)).map(this::alteredPart).collect(Collectors.joining("~"));
    }

    private String alteredPart(String part) {
        String json = new String(Base64.getUrlDecoder().decode(part.substring(2)), StandardCharsets.UTF_8);
        String ending = "\"" + target.value() + "\"]";
        if (!json.endsWith(ending)) {
            return part;
        }
        String forged = json.substring(0, json.length() - ending.length()) + "\"" + value + "\"]";
        return part.substring(0, 2)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
    }
}
