package org.indelible.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class JarVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(JarVersion.class.getPackage().getImplementationVersion())
                .orElse("(run from source)");
        return new String[] {"Indelible " + version};
    }
}
