namespace Optimizer.Tests.Cockpit.Kit;

/// <summary>An answer as it stood on the wire.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">By name, in any case.</param>
/// <param name="Text">Its body; empty without one.</param>
internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public bool IsProblem => Headers.GetValueOrDefault("Content-Type") == "application/problem+json";

    /// <summary>Whether the server says that it will listen no more on this connection.</summary>
    public bool Closes => Headers.GetValueOrDefault("Connection") == "close";
}
