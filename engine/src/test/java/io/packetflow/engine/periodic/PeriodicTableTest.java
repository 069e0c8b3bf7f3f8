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
package io.packetflow.engine.periodic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class PeriodicTableTest
{
    private static final String THESIS =
        "CF seq br lp ex; DF pr cs tr ag; ED sg tm th pt; CO ba bc ga el; MC sp mg ad rf; RM al rl lk ca";

    @Test
    void shouldHoldTheSixGroupsAndTwentyFourElementsOfTheThesisInItsOrder()
    {
        final String table = Arrays.stream(PeriodicGroup.values())
            .map(group -> group + " " + group.elements().stream().map(Element::symbol).collect(Collectors.joining(" ")))
            .collect(Collectors.joining("; "));

        assertThat(table).isEqualTo(THESIS);
        assertThat(Element.values()).hasSize(24);
    }

    @Test
    void shouldGiveEveryElementNamesOfItsOwn()
    {
        assertThat(Arrays.stream(Element.values()).map(Element::symbol)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Element.values()).map(Element::longName)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Element.values()).map(Element::meaning)).doesNotHaveDuplicates().doesNotContain("");
        assertThat(Arrays.stream(PeriodicGroup.values()).map(PeriodicGroup::rule)).doesNotHaveDuplicates();
    }

    @Test
    void shouldOrderReactivityAsTheThesisDoes()
    {
        assertThat(PeriodicGroup.byReactivity()).containsExactly(PeriodicGroup.ED, PeriodicGroup.DF, PeriodicGroup.CF,
            PeriodicGroup.RM, PeriodicGroup.CO, PeriodicGroup.MC);
    }

    @Test
    void shouldMakeReactivityAStrictTotalOrder()
    {
        for (final PeriodicGroup a : PeriodicGroup.values())
        {
            assertThat(a.isMoreReactiveThan(a)).as("irreflexive: %s", a).isFalse();
            for (final PeriodicGroup b : PeriodicGroup.values())
            {
                assertThat(a == b || (a.isMoreReactiveThan(b) ^ b.isMoreReactiveThan(a)))
                    .as("one of %s and %s is the more reactive", a, b).isTrue();
                for (final PeriodicGroup c : PeriodicGroup.values())
                {
                    assertThat(!a.isMoreReactiveThan(b) || !b.isMoreReactiveThan(c) || a.isMoreReactiveThan(c))
                        .as("transitive: %s %s %s", a, b, c).isTrue();
                }
            }
        }
    }

    @Test
    void shouldFindEveryElementInEveryNotation()
    {
        for (final Element element : Element.values())
        {
            final String group = element.group().key();
            for (final String text : List.of(element.symbol(), ":" + element.symbol(), element.longName(),
                element.qualifiedSymbol(), ":" + group + ", :" + element.symbol(),
                element.group().longName() + ":" + element.longName(), element.title()))
            {
                assertThat(Element.parse(text)).as(text).isSameAs(element);
            }
        }
    }

    @Test
    void shouldFindEveryGroupInEveryNotation()
    {
        for (final PeriodicGroup group : PeriodicGroup.values())
        {
            for (final String text : List.of(group.name(), group.key(), ":" + group.key(), group.longName(),
                ":" + group.longName(), group.longName().replace('_', '-')))
            {
                assertThat(PeriodicGroup.parse(text)).as(text).isSameAs(group);
            }
        }
    }

    @Test
    void shouldRefuseAnElementOfAnotherGroup()
    {
        assertThatThrownBy(() -> Element.parse("DF:seq"))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("group DF has no element 'seq': did you mean 'CF:seq'? (DF has pr, cs, tr, ag)");
    }

    @Test
    void shouldSuggestTheNearestName()
    {
        assertThatThrownBy(() -> Element.parse("transfrom"))
            .hasMessage("no element 'transfrom': did you mean 'transform'? (packetflow table lists all 24)");
        assertThatThrownBy(() -> PeriodicGroup.parse(":datflow"))
            .hasMessage("no periodic group ':datflow': did you mean 'dataflow'? (groups: CF, DF, ED, CO, MC, RM)");
        assertThatThrownBy(() -> PeriodicGroup.parse("quux"))
            .hasMessage("no periodic group 'quux' (groups: CF, DF, ED, CO, MC, RM)");
    }

    @Test
    void shouldSuggestTheWrittenNameAfterAnySingleSlip()
    {
        final long seed = 20_261_122L;
        final SplittableRandom random = new SplittableRandom(seed);
        final List<String> known = List.of("packetflow.plan", "packetflow.grouping", "packetflow.stall.limit");
        for (int i = 0; i < 300; i++)
        {
            final String name = known.get(random.nextInt(known.size()));
            final int at = random.nextInt(name.length() - 1);
            final String slipped = switch (random.nextInt(3))
            {
                case 0 -> name.substring(0, at) + name.substring(at + 1);
                case 1 -> name.substring(0, at) + 'q' + name.substring(at);
                default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
            };
            assertThat(NearestName.find(slipped, known)).as("seed %s, '%s'", seed, slipped).isEqualTo(name);
        }
    }
}
