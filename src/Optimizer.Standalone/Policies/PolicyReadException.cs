namespace Optimizer.Standalone.Policies;

/// <summary>What a policy command was given cannot be used.</summary>
/// <param name="lines">Each fault on a line of its own, with file and line where they are known.</param>
/// <param name="exitCode">What the command ends with.</param>
internal sealed class PolicyReadException(IReadOnlyList<string> lines, int exitCode) : Exception(string.Join(Environment.NewLine, lines))
{
    public IReadOnlyList<string> Lines { get; } = lines;

    public int ExitCode { get; } = exitCode;
}
