using Optimizer.Domain.Decisions;
using Optimizer.Domain.Playbook;

namespace Optimizer.Cockpit.Api.Playbook;

/// <summary>What one closed experiment teaches. Holds text of others: escape it where it is shown.</summary>
/// <param name="Experiment">Its id.</param>
/// <param name="Play">Slug.</param>
/// <param name="Variable">What was changed.</param>
/// <param name="Change">In words.</param>
/// <param name="Rationale">Why it should have worked.</param>
/// <param name="Segment">Whom it concerned; null for everybody.</param>
/// <param name="End">How it ended.</param>
/// <param name="Decision">The decision that ended it; empty when a person or the loop did.</param>
/// <param name="Gain">Observed, a share in the good direction; null when nothing could be read.</param>
/// <param name="Reasons">Of the end.</param>
/// <param name="Worked">Whether it was adopted.</param>
/// <param name="IsBlocked">Whether the same hypothesis is not tried again.</param>
/// <param name="EndedAt">When.</param>
/// <param name="Next">The next experiment to make of it.</param>
internal sealed record LessonShown(
    string Experiment, string Play, string Variable, string Change, string Rationale, string? Segment, DecisionKind End, string Decision, double? Gain,
    IReadOnlyList<string> Reasons, bool Worked, bool IsBlocked, DateTimeOffset EndedAt, string Next)
{
    public static LessonShown Of(PlaybookEntry entry) => new(
        entry.Experiment, entry.Play, entry.Hypothesis.Variable, entry.Hypothesis.Change, entry.Hypothesis.Rationale, entry.Hypothesis.Segment, entry.End.End,
        entry.End.Decision, entry.End.Gain, entry.End.Reasons, entry.Worked, entry.IsBlocked, entry.EndedAt, entry.Next);

    /// <summary>Whether all words stand somewhere in it, letter case aside.</summary>
    public bool Holds(IEnumerable<string> words)
    {
        var text = string.Join('\n', [Experiment, Play, Variable, Change, Rationale, Segment ?? "", DecisionWords.End(End), Next, .. Reasons]);
        return words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
