namespace Optimizer.Cockpit.Pages.PlayDetail;

/// <summary>A line of the timeline: one record, or a run of those in which nothing happened.</summary>
/// <param name="Sequence">Of the newest record in it.</param>
/// <param name="Oldest">Of the oldest.</param>
/// <param name="At">Of the newest.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Text">In words; text of others stands in it.</param>
/// <param name="Tone">good, bad, busy or nothing.</param>
/// <param name="Decision">Id of its decision; null for none.</param>
/// <param name="Experiment">Id of what it is about; null for none.</param>
/// <param name="Approval">Id of its question; null for none.</param>
public sealed record TimelineItem(
    long Sequence, long Oldest, DateTimeOffset At, string Actor, string Text, string Tone, string? Decision, string? Experiment, string? Approval);
