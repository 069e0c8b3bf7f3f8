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
package io.packetflow.engine.language.diagnostic;

/**
 * Cold path. Every kind of diagnostic, with a code that never changes its meaning: {@code PF10..} text, {@code PF11..}
 * grammar, {@code PF20..} names and files, {@code PF21..} packets, {@code PF22..} molecules, {@code PF23..} reactors,
 * {@code PF24..} functions and macros, {@code PF30..} types, {@code PF31..} groups, {@code PF32..} compiled code,
 * {@code PF325.} and {@code PF326.} what a program is built from.
 * {@code PF24..} functions, {@code PF34..} macros,
 * {@code PF35..} routes.
 */
public enum DiagnosticCode
{
    /** Bytes are not UTF-8. */
    NOT_UTF8("PF1001", "bytes that are not UTF-8",
        "Source files are UTF-8, strictly. The byte offset counts from 0. Save the file as UTF-8."),
    /** The file is too large. */
    FILE_TOO_LARGE("PF1002", "file too large",
        "A source file holds at most 1 MiB. Split it and import the parts."),
    /** A character has no meaning here. */
    UNEXPECTED_CHARACTER("PF1003", "unexpected character",
        "The language has no use for this character outside of strings and comments, or it is a control character."),
    /** A letter of an identifier is not ASCII. */
    NOT_ASCII("PF1004", "letter that is not ASCII in a name",
        "Names are made of a-z, A-Z, 0-9 and _, so that two names that look alike are alike. The message names the " +
        "character and the ASCII letter that it looks like."),
    /** A string has no end. */
    UNTERMINATED_STRING("PF1005", "string without an end",
        "A string ends with a quotation mark on the line where it begins; a line feed in it is written \\n."),
    /** A string has an escape that means nothing. */
    UNKNOWN_ESCAPE("PF1006", "unknown escape in a string",
        "Strings know the escapes \\\" \\\\ \\n \\r \\t and \\u{HEX}, the number of a character."),
    /** A literal is too large or too long. */
    LITERAL_TOO_LARGE("PF1007", "literal too large",
        "Whole numbers end at 9223372036854775807, decimals have at most 18 digits and an exponent from -18 to 18, " +
        "what a unit makes of a number fits into 64 bits, strings have at most 4096 characters."),
    /** A unit is unknown. */
    UNKNOWN_UNIT("PF1008", "unknown unit",
        "Units: ns us ms s min h; B KB MB GB (binary); /s k/s M/s G/s."),
    /** A name is too long. */
    NAME_TOO_LONG("PF1009", "name too long",
        "Names and atoms have at most 64 characters."),
    /** A control character turns the reading order round. */
    BIDIRECTIONAL_CONTROL("PF1010", "control character that changes the reading order",
        "Characters U+202A to U+202E and U+2066 to U+2069 make a text look like another one. They are not allowed " +
        "anywhere, comments and strings included; write \\u{HEX} in a string that needs one."),

    /** A word stands where the grammar has none of its kind. */
    UNEXPECTED_TOKEN("PF1101", "syntax error",
        "Something else must stand here. language.md shows every construct with an example."),
    /** Something is missing. */
    MISSING_TOKEN("PF1102", "something is missing",
        "The grammar wants something in front of this place, most often a comma or a bracket."),
    /** The program nests too deeply. */
    NESTED_TOO_DEEPLY("PF1103", "nested too deeply",
        "Brackets nest at most 200 levels, and so do operators: each one of a chain such as a + b + c is a level. " +
        "Name a part with an assignment, or make it a function."),
    /** Brackets do not match. */
    UNBALANCED_BRACKET("PF1104", "brackets that do not match",
        "A bracket has no partner, or one of another kind. The message names the place of the other one."),
    /** An expression stands where a pattern must stand. */
    NOT_A_PATTERN("PF1105", "not a pattern",
        "Parameters, the clauses of a case and the left side of = are patterns: names, _, literals, atoms, packets, " +
        "tuples, lists and maps of patterns. Nothing is computed in them."),
    /** Two statements share a line. */
    STATEMENTS_ON_ONE_LINE("PF1106", "statements on one line",
        "A statement begins on a line of its own, or behind a semicolon."),
    /** Comparisons do not chain. */
    CHAINED_COMPARISON("PF1107", "comparisons in a chain",
        "a < b < c would compare a boolean with c. Write a < b and b < c, or use parentheses where it is meant."),
    /** A positional argument follows a named one. */
    ARGUMENT_ORDER("PF1108", "argument without a name behind a named one",
        "Arguments without a name come first."),
    /** Too many diagnostics. */
    TOO_MANY_DIAGNOSTICS("PF1109", "too many diagnostics",
        "A check shows 200 diagnostics. Repair the first ones and check again."),

