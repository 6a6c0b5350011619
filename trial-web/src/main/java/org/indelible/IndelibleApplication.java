package org.indelible;

import org.indelible.cli.IndelibleCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Indelible: the portal, the HTTP API and the command line in one jar. */
@SpringBootApplication
public class IndelibleApplication {
    public static void main(String[] args) {
        System.exit(IndelibleCommand.execute(IndelibleApplication.class, args));
    }
}
