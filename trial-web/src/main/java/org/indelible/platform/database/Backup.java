package org.indelible.platform.database;

import java.nio.file.Path;
import org.indelible.platform.HomeBackup;
import org.indelible.platform.IndelibleHome;
import org.springframework.stereotype.Service;

/** Writes a backup: key store and high-water file first, so that the database that follows holds all they speak of. */
@Service
public class Backup {
    private final IndelibleHome home;
    private final DatabaseCopy database;

    Backup(IndelibleHome home, DatabaseCopy database) {
        this.home = home;
        this.database = database;
    }

    /**
     * @param directory must not exist, or be empty
     * @return number of rows copied
     */
    public long write(Path directory) {
        new HomeBackup(home, directory).save();
        return database.save(directory);
    }
}
