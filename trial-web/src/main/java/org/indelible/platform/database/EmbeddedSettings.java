package org.indelible.platform.database;

/** The part of the embedded server's configuration that is ours, written anew at each start. */
final class EmbeddedSettings {
    private EmbeddedSettings() {}

    static String text(int port) {
        return """
                # Written by Indelible at each start; changes are lost.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 60
                shared_buffers = '192MB'
                timezone = 'UTC'
                log_timezone = 'UTC'

                # An acknowledged event is on disk.
                fsync = on
                synchronous_commit = on
                full_page_writes = on

                # A week of logs, without statements, parameters or key values: they may hold what a participant said.
                logging_collector = on
                log_directory = 'log'
                log_filename = 'postgresql-%%a.log'
                log_rotation_age = '1d'
                log_truncate_on_rotation = on
                log_statement = 'none'
                log_min_error_statement = 'panic'
                log_error_verbosity = 'terse'
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                """.formatted(port);
    }
}