    /** A packet is not declared. */
    UNKNOWN_PACKET("PF2001", "packet is not declared",
        "A composition, a bond or a participant names a packet that neither this file, nor a file that it imports, " +
        "nor one given with --packets declares. The message has a declaration to paste."),
    /** Two definitions have one name. */
    DUPLICATE_NAME("PF2002", "two definitions of one name",
        "Packets, molecules, reactors and modules have names of their own, unique over all files of a program; " +
        "modules open no scope."),
    /** A name is not allowed here. */
    NAME_NOT_ALLOWED("PF2003", "name that is not allowed",
        "Packets, molecules, reactors and modules are named with a letter, then letters, digits and underscores: " +
        "generated code has these names."),
    /** A section is unknown. */
    UNKNOWN_SECTION("PF2004", "unknown section",
        "A molecule has inputs, composition, bonds and properties; a reactor has nodes and routing_policies."),
    /** A key is given twice. */
    DUPLICATE_KEY("PF2005", "key given twice",
        "Sections, properties, items of a map and named arguments are given once."),
    /** A value has the wrong form. */
    WRONG_FORM("PF2006", "value of the wrong form",
        "The value of this key has another form; the message says which."),
    /** A section is missing. */
    MISSING_SECTION("PF2007", "section is missing",
        "A molecule needs a composition, a reactor needs nodes. Bonds, properties and policies may be left out."),
    /** A path leads out of the directory. */
    PATH_NOT_ALLOWED("PF2008", "path that is not allowed",
        "An import names a .pf file below the directory of the file that imports, with / between names: no absolute " +
        "path, no .., no link that leads elsewhere. A source that is no file imports nothing."),
    /** An imported file cannot be read. */
    IMPORT_NOT_READ("PF2009", "imported file cannot be read",
        "The file is not there or may not be read. A program consists of 64 files at most."),

