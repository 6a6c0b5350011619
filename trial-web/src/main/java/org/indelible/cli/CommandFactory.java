package org.indelible.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Gives each command that asks for it the way to start the application. */
record CommandFactory(ApplicationStart start) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == ApplicationStart.class) {
                return type.cast(constructor.newInstance(start));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
