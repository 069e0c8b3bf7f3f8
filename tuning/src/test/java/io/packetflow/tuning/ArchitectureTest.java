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
package io.packetflow.tuning;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the architecture page that a tool can hold us to, over the compiled classes of all modules. */
class ArchitectureTest
{
    /** Lowest first; a module may use those before it, as far as its pom lets it. */
    private static final List<String> MODULES =
        List.of("layout", "affinity", "ringbuffers", "engine", "risk", "trading", "tuning");

    private static final String[] THREE_LOWEST =
        {"io.packetflow.layout..", "io.packetflow.affinity..", "io.packetflow.ringbuffers.."};

    private static JavaClasses classes;

    @BeforeAll
    static void importClasses()
    {
        classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.packetflow");
    }

    @Test
    void shouldSeeTheClassesOfTheModules()
    {
        assertThat(classes.stream().map(ArchitectureTest::module)).contains("layout", "engine");
        assertThat(MODULES).containsAll(classes.stream().map(ArchitectureTest::module).distinct().toList());
    }

    @Test
    void shouldKeepTheOrderOfTheModules()
    {
        final List<String> violations = new ArrayList<>();
        for (final JavaClass origin : classes)
        {
            for (final Dependency dependency : origin.getDirectDependenciesFromSelf())
            {
                final JavaClass target = dependency.getTargetClass();
                if (target.getPackageName().startsWith("io.packetflow.") &&
                    MODULES.indexOf(module(target)) > MODULES.indexOf(module(origin)))
                {
                    violations.add(dependency.getDescription());
                }
            }
        }

        assertThat(violations).isEmpty();
    }

    @Test
    void shouldKeepTheThreeLowestModulesUsableOnTheirOwn()
    {
        noClasses().that().resideInAPackage("io.packetflow.layout..")
            .should().dependOnClassesThat(ours().and(not(resideInAPackage("io.packetflow.layout.."))))
            .allowEmptyShould(true).check(classes);
        noClasses().that().resideInAPackage("io.packetflow.affinity..")
            .should().dependOnClassesThat(ours().and(not(resideInAPackage("io.packetflow.affinity.."))))
            .allowEmptyShould(true).check(classes);
        noClasses().that().resideInAPackage("io.packetflow.ringbuffers..")
            .should().dependOnClassesThat(ours().and(
                not(resideInAnyPackage("io.packetflow.ringbuffers..", "io.packetflow.layout.."))))
            .allowEmptyShould(true).check(classes);
    }

    @Test
    void shouldLetTheDisruptorInThroughOneDoor()
    {
        noClasses().that().resideOutsideOfPackage("io.packetflow.ringbuffers..")
            .should().dependOnClassesThat().resideInAPackage("com.lmax.disruptor..").check(classes);
    }

    @Test
    void shouldLetChronicleQueueInThroughOneDoor()
    {
        noClasses().that().resideOutsideOfPackages(
            "io.packetflow.ringbuffers.journal.queue..", "io.packetflow.ringbuffers.share..")
            .should().dependOnClassesThat().resideInAnyPackage("net.openhft.chronicle..", "net.openhft.posix..")
            .check(classes);
        // Recovery and the journal's own path must not so much as know that there are queues.
        noClasses().that().resideInAPackage("io.packetflow.ringbuffers..")
            .and().resideOutsideOfPackage("io.packetflow.ringbuffers.journal.queue..")
            .should().dependOnClassesThat().resideInAPackage("io.packetflow.ringbuffers.journal.queue..")
            .check(classes);
    }

    @Test
    void shouldLetChronicleMapInThroughOneDoor()
    {
        noClasses().that().resideOutsideOfPackage("io.packetflow.ringbuffers.share..")
            .should().dependOnClassesThat().resideInAnyPackage("net.openhft.chronicle.map..",
            "net.openhft.chronicle.hash..", "net.openhft.chronicle.values..").check(classes);
        noClasses().that().resideInAPackage("io.packetflow.ringbuffers.share..")
            .should().dependOnClassesThat().resideInAnyPackage("net.openhft.chronicle.queue..",
            "net.openhft.chronicle.values..", "io.packetflow.ringbuffers.journal..").check(classes);
        // A table is a view: neither the engine nor anything below it knows that there are tables.
        noClasses().that().resideInAnyPackage("io.packetflow.ringbuffers..", "io.packetflow.engine..",
            "io.packetflow.risk..").and().resideOutsideOfPackage("io.packetflow.ringbuffers.share..")
            .should().dependOnClassesThat().resideInAPackage("io.packetflow.ringbuffers.share..").check(classes);
    }

    @Test
    void shouldLetUnsafeMemoryInThroughOneDoor()
    {
        noClasses().that().resideOutsideOfPackage("io.packetflow.layout.memory..")
            .should().dependOnClassesThat().haveFullyQualifiedName("org.agrona.UnsafeApi").check(classes);
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("sun.misc.Unsafe").check(classes);
    }

    @Test
    void shouldLetThreadAffinityInThroughOneClass()
    {
        final Set<String> users = new TreeSet<>();
        for (final JavaClass origin : classes)
        {
            origin.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> dependency.getTargetClass().getPackageName()
                    .startsWith("net.openhft.affinity"))
                .forEach(dependency -> users.add(outermost(origin)));
        }

        assertThat(users).hasSizeLessThanOrEqualTo(1).allMatch(user -> user.startsWith("io.packetflow.affinity."));
    }

    @Test
    void shouldOpenNoSocketButThatOfTheExporter()
    {
        final String exporter = "io.packetflow.tuning.export..";
        noClasses().that().resideOutsideOfPackage(exporter).should().dependOnClassesThat(
            resideInAnyPackage("java.net..", "javax.net..", "java.net.http..", "com.sun.net..")
                .and(new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("are not mere names")
                {
                    @Override
                    public boolean test(final JavaClass target)
                    {
                        final String name = target.getSimpleName().toLowerCase(Locale.ROOT);
                        return !name.startsWith("uri") && !name.equals("url") && !name.equals("urlclassloader");
                    }
                })).check(classes);
        noClasses().should().dependOnClassesThat().haveNameMatching("java\\.nio\\.channels\\..*Socket.*")
            .check(classes);
        // Of the exporter only the command line knows.
        noClasses().that().resideOutsideOfPackages(exporter, "io.packetflow.tuning.cli..")
            .should().dependOnClassesThat().resideInAPackage(exporter).check(classes);
    }

    @Test
    void shouldNotLogOnOrNearTheHotPath()
    {
        noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging..", "org.apache.logging..").check(classes);
        noClasses().that().resideInAnyPackage(THREE_LOWEST)
            .should().accessField(System.class, "out").allowEmptyShould(true).check(classes);
    }

    @Test
    void shouldKeepPicocliInTheCommandLine()
    {
        noClasses().that().resideOutsideOfPackages("io.packetflow.engine.cli..", "io.packetflow.trading..",
            "io.packetflow.tuning..")
            .should().dependOnClassesThat().resideInAPackage("picocli..").check(classes);
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> ours()
    {
        return resideInAPackage("io.packetflow..");
    }

    private static String module(final JavaClass type)
    {
        return type.getPackageName().split("\\.", -1)[2];
    }

    private static String outermost(final JavaClass type)
    {
        return type.getName().replaceFirst("\\$.*", "");
    }
}
