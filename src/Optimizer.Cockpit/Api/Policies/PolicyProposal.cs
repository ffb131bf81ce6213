namespace Optimizer.Cockpit.Api.Policies;

/// <summary>A policy that somebody proposed and a second person has not said yet.</summary>
/// <param name="Hash">Of its text.</param>
/// <param name="By">Who proposed it.</param>
/// <param name="At">When.</param>
/// <param name="Until">When it is forgotten.</param>
/// <param name="Record">Of the trail.</param>
public sealed record PolicyProposal(string Hash, string By, DateTimeOffset At, DateTimeOffset Until, long Record)
{
    /// <summary>The whole policy; null when what is kept under the hash is not what was proposed.</summary>
    public string? Text { get; init; }
}