    /** A periodic group is unknown. */
    UNKNOWN_GROUP("PF2101", "unknown periodic group",
        "Groups: :cf :df :ed :co :mc :rm, or their long names :control_flow :dataflow :event_driven :collective " +
        ":meta_computational :resource_management."),
    /** An element is unknown. */
    UNKNOWN_ELEMENT("PF2102", "unknown element",
        "packetflow table shows the 24 elements. A packet may name one by its symbol or by its long name."),
    /** The element belongs to another group. */
    ELEMENT_OF_OTHER_GROUP("PF2103", "element of another group",
        "Each element belongs to one group of the periodic table."),
    /** An event-driven packet has no trigger. */
    NO_TRIGGER("PF2104", "event-driven packet without a trigger",
        "Packets of group ED are reactive: each has a trigger, such as trigger: on(:fill) or trigger: :always."),
    /** A collective packet has too few participants. */
    TOO_FEW_PARTICIPANTS("PF2105", "collective packet with fewer than two participants",
        "Packets of group CO are multi-party: participants: [A, B, ...] names two packets at least."),
    /** A resource packet names no resource. */
    NO_RESOURCE("PF2106", "resource packet without a resource",
        "Packets of group RM are bound to resources: resources: [:name, ...] names one at least."),
    /** A payload field has an unknown type. */
    UNKNOWN_FIELD_TYPE("PF2107", "unknown type of a payload field",
        "Types: :int8 :int16 :int32 :int64 :uint8 :uint16 :uint32 :uint64 :price_e4 :quantity :timestamp_nanos and " +
        "{:bytes, LENGTH}. There is no floating point: prices are scaled."),
    /** A payload cannot be laid out. */
    PAYLOAD_NOT_POSSIBLE("PF2108", "payload that cannot be laid out",
        "A payload has at least one field, names that begin with a letter, and 1 MiB at most."),
    /** A handler or an area is no class name. */
    HANDLER_NOT_A_CLASS("PF2109", "handler or area that is no class name",
        "A handler is the full name of a Java class in a package, such as \"com.example.BookHandler\"; a class in a " +
        "class is written with $. So is an area."),
    /** A cost cannot be read. */
    UNREADABLE_COST("PF2110", "cost that cannot be read",
        "base_time is a duration, priority a number above 0, resource_demand, failure_probability and fires are 0 " +
        "to 1, rate is a rate."),
    /** A trigger makes no sense. */
    TRIGGER_NOT_POSSIBLE("PF2111", "trigger that is not possible",
        "A trigger is :always, on(:kind, ...) with one kind of instance at least, the name or call of a function, a " +
        "condition, or a text for people."),

    /** The end of a bond is not in the composition. */
    NOT_IN_COMPOSITION("PF2201", "packet is not in the composition",
        "Bonds and participants name packets of the same molecule."),
    /** A packet stands in a composition twice. */
    DUPLICATE_PACKET("PF2202", "packet twice in a composition",
        "A composition is a set: each packet once. Declare a second packet where two of a kind are needed."),
    /** A composition has too many packets, or none. */
    COMPOSITION_SIZE("PF2203", "composition of no packets or too many",
        "A molecule has 1 to 63 packets. Split it and let one emit instances of the other."),
    /** A bond is no bond. */
    MALFORMED_BOND("PF2204", "malformed bond",
        "A bond is {From, To, :type} or {From, To, :type, %{option: value}}."),
    /** A bond type is unknown. */
    UNKNOWN_BOND_TYPE("PF2205", "unknown type of bond",
        "Types: :ionic :covalent :metallic :vdw."),
    /** A bond option is unknown. */
    UNKNOWN_BOND_OPTION("PF2206", "unknown option of a bond",
        "strict: true or false, of any bond; resource: :name, of a covalent bond."),
    /** A packet is bonded to itself. */
    SELF_BOND("PF2207", "bond of a packet with itself",
        "A bond joins two packets."),
    /** A bond is declared twice. */
    DUPLICATE_BOND("PF2208", "bond declared twice",
        "Two packets have one bond of a type, or one for each resource that they share."),
    /** Ionic bonds form a cycle. */
    IONIC_CYCLE("PF2209", "ionic bonds form a cycle",
        "None of the packets could ever start. The message shows the cycle; take one of its bonds away."),
    /** Covalent packets share nothing. */
    NOTHING_SHARED("PF2210", "covalent bond without a shared resource",
        "A covalent bond says that two packets use one resource; both must name it in resources: [...]."),
    /** Covalent packets share several resources. */
    SEVERAL_SHARED("PF2211", "covalent bond over several resources",
        "The two packets share several resources: say which with %{resource: :name}, one bond for each."),
    /** Ionic bonds order what a metallic bond leaves open. */
    METALLIC_ORDERED("PF2212", "metallic bond of packets in order",
        "A metallic bond says any order, and ionic bonds order the two. Take one of them away."),
    /** Packets use a resource and do not share a stage. */
    UNBONDED_RESOURCE("PF2213", "resource shared without covalent bonds",
        "A resource has one writer: those who use it form one stage, by covalent bonds among them."),
    /** A target cannot be read. */
    UNREADABLE_TARGET("PF2214", "target that cannot be read",
        "tick_to_trade and risk_check_latency are durations with a comparison, as in \"< 500ns\" or \"< 2us P99.9\"; " +
        "order_rate is a rate, as in \">= 1M orders/s\". Properties of other names are annotations."),
    /** live_orders cannot be read. */
    UNREADABLE_LIVE_ORDERS("PF2215", "live_orders that cannot be read",
        "live_orders says cancel or adopt for stop, failure and promotion, as in \"stop=cancel, failure=adopt\"."),
    /** A kind of input is not possible. */
    INPUT_NOT_POSSIBLE("PF2216", "input that is not possible",
        "inputs declares 55 kinds of instances at most, each with fields or bytes of 4096 together at most; :timer " +
        "and :control are the engine's own and are not declared."),
    /** Packets wait for each other's resources in every placement. */
    RESOURCE_CYCLE("PF2217", "resources that are waited for in a circle",
        "Packets that hold a resource while they wait for another one can wait for each other for ever. The message " +
        "shows the cycle and why no placement removes it."),
    /** No plan can keep a target. */
    TARGET_UNATTAINABLE("PF2218", "target that no plan can keep",
        "What the packets on the path declare to cost, or are assumed to, is more than the target allows, even where " +
        "nothing hops between cores. The message has the sum."),

