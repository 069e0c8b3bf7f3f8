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
package io.packetflow.engine.picture;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

final class MoleculePictureTest
{
    private static final MolecularStructure DIAMOND = new MolecularStructure("Diamond",
        List.of(Constituent.of("Feed", Element.TRANSFORM), Constituent.of("Left", Element.BRANCH),
        Constituent.of("Right", Element.THRESHOLD), Constituent.of("Out", Element.PRODUCER)),
        List.of(ionic("Feed", "Left"), ionic("Feed", "Right"), ionic("Left", "Out"),
            new Bond("Right", "Out", BondType.IONIC, "", true),
            new Bond("Left", "Right", BondType.METALLIC, "", false)),
        Map.of());

    @Test
    void eachPacketStandsBehindAllThatItWaitsFor()
    {
        final MoleculeLayout layout = MoleculeLayout.of(DIAMOND);

        assertThat(layout.places().get("Feed")).isEqualTo(new MoleculeLayout.Place(0, 0.5));
        assertThat(layout.places().get("Left").column()).isEqualTo(1);
        assertThat(layout.places().get("Right").column()).isEqualTo(1);
        assertThat(layout.places().get("Out")).isEqualTo(new MoleculeLayout.Place(2, 0.5));
        assertThat(layout.places().get("Left").row()).isNotEqualTo(layout.places().get("Right").row());
    }

    @Test
    void everyPacketAndBondIsDrawnAndTheCriticalPathIsMarked() throws Exception
    {
        final Document picture = parsed(MoleculePicture.svg(DIAMOND, Map.of("Feed", "40 ns"),
            List.of("Feed", "Right", "Out")));

        assertThat(classes(picture, "rect")).contains("packet df critical", "packet cf", "packet ed critical")
            .filteredOn(style -> style.contains("critical")).hasSize(3);
        assertThat(classes(picture, "path")).contains("bond ionic critical", "bond ionic strict critical",
            "bond metallic").filteredOn(style -> style.contains("critical")).hasSize(2);
        assertThat(texts(picture)).contains("Diamond", "Feed", "DF:tr · 40 ns", "CF:br", "Data Flow", "metallic bond");
    }

    @Test
    void whatPeopleWroteIsEscaped() throws Exception
    {
        final MolecularStructure odd = new MolecularStructure("A<b>&\"c\"",
            List.of(Constituent.of("P", Element.TRANSFORM)), List.of(), Map.of());

        assertThat(texts(parsed(MoleculePicture.svg(odd, Map.of("P", "<script>"), List.of()))))
            .contains("A<b>&\"c\"", "DF:tr · <script>");
    }

    @Test
    void noTwoBoxesOverlapInALargeMolecule() throws Exception
    {
        final List<Constituent> packets = IntStream.range(0, 200)
            .mapToObj(index -> Constituent.of("P" + index, Element.TRANSFORM)).toList();
        final List<Bond> bonds = IntStream.range(1, 200)
            .mapToObj(index -> ionic("P" + index / 3, "P" + index)).toList();

        final MoleculeLayout layout = MoleculeLayout.of(new MolecularStructure("Large", packets, bonds, Map.of()));

        assertThat(layout.places()).hasSize(200);
        assertThat(layout.places().values()).doesNotHaveDuplicates();
    }

    private static Bond ionic(final String from, final String to)
    {
        return new Bond(from, to, BondType.IONIC, "", false);
    }

    private static Document parsed(final String svg) throws Exception
    {
        final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> classes(final Document picture, final String element)
    {
        final NodeList nodes = picture.getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
            .mapToObj(index -> ((org.w3c.dom.Element)nodes.item(index)).getAttribute("class")).toList();
    }

    private static List<String> texts(final Document picture)
    {
        final NodeList nodes = picture.getElementsByTagName("text");
        return IntStream.range(0, nodes.getLength()).mapToObj(index -> nodes.item(index).getTextContent()).toList();
    }
}
