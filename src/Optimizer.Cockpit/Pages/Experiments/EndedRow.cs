using Optimizer.Domain.Audit.Events;

namespace Optimizer.Cockpit.Pages.Experiments;

/// <summary>An experiment that is over, in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Play">The play's slug.</param>
/// <param name="Change">What it tried; null when it was refused before it began.</param>
/// <param name="End">How it ended.</param>
/// <param name="At">When.</param>
/// <param name="Sequence">Number of the record that says so.</param>
public sealed record EndedRow(string Id, string Play, string? Change, ExperimentEnded End, DateTimeOffset At, long Sequence);