    /** A node has no proper name. */
    NODE_NAME("PF2301", "node without a proper name",
        "node(\"name\") or node(\"name_*\"): letters, digits, _ and -, a star at the end only."),
    /** Two nodes have one name. */
    DUPLICATE_NODE("PF2302", "two nodes of one name",
        "Each node, or pattern of nodes, is declared once."),
    /** A policy does not begin with a route. */
    POLICY_WITHOUT_ROUTE("PF2303", "policy that does not begin with route(...)",
        "A policy is a pipe: route(:group, :element) |> step(...) |> ... Its first step says for which packets it is."),
    /** A routing function is unknown. */
    UNKNOWN_ROUTING_FUNCTION("PF2304", "unknown routing function",
        "Steps: when(condition), consistent_hash(:key), replicate(factor: n), batch(size: n, timeout: t), " +
        "assign(:pool), load_balance(:metric), route_by_geography()."),
    /** A routing function has other arguments. */
    ROUTING_ARGUMENTS("PF2305", "wrong arguments of a routing function",
        "The message says which arguments the function has."),
    /** A pool has no nodes. */
    UNKNOWN_POOL("PF2306", Severity.WARNING, "pool without nodes",
        "assign(:name_pool) means the nodes named name or name_*; the reactor declares none."),

    /** Code is put into no quotation. */
    UNQUOTE_OUTSIDE_QUOTE("PF2401", "unquote outside of quote",
        "unquote(x) puts code into a quotation, so it stands in quote { ... } only."),
    /** Clauses of a function stand apart. */
    CLAUSES_APART("PF2402", "clauses of a function apart from each other",
        "Clauses are tried in their order, so all of one name and number of parameters stand together."),
    /** A clause can never be reached. */
    UNREACHABLE_CLAUSE("PF2403", Severity.WARNING, "clause that is never reached",
        "A clause before it matches everything. Give that one a guard, or put it last."),
    /** A name is bound twice in a pattern. */
    NAME_BOUND_TWICE("PF2404", "name bound twice in a pattern",
        "Each name of a pattern stands for one value. Give one another name and compare the two in a guard."),

