namespace Optimizer.Conformance.Tests.Behaviours;

/// <summary>All behaviours, gathered from the suites of other durable engines.</summary>
internal static class BehaviourList
{
    private const string Life = "Life of an instance";
    private const string Ids = "Duplicate ids";
    private const string Timers = "Timers";
    private const string Signals = "Signals";
    private const string Generations = "Continue as new";
    private const string Failures = "Failures and retries";
    private const string Children = "Children";
    private const string Control = "Control";
    private const string Payloads = "Payloads";
    private const string Crash = "Crash, at least once, ownership";
    private const string Code = "Determinism, versions, limits";
    private const string Host = "Host";

    public static IReadOnlyList<Behaviour> All { get; } =
    [
        new(1, Life, "A workflow without steps completes with the value it returns"),
        new(2, Life, "In a chain each step receives the former output"),
        new(3, Life, "A fan-out gives its outputs in the order of the calls, whatever ends first; 1,000 wide"),
        new(4, Life, "A fan-out of fan-outs completes"),
        new(5, Life, "A workflow can tell replayed code from new", Note: "The port does not tell: code that asks would behave differently on replay. Logs are written by activities and by the engine"),
        new(6, Life, "The recorded time is the same on every replay"),
        new(7, Life, "Generated ids are the same on every replay", Note: "The port generates none: ids are made of the instance id and the step, and effects carry the idempotency key"),
        new(8, Life, "The status is visible while running, survives turns and can be cleared"),
        new(9, Life, "A scheduled start waits pending until its time, keeps signals and can be terminated"),
        new(10, Life, "A start time in another offset is the same instant"),
        new(11, Life, "A wait for the end can be given up and repeated", Note: "Waiting for the start: asking for the status does it"),
        new(12, Life, "A wait for an instance that has ended returns at once"),
        new(13, Life, "An unknown id is answered, and nothing hangs"),
        new(14, Life, "Ids with quotes, slashes and any script work everywhere"),
        new(15, Life, "Ids compare by one rule of case everywhere"),

        new(16, Ids, "Starting a running id is refused and leaves it untouched"),
        new(17, Ids, "A finished id can be started anew; the old history is gone"),
        new(18, Ids, "Which states of the existing instance refuse a start can be chosen", Note: "By three rules (`Reuse`), not by lists of states"),
        new(19, Ids, "The rules refuse, leave and replace each behave"),
        new(20, Ids, "Of many concurrent starts of one id exactly one runs, and all callers get that one"),
        new(21, Ids, "A finished instance can be run again with its stored input", Note: "No verb of its own: the status has the input, and a start replaces what has finished"),

        new(22, Timers, "A timer fires not before its time"),
        new(23, Timers, "A timer may be longer than the platform's own"),
        new(24, Timers, "A timer that lost leaves nothing behind and holds nothing up"),
        new(25, Timers, "A signal against the due time: one wins, the other is not lost", Note: "Workflows cannot cancel a timer, so cancelling twice or before the start cannot be said"),
        new(26, Timers, "Many timers of one due time, in many instances and children, all fire"),
        new(27, Timers, "The due time is stored once: a restart does not restart the sleep, overdue timers fire at once"),
        new(28, Timers, "A clock set back or forward fires nothing early, loses nothing and never runs backwards inside an instance"),

        new(29, Signals, "A signal wakes who waits for it, with its typed payload"),
        new(30, Signals, "Signals that come before the wait are kept and served oldest first"),
        new(31, Signals, "Of several waits for one name the newest is served first"),
        new(32, Signals, "Names of signals compare ignoring case"),
        new(33, Signals, "A wait with a time: either wins, and the loser is cleaned up", Note: "No cancellation token: the port has no way to cancel a wait"),
        new(34, Signals, "A wait that ran out of time does not take the next signal"),
        new(35, Signals, "A signal to a finished instance is dropped, and the sender is told"),
        new(36, Signals, "A signal to an unknown instance is answered so, and nothing is kept"),
        new(37, Signals, "A signal sent again with its key is delivered once, by receiver"),
        new(38, Signals, "A signal that comes while the last turn runs is accepted and dropped, as DTFx does"),
        new(39, Signals, "Two instances exchange signals"),
        new(40, Signals, "Start and signal together lose nothing", Note: "Not one verb: start is idempotent by id, so start, then signal; on both engines"),

        new(41, Generations, "The next generation has new input, empty history, the same id and the next number"),
        new(42, Generations, "Unread signals are kept, in order, also with timers between", Note: "They cannot be dropped: no play wants that, and it loses data"),
        new(43, Generations, "An answer of a former generation never reaches the new one"),
        new(44, Generations, "Many generations of many instances: none is stuck"),
        new(45, Generations, "A child that continues as new gives its last output to its parent"),
        new(46, Generations, "The next generation takes the newest version; tags survive"),

        new(47, Failures, "Type, message, stack and chain of an exception reach the workflow and the client"),
        new(48, Failures, "What a thrower adds to its exception comes along"),
        new(49, Failures, "An exception nobody catches fails the instance with its details"),
        new(50, Failures, "A failure that is caught lets the workflow go on"),
        new(51, Failures, "Retries: attempts, backoff, longest wait, time for all, over durable timers that survive a crash"),
        new(52, Failures, "The schedule can decide by the failure; one that throws fails the call"),
        new(53, Failures, "An unknown name fails at once, is not retried and does not block others"),
        new(54, Failures, "A payload that does not fit its type fails that step and nothing else"),

        new(55, Children, "A child's output and failure reach the parent, which may catch it"),
        new(56, Children, "A child that is retried starts afresh each time", Note: "Under the same id, as both engines do"),
        new(57, Children, "A child's id that is taken: refused while that instance runs, replaced when it has finished"),
        new(58, Children, "A signal to a child that has taken no step yet is not lost"),
        new(59, Children, "Terminating with or without children; finished ones stay as they are"),

        new(60, Control, "Terminating while it waits ends it at once with the reason; late signals and answers are ignored"),
        new(61, Control, "Terminating what is pending, suspended or finished"),
        new(62, Control, "While suspended nothing runs, and what comes is delivered in order on resume"),
        new(63, Control, "Suspending what is finished or resuming what runs changes nothing"),
        new(64, Control, "Rewinding a failed instance", Note: "Failed is final: a play handles its failures, and what a person can mend is parked and resumed instead"),
        new(65, Control, "Forking from a step", Note: "No play needs it; an instance is started anew with its stored input"),
        new(66, Control, "Purging by id and by query, repeatable, over 1,000 at once, with descendants, never what runs"),
        new(67, Control, "Finished instances are deleted by themselves after their time, pending ones never"),
        new(68, Control, "Lists filter by state, prefix, workflow, time and tags; pages are stable while instances come and go"),

        new(69, Payloads, "Large inputs, outputs, signals, statuses and reasons come back whole"),
        new(70, Payloads, "What is larger than the limit fails that step or request with a clear error; the engine goes on"),
        new(71, Payloads, "Null, nothing, empty text and empty lists come back distinct"),
        new(72, Payloads, "Any Unicode and binary come back whole in names, ids, payloads and tags"),

        new(73, Crash, "Dying before a turn is durable: the turn runs again, its effects appear once"),
        new(74, Crash, "Dying between an activity's end and its record: it may run again, the workflow sees one answer"),
        new(75, Crash, "A fault at every storage access in turn: every run converges"),
        new(76, Crash, "Dying while the last turn is made durable: status and history agree"),
        new(77, Crash, "A late answer of a run that was given up is refused"),
        new(78, Crash, "Duplicate starts, answers and timers are ignored"),
        new(79, Crash, "After a stop or a death everything under way goes on"),
        new(80, Crash, "Recovery runs nothing twice at the same time"),
        new(81, Crash, "An instance that dies with the process each time is parked and does not block the rest"),
        new(82, Crash, "A disk that fails for a while: retried without doubling"),
        new(83, Crash, "Work that was given up comes again"),
        new(84, Crash, "A second process on the same file is refused clearly, and takes over after the first has died"),
        new(85, Crash, "Opening a file again changes nothing; a file of a newer version is refused", Note: "There is no former version of the file yet"),

        new(86, Code, "Changed steps are found on replay and named on both sides; the history stays unharmed and goes on under the old code"),
        new(87, Code, "Which versions may run an instance; one that no code fits is kept until code fits"),
        new(88, Code, "Children and new instances take the newest version, or the one that is named"),
        new(89, Code, "Patch markers", Note: "Versions instead: a change is a new version beside the old, and each generation takes the newest"),
        new(90, Code, "A history that grows too long stops its instance before memory is at risk"),

        new(91, Host, "Stopping is idempotent and lets running activities end within its grace", Note: "An engine that was opened is started: there is no service to stop before"),
        new(92, Host, "Limits on concurrency hold; what waits takes no place"),
        new(93, Host, "One scope of services for each execution of an activity"),
        new(94, Host, "A trace flows from the starter to activities, children and later generations"),
    ];
}
