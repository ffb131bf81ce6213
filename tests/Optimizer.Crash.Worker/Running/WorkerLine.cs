namespace Optimizer.Crash.Worker.Running;

/// <summary>Lines that a worker writes to standard output for whoever started it.</summary>
public static class WorkerLine
{
    /// <summary>The engine has opened; the load begins.</summary>
    public const string Opened = "opened";

    /// <summary>The client was given an answer, and it stands in its journal; only when asked to tell.</summary>
    public const string Acknowledged = "acknowledged";

    /// <summary>Nothing is left to do.</summary>
    public const string Done = "done";

    /// <summary>Begins a line that says why nothing can be written.</summary>
    public const string Problem = "problem: ";

    /// <summary>Can be written again.</summary>
    public const string Well = "well";

    /// <summary>Begins a line that says why the killer was parked.</summary>
    public const string Parked = "parked: ";
}