    /** A name stands for nothing. */
    UNKNOWN_NAME("PF3001", "name that stands for nothing",
        "Names in functions are those of parameters, of assignments before, and of the pattern of the clause."),
    /** A value has another type. */
    WRONG_TYPE("PF3002", "value of another type",
        "An operand, a condition, an argument, an element of a list or a pattern wants a value of another type. The " +
        "message has both."),
    /** Numbers count different things. */
    MIXED_KINDS("PF3003", "numbers that count different things",
        "Prices, quantities, durations, sizes, rates and timestamps are neither added to nor compared with each " +
        "other; plain numbers go together with prices and quantities. A price times a quantity is a price."),
    /** A record has no such field. */
    NO_SUCH_FIELD("PF3004", "field that is not there",
        "Payloads, inputs and maps have the fields that they declare. Of an input that several kinds bring, only " +
        "what all of them have can be read."),
    /** Branches give numbers that do not go together. */
    BRANCHES_DIFFER("PF3005", "branches whose numbers differ",
        "Where a value comes from one of several branches, all give numbers of one kind with as many decimals: 0.0 " +
        "beside 1.5, price(0) beside a price."),
    /** A clause never matches. */
    NEVER_MATCHES("PF3006", Severity.WARNING, "clause that never matches",
        "The pattern has another form than the value ever has."),
    /** Clauses do not cover every value. */
    NOT_ALL_CASES("PF3007", Severity.WARNING, "clauses that do not cover every value",
        "Where no clause matches, the instance fails. Add a last clause with _."),
    /** A function has another number of parameters. */
    WRONG_ARITY("PF3008", "function with another number of parameters",
        "The program defines a function of this name, but not for so many arguments. Arguments have no names."),
    /** A number has too many decimals, or does not fit. */
    TOO_MANY_DECIMALS("PF3009", "number with too many decimals",
        "Numbers are exact and have at most 18 decimals, those that appear on the way through a division included; " +
        "measures are whole numbers of their base unit. round(x, n) takes decimals away."),
    /** A process reads what it cannot read. */
    PROCESS_ARGUMENT("PF3010", "argument of a process that cannot be read",
        "A process reads payloads of packets that ionic bonds order before it and that are written in the language " +
        "too, and the input of the instance, where the molecule declares one with fields."),
    /** The result of a process is no payload. */
    RESULT_NOT_A_PAYLOAD("PF3011", "result that is not the packet's payload",
        "The function of a process gives a map with all fields of the packet's payload and no others, or :stop. " +
        "Integers take whole numbers that are no price; prices take prices and plain numbers with four decimals at " +
        "most; quantities and timestamps take their own kind, quantities plain integers too."),
    /** A packet has two behaviours. */
    TWO_BEHAVIOURS("PF3012", "packet with a process and a handler",
        "What a packet does is written in the language, process: f(Book), or in Java, handler: " +
        "\"com.example.Handler\"."),
    /** Control flow is replicated. */
    CONTROL_FLOW_REPLICATED("PF3101", "replicated control flow",
        "Packets of group CF are never replicated: their order is what they are for."),
    /** Control flow is reordered. */
    CONTROL_FLOW_REORDERED("PF3102", "metallic bond between control-flow packets",
        "Packets of group CF are never reordered, and a metallic bond says any order. Order them with an ionic bond."),

    /** Compiled code calls what nobody defines. */
    UNKNOWN_FUNCTION("PF3201", "function that is not defined",
        "Code that a process or its trigger reaches is compiled, and calls functions of the program and of the " +
        "language only. Elsewhere a call of an unknown function is one of the program around it."),
    /** A function calls itself. */
    RECURSION("PF3202", "recursion in compiled code",
        "Compiled code takes a known time and no memory, so no function calls itself, directly or through others."),
    /** A value would need memory of its own. */
    NEEDS_HEAP("PF3203", "value that needs memory of its own",
        "Compiled code allocates nothing: tuples, maps and lists of known form are taken apart when it is compiled. " +
        "Maps with computed keys, lists of unknown length, long texts and values of more than 64 numbers are not."),
    /** There is no value. */
    NO_VALUE("PF3204", "expression without a value",
        "In compiled code an if whose value is used has an else, and a block has a last statement."),
    /** The code is too large. */
    TOO_LARGE_TO_COMPILE("PF3205", "code that is too large to compile",
        "Expressions and calls nest 400 levels in compiled code, functions call each other 24 levels deep, and the " +
        "code of a packet has 10000 operations at most, with all that it calls."),
    /** Something is not known well enough to be compiled. */
    NOT_COMPILED("PF3206", "expression that cannot be compiled",
        "The type of a value is not known, because it comes from something that is wrong elsewhere or that compiled " +
        "code has no form for, such as a packet as a value."),

