/*
 * The grammar of PacketFlow programs (thesis, appendix A.1), with what the thesis's own programs use beyond it.
 * language.md beside the engine's README shows every construct with an example.
 */
parser grammar PacketFlowParser;

options { tokenVocab = PacketFlowLexer; }

program : item* EOF ;

item : importDirective | moduleDefinition | definition ;

importDirective : IMPORT STRING ;

moduleDefinition : DEFMODULE name LBRACE definition* RBRACE ;

definition
    : packetDefinition
    | moleculeDefinition
    | reactorDefinition
    | functionDefinition
    | macroDefinition
    ;

packetDefinition : PACKET name LBRACE atom COMMA atom (COMMA entry)* COMMA? RBRACE ;

moleculeDefinition : MOLECULE name LBRACE (entry (COMMA entry)* COMMA?)? RBRACE ;

reactorDefinition : REACTOR name LBRACE (reactorSection (COMMA reactorSection)* COMMA?)? RBRACE ;

reactorSection
    : NODES COLON LBRACKET (node (COMMA node)* COMMA?)? RBRACKET    # nodesSection
    | reactorKey COLON expression                                   # otherSection
    ;

node : NODE open arguments RPAREN LBRACE atom (COMMA entry)* COMMA? RBRACE ;

functionDefinition : DEF name open parameters RPAREN (WHEN expression)? block ;

macroDefinition : DEFMACRO name open parameters RPAREN block ;

parameters : (expression (COMMA expression)* COMMA?)? ;

block : LBRACE statement* RBRACE ;

statement : expression (ASSIGN expression)? SEMICOLON? ;

// Binding strength falls from top to bottom.
expression
    : expression LPAREN arguments RPAREN                                # call
    | expression DOT word                                               # field
    | (MINUS | LINE_MINUS) expression                                   # negation
    | expression op = (STAR | SLASH | PERCENT) expression               # binary
    | expression op = (PLUS | MINUS) expression                         # binary
    | expression PIPE expression                                        # pipe
    | expression op = (LESS | AT_MOST | GREATER | AT_LEAST) expression  # binary
    | expression op = (EQUAL | NOT_EQUAL) expression                    # binary
    | NOT expression                                                    # not
    | expression op = AND expression                                    # binary
    | expression op = OR expression                                     # binary
    | primary                                                           # simple
    ;

primary
    : literal
    | atom
    | quotation
    | name
    | whenCall
    | list
    | tuple
    | map
    | conditional
    | choice
    | unquotation
    | open expression RPAREN
    ;

literal : INTEGER | DECIMAL | RATE | MEASURE | STRING | TRUE | FALSE ;

// A routing step of that name; a function cannot have it.
whenCall : WHEN LPAREN arguments RPAREN ;

list : LBRACKET (expression (COMMA expression)* (COMMA | BAR expression)?)? RBRACKET ;

tuple : LBRACE (expression (COMMA expression)* COMMA?)? RBRACE ;

map : MAP_OPEN (mapItem (COMMA mapItem)* COMMA?)? RBRACE ;

mapItem : entry | expression MAPS_TO expression ;

entry : word COLON expression ;

arguments : (argument (COMMA argument)* COMMA?)? ;

argument : entry | expression ;

conditional : IF expression block (ELSE IF expression block)* (ELSE block)? ;

choice : CASE expression LBRACE clause* RBRACE ;

clause : expression (WHEN expression)? ARROW (clauseBlock | expression) SEMICOLON? ;

clauseBlock : CLAUSE_LBRACE statement* RBRACE ;

quotation : QUOTE block ;

unquotation : UNQUOTE open expression RPAREN ;

open : LPAREN | LINE_LPAREN ;

atom : ATOM | COLON word ;

// Words that only mean something at their place are names everywhere else.
name : WORD | PACKET | MOLECULE | REACTOR | IMPORT | NODES | NODE | QUOTE ;

reactorKey : WORD | PACKET | MOLECULE | REACTOR | IMPORT | NODE | QUOTE ;

word
    : WORD | DEFMODULE | DEFMACRO | DEF | PACKET | MOLECULE | REACTOR | IMPORT | NODES | NODE | WHEN | IF | ELSE | CASE
    | QUOTE | UNQUOTE | TRUE | FALSE | AND | OR | NOT
    ;
