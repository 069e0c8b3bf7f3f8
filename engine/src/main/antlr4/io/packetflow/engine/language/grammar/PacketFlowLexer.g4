/*
 * Words of the PacketFlow language. What is wrong with a word (an unknown unit, a letter that is not ASCII, a string
 * without an end) is found after lexing, with a better message than a lexer could give; so the rules here take more than
 * the language allows.
 */
lexer grammar PacketFlowLexer;

// Given to braces and signs after lexing (io.packetflow.engine.language.parse.TokenShaping): the lexer does not know
// what stands before them.
tokens { LINE_LPAREN, LINE_MINUS, CLAUSE_LBRACE }

@members {
    private static boolean isWordPart(final int codePoint)
    {
        return codePoint == '_' || (codePoint > 0 && Character.isLetterOrDigit(codePoint));
    }
}

DEFMODULE : 'defmodule' ;
DEFMACRO  : 'defmacro' ;
DEF       : 'def' ;
PACKET    : 'packet' ;
MOLECULE  : 'molecule' ;
REACTOR   : 'reactor' ;
IMPORT    : 'import' ;
NODES     : 'nodes' ;
NODE      : 'node' ;
WHEN      : 'when' ;
IF        : 'if' ;
ELSE      : 'else' ;
CASE      : 'case' ;
QUOTE     : 'quote' ;
UNQUOTE   : 'unquote' ;
TRUE      : 'true' ;
FALSE     : 'false' ;
AND       : 'and' ;
OR        : 'or' ;
NOT       : 'not' ;

ATOM : ':' WORD_START WORD_PART* ;

DECIMAL : DIGITS '.' DIGITS EXPONENT? | DIGITS EXPONENT ;
INTEGER : DIGITS ;
// A rate wins over a division only where it is written without spaces: 100/s is a rate, 100 / s divides.
RATE    : DIGITS ('.' DIGITS)? [A-Za-z\u00B5\u03BC]* '/s' {!isWordPart(_input.LA(1))}? ;
MEASURE : DIGITS ('.' DIGITS)? WORD_START WORD_PART* ;

WORD   : WORD_START WORD_PART* ;
STRING : '"' ('\\' ~[\r\n] | ~["\\\r\n])* ('"' | '\\')? ;

MAP_OPEN  : '%{' ;
LBRACE    : '{' ;
RBRACE    : '}' ;
LBRACKET  : '[' ;
RBRACKET  : ']' ;
LPAREN    : '(' ;
RPAREN    : ')' ;
PIPE      : '|>' ;
BAR       : '|' ;
ARROW     : '->' ;
MAPS_TO   : '=>' ;
EQUAL     : '==' ;
NOT_EQUAL : '!=' ;
AT_MOST   : '<=' ;
AT_LEAST  : '>=' ;
LESS      : '<' ;
GREATER   : '>' ;
ASSIGN    : '=' ;
PLUS      : '+' ;
MINUS     : '-' ;
STAR      : '*' ;
SLASH     : '/' ;
PERCENT   : '%' ;
COLON     : ':' ;
COMMA     : ',' ;
SEMICOLON : ';' ;
DOT       : '.' ;

COMMENT : '#' ~[\r\n]* -> channel(HIDDEN) ;
SPACE   : [ \t\r\n\u000C]+ -> channel(HIDDEN) ;

// Operators of other languages, each as one word for one message.
FOREIGN : ('&&' | '||' | '!' | '++' | '<>' | '&' | '**') -> channel(HIDDEN) ;
STRANGE : . -> channel(HIDDEN) ;

fragment DIGITS   : [0-9] [0-9_]* ;
fragment EXPONENT : [eE] [+-]? [0-9]+ ;
fragment WORD_START : [\p{Alphabetic}_] ;
fragment WORD_PART  : [\p{Alphabetic}\p{M}\p{Nd}\p{Cf}_] ;
