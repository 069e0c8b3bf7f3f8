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
package io.packetflow.engine.language.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every code with its text: place, message, what was expected, what to do. */
class MisfitTest
{
    @Test
    void shouldRefuseAKindThatIsUnknown()
    {
        assertThat(MisfitPrograms.said("PF3251")).isEqualTo("""
            test.pf:1:31: error PF3251: the trigger of packet A names the kind :ordr, which the molecule \
            does not have
            one of :order
            did you mean :order?""");
    }

    @Test
    void shouldRefuseAKindThatTheHostHasOtherwise()
    {
        assertThat(MisfitPrograms.said("PF3252")).isEqualTo("""
            test.pf:2:13: error PF3252: the input :order has code 8 and 8 bytes here
            code 9 and 16 bytes, as the running program has it
            codes follow the order of inputs""");
    }

    @Test
    void shouldRefuseAPacketWithoutCode()
    {
        assertThat(MisfitPrograms.said("PF3253")).isEqualTo("""
            test.pf:1:8: error PF3253: packet A has no code
            handler: "com.example.A", or process: with a function of the program
            """);
    }

    @Test
    void shouldRefuseAHandlerThatIsNotThere()
    {
        assertThat(MisfitPrograms.said("PF3254")).isEqualTo("""
            test.pf:1:31: error PF3254: there is no class Handlers$Nobody on the class path

            correct the name, or put its jar on the class path""");
    }

    @Test
    void shouldRefuseAHandlerOfTheWrongShape()
    {
        assertThat(MisfitPrograms.said("PF3255")).isEqualTo("""
            test.pf:1:31: error PF3255: the handler Handlers$NotFinal is not final
            a class that is public, final, not abstract, in public classes only, and implements \
            io.packetflow.engine.packet.PacketHandler
            """);
    }

    @Test
    void shouldRefuseAHandlerThatCannotBeMade()
    {
        assertThat(MisfitPrograms.said("PF3256")).isEqualTo("""
            test.pf:1:31: error PF3256: the handler Handlers$Demanding has no public constructor that can be \
            called here: it has [public Handlers$Demanding(java.lang.String)]
            one that takes nothing or a PacketContext
            """);
    }

    @Test
    void shouldRefuseAnAreaOfTheWrongShape()
    {
        assertThat(MisfitPrograms.said("PF3257")).isEqualTo("""
            test.pf:1:90: error PF3257: the area Handlers$WithoutLayout has no public LAYOUT
            a public, final class that extends io.packetflow.layout.memory.Flyweight, with a public static \
            final RecordLayout LAYOUT and a public constructor that takes a Slab
            """);
    }

    @Test
    void shouldRefuseAnAreaThatDiffersFromThePayload()
    {
        assertThat(MisfitPrograms.said("PF3258")).isEqualTo("""
            test.pf:1:148: error PF3258: the payload of packet A is laid out as A[16]{price:PRICE_E4@0+8, \
            count:INT32@8+4}, its area PriceArea as PriceArea[16]{count:INT32@0+4, price:PRICE_E4@8+8}
            equal fields
            the fields only lie at other places: declare them in the order of the area, with payload_order: \
            :declared""");
    }

    @Test
    void shouldRefuseAPayloadWithoutAnArea()
    {
        assertThat(MisfitPrograms.said("PF3259")).isEqualTo("""
            test.pf:1:93: error PF3259: packet A has a Java handler and a payload, and no class to write it \
            through
            area: "com.example.AArea"
            """);
    }

    @Test
    void shouldRefuseAResourceThatNobodySupplies()
    {
        assertThat(MisfitPrograms.said("PF3260")).isEqualTo("""
            test.pf:1:95: error PF3260: nobody supplies the resource book of packet A

            supply it with ProgramHost.Builder.resource("book", ...)""");
    }

    @Test
    void shouldRefuseAJournalThatIsNone()
    {
        assertThat(MisfitPrograms.said("PF3261")).isEqualTo("""
            test.pf:2:8: error PF3261: the packet Journal is declared otherwise than the engine runs it
            packet Journal { :rm, :al, resources: [:journal] }
            call it otherwise if it is a packet of your own""");
    }

    @Test
    void shouldRefuseAConditionOfAJavaHandler()
    {
        assertThat(MisfitPrograms.said("PF3262")).isEqualTo("""
            test.pf:1:31: error PF3262: the condition 'price > 3' stands in front of a Java handler, which \
            decides itself

            write on(:kind), :always, or the condition as a text""");
    }

    @Test
    void shouldRefuseABrokenRuleOfMolecules()
    {
        assertThat(MisfitPrograms.said("PF3263")).isEqualTo("""
            test.pf:3:10: error PF3263: the bond A -> Journal (ionic) leads to the Journal, which comes \
            before all other packets: it holds inputs, never results; turn the bond round or drop it

            """);
    }
}
