%% Copyright 2026 the PacketFlow authors. Licensed under the Apache License, Version 2.0.
%%
%% The work of two scenarios in Erlang: the chain of six steps, one process each, and the memory of idle processes.
%% Compiled and started by ErlangRuntime; writes one "name value" or "nanos count" a line.
-module(packetflow_peer).
-export([chain/1, memory/1]).

-define(WINDOW, 1024).
-define(ACKNOWLEDGE_EACH, 256).
%% Sums are compared by their low 48 bits, so that they stay numbers of one word.
-define(LOW_BITS, 16#FFFFFFFFFFFF).
%% Durations below 2^20 ns are counted each; those above are kept one by one.
-define(COUNTED_NANOS, 1048576).

%% Arguments: file of inputs, file of the answer, events timed singly, warm-up and flat out in milliseconds.
chain([InputsFile, OutFile, Events, WarmUpMillis, Millis]) ->
    Inputs = inputs(InputsFile),
    First = start(self()),
    Counts = counters:new(?COUNTED_NANOS, []),
    Checked = round_trips(First, Inputs, size(Inputs), none, 0, []),
    warm_up(First, Inputs, deadline(list_to_integer(WarmUpMillis))),
    _ = flat_out(First, Inputs, list_to_integer(WarmUpMillis)),
    {_, Long} = round_trips(First, Inputs, list_to_integer(Events), Counts, 0, []),
    {Nanos, Count, Sum} = flat_out(First, Inputs, list_to_integer(Millis)),
    {ok, Out} = file:open(OutFile, [write, raw, delayed_write]),
    {CheckedSum, _} = Checked,
    line(Out, "checked.sum", CheckedSum),
    line(Out, "flat.out.count", Count),
    line(Out, "flat.out.sum", Sum),
    line(Out, "flat.out.nanos", Nanos),
    lists:foreach(fun(N) -> line(Out, integer_to_list(N), 1) end, Long),
    dump(Out, Counts, 1),
    ok = file:close(Out),
    halt(0).

inputs(File) ->
    {ok, Text} = file:read_file(File),
    Lines = binary:split(Text, <<"\n">>, [global, trim_all]),
    list_to_tuple([pair(Line) || Line <- Lines]).

pair(Line) ->
    [A, B] = binary:split(Line, <<" ">>),
    {binary_to_integer(A), binary_to_integer(B)}.

%% The six processes, last one first; answers the first.
start(Sender) ->
    lists:foldl(fun(Step, Next) -> spawn_link(fun() -> step(Step, Next) end) end,
        spawn_link(fun() -> last(Sender, 0, 0) end), [5, 4, 3, 2, 1]).

step(1, Next) -> receive {Mode, A, B} -> Sum = A + B, Next ! {Mode, A, B, Sum, Sum} end, step(1, Next);
step(2, Next) -> receive {Mode, A, B, Sum, V} -> Next ! {Mode, A, B, Sum, V bxor (V bsr 7)} end, step(2, Next);
step(3, Next) -> receive {Mode, A, B, Sum, V} -> Next ! {Mode, A, B, Sum, V + A} end, step(3, Next);
step(4, Next) -> receive {Mode, A, B, Sum, V} -> Next ! {Mode, A, B, Sum, max(V, B)} end, step(4, Next);
step(5, Next) -> receive {Mode, A, B, Sum, V} -> Next ! {Mode, A, B, Sum, V * 31} end, step(5, Next).

%% One event at a time: each result goes back. Flat out: the sum of so many goes back.
last(Sender, Total, Count) ->
    receive
        {single, _, _, Sum, V} ->
            Sender ! {result, V bxor Sum},
            last(Sender, Total, Count);
        {many, _, _, Sum, V} when Count + 1 =:= ?ACKNOWLEDGE_EACH ->
            Sender ! {results, (Total + (V bxor Sum)) band ?LOW_BITS},
            last(Sender, 0, 0);
        {many, _, _, Sum, V} ->
            last(Sender, (Total + (V bxor Sum)) band ?LOW_BITS, Count + 1)
    end.

warm_up(First, Inputs, Deadline) ->
    _ = round_trips(First, Inputs, size(Inputs), counters:new(?COUNTED_NANOS, []), 0, []),
    case erlang:monotonic_time(nanosecond) < Deadline of
        true -> warm_up(First, Inputs, Deadline);
        false -> ok
    end.

deadline(Millis) -> erlang:monotonic_time(nanosecond) + Millis * 1000000.

round_trips(First, Inputs, Left, Counts, Sum, Long) -> round_trips(First, Inputs, 0, Left, Counts, Sum, Long).

round_trips(_, _, Index, Left, _, Sum, Long) when Index =:= Left -> {Sum, Long};
round_trips(First, Inputs, Index, Left, Counts, Sum, Long) ->
    {A, B} = element((Index rem size(Inputs)) + 1, Inputs),
    Start = erlang:monotonic_time(nanosecond),
    First ! {single, A, B},
    Result = receive {result, R} -> R end,
    Nanos = erlang:monotonic_time(nanosecond) - Start,
    NewLong = record(Counts, Nanos, Long),
    round_trips(First, Inputs, Index + 1, Left, Counts, (Sum + Result) band ?LOW_BITS, NewLong).

record(none, _, Long) -> Long;
record(Counts, Nanos, Long) when Nanos < ?COUNTED_NANOS -> counters:add(Counts, Nanos + 1, 1), Long;
record(_, Nanos, Long) -> [Nanos | Long].

%% Sends for so long, in multiples of all inputs; answers nanoseconds, count and sum.
flat_out(First, Inputs, Millis) ->
    Start = erlang:monotonic_time(nanosecond),
    {Count, Sum} = flat_out(First, Inputs, deadline(Millis), 0, 0, 0),
    {erlang:monotonic_time(nanosecond) - Start, Count, Sum}.

flat_out(First, Inputs, Deadline, Count, UnderWay, Sum) ->
    {NowUnderWay, NewSum} = lap(First, Inputs, 1, UnderWay, Sum),
    NewCount = Count + size(Inputs),
    case erlang:monotonic_time(nanosecond) < Deadline of
        true -> flat_out(First, Inputs, Deadline, NewCount, NowUnderWay, NewSum);
        false -> {NewCount, drain(NowUnderWay, NewSum)}
    end.

lap(_, Inputs, Index, UnderWay, Sum) when Index > size(Inputs) -> {UnderWay, Sum};
lap(First, Inputs, Index, UnderWay, Sum) when UnderWay >= ?WINDOW ->
    receive {results, R} -> lap(First, Inputs, Index, UnderWay - ?ACKNOWLEDGE_EACH, (Sum + R) band ?LOW_BITS) end;
lap(First, Inputs, Index, UnderWay, Sum) ->
    {A, B} = element(Index, Inputs),
    First ! {many, A, B},
    lap(First, Inputs, Index + 1, UnderWay + 1, Sum).

drain(0, Sum) -> Sum;
drain(UnderWay, Sum) ->
    receive {results, R} -> drain(UnderWay - ?ACKNOWLEDGE_EACH, (Sum + R) band ?LOW_BITS) end.

dump(_, _, Index) when Index > ?COUNTED_NANOS -> ok;
dump(Out, Counts, Index) ->
    case counters:get(Counts, Index) of
        0 -> ok;
        Count -> line(Out, integer_to_list(Index - 1), Count)
    end,
    dump(Out, Counts, Index + 1).

line(Out, Name, Value) -> ok = file:write(Out, [Name, $ , integer_to_list(Value), $\n]).

%% Arguments: file of the answer, number of processes. Each waits for a message and has a number as its state.
memory([OutFile, Count]) ->
    N = list_to_integer(Count),
    erlang:garbage_collect(),
    Before = erlang:memory(processes),
    Idle = [spawn_link(fun() -> idle(I) end) || I <- lists:seq(1, N)],
    %% The list of them is the caller's own memory.
    Own = element(2, erlang:process_info(self(), memory)),
    After = erlang:memory(processes),
    {ok, Out} = file:open(OutFile, [write, raw]),
    line(Out, "bytes", After - Before - Own),
    line(Out, "processes", length(Idle)),
    ok = file:close(Out),
    halt(0).

idle(State) -> receive {set, New} -> idle(New); {get, From} -> From ! State, idle(State) end.
