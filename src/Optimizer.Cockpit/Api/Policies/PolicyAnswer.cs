using Optimizer.Domain.Policies.Checks;

namespace Optimizer.Cockpit.Api.Policies;

/// <summary>A policy, in force or proposed.</summary>
/// <param name="Hash">Of its text; its ETag. defaults without a policy.</param>
/// <param name="State">in_force, or proposed while a second person has not said the same.</param>
/// <param name="File">Where it came from; null without a policy.</param>
/// <param name="Since">When it came into force; null while it is not.</param>
/// <param name="Text">As it was written; empty without a policy.</param>
/// <param name="Wider">What it allows that the one in force does not.</param>
/// <param name="Findings">Values that fight or never have an effect.</param>
internal sealed record PolicyAnswer(
    string Hash, string State, string? File, DateTimeOffset? Since, string Text, IReadOnlyList<WiderValue> Wider, IReadOnlyList<PolicyFinding> Findings);
