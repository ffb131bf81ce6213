using Optimizer.Domain.Playbook;

namespace Optimizer.Cockpit.Pages.Playbook;

/// <summary>What one closed experiment teaches.</summary>
/// <param name="Entry">What, where, why, evidence and next.</param>
/// <param name="Record">Of the trail, at which it ended.</param>
/// <param name="RestsUntil">Until when the variable rests after a revert; null when it does not, or no more.</param>
public sealed record Pattern(PlaybookEntry Entry, long Record, DateTimeOffset? RestsUntil);