    /** A trigger names a kind that the molecule does not have. */
    UNKNOWN_KIND("PF3251", "unknown kind of instance",
        "A trigger names a kind that neither the molecule's inputs nor the program that runs it declare; :timer and " +
        ":control are always there."),
    /** The host has another idea of a kind. */
    KIND_OF_HOST("PF3252", "kind that the running program declares differently",
        "The Java program that runs the molecule sends instances of this kind with another code or length. Declare " +
        "the inputs in the order and with the bytes that it expects; the message has them."),
    /** Nothing runs when the packet fires. */
    PACKET_WITHOUT_CODE("PF3253", "packet without code",
        "A packet that runs names a Java class, handler: \"com.example.Handler\", or a function of the program."),
    /** The handler's class is not there. */
    HANDLER_NOT_FOUND("PF3254", "handler class that is not there",
        "The class path has no class of this name, or it cannot be loaded. Classes within classes are written with $."),
    /** The handler's class cannot be one. */
    HANDLER_SHAPE("PF3255", "handler class of the wrong shape",
        "A handler is a class that is public, final, not abstract, in public classes only, and implements " +
        "io.packetflow.engine.packet.PacketHandler: generated code calls it directly."),
    /** The handler cannot be made. */
    HANDLER_CONSTRUCTOR("PF3256", "handler without a constructor that can be called",
        "A handler has a public constructor that takes a PacketContext, a PacketContext and objects that the running " +
        "program supplies, or nothing."),
    /** The area's class is not there, or is none. */
    AREA_SHAPE("PF3257", "area class that is not there or of the wrong shape",
        "An area is a public, final class that extends Flyweight, has a public static final RecordLayout LAYOUT and " +
        "a public constructor that takes a Slab."),
    /** Area and payload differ. */
    AREA_LAYOUT("PF3258", "area that differs from the payload",
        "A packet that declares a payload and names the Java class of its area declares the same fields twice: " +
        "names, types and places are equal. payload_order: :declared keeps fields in the order in which they are " +
        "declared."),
    /** A payload has no Java class. */
    PAYLOAD_WITHOUT_AREA("PF3259", "payload without an area class",
        "A packet with a Java handler writes its payload through a Java class: area: \"com.example.BookArea\"."),
    /** A resource is missing. */
    RESOURCE_NOT_SUPPLIED("PF3260", "resource that nobody supplies",
        "Resources of Java handlers come from the Java program that runs the molecule. packetflow run has none."),
    /** The Journal is another packet. */
    JOURNAL_SHAPE("PF3261", "Journal of the wrong shape",
        "The Journal is packet Journal { :rm, :al, resources: [:journal] }, without code: the engine runs it."),
    /** A condition stands before Java code. */
    CONDITION_OF_HANDLER("PF3262", "condition in front of a Java handler",
        "Conditions are compiled together with functions of the program. A Java handler decides itself; say " +
        "on(:kind), :always or a text."),
    /** A rule of molecules is broken that only the built molecule shows. */
    BROKEN_RULE("PF3263", "molecule that breaks a rule",
        "With its Java classes and kinds the molecule breaks a rule that all molecules keep; the message says which."),

