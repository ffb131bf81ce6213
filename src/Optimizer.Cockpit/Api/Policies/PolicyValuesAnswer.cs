namespace Optimizer.Cockpit.Api.Policies;

/// <summary>What policy says for one play.</summary>
/// <param name="Policy">Version and hash.</param>
/// <param name="Play">Null for plays that no scope names.</param>
/// <param name="Profile">Such as gtm-play.</param>
/// <param name="Site">Whose experiments count together.</param>
/// <param name="Values">One for each key that was asked for.</param>
internal sealed record PolicyValuesAnswer(string Policy, string? Play, string Profile, string Site, IReadOnlyList<PolicyValueShown> Values);
