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
package io.packetflow.engine.molecule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Cold path. What becomes of the orders that are live outside when a molecule's run ends or goes on elsewhere; a
 * property of the molecule, which the plan prints. Immutable.
 *
 * <p>{@link Fate#CANCEL} is carried out by a command that the engine brings into the molecule, journaled like any other
 * ({@code ControlCommands.CANCEL_LIVE}); what it means there is the molecule's own affair. {@link Fate#ADOPT} brings
 * nothing: the run goes on with the orders that its state holds.
 *
 * @param stop when a reactor is drained, before it admits nothing more
 * @param failure when a journal is recovered whose last writer did not close it
 * @param promotion when a standby takes over
 */
public record LiveOrders(Fate stop, Fate failure, Fate promotion)
{
    /** Name of the molecule's property. */
    public static final String PROPERTY = "live_orders";

    /** Nothing is cancelled; what holds for a molecule that declares nothing. */
    public static final LiveOrders ADOPTED = new LiveOrders(Fate.ADOPT, Fate.ADOPT, Fate.ADOPT);

    /** What becomes of live orders. */
    public enum Fate
    {
        /** They are cancelled. */
        CANCEL,
        /** They stay, and whoever goes on goes on with them. */
        ADOPT;

        @Override
        public String toString()
        {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What happens to a run. */
    public enum Event
    {
        /** It is stopped in order. */
        STOP(1),
        /** It goes on after its process died. */
        FAILURE(2),
        /** A standby goes on in its place. */
        PROMOTION(3);

        private final int code;

        Event(final int code)
        {
            this.code = code;
        }

        /** Returns the number that stands for it in a command, 1 to 3. */
        public int code()
        {
            return code;
        }

        @Override
        public String toString()
        {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks that all three are declared. */
    public LiveOrders
    {
        Objects.requireNonNull(stop, "stop");
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(promotion, "promotion");
    }

    /**
     * Returns what is declared for an event.
     *
     * @param event that happens
     * @return what becomes of live orders
     */
    public Fate on(final Event event)
    {
        return switch (event)
        {
            case STOP -> stop;
            case FAILURE -> failure;
            case PROMOTION -> promotion;
        };
    }

    /** Returns whether anything is ever cancelled. */
    public boolean cancels()
    {
        return !equals(ADOPTED);
    }

    /**
     * Returns the same declaration with some parts changed.
     *
     * @param text such as {@code stop=cancel,failure=adopt}; what it does not name stays
     * @return a changed copy
     * @throws IllegalArgumentException that says what is wrong with the text
     */
    public LiveOrders with(final String text)
    {
        LiveOrders changed = this;
        final List<String> named = new ArrayList<>();
        for (final String part : text.split(",", -1))
        {
            final String[] pair = part.strip().toLowerCase(Locale.ROOT).split("=", -1);
            if (pair.length != 2 || named.contains(pair[0]))
            {
                throw new IllegalArgumentException("'" + part.strip() + "' is not EVENT=FATE, each event once");
            }
            named.add(pair[0]);
            changed = changed.with(constant(Event.values(), pair[0]), constant(Fate.values(), pair[1]));
        }
        return changed;
    }

    private LiveOrders with(final Event event, final Fate fate)
    {
        return new LiveOrders(event == Event.STOP ? fate : stop, event == Event.FAILURE ? fate : failure,
            event == Event.PROMOTION ? fate : promotion);
    }

    private static <E extends Enum<E>> E constant(final E[] constants, final String name)
    {
        return Arrays.stream(constants).filter(constant -> constant.toString().equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is none of " +
                Arrays.stream(constants).map(Enum::toString).collect(Collectors.joining(", "))));
    }

    /** Returns the text that the property holds, which {@link #with} understands. */
    @Override
    public String toString()
    {
        return "stop=" + stop + ", failure=" + failure + ", promotion=" + promotion;
    }

    /** Tells what is wrong with a molecule's declaration, one sentence for each. */
    static List<String> violations(final Molecule molecule)
    {
        final List<String> violations = new ArrayList<>();
        try
        {
            if (molecule.liveOrders().cancels() && !molecule.kinds().contains(InstanceKind.CONTROL))
            {
                violations.add("it declares " + PROPERTY + " (" + molecule.liveOrders() + "), but a cancel comes as " +
                    "a command, and it takes none; add the kind InstanceKind.CONTROL or adopt");
            }
        }
        catch (final IllegalArgumentException e)
        {
            violations.add("its property " + PROPERTY + " is not understood: " + e.getMessage() +
                "; declare it with liveOrders(...)");
        }
        return violations;
    }
}