    /** The body of a macro does something else than giving code. */
    MACRO_BODY("PF3401", "body of a macro that gives no code",
        "A macro runs when the program is checked and knows code only: statements of its body are quote { ... }, a " +
        "parameter, a literal, or an assignment of one of them to a name; the last one is the code that it gives. " +
        "What is to be computed stands in the quotation. Quotations do not nest."),
    /** A parameter of a macro is a pattern. */
    MACRO_PARAMETER("PF3402", "parameter of a macro that is no name",
        "The arguments of a macro are code as it is written, which no pattern takes apart: its parameters are names, " +
        "or _ for code that is not used."),
    /** A macro is called with the wrong arguments. */
    MACRO_ARGUMENTS("PF3403", "wrong arguments of a macro",
        "A call has one argument for each parameter, none of them named. A step of a pipe hands what stands before " +
        "it over as the first one."),
    /** A macro expands into itself. */
    MACRO_RECURSION("PF3404", "macro that expands into itself",
        "A macro decides nothing, so one that calls itself, or calls one that calls it, would never end. The message " +
        "shows the chain of calls. A function may call itself."),
    /** A macro uses a name that it does not bind. */
    MACRO_FREE_NAME("PF3405", "name that a macro does not bind",
        "Macros are hygienic: their code sees no variables of the function that calls them. Hand the value over as " +
        "an argument and unquote it, or bind the name in the quotation. Packets, functions and other macros may be " +
        "named, and in triggers and routes, where names are fields, anything."),
    /** A macro gives nothing where a value is needed. */
    MACRO_WITHOUT_VALUE("PF3406", "macro without a value",
        "The quotation is empty, which is allowed where the call is a statement only."),
    /** Macros give too much code. */
    EXPANSION_TOO_LARGE("PF3407", "macros that give too much code",
        "The macros of a program give 50,000 nodes at most, and a macro that unquotes its argument twice doubles it " +
        "at each level. The message shows the chain of calls that went beyond it. Bind the argument to a name and " +
        "use that, or make the macro a function."),
    /** Macros nest too deeply. */
    EXPANSION_TOO_DEEP("PF3408", "macros that nest too deeply",
        "What macros give nests as deeply as a program may, 200 levels, and 32 macros at most expand into each other."),
    /** A macro has the name of something else that is called. */
    MACRO_NAME("PF3409", "macro with the name of a function",
        "A call would not tell which of the two it means. Names of functions, of the steps of routes, route and on " +
        "are no names of macros."),
    /** Code is quoted outside of a macro. */
    QUOTE_OUTSIDE_MACRO("PF3410", "quotation outside of a macro",
        "Code is a value only while macros run: quote { ... } stands in the body of a defmacro."),

    /** Steps of a policy contradict each other. */
    POLICY_CONFLICT("PF3501", "steps of a policy that contradict each other",
        "Each step stands in a policy once, when apart, and either consistent_hash or load_balance chooses the node."),
    /** An option of a node cannot be read. */
    NODE_OPTION("PF3502", "option of a node that cannot be read",
        "cores is the number of nodes that a pattern stands for, one core each, 1 to 1024; capacity the number of " +
        "packets that a node holds, 1 to 16777216; weights say how much it is of each class of the affinity matrix: " +
        "cpu, memory, io, network. Other options are annotations."),
    /** There are more replicas than nodes. */
    TOO_FEW_NODES("PF3503", "more replicas than nodes",
        "Each replica of a packet goes to another node: of the pool that the policy assigns to, else of the nodes " +
        "of the packet's group.");

    private final String code;
    private final Severity severity;
    private final String title;
    private final String explanation;

    DiagnosticCode(final String code, final String title, final String explanation)
    {
        this(code, Severity.ERROR, title, explanation);
    }

    DiagnosticCode(final String code, final Severity severity, final String title, final String explanation)
    {
        this.code = code;
        this.severity = severity;
        this.title = title;
        this.explanation = explanation;
    }

    /** Returns how bad it is. */
    public Severity severity()
    {
        return severity;
    }

    /** Returns what it is about, in a few words. */
    public String title()
    {
        return title;
    }

    /** Returns what the reference says of it. */
    public String explanation()
    {
        return explanation;
    }

    /** Returns the code, such as {@code PF2001}. */
    @Override
    public String toString()
    {
        return code;
    }
}
