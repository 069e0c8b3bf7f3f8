/*
 * Copyright 2026 the PacketFlow authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.packetflow.engine.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cold path. Turns collected texts into settings and collects every error on the way. */
final class Conclusion
{
    private final SettingRegistry registry;
    private final List<SettingText> texts;
    private final Map<String, SettingText> winners = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final List<SettingError> errors = new ArrayList<>();

    /**
     * Prepares a conclusion.
     *
     * @param registry of known keys
     * @param texts    of all layers, in any order of layers; inside a layer a later text wins
     */
    Conclusion(final SettingRegistry registry, final List<SettingText> texts)
    {
        this.registry = registry;
        this.texts = new ArrayList<>(texts);
        this.texts.sort(Comparator.comparing(text -> text.origin().kind()));
    }

    /**
     * Concludes.
     *
     * @return the settings
     * @throws ConfigurationException that lists every error
     */
    ReactorSettings conclude()
    {
        texts.forEach(this::choose);
        final Map<String, Setting<?>> settings = new LinkedHashMap<>();
        registry.keys().forEach(key -> settings.put(key.name(), parse(key)));
        final ReactorSettings concluded = new ReactorSettings(settings);
        registry.relations().forEach(relation -> relation.check(concluded, this::addRelationError));
        if (!errors.isEmpty())
        {
            throw new ConfigurationException(errors);
        }
        return concluded;
    }

    private void choose(final SettingText text)
    {
        final SettingKey<?> key = registry.find(text.key());
        final SettingText loser = winners.get(text.key());
        if (key == null)
        {
            add(text, "is not a setting", registry.remedyForUnknown(text.key()));
        }
        else if (key.scope() == SettingKey.Scope.JVM_OPTION && text.origin().kind() != Origin.Kind.SYSTEM_PROPERTY)
        {
            add(text, "is read before the configuration is",
                "give it to the JVM as -D" + text.key() + "=" + text.text());
        }
        else if (loser != null && loser.origin().kind() == Origin.Kind.FILE &&
            text.origin().kind() == Origin.Kind.FILE)
        {
            add(text, "must be set once, but stands at " + loser.origin() + " too", "remove one of the lines");
        }
        else
        {
            winners.put(text.key(), text);
        }
    }

    private <T> Setting<T> parse(final SettingKey<T> key)
    {
        final SettingText text = winners.get(key.name());
        if (text != null)
        {
            try
            {
                return new Setting<>(key, key.type().parse(text.text()), text.origin());
            }
            catch (final IllegalArgumentException e)
            {
                final String mustHold = String.valueOf(e.getMessage());
                final String examples = key.type().examples();
                add(text, mustHold,
                    mustHold.contains(examples) ? "correct it or leave it out" : "write for example " + examples);
            }
        }
        return new Setting<>(key, key.type().parse(key.defaultText()), Origin.DEFAULT);
    }

    private void add(final SettingText text, final String mustHold, final String remedy)
    {
        broken.add(text.key());
        errors.add(new SettingError(text.key(), text.text(), text.origin(), mustHold, remedy));
    }

    private void addRelationError(final SettingError error)
    {
        // A setting that is wrong by itself is standing in with its default here: it has been reported already.
        if (!broken.contains(error.key()))
        {
            errors.add(error);
        }
    }
}
